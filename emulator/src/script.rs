//! Scripts: what successive reads of a deployment show, word by word.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::errors::AdminError;

/// More reads than any test makes of one entry.
const MOST_READS: u32 = 1_000_000;

/// One entry of a [`Script`]: `status`, `status:error_code` or either followed by `*reads`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) status: String,
    pub(crate) error_code: Option<String>,
    /// How many reads it lasts; at least one.
    pub(crate) reads: u32,
}

impl FromStr for Entry {
    type Err = AdminError;

    fn from_str(text: &str) -> Result<Self, AdminError> {
        let wrong = |why: &str| AdminError::new(format!("'{text}' is not an entry of a script: {why}"));
        let (shown, reads) = match text.split_once('*') {
            None => (text, 1),
            Some((shown, reads)) => {
                let reads = reads.trim().parse().ok().filter(|reads| (1..=MOST_READS).contains(reads));
                (shown, reads.ok_or_else(|| wrong("after * stands how many reads it lasts, from 1 on"))?)
            }
        };
        let (status, error_code) = match shown.split_once(':') {
            None => (shown.trim(), None),
            Some((status, code)) => (status.trim(), Some(code.trim())),
        };
        if !is_word(status) {
            return Err(wrong("it starts with a status such as queued, of small letters, digits and _"));
        }
        if error_code.is_some_and(|code| !is_word(code)) {
            return Err(wrong("after : stands an error code such as insufficient_cpu"));
        }
        Ok(Self { status: status.to_owned(), error_code: error_code.map(str::to_owned), reads })
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.status)?;
        if let Some(code) = &self.error_code {
            write!(formatter, ":{code}")?;
        }
        if self.reads > 1 { write!(formatter, "*{}", self.reads) } else { Ok(()) }
    }
}

fn is_word(text: &str) -> bool {
    let known = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    !text.is_empty() && text.bytes().all(known)
}

/// What successive reads of a deployment show. Made by [`Progression::script`](crate::Progression::script).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct Script {
    entries: Vec<Entry>,
}

impl Script {
    /// Reads the entries. A final status ends a script, except that `created` may follow `succeeded`.
    pub(crate) fn parse<S: AsRef<str>>(entries: impl IntoIterator<Item = S>) -> Result<Self, AdminError> {
        let entries: Vec<Entry> =
            entries.into_iter().map(|entry| entry.as_ref().parse()).collect::<Result<_, _>>()?;
        if entries.is_empty() {
            return Err(AdminError::new("a script needs at least one entry, such as succeeded"));
        }
        for pair in entries.windows(2) {
            let (from, to) = (pair[0].status.as_str(), pair[1].status.as_str());
            let ends = matches!(from, "succeeded" | "failed" | "created");
            if ends && from != to && (from, to) != ("succeeded", "created") {
                return Err(AdminError::new(format!(
                    "in a script {to} cannot follow {from}, which is final"
                )));
            }
        }
        Ok(Self { entries })
    }

    /// The script of a deployment that takes a step after every `reads` reads.
    pub(crate) fn of_polls(reads: u32, wait_for: Option<String>, fail_with: Option<String>) -> Self {
        let reads = reads.clamp(1, MOST_READS);
        let entry = |status: &str, error_code| Entry { status: status.to_owned(), error_code, reads };
        let end = if fail_with.is_some() { "failed" } else { "succeeded" };
        Self { entries: vec![entry("queued", None), entry("in_progress", wait_for), entry(end, fail_with)] }
    }
}

impl TryFrom<Vec<String>> for Script {
    type Error = AdminError;

    fn try_from(entries: Vec<String>) -> Result<Self, AdminError> {
        Self::parse(entries)
    }
}

impl From<Script> for Vec<String> {
    fn from(script: Script) -> Self {
        script.entries.iter().map(ToString::to_string).collect()
    }
}

/// A script and how far its deployment has got in it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Walk {
    script: Script,
    position: usize,
    /// Reads that have seen the present entry.
    seen: u32,
}

impl Walk {
    pub(crate) fn new(script: Script) -> Self {
        Self { script, position: 0, seen: 0 }
    }

    /// Counts a read and gives the entry that it shows. The last entry stays.
    pub(crate) fn read(&mut self) -> Option<&Entry> {
        let entries = &self.script.entries;
        let lasts = entries.get(self.position).map_or(0, |entry| entry.reads);
        if self.seen < lasts {
            self.seen += 1;
        } else if self.position + 1 < entries.len() {
            self.position += 1;
            self.seen = 1;
        }
        entries.get(self.position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(script: Script, reads: usize) -> Vec<String> {
        let mut walk = Walk::new(script);
        (0..reads)
            .map(|_| {
                let entry = walk.read().unwrap();
                format!("{} {}", entry.status, entry.error_code.as_deref().unwrap_or_default())
            })
            .collect()
    }

    #[test]
    fn each_entry_lasts_as_long_as_it_says() {
        let script =
            Script::parse(["queued", "in_progress * 2", "pending", "failed:insufficient_cpu"]).unwrap();
        let expected = [
            "queued ",
            "in_progress ",
            "in_progress ",
            "pending ",
            "failed insufficient_cpu",
            "failed insufficient_cpu",
        ];
        assert_eq!(shown(script, 6), expected);
    }

    #[test]
    fn polls_are_a_script() {
        let script = Script::of_polls(2, Some("insufficient_memory".to_owned()), None);
        let texts: Vec<String> = script.into();
        assert_eq!(texts, ["queued*2", "in_progress:insufficient_memory*2", "succeeded*2"]);
        assert_eq!(
            shown(Script::of_polls(0, None, None), 4),
            ["queued ", "in_progress ", "succeeded ", "succeeded "]
        );
    }

    #[test]
    fn what_is_written_is_read_again() {
        let texts =
            ["queued*3", "in_progress:insufficient_memory*2", "succeeded", "created"].map(str::to_owned);
        let script = Script::parse(&texts).unwrap();
        assert_eq!(Vec::from(script.clone()), texts);
        assert_eq!(serde_json::from_str::<Script>(&serde_json::to_string(&script).unwrap()).unwrap(), script);
    }

    #[test]
    fn mistakes_are_named() {
        for (entries, named) in [
            (vec![], "at least one"),
            (vec!["queued*0"], "how many reads"),
            (vec!["queued*two"], "how many reads"),
            (vec!["queued*2*3"], "how many reads"),
            (vec!["In Progress"], "status such as queued"),
            (vec![""], "status such as queued"),
            (vec!["failed:"], "error code"),
            (vec!["failed:a:b"], "error code"),
            (vec!["failed", "queued"], "queued cannot follow failed"),
        ] {
            let error = Script::parse(&entries).unwrap_err().to_string();
            assert!(error.contains(named), "{entries:?}: {error}");
        }
    }
}
