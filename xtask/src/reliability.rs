//! The page that keeps what long runs have shown: each task has a place of its own in it.

use std::fs;
use std::io;
use std::path::Path;

const PAGE: &str = "docs/reliability.md";

/// Keeps what a task has found between its marks, and leaves the rest of the page as it is.
pub(crate) fn keep(root: &Path, task: &str, found: &str) -> Result<(), String> {
    let file = root.join(PAGE);
    let wrong = |error: io::Error| format!("{}: {error}", file.display());
    let page = fs::read_to_string(&file).map_err(wrong)?;
    let page = replaced(&page, task, found)
        .ok_or_else(|| format!("{PAGE} has no place for what cargo xtask {task} writes"))?;
    fs::write(&file, page).map_err(wrong)
}

fn replaced(page: &str, task: &str, found: &str) -> Option<String> {
    let begin = format!("<!-- what follows is written by cargo xtask {task} -->");
    let end = format!("<!-- what came before was written by cargo xtask {task} -->");
    let (before, rest) = page.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n\n{found}\n{end}{after}"))
}

/// Whether the page of this project has a place for a task.
#[cfg(test)]
pub(crate) fn has_place(task: &str) -> bool {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(PAGE);
    fs::read_to_string(page).is_ok_and(|page| replaced(&page, task, "").is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_of_the_page_stays() {
        let place = |task: &str, found: &str| {
            format!(
                "<!-- what follows is written by cargo xtask {task} -->\n\n{found}\n\
                 <!-- what came before was written by cargo xtask {task} -->"
            )
        };
        let page = |found: &str| format!("a\n{}\nb\n{}\nc\n", place("one", "1"), place("two", found));
        assert_eq!(replaced(&page("old"), "two", "new"), Some(page("new")));
        assert_eq!(replaced(&page("old"), "three", "new"), None);
    }
}
