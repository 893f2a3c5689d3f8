//! An emulator, a client that meets faults, a referee who meets none, and the model.

use std::collections::BTreeMap;

use fastrand::Rng;
use serde_json::json;
use spice_cloud::{Client, Error, ErrorKind, Settled};
use spice_cloud_emulator::{Emulator, MintToken, Progression, RequestRecord};

use crate::app::App;
use crate::figures::Figures;

/// What is known of a change after its call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    Happened,
    NotDone,
    /// The caller was told that nobody knows.
    Unknown,
}

pub struct World {
    pub emulator: Emulator,
    /// Whose requests meet faults.
    pub player: Client,
    pub referee: Client,
    pub rng: Rng,
    pub figures: Figures,
    pub apps: Vec<App>,
    /// Roles of members, by name.
    pub members: BTreeMap<String, Vec<String>>,
    named: u32,
    /// The last record of the log that was looked at.
    seen: u64,
}

/// For each method that changes something: how likely it is that a request meets it.
const FAULTS: [(&str, f64, &str); 7] = [
    ("after-drop", 0.09, r#"{"kind": "drop_after_commit"}"#),
    ("after-reset", 0.011, r#"{"kind": "drop_after_commit", "reset": true}"#),
    ("after-cut", 0.01, r#"{"kind": "bad_json"}"#),
    ("before-drop", 0.02, r#"{"kind": "drop_before_commit"}"#),
    ("before-503", 0.02, r#"{"kind": "status", "status": 503}"#),
    ("before-429", 0.01, r#"{"kind": "status", "status": 429, "headers": {"retry-after": "1"}}"#),
    ("before-page", 0.01, r#"{"kind": "html_page", "status": 502}"#),
];
const FAULTS_OF_READS: [(&str, f64, &str); 3] = [
    ("read-drop", 0.02, r#"{"kind": "drop_before_commit"}"#),
    ("read-503", 0.02, r#"{"kind": "status", "status": 503}"#),
    ("read-cut", 0.01, r#"{"kind": "reset_mid_body", "bytes": 3}"#),
];

impl World {
    pub fn new(seed: u64) -> Self {
        let emulator = Emulator::builder()
            .random_seed(seed)
            .progression(Progression::Immediate)
            .keep_secret_values(true)
            .start()
            .unwrap();
        let client = |label: &str, time_scale| {
            let token = emulator.mint(MintToken::new().label(label));
            Client::builder().base_url(emulator.url()).token(token).time_scale(time_scale).build().unwrap()
        };
        let (player, referee) = (client("player", 100), client("referee", 1));
        let rule = |id: &str, method: &str, probability: f64, action: &str| {
            let action: serde_json::Value = serde_json::from_str(action).unwrap();
            let matcher = json!({ "token": "player", "method": method });
            let rule = json!({ "id": format!("{id}-{method}"), "match": matcher, "probability": probability, "do": action });
            emulator.add_fault(rule).unwrap();
        };
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            for (id, probability, action) in FAULTS {
                rule(id, method, probability, action);
            }
        }
        for (id, probability, action) in FAULTS_OF_READS {
            rule(id, "GET", probability, action);
        }
        Self {
            emulator,
            player,
            referee,
            rng: Rng::with_seed(seed),
            figures: Figures::default(),
            apps: Vec::new(),
            members: BTreeMap::new(),
            named: 0,
            seen: 0,
        }
    }

    /// A name that nothing had before.
    pub fn name(&mut self, what: &str) -> String {
        self.named += 1;
        format!("{what}-{}", self.named)
    }

    pub async fn play(mut self, operations: u64) -> Figures {
        while self.figures.operations < operations {
            self.figures.operations += 1;
            let index = if self.apps.is_empty() { 0 } else { self.rng.usize(..self.apps.len()) };
            let choice = if self.apps.is_empty() { 0 } else { self.rng.u8(..100) };
            match choice {
                0..6 if self.apps.len() < 6 => self.create_app().await,
                0..10 if self.apps.len() > 1 => self.delete_app(index).await,
                0..35 => self.deploy(index).await,
                35..55 => self.set_secret(index).await,
                55..63 => self.delete_secret(index).await,
                63..75 => self.update_app(index).await,
                75..88 => self.regenerate(index).await,
                88..93 => self.add_member().await,
                93..97 => self.change_member().await,
                _ => self.remove_member().await,
            }
            if self.figures.operations.is_multiple_of(250) {
                self.compare().await;
            }
        }
        self.compare().await;
        self.figures
    }

    /// The requests of the player since the last time.
    pub fn requests(&mut self) -> Vec<RequestRecord> {
        let all = self.emulator.requests();
        let new: Vec<RequestRecord> = all.into_iter().filter(|record| record.seq > self.seen).collect();
        self.seen = new.last().map_or(self.seen, |record| record.seq);
        self.emulator.clear_requests();
        let of_player: Vec<RequestRecord> =
            new.into_iter().filter(|record| record.token.as_deref() == Some("player")).collect();
        self.figures.requests += of_player.len() as u64;
        let fault = |record: &RequestRecord| record.fault.clone().unwrap_or_default();
        self.figures.faults += of_player.iter().filter(|record| record.fault.is_some()).count() as u64;
        self.figures.dropped_after_commit += of_player
            .iter()
            .filter(|record| {
                fault(record).starts_with("after-drop") || fault(record).starts_with("after-reset")
            })
            .count() as u64;
        of_player
    }

    /// How often an operation was carried out since the last time, where carrying it out cannot be refused.
    pub fn commits(&mut self, operation: &str) -> usize {
        let committed = |record: &&RequestRecord| {
            record.operation.as_deref() == Some(operation)
                && record.fault.as_deref().is_none_or(|fault| fault.starts_with("after-"))
        };
        self.requests().iter().filter(committed).count()
    }

    /// What the caller knows after a failed call, having asked for what became of it.
    pub async fn settle(&mut self, error: &Error) -> (Known, Option<Settled>) {
        if error.kind() != ErrorKind::AmbiguousOutcome {
            self.figures.failed(error);
            // Retries of what may be repeated can be used up with a request that was carried out among them.
            return (
                if error.kind().is_transport() || error.retryable() {
                    Known::Unknown
                } else {
                    Known::NotDone
                },
                None,
            );
        }
        self.figures.ambiguous += 1;
        let (known, settled) = match self.referee.reconcile(error).await {
            Ok(Settled::NotDone) => (Known::NotDone, None),
            Ok(settled) => (Known::Happened, Some(settled)),
            Err(_) => (Known::Unknown, None),
        };
        self.figures.settled[match known {
            Known::Happened => 0,
            Known::NotDone => 1,
            Known::Unknown => 2,
        }] += 1;
        (known, settled)
    }

    /// A call has succeeded.
    pub fn succeeded(&mut self, adopted: bool) {
        if adopted {
            self.figures.adopted += 1;
        } else {
            self.figures.answered += 1;
        }
    }

    /// Holds what was said against how often it has happened.
    pub fn judge(&mut self, what: &str, known: Known, times: usize) {
        if times > 1 {
            self.figures.doubled += 1;
            println!("doubled: {what} has happened {times} times ({known:?})");
        }
        if known == Known::Happened && times == 0 {
            self.figures.lost += 1;
            println!("lost: {what} was said to have happened");
        }
        assert!(known != Known::NotDone || times == 0, "{what} was said not to have happened");
    }
}
