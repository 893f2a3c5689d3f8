//! What the steps of the story have before them.

use spice_cloud::{ApiKeys, App, AppId, Client, Member, WaitOptions, blocking};
use tokio::runtime::Runtime;

use crate::cancel::Cancel;
use crate::failure::Failure;

/// What the story is about.
pub(super) struct Cast {
    /// Name of the app.
    pub(super) app: String,
    /// Where it runs; the default region if not given.
    pub(super) region: Option<String>,
    /// User who joins for a moment.
    pub(super) member: Option<String>,
    /// Where the spicepod comes from.
    pub(super) spicepod_file: String,
    /// The spicepod, as YAML.
    pub(super) spicepod: String,
    /// How to wait for the deployment.
    pub(super) wait: WaitOptions,
    /// Whether it is an emulator's, where every runtime answers.
    pub(super) is_local: bool,
}

/// What a step has before it: the client, and what earlier steps have made.
pub(super) struct Scene<'a> {
    /// Makes the calls. They are not interrupted: what was begun is known to have happened or not.
    pub(super) api: blocking::Client,
    /// The same client, for the one wait that can be interrupted.
    pub(super) client: Client,
    pub(super) runtime: &'a Runtime,
    pub(super) cancel: &'a Cancel,
    pub(super) cast: Cast,
    /// Says what goes on.
    pub(super) say: &'a mut dyn FnMut(&str),
    /// The app, from its creation to its deletion.
    pub(super) app: Option<App>,
    /// Whether there may be an app that the answer did not tell of.
    pub(super) maybe_created: bool,
    /// The member, from joining to leaving.
    pub(super) member: Option<Member>,
    /// The keys as they were first.
    pub(super) keys: Option<ApiKeys>,
}

impl Scene<'_> {
    /// The app's id.
    pub(super) fn app_id(&self) -> Result<AppId, Failure> {
        self.app.as_ref().map(AppId::from).ok_or_else(|| Failure::local("there is no app"))
    }
}

/// A step of the story.
pub(super) struct Step {
    /// What is done.
    pub(super) title: &'static str,
    /// Does it, and says what happened.
    pub(super) play: fn(&mut Scene<'_>) -> Result<String, Failure>,
}
