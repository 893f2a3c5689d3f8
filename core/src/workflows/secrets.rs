//! Setting several secrets.

use crate::generated::inputs::AppId;
use crate::generated::models::AppSecret;
use crate::generated::resources::Secrets;
use crate::pending::Pending;
use crate::wire::Secret;

impl Secrets {
    /// Sets several secrets, one after the other. Running deployments see them only after the next deployment.
    ///
    /// `POST /v1/apps/{app_id}/secrets` for each, scope `secrets:write`.
    ///
    /// # Errors
    ///
    /// Those of [`set`](Self::set), at the first secret that fails; the hint names those that were set before it.
    pub fn set_many<N, V>(
        &self,
        app: impl Into<AppId>,
        secrets: impl IntoIterator<Item = (N, V)>,
    ) -> Pending<Vec<AppSecret>>
    where
        N: Into<String>,
        V: Into<Secret>,
    {
        let (this, app) = (self.clone(), app.into());
        let secrets: Vec<(String, Secret)> =
            secrets.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        Pending::new(async move {
            let mut set: Vec<AppSecret> = Vec::new();
            for (name, value) in secrets {
                match this.set(app, name, value).await {
                    Ok(secret) => set.push(secret),
                    Err(error) if set.is_empty() => return Err(error),
                    Err(error) => {
                        let names: Vec<&str> = set.iter().map(|secret| secret.name.as_str()).collect();
                        let before = format!("these were set before it: {}", names.join(", "));
                        let hint = error.hint().map(|hint| format!("{hint}; {before}")).unwrap_or(before);
                        return Err(error.with_hint(hint));
                    }
                }
            }
            Ok(set)
        })
    }
}
