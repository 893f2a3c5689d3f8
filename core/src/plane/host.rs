//! Where runtimes are: said by the app, or made of its region.

use url::Url;

use crate::config::is_loopback;
use crate::error::{Error, ErrorKind, Result};
use crate::generated::models::App;

/// Reaches apps of one region only, by what the vendor says of it.
const ANY: &str = "https://data.spiceai.io";
const DOMAIN: &str = "spiceai.io";

/// Where the runtime of an app is. On this machine it is where the API is: the emulator serves both.
pub(super) fn of_an_app(base: &Url, app: &App) -> Result<Url> {
    if is_loopback(base) {
        return Ok(origin(base));
    }
    let said = app.endpoint.as_deref().and_then(|endpoint| Url::parse(endpoint).ok());
    // A key goes nowhere but to the vendor.
    if let Some(said) = said.filter(|url| url.scheme() == "https" && is_the_vendors(url)) {
        return Ok(origin(&said));
    }
    let name = app.cname.as_deref().or(app.region.as_deref()).and_then(label);
    let url = name.and_then(|name| Url::parse(&format!("https://{name}.{DOMAIN}")).ok());
    url.ok_or_else(|| {
        Error::new(ErrorKind::ConfigError, format!("app {} does not say where its runtime is", app.id))
            .with_hint("give its address with `url`; the portal shows it")
    })
}

/// Where the runtime is of which nothing is known but a key.
pub(super) fn of_a_key(base: &Url) -> Result<Url> {
    if is_loopback(base) {
        return Ok(origin(base));
    }
    Url::parse(ANY).map_err(|error| Error::new(ErrorKind::InternalError, error.to_string()))
}

fn origin(url: &Url) -> Url {
    let mut origin = url.clone();
    origin.set_path("/");
    origin.set_query(None);
    origin.set_fragment(None);
    origin
}

fn is_the_vendors(url: &Url) -> bool {
    url.host_str().is_some_and(|host| host == DOMAIN || host.ends_with(&format!(".{DOMAIN}")))
}

/// The name of a region's data host, from any of the forms that are known: `us-west-2-prod-aws-data`, `us-west-2` and
/// `us-west-2.spice.cloud`.
fn label(name: &str) -> Option<String> {
    let region = name.trim().to_ascii_lowercase();
    let region =
        region.strip_suffix(".spice.cloud").or(region.strip_suffix(".spiceai.io")).unwrap_or(&region);
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if region.is_empty() || !region.bytes().all(allowed) {
        return None;
    }
    Some(if region.ends_with("-data") { region.to_owned() } else { format!("{region}-prod-aws-data") })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn found(base: &str, app: &serde_json::Value) -> Result<String> {
        let mut whole = json!({ "id": 1, "name": "bi" });
        whole.as_object_mut().unwrap().extend(app.as_object().unwrap().clone());
        let app: App = serde_json::from_value(whole).unwrap();
        of_an_app(&Url::parse(base).unwrap(), &app).map(|url| url.to_string())
    }

    #[test]
    fn a_runtime_is_found_by_whatever_the_app_says() {
        let api = "https://api.spice.ai";
        for (app, host) in [
            (json!({ "cname": "us-west-2-prod-aws-data" }), "https://us-west-2-prod-aws-data.spiceai.io/"),
            (json!({ "cname": "us-west-2" }), "https://us-west-2-prod-aws-data.spiceai.io/"),
            (json!({ "cname": "us-east-2.spice.cloud" }), "https://us-east-2-prod-aws-data.spiceai.io/"),
            (json!({ "region": "us-east-1" }), "https://us-east-1-prod-aws-data.spiceai.io/"),
            (
                json!({ "region": "us-east-1", "endpoint": "https://private-a-us-east-1-prod-data.spiceai.io/x" }),
                "https://private-a-us-east-1-prod-data.spiceai.io/",
            ),
            // Not where a key may go.
            (
                json!({ "region": "us-east-1", "endpoint": "https://spiceai.io.evil.example" }),
                "https://us-east-1-prod-aws-data.spiceai.io/",
            ),
            (
                json!({ "region": "us-east-1", "endpoint": "http://a.spiceai.io" }),
                "https://us-east-1-prod-aws-data.spiceai.io/",
            ),
        ] {
            assert_eq!(found(api, &app).unwrap(), host, "{app}");
        }
        for app in [json!({}), json!({ "region": "a/b" }), json!({ "cname": "evil.example" })] {
            assert_eq!(found(api, &app).unwrap_err().kind(), ErrorKind::ConfigError);
        }
    }

    #[test]
    fn on_this_machine_it_is_where_the_api_is() {
        let base = Url::parse("http://127.0.0.1:8787/x").unwrap();
        assert_eq!(
            found(base.as_str(), &json!({ "region": "us-east-1" })).unwrap(),
            "http://127.0.0.1:8787/"
        );
        assert_eq!(of_a_key(&base).unwrap().as_str(), "http://127.0.0.1:8787/");
        let far = Url::parse("https://api.spice.ai").unwrap();
        assert_eq!(of_a_key(&far).unwrap().as_str(), "https://data.spiceai.io/");
    }
}
