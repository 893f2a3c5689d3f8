//! The order in which models are written down.

use super::ir::{Model, Role, Type};

/// The models that people see, each after those that it is made of: files are read from top to bottom.
pub(super) fn parts_first(models: &[Model]) -> Result<Vec<Model>, String> {
    let mut waiting: Vec<&Model> = models.iter().filter(|model| model.role != Role::Internal).collect();
    let mut ordered: Vec<Model> = Vec::new();
    while !waiting.is_empty() {
        let is_ready = |model: &&Model| {
            let mut parts = model.fields.iter().filter_map(|field| part(&field.ty));
            parts.all(|part| ordered.iter().any(|model| model.name == part))
        };
        let place = waiting.iter().position(is_ready).ok_or_else(|| {
            let names: Vec<&str> = waiting.iter().map(|model| model.name.as_str()).collect();
            format!(
                "models that hold each other cannot be written down one after the other: {}",
                names.join(", ")
            )
        })?;
        ordered.push(waiting.remove(place).clone());
    }
    Ok(ordered)
}

/// The model inside a type.
pub(super) fn part(ty: &Type) -> Option<&str> {
    match ty {
        Type::Model { name } => Some(name),
        Type::List { item } | Type::Map { item } => part(item),
        _ => None,
    }
}
