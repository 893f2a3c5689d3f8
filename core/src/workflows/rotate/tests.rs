//! Rotations against a scripted server whose keys change with each request for new ones.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;
use tokio::time::Instant;

use super::Journal;
use crate::engine::tests::script::{Answer, Script, client, json as answer, sent, status};
use crate::error::{Error, ErrorKind};
use crate::{ApiKeys, Client, Handover, RotateKeys, RotationEvent, Secret};

/// An answer with both keys.
fn keys(first: &str, second: &str) -> Answer {
    answer(json!({ "api_key": first, "api_key_2": second }))
}

/// The same as it is read.
fn both(first: &str, second: &str) -> ApiKeys {
    serde_json::from_value(json!({ "api_key": first, "api_key_2": second })).unwrap()
}

/// What a program has seen of a rotation.
#[derive(Clone, Default)]
struct Diary(Arc<Mutex<Vec<String>>>);

impl Diary {
    fn note(&self, line: String) {
        self.0.lock().unwrap().push(line);
    }

    fn lines(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }

    /// A program that distributes keys and says of each whether it works.
    fn handover(&self, works: impl Fn(&str) -> bool + Send + Clone + 'static) -> Handover {
        let (given, tried, heard) = (self.clone(), self.clone(), self.clone());
        Handover::new(move |slot, key: Secret| {
            given.note(format!("give {slot} {}", key.reveal()));
            async { Ok(()) }
        })
        .verify(move |slot, key: Secret| {
            tried.note(format!("try {slot}"));
            let (works, key) = (works.clone(), key.reveal().to_owned());
            async move { Ok(works(&key)) }
        })
        .on_event(move |event: RotationEvent| {
            assert!(!event.journal.contains("canary"), "a journal holds no key");
            heard.note(format!("{} {}", event.step, event.slot));
        })
    }
}

/// Quick, so that a script is short.
fn quick() -> RotateKeys {
    RotateKeys::builder().verify_times(1).grace(Duration::from_secs(5)).build()
}

fn going_on(journal: impl Into<String>) -> RotateKeys {
    RotateKeys { journal: Some(journal.into()), ..quick() }
}

/// How often which key was asked to be replaced.
fn replaced(script: &Script) -> Vec<i64> {
    let bodies = script.bodies("POST /v1/apps/7/api-keys");
    bodies.iter().map(|body| body["key_number"].as_i64().unwrap()).collect()
}

fn old() -> Answer {
    keys("canary-one", "canary-two")
}

fn half() -> Answer {
    keys("canary-one", "canary-new-two")
}

fn new() -> Answer {
    keys("canary-new-one", "canary-new-two")
}

/// The requests of a rotation that meets no trouble: each replacement looks at the keys first.
fn smooth() -> (Client, Arc<Script>) {
    client([old(), old(), half(), half(), half(), new()])
}

#[tokio::test(start_paused = true)]
async fn both_keys_are_replaced_one_after_the_other() {
    let ((client, script), diary) = (smooth(), Diary::default());
    let started = Instant::now();
    let report = client.api_keys().rotate(7, quick(), diary.handover(|_| true)).await.unwrap();
    let told = [
        "started 2",
        "replaced 2",
        "give 2 canary-new-two",
        "distributed 2",
        "try 2",
        "verified 2",
        "replaced 1",
        "give 1 canary-new-one",
        "distributed 1",
        "try 1",
        "verified 1",
    ];
    assert_eq!(diary.lines(), told);
    assert_eq!(replaced(&script), [2, 1]);
    assert_eq!(report.keys, ApiKeys { regenerated_key: Some(1), ..both("canary-new-one", "canary-new-two") });
    assert!(!report.journal.contains("canary") && !format!("{report:?}").contains("canary"), "{report:?}");
    assert_eq!(started.elapsed(), Duration::from_secs(5), "the grace, and nothing else");
}

#[tokio::test(start_paused = true)]
async fn grace_and_verification_take_what_is_usual_if_nothing_is_said() {
    let ((client, _), diary) = (smooth(), Diary::default());
    let started = Instant::now();
    client.api_keys().rotate(7, RotateKeys::default(), diary.handover(|_| true)).await.unwrap();
    let tries = diary.lines().iter().filter(|line| line.starts_with("try")).count();
    // Twice three times with a second between, and half a minute of grace.
    assert_eq!((tries, started.elapsed()), (6, Duration::from_secs(2 + 30 + 2)));
}

#[tokio::test(start_paused = true)]
async fn the_first_key_is_not_touched_when_the_second_does_not_work() {
    let ((client, script), diary) = (client([old(), old(), half()]), Diary::default());
    let started = Instant::now();
    let params = RotateKeys { verify_timeout: Some(Duration::from_secs(10)), ..quick() };
    let error = client.api_keys().rotate(7, params, diary.handover(|_| false)).await.unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::RotationFailed, Some("api_keys.rotate")));
    assert!(error.message().starts_with("key 2 was not verified 1 times in a row within 10s"), "{error}");
    assert!(error.hint().unwrap().starts_with("key 1 goes on working"), "{error}");
    assert_eq!((replaced(&script), started.elapsed()), (vec![2], Duration::from_secs(10)));
    assert_eq!(diary.lines().last().unwrap(), "try 2");
    assert!(error.journal().is_some_and(|journal| !journal.contains("canary")));
}

