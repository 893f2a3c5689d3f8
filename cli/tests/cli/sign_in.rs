//! Where credentials come from: the environment of the process and the file that `spice login` writes.

use std::path::Path;
use std::process::{Command, Output};

use crate::shell::Shell;

/// The program in a folder, with nothing in its environment that could lead anywhere.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_spice-cloud"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("SPICE") {
            command.env_remove(name);
        }
    }
    command
}

fn apps_in(folder: &Path, shell: &Shell, variables: &[(&str, &str)]) -> Output {
    let mut program = program();
    program.args(["apps", "list", "-o", "json"]).current_dir(folder);
    program.env("SPICE_CLOUD_API_URL", shell.emulator.url()).envs(variables.iter().copied());
    program.output().unwrap()
}

#[test]
fn a_token_of_the_environment_serves() {
    let (shell, folder) = (Shell::new(), tempfile::tempdir().unwrap());
    let answer = apps_in(folder.path(), &shell, &[("SPICE_API_TOKEN", shell.emulator.token())]);
    assert_eq!(answer.status.code(), Some(0), "{answer:?}");
    let apps: serde_json::Value = serde_json::from_slice(&answer.stdout).unwrap();
    assert!(apps.as_array().unwrap().len() > 20);
}

#[test]
fn client_credentials_of_the_environment_serve() {
    let (shell, folder) = (Shell::new(), tempfile::tempdir().unwrap());
    let (id, secret) = (shell.emulator.client_id(), shell.emulator.client_secret());
    let answer = apps_in(folder.path(), &shell, &[("SPICE_CLIENT_ID", id), ("SPICE_CLIENT_SECRET", secret)]);
    assert_eq!(answer.status.code(), Some(0), "{answer:?}");
    let answer =
        apps_in(folder.path(), &shell, &[("SPICE_CLIENT_ID", id), ("SPICE_CLIENT_SECRET", "canary-secret")]);
    assert_eq!(answer.status.code(), Some(3), "{answer:?}");
    assert!(!String::from_utf8(answer.stderr).unwrap().contains("canary"));
}

#[test]
fn the_file_of_spice_login_serves() {
    let (shell, folder) = (Shell::new(), tempfile::tempdir().unwrap());
    let line = format!("SPICE_SPICEAI_TOKEN={}\n", shell.emulator.token());
    std::fs::write(folder.path().join(".env"), line).unwrap();
    let answer = apps_in(folder.path(), &shell, &[]);
    assert_eq!(answer.status.code(), Some(0), "{answer:?}");
}

#[test]
fn without_credentials_it_says_where_it_looked() {
    let (shell, folder) = (Shell::new(), tempfile::tempdir().unwrap());
    let answer = apps_in(folder.path(), &shell, &[]);
    let words = String::from_utf8(answer.stderr).unwrap();
    assert_eq!(answer.status.code(), Some(3), "{words}");
    let error: serde_json::Value = serde_json::from_str(&words).unwrap();
    assert_eq!(error["error"]["kind"], "ConfigError");
    assert!(words.contains("SPICE_API_TOKEN is not set") && words.contains("spice-cloud demo"), "{words}");
    assert!(shell.routes().is_empty());
}
