//! Sentences as Python's docstrings, wrapped to lines of readable length.

use super::layout::WIDTH;

const QUOTES: &str = "\"\"\"";

/// The docstring of a module, a class or a function: a summary of one line, and what follows below a blank line. Each
/// line of `text` is a paragraph; one that is indented is an entry of a section, and goes on further to the right.
pub(super) fn of_code(text: &str, indent: usize) -> Result<String, String> {
    let text = safe(text.trim());
    let pad = " ".repeat(indent);
    let room = WIDTH - indent - QUOTES.len();
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    if rest.trim().is_empty() && first.chars().count() <= room - QUOTES.len() {
        return Ok(format!("{pad}{QUOTES}{first}{QUOTES}"));
    }
    let (summary, more) = if first.chars().count() <= room { (first, "") } else { sentence(first) };
    if summary.chars().count() > room {
        return Err(format!("more than the first line of a docstring: {summary}"));
    }
    let mut lines = vec![format!("{pad}{QUOTES}{summary}")];
    if !more.is_empty() {
        lines.push(String::new());
        lines.extend(wrapped(more, indent, indent));
    }
    let mut rest = rest.trim_end().lines().peekable();
    while let Some(paragraph) = rest.next() {
        // Templates leave more blank lines than are wanted: one stands before a paragraph, none before an entry.
        let is_before_paragraph =
            rest.peek().is_some_and(|next| next.starts_with(|c: char| !c.is_whitespace()));
        if paragraph.trim().is_empty() && !is_before_paragraph {
            continue;
        }
        let depth = indent + paragraph.len() - paragraph.trim_start().len();
        let hanging = if depth > indent { depth + 4 } else { depth };
        lines.extend(wrapped(paragraph, depth, hanging));
    }
    lines.push(format!("{pad}{QUOTES}"));
    Ok(lines.join("\n"))
}

/// The text below an attribute that says what it is.
pub(super) fn of_attribute(text: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let text = safe(text.trim());
    if indent + text.chars().count() + 2 * QUOTES.len() <= WIDTH {
        return format!("{pad}{QUOTES}{text}{QUOTES}");
    }
    // The quotes count for the first line, and stand on a line of their own at the end.
    let lines = wrapped(&format!("{QUOTES}{text}"), indent, indent);
    format!("{}\n{pad}{QUOTES}", lines.join("\n"))
}

/// The first sentence, and the others.
fn sentence(text: &str) -> (&str, &str) {
    let ends = text.match_indices(". ").map(|(place, _)| place + 1);
    let mut ends = ends.filter(|end| text[*end..].trim_start().starts_with(char::is_uppercase));
    ends.next().map_or((text, ""), |end| (&text[..end], text[end..].trim_start()))
}

/// Nothing in it ends the docstring or is an escape, and what the contract calls null has Python's name.
fn safe(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "'");
    let line = |line: &str| {
        line.trim_end()
            .split(' ')
            .map(|word| if word == "null" { "None" } else { word })
            .collect::<Vec<_>>()
            .join(" ")
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn wrapped(text: &str, indent: usize, hanging: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = " ".repeat(indent);
    let mut is_empty = true;
    for word in text.split_whitespace() {
        if !is_empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::replace(&mut line, " ".repeat(hanging)));
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    lines.push(if is_empty { String::new() } else { line });
    lines
}

#[cfg(test)]
mod tests {
    use super::{of_attribute, of_code};

    #[test]
    fn one_sentence_takes_one_line() {
        assert_eq!(of_code("Reads an app.", 4).unwrap(), "    \"\"\"Reads an app.\"\"\"");
        assert_eq!(of_attribute("Identifier.", 4), "    \"\"\"Identifier.\"\"\"");
    }

    #[test]
    fn the_first_sentence_is_the_summary_of_a_long_text() {
        let long = "word ".repeat(15);
        let text = of_code(&format!("Reads an app {long}. Or not, as {long}."), 4).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].ends_with("word ."), "{text}");
        assert_eq!(lines[1], "");
        assert!(lines[2].starts_with("    Or not"), "{text}");
    }

    #[test]
    fn entries_of_sections_hang() {
        let long = "word ".repeat(20);
        let text = of_code(&format!("Reads.\n\nArgs:\n    app: {long}\n"), 4).unwrap();
        let expected = ["    \"\"\"Reads.", "", "    Args:", "        app: word"];
        for (line, expected) in text.lines().zip(expected) {
            assert!(line.starts_with(expected), "{text}");
        }
        assert!(text.lines().nth(4).unwrap().starts_with("            word"), "{text}");
        assert!(text.lines().all(|line| line.len() <= 100), "{text}");
    }

    #[test]
    fn blank_lines_stand_before_paragraphs_only() {
        let text =
            of_code("Reads.\n\n\nArgs:\n\n    app: An app; null for none.\n\n\nRaises:\n    E: No.\n\n", 0);
        let expected =
            ["Reads.", "", "Args:", "    app: An app; None for none.", "", "Raises:", "    E: No."];
        assert_eq!(text.unwrap().replace("\"\"\"", "").lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_summary_that_fits_in_no_line_is_an_error() {
        assert!(of_code(&"word ".repeat(30), 4).unwrap_err().contains("first line"));
    }

    #[test]
    fn nothing_ends_a_docstring_too_early() {
        assert_eq!(of_attribute("Say \"\"\" or \\d.", 0), "\"\"\"Say ''' or \\\\d.\"\"\"");
    }
}
