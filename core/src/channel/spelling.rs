//! Names and advice of the SDK for languages that write `storageSizeGb` where the core writes `storage_size_gb`.

use crate::error::{Error, ErrorKind};

/// A name in camel case: `api_key_2` is `apiKey2`.
pub fn camel(name: &str) -> String {
    let mut spelled = String::with_capacity(name.len());
    let mut is_word = false;
    for letter in name.chars() {
        match letter {
            '_' if !spelled.is_empty() => is_word = true,
            letter if std::mem::take(&mut is_word) => spelled.push(letter.to_ascii_uppercase()),
            letter => spelled.push(letter),
        }
    }
    spelled
}

/// An error as those languages show it: options, fields and methods have the names that its reader types.
#[must_use]
pub fn in_camel_case(error: Error) -> Error {
    // The words of a server, and what a user's code said, are left as they are.
    let is_our_own = matches!(error.kind(), ErrorKind::ConfigError | ErrorKind::ValidationError);
    let words = if is_our_own { names_in } else { str::to_owned };
    let fields = error
        .field_errors()
        .iter()
        .map(|(field, problems)| (words(field), problems.iter().map(|problem| words(problem)).collect()));
    let fields = fields.collect();
    let hint = error.hint().map(in_backticks);
    let message = words(error.message());
    error.with_words(message, hint).with_field_errors(fields)
}

/// A sentence with every name in it.
fn names_in(sentence: &str) -> String {
    // Below these stand names that somebody else gave.
    let is_below_map = |before: &str| before.ends_with("secrets.") || before.ends_with("tags.");
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let mut spelled = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while !rest.is_empty() {
        let end = rest.find(|letter| !is_name(letter)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        // Names of environment variables are written large, and what begins with `_` is no name of ours.
        let is_ours = word.starts_with(|first: char| first.is_ascii_lowercase())
            && !word.contains(|letter: char| letter.is_ascii_uppercase())
            && !is_below_map(&spelled);
        spelled.push_str(&if is_ours { camel(word) } else { word.to_owned() });
        let next = after.chars().next().map_or(0, char::len_utf8);
        spelled.push_str(&after[..next]);
        rest = &after[next..];
    }
    spelled
}

/// A hint with every name that it quotes.
fn in_backticks(hint: &str) -> String {
    let parts = hint.split('`').enumerate();
    let spelled = parts.map(|(place, part)| if place % 2 == 1 { names_in(part) } else { part.to_owned() });
    spelled.collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use super::{camel, in_backticks, in_camel_case, names_in};
    use crate::error::{Error, ErrorKind};

    #[test]
    fn names_lose_their_underscores() {
        for (name, spelled) in
            [("id", "id"), ("api_key_2", "apiKey2"), ("storage_size_gb", "storageSizeGb"), ("_x", "_x")]
        {
            assert_eq!(camel(name), spelled);
        }
    }

    #[test]
    fn sentences_keep_what_is_no_name_of_the_sdk() {
        assert_eq!(
            names_in("path_style must be apps, see SPICE_API_TOKEN"),
            "pathStyle must be apps, see SPICE_API_TOKEN"
        );
        assert_eq!(
            names_in("body.secrets.my_key: no, tags.cost_center"),
            "body.secrets.my_key: no, tags.cost_center"
        );
        assert_eq!(names_in("Ünlü client_id (client_secret)"), "Ünlü clientId (clientSecret)");
        assert_eq!(
            in_backticks("my_secret: `api_keys.get(app_id)` or `x`"),
            "my_secret: `apiKeys.get(appId)` or `x`"
        );
    }

    #[test]
    fn only_the_sdks_own_words_are_spelled() {
        let fields = || [("storage_size_gb".to_owned(), vec!["is required".to_owned()])].into();
        let own = Error::new(ErrorKind::ValidationError, "nothing was sent, because of storage_size_gb");
        let own = in_camel_case(own.with_field_errors(fields()).with_hint("see `set_many`"));
        let text = "ValidationError: nothing was sent, because of storageSizeGb; storageSizeGb: is required. Hint: see `setMany`";
        assert_eq!(own.to_string(), text);
        let servers = Error::new(ErrorKind::BadRequest, "storage_size_gb is bad").with_field_errors(fields());
        let servers = in_camel_case(servers);
        assert_eq!(servers.to_string(), "BadRequest: storage_size_gb is bad; storage_size_gb: is required");
    }
}
