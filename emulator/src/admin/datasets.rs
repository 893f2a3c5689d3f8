//! Loading rows into the datasets of an app's runtime.

use serde_json::{Value, json};

use super::bodies::Load;
use super::found;
use crate::errors::AdminError;
use crate::http::reply::Reply;
use crate::shared::Shared;
use crate::state::State;
use crate::state::apps::App;
use crate::state::datasets::{Loaded, check_name};

pub(super) fn list(shared: &Shared, id: &str) -> Result<Reply, AdminError> {
    let mut world = shared.world();
    let app = app(&mut world.state, id)?;
    let view = |(name, loaded): (&String, &Loaded)| json!({ "name": name, "from": loaded.from, "rows": loaded.rows.len() });
    let datasets: Vec<Value> = app.runtime.datasets.iter().map(view).collect();
    Ok(Reply::json(200, &json!({ "datasets": datasets })))
}

/// Loads a dataset, in place of what was loaded under its name.
pub(super) fn load(shared: &Shared, id: &str, name: &str, load: Load) -> Result<Reply, AdminError> {
    let loaded = Loaded::new(load.rows, load.from)?;
    shared.change(|world| {
        let datasets = &mut app(&mut world.state, id)?.runtime.datasets;
        check_name(name, datasets.keys())?;
        let columns: Vec<Value> = loaded
            .columns()
            .into_iter()
            .map(|(name, kind)| json!({ "name": name, "data_type": kind.name() }))
            .collect();
        let view = json!({
            "name": name, "from": loaded.from, "rows": loaded.rows.len(), "columns": columns,
        });
        datasets.insert(name.to_owned(), loaded);
        Ok(Reply::json(200, &view))
    })
}

pub(super) fn remove(shared: &Shared, id: &str, name: &str) -> Result<Reply, AdminError> {
    shared.change(|world| {
        let removed = app(&mut world.state, id)?.runtime.datasets.remove(name).is_some();
        Ok(found(removed, || format!("No dataset '{name}' is loaded")))
    })
}

fn app<'a>(state: &'a mut State, id: &str) -> Result<&'a mut App, AdminError> {
    let id: i64 = id.parse().map_err(|_| AdminError::new("the app's id is not a number"))?;
    state.apps.get_mut(&id).ok_or_else(|| AdminError::with_status(format!("There is no app {id}"), 404))
}
