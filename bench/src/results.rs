//! The page that is kept: each part is written by its own command, and leaves the others as they are.

use std::fmt::Write as _;
use std::fs;

use crate::clients::Failure;

const HEAD: &str = "\
# Results

Each part is written by its own command, which leaves the others as they are. Plain HTTP/1.1 on loopback, against a server \
that does as little as it can; server and clients share the machine. Differences smaller than the spread are not settled.
";

/// Parts of the page, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Core,
    Python,
    Node,
    Kotlin,
    Swift,
}

impl Part {
    const ALL: [Self; 5] = [Self::Core, Self::Python, Self::Node, Self::Kotlin, Self::Swift];

    /// The line that a part begins with.
    fn marker(self) -> &'static str {
        match self {
            Self::Core => "<!-- cargo xtask bench core -->",
            Self::Python => "<!-- cargo xtask bench python -->",
            Self::Node => "<!-- cargo xtask bench node -->",
            Self::Kotlin => "<!-- cargo xtask bench kotlin -->",
            Self::Swift => "<!-- cargo xtask bench swift -->",
        }
    }
}

/// Keeps a part in bench/RESULTS.md.
pub(crate) fn keep(part: Part, text: &str) -> Result<(), Failure> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/RESULTS.md");
    let page = match fs::read_to_string(file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        read => read?,
    };
    Ok(fs::write(file, replaced(&page, part, text))?)
}

/// The page with another text for a part.
fn replaced(page: &str, part: Part, text: &str) -> String {
    let mut whole = HEAD.to_owned();
    for known in Part::ALL {
        let kept = if known == part { Some(text) } else { found(page, known) };
        if let Some(kept) = kept {
            // Writing to a String cannot fail.
            let _ = write!(whole, "\n{}\n\n{}\n", known.marker(), kept.trim());
        }
    }
    whole
}

/// What a page has for a part: all up to the next one.
fn found(page: &str, part: Part) -> Option<&str> {
    let (_, rest) = page.split_once(part.marker())?;
    let ends = Part::ALL.into_iter().filter_map(|other| rest.find(other.marker()));
    rest.get(..ends.min().unwrap_or(rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_replaced_and_the_other_kept() {
        let python = replaced("anything that was there", Part::Python, "## Python\n\nfast");
        assert!(!python.contains("anything") && python.contains("## Python\n\nfast"));
        let both = replaced(&python, Part::Core, "## Core\n");
        let (core, python) = (both.find("## Core").unwrap(), both.find("## Python").unwrap());
        assert!(core < python, "{both}");
        let again = replaced(&both, Part::Core, "## Core, again");
        assert_eq!(again, both.replace("## Core", "## Core, again"));
        let again = replaced(&both, Part::Python, "none");
        assert!(again.contains("## Core\n") && !again.contains("## Python"), "{again}");
    }
}
