//! Prometheus' text, line by line.

use std::collections::BTreeMap;

use crate::generated::models::MetricSample;
use crate::wire::Extra;

/// The samples of a text; lines that are none are passed over.
pub(crate) fn samples(text: &str) -> Vec<MetricSample> {
    text.lines().filter_map(sample).collect()
}

fn sample(line: &str) -> Option<MetricSample> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return None;
    }
    let end = line.find(|c: char| c == '{' || c.is_whitespace())?;
    let (name, rest) = line.split_at(end);
    let (labels, rest) = match rest.strip_prefix('{') {
        Some(rest) => labels(rest)?,
        None => (BTreeMap::new(), rest),
    };
    // A time may follow the value.
    let value = rest.split_whitespace().next()?;
    let value = match value {
        "+Inf" => f64::INFINITY,
        "-Inf" => f64::NEG_INFINITY,
        "NaN" => f64::NAN,
        number => number.parse().ok()?,
    };
    // What JSON has no word for is in the text only.
    value.is_finite().then(|| MetricSample { name: name.to_owned(), labels, value, extra: Extra::default() })
}

/// The labels up to the closing brace, and what follows it.
fn labels(mut rest: &str) -> Option<(BTreeMap<String, String>, &str)> {
    let mut labels = BTreeMap::new();
    loop {
        rest = rest.trim_start_matches([',', ' ']);
        if let Some(rest) = rest.strip_prefix('}') {
            return Some((labels, rest));
        }
        let (name, after) = rest.split_once("=\"")?;
        let (value, after) = quoted(after)?;
        labels.insert(name.trim().to_owned(), value);
        rest = after;
    }
}

/// A text up to its closing quote.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut letters = text.char_indices();
    while let Some((place, letter)) = letters.next() {
        match letter {
            '"' => return Some((value, &text[place + 1..])),
            '\\' => match letters.next()?.1 {
                'n' => value.push('\n'),
                other => value.push(other),
            },
            other => value.push(other),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn samples_have_names_labels_and_values() {
        let text = "# HELP http_requests How many.\n# TYPE http_requests counter\n\
            http_requests{method=\"POST\",path=\"/v1/sql\",words=\"a \\\"b\\\", c\\n\\\\\"} 12 1395066363000\n\
            up 1\nsize{} 2.5e3\nlatency{le=\"+Inf\"} +Inf\nnonsense\nbroken{a=\"b 3\n";
        let found: Vec<String> =
            samples(text).iter().map(|one| format!("{} {:?} {}", one.name, one.labels, one.value)).collect();
        let expected = [
            "http_requests {\"method\": \"POST\", \"path\": \"/v1/sql\", \"words\": \"a \\\"b\\\", c\\n\\\\\"} 12",
            "up {} 1",
            "size {} 2500",
        ];
        assert_eq!(found, expected);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_passed_over(text in ".{0,200}") {
            prop_assert!(samples(&text).len() <= text.lines().count());
        }
    }
}
