//! The emulator and the client that a scenario asks for.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use spice_cloud::{ClientBuilder, Dedupe, Overrides, PathStyle, ProvidedToken};
use spice_cloud_emulator::{ClockMode, Emulator, MintToken, Progression, Seed, TokenKind};

use super::format::{Action, Client, Mint, Options, Pace, Proxy, Stage, Token};
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
    if let Some(limit) = stage.rate_limit {
        builder = builder.rate_limit(limit);
    }
    builder = builder.quirks(stage.quirks.unwrap_or_default());
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
        "calm" => emulator.clear_faults(),
        "load" => {
            let app = args.get("app").and_then(Value::as_i64).ok_or("load takes an app")?;
            let dataset = args.get("dataset").and_then(Value::as_str).ok_or("load takes a dataset")?;
            let body = serde_json::json!({ "rows": args.get("rows") });
            let loaded = emulator.admin("PUT", &format!("apps/{app}/datasets/{dataset}"), &body);
            loaded.map_err(|error| format!("the dataset: {error}"))?;
        }
        "progression" => {
            let mut args = args;
            let app = args.shift_remove("app").and_then(|app| app.as_i64());
            emulator.set_progression(app, progression(&read::<Pace>(args)?)?);
        }
        "quirks" => emulator.set_quirks(read(args)?),
        "rate_limit" => emulator.set_rate_limit(if args.is_empty() { None } else { Some(read(args)?) }),
        other => return Err(format!("an emulator cannot be told to {other}")),
    }
    Ok(())
}

fn read<T: DeserializeOwned>(args: Map<String, Value>) -> Result<T, String> {
    serde_json::from_value(Value::Object(args)).map_err(|error| error.to_string())
}

fn progression(pace: &Pace) -> Result<Progression, String> {
    let times = (pace.queued, pace.in_progress);
    let mut progression = match (pace.kind.as_str(), times, pace.reads, &pace.entries) {
        ("immediate", (None, None), None, None) => Progression::Immediate,
        ("manual", (None, None), None, None) => Progression::Manual,
        ("after", (Some(queued), Some(in_progress)), None, None) => {
            Progression::After { queued: seconds(queued)?, in_progress: seconds(in_progress)? }
        }
        ("polls", (None, None), Some(reads), None) => Progression::Polls(reads),
        ("script", (None, None), None, Some(entries)) => {
            Progression::script(entries).map_err(|error| error.to_string())?
        }
        (kind, ..) => return Err(format!("there is no progression {kind} with these settings")),
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
    let scale = settings.time_scale.unwrap_or(1);
    // Limits that a scenario does not set stay as long as ever, or a busy machine would break them.
    let limit = |given: Option<f64>, usual: u64| match given {
        Some(given) => seconds(given),
        None => Ok(Duration::from_secs(usual) * scale),
    };
    let mut builder = sign_in(settings, emulator)?
        .base_url(emulator.url())
        .timeout(limit(settings.timeout, 60)?)
        .attempt_timeout(limit(settings.attempt_timeout, 30)?)
        .time_scale(scale);
    if let Some(Proxy { user, password }) = &settings.proxy {
        builder = builder.proxy(emulator.url().replace("://", &format!("://{user}:{password}@")));
    }
    if let Some(org) = &settings.org {
        builder = builder.org(org);
    }
    for (name, value) in &settings.headers {
        builder = builder.header(name, value);
    }
    if let Some(retries) = settings.max_retries {
        builder = builder.max_retries(retries);
    }
    if let Some(requests) = settings.max_in_flight {
        builder = builder.max_in_flight(requests);
    }
    if let Some(how) = &settings.dedupe {
        builder = builder.dedupe(dedupe(how)?);
    }
    if let Some(limit) = settings.reconcile_timeout {
        builder = builder.reconcile_timeout(seconds(limit)?);
    }
    builder = match settings.path_style.as_deref() {
        None | Some("apps") => builder,
        Some("projects") => builder.path_style(PathStyle::Projects),
        Some(other) => return Err(format!("there is no path style {other}")),
    };
    Ok(builder.validate(settings.validate.unwrap_or(true)))
}

/// A builder with what the client signs in with.
fn sign_in(settings: &Client, emulator: &Emulator) -> Result<ClientBuilder, String> {
    let mut builder = spice_cloud::Client::builder();
    if let Some(scope) = &settings.scope {
        builder = builder.scope(scope);
    }
    Ok(match (&settings.token, &settings.credentials, &settings.token_provider) {
        (given, None, None) => builder.token(token(given.as_ref(), emulator)?),
        (None, Some(client), None) => builder.client_credentials(
            client.id.as_deref().unwrap_or(emulator.client_id()),
            client.secret.as_deref().unwrap_or(emulator.client_secret()),
        ),
        (None, None, Some(given)) => {
            let tokens: Vec<String> =
                given.iter().map(|given| token(given.as_ref(), emulator)).collect::<Result<_, _>>()?;
            let asked = AtomicUsize::new(0);
            builder.token_provider(move || {
                let turn = asked.fetch_add(1, Ordering::Relaxed);
                let token = tokens.get(turn).or(tokens.last()).cloned();
                async { token.map(ProvidedToken::new).ok_or_else(|| "there is no token".into()) }
            })
        }
        _ => return Err("a client signs in with one thing".to_owned()),
    })
}

fn token(given: Option<&Token>, emulator: &Emulator) -> Result<String, String> {
    Ok(match given {
        None => emulator.token().to_owned(),
        Some(Token::Literal(text)) => text.clone(),
        Some(Token::Minted(wanted)) => emulator.mint(mint(wanted)?),
    })
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
    overrides.dedupe = options.dedupe.as_deref().map(dedupe).transpose()?;
    overrides.reconcile_timeout = options.reconcile_timeout.map(seconds).transpose()?;
    Ok(overrides)
}

fn dedupe(word: &str) -> Result<Dedupe, String> {
    match word {
        "off" => Ok(Dedupe::Off),
        "list" => Ok(Dedupe::List),
        "marker" => Ok(Dedupe::Marker),
        other => Err(format!("changes are not kept from happening twice by {other}")),
    }
}
