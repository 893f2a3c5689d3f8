//! Apps under their newer name, and finding one by its own.

use crate::client::Client;
use crate::generated::inputs::{AppId, UpdateApp};
use crate::generated::models::App;
use crate::generated::operations::APPS_UPDATE;
use crate::generated::resources::Apps;
use crate::pending::Pending;
use crate::request::Request;

impl Client {
    /// Spice apps under the API's newer name: the same as [`apps`](Self::apps).
    pub fn projects(&self) -> Apps {
        self.apps()
    }
}

impl Apps {
    /// Finds the app with a name, whatever its case, by walking all pages; nothing when there is none.
    ///
    /// `GET /v1/apps`, scope `apps:read`.
    ///
    /// # Errors
    ///
    /// Those of [`list`](Self::list).
    pub fn find(&self, name: impl Into<String>) -> Pending<Option<App>> {
        let (mut apps, name) = (self.list(), name.into());
        Pending::new(async move {
            while let Some(app) = apps.try_next().await? {
                if app.name.eq_ignore_ascii_case(&name) {
                    return Ok(Some(app));
                }
            }
            Ok(None)
        })
    }

    /// Changes an app unless somebody else has changed it since `app` was read. The API has no such condition, so the SDK reads
    /// the app again before the request, and once more when the answer is lost: a change that comes in that moment between the
    /// look and the request is not noticed.
    ///
    /// `GET` and `PUT /v1/apps/{app_id}`, scopes `apps:read` and `apps:write`.
    ///
    /// # Errors
    ///
    /// [`Conflict`](crate::ErrorKind::Conflict) of the kind `stale_write` when the app is no longer as it was; then nothing was
    /// sent, or somebody has written over what was. Those of [`update`](Self::update), and
    /// [`AmbiguousOutcome`](crate::ErrorKind::AmbiguousOutcome).
    pub fn update_if_unchanged(&self, app: &App, params: UpdateApp) -> Pending<App> {
        let request = Request::new(&APPS_UPDATE).path::<AppId>("app_id", AppId::from(app)).body(params);
        self.client.update_unless_changed(request, app)
    }
}
