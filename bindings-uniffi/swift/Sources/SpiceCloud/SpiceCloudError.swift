import Foundation

/// What every call of the SDK may fail with.
///
/// ```swift
/// do {
///   try await spice.apps.get(1)
/// } catch SpiceCloudError.notFound(let details) {
///   print(details.message)
/// }
/// ```
///
/// Later versions may have further cases: a `switch` needs a `default`. Nothing in it ever shows a token, a key or the value of a
/// secret. A task that is cancelled gets a `CancellationError` instead.
@dynamicMemberLookup
public enum SpiceCloudError: Error, Sendable {
  /// An option is wrong or a credential is missing; found before anything is sent.
  case config(Details)
  /// The input is malformed or unsafe to send; nothing was sent.
  case validation(Details)
  /// There is no connection, or it broke off.
  case connect(Details)
  /// An attempt or the whole call took too long.
  case timeout(Details)
  /// The secure connection could not be set up, such as for an expired certificate.
  case tls(Details)
  /// The proxy refused or failed.
  case proxy(Details)
  /// The server wanted to send the request elsewhere.
  case redirect(Details)
  /// The answer is not what the API answers with.
  case decode(Details)
  /// The answer is larger than the limit.
  case responseTooLarge(Details)
  /// The API refused, with a status that has no case of its own.
  case api(Details)
  /// 400: the server does not accept the input.
  case badRequest(Details)
  /// 401: the token is missing, malformed, expired or revoked.
  case authentication(Details)
  /// 402: credits or payment are missing.
  case paymentRequired(Details)
  /// 403: the scope, the role, the organization or the plan does not allow it.
  case permissionDenied(Details)
  /// 404: it does not exist, or is hidden from the caller.
  case notFound(Details)
  /// 409: it conflicts with what is there; `conflictKind` says how, where that is known.
  case conflict(Details)
  /// 422: understood, but cannot be done.
  case unprocessable(Details)
  /// 429: too many requests; `retryAfter` says when to come back.
  case rateLimited(Details)
  /// 5xx: the server failed.
  case server(Details)
  /// A change may or may not have happened, and the SDK does not guess; ``SpiceCloud/reconcile(_:)`` finds out later.
  case ambiguousOutcome(Details)
  /// A deployment ended as failed; `deployment` is it, and `rollbackTo` the one to go back to.
  case deploymentFailed(Details)
  /// A key was not distributed, or not verified; `cause` is what was thrown. The other key goes on working, and `journal` lets a
  /// later call go on.
  case rotationFailed(Details)
  /// A wait reached its limit; what was waited for goes on.
  case waitTimeout(Details)
  /// The call was cancelled, but not by its task.
  case cancelled(Details)
  /// The client only shows its changes: nothing was sent.
  case dryRun(Details)
  /// The client is closed.
  case clientClosed(Details)
  /// A bug in the SDK.
  case internalError(Details)

  /// Something that may have come of a change.
  public enum Candidate: Sendable, Hashable {
    /// A deployment that nobody can tell from the one that was asked for.
    case deployment(Deployment)
    /// An app of the name that was asked for, which may have been there before; or the one that was to be updated.
    case app(App)
  }

