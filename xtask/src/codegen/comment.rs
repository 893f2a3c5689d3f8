//! Comments that tools read: blocks for TypeScript and Kotlin, lines for Swift.

/// How long a line may be.
pub(super) const WIDTH: usize = 100;

/// A comment above what it tells of, indented, on one line if it fits. Lines that begin with `@` are tags: what goes on
/// below them hangs.
pub(super) fn comment(text: &str, indent: usize, is_deprecated: bool) -> String {
    let pad = " ".repeat(indent);
    // Nothing in it ends the comment.
    let text = text.trim().replace("*/", "*\\/");
    let text = if is_deprecated { format!("{text}\n\n@deprecated") } else { text };
    if !text.contains('\n') && indent + text.chars().count() + 8 <= WIDTH {
        return format!("{pad}/** {text} */");
    }
    let mut lines = vec![format!("{pad}/**")];
    let mut before = "";
    for paragraph in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let is_tag = paragraph.starts_with('@');
        // One empty line stands between paragraphs, and before the first tag.
        if !before.is_empty() && !before.starts_with('@') {
            lines.push(format!("{pad} *"));
        }
        lines.extend(wrapped(paragraph, &format!("{pad} * "), if is_tag { "  " } else { "" }));
        before = paragraph;
    }
    lines.push(format!("{pad} */"));
    lines.join("\n")
}

/// The same as lines that begin with three slashes. What hangs below an entry of a list is told by `- `.
pub(super) fn lines(text: &str, indent: usize) -> String {
    let start = format!("{}/// ", " ".repeat(indent));
    let mut lines: Vec<String> = Vec::new();
    let mut before = "";
    for paragraph in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let is_entry = paragraph.starts_with("- ");
        // One empty line stands between paragraphs, and before the first entry.
        if !(before.is_empty() || is_entry && before.starts_with("- ")) {
            lines.push(start.trim_end().to_owned());
        }
        lines.extend(wrapped(paragraph, &start, if is_entry { "  " } else { "" }));
        before = paragraph;
    }
    lines.join("\n")
}

fn wrapped(text: &str, start: &str, hanging: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = start.to_owned();
    let mut is_empty = true;
    for word in text.split_whitespace() {
        if !is_empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::replace(&mut line, format!("{start}{hanging}")));
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, comment, lines};

    #[test]
    fn what_fits_stays_on_one_line() {
        assert_eq!(comment("Identifier.", 2, false), "  /** Identifier. */");
        assert_eq!(comment("An end: */", 0, false), "/** An end: *\\/ */");
    }

    #[test]
    fn paragraphs_are_apart_and_tags_are_not() {
        let text = comment("Reads.\n\n\nRoute.\n@param a - A.\n\n@throws E\n", 0, false);
        assert_eq!(text, "/**\n * Reads.\n *\n * Route.\n *\n * @param a - A.\n * @throws E\n */");
    }

    #[test]
    fn long_tags_hang() {
        let text = comment(&format!("@param a - {}", "word ".repeat(40)), 2, false);
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[1].starts_with("   * @param a - word"), "{text}");
        assert!(lines[2].starts_with("   *   word"), "{text}");
        assert!(lines.iter().all(|line| line.len() <= WIDTH), "{text}");
    }

    #[test]
    fn lines_are_as_blocks_are() {
        let text = lines("Reads.\n\n\nRoute.\n- Parameter a: A.\n\n- Throws: E\n", 4);
        let expected = ["Reads.", "", "Route.", "", "- Parameter a: A.", "- Throws: E"];
        assert_eq!(text.replace("    ///", "").replace(' ', ""), expected.join("\n").replace(' ', ""));
        assert!(lines(&format!("- Parameter a: {}", "word ".repeat(40)), 0).contains("\n///   word"));
    }

    #[test]
    fn what_is_deprecated_says_so() {
        assert_eq!(comment("Older.", 0, true), "/**\n * Older.\n *\n * @deprecated\n */");
    }
}
