//! What a scenario file says. `tests/scenarios/README.md` describes it for every language.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};
use spice_cloud_emulator::{Quirks, RateLimit};

/// One scenario.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// What it shows, as a sentence.
    pub name: String,
    /// The row of the table of faults that it plays.
    pub case: Option<String>,
    /// How long it may take at most, in seconds.
    pub within: Option<f64>,
    /// What the emulator starts with.
    #[serde(default)]
    pub emulator: Stage,
    /// What the client is built with.
    #[serde(default)]
    pub client: Client,
    /// What happens, in order.
    pub steps: Vec<Step>,
}

impl Scenario {
    /// Reads a scenario.
    ///
    /// # Errors
    ///
    /// When a member is missing, unknown or of another type.
    pub fn read(value: &Value) -> Result<Self, String> {
        Self::deserialize(value).map_err(|error| error.to_string())
    }

    /// The names that its steps call and get a result from.
    pub fn successes(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().filter_map(|step| match step {
            Step::Call(call) if call.error.is_none() => Some(call.call.as_str()),
            _ => None,
        })
    }
}

/// What an emulator starts with.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// `empty`, if not given, or `demo`.
    pub seed: Option<String>,
    /// Of its randomness; 7 if not given.
    pub random_seed: Option<u64>,
    /// The instant at which its clock stands, or `real`.
    pub clock: Option<String>,
    /// How deployments move on.
    pub progression: Option<Pace>,
    /// Quirks of older servers.
    pub quirks: Option<Quirks>,
    /// How many requests a token may make.
    pub rate_limit: Option<RateLimit>,
    /// Rules for requests that go wrong.
    #[serde(default)]
    pub faults: Vec<Value>,
}

/// How deployments move on; times are in seconds.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pace {
    /// `immediate`, `after`, `polls`, `script` or `manual`.
    pub kind: String,
    /// Time in `queued`.
    pub queued: Option<f64>,
    /// Time in `in_progress`.
    pub in_progress: Option<f64>,
    /// How many reads each state lasts.
    pub reads: Option<u32>,
    /// What successive reads show.
    pub entries: Option<Vec<String>>,
    /// Error code while in progress.
    pub wait_for: Option<String>,
    /// Error code of a failure at the end.
    pub fail_with: Option<String>,
}

/// What a client is built with; what is not given is the SDK's default. Times are in seconds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Client {
    /// The emulator's own token if not given, and nothing else that signs in.
    pub token: Option<Token>,
    /// What the client asks for tokens with.
    #[serde(rename = "client_credentials")]
    pub credentials: Option<ClientCredentials>,
    /// What a provider gives, one after the other and the last for good; null is the emulator's own token.
    pub token_provider: Option<Vec<Option<Token>>>,
    /// What the emulator is asked with as a proxy.
    pub proxy: Option<Proxy>,
    /// The rights to ask for, with client credentials.
    pub scope: Option<String>,
    /// The organization to act on.
    pub org: Option<String>,
    /// Headers of every request.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// Limit of a whole call.
    pub timeout: Option<f64>,
    /// Limit of an attempt.
    pub attempt_timeout: Option<f64>,
    /// How many times a failed attempt may be followed by another.
    pub max_retries: Option<u32>,
    /// How many requests may be on their way at once.
    pub max_in_flight: Option<usize>,
    /// `apps` or `projects`.
    pub path_style: Option<String>,
    /// Whether input is checked before it is sent.
    pub validate: Option<bool>,
    /// `off`, `list` or `marker`.
    pub dedupe: Option<String>,
    /// How long the outcome of a change may be looked for.
    pub reconcile_timeout: Option<f64>,
    /// What every policy duration is divided by.
    pub time_scale: Option<u32>,
}

/// An OAuth client; what is not given is that of the emulator's own.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClientCredentials {
    /// Its id.
    pub id: Option<String>,
    /// Its secret.
    pub secret: Option<String>,
}

/// What a proxy asks for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proxy {
    /// The name of the user.
    pub user: String,
    /// The password.
    pub password: String,
}

/// A token as it is, or one that the emulator makes.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Token {
    /// As it is.
    Literal(String),
    /// Made by the emulator.
    Minted(Mint),
}

/// A token that the emulator makes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mint {
    /// `pat`, if not given, `oauth` or `session`.
    pub kind: Option<String>,
    /// All of them if not given.
    pub scopes: Option<Vec<String>>,
    /// The role to act with.
    pub role: Option<String>,
    /// The organization that it belongs to.
    pub org: Option<String>,
    /// Whom it acts for.
    pub user: Option<String>,
    /// How long it is good for, in seconds on the emulator's clock.
    pub expires_in: Option<u64>,
}

/// One thing that happens.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Step {
    /// The client makes a call.
    Call(Box<Call>),
    /// The emulator is told to do something.
    Emulator(Action),
    /// The requests since the last step of this kind are looked at.
    Requests(Requests),
}

/// A call, and what is expected of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// Its public name.
    pub call: String,
    /// Its arguments by their public names.
    #[serde(default)]
    pub args: Map<String, Value>,
    /// What a copy of the client does differently for it.
    pub options: Option<Options>,
    /// What is expected of the result. That there is one at all, when there is neither this nor an error.
    #[serde(default, deserialize_with = "present")]
    pub result: Option<Value>,
    /// What is expected of the error.
    pub error: Option<Value>,
    /// What the result tells about its call.
    pub meta: Option<Value>,
    /// Variables, each with the place in the result that it takes.
    #[serde(default)]
    pub save: BTreeMap<String, String>,
    /// The variable that the error becomes.
    pub save_error: Option<String>,
    /// How often it is made, one after the other.
    pub times: Option<u32>,
    /// How often it is made at the same time.
    pub at_once: Option<u32>,
    /// What a reader should know.
    pub note: Option<String>,
}

/// Also of null, which is the result of a deletion.
fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// What a copy of the client does differently; times are in seconds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// Limit of a whole call.
    pub timeout: Option<f64>,
    /// Limit of an attempt.
    pub attempt_timeout: Option<f64>,
    /// How many times a failed attempt may be followed by another.
    pub max_retries: Option<u32>,
    /// Headers to add.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// The organization to act on.
    pub org: Option<String>,
    /// `off`, `list` or `marker`.
    pub dedupe: Option<String>,
    /// How long the outcome of a change may be looked for.
    pub reconcile_timeout: Option<f64>,
}

/// What the emulator is told.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// `advance`, `fault`, `calm`, `progression`, `quirks` or `rate_limit`.
    pub emulator: String,
    /// What goes with it.
    pub args: Map<String, Value>,
    /// What a reader should know.
    pub note: Option<String>,
}

/// What the server saw.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requests {
    /// A list of all of them in order, or a matcher of that list.
    pub requests: Value,
    /// What a reader should know.
    pub note: Option<String>,
}
