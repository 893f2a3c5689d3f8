//! Texts that set variables: a line `NAME=VALUE` for each, as in a file `.env`.

use spice_cloud::Secret;

use crate::failure::Failure;

/// A variable, and its value.
pub(super) type Variable = (String, Secret);

/// Reads variables. Nothing is put in for `$`: a value is a secret and stays as it is.
///
/// Lines that are empty or begin with `#` say nothing, and `export` may stand before a name. A value in single quotes is
/// taken as it is; in double quotes `\n`, `\r`, `\t`, `\"`, `\\` and `\$` are one letter each. Either may have several
/// lines. Without quotes the value ends with the line, or before ` #`.
///
/// # Errors
///
/// Errors name lines and never what stands there, which may be part of a value.
pub(super) fn read(text: &str) -> Result<Vec<Variable>, Failure> {
    let mut variables: Vec<Variable> = Vec::new();
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut number = 1;
    while !rest.is_empty() {
        let (line, mut after) = rest.split_once('\n').unwrap_or((rest, ""));
        let is_silent = line.trim().is_empty() || line.trim_start().starts_with('#');
        if !is_silent {
            let wrong = |what: &str| Failure::usage(format!("line {number} {what}; nothing was sent"));
            let (name, bare) = line.split_once('=').ok_or_else(|| wrong("has no `=`"))?;
            let name = name_of(name)
                .ok_or_else(|| wrong("begins with no name of letters, digits and underscores"))?;
            let value = if bare.trim_start().starts_with(['\'', '"']) {
                let quoted = after_equals(rest).trim_start();
                let (value, beyond) = in_quotes(quoted)
                    .ok_or_else(|| wrong("has a quote that ends nowhere, or text after it"))?;
                after = beyond;
                value
            } else {
                without_comment(bare).to_owned()
            };
            if value.is_empty() {
                return Err(wrong("has no value"));
            }
            if variables.iter().any(|(known, _)| known == name) {
                return Err(wrong(&format!("sets {name}, which an earlier line sets")));
            }
            variables.push((name.to_owned(), Secret::from(value)));
        }
        number += rest[..rest.len() - after.len()].matches('\n').count();
        rest = after;
    }
    Ok(variables)
}

fn after_equals(text: &str) -> &str {
    text.split_once('=').map_or("", |(_, value)| value)
}

fn name_of(text: &str) -> Option<&str> {
    let text = text.trim();
    let name =
        text.strip_prefix("export").filter(|rest| rest.starts_with([' ', '\t'])).unwrap_or(text).trim();
    let begins = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    (begins && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')).then_some(name)
}

fn without_comment(value: &str) -> &str {
    let end = value.find(" #").into_iter().chain(value.find("\t#")).min().unwrap_or(value.len());
    value[..end].trim()
}

/// What stands in quotes, and the text after the line in which they end.
fn in_quotes(text: &str) -> Option<(String, &str)> {
    let mut letters = text.chars();
    let quote = letters.next()?;
    let mut value = String::new();
    loop {
        match letters.next()? {
            end if end == quote => break,
            '\\' if quote == '"' => match letters.next()? {
                'n' => value.push('\n'),
                'r' => value.push('\r'),
                't' => value.push('\t'),
                same @ ('"' | '\\' | '$') => value.push(same),
                other => value.extend(['\\', other]),
            },
            letter => value.push(letter),
        }
    }
    let (line, after) = letters.as_str().split_once('\n').unwrap_or((letters.as_str(), ""));
    (line.trim().is_empty() || line.trim_start().starts_with('#')).then_some((value, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<(String, String)> {
        let reveal = |(name, value): Variable| (name, value.reveal().to_owned());
        read(text).unwrap().into_iter().map(reveal).collect()
    }

    #[test]
    fn every_way_to_write_a_value_is_read() {
        for (text, value) in [
            ("A=b", "b"),
            ("A = b c \r\n", "b c"),
            ("export A=p@$$w0rd#1=x # why", "p@$$w0rd#1=x"),
            ("A='it is $HOME # \\n'", "it is $HOME # \\n"),
            ("A=\"a \\\"b\\\" \\$c\\nd\\q\" # why", "a \"b\" $c\nd\\q"),
            ("A=\"-----BEGIN-----\nabc=\n-----END-----\"\n", "-----BEGIN-----\nabc=\n-----END-----"),
            ("\u{feff}A=b", "b"),
            ("A=it's", "it's"),
        ] {
            assert_eq!(values(text), [("A".to_owned(), value.to_owned())], "{text}");
        }
        let several = values("# the first\nA=1\n\n  # and\nexport\tB='2\n3'\nC=4");
        let expected = [("A", "1"), ("B", "2\n3"), ("C", "4")];
        assert_eq!(several, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert!(values("\n# nothing\n").is_empty());
    }

    #[test]
    fn errors_name_the_line_and_nothing_of_it() {
        for (text, line) in [
            ("canary", 1),
            ("A=1\n1canary=2", 2),
            ("A='1\n2'\nB='canary", 3),
            ("A=\"canary\" more", 1),
            ("A=1\nB=", 2),
            ("A=1\nB= # canary", 2),
            ("A=canary\nA=2", 2),
            ("exportA B=canary", 1),
        ] {
            let words = read(text).unwrap_err().to_text();
            assert!(words.contains(&format!("line {line} ")), "{text}: {words}");
            assert!(!words.contains("canary"), "{words}");
        }
    }
}
