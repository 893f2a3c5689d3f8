//! The SDK's words, with the names that things have on the command line.

/// What the SDK calls it, and what the command line calls it. Longer names come before those that they contain.
const WORDS: &[(&str, &str)] = &[
    (", or leave the checks to the server with the option `validate`", ""),
    (", or give the credentials to the client", ""),
    (", or give it in `values`", ", or give it in a file with `--env-file`"),
    ("the emulator needs no account", "`spice-cloud demo` needs no account"),
    (
        "`client.reconcile(error)` finds out what became of it; a second try",
        "look at the present state before you try again; a second try",
    ),
    ("`deployments.wait(app, id)`", "`spice-cloud deployments wait APP ID`"),
    ("`apps.resume(app)`", "`spice-cloud apps resume APP`"),
    ("`deployments.rollback(app)`", "`spice-cloud deployments rollback APP`"),
    ("`runtime(app).datasets()`", "`spice-cloud runtime datasets APP`"),
    ("`api_keys.get(app)`", "`spice-cloud keys get APP`"),
    ("`api_keys.regenerate(app)`", "`spice-cloud keys regenerate APP`"),
    ("`deployments.list`", "`spice-cloud deployments list APP`"),
    ("with `apps.update`", "with `spice-cloud apps update APP --spicepod FILE`"),
    ("`members.update(user_id, roles)`", "`spice-cloud members update USER_ID --role ROLE`"),
    ("`apps.update(app, spicepod)`", "`spice-cloud apps update APP --spicepod FILE`"),
    ("`apps.find(name)`", "`spice-cloud apps get NAME`"),
    ("`container_images.list()`", "`spice-cloud images`"),
    ("`secrets.list(app)`", "`spice-cloud secrets list APP`"),
    ("`members.list()`", "`spice-cloud members list`"),
    ("`apps.list()`", "`spice-cloud apps list`"),
    ("`orgs.list()`", "`spice-cloud orgs`"),
    ("`timeout` and `attempt_timeout`", "`--timeout SECONDS`"),
    ("leave `org` out", "leave `--org` out"),
    ("`base_url`", "`--base-url`"),
];

/// What the SDK says, for somebody at a shell.
pub(crate) fn for_the_shell(hint: &str) -> String {
    WORDS.iter().fold(hint.to_owned(), |hint, (sdk, shell)| hint.replace(sdk, shell))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_become_commands() {
        assert_eq!(
            for_the_shell("check the id with `apps.list()`; it may be gone"),
            "check the id with `spice-cloud apps list`; it may be gone"
        );
        assert_eq!(
            for_the_shell("correct the input, or leave the checks to the server with the option `validate`"),
            "correct the input"
        );
        assert_eq!(for_the_shell("something else"), "something else");
    }
}
