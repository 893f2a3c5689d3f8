//! The blocks of code in the pages for Kotlin and Swift, as programs that the tests run.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// Where it begins, such as `docs/kotlin.md:30`.
    pub(crate) place: String,
    pub(crate) language: String,
    pub(crate) code: String,
    /// What it prints, if the page says so: the block of text behind it.
    pub(crate) prints: Option<String>,
}

/// The blocks of a page in a language, in order.
pub(crate) fn blocks(root: &Path, page: &str, language: &str) -> Result<Vec<Block>, String> {
    let text = fs::read_to_string(root.join(page)).map_err(|error| format!("{page}: {error}"))?;
    Ok(all(page, &text).into_iter().filter(|block| block.language == language).collect())
}

fn all(page: &str, text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<Block> = None;
    for (number, line) in (1..).zip(text.lines()) {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(language)) => {
                let (place, language) = (format!("{page}:{number}"), language.to_owned());
                open = Some(Block { place, language, code: String::new(), prints: None });
            }
            (Some(block), Some(_)) => {
                let before = blocks.last_mut().filter(|_| block.language == "text");
                match before.filter(|before| before.prints.is_none() && before.language != "sh") {
                    Some(before) => before.prints = Some(block.code.clone()),
                    None => blocks.push(block.clone()),
                }
                open = None;
            }
            (Some(block), None) => {
                block.code.push_str(line);
                block.code.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}

/// A block's lines that import something, and the others.
pub(crate) fn imports(code: &str) -> (String, String) {
    let (imports, rest): (Vec<&str>, Vec<&str>) = code.lines().partition(|line| line.starts_with("import "));
    let lines = |lines: Vec<&str>| {
        lines.into_iter().fold(String::new(), |mut text, line| {
            let _ = writeln!(text, "{line}");
            text
        })
    };
    (lines(imports), lines(rest))
}

/// What a program says before the output of a block.
pub(crate) fn mark(place: &str) -> String {
    format!("--- {place}")
}

/// What is wrong with the output of a program that ran blocks, each behind its mark.
pub(crate) fn wrong(blocks: &[Block], output: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for block in blocks {
        let start = format!("{}\n", mark(&block.place));
        let Some((_, told)) = output.split_once(&start) else {
            wrong.push(format!("{}: it was not run", block.place));
            continue;
        };
        let told = told.split("--- ").next().unwrap_or_default();
        if let Some(expected) = block.prints.as_deref().filter(|expected| *expected != told) {
            wrong.push(format!("{}: it prints\n{told}and not\n{expected}", block.place));
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# A\n```kotlin\nimport b\nb()\n```\nIt prints:\n```text\n1\n```\n```sh\nls\n```\n```text\nx\n```\n```kotlin\nc()\n```\n";

    #[test]
    fn blocks_have_what_they_print() {
        let blocks: Vec<Block> =
            all("p", PAGE).into_iter().filter(|block| block.language == "kotlin").collect();
        assert_eq!(blocks.len(), 2);
        assert_eq!((blocks[0].place.as_str(), blocks[0].prints.as_deref()), ("p:2", Some("1\n")));
        assert_eq!((blocks[1].code.as_str(), &blocks[1].prints), ("c()\n", &None));
        assert_eq!(imports(&blocks[0].code), ("import b\n".to_owned(), "b()\n".to_owned()));
    }

    #[test]
    fn output_is_compared_block_by_block() {
        let blocks: Vec<Block> =
            all("p", PAGE).into_iter().filter(|block| block.language == "kotlin").collect();
        let last = mark(&blocks[1].place);
        assert_eq!(wrong(&blocks, &format!("--- p:2\n1\n{last}\n")), Vec::<String>::new());
        assert!(wrong(&blocks, &format!("--- p:2\n2\n{last}\n"))[0].contains("and not\n1"));
        assert!(wrong(&blocks, "--- p:2\n1\n")[0].contains("was not run"));
    }
}
