//! Which certificates are trusted.

use reqwest::{Certificate, ClientBuilder};

/// Which certificate authorities a client trusts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum TrustStore {
    /// Those of the platform, or where it has none, as in slim containers, those that come with the SDK.
    #[default]
    Auto,
    /// Those of the platform only.
    Platform,
    /// Those that come with the SDK only: Mozilla's, as of its release.
    Bundled,
}

/// What a client trusts: a store, and authorities of its own beside it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trust {
    pub(crate) store: TrustStore,
    pub(crate) extra: Vec<Certificate>,
}

impl Trust {
    /// Builds a client that trusts accordingly.
    pub(super) fn build(&self, builder: impl Fn() -> ClientBuilder) -> reqwest::Result<reqwest::Client> {
        let platform = || builder().tls_certs_merge(self.extra.iter().cloned()).build();
        let bundled = || builder().tls_certs_only(bundled().chain(self.extra.iter().cloned())).build();
        match self.store {
            TrustStore::Auto => platform().or_else(|_| bundled()),
            TrustStore::Platform => platform(),
            TrustStore::Bundled => bundled(),
        }
    }
}

fn bundled() -> impl Iterator<Item = Certificate> {
    webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter().filter_map(|root| Certificate::from_der(root).ok())
}
