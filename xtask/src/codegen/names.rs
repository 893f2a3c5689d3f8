//! Names of the contract as other languages write them.

use super::ir::{Api, Model};

/// `storage_size_gb` to `storageSizeGb`.
pub(super) fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |spelled, word| {
        let mut letters = word.chars();
        let large = letters.next().map(|letter| letter.to_ascii_uppercase());
        spelled + &large.into_iter().chain(letters).collect::<String>()
    })
}

/// `CreateApp` to `CREATE_APP`.
pub(super) fn constant(name: &str) -> String {
    let mut spelled = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !spelled.is_empty() {
            spelled.push('_');
        }
        spelled.push(letter.to_ascii_uppercase());
    }
    spelled
}

/// Names of fields in backticks, as TypeScript has them.
pub(super) fn in_camel_case(text: &str, names: &[String]) -> String {
    let parts = text.split('`').enumerate().map(|(place, part)| {
        if place % 2 == 1 && names.iter().any(|name| name == part) { camel(part) } else { part.to_owned() }
    });
    parts.collect::<Vec<_>>().join("`")
}

/// The names of all fields, of what is given and of what is told.
pub(super) fn of_fields(api: &Api) -> Vec<String> {
    let of = |models: &[Model]| {
        models.iter().flat_map(|model| &model.fields).map(|field| field.name.clone()).collect::<Vec<_>>()
    };
    [of(&api.models), of(&api.inputs)].concat()
}
