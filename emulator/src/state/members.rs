//! Members of an organization. Owners can be neither changed nor removed.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::State;
use super::orgs::{Member, Org, User};
use crate::clock::rfc3339;
use crate::errors::ApiFailure;

/// A member without `is_owner`, as the answers to adding and updating show it.
fn brief_view(member: &Member, users: &[User]) -> Value {
    let user = users.iter().find(|user| user.id == member.user_id);
    json!({
        "user_id": member.user_id,
        "username": user.map_or("", |user| user.username.as_str()),
        "roles": member.roles,
        "created_at": rfc3339(member.created_at),
    })
}

fn view(org: &Org, member: &Member, users: &[User]) -> Value {
    let mut view = brief_view(member, users);
    view["is_owner"] = json!(member.user_id == org.owner_id);
    view
}

pub(crate) fn list(state: &State, org_id: i64) -> Result<Value, ApiFailure> {
    let org = state.org(org_id)?;
    let members: Vec<Value> = org.members.iter().map(|member| view(org, member, &state.users)).collect();
    Ok(json!({ "members": members }))
}

pub(crate) fn get(state: &State, org_id: i64, user_id: i64) -> Result<Value, ApiFailure> {
    let org = state.org(org_id)?;
    let member = org.member(user_id).ok_or_else(|| not_found(user_id))?;
    Ok(view(org, member, &state.users))
}

pub(crate) fn add(
    state: &mut State,
    now: Timestamp,
    org_id: i64,
    body: &Map<String, Value>,
) -> Result<Value, ApiFailure> {
    let username = body.get("username").and_then(Value::as_str).unwrap_or_default();
    let user = state.users.iter().find(|user| user.username.eq_ignore_ascii_case(username));
    let user_id = user.map(|user| user.id).ok_or_else(|| {
        ApiFailure::new(404, "User not found. The user must have signed in to Spice.ai at least once.")
    })?;
    let org = state.org_mut(org_id)?;
    if org.member(user_id).is_some() {
        return Err(ApiFailure::new(
            409,
            format!("User '{username}' is already a member of this organization"),
        ));
    }
    let mut roles = roles(body);
    if roles.is_empty() {
        roles.push("member".to_owned());
    }
    let member = Member { user_id, roles, created_at: now };
    org.members.push(member.clone());
    Ok(brief_view(&member, &state.users))
}

/// Replaces all roles of a member.
pub(crate) fn update(
    state: &mut State,
    org_id: i64,
    user_id: i64,
    body: &Map<String, Value>,
) -> Result<Value, ApiFailure> {
    let org = state.org_mut(org_id)?;
    let member = changeable(org, user_id, "Cannot change the roles of the organization owner")?;
    member.roles = roles(body);
    let member = member.clone();
    Ok(brief_view(&member, &state.users))
}

pub(crate) fn remove(state: &mut State, org_id: i64, user_id: i64) -> Result<(), ApiFailure> {
    let org = state.org_mut(org_id)?;
    changeable(org, user_id, "Cannot remove the organization owner")?;
    org.members.retain(|member| member.user_id != user_id);
    Ok(())
}

fn changeable<'a>(org: &'a mut Org, user_id: i64, refusal: &str) -> Result<&'a mut Member, ApiFailure> {
    if user_id == org.owner_id {
        return Err(ApiFailure::new(403, refusal).with_code("forbidden"));
    }
    org.members.iter_mut().find(|member| member.user_id == user_id).ok_or_else(|| not_found(user_id))
}

fn roles(body: &Map<String, Value>) -> Vec<String> {
    let roles = body.get("roles").and_then(Value::as_array).into_iter().flatten();
    roles.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn not_found(user_id: i64) -> ApiFailure {
    ApiFailure::new(404, format!("Member with ID {user_id} not found"))
}
