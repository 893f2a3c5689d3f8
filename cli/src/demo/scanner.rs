//! Which secrets a spicepod refers to.

/// The names in `${secrets:NAME}`, each once, in the order in which they come.
pub(super) fn secret_names(spicepod: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for reference in spicepod.split("${").skip(1) {
        let Some((inside, _)) = reference.split_once('}') else { continue };
        let Some((store, name)) = inside.split_once(':') else { continue };
        let name = name.trim();
        if store.trim() == "secrets" && is_name(name) && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// Letters, digits and underscores, no digit first.
fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_once_and_in_order() {
        let spicepod = "a: ${secrets:PG_USER}:${secrets:PG_PASS}\nb: ${ secrets:_x1 }\nc: ${secrets:PG_USER}";
        assert_eq!(secret_names(spicepod), ["PG_USER", "PG_PASS", "_x1"]);
    }

    #[test]
    fn what_is_no_reference_is_left() {
        for text in [
            "",
            "${",
            "${}",
            "${secrets:",
            "${secrets:}",
            "${secrets:1A}",
            "${secrets:A B}",
            "${env:HOME}",
            "$secrets:A}",
            "{secrets:A}",
        ] {
            assert!(secret_names(text).is_empty(), "{text}");
        }
        assert_eq!(secret_names("${env:A ${secrets:B}"), ["B"]);
    }

    #[test]
    fn the_example_has_its_secrets() {
        let names = secret_names(crate::demo::SPICEPOD);
        assert!(names.contains(&"PG_PASS".to_owned()), "{names:?}");
    }
}