  /// What is known of a failure.
  public struct Details: Sendable {
    /// The name that the failure has in every language, such as `NotFound`.
    public internal(set) var name = ""
    /// The SDK's code for this kind of error, such as `SPICE_NOT_FOUND`.
    public internal(set) var code = ""
    /// What happened.
    public internal(set) var message = ""
    /// The operation that failed, such as `apps.create`.
    public internal(set) var operation: String?
    /// Method and path with placeholders, such as `GET /v1/apps/{app_id}`.
    public internal(set) var route: String?
    /// The HTTP status of the last answer.
    public internal(set) var status: Int?
    /// The server's own code, such as `insufficient_scope`.
    public internal(set) var apiCode: String?
    /// What to do about it, where the SDK knows.
    public internal(set) var hint: String?
    /// The server's name for the last request, which its operators ask for.
    public internal(set) var requestID: String?
    /// Whether the same call may succeed later, unchanged.
    public internal(set) var isRetryable = false
    /// What is wrong with each field of the input.
    public internal(set) var fieldErrors: [String: [String]] = [:]
    /// How many items come before those that could not be fetched, of a list that failed; with this `offset` it goes on.
    public internal(set) var nextOffset: Int?
    /// Every attempt that was made, in order.
    public internal(set) var attempts: [Attempt] = []
    /// How long the server asks to wait.
    public internal(set) var retryAfter: Duration?
    /// The scope that the operation needs.
    public internal(set) var requiredScope: String?
    /// The scopes that the token says it has; nil when it does not say so.
    public internal(set) var grantedScopes: [String]?
    /// `name_taken`, `deployment_in_progress`, `already_member`, `stale_write` or the server's own code.
    public internal(set) var conflictKind: String?
    /// The deployment as it was last seen.
    public internal(set) var deployment: Deployment?
    /// The last deployment that succeeded before one that failed, to which `rollback` goes back; nil when there is none.
    public internal(set) var rollbackTo: Deployment?
    /// How far a rotation of keys got that failed; a later call of `rotate` goes on from there. It holds no key.
    public internal(set) var journal: String?
    /// How long was waited.
    public internal(set) var elapsed: Duration?
    /// What may have come of a change whose outcome is unknown: objects that nobody can tell from the one that was asked for.
    public internal(set) var candidates: [Candidate] = []
    /// The newest deployment of the app before a call of `deployments.create` whose outcome is unknown; 0 when there was none.
    /// What the call has started has a greater id.
    public internal(set) var watermark: Int?
    /// What the core finds the change out with.
    var change: String?
    /// Whether the request of a change may have been sent before it was cancelled.
    public internal(set) var requestMayHaveBeenSent = false
    /// What was thrown before, by a token provider or by what a rotation was given.
    public internal(set) var cause: (any Error)?
    /// All of it in one line, for people.
    var line = ""
  }

  /// What is known of the failure; each of its members is one of the error, too.
  public var details: Details {
    switch self {
    case .config(let details), .validation(let details), .connect(let details),
      .timeout(let details), .tls(let details), .proxy(let details), .redirect(let details), .decode(let details),
      .responseTooLarge(let details), .api(let details), .badRequest(let details), .authentication(let details),
      .paymentRequired(let details), .permissionDenied(let details), .notFound(let details), .conflict(let details),
      .unprocessable(let details), .rateLimited(let details), .server(let details), .ambiguousOutcome(let details),
      .deploymentFailed(let details), .rotationFailed(let details), .waitTimeout(let details), .cancelled(let details),
      .dryRun(let details), .clientClosed(let details), .internalError(let details):
      return details
    }
  }

  /// A member of what is known.
  public subscript<Value>(dynamicMember member: KeyPath<Details, Value>) -> Value { details[keyPath: member] }

  /// Whether the request or its answer did not get through.
  public var isTransport: Bool {
    switch self {
    case .connect, .timeout, .tls, .proxy, .redirect, .decode, .responseTooLarge: return true
    default: return false
    }
  }

  /// Whether the API refused, with a status.
  public var isAPI: Bool {
    switch self {
    case .api, .badRequest, .authentication, .paymentRequired, .permissionDenied, .notFound, .conflict,
      .unprocessable, .rateLimited, .server:
      return true
    default: return false
    }
  }
}

extension SpiceCloudError: LocalizedError {
  /// What happened.
  public var errorDescription: String? { details.message }

  /// What to do about it, where the SDK knows.
  public var recoverySuggestion: String? { details.hint }
}

extension SpiceCloudError: CustomStringConvertible {
  /// One line with everything that a person needs.
  public var description: String { details.line }
}

extension SpiceCloudError.Details: CustomStringConvertible {
  /// One line with everything that a person needs.
  public var description: String { line }
}
