//! The tree of errors, flat: a kind for each leaf, with its name and code.

/// What went wrong. The names are the same in every language of the SDK.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An option is wrong or a credential is missing; found before anything is sent.
    ConfigError,
    /// The input is malformed or unsafe to send; nothing was sent.
    ValidationError,
    /// No connection, or it broke off.
    ConnectError,
    /// An attempt or the whole call took too long.
    Timeout,
    /// The secure connection could not be set up, such as for an expired certificate.
    TlsError,
    /// The proxy refused or failed.
    ProxyError,
    /// The server wanted to send the request elsewhere.
    RedirectError,
    /// The answer is not what the API answers with.
    DecodeError,
    /// The answer is larger than the limit.
    ResponseTooLarge,
    /// 400: the server does not accept the input.
    BadRequest,
    /// 401: the token is missing, malformed, expired or revoked.
    AuthenticationError,
    /// 402: credits or payment are missing.
    PaymentRequired,
    /// 403: the scope, the role, the organization or the plan does not allow it.
    PermissionDenied,
    /// 404: it does not exist, or is hidden from the caller.
    NotFound,
    /// 409: it conflicts with what is there.
    Conflict,
    /// 422: understood, but cannot be done.
    Unprocessable,
    /// 429: too many requests.
    RateLimited,
    /// 5xx: the server failed.
    ServerError,
    /// Any other refusal of the API.
    ApiError,
    /// A change may or may not have happened, and the SDK does not guess.
    AmbiguousOutcome,
    /// A deployment ended as failed.
    DeploymentFailed,
    /// A rotation of keys stopped: a key was not distributed, or not verified.
    RotationFailed,
    /// A wait reached its limit; what was waited for goes on.
    WaitTimeout,
    /// The call was cancelled.
    Cancelled,
    /// The client only shows its changes: nothing was sent.
    DryRun,
    /// The client is closed.
    ClientClosed,
    /// A bug in the SDK.
    InternalError,
}

impl ErrorKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::ConfigError,
        Self::ValidationError,
        Self::ConnectError,
        Self::Timeout,
        Self::TlsError,
        Self::ProxyError,
        Self::RedirectError,
        Self::DecodeError,
        Self::ResponseTooLarge,
        Self::BadRequest,
        Self::AuthenticationError,
        Self::PaymentRequired,
        Self::PermissionDenied,
        Self::NotFound,
        Self::Conflict,
        Self::Unprocessable,
        Self::RateLimited,
        Self::ServerError,
        Self::ApiError,
        Self::AmbiguousOutcome,
        Self::DeploymentFailed,
        Self::RotationFailed,
        Self::WaitTimeout,
        Self::Cancelled,
        Self::DryRun,
        Self::ClientClosed,
        Self::InternalError,
    ];

    /// The kind that a status of the API means.
    pub(crate) fn of_status(status: u16) -> Self {
        match status {
            400 => Self::BadRequest,
            401 => Self::AuthenticationError,
            402 => Self::PaymentRequired,
            403 => Self::PermissionDenied,
            404 => Self::NotFound,
            409 => Self::Conflict,
            422 => Self::Unprocessable,
            429 => Self::RateLimited,
            300..=399 => Self::RedirectError,
            500..=599 => Self::ServerError,
            _ => Self::ApiError,
        }
    }

    /// The name, such as `NotFound`.
    pub fn name(self) -> &'static str {
        self.words().0
    }

    /// The code, such as `SPICE_NOT_FOUND`.
    pub fn code(self) -> &'static str {
        self.words().1
    }

    /// Whether the API refused, with a status.
    pub fn is_api(self) -> bool {
        use ErrorKind as K;
        matches!(
            self,
            K::BadRequest
                | K::AuthenticationError
                | K::PaymentRequired
                | K::PermissionDenied
                | K::NotFound
                | K::Conflict
                | K::Unprocessable
                | K::RateLimited
                | K::ServerError
                | K::ApiError
        )
    }

    /// Whether request or answer did not get through.
    pub fn is_transport(self) -> bool {
        use ErrorKind as K;
        matches!(
            self,
            K::ConnectError
                | K::Timeout
                | K::TlsError
                | K::ProxyError
                | K::RedirectError
                | K::DecodeError
                | K::ResponseTooLarge
        )
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::ConfigError => ("ConfigError", "SPICE_CONFIG"),
            Self::ValidationError => ("ValidationError", "SPICE_VALIDATION"),
            Self::ConnectError => ("ConnectError", "SPICE_CONNECT"),
            Self::Timeout => ("Timeout", "SPICE_TIMEOUT"),
            Self::TlsError => ("TlsError", "SPICE_TLS"),
            Self::ProxyError => ("ProxyError", "SPICE_PROXY"),
            Self::RedirectError => ("RedirectError", "SPICE_REDIRECT"),
            Self::DecodeError => ("DecodeError", "SPICE_DECODE"),
            Self::ResponseTooLarge => ("ResponseTooLarge", "SPICE_RESPONSE_TOO_LARGE"),
            Self::BadRequest => ("BadRequest", "SPICE_BAD_REQUEST"),
            Self::AuthenticationError => ("AuthenticationError", "SPICE_AUTHENTICATION"),
            Self::PaymentRequired => ("PaymentRequired", "SPICE_PAYMENT_REQUIRED"),
            Self::PermissionDenied => ("PermissionDenied", "SPICE_PERMISSION_DENIED"),
            Self::NotFound => ("NotFound", "SPICE_NOT_FOUND"),
            Self::Conflict => ("Conflict", "SPICE_CONFLICT"),
            Self::Unprocessable => ("Unprocessable", "SPICE_UNPROCESSABLE"),
            Self::RateLimited => ("RateLimited", "SPICE_RATE_LIMITED"),
            Self::ServerError => ("ServerError", "SPICE_SERVER"),
            Self::ApiError => ("ApiError", "SPICE_API"),
            Self::AmbiguousOutcome => ("AmbiguousOutcome", "SPICE_AMBIGUOUS_OUTCOME"),
            Self::DeploymentFailed => ("DeploymentFailed", "SPICE_DEPLOYMENT_FAILED"),
            Self::RotationFailed => ("RotationFailed", "SPICE_ROTATION_FAILED"),
            Self::WaitTimeout => ("WaitTimeout", "SPICE_WAIT_TIMEOUT"),
            Self::Cancelled => ("Cancelled", "SPICE_CANCELLED"),
            Self::DryRun => ("DryRun", "SPICE_DRY_RUN"),
            Self::ClientClosed => ("ClientClosed", "SPICE_CLIENT_CLOSED"),
            Self::InternalError => ("InternalError", "SPICE_INTERNAL"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::ErrorKind;

    #[test]
    fn every_kind_has_a_name_and_a_code_of_its_own() {
        let names: BTreeSet<&str> = ErrorKind::ALL.iter().map(|kind| kind.name()).collect();
        let codes: BTreeSet<&str> = ErrorKind::ALL.iter().map(|kind| kind.code()).collect();
        assert_eq!((names.len(), codes.len()), (ErrorKind::ALL.len(), ErrorKind::ALL.len()));
        // The last one: a kind that comes to it is at hand, or this no longer holds.
        assert_eq!(ErrorKind::InternalError as usize + 1, ErrorKind::ALL.len());
    }
}