#[tokio::test(start_paused = true)]
async fn a_key_has_to_pass_several_times_in_a_row() {
    let ((client, _), tries) = (smooth(), Arc::new(Mutex::new(0)));
    let handover = Handover::new(|_, _| async { Ok(()) }).verify(move |slot, _| {
        let mut tries = tries.lock().unwrap();
        *tries += i64::from(slot == 2);
        // One that fails, and one of which nothing can be said, begin the row anew.
        let answer = match *tries {
            2 => Ok(false),
            5 => Err("the network is down".into()),
            _ => Ok(true),
        };
        async { answer }
    });
    let params = RotateKeys { verify_times: Some(3), ..quick() };
    let started = Instant::now();
    client.api_keys().rotate(7, params, handover).await.unwrap();
    // Eight tries of the second key and three of the first, a second apart.
    assert_eq!(started.elapsed(), Duration::from_secs(7 + 5 + 2));
}

/// Rotates with a function that says so at first, if anything, and then hangs; gives the words of the failure.
async fn hangs_after(mut said: Option<&'static str>) -> String {
    let (client, script) = client([old(), old(), half()]);
    let handover = Handover::new(|_, _| async { Ok(()) }).verify(move |_, _| {
        let said = said.take();
        async move { if let Some(words) = said { Err(words.into()) } else { std::future::pending().await } }
    });
    let started = Instant::now();
    let error = client.api_keys().rotate(7, quick(), handover).await.unwrap_err();
    assert_eq!((replaced(&script), started.elapsed()), (vec![2], Duration::from_secs(120)));
    error.message().to_owned()
}

#[tokio::test(start_paused = true)]
async fn a_verification_that_hangs_ends_with_the_limit_and_keeps_the_reason_that_was_given_before() {
    assert!(hangs_after(None).await.ends_with("within 120s: it did not end"));
    assert!(hangs_after(Some("no route")).await.ends_with("within 120s: no route"));
}

