//! The steps of the story, in order.

use std::borrow::Cow;

use serde_norway::Value;
use spice_cloud::{AddMember, CreateApp, ErrorKind, Member, MemberRole, Secret, UpdateApp};

use super::scanner::secret_names;
use super::scene::{Scene, Step};
use super::workflows;
use crate::failure::Failure;
use crate::mask::masked;

/// How many apps a page asks for: few, so that there is more than one page.
const PAGE: u32 = 10;

/// What happens, from the first look at the API to the last trace of the app.
pub(super) const STEPS: &[Step] = &[
    Step { title: "is the API up?", play: health },
    Step { title: "look at the regions", play: regions },
    Step { title: "read a spicepod", play: read_spicepod },
    Step { title: "create an app", play: create },
    Step { title: "set its spicepod", play: give_spicepod },
    Step { title: "set its secrets", play: set_secrets },
    Step { title: "check it against them", play: workflows::lint },
    Step { title: "deploy and watch", play: workflows::deploy },
    Step { title: "query its runtime", play: workflows::query },
    Step { title: "plan the same again", play: workflows::plan },
    Step { title: "change a secret", play: workflows::drift },
    Step { title: "list all apps", play: list },
    Step { title: "read its API keys", play: read_keys },
    Step { title: "rotate both keys", play: workflows::rotate },
    Step { title: "add a member", play: add_member },
    Step { title: "list the members", play: list_members },
    Step { title: "remove the member", play: remove_member },
    Step { title: "delete the app", play: delete },
    Step { title: "ask for it again", play: ask_again },
];

pub(super) type Happened = Result<String, Failure>;

fn health(scene: &mut Scene<'_>) -> Happened {
    let health = scene.api.health()?;
    Ok(format!("it says: {}", health.status))
}

fn regions(scene: &mut Scene<'_>) -> Happened {
    let regions = scene.api.regions().list()?;
    let names: Vec<&str> = regions.regions.iter().map(|region| region.region.as_str()).collect();
    let all = names.join(", ");
    let region = match scene.cast.region.clone() {
        Some(region) if names.contains(&region.as_str()) => region,
        Some(region) => return Err(Failure::usage(format!("there is no region {region}, but {all}"))),
        None => regions
            .default
            .or_else(|| names.first().map(|name| (*name).to_owned()))
            .ok_or_else(|| Failure::local("there is no region to create an app in"))?,
    };
    let happened = format!("{all}; this app goes to {region}");
    scene.cast.region = Some(region);
    Ok(happened)
}

fn read_spicepod(scene: &mut Scene<'_>) -> Happened {
    let file = &scene.cast.spicepod_file;
    let spicepod: Value = serde_norway::from_str(&scene.cast.spicepod)
        .map_err(|error| Failure::usage(format!("{file} is no YAML: {error}")))?;
    let items =
        |section: &str| spicepod.get(section).and_then(Value::as_sequence).map_or(&[][..], Vec::as_slice);
    let is_accelerated = |dataset: &&Value| {
        dataset
            .get("acceleration")
            .is_some_and(|how| how.get("enabled").and_then(Value::as_bool) != Some(false))
    };
    let datasets = items("datasets");
    Ok(format!(
        "{file}: {} ({} accelerated), {}, {}, {}",
        count(datasets.len(), "dataset"),
        datasets.iter().filter(is_accelerated).count(),
        count(items("views").len(), "view"),
        count(items("models").len(), "model"),
        count(secret_names(&scene.cast.spicepod).len(), "secret"),
    ))
}

fn create(scene: &mut Scene<'_>) -> Happened {
    let params = CreateApp::builder()
        .name(&scene.cast.app)
        .maybe_region(scene.cast.region.clone())
        .description("Made by spice-cloud demo")
        .build();
    let created = scene.api.apps().create(params);
    let created = created.inspect_err(|error| {
        scene.maybe_created = error.kind() == ErrorKind::AmbiguousOutcome;
    })?;
    let happened = format!("{} (id {}), at https://{0}.spice.ai once it runs", created.name, created.id);
    scene.app = Some(created);
    Ok(happened)
}

