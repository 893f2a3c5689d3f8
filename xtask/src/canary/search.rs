//! Searches files for planted values, in any spelling.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use aho_corasick::{AhoCorasick, MatchKind};

use super::planted::{Kind, Planted, spellings};

/// How much of a value is told.
const TOLD: usize = 9;

/// A value that shows.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Hit {
    file: PathBuf,
    line: usize,
    kind: Kind,
    spelling: &'static str,
    /// How the value begins, and its length.
    begins: String,
    length: usize,
}

impl fmt::Display for Hit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, kind, spelling, begins, length } = self;
        let (file, kind) = (file.display(), kind.name());
        write!(f, "{file}:{line}: {kind}, {spelling}: {begins}… ({length} characters)")
    }
}

/// What was searched, and what was found.
#[derive(Debug, Default)]
pub(super) struct Searched {
    pub(super) bytes: u64,
    pub(super) hits: Vec<Hit>,
}

/// Searches for all planted values at once.
pub(super) struct Searcher {
    automaton: AhoCorasick,
    /// What each pattern is: the kind of the value, the spelling, and what may be told of the value.
    meanings: Vec<(Kind, &'static str, String, usize)>,
}

impl Searcher {
    pub(super) fn new(planted: &Planted) -> Result<Self, String> {
        let (mut patterns, mut meanings) = (Vec::new(), Vec::new());
        for (value, kind) in planted {
            for (spelling, text) in spellings(value) {
                let begins: String = value.chars().take(TOLD).collect();
                patterns.push(text);
                meanings.push((*kind, spelling, begins, value.chars().count()));
            }
        }
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&patterns);
        Ok(Self { automaton: automaton.map_err(|error| error.to_string())?, meanings })
    }

    /// Searches every file of a folder.
    pub(super) fn search(&self, folder: &Path) -> Result<Searched, String> {
        let mut searched = Searched::default();
        let mut folders = vec![folder.to_owned()];
        while let Some(place) = folders.pop() {
            let wrong = |error: std::io::Error| format!("{}: {error}", place.display());
            for entry in place.read_dir().map_err(wrong)? {
                let path = entry.map_err(wrong)?.path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
                searched.bytes += bytes.len() as u64;
                searched.hits.extend(self.hits(path.strip_prefix(folder).unwrap_or(&path), &bytes));
            }
        }
        searched.hits.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        Ok(searched)
    }

    fn hits(&self, file: &Path, bytes: &[u8]) -> Vec<Hit> {
        let hit = |found: aho_corasick::Match| {
            let (kind, spelling, begins, length) = self.meanings.get(found.pattern().as_usize())?;
            let before = bytes.get(..found.start()).unwrap_or_default();
            let line = before.split(|byte| *byte == b'\n').count();
            let (kind, spelling, begins, length) = (*kind, *spelling, begins.clone(), *length);
            Some(Hit { file: file.to_owned(), line, kind, spelling, begins, length })
        };
        self.automaton.find_iter(bytes).filter_map(hit).collect()
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    use super::*;

    const VALUE: &str = "7h3qk9-example-x2m5w8-1";

    fn searcher() -> Searcher {
        let planted = [(VALUE, Kind::SecretValue), ("spice_emu_key_", Kind::ApiKey)];
        Searcher::new(&planted.map(|(text, kind)| (text.to_owned(), kind)).into()).unwrap()
    }

    #[test]
    fn a_planted_value_is_found_in_any_spelling() {
        let numbers = format!("{:?}", VALUE.as_bytes());
        let basic = STANDARD.encode(format!("user:{VALUE}"));
        for (text, spelling) in [
            (VALUE, "as it is"),
            (&VALUE[..15], "in half"),
            (&VALUE[9..], "in half"),
            (&basic, "base64"),
            (&numbers, "byte by byte"),
        ] {
            let folder = tempfile::tempdir().unwrap();
            fs::create_dir(folder.path().join("inner")).unwrap();
            fs::write(folder.path().join("inner/log.txt"), format!("nothing\n\u{0}x{text}y\n")).unwrap();
            fs::write(folder.path().join("other.txt"), "nothing").unwrap();
            let searched = searcher().search(folder.path()).unwrap();
            let [hit] = &searched.hits[..] else { panic!("{text}: {:?}", searched.hits) };
            assert_eq!((hit.line, hit.spelling, hit.kind), (2, spelling, Kind::SecretValue));
            let words = hit.to_string();
            assert!(words.starts_with("inner/log.txt:2: value of a secret, "), "{words}");
            assert!(words.ends_with("7h3qk9-ex… (23 characters)"), "{words}");
            assert!(searched.bytes > 10);
        }
    }

    #[test]
    fn what_an_emulator_makes_up_is_found_by_how_it_begins() {
        let hits = searcher().hits(Path::new("a"), b"key=spice_emu_key_4p8r6t1y9u3e and spice_emu_key_");
        assert_eq!(hits.iter().map(|hit| hit.kind).collect::<Vec<_>>(), [Kind::ApiKey, Kind::ApiKey]);
    }

    #[test]
    fn other_words_are_no_hits() {
        let text = b"spice_emu_client x2m5 7h3qk9 7h3qk9-exa [redacted] 55, 104, 51";
        assert_eq!(searcher().hits(Path::new("a"), text), []);
    }
}
