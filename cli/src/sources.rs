//! Where credentials are looked for, for somebody whose credentials were refused.

use spice_cloud::CREDENTIAL_VARIABLES;

/// The places, in their order, and which of them are set. No value is in it.
pub(crate) fn looked_at(is_set: impl Fn(&str) -> bool) -> String {
    let state = |name: &str| if is_set(name) { format!("{name} (set)") } else { name.to_owned() };
    let places = CREDENTIAL_VARIABLES.iter().map(|names| {
        let names: Vec<String> = names.iter().map(|name| state(name)).collect();
        names.join(" with ")
    });
    let places: Vec<String> = places.collect();
    format!("credentials are looked for in {}, then in .env.local or .env here", places.join(", "))
}

#[cfg(test)]
mod tests {
    use super::looked_at;

    #[test]
    fn every_place_is_named() {
        let text = looked_at(|name| name == "SPICE_CLOUD_PAT");
        assert!(text.contains("SPICE_API_TOKEN, SPICE_CLOUD_PAT (set), SPICE_SPICEAI_TOKEN, "), "{text}");
        assert!(text.contains("SPICE_CLIENT_ID with SPICE_CLIENT_SECRET"), "{text}");
    }
}
