//! `cargo xtask canary`: plays scenarios and faults in every language with all that shows recorded, and searches it for the
//! secrets that are planted in them.

mod capture;
mod planted;
mod play;
mod records;
mod search;

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

pub(crate) use capture::watch;

use crate::faces::Face;
use crate::process::{fail, note, say};
use crate::reliability;
use search::Searcher;

/// How many hits are told one by one.
const MOST: usize = 20;

/// What was searched in a language, without a hit.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Clean {
    face: &'static str,
    records: usize,
    bytes: u64,
    planted: usize,
}

/// Plays and searches in these languages, or in all, and shows what was searched or writes it into its page.
pub(crate) fn run(root: &Path, asked: &[Face], write: bool) -> ExitCode {
    let (mut clean, mut wrong) = (Vec::new(), Vec::new());
    for face in Face::ALL.into_iter().filter(|face| asked.is_empty() || asked.contains(face)) {
        note(&format!("\n=== {}", face.name()));
        match play::play(root, face).and_then(|()| search(root, face)) {
            Ok(searched) => clean.push(searched),
            Err(why) => wrong.push(format!("{}: {why}", face.name())),
        }
    }
    let table = table(&clean);
    if !wrong.is_empty() {
        say(&table);
        return fail(&wrong.join("\n"), 1);
    }
    if write {
        return reliability::keep(root, "canary", &table)
            .map_or_else(|why| fail(&why, 1), |()| ExitCode::SUCCESS);
    }
    say(&table);
    ExitCode::SUCCESS
}

/// Searches what the last run of a face's tests recorded.
pub(crate) fn search(root: &Path, face: Face) -> Result<Clean, String> {
    let documents = planted::documents(root)?;
    let planted = planted::collect(&documents)?;
    let folder = capture::folder(root, face);
    let records = records::count(face, &folder, &documents);
    let searched = Searcher::new(&planted)?.search(&folder)?;
    let number = searched.hits.len();
    if number > 0 {
        let hits: Vec<String> = searched.hits.iter().take(MOST).map(ToString::to_string).collect();
        let mut why = format!("{number} planted secrets show in {}:\n{}", folder.display(), hits.join("\n"));
        if let Err(other) = records {
            why = format!("{why}\n{other}");
        }
        return Err(why);
    }
    Ok(Clean { face: face.name(), records: records?, bytes: searched.bytes, planted: planted.len() })
}

fn table(clean: &[Clean]) -> String {
    let mut table =
        "| language | records | megabytes | planted secrets | hits |\n|---|---|---|---|---|\n".to_owned();
    for Clean { face, records, bytes, planted } in clean {
        let (whole, part) = (bytes / 1_000_000, bytes / 100_000 % 10);
        // Writing to a String cannot fail.
        let _ = writeln!(table, "| {face} | {records} | {whole}.{part} | {planted} | 0 |");
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_a_line() {
        let clean = |face| Clean { face, records: 7, bytes: 12_345_678, planted: 3 };
        let table = table(&[clean("rust"), clean("node")]);
        assert!(table.ends_with("| rust | 7 | 12.3 | 3 | 0 |\n| node | 7 | 12.3 | 3 | 0 |\n"), "{table}");
    }
}
