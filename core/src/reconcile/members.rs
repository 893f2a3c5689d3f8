//! Members have names of their own: one with the name and the roles that were asked for is what was asked for.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Change, Finding, Traced};
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::generated::enums::MemberRole;
use crate::generated::models::Member;
use crate::generated::operations::MEMBERS_ADD;
use crate::pending::Pending;

impl Traced for Member {
    fn before(_client: &Client, _change: &Change) -> Pending<Option<Value>> {
        Pending::new(async { Ok(None) })
    }

    fn look(client: &Client, change: &Change) -> Pending<Finding<Self>> {
        let (members, change) = (client.members().list(), change.clone());
        Pending::new(async move {
            let name = change.text("username").unwrap_or_default();
            let mut members = members.await?.into_iter();
            let Some(member) = members.find(|member| member.username.eq_ignore_ascii_case(name)) else {
                return Ok(Finding::Nothing);
            };
            let roles: BTreeSet<&str> = member.roles.iter().map(MemberRole::as_str).collect();
            Ok(match change.body.get("roles").and_then(Value::as_array) {
                Some(wanted) if roles != wanted.iter().filter_map(Value::as_str).collect() => {
                    Finding::Refused(already(name))
                }
                _ => Finding::Happened(member),
            })
        })
    }
}

/// What the server says of somebody who is a member with other roles.
fn already(name: &str) -> Error {
    let message = format!("{name} is a member already, with other roles");
    Error::new(ErrorKind::Conflict, message).of(&MEMBERS_ADD)
}
