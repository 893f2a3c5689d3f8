//! From an operation to the rule that carries it out, and from its result to a status.

use serde_json::{Map, Value};

use crate::auth::Caller;
use crate::contract::Parameters;
use crate::errors::ApiFailure;
use crate::http::reply::Reply;
use crate::operations::Operation as Op;
use crate::state::alerts::{self, Kind};
use crate::state::{
    Env, State, apps, catalog, deployments, forks, keys, members, metrics, orgs, pause, secrets,
};

/// What a well-formed request brings.
pub(crate) struct Input {
    pub(crate) parameters: Parameters,
    pub(crate) body: Map<String, Value>,
    /// Key of the items when apps are listed.
    pub(crate) list_key: &'static str,
}

impl Input {
    /// An identifier of the path, which validation has made a positive number.
    fn id(&self, name: &str) -> i64 {
        self.parameters.get(name).and_then(Value::as_i64).unwrap_or_default()
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.parameters.get(name).and_then(Value::as_str)
    }
}

pub(crate) fn handle(
    operation: Op,
    state: &mut State,
    env: &mut Env<'_>,
    caller: &Caller,
    input: &Input,
) -> Result<Reply, ApiFailure> {
    let org = caller.org_id;
    let app = input.id("app_id");
    let user = input.id("user_id");
    let name = input.text("name").unwrap_or_default();
    let alert = input.text("monitor").or_else(|| input.text("reaction")).unwrap_or_default();
    let (parameters, body) = (&input.parameters, &input.body);
    let (status, answer) = match operation {
        // These need no caller and were answered before.
        Op::Health | Op::Docs | Op::OAuthToken => return Err(ApiFailure::new(500, "Not carried out here")),
        Op::Limits => (200, state.org(org)?.limits_view()),
        Op::Regions => (200, catalog::regions_view()),
        Op::ContainerImages => (200, catalog::images_view(input.text("channel"))),
        Op::Orgs => (200, orgs_view(state, caller)),
        Op::Clusters => (200, state.org(org)?.clusters_view()),
        Op::AppsList => (200, apps::list(state, org, parameters, input.list_key)?),
        Op::AppsCreate => (201, apps::create(state, env, org, body)?),
        Op::AppsGet => (200, apps::get(state, org, app)?),
        Op::AppsUpdate => (200, apps::update(state, org, app, body)?),
        Op::AppsDelete => (204, gone(apps::delete(state, org, app, env.now))?),
        Op::AppsMetrics => (200, metrics::read(state, org, app, parameters)?),
        Op::AppsResume => (200, pause::resume(state, env, org, app, &caller.name)?),
        Op::DeploymentsList => (200, deployments::list(state, env.now, org, app, parameters)?),
        Op::DeploymentsCreate => (202, deployments::create(state, env, org, app, body, &caller.name)?),
        Op::DeploymentsGet => (200, deployments::get(state, env.now, org, app, input.id("deployment_id"))?),
        Op::SecretsList => (200, secrets::list(state, org, app)?),
        Op::SecretsSet => (200, secrets::set(state, env, org, app, body)?),
        Op::SecretsGet => (200, secrets::get(state, org, app, name)?),
        Op::SecretsDelete => (204, gone(secrets::delete(state, org, app, name))?),
        Op::ApiKeysGet => (200, keys::get(state, org, app)?),
        Op::ApiKeysRegenerate => (200, keys::regenerate(state, env, org, app, body)?),
        Op::ForksList => (200, forks::list(state, org, app)?),
        Op::ForksCreate => (201, forks::create(state, env, org, app, body)?),
        Op::MonitorsList => (200, alerts::list(state, org, app, Kind::Monitor)?),
        Op::MonitorsCreate => {
            (201, alerts::create(state, env, org, app, Kind::Monitor, body, caller.user_id)?)
        }
        Op::MonitorsGet => (200, alerts::get(state, org, app, Kind::Monitor, alert)?),
        Op::MonitorsUpdate => (200, alerts::update(state, org, app, Kind::Monitor, alert, body)?),
        Op::MonitorsDelete => (200, alerts::delete(state, org, app, Kind::Monitor, alert)?),
        Op::ReactionsList => (200, alerts::list(state, org, app, Kind::Reaction)?),
        Op::ReactionsCreate => {
            (201, alerts::create(state, env, org, app, Kind::Reaction, body, caller.user_id)?)
        }
        Op::ReactionsGet => (200, alerts::get(state, org, app, Kind::Reaction, alert)?),
        Op::ReactionsUpdate => (200, alerts::update(state, org, app, Kind::Reaction, alert, body)?),
        Op::ReactionsDelete => (200, alerts::delete(state, org, app, Kind::Reaction, alert)?),
        Op::MembersList => (200, members::list(state, org)?),
        Op::MembersAdd => (201, members::add(state, env.now, org, body)?),
        Op::MembersGet => (200, members::get(state, org, user)?),
        Op::MembersUpdate => (200, members::update(state, org, user, body)?),
        Op::MembersRemove => (204, gone(members::remove(state, org, user))?),
    };
    Ok(if status == 204 { Reply::empty() } else { Reply::json(status, &answer) })
}

fn gone(deleted: Result<(), ApiFailure>) -> Result<Value, ApiFailure> {
    deleted.map(|()| Value::Null)
}

/// The organizations of a user; of a client only its own, as an owner.
fn orgs_view(state: &State, caller: &Caller) -> Value {
    let seen = |org: &orgs::Org| match caller.user_id {
        Some(user_id) => {
            let member = org.member(user_id)?;
            Some(org.view(member.roles.first().map_or("member", String::as_str)))
        }
        None => (org.id == caller.org_id).then(|| org.view("owner")),
    };
    serde_json::json!({ "orgs": state.orgs.iter().filter_map(seen).collect::<Vec<_>>() })
}
