//! Where credentials are looked for, for somebody whose credentials were refused.

/// Variables that may hold a token.
const TOKENS: [&str; 3] = ["SPICE_API_TOKEN", "SPICE_CLOUD_PAT", SESSION_TOKEN];
/// This one has a form for each organization too.
const SESSION_TOKEN: &str = "SPICE_SPICEAI_TOKEN";
/// Variables that may hold client credentials, each with its counterpart.
const CLIENTS: [(&str, &str); 3] = [
    ("SPICE_CLIENT_ID", "SPICE_CLIENT_SECRET"),
    ("SPICE_CLOUD_CLIENT_ID", "SPICE_CLOUD_CLIENT_SECRET"),
    ("SPICEAI_CLIENT_ID", "SPICEAI_CLIENT_SECRET"),
];

/// The places, in their order, and which of them are set. No value is in it.
pub(crate) fn looked_at(is_set: impl Fn(&str) -> bool) -> String {
    let state = |name: &str| if is_set(name) { " (set)" } else { "" };
    let form = |name: &str| if name == SESSION_TOKEN { "[_ORG]" } else { "" };
    let tokens = TOKENS.iter().map(|name| format!("{name}{}{}", form(name), state(name)));
    let clients =
        CLIENTS.iter().map(|(id, secret)| format!("{id}{} with {secret}{}", state(id), state(secret)));
    let places: Vec<String> = tokens.chain(clients).collect();
    format!("credentials are looked for in {}, then in .env.local or .env here", places.join(", "))
}

#[cfg(test)]
mod tests {
    use super::looked_at;

    #[test]
    fn every_place_is_named() {
        let text = looked_at(|name| name == "SPICE_CLOUD_PAT");
        assert!(
            text.contains("SPICE_API_TOKEN, SPICE_CLOUD_PAT (set), SPICE_SPICEAI_TOKEN[_ORG], "),
            "{text}"
        );
        assert!(text.contains("SPICE_CLIENT_ID with SPICE_CLIENT_SECRET"), "{text}");
    }
}
