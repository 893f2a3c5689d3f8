//! The pages of `docs/guides`: every block is run, and prints what the page says.
//!
//! Each page has a folder, an emulator and a shell of its own. `sh` blocks run in it one after another. A `text` block right
//! below is what the block prints, where `…` stands for anything within a line, and for any lines when it is alone on one. A
//! `yaml` block is written to the file that the line above it names; of a workflow of GitHub the `run` steps are executed, too.
//! `<!-- APP fails once: CODE -->` lets the next deployment of an app fail. Python blocks are run by the tests of the package.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use spice_cloud_emulator::{Emulator, Progression, Seed};

/// What every secret of the guides begins with, so that it can be looked for.
const CANARY: &str = "s3cret";

fn guides() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("docs/guides")
}

/// A part of a page, and the line on which it begins.
#[derive(Debug, PartialEq)]
enum Part {
    Shell { line: usize, code: String, prints: Option<String> },
    File { line: usize, name: String, text: String },
    FailsOnce { app: String, code: String },
    Python { line: usize },
}

/// What a comment arranges.
fn arranged(line: &str) -> Option<Part> {
    let (app, code) = line.strip_prefix("<!-- ")?.strip_suffix(" -->")?.split_once(" fails once: ")?;
    Some(Part::FailsOnce { app: app.to_owned(), code: code.to_owned() })
}

/// The file that a line names last, right before a colon.
fn named(line: &str) -> Option<&str> {
    line.strip_suffix("`:")?.rsplit_once('`').map(|(_, name)| name)
}

/// The parts of a page, in their order.
fn parts(page: &str) -> Result<Vec<Part>, String> {
    let mut parts: Vec<Part> = Vec::new();
    // What stands above a block: the last line that is not empty, and whether it is the end of another block.
    let (mut above, mut follows) = (String::new(), false);
    let mut lines = (1..).zip(page.lines());
    while let Some((line, text)) = lines.next() {
        parts.extend(arranged(text));
        let Some(language) = text.trim_start().strip_prefix("```") else {
            if !text.trim().is_empty() {
                (above, follows) = (text.to_owned(), false);
            }
            continue;
        };
        if text.starts_with(' ') {
            return Err(format!("{line}: a block must not be indented"));
        }
        let mut body = String::new();
        loop {
            match lines.next() {
                Some((_, "```")) => break,
                Some((_, text)) => body = body + text + "\n",
                None => return Err(format!("{line}: the block does not end")),
            }
        }
        match (language, parts.last_mut()) {
            ("sh", _) => parts.push(Part::Shell { line, code: body, prints: None }),
            ("python", _) => parts.push(Part::Python { line }),
            ("yaml", _) => {
                let name = named(&above).ok_or_else(|| format!("{line}: no line above names the file"))?;
                let name = name.to_owned();
                parts.push(Part::File { line, name, text: body });
            }
            ("text", Some(Part::Shell { prints: prints @ None, .. })) if follows => *prints = Some(body),
            // The tests of the package compare it.
            ("text", Some(Part::Python { .. })) if follows => {}
            (other, _) => return Err(format!("{line}: nobody knows how to run this block of {other:?}")),
        }
        (above, follows) = (String::new(), true);
    }
    Ok(parts)
}

/// The script of a page, and the steps of its workflows. What each part prints goes into a file of its own, named by its line.
fn script(parts: &[Part], emulator: &Emulator) -> (String, BTreeMap<String, String>) {
    let mut steps = BTreeMap::new();
    let mut of_part = |part: &Part| match part {
        Part::Shell { line, code, .. } => format!("exec >\"$OUT/{line}\" 2>&1\n{code}"),
        Part::File { line, name, text } => {
            let write = format!(
                "mkdir -p \"$(dirname '{name}')\"\ncat >'{name}' <<'END OF FILE'\n{text}END OF FILE\n"
            );
            (1..).zip(workflow(name, text, emulator)).fold(write, |script, (number, step)| {
                let key = format!("{line}.{number}");
                let run = format!("env -u SPICE_API_TOKEN {} bash -e \"$OUT/{key}.sh\"\n", step.env);
                let script = script + &format!("exec >\"$OUT/{key}\" 2>&1\n") + &run;
                steps.insert(key, step.run);
                script
            })
        }
        Part::FailsOnce { app, code } => format!("fails_once '{app}' '{code}'\n"),
        Part::Python { .. } => String::new(),
    };
    let script = parts.iter().fold(ARRANGES.to_owned(), |script, part| script + &of_part(part));
    (script, steps)
}

