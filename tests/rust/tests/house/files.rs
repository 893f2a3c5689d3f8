//! How the files are kept: none too long to be read in one sitting, none that knows the machine it was written on.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use regex_lite::Regex;

use crate::{assert_none, root};

/// The longest that a file written by hand may be.
const MOST_LINES: usize = 450;

/// Endings of files that people write and read as code.
const SOURCES: [&str; 9] = ["rs", "j2", "py", "pyi", "ts", "mts", "mjs", "kt", "swift"];

/// Folders that hold what tools made, here or in a language's own tree.
const NOT_OURS: [&str; 11] = [
    ".git",
    ".gradle",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".venv",
    "__pycache__",
    "build",
    "dist",
    "node_modules",
    "target",
];

/// Every file of the project, by its path from the root.
pub(crate) fn files() -> Vec<PathBuf> {
    let root = root();
    let (mut open, mut found) = (vec![root.clone()], Vec::new());
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let entry = entry.expect("a folder can be listed");
            let (path, kind) = (entry.path(), entry.file_type().expect("an entry has a kind"));
            let name = entry.file_name();
            if kind.is_dir() && !NOT_OURS.iter().any(|other| name == *other) {
                open.push(path);
            } else if kind.is_file() && path.extension().is_none_or(|ending| ending != "log") {
                found.push(path.strip_prefix(&root).expect("it lies below the root").to_path_buf());
            }
        }
    }
    found.sort();
    found
}

fn is_written_by_hand(path: &Path) -> bool {
    let source = path.extension().is_some_and(|ending| SOURCES.iter().any(|known| ending == *known));
    let generated = |part: &OsStr| part == "generated" || part == "_generated";
    source && !path.components().any(|part| generated(part.as_os_str()))
}

/// A path that is absolute on the machines this project was made on: it begins where no other path goes on.
fn workplace() -> Regex {
    Regex::new(concat!(r"(^|[^A-Za-z0-9_.~}\-])/(wo", r"rk|ro", r"ot)/")).expect("the pattern is well-formed")
}

#[test]
fn no_file_written_by_hand_is_long() {
    let files = files();
    let lines = |path: &Path| fs::read_to_string(root().join(path)).map_or(0, |text| text.lines().count());
    let long = files.iter().filter(|path| is_written_by_hand(path)).map(|path| (path, lines(path)));
    let long = long.filter(|(_, lines)| *lines > MOST_LINES);
    assert_none(&long.map(|(path, lines)| format!("{}: {lines} lines", path.display())).collect::<Vec<_>>());
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    let (workplace, mut found) = (workplace(), Vec::new());
    for path in files() {
        // What is not text is no hand-written file.
        let Ok(text) = fs::read_to_string(root().join(&path)) else { continue };
        let lines = text.lines().enumerate().filter(|(_, line)| workplace.is_match(line));
        found.extend(
            lines.map(|(number, line)| format!("{}:{}: {}", path.display(), number + 1, line.trim())),
        );
    }
    assert_none(&found);
}

#[test]
fn the_walk_sees_the_project_and_nothing_else() {
    let files = files();
    for known in ["Cargo.toml", ".ci/run", "api/openapi.json", "tests/rust/tests/house/files.rs"] {
        assert!(files.iter().any(|path| path == Path::new(known)), "{known} was not seen");
    }
    assert!(!files.iter().any(|path| path.starts_with(".git") || path.starts_with("target")));
    assert!(is_written_by_hand(Path::new("core/src/lib.rs")));
    assert!(!is_written_by_hand(Path::new("core/src/generated/models.rs")));
    assert!(is_written_by_hand(Path::new("bindings-python/python/spice_cloud/_native.pyi")));
    assert!(!is_written_by_hand(Path::new("bindings-python/python/spice_cloud/_generated/models.py")));
    assert!(!is_written_by_hand(Path::new("README.md")));
}

#[test]
fn workplace_paths_are_told_from_others() {
    let (workplace, place) = (workplace(), concat!("/wo", "rk/"));
    for bad in [
        format!("{place}x"),
        format!("cd \"{place}x\""),
        format!("see {place}"),
        place.replace("work", "root"),
    ] {
        assert!(workplace.is_match(&bad), "{bad}");
    }
    for good in
        [format!("frame{place}x"), format!("..{place}"), format!("${{HOME}}{place}"), "network/work".into()]
    {
        assert!(!workplace.is_match(&good), "{good}");
    }
}

#[cfg(unix)]
#[test]
fn the_ci_script_can_be_run() {
    use std::os::unix::fs::PermissionsExt;

    let script = root().join(".ci/run");
    assert!(fs::metadata(&script).expect(".ci/run is there").permissions().mode() & 0o111 == 0o111);
    let text = fs::read_to_string(script).expect(".ci/run is text");
    assert!(text.lines().any(|line| line == "exec cargo xtask test"), "{text}");
}
