//! Results for programs.

use serde::Serialize;

use super::Format;

/// A result as JSON or YAML. What has no table of its own is JSON there too.
pub(crate) fn data(format: Format, result: &(impl Serialize + ?Sized)) -> Result<String, String> {
    match format {
        Format::Table | Format::Json => {
            serde_json::to_string_pretty(result).map(|text| text + "\n").map_err(|error| error.to_string())
        }
        Format::Jsonl => {
            serde_json::to_string(result).map(|text| text + "\n").map_err(|error| error.to_string())
        }
        Format::Yaml => serde_norway::to_string(result).map_err(|error| error.to_string()),
    }
}

/// A list as JSON or YAML: with [`Format::Jsonl`] each item is a line of its own.
pub(crate) fn list(format: Format, items: &[impl Serialize]) -> Result<String, String> {
    match format {
        Format::Jsonl => items.iter().map(|item| data(format, item)).collect(),
        _ => data(format, items),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_format_ends_its_lines() {
        let items = [json!({ "name": "a\nb" }), json!({ "name": "true" })];
        assert_eq!(list(Format::Jsonl, &items).unwrap(), "{\"name\":\"a\\nb\"}\n{\"name\":\"true\"}\n");
        assert_eq!(list(Format::Jsonl, &[] as &[u8]).unwrap(), "");
        assert_eq!(list(Format::Json, &[1]).unwrap(), "[\n  1\n]\n");
        assert_eq!(list(Format::Yaml, &items[1..]).unwrap(), "- name: 'true'\n");
        assert_eq!(data(Format::Table, &json!({ "a": 1 })).unwrap(), "{\n  \"a\": 1\n}\n");
    }
}
