//! Answers that are almost right: whatever becomes of them on the way, the SDK gives a value or says what is wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};
use spice_cloud::{ErrorKind, Method};
use spice_cloud_tests::call::{Args, Caller, Kind, examples, names};
use spice_cloud_tests::scenario::Variables;
use spice_cloud_tests::{answer, files};

/// An operation, and an answer of it that can be read.
#[derive(Clone, Debug)]
struct Good {
    operation: String,
    status: u16,
    body: Value,
}

/// Every wire fixture that succeeds and whose operation is public.
fn good_answers() -> Vec<Good> {
    let documents = files::documents("tests/wire").expect("the fixtures can be read");
    let cases = documents.iter().flat_map(|document| document.value["cases"].as_array().expect("cases"));
    let good = cases.filter(|case| case.get("expect").is_some() && case.get("body").is_some());
    let good = good.filter(|case| case["operation"] != "oauth.token").map(|case| Good {
        operation: case["operation"].as_str().expect("an operation").to_owned(),
        status: case["status"].as_u64().and_then(|status| status.try_into().ok()).expect("a status"),
        body: case["body"].clone(),
    });
    good.collect()
}

/// What happens to a body.
#[derive(Clone, Debug)]
enum Mutation {
    /// A value becomes another.
    Replace(Index, Value),
    /// A member or an item is lost.
    Lose(Index),
    /// A member or an item comes to it.
    Gain(Index, String, Value),
    /// A value is wrapped into a list.
    Wrap(Index),
}

impl Mutation {
    fn apply(&self, body: &mut Value) {
        let places = places(body);
        let at = |index: &Index| places[index.index(places.len())].clone();
        match self {
            Self::Replace(index, value) => *found(body, &at(index)) = value.clone(),
            Self::Wrap(index) => {
                let value = found(body, &at(index));
                *value = json!([value.take()]);
            }
            Self::Lose(index) => {
                let place = at(index);
                let Some((parent, last)) = place.rsplit_once('/') else { return };
                match found(body, parent) {
                    Value::Object(members) => {
                        members.shift_remove(&last.replace("~1", "/").replace("~0", "~"));
                    }
                    Value::Array(items) => {
                        items.remove(last.parse().expect("a list is counted"));
                    }
                    _ => {}
                }
            }
            Self::Gain(index, name, value) => match found(body, &at(index)) {
                Value::Object(members) => {
                    members.insert(name.clone(), value.clone());
                }
                Value::Array(items) => items.push(value.clone()),
                other => *other = value.clone(),
            },
        }
    }
}

/// The place of every value in a body, as JSON pointers.
fn places(body: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), body)];
    while let Some((place, value)) = open.pop() {
        match value {
            Value::Object(members) => open.extend(members.iter().map(|(name, value)| {
                (format!("{place}/{}", name.replace('~', "~0").replace('/', "~1")), value)
            })),
            Value::Array(items) => {
                let numbered = items.iter().enumerate();
                open.extend(numbered.map(|(index, value)| (format!("{place}/{index}"), value)));
            }
            _ => {}
        }
        found.push(place);
    }
    found
}

fn found<'a>(body: &'a mut Value, place: &str) -> &'a mut Value {
    body.pointer_mut(place).expect("the place is in the body")
}

/// Names that mean something somewhere, and others.
fn name() -> impl Strategy<Value = String> {
    let known =
        ["id", "name", "apps", "projects", "status", "created_at", "tags", "config", "error", "\u{0}", ""];
    prop_oneof![proptest::sample::select(known.to_vec()).prop_map(str::to_owned), ".{0,12}"]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,16}".prop_map(Value::from),
        (0_u32..100_000).prop_map(|number| Value::from(number.to_string())),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let members = proptest::collection::vec((name(), inner.clone()), 0..4);
        prop_oneof![
            proptest::collection::vec(inner, 0..4).prop_map(Value::from),
            members.prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn mutation() -> impl Strategy<Value = Mutation> {
    prop_oneof![
        (any::<Index>(), value()).prop_map(|(at, value)| Mutation::Replace(at, value)),
        any::<Index>().prop_map(Mutation::Lose),
        (any::<Index>(), name(), value()).prop_map(|(at, name, value)| Mutation::Gain(at, name, value)),
        any::<Index>().prop_map(Mutation::Wrap),
    ]
}

/// What the SDK makes of a text that an operation is answered with.
fn read(good: &Good, text: &str) -> Result<Value, spice_cloud::Error> {
    let json = [("content-type".to_owned(), "application/json".to_owned())];
    let url = answer::once(good.status, &json, text).expect("a server can be started");
    let builder = spice_cloud::Client::builder()
        .base_url(url)
        .token("example-token-1")
        .max_retries(0)
        .dedupe(spice_cloud::Dedupe::Off);
    let caller = Caller::new(Kind::Async, builder).expect("a client can be built");
    let variables = Variables::default();
    let mut args =
        Args::new(examples::arguments(&good.operation).expect("the calls can be read"), &variables);
    let reply = caller.call(&names::public_name(&good.operation), &mut args, None).expect("a good call");
    reply.map(|outcome| outcome.result)
}

/// A text that breaks off leaves open what has become of a change that must not happen twice.
fn may_leave_it_open(good: &Good) -> bool {
    let operation = spice_cloud::operations().iter().find(|operation| operation.id() == good.operation);
    operation.is_some_and(|operation| operation.method() == Method::Post)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn a_changed_body_is_a_value_or_an_error_that_says_so(
        good in proptest::sample::select(good_answers()), mutations in proptest::collection::vec(mutation(), 1..5),
    ) {
        let mut body = good.body.clone();
        for mutation in &mutations {
            mutation.apply(&mut body);
        }
        if let Err(error) = read(&good, &body.to_string()) {
            prop_assert_eq!(error.kind(), ErrorKind::DecodeError, "{}", error);
            prop_assert!(!error.message().is_empty());
        }
    }

    #[test]
    fn a_broken_text_is_a_value_or_an_error_that_says_so(
        good in proptest::sample::select(good_answers()), cut in any::<Index>(), rest in ".{0,8}",
    ) {
        let whole: Vec<char> = good.body.to_string().chars().collect();
        let text: String = whole[..cut.index(whole.len())].iter().collect::<String>() + &rest;
        if let Err(error) = read(&good, &text) {
            let open = error.kind() == ErrorKind::AmbiguousOutcome && may_leave_it_open(&good);
            prop_assert!(open || error.kind() == ErrorKind::DecodeError, "{}", error);
        }
    }
}
