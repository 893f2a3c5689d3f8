//! Parts of pages that are written by a task, between two lines that say so.

use std::fs;
use std::path::Path;

/// Keeps a text between two lines of a page, and leaves the rest as it is.
pub(crate) fn keep(root: &Path, page: &str, lines: [&str; 2], text: &str) -> Result<(), String> {
    let file = root.join(page);
    let wrong = |error: std::io::Error| format!("{}: {error}", file.display());
    let before = fs::read_to_string(&file).map_err(wrong)?;
    let after =
        replaced(&before, lines, text).ok_or_else(|| format!("{page} lacks the line {}", lines[0]))?;
    fs::write(&file, after).map_err(wrong)
}

fn replaced(page: &str, [begin, end]: [&str; 2], text: &str) -> Option<String> {
    let (before, rest) = page.split_once(begin)?;
    let (_, after) = rest.split_once(end)?;
    Some(format!("{before}{begin}\n\n{text}\n{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_of_the_page_stays() {
        let lines = ["<!-- from here -->", "<!-- to here -->"];
        let page = "a\n<!-- from here -->\nold\n<!-- to here -->\nb\n";
        let expected = "a\n<!-- from here -->\n\nnew\n<!-- to here -->\nb\n";
        assert_eq!(replaced(page, lines, "new"), Some(expected.to_owned()));
        assert_eq!(replaced("a", lines, "new"), None);
    }
}
