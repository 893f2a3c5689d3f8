//! The story on an emulator of its own.

use std::time::Duration;

use spice_cloud::{ClientBuilder, WaitOptions};
use spice_cloud_emulator::{Emulator, Seed};

use super::scene::Cast;
use super::tell;
use crate::context::{Context, Done};
use crate::failure::Failure;

/// How to go on from here.
const NEXT: &str = "\
The same on the real cloud takes one setting, a token from spice.ai/account/tokens:
  SPICE_API_TOKEN=... spice-cloud demo --cloud --region us-west-2
Every other command goes there as well:
  SPICE_API_TOKEN=... spice-cloud apps list";

/// Starts an emulator and tells the story there.
pub(super) fn on_an_emulator(context: &mut Context<'_>, spicepod_file: String, spicepod: String) -> Done {
    if context.global.base_url.is_some() || context.global.org.is_some() {
        return Err(Failure::usage(
            "the demo brings its own emulator, so there is no address or organization to choose",
        )
        .with_hint("to tell the story on the real cloud: spice-cloud demo --cloud --region REGION"));
    }
    let emulator = Emulator::builder()
        .seed(Seed::Demo)
        .start()
        .map_err(|error| Failure::local(format!("the emulator did not start: {error}")))?;
    // Nothing of the environment may lead elsewhere: neither its token nor its organization.
    let mut builder = ClientBuilder::default().base_url(emulator.url()).token(emulator.token()).org("acme");
    if let Some(timeout) = context.global.timeout {
        builder = builder.timeout(timeout);
    }
    let cast = Cast {
        app: "sales-bi".to_owned(),
        region: None,
        member: Some("margaret".to_owned()),
        spicepod_file,
        spicepod,
        wait: WaitOptions::builder().poll_interval(Duration::from_millis(150)).build(),
        is_local: true,
    };
    let intro = "A session with Spice.ai Cloud, on an emulator inside this process. It needs no account.";
    let told = tell(context, builder, cast, intro, Some(NEXT));
    emulator.stop();
    told
}