fn give_spicepod(scene: &mut Scene<'_>) -> Happened {
    let params = UpdateApp::builder().spicepod(scene.cast.spicepod.as_str()).build();
    let app = scene.api.apps().update(scene.app_id()?, params)?;
    Ok(format!("{} has it now", app.name))
}

fn set_secrets(scene: &mut Scene<'_>) -> Happened {
    let app = scene.app_id()?;
    let names = secret_names(&scene.cast.spicepod);
    if names.is_empty() {
        return Ok("it refers to none".to_owned());
    }
    let made_up = names.iter().map(|name| (name.as_str(), Secret::from(format!("made-up-{name}"))));
    let set = scene.api.secrets().set_many(app, made_up)?;
    let names: Vec<&str> = set.iter().map(|secret| secret.name.as_str()).collect();
    Ok(format!("{}; nobody can read the values back", names.join(", ")))
}

fn list(scene: &mut Scene<'_>) -> Happened {
    let name = &scene.cast.app;
    let (mut apps, mut is_there) = (0, false);
    for app in scene.api.apps().list().page_size(PAGE) {
        apps += 1;
        is_there |= app?.name == *name;
    }
    let whether = if is_there { "among them" } else { "which the list does not show yet:" };
    Ok(format!("{} in pages of {PAGE}, {whether} {name}", count(apps, "app")))
}

fn read_keys(scene: &mut Scene<'_>) -> Happened {
    let keys = scene.api.api_keys().get(scene.app_id()?)?;
    let happened =
        format!("{} and {}, masked here", shown(keys.api_key.as_ref()), shown(keys.api_key_2.as_ref()));
    scene.keys = Some(keys);
    Ok(happened)
}

pub(super) fn shown(key: Option<&Secret>) -> Cow<'static, str> {
    key.map_or(Cow::Borrowed("no key"), |key| Cow::Owned(masked(key.reveal())))
}

/// Said of the steps about a member when there is none.
const NO_MEMBER: &str = "left out: --member USERNAME names somebody to add";

fn add_member(scene: &mut Scene<'_>) -> Happened {
    let Some(username) = &scene.cast.member else { return Ok(NO_MEMBER.to_owned()) };
    let params = AddMember::builder().username(username).roles(["member"]).build();
    let member = scene.api.members().add(params)?;
    let happened = format!("{} joined as {}", member.username, roles(&member));
    scene.member = Some(member);
    Ok(happened)
}

fn list_members(scene: &mut Scene<'_>) -> Happened {
    let members = scene.api.members().list()?;
    if scene.cast.member.is_none() {
        return Ok(count(members.len(), "member"));
    }
    let names: Vec<String> =
        members.iter().map(|member| format!("{} ({})", member.username, roles(member))).collect();
    Ok(names.join(", "))
}

fn remove_member(scene: &mut Scene<'_>) -> Happened {
    let Some(member) = &scene.member else { return Ok(NO_MEMBER.to_owned()) };
    scene.api.members().remove(member)?;
    let happened = format!("{} is gone", member.username);
    scene.member = None;
    Ok(happened)
}

fn roles(member: &Member) -> String {
    let roles: Vec<&str> = member.roles.iter().map(MemberRole::as_str).collect();
    roles.join(", ")
}

fn delete(scene: &mut Scene<'_>) -> Happened {
    scene.api.apps().delete(scene.app_id()?)?;
    Ok("deleted, with all that it ran".to_owned())
}

fn ask_again(scene: &mut Scene<'_>) -> Happened {
    match scene.api.apps().get(scene.app_id()?) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            scene.app = None;
            Ok("404: it is not there any more".to_owned())
        }
        Err(error) => Err(error.into()),
        Ok(_) => Err(Failure::local("the app is still there")),
    }
}

pub(super) fn count(number: usize, what: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {what}{ending}")
}
