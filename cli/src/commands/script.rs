//! The verbs of the helper script that there was before this command. Each does what a command of today does.

use std::ffi::OsString;

/// The verbs. `deploy` and `health` are the same today.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Script {
    /// As `regions`
    #[command(hide = true)]
    ListRegions,
    /// As `images`
    #[command(hide = true)]
    ListImages,
    /// As `apps list`
    #[command(hide = true)]
    ListApps,
    /// As `apps get`
    #[command(hide = true)]
    GetApp { id: String },
    /// As `apps create`
    #[command(hide = true)]
    CreateApp { name: String, region: Option<String> },
    /// As `api PUT`
    #[command(hide = true)]
    UpdateApp { id: i64, json: String },
    /// As `apps delete`
    #[command(hide = true)]
    DeleteApp {
        id: String,
        #[command(flatten)]
        sure: Sure,
    },
    /// As `deployments list`
    #[command(hide = true)]
    ListDeployments { id: String },
    /// As `secrets list`
    #[command(hide = true)]
    ListSecrets { id: String },
    /// As `secrets set`
    #[command(hide = true)]
    AddSecret {
        id: String,
        name: String,
        /// Taken only to be refused in words that do not repeat it.
        #[arg(hide = true)]
        value: Vec<OsString>,
    },
    /// As `secrets delete`
    #[command(hide = true)]
    DeleteSecret {
        id: String,
        name: String,
        #[command(flatten)]
        sure: Sure,
    },
    /// As `keys get`
    #[command(hide = true)]
    GetApiKeys { id: String },
    /// As `keys regenerate`; 0 for both keys
    #[command(hide = true)]
    RegenerateKey {
        id: String,
        #[arg(default_value_t = 1, value_parser = clap::value_parser!(i64).range(0..=2))]
        key: i64,
        #[command(flatten)]
        sure: Sure,
    },
    /// As `members list`
    #[command(hide = true)]
    ListMembers,
    /// As `members add`
    #[command(hide = true)]
    AddMember { username: String, roles: Vec<String> },
    /// As `members remove`
    #[command(hide = true)]
    RemoveMember {
        id: i64,
        #[command(flatten)]
        sure: Sure,
    },
}

/// Whether to ask.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Sure {
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

/// A command of today.
pub(crate) struct Today {
    /// How it is written.
    pub(crate) usage: &'static str,
    /// Its arguments.
    pub(crate) words: Vec<String>,
}

impl Script {
    /// The command of today that does the same. The value of a secret is never part of it.
    pub(crate) fn today(self) -> Today {
        let none: [&str; 0] = [];
        match self {
            Self::ListRegions => today("regions", &["regions"], none),
            Self::ListImages => today("images", &["images"], none),
            Self::ListApps => today("apps list", &["apps", "list"], none),
            Self::GetApp { id } => today("apps get APP", &["apps", "get"], [id]),
            Self::CreateApp { name, region } => {
                let region = region.map(|region| format!("--region={region}"));
                let words: Vec<&str> = ["apps", "create"].into_iter().chain(region.as_deref()).collect();
                today("apps create NAME --region REGION", &words, [name])
            }
            Self::UpdateApp { id, json } => {
                let usage =
                    "apps update APP --description TEXT ..., or spice-cloud api PUT /v1/apps/ID -d JSON";
                today(
                    usage,
                    &["api", &format!("--data={json}")],
                    ["PUT".to_owned(), format!("/v1/apps/{id}")],
                )
            }
            Self::DeleteApp { id, sure } => today("apps delete APP", &sure.words(["apps", "delete"]), [id]),
            Self::ListDeployments { id } => today("deployments list APP", &["deployments", "list"], [id]),
            Self::ListSecrets { id } => today("secrets list APP", &["secrets", "list"], [id]),
            Self::AddSecret { id, name, value } => {
                let refused = (!value.is_empty()).then(|| "VALUE".to_owned());
                today("secrets set APP NAME", &["secrets", "set"], [id, name].into_iter().chain(refused))
            }
            Self::DeleteSecret { id, name, sure } => {
                today("secrets delete APP NAME", &sure.words(["secrets", "delete"]), [id, name])
            }
            Self::GetApiKeys { id } => today("keys get APP", &["keys", "get"], [id]),
            Self::RegenerateKey { id, key, sure } => {
                let which = if key == 0 { "--both".to_owned() } else { format!("--key={key}") };
                let mut words = sure.words(["keys", "regenerate"]);
                words.push(&which);
                today("keys regenerate APP --key N", &words, [id])
            }
            Self::ListMembers => today("members list", &["members", "list"], none),
            Self::AddMember { username, roles } => {
                let roles: Vec<String> = roles.iter().map(|role| format!("--role={role}")).collect();
                let words: Vec<&str> =
                    ["members", "add"].into_iter().chain(roles.iter().map(String::as_str)).collect();
                today("members add USERNAME", &words, [username])
            }
            Self::RemoveMember { id, sure } => {
                today("members remove USER_ID", &sure.words(["members", "remove"]), [id.to_string()])
            }
        }
    }
}

impl Sure {
    fn words(self, command: [&'static str; 2]) -> Vec<&'static str> {
        command.into_iter().chain(self.yes.then_some("--yes")).collect()
    }
}

/// Whatever stands in a value, it cannot be taken for an option.
fn today(usage: &'static str, words: &[&str], values: impl IntoIterator<Item = impl Into<String>>) -> Today {
    let words = words.iter().map(|&word| word.to_owned()).chain(["--".to_owned()]);
    Today { usage, words: words.chain(values.into_iter().map(Into::into)).collect() }
}
