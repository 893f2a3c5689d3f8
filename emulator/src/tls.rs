//! Connections over TLS: an authority that is made at the start, and a certificate that is good or wrong in one way.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair,
    KeyUsagePurpose,
};
pub(crate) use tokio_rustls::TlsAcceptor as Acceptor;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{self, ServerConfig};

/// Which certificate an emulator shows: one that clients should accept, or one that they should refuse for one reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Certificate {
    /// For `localhost`, `127.0.0.1` and `::1`, by the emulator's authority, for a year from now.
    #[default]
    Good,
    /// Its time was over yesterday.
    Expired,
    /// Its time begins in two days.
    NotYetValid,
    /// It is for another host.
    WrongHost,
    /// It has signed itself; no authority stands behind it.
    SelfSigned,
    /// Another authority than the emulator's has signed it.
    UnknownAuthority,
}

impl Certificate {
    /// Every certificate.
    pub const ALL: [Self; 6] = [
        Self::Good,
        Self::Expired,
        Self::NotYetValid,
        Self::WrongHost,
        Self::SelfSigned,
        Self::UnknownAuthority,
    ];

    /// The hosts that it is for.
    fn hosts(self) -> Vec<String> {
        match self {
            Self::WrongHost => vec!["elsewhere.example".to_owned()],
            _ => ["localhost", "127.0.0.1", "::1"].map(str::to_owned).to_vec(),
        }
    }

    /// The days, counted from now, on which its time begins and ends.
    fn days(self) -> [i64; 2] {
        match self {
            Self::Expired => [-30, -1],
            Self::NotYetValid => [2, 365],
            _ => [-1, 365],
        }
    }

    fn params(self) -> Result<CertificateParams, rcgen::Error> {
        let mut params = CertificateParams::new(self.hosts())?;
        params.distinguished_name.push(DnType::CommonName, "Spice.ai Cloud emulator");
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.use_authority_key_identifier_extension = self != Self::SelfSigned;
        Ok(lasting(params, self.days()))
    }
}

/// What an emulator over TLS has: how it accepts connections, and its authority's certificate in PEM.
pub(crate) struct Tls {
    pub(crate) acceptor: Acceptor,
    pub(crate) authority: String,
}

impl Tls {
    /// Makes keys, authority and certificate.
    pub(crate) fn new(certificate: Certificate) -> Result<Self, TlsError> {
        let authority = authority("Spice.ai Cloud emulator, authority of one run")?;
        let key = KeyPair::generate()?;
        let params = certificate.params()?;
        let signed = match certificate {
            Certificate::SelfSigned => params.self_signed(&key)?,
            Certificate::UnknownAuthority => {
                let stranger = self::authority("An authority that nobody knows")?;
                params.signed_by(&key, &stranger)?
            }
            _ => params.signed_by(&key, &authority)?,
        };
        let config = config(signed.der().clone(), &key)?;
        Ok(Self { acceptor: Acceptor::from(Arc::new(config)), authority: authority.pem() })
    }
}

/// Why keys and certificates could not be made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TlsError {
    #[error(transparent)]
    Certificate(#[from] rcgen::Error),
    #[error(transparent)]
    Config(#[from] rustls::Error),
}

fn authority(name: &str) -> Result<CertifiedIssuer<'static, KeyPair>, rcgen::Error> {
    let mut params = CertificateParams::new(Vec::new())?;
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.distinguished_name.push(DnType::CommonName, name);
    CertifiedIssuer::self_signed(lasting(params, [-1, 365]), KeyPair::generate()?)
}

/// Sets the time by the real clock, for that is what clients look at, whatever the emulator's own clock shows.
fn lasting(mut params: CertificateParams, days: [i64; 2]) -> CertificateParams {
    let [begins, ends] = days.map(|days| {
        let date =
            (Timestamp::now() + SignedDuration::from_hours(24 * days)).to_zoned(jiff::tz::TimeZone::UTC);
        let part = |value: i8| u8::try_from(value).unwrap_or(1);
        rcgen::date_time_ymd(date.year().into(), part(date.month()), part(date.day()))
    });
    (params.not_before, params.not_after) = (begins, ends);
    params
}

fn config(certificate: CertificateDer<'static>, key: &KeyPair) -> Result<ServerConfig, rustls::Error> {
    // A provider of its own: the process may have none, or another one.
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![certificate], PrivateKeyDer::Pkcs8(key.serialize_der().into()))?;
    // Faults spoil answers of HTTP/1.1.
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}