/// Lets the next deployment of an app fail, and those after it succeed: a deployment keeps the pace it was created with.
const ARRANGES: &str = r#"
newest() { spice-cloud deployments list "$1" --limit 1 -o jsonl 2>/dev/null | cut -d , -f 1; }
pace() { spice-cloud api POST /_emulator/progression -d "$1" >/dev/null 2>&1; }
fails_once() {
    before=$(newest "$1")
    pace '{"kind":"script","entries":["queued","failed:'"$2"'"]}'
    { until [ "$(newest "$1")" != "$before" ]; do sleep 0.05; done; pace '{"kind":"immediate"}'; } &
}
"#;

/// A step of a workflow.
struct Step {
    run: String,
    /// What its environment has besides, as arguments of `env`.
    env: String,
}

/// The `run` steps of a workflow of GitHub; nothing of other files.
fn workflow(name: &str, text: &str, emulator: &Emulator) -> Vec<Step> {
    if !name.starts_with(".github/workflows/") {
        return Vec::new();
    }
    let workflow: Value = serde_norway::from_str(text).expect("a workflow is YAML");
    let jobs = workflow["jobs"].as_object().expect("a workflow has jobs").values();
    let mut found = Vec::new();
    for job in jobs {
        for step in job["steps"].as_array().expect("a job has steps") {
            let Some(run) = step["run"].as_str() else {
                assert_eq!(step["uses"], "actions/checkout@v4", "{name}: nobody can run this step");
                continue;
            };
            // Whoever names a branch could otherwise write commands.
            assert!(!run.contains("${{"), "{name}: expressions do not belong into commands: {run}");
            let variables = [&workflow["env"], &job["env"], &step["env"]]
                .into_iter()
                .filter_map(Value::as_object)
                .flatten();
            let env = variables.fold(String::new(), |env, (key, value)| {
                env + &format!("{key}='{}' ", value_of(value.as_str().expect("a variable is text"), emulator))
            });
            found.push(Step { run: run.to_owned(), env });
        }
    }
    assert!(!found.is_empty(), "{name} runs nothing");
    found
}

/// What a variable of a workflow has, with the expressions that the guides use.
fn value_of(text: &str, emulator: &Emulator) -> String {
    let Some(expression) = text.strip_prefix("${{ ").and_then(|rest| rest.strip_suffix(" }}")) else {
        return text.to_owned();
    };
    match expression {
        "vars.SPICE_CLIENT_ID" => emulator.client_id().to_owned(),
        "secrets.SPICE_CLIENT_SECRET" => emulator.client_secret().to_owned(),
        "github.event.number" => "57".to_owned(),
        "github.event.action" => "closed".to_owned(),
        secret if secret.starts_with("secrets.") => format!("{CANARY}-of-{}", &secret["secrets.".len()..]),
        other => panic!("nobody knows the expression {other}"),
    }
}

/// Whether a block has printed what the page says.
fn is_as_shown(shown: &str, printed: &str) -> bool {
    fn lines_match(shown: &[&str], printed: &[&str]) -> bool {
        match shown.split_first() {
            None => printed.is_empty(),
            Some((&"…", rest)) => (0..=printed.len()).any(|skipped| lines_match(rest, &printed[skipped..])),
            Some((line, rest)) => printed
                .split_first()
                .is_some_and(|(first, after)| line_matches(line, first) && lines_match(rest, after)),
        }
    }
    let (shown, printed): (Vec<&str>, Vec<&str>) = (shown.lines().collect(), printed.lines().collect());
    lines_match(&shown, &printed)
}

fn line_matches(shown: &str, printed: &str) -> bool {
    match shown.split_once('…') {
        None => shown == printed,
        Some((before, after)) => printed.strip_prefix(before).is_some_and(|rest| {
            rest.char_indices()
                .map(|(at, _)| at)
                .chain([rest.len()])
                .any(|at| line_matches(after, &rest[at..]))
        }),
    }
}

