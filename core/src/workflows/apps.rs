//! Apps under their newer name, and finding one by its own.

use crate::client::Client;
use crate::generated::models::App;
use crate::generated::resources::Apps;
use crate::pending::Pending;

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
}
