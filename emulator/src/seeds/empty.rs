//! The seed for tests: an organization, its owner, and users who can be added.

use super::{org, user};
use crate::state::{Env, State, orgs};

pub(super) fn plant(state: &mut State, env: &mut Env<'_>) {
    let owner = user(state, env, "ada");
    for username in ["grace", "linus", "margaret"] {
        user(state, env, username);
    }
    let acme = org(state, env, "acme", orgs::Plan::Pro, owner);
    state.orgs.push(acme);
}
