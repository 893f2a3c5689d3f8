import Foundation
internal import SpiceCloudNative

/// The cases by the names that the core has for them.
let cases: [String: @Sendable (SpiceCloudError.Details) -> SpiceCloudError] = [
  "ConfigError": { .config($0) },
  "ValidationError": { .validation($0) },
  "ConnectError": { .connect($0) },
  "Timeout": { .timeout($0) },
  "TlsError": { .tls($0) },
  "ProxyError": { .proxy($0) },
  "RedirectError": { .redirect($0) },
  "DecodeError": { .decode($0) },
  "ResponseTooLarge": { .responseTooLarge($0) },
  "ApiError": { .api($0) },
  "BadRequest": { .badRequest($0) },
  "AuthenticationError": { .authentication($0) },
  "PaymentRequired": { .paymentRequired($0) },
  "PermissionDenied": { .permissionDenied($0) },
  "NotFound": { .notFound($0) },
  "Conflict": { .conflict($0) },
  "Unprocessable": { .unprocessable($0) },
  "RateLimited": { .rateLimited($0) },
  "ServerError": { .server($0) },
  "AmbiguousOutcome": { .ambiguousOutcome($0) },
  "DeploymentFailed": { .deploymentFailed($0) },
  "RotationFailed": { .rotationFailed($0) },
  "WaitTimeout": { .waitTimeout($0) },
  "Cancelled": { .cancelled($0) },
  "DryRun": { .dryRun($0) },
  "ClientClosed": { .clientClosed($0) },
  "InternalError": { .internalError($0) },
]

/// The error that the core tells of.
func readFailure(_ rows: inout Rows, cause: (any Error)? = nil) throws -> SpiceCloudError {
  var details = SpiceCloudError.Details()
  try rows.eachMember { name, rows in
    switch name {
    case "kind": details.name = try rows.text()
    case "code": details.code = try rows.text()
    case "message": details.message = try rows.text()
    case "text": details.line = try rows.text()
    case "operation": details.operation = try rows.text()
    case "route": details.route = try rows.text()
    case "status": details.status = try rows.int()
    case "api_code": details.apiCode = try rows.text()
    case "hint": details.hint = try rows.text()
    case "request_id": details.requestID = try rows.text()
    case "retryable": details.isRetryable = try rows.flag()
    case "field_errors": details.fieldErrors = try rows.map { try $0.list { try $0.text() } }
    case "attempts": details.attempts = try rows.list(Attempt.read)
    case "retry_after": details.retryAfter = .seconds(try rows.double())
    case "required_scope": details.requiredScope = try rows.text()
    case "conflict_kind": details.conflictKind = try rows.text()
    case "deployment": details.deployment = try Deployment.read(&rows)
    case "rollback_to": details.rollbackTo = try Deployment.read(&rows)
    case "granted_scopes": details.grantedScopes = try rows.list { try $0.text() }
    case "journal": details.journal = try rows.text()
    case "candidates":
      let isApp = ["apps.create", "apps.update"].contains(details.operation)
      details.candidates = try rows.list { isApp ? .app(try App.read(&$0)) : .deployment(try Deployment.read(&$0)) }
    case "watermark": details.watermark = try rows.int()
    case "next_offset": details.nextOffset = try rows.int()
    case "change": details.change = try rows.text()
    case "elapsed": details.elapsed = .seconds(try rows.double())
    case "request_may_have_been_sent": details.requestMayHaveBeenSent = try rows.flag()
    default: _ = try rows.json()
    }
  }
  // What ends a call with the words of somebody's code: the core knows no more of what it threw.
  if ["ConfigError", "RotationFailed"].contains(details.name) { details.cause = cause }
  return cases[details.name]?(details) ?? .internalError(details)
}

/// Does something in the native library, and throws what it says.
package func native<Value>(_ work: () throws -> Value) throws -> Value {
  do {
    return try work()
  } catch NativeFailure.Core(let bytes) {
    throw try bytes.withUnsafeBytes { bytes in
      var rows = Rows(bytes, at: 0)
      return try readFailure(&rows)
    }
  } catch NativeFailure.Bug(let words) {
    throw bug(words)
  } catch let refused as NativeFailure {
    throw refused
  } catch let error as SpiceCloudError {
    throw error
  } catch {
    throw bug("\(error)")
  }
}

/// The error for an argument that cannot be sent: where it stands, and what is wrong with it.
package func invalid(_ place: String, _ words: String) -> SpiceCloudError {
  var details = SpiceCloudError.Details()
  details.name = "ValidationError"
  details.code = "SPICE_VALIDATION"
  details.message = "nothing was sent, because of \(place)"
  details.fieldErrors = [place: [words]]
  details.line = "ValidationError: \(details.message); \(place): \(words)"
  return .validation(details)
}

/// The error for a bug in the SDK.
package func bug(_ words: String) -> SpiceCloudError {
  let hint = "this is a bug in the SDK: please report it"
  var details = SpiceCloudError.Details()
  details.name = "InternalError"
  details.code = "SPICE_INTERNAL"
  details.message = words
  details.hint = hint
  details.line = "InternalError: \(words). Hint: \(hint)"
  return .internalError(details)
}
