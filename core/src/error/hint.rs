//! What to do about an error, where that is known.

use super::{Error, ErrorKind};

/// The hint that follows from an error's kind, its server code and its operation.
pub(super) fn of(error: &Error) -> Option<String> {
    let operation = error.operation().unwrap_or_default();
    let hint = match (error.kind(), error.api_code()) {
        (ErrorKind::AuthenticationError, _) if operation.starts_with("runtime") => {
            "the API key is wrong or was replaced: `api_keys.get(app)` gives those that count"
        }
        (ErrorKind::NotFound, _) if operation == "runtime.chat" => {
            "check the model's name: it is the one that the spicepod has"
        }
        (ErrorKind::ServerError, _) if operation.starts_with("runtime") && error.status() == Some(503) => {
            "the runtime is not ready: is there a deployment that has succeeded?"
        }
        (ErrorKind::NotFound | ErrorKind::BadRequest, _) if operation.starts_with("runtime") => return None,
        (ErrorKind::AuthenticationError, _) => {
            "check that the token is complete, not expired and meant for the Management API; app API keys do not work here"
        }
        (ErrorKind::PermissionDenied, Some("org_forbidden")) => {
            "check the organization's name; `orgs.list()` shows those that the token reaches"
        }
        (ErrorKind::PermissionDenied, Some("org_assertion_mismatch")) => {
            "client credentials reach only their own organization: leave `org` out, or use a personal access token"
        }
        (ErrorKind::PermissionDenied, Some("image_tag_requires_enterprise")) => {
            "choose a tag of the stable channel, see `container_images.list()`"
        }
        (ErrorKind::PermissionDenied, Some("insufficient_scope") | None) => {
            let scope = error.required_scope()?;
            let has = match error.granted_scopes() {
                Some([]) => ", and the token has none".to_owned(),
                Some(scopes) => format!(", and the token has {}", scopes.join(", ")),
                None => String::new(),
            };
            return Some(format!(
                "the operation needs the scope {scope}{has}: grant it to the token, or use another"
            ));
        }
        (ErrorKind::NotFound, _) if operation == "members.add" => {
            "the user must have signed in to Spice.ai once before being added"
        }
        (ErrorKind::NotFound, _) if operation.starts_with("members") => {
            "`members.list()` shows who is a member"
        }
        (ErrorKind::NotFound, _) if operation.starts_with("secrets") => {
            "check the app's id and the secret's name; `secrets.list(app)` shows the names"
        }
        (ErrorKind::NotFound, _) if operation.starts_with("monitors") => {
            "check the app's id and the monitor's; `monitors.list(app)` shows those that there are"
        }
        (ErrorKind::NotFound, _) if operation.starts_with("reactions") => {
            "check the app's id and the reaction's; `reactions.list(app)` shows those that there are"
        }
        (ErrorKind::BadRequest, Some("spicepod_paused")) => {
            "let the app run again with `apps.resume(app)`, then deploy"
        }
        (ErrorKind::NotFound, _) if operation != "request" => {
            "check the id with `apps.list()`; the app may have been deleted or belong to another organization"
        }
        (ErrorKind::Conflict, Some("github_connected")) => {
            "the app takes its spicepod from GitHub: change it there, or disconnect the repository in the portal"
        }
        (ErrorKind::Conflict, _) => match error.conflict_kind()? {
            "name_taken" => "choose another name, or find the app that has it with `apps.find(name)`",
            "deployment_in_progress" => "wait for it with `deployments.wait(app, id)`, then deploy again",
            "already_member" => "change the roles with `members.update(user_id, roles)`",
            _ => return None,
        },
        (ErrorKind::BadRequest, _)
            if operation == "deployments.create" && error.field_errors().is_empty() =>
        {
            "the app needs a valid spicepod: set it with `apps.update(app, spicepod)`; check `image_tag` too"
        }
        (ErrorKind::RateLimited, _) => "send fewer requests at once, or wait as long as the server asks",
        (ErrorKind::AmbiguousOutcome, _) if error.change().is_some() => {
            "`client.reconcile(error)` finds out what became of it; a second try could do the change twice"
        }
        (ErrorKind::AmbiguousOutcome, _) => {
            "look at the present state before you try again; a second try could do the change twice"
        }
        (ErrorKind::ConnectError, _) => "check the network, `base_url` and the proxy settings",
        (ErrorKind::Timeout, _) => "try again, or allow more time with `timeout` and `attempt_timeout`",
        (ErrorKind::TlsError, _) => {
            "check the machine's clock and trusted certificates, and that nothing intercepts the connection"
        }
        (ErrorKind::RedirectError, _) => {
            "check `base_url`: the SDK sends credentials to no other place than that"
        }
        (ErrorKind::DecodeError, _) => {
            "check that `base_url` is the API and that no proxy or sign-in page answers in its place"
        }
        (ErrorKind::InternalError, _) => "this is a bug in the SDK: please report it with the request id",
        _ => return None,
    };
    Some(hint.to_owned())
}