#[tokio::test(start_paused = true)]
async fn the_first_key_is_not_touched_when_the_second_changes_meanwhile() {
    let answers = [old(), old(), half(), keys("canary-one", "canary-of-others")];
    let ((client, script), diary) = (client(answers), Diary::default());
    let error = client.api_keys().rotate(7, quick(), diary.handover(|_| true)).await.unwrap_err();
    assert_eq!((error.kind(), replaced(&script)), (ErrorKind::RotationFailed, vec![2]));
    assert!(error.message().contains("key 2 has changed since it was verified"), "{error}");
    assert!(error.hint().unwrap().contains("who else"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn the_words_of_a_program_that_fails_hold_no_key() {
    let words = |key: Secret| format!("vault refused {}", key.reveal());
    let (client, script) = client([old(), old(), half()]);
    let handover = Handover::new(move |_, key| async move { Err(words(key).into()) });
    let error = client.api_keys().rotate(7, quick(), handover).await.unwrap_err();
    assert_eq!((error.kind(), replaced(&script)), (ErrorKind::RotationFailed, vec![2]));
    assert_eq!(error.message(), "key 2 was not distributed: vault refused [redacted]");
    assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");

    let (client, _) = self::client([old(), old(), half()]);
    let handover =
        Handover::new(|_, _| async { Ok(()) }).verify(move |_, key| async move { Err(words(key).into()) });
    let error = client.api_keys().rotate(7, quick(), handover).await.unwrap_err();
    assert!(error.message().ends_with("within 120s: vault refused [redacted]"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_lost_answer_still_distributes_the_key_that_was_made() {
    let answers = [old(), old(), status(503), half(), half(), half(), status(503), new()];
    let ((client, script), diary) = (client(answers), Diary::default());
    let report = client.api_keys().rotate(7, quick(), diary.handover(|_| true)).await.unwrap();
    let given: Vec<String> = diary.lines().into_iter().filter(|line| line.starts_with("give")).collect();
    assert_eq!(given, ["give 2 canary-new-two", "give 1 canary-new-one"]);
    assert_eq!(replaced(&script), [2, 1]);
    assert!(report.meta.adopted());
    assert_eq!(report.keys.regenerated_key, Some(1));
}

#[tokio::test(start_paused = true)]
async fn a_replacement_of_which_nobody_can_tell_stops_the_rotation() {
    let others = keys("canary-of-others", "canary-two");
    let ((client, script), diary) = (client([old(), old(), status(503), others]), Diary::default());
    let error = client.api_keys().rotate(7, quick(), diary.handover(|_| true)).await.unwrap_err();
    assert_eq!((error.kind(), replaced(&script)), (ErrorKind::AmbiguousOutcome, vec![2]));
    assert!(error.journal().is_some());
    assert_eq!(diary.lines(), ["started 2"]);
}

/// A journal of a rotation that has come so far.
fn journal(far: impl FnOnce(&mut Journal)) -> String {
    let mut journal = Journal::begin(7, &both("canary-one", "canary-two"));
    far(&mut journal);
    journal.write()
}

/// Goes on with a journal; gives what was replaced and which keys were given.
async fn go_on(
    journal: String,
    answers: impl IntoIterator<Item = Answer>,
) -> (Result<(), Error>, Vec<i64>, Vec<String>) {
    let ((client, script), diary) = (client(answers), Diary::default());
    let ended = client.api_keys().rotate(7, going_on(journal), diary.handover(|_| true)).await;
    let given = diary.lines().into_iter().filter(|line| line.starts_with("give")).collect();
    assert!(script.answers.lock().unwrap().is_empty(), "all that was scripted was asked for");
    (ended.map(drop), replaced(&script), given)
}

#[tokio::test(start_paused = true)]
async fn a_rotation_goes_on_from_wherever_it_stopped() {
    let verified = |journal: &mut Journal| {
        journal.note_new(2, &both("canary-one", "canary-new-two"));
        journal.note_verified(2);
    };
    let second = "give 2 canary-new-two".to_owned();
    let first = "give 1 canary-new-one".to_owned();
    // Nothing had been done.
    let (ended, replaced, given) =
        go_on(journal(|_| {}), [old(), old(), half(), half(), half(), new()]).await;
    assert_eq!((ended.is_ok(), replaced, given), (true, vec![2, 1], vec![second.clone(), first.clone()]));
    // The second had been replaced: without a word of it in the journal, or with.
    for far in [
        |_: &mut Journal| {},
        |journal: &mut Journal| {
            journal.note_new(2, &both("canary-one", "canary-new-two"));
        },
    ] {
        let (ended, replaced, given) = go_on(journal(far), [half(), half(), half(), new()]).await;
        assert_eq!((ended.is_ok(), replaced, given), (true, vec![1], vec![second.clone(), first.clone()]));
    }
    // The second had been verified.
    let (ended, replaced, given) = go_on(journal(verified), [half(), half(), half(), new()]).await;
    assert_eq!((ended.is_ok(), replaced, given), (true, vec![1], vec![first.clone()]));
    // The first had been replaced, too, and not yet distributed.
    let (ended, replaced, given) = go_on(journal(verified), [new()]).await;
    assert_eq!((ended.is_ok(), replaced, given), (true, vec![], vec![first]));
    // All had been done.
    let (ended, replaced, given) = go_on(
        journal(|journal| {
            verified(journal);
            journal.note_new(1, &both("canary-new-one", "canary-new-two"));
            journal.note_verified(1);
        }),
        [new()],
    )
    .await;
    assert_eq!((ended.is_ok(), replaced, given), (true, vec![], vec![]));
}

#[tokio::test(start_paused = true)]
async fn a_second_key_that_somebody_has_replaced_since_is_verified_anew() {
    let verified = journal(|journal| {
        journal.note_new(2, &both("canary-one", "canary-new-two"));
        journal.note_verified(2);
    });
    let others = || keys("canary-one", "canary-of-others");
    let last = keys("canary-new-one", "canary-of-others");
    let (ended, replaced, given) = go_on(verified, [others(), others(), others(), last]).await;
    let wanted = ["give 2 canary-of-others", "give 1 canary-new-one"].map(str::to_owned);
    assert_eq!((ended.is_ok(), replaced, given), (true, vec![1], wanted.to_vec()));
}

#[tokio::test(start_paused = true)]
async fn the_journal_of_an_error_goes_on_where_it_failed() {
    let (client, script) = client([old(), old(), half()]);
    let refusing = Handover::new(|_, _| async { Err("no room".into()) });
    let error = client.api_keys().rotate(7, quick(), refusing).await.unwrap_err();
    let (ended, replaced, given) =
        go_on(error.journal().unwrap().to_owned(), [half(), half(), half(), new()]).await;
    assert_eq!((ended.is_ok(), self::replaced(&script), replaced), (true, vec![2], vec![1]));
    assert_eq!(given, ["give 2 canary-new-two", "give 1 canary-new-one"]);
}

#[tokio::test(start_paused = true)]
async fn what_is_no_journal_of_the_app_asks_for_nothing() {
    for text in ["nonsense".to_owned(), Journal::begin(8, &both("a", "b")).write()] {
        let ((client, script), diary) = (client([]), Diary::default());
        let error = client.api_keys().rotate(7, going_on(text), diary.handover(|_| true)).await.unwrap_err();
        assert_eq!((error.kind(), sent(&script)), (ErrorKind::ValidationError, 0));
        assert!(error.field_errors().contains_key("journal") && diary.lines().is_empty());
    }
}
