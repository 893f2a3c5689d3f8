//! The emulator and the client that a scenario asks for.

use std::time::Duration;

use serde_json::{Map, Value};
use spice_cloud::{ClientBuilder, Overrides, PathStyle};
use spice_cloud_emulator::{ClockMode, Emulator, MintToken, Progression, Seed, TokenKind};

use super::format::{Action, Client, Mint, Options, Pace, Stage, Token};
use crate::call::seconds;

/// Where clocks stand unless a scenario says otherwise.
const START: &str = "2026-01-01T00:00:00Z";

/// Starts an emulator.
pub(super) fn emulator(stage: &Stage) -> Result<Emulator, String> {
    let seed = match stage.seed.as_deref() {
        None | Some("empty") => Seed::Empty,
        Some("demo") => Seed::Demo,
        Some(other) => return Err(format!("there is no seed {other}")),
    };
    let clock = match stage.clock.as_deref() {
        Some("real") => ClockMode::Real,
        at => ClockMode::Frozen(at.unwrap_or(START).to_owned()),
    };
    let mut builder = Emulator::builder().seed(seed).random_seed(stage.random_seed.unwrap_or(7)).clock(clock);
    if let Some(pace) = &stage.progression {
        builder = builder.progression(progression(pace)?);
    }
    let emulator = builder.start().map_err(|error| format!("the emulator: {error}"))?;
    for fault in &stage.faults {
        emulator.add_fault(fault.clone()).map_err(|error| format!("a fault: {error}"))?;
    }
    Ok(emulator)
}

/// Tells an emulator what a step says.
pub(super) fn act(emulator: &Emulator, action: &Action, args: Map<String, Value>) -> Result<(), String> {
    match action.emulator.as_str() {
        "advance" => {
            let by = args.get("seconds").and_then(Value::as_f64).ok_or("advance takes seconds")?;
            emulator.advance(seconds(by)?);
        }
        "fault" => {
            emulator.add_fault(Value::Object(args)).map_err(|error| format!("the fault: {error}"))?;
        }
        "progression" => {
            let mut args = args;
            let app = args.shift_remove("app").and_then(|app| app.as_i64());
            let pace: Pace =
                serde_json::from_value(Value::Object(args)).map_err(|error| error.to_string())?;
            emulator.set_progression(app, progression(&pace)?);
        }
        other => return Err(format!("an emulator cannot be told to {other}")),
    }
    Ok(())
}

fn progression(pace: &Pace) -> Result<Progression, String> {
    let mut progression = match (pace.kind.as_str(), pace.queued, pace.in_progress) {
        ("immediate", None, None) => Progression::Immediate,
        ("manual", None, None) => Progression::Manual,
        ("after", Some(queued), Some(in_progress)) => {
            Progression::After { queued: seconds(queued)?, in_progress: seconds(in_progress)? }
        }
        (kind, ..) => return Err(format!("there is no progression {kind} with these times")),
    };
    if let Some(code) = &pace.wait_for {
        progression = progression.waiting_for(code);
    }
    if let Some(code) = &pace.fail_with {
        progression = progression.failing(code);
    }
    Ok(progression)
}

/// A builder with what a scenario asks for, for the client of an emulator.
pub(super) fn client(settings: &Client, emulator: &Emulator) -> Result<ClientBuilder, String> {
    let token = match &settings.token {
        None => emulator.token().to_owned(),
        Some(Token::Literal(text)) => text.clone(),
        Some(Token::Minted(wanted)) => emulator.mint(mint(wanted)?),
    };
    let scale = settings.time_scale.unwrap_or(1);
    // Limits that a scenario does not set stay as long as ever, or a busy machine would break them.
    let limit = |given: Option<f64>, usual: u64| match given {
        Some(given) => seconds(given),
        None => Ok(Duration::from_secs(usual) * scale),
    };
    let mut builder = spice_cloud::Client::builder()
        .base_url(emulator.url())
        .token(token)
        .timeout(limit(settings.timeout, 60)?)
        .attempt_timeout(limit(settings.attempt_timeout, 30)?)
        .time_scale(scale);
    if let Some(org) = &settings.org {
        builder = builder.org(org);
    }
    for (name, value) in &settings.headers {
        builder = builder.header(name, value);
    }
    if let Some(retries) = settings.max_retries {
        builder = builder.max_retries(retries);
    }
    builder = match settings.path_style.as_deref() {
        None | Some("apps") => builder,
        Some("projects") => builder.path_style(PathStyle::Projects),
        Some(other) => return Err(format!("there is no path style {other}")),
    };
    Ok(builder.validate(settings.validate.unwrap_or(true)))
}

fn mint(wanted: &Mint) -> Result<MintToken, String> {
    let mut token = MintToken::new().kind(match wanted.kind.as_deref() {
        None | Some("pat") => TokenKind::Pat,
        Some("oauth") => TokenKind::OAuth,
        Some("session") => TokenKind::Session,
        Some(other) => return Err(format!("there is no token of the kind {other}")),
    });
    if let Some(scopes) = &wanted.scopes {
        token = token.scopes(scopes);
    }
    if let Some(role) = &wanted.role {
        token = token.role(role);
    }
    if let Some(org) = &wanted.org {
        token = token.org(org);
    }
    if let Some(user) = &wanted.user {
        token = token.user(user);
    }
    if let Some(lifetime) = wanted.expires_in {
        token = token.expires_in(Duration::from_secs(lifetime));
    }
    Ok(token)
}

/// What a copy of the client does differently.
pub(super) fn overrides(options: &Options) -> Result<Overrides, String> {
    let mut overrides = Overrides::default();
    overrides.timeout = options.timeout.map(seconds).transpose()?;
    overrides.attempt_timeout = options.attempt_timeout.map(seconds).transpose()?;
    overrides.max_retries = options.max_retries;
    overrides.headers = options.headers.clone().into_iter().collect();
    overrides.org.clone_from(&options.org);
    Ok(overrides)
}
