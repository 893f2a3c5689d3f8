/// One attempt of a call.
public struct Attempt: Sendable, Hashable {
  /// 1 for the first.
  public internal(set) var number = 0
  /// How long was waited before it.
  public internal(set) var waited = Duration.zero
  /// How long it took.
  public internal(set) var took = Duration.zero
  /// The HTTP status that was answered, if any was.
  public internal(set) var status: Int?
  /// How it ended: the name of an error, or `ok`.
  public internal(set) var outcome = ""
  /// The server's name for the request.
  public internal(set) var requestID: String?

  static func read(_ rows: inout Rows) throws -> Attempt {
    var attempt = Attempt()
    try rows.eachMember { name, rows in
      switch name {
      case "number": attempt.number = try rows.int()
      case "waited": attempt.waited = .seconds(try rows.double())
      case "took": attempt.took = .seconds(try rows.double())
      case "status": attempt.status = try rows.int()
      case "outcome": attempt.outcome = try rows.text()
      case "request_id": attempt.requestID = try rows.text()
      default: _ = try rows.json()
      }
    }
    return attempt
  }
}

/// About a call.
public struct Meta: Sendable, Hashable {
  /// The server's name for the request, which its operators ask for.
  public internal(set) var requestID: String?
  /// How many requests it took.
  public internal(set) var attempts = 0
  /// Every attempt, in order.
  public internal(set) var history: [Attempt] = []
  /// Whether something existed before under this name and was brought back.
  public internal(set) var isReactivated = false
  /// Whether the answer was lost and the result was found afterwards: the change had happened.
  public internal(set) var isAdopted = false

  static func read(_ rows: inout Rows) throws -> Meta {
    var meta = Meta()
    try rows.eachMember { name, rows in
      switch name {
      case "request_id": meta.requestID = try rows.text()
      case "attempts": meta.attempts = try rows.int()
      case "history": meta.history = try rows.list(Attempt.read)
      case "adopted": meta.isAdopted = try rows.flag()
      case "reactivated": meta.isReactivated = try rows.flag()
      default: _ = try rows.json()
      }
    }
    return meta
  }
}

/// A step of a deployment.
public struct DeploymentEvent: Sendable, Hashable {
  /// The deployment as it is now.
  public let deployment: Deployment
  /// Since the wait began.
  public let elapsed: Duration
  /// How long deployments of this app usually take, by those that succeeded lately. Only `deploy` knows.
  public let expected: Duration?
  /// What there is to say besides, such as what capacity it waits for.
  public let note: String?

  /// Where it stands.
  public var status: DeploymentStatus { deployment.status }

  /// The capacity that it waits for, which is no failure: the platform goes on trying.
  public var waitsFor: DeploymentErrorCode? { status.isTerminal ? nil : deployment.errorCode }

  static func read(_ rows: inout Rows, _ meta: Meta) throws -> DeploymentEvent {
    var (deployment, elapsed): (Deployment?, Duration) = (nil, .zero)
    var (expected, note): (Duration?, String?) = (nil, nil)
    try rows.eachMember { name, rows in
      switch name {
      case "deployment": deployment = try Deployment.read(&rows, meta)
      case "elapsed": elapsed = .seconds(try rows.double())
      case "expected": expected = .seconds(try rows.double())
      case "note": note = try rows.text()
      default: _ = try rows.json()
      }
    }
    guard let deployment else { throw bug("an event without its deployment") }
    return DeploymentEvent(deployment: deployment, elapsed: elapsed, expected: expected, note: note)
  }
}

/// The answer to ``SpiceCloud/request(_:_:query:body:isIdempotent:)``.
public struct RawResponse: Sendable, Hashable {
  /// The HTTP status.
  public let status: Int
  /// The body; nil when there was none.
  public let body: JSONValue?
  let aside: Aside<Meta>

  /// About the call. It is no part of equality.
  public var meta: Meta { aside.value }

  static func read(_ rows: inout Rows, _ meta: Meta) throws -> RawResponse {
    var (status, body): (Int, JSONValue?) = (0, nil)
    try rows.eachMember { name, rows in
      switch name {
      case "status": status = try rows.int()
      case "body": body = try rows.json()
      default: _ = try rows.json()
      }
    }
    return RawResponse(status: status, body: body, aside: Aside(value: meta))
  }
}

extension RawResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The status alone: bodies may hold secrets.
  public var description: String { "RawResponse(status: \(status))" }

  /// The status alone: bodies may hold secrets.
  public var debugDescription: String { description }

  /// The status alone: bodies may hold secrets.
  public var customMirror: Mirror { Mirror(self, children: ["status": status]) }
}
