//! The public names of the operations: those of the contract, and those that the SDK builds from them by hand.

use std::collections::BTreeSet;

/// What the SDK offers beside the operations of the contract.
pub const BY_HAND: [&str; 8] = [
    "apps.find",
    "apps.update_if_unchanged",
    "client.reconcile",
    "client.request",
    "deployments.deploy",
    "deployments.wait",
    "deployments.watch",
    "secrets.set_many",
];

/// Other ways to call an operation, each under its name: of a list, and of a deployment whose steps are wanted.
pub const WAYS: [&str; 3] = ["first", "pages", "events"];

/// Every public operation.
pub fn public() -> BTreeSet<String> {
    let of_contract = spice_cloud::operations().iter().filter(|operation| operation.is_public());
    let made = spice_cloud::workflows().iter();
    let names = of_contract.chain(made).map(|operation| public_name(operation.id()));
    names.chain(BY_HAND.map(str::to_owned)).collect()
}

/// The public name of an operation of the contract. Operations of no resource are the client's own.
pub fn public_name(operation_id: &str) -> String {
    match operation_id {
        "health.get" => "client.health".to_owned(),
        "limits.get" => "client.limits".to_owned(),
        other => other.to_owned(),
    }
}

/// The operation that a call exercises: `apps.list` for `apps.list.pages`.
pub fn operation_of(call: &str) -> &str {
    let way = WAYS.iter().find_map(|way| call.strip_suffix(way)?.strip_suffix('.'));
    way.unwrap_or(call)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_to_walk_a_list_counts_as_the_list() {
        assert_eq!(operation_of("apps.list.pages"), "apps.list");
        assert_eq!(operation_of("deployments.list.first"), "deployments.list");
        assert_eq!(operation_of("apps.get"), "apps.get");
    }

    #[test]
    fn operations_of_no_resource_are_the_clients_own() {
        let names = public();
        assert!(names.contains("client.health") && names.contains("client.limits"));
        assert!(!names.contains("oauth.token"), "the SDK asks for tokens by itself");
    }
}
