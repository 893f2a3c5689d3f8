//! `api`: requests to endpoints that have no command.

use spice_cloud::{JsonValue, Method, RawRequest};

use super::input;
use super::keys::KEEP_SAFE;
use crate::context::{Context, Done};
use crate::failure::Failure;
use crate::mask::mask_keys;
use crate::values::pair;

/// Options of `api`.
#[derive(Debug, clap::Args)]
pub(crate) struct Api {
    /// GET, POST, PUT, PATCH or DELETE
    #[arg(ignore_case = true, value_parser = method)]
    method: Method,
    /// Path below the address of the API, such as /v1/limits
    path: String,
    /// JSON to send; @FILE reads a file, - standard input
    #[arg(short, long, value_name = "JSON")]
    data: Option<String>,
    /// A parameter of the query; may be given several times
    #[arg(short, long, value_name = "KEY=VALUE", value_parser = pair)]
    query: Vec<(String, String)>,
    /// Show API keys in the answer in full
    #[arg(long)]
    reveal: bool,
}

/// Sends a request and writes the answer; people get JSON too.
pub(crate) fn run(context: &mut Context<'_>, command: Api) -> Done {
    let mut request = RawRequest::new(command.method, command.path);
    if let Some(data) = &command.data {
        request = request.body(json(context, data)?);
    }
    for (name, value) in command.query {
        request = request.query(name, value);
    }
    let client = context.client()?;
    let response = match command.method {
        Method::Get => context.call(client.request(request))?,
        _ => context.change(client.request(request))?,
    };
    let mut body = response.body;
    if body.is_null() {
        context.tell(format!("{}, without a body", response.status));
        return Ok(());
    }
    if command.reveal {
        context.warn(KEEP_SAFE);
    } else if mask_keys(&mut body) {
        context.tell("API keys are masked; --reveal shows them");
    }
    context.show_data(&body)
}

fn json(context: &mut Context<'_>, data: &str) -> Result<JsonValue, Failure> {
    let text = match data.strip_prefix('@') {
        Some(file) => input::text(context, file)?,
        None if data == "-" => input::text(context, "-")?,
        None => data.to_owned(),
    };
    // The message of the parser names a place and never what stands there.
    serde_json::from_str(&text).map_err(|error| Failure::usage(format!("the data is no JSON: {error}")))
}

fn method(text: &str) -> Result<Method, String> {
    let all = [Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete];
    let found = all.into_iter().find(|method| method.as_str().eq_ignore_ascii_case(text));
    found.ok_or_else(|| "must be GET, POST, PUT, PATCH or DELETE".to_owned())
}
