//! How a command ends: the one place where exit codes come from.

use spice_cloud::ErrorKind;

/// How a command ended. The numbers are part of the command line's interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Exit {
    Ok = 0,
    Error = 1,
    Usage = 2,
    Authentication = 3,
    Permission = 4,
    NotFound = 5,
    Conflict = 6,
    RateLimited = 7,
    DeploymentFailed = 8,
    WaitTimeout = 9,
    Ambiguous = 10,
    Interrupted = 130,
}

impl Exit {
    /// The code for the shell.
    pub(crate) fn code(self) -> u8 {
        self as u8
    }

    /// What an error of the SDK means. A `ConfigError` about credentials is [`Exit::Authentication`], which the kind alone
    /// does not tell: see [`Failure::credentials`](crate::failure::Failure::credentials).
    pub(crate) fn of(kind: ErrorKind) -> Self {
        match kind {
            // A dry run has done what it should.
            ErrorKind::DryRun => Self::Ok,
            // Nothing was sent: what was given is wrong.
            ErrorKind::ConfigError | ErrorKind::ValidationError => Self::Usage,
            ErrorKind::AuthenticationError => Self::Authentication,
            ErrorKind::PermissionDenied => Self::Permission,
            ErrorKind::NotFound => Self::NotFound,
            ErrorKind::Conflict => Self::Conflict,
            ErrorKind::RateLimited => Self::RateLimited,
            ErrorKind::DeploymentFailed => Self::DeploymentFailed,
            ErrorKind::WaitTimeout => Self::WaitTimeout,
            ErrorKind::AmbiguousOutcome => Self::Ambiguous,
            ErrorKind::Cancelled => Self::Interrupted,
            _ => Self::Error,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_code() {
        use ErrorKind as K;
        for (kind, code) in [
            (K::ConfigError, 2),
            (K::ValidationError, 2),
            (K::ConnectError, 1),
            (K::Timeout, 1),
            (K::TlsError, 1),
            (K::ProxyError, 1),
            (K::RedirectError, 1),
            (K::DecodeError, 1),
            (K::ResponseTooLarge, 1),
            (K::BadRequest, 1),
            (K::AuthenticationError, 3),
            (K::PaymentRequired, 1),
            (K::PermissionDenied, 4),
            (K::NotFound, 5),
            (K::Conflict, 6),
            (K::Unprocessable, 1),
            (K::RateLimited, 7),
            (K::ServerError, 1),
            (K::ApiError, 1),
            (K::AmbiguousOutcome, 10),
            (K::DeploymentFailed, 8),
            (K::RotationFailed, 1),
            (K::WaitTimeout, 9),
            (K::Cancelled, 130),
            (K::ClientClosed, 1),
            (K::DryRun, 0),
            (K::InternalError, 1),
        ] {
            assert_eq!(Exit::of(kind).code(), code, "{}", kind.name());
        }
        assert_eq!(Exit::Ok.code(), 0);
    }
}
