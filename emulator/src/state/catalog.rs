//! What the platform offers to everyone: regions and runtime images.

use serde_json::{Value, json};

use crate::errors::ApiFailure;

/// A region; its published names are its identifier, the identifier with `.spice.cloud`, and its cname.
pub(crate) struct Region {
    pub(crate) name: &'static str,
    pub(crate) id: &'static str,
    pub(crate) disabled: bool,
}

pub(crate) const DEFAULT_REGION: &str = "us-west-2";

pub(crate) const REGIONS: &[Region] = &[
    Region { name: "US East (N. Virginia)", id: "us-east-1", disabled: false },
    Region { name: "US East (Ohio)", id: "us-east-2", disabled: true },
    Region { name: "US West (Oregon)", id: "us-west-2", disabled: false },
];

const CNAME_SUFFIX: &str = "-prod-aws-data";
const OLD_SUFFIX: &str = ".spice.cloud";

/// The name whose host is `https://<cname>.spiceai.io`.
pub(crate) fn cname(region: &str) -> String {
    format!("{region}{CNAME_SUFFIX}")
}

/// The region that any of the published spellings means.
pub(crate) fn region(field: &str, text: &str) -> Result<&'static Region, ApiFailure> {
    let id = text.strip_suffix(CNAME_SUFFIX).or_else(|| text.strip_suffix(OLD_SUFFIX)).unwrap_or(text);
    REGIONS.iter().find(|region| region.id == id).ok_or_else(|| {
        let known: Vec<&str> =
            REGIONS.iter().filter(|region| !region.disabled).map(|region| region.id).collect();
        ApiFailure::field(field, format!("Unknown region; the regions are {}", known.join(", ")))
    })
}

pub(crate) fn regions_view() -> Value {
    let regions: Vec<Value> = REGIONS
        .iter()
        .map(|region| {
            json!({
                "name": region.name,
                "region": region.id,
                "cname": cname(region.id),
                "provider": "aws",
                "providerName": "Amazon Web Services",
                "isDefault": region.id == DEFAULT_REGION,
                "disabled": region.disabled,
            })
        })
        .collect();
    json!({ "regions": regions, "default": DEFAULT_REGION })
}

/// A published image. Its channel says who may run it.
pub(crate) struct Image {
    pub(crate) tag: &'static str,
    repository: &'static str,
    pub(crate) channel: &'static str,
}

pub(crate) const ENTERPRISE: &str = "enterprise";
const STABLE: &str = "stable";

const fn stable(tag: &'static str) -> Image {
    Image { tag, repository: "spiceai/spiceai", channel: STABLE }
}

const fn enterprise(tag: &'static str) -> Image {
    Image { tag, repository: "spiceai/spiceai-enterprise", channel: ENTERPRISE }
}

/// Newest first; the first of a channel is its default.
const IMAGES: &[Image] = &[
    stable("1.5.0-models"),
    stable("1.5.0"),
    stable("1.4.2-models"),
    stable("1.4.2"),
    stable("1.3.1-models"),
    enterprise("1.5.0-enterprise-models"),
    enterprise("1.5.0-enterprise"),
    enterprise("1.4.2-enterprise-models"),
];

impl Image {
    pub(crate) fn name(&self) -> String {
        format!("{}:{}", self.repository, self.tag)
    }

    fn view(&self) -> Value {
        json!({ "name": self.name(), "tag": self.tag, "channel": self.channel })
    }
}

pub(crate) fn image(tag: &str) -> Option<&'static Image> {
    IMAGES.iter().find(|image| image.tag == tag)
}

/// The image of an app that pins none.
pub(crate) fn default_tag() -> &'static str {
    IMAGES.first().map_or("", |image| image.tag)
}

/// The images of a channel; of `stable` when none is named.
pub(crate) fn images_view(channel: Option<&str>) -> Value {
    let channel = channel.unwrap_or(STABLE);
    let images: Vec<&Image> = IMAGES.iter().filter(|image| image.channel == channel).collect();
    json!({
        "images": images.iter().map(|image| image.view()).collect::<Vec<_>>(),
        "default": images.first().map(|image| image.tag),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_known_by_each_of_its_names() {
        for text in ["us-west-2", "us-west-2.spice.cloud", "us-west-2-prod-aws-data"] {
            assert_eq!(region("cname", text).map(|region| region.id).ok(), Some("us-west-2"), "{text}");
        }
        let refusal = region("region", "mars-north-1").err().map(|failure| failure.body());
        assert!(refusal.is_some_and(|body| body["details"]["fieldErrors"]["region"].is_array()));
    }

    #[test]
    fn each_channel_has_a_default() {
        assert_eq!(images_view(None)["default"], "1.5.0-models");
        assert_eq!(images_view(Some("enterprise"))["default"], "1.5.0-enterprise-models");
        assert_eq!(default_tag(), "1.5.0-models");
    }
}
