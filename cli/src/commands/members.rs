//! `members`: who belongs to the organization.

use spice_cloud::{AddMember, Member, MemberRole, UpdateMember};

use crate::context::{Context, Done};
use crate::output::{Cell, Table, moment};

/// What can be done with members.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Members {
    /// List the members
    List,
    /// Show one member
    Get {
        /// Id of the user, see `members list`
        user_id: i64,
    },
    /// Add a user, who must have signed in to Spice.ai once
    Add {
        /// Spice.ai user name
        username: String,
        /// Role; may be given several times; member if not given
        #[arg(long = "role", value_name = "ROLE")]
        roles: Vec<String>,
    },
    /// Replace all roles of a member
    Update {
        /// Id of the user, see `members list`
        user_id: i64,
        /// Role; may be given several times
        #[arg(long = "role", value_name = "ROLE", required = true)]
        roles: Vec<String>,
    },
    /// Remove a member
    Remove {
        /// Id of the user, see `members list`
        user_id: i64,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
}

/// Does what was asked about members.
pub(crate) fn run(context: &mut Context<'_>, command: Members) -> Done {
    match command {
        Members::List => list(context),
        Members::Get { user_id } => get(context, user_id),
        Members::Add { username, roles } => add(context, username, roles),
        Members::Update { user_id, roles } => update(context, user_id, roles),
        Members::Remove { user_id, yes } => remove(context, user_id, yes),
    }
}

fn list(context: &mut Context<'_>) -> Done {
    let client = context.client()?;
    let members = context.call(client.members().list())?;
    context.show_list(&members, || table(&members), "no members")
}

fn get(context: &mut Context<'_>, user_id: i64) -> Done {
    let client = context.client()?;
    let member = context.call(client.members().get(user_id))?;
    context.show(&member, || table(std::slice::from_ref(&member)))
}

fn add(context: &mut Context<'_>, username: String, roles: Vec<String>) -> Done {
    let client = context.client()?;
    let roles = (!roles.is_empty()).then_some(roles);
    let params = AddMember::builder().username(username).maybe_roles(roles).build();
    let member = context.change(client.members().add(params))?;
    context.tell(format!("added {}", member.username));
    context.show(&member, || table(std::slice::from_ref(&member)))
}

fn update(context: &mut Context<'_>, user_id: i64, roles: Vec<String>) -> Done {
    let client = context.client()?;
    let params = UpdateMember::builder().roles(roles).build();
    let member = context.change(client.members().update(user_id, params))?;
    context.tell(format!("changed the roles of {}", member.username));
    context.show(&member, || table(std::slice::from_ref(&member)))
}

fn remove(context: &mut Context<'_>, user_id: i64, yes: bool) -> Done {
    let client = context.client()?;
    let mut who = format!("user {user_id}");
    if !yes && context.io.can_ask() {
        // Whoever is asked should see what it is about.
        who = format!("{} ({who})", context.call(client.members().get(user_id))?.username);
    }
    context.confirm(&format!("Remove {who} from the organization?"), yes)?;
    context.change(client.members().remove(user_id))?;
    context.tell(format!("removed {who}"));
    Ok(())
}

fn table(members: &[Member]) -> Table {
    let mut table = Table::new(&["USER ID", "USERNAME", "ROLES", "OWNER", "JOINED (UTC)"]);
    for member in members {
        let roles: Vec<&str> = member.roles.iter().map(MemberRole::as_str).collect();
        table.row([
            Cell::number(member.user_id),
            Cell::new(&member.username),
            Cell::new(roles.join(", ")),
            Cell::new(if member.is_owner == Some(true) { "yes" } else { "" }),
            moment(member.created_at.as_ref()),
        ]);
    }
    table
}
