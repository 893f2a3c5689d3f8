//! `demo`: the story of a whole session, on an emulator of its own or on the real cloud.

#[cfg(feature = "emulator")]
mod local;
mod recorder;
mod report;
mod scanner;
mod scene;
mod steps;
mod story;
mod workflows;

use std::io::Write;
use std::time::{SystemTime, UNIX_EPOCH};

use spice_cloud::{ClientBuilder, WaitOptions, blocking};

use crate::commands::input;
use crate::context::{Context, Done, build};
use crate::failure::Failure;
#[cfg(feature = "emulator")]
use local::on_an_emulator;
use recorder::Recorder;
use report::Report;
use scene::{Cast, Scene};
use story::play;

/// A real spicepod: datasets with acceleration, a view, a model, references to secrets.
const SPICEPOD: &str = include_str!("../../../examples/sales-bi/spicepod.yaml");
const SPICEPOD_FILE: &str = "examples/sales-bi/spicepod.yaml";

/// Options of `demo`.
#[derive(Debug, clap::Args)]
pub(crate) struct Demo {
    /// Tell the story on the real cloud, with your credentials and an app that is deleted at the end
    #[arg(long, requires = "region")]
    cloud: bool,
    /// Region of the app on the real cloud
    #[arg(long, requires = "cloud")]
    region: Option<String>,
    /// User to add to the organization on the real cloud and to remove again; without one this part is left out
    #[arg(long, value_name = "USERNAME", requires = "cloud")]
    member: Option<String>,
    /// Do not ask before anything is done on the real cloud
    #[arg(long, requires = "cloud")]
    yes: bool,
    /// Another spicepod than examples/sales-bi/spicepod.yaml
    #[arg(long, value_name = "FILE")]
    spicepod: Option<String>,
}

/// Tells the story.
pub(crate) fn run(context: &mut Context<'_>, command: &Demo) -> Done {
    if context.global.dry_run {
        return Err(Failure::usage("the demo shows what happens, which a dry run would keep from happening"));
    }
    let (file, spicepod) = match &command.spicepod {
        Some(file) => (file.clone(), input::spicepod(context, file)?),
        None => (SPICEPOD_FILE.to_owned(), SPICEPOD.to_owned()),
    };
    match &command.region {
        Some(region) => on_the_cloud(context, command, region, file, spicepod),
        None => on_an_emulator(context, file, spicepod),
    }
}

#[cfg(not(feature = "emulator"))]
fn on_an_emulator(_context: &mut Context<'_>, _spicepod_file: String, _spicepod: String) -> Done {
    Err(crate::commands::emulator::missing()
        .with_hint("tell it on the real cloud: spice-cloud demo --cloud --region REGION"))
}

fn on_the_cloud(
    context: &mut Context<'_>,
    command: &Demo,
    region: &str,
    spicepod_file: String,
    spicepod: String,
) -> Done {
    let builder = context.builder();
    // Before anybody is asked, it should be known that there are credentials.
    let url = build(builder.clone())?.base_url().to_owned();
    let app = throw_away_name();
    let member = match &command.member {
        Some(username) => format!(" It adds {username} to your organization for a moment."),
        None => String::new(),
    };
    let plan = format!(
        "This creates the app {app} in {region} at {url}, with made-up secrets, deploys it, and deletes it at the end, \
         whatever happens.{member} It may cost what a short deployment costs."
    );
    if !command.yes {
        context.warn(&plan);
    }
    context.confirm("Go on?", command.yes)?;
    let cast = Cast {
        app,
        region: Some(region.to_owned()),
        member: command.member.clone(),
        spicepod_file,
        spicepod,
        wait: WaitOptions::default(),
        is_local: false,
    };
    tell(context, builder, cast, &format!("A session with Spice.ai Cloud at {url}."), None)
}

/// A name that nobody else uses.
fn throw_away_name() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    format!("spice-demo-{:x}-{:x}", now.as_micros(), std::process::id())
}

/// Lets the story happen, and shows it.
fn tell(
    context: &mut Context<'_>,
    builder: ClientBuilder,
    cast: Cast,
    intro: &str,
    next: Option<&'static str>,
) -> Done {
    let recorder = Recorder::default();
    let client = build(builder.observer(recorder.clone()))?;
    context.tell(format!("{intro}\n"));
    let quiet = context.global.quiet;
    let stderr = &mut context.io.stderr;
    let mut scene = Scene {
        api: blocking::Client::from(client.clone()),
        client,
        runtime: &context.runtime,
        cancel: &context.cancel,
        cast,
        say: &mut |words| {
            if !quiet {
                // Words that cannot be shown must not stop the story: it has to be brought to its end.
                let _ = writeln!(stderr, "{words}").and_then(|()| stderr.flush());
            }
        },
        app: None,
        maybe_created: false,
        member: None,
        keys: None,
    };
    let (chapters, ending) = play(&mut scene, &recorder);
    let report = Report { chapters, ok: ending.is_ok(), next: next.filter(|_| ending.is_ok()) };
    context.tell("");
    let shown = report.show(context);
    // Why the story broke off matters more than that it could not be shown.
    ending.and(shown)
}