/// Runs a page, and says what is wrong with it.
fn run(name: &str) {
    let page = fs::read_to_string(guides().join(name)).unwrap();
    let parts = parts(&page).unwrap_or_else(|wrong| panic!("{name}:{wrong}"));
    let emulator = Emulator::builder().seed(Seed::Demo).progression(Progression::Immediate).start().unwrap();
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (script, steps) = script(&parts, &emulator);
    for (key, run) in &steps {
        fs::write(out.path().join(format!("{key}.sh")), run).unwrap();
    }
    let file = out.path().join("page.sh");
    fs::write(&file, script).unwrap();
    let binaries = Path::new(env!("CARGO_BIN_EXE_spice-cloud")).parent().unwrap();
    let ended = Command::new("bash")
        .args(["-euo", "pipefail"])
        .arg(&file)
        .current_dir(folder.path())
        .env_clear()
        .env("PATH", format!("{}:{}", binaries.display(), std::env::var("PATH").unwrap()))
        .env("HOME", folder.path())
        .env("OUT", out.path())
        .env("SPICE_CLOUD_API_URL", emulator.url())
        .env("SPICE_CLOUD_OAUTH_URL", format!("{}/api/oauth/token", emulator.url()))
        .env("SPICE_API_TOKEN", emulator.token())
        // What a runner of GitHub tells.
        .envs([("GITHUB_REF_NAME", "main"), ("GITHUB_SHA", "5f0c1d7e8a9b4c3d2e1f0a9b8c7d6e5f4a3b2c1d")])
        .envs([("GITHUB_RUN_ID", "4242"), ("GITHUB_REPOSITORY", "acme/shop")])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let printed = |key: &str| fs::read_to_string(out.path().join(key)).ok();
    let mut wrong = Vec::new();
    for part in &parts {
        let Part::Shell { line, prints, .. } = part else { continue };
        match (printed(&line.to_string()), prints) {
            (None, _) => wrong.push(format!("{name}:{line} was not run")),
            (Some(printed), Some(shown)) if !is_as_shown(shown, &printed) => {
                wrong.push(format!("{name}:{line} prints:\n{printed}and not:\n{shown}"));
            }
            (Some(printed), None) if !ended.status.success() => {
                wrong.push(format!("{name}:{line} printed:\n{printed}"));
            }
            (Some(_), _) => {}
        }
    }
    for key in steps.keys() {
        wrong.extend(printed(key).is_none().then(|| format!("{name}:{key} was not run")));
        if !ended.status.success() {
            wrong.extend(printed(key).map(|printed| format!("{name}:{key} printed:\n{printed}")));
        }
    }
    let all: String = fs::read_dir(out.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_none_or(|ending| ending != "sh"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    assert!(!all.contains(CANARY), "{name} prints a secret");
    assert!(
        wrong.is_empty() && ended.status.success(),
        "{}\n{}{}",
        wrong.join("\n"),
        ended.status,
        String::from_utf8_lossy(&ended.stderr)
    );
}

/// A test for each page, and one that sees that no page is left out.
macro_rules! pages {
    ($($test:ident: $page:literal,)*) => {
        $(
            #[test]
            fn $test() {
                run($page);
            }
        )*

        #[test]
        fn no_page_is_left_out() {
            let mut found: Vec<String> =
                fs::read_dir(guides()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            found.sort();
            assert_eq!(found, ["README.md", $($page),*]);
            let index = fs::read_to_string(guides().join("README.md")).unwrap();
            assert_eq!(parts(&index), Ok(Vec::new()), "the list of guides has nothing to run");
            for page in [$($page),*] {
                assert!(index.contains(&format!("({page})")), "{page} is not in the list of guides");
            }
        }
    };
}

pages! {
    secrets_in_bulk: "bulk-secrets.md",
    deploying_from_ci: "deploy-from-ci.md",
    coming_from_terraform: "from-terraform.md",
    coming_from_the_bash_script: "from-the-bash-script.md",
    preview_apps: "preview-apps.md",
    rotating_keys: "rotate-keys.md",
}

#[test]
fn a_page_is_read() {
    let page = "# A\n\n```sh\nls\n```\n\n```text\nx …\n```\n\nThe file `a/b.yaml`:\n```yaml\nc: 1\n```\n<!-- orders-api fails once: x -->\n```python\np()\n```\n\n```text\n1\n```\n";
    let expected = [
        Part::Shell { line: 3, code: "ls\n".into(), prints: Some("x …\n".into()) },
        Part::File { line: 12, name: "a/b.yaml".into(), text: "c: 1\n".into() },
        Part::FailsOnce { app: "orders-api".into(), code: "x".into() },
        Part::Python { line: 16 },
    ];
    assert_eq!(parts(page).unwrap(), expected);
    for (wrong, why) in [
        ("```hcl\n```", "1: nobody knows"),
        ("```sh\nls\n```\nWords.\n```text\n```", "5: nobody knows"),
        ("```text\n```", "1: nobody knows"),
        ("\n```yaml\n```", "2: no line above"),
        ("- a\n  ```sh\n  ls\n  ```", "2: a block must not be indented"),
        ("```sh\nls\n", "1: the block does not end"),
    ] {
        let found = parts(wrong).unwrap_err();
        assert!(found.contains(why), "{wrong}: {found}");
    }
}

#[test]
fn what_is_printed_is_compared() {
    for (shown, printed) in
        [("a\n", "a\n"), ("a …b …\n", "a 1 b b 2\n"), ("…\n", ""), ("a\n…\nb\n", "a\n1\n2\nb\n"), ("", "")]
    {
        assert!(is_as_shown(shown, printed), "{shown} {printed}");
    }
    for (shown, printed) in
        [("a\n", "a\nb\n"), ("a …\n", "a\n"), ("a\n…\nb\n", "a\n1\n"), ("", "a\n"), ("…b\n", "a\n")]
    {
        assert!(!is_as_shown(shown, printed), "{shown} {printed}");
    }
}
