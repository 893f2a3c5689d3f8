//! A desired state: what would have to change for it, and doing that.
//!
//! Nothing is kept between the two but the plan itself, which says what it rests on. So a plan that no longer fits is refused,
//! and whatever fails on the way is mended by the next plan.

mod apply;
mod desired;
mod fingerprints;
mod live;
mod steps;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::generated::models::Plan;
use crate::generated::operations::CLIENT_APPLY;
use crate::meta::Meta;
use crate::request::Request;
use crate::wire::{Extra, JsonValue, Secret};

pub(crate) use apply::client_apply;
use desired::{Desired, refused};
use fingerprints::{Fingerprints, Key};
use live::Live;
use steps::{Rules, Step, Steps, steps};

/// What a plan hands to its apply: no secret, and nothing that has to be believed.
#[derive(Deserialize, Serialize)]
struct Document {
    version: u32,
    desired: Desired,
    prune: bool,
    fingerprints: Fingerprints,
    /// What the plan rests on.
    live: String,
    /// What it says, so that an apply does no more than was read.
    steps: Vec<String>,
}

const VERSION: u32 = 1;

/// Everything that a plan and its apply work with.
struct Comparison {
    desired: Desired,
    prune: bool,
    live: Live,
    values: BTreeMap<String, Secret>,
    fingerprints: Fingerprints,
    key: Option<Key>,
}

pub(crate) async fn client_plan(client: Client, request: Request) -> Result<Plan> {
    let desired = Desired::read(request.given("desired").unwrap_or(&JsonValue::Null))?;
    let fingerprints = Fingerprints::read(request.text("fingerprints"))?;
    let prune = request.given("prune").and_then(JsonValue::as_bool).unwrap_or_default();
    let compared = Comparison::new(&client, &request, desired, prune, fingerprints).await?;
    let Steps { steps, mut warnings } = compared.steps()?;
    if compared.key.is_none() && !compared.desired.secrets.is_empty() {
        warnings.push(
            "tokens come from a function, so that fingerprints of secrets need a `fingerprint_key`"
                .to_owned(),
        );
    }
    let document = Document {
        version: VERSION,
        live: compared.live.digest(),
        desired: compared.desired,
        prune,
        fingerprints: compared.fingerprints,
        steps: steps.iter().map(|(_, text)| text.clone()).collect(),
    };
    Ok(Plan {
        is_empty: steps.is_empty(),
        text: in_words(&steps, &warnings),
        changes: steps.iter().map(|(step, text)| step.told(text)).collect(),
        warnings,
        document: serde_json::to_string(&document).unwrap_or_default(),
        extra: Extra::default(),
        meta: Meta::default(),
    })
}

impl Document {
    fn read(text: &str) -> Result<Self> {
        let refused = |problem: &str| {
            Error::new(ErrorKind::ValidationError, "nothing was sent, because of document")
                .with_field_errors([("document".to_owned(), vec![problem.to_owned()])].into())
                .with_hint("give the `document` of a plan")
                .of(&CLIENT_APPLY)
        };
        let document: Self = serde_json::from_str(text).map_err(|_| refused("is not that of a plan"))?;
        if document.version == VERSION {
            Ok(document)
        } else {
            Err(refused("is of another version of the SDK"))
        }
    }
}

impl Comparison {
    async fn new(
        client: &Client,
        request: &Request,
        desired: Desired,
        prune: bool,
        fingerprints: Fingerprints,
    ) -> Result<Self> {
        let values = values(&desired, request);
        let key = Key::of(client, request.text("fingerprint_key"));
        let live = Live::read(client, &desired).await?;
        Ok(Self { desired, prune, live, values, fingerprints, key })
    }

    /// What has to be done; refuses when a secret has to be set and nobody has its value.
    fn steps(&self) -> Result<Steps> {
        let rules = Rules {
            prune: self.prune,
            values: &self.values,
            fingerprints: &self.fingerprints,
            key: self.key.as_ref(),
        };
        let found = steps(&self.desired, &self.live, &rules);
        let mut problems = BTreeMap::new();
        for (step, _) in &found.steps {
            let Step::SetSecret { name, .. } = step else { continue };
            if !self.values.contains_key(name) {
                let variable = self.desired.secrets.get(name).map_or(name.as_str(), String::as_str);
                let words = format!("has no value: set the variable {variable}, or give it in `values`");
                problems.insert(format!("secrets.{name}"), vec![words]);
            }
        }
        if problems.is_empty() { Ok(found) } else { Err(refused(problems)) }
    }
}

/// The values of secrets that are at hand: given, or from the environment.
fn values(desired: &Desired, request: &Request) -> BTreeMap<String, Secret> {
    let given = request.given("values").and_then(JsonValue::as_object);
    let of = |name: &str, variable: &str| {
        let given = given.and_then(|values| values.get(name)?.as_str()).map(Secret::from);
        given.or_else(|| std::env::var(variable).ok().filter(|value| !value.is_empty()).map(Secret::from))
    };
    desired.secrets.iter().filter_map(|(name, variable)| Some((name.clone(), of(name, variable)?))).collect()
}

/// A plan for people to read.
fn in_words(steps: &[(Step, String)], warnings: &[String]) -> String {
    let mut lines: Vec<String> = steps.iter().map(|(step, text)| format!("{} {text}", sign(step))).collect();
    if lines.is_empty() {
        lines.push("Nothing to change.".to_owned());
    }
    lines.extend(warnings.iter().map(|warning| format!("! {warning}")));
    lines.join("\n")
}

fn sign(step: &Step) -> char {
    match step {
        Step::CreateApp(_) | Step::AddMember { .. } | Step::SetSecret { is_new: true, .. } => '+',
        Step::UpdateApp(_) | Step::UpdateMember { .. } | Step::SetSecret { is_new: false, .. } => '~',
        Step::DeleteSecret(_) | Step::RemoveMember { .. } => '-',
        Step::Deploy { .. } => '>',
    }
}

#[cfg(test)]
mod tests;
