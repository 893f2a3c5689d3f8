//! `use`: a folder belongs to an app. The file that says so is found from the folders below, and holds no token.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::context::{Context, Done};
use crate::failure::Failure;
use crate::output::{Cell, Table};

/// The file of a folder.
const FILE: &str = ".spice-cloud.json";

/// Options of `use`.
#[derive(Debug, clap::Args)]
pub(crate) struct Use {
    /// Id or name; without it the app of this folder is shown
    app: Option<String>,
    /// Forget the app of this folder
    #[arg(long, conflicts_with = "app")]
    clear: bool,
}

/// The app of a folder.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Link {
    pub(crate) app: i64,
    pub(crate) name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) org: Option<String>,
}

impl Link {
    /// The app of the working folder or of the nearest one above it.
    pub(crate) fn find() -> Result<Option<(PathBuf, Self)>, Failure> {
        let Ok(here) = std::env::current_dir() else { return Ok(None) };
        let found = here.ancestors().map(|folder| folder.join(FILE)).find(|file| file.is_file());
        let Some(file) = found else { return Ok(None) };
        let read = fs::read_to_string(&file).map_err(|error| error.to_string());
        let link = read.and_then(|text| serde_json::from_str(&text).map_err(|error| error.to_string()));
        link.map(|link| Some((file.clone(), link)))
            .map_err(|problem| Failure::usage(format!("{} cannot be read: {problem}", file.display())))
    }
}

/// Says to which app the working folder belongs.
pub(crate) fn run(context: &mut Context<'_>, command: &Use) -> Done {
    if command.clear {
        let Some((file, link)) = Link::find()? else { return Err(none()) };
        fs::remove_file(&file).map_err(|error| not_written(&file, &error))?;
        context.tell(format!("{} no longer belongs to app {}", folder(&file), link.name));
        return Ok(());
    }
    let link = match &command.app {
        Some(app) => {
            let client = context.client()?;
            let id = context.app(&client, app)?;
            let app = context.call(client.apps().get(id))?;
            let link = Link { app: app.id, name: app.name, org: context.global.org.clone() };
            let text =
                serde_json::to_string_pretty(&link).map_err(|error| Failure::local(error.to_string()))?;
            fs::write(FILE, text + "\n").map_err(|error| not_written(Path::new(FILE), &error))?;
            context.tell(format!("wrote {FILE}: here and below, `.` stands for app {}", link.name));
            link
        }
        None => Link::find()?.ok_or_else(none)?.1,
    };
    context.show(&link, || {
        let mut table = Table::details();
        table.fact("app", Cell::new(link.app.to_string()));
        table.fact("name", Cell::new(&link.name));
        table.fact("organization", Cell::maybe(link.org.as_ref()));
        table
    })
}

/// There is no such file.
pub(crate) fn none() -> Failure {
    Failure::not_found(format!("there is no {FILE} here or above"))
        .with_hint("`spice-cloud use APP` says which app this folder belongs to")
}

fn folder(file: &Path) -> String {
    file.parent().unwrap_or(file).display().to_string()
}

fn not_written(file: &Path, error: &std::io::Error) -> Failure {
    Failure::local(format!("{} cannot be written: {error}", file.display()))
}
