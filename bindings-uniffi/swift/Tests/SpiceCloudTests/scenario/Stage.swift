@testable import SpiceCloud
@testable import SpiceCloudTesting

private let parts: Set = ["seed", "random_seed", "clock", "progression", "quirks", "rate_limit", "faults"]
private let signIn: Set = ["token", "client_credentials", "token_provider"]

/// An emulator, as a scenario sets it up.
struct Stage {
  let emulator: Emulator

  init(_ settings: [String: JSONValue]) throws {
    let unknown = Set(settings.keys).subtracting(parts)
    if !unknown.isEmpty { throw Mistake("unknown settings: \(unknown)") }
    var told: [String: JSONValue] = ["clock": "2026-01-01T00:00:00Z", "random_seed": 7]
    told.merge(settings) { _, given in given }
    if let progression = told["progression"] { told["progression"] = try inMilliseconds(progression) }
    emulator = try Emulator.start(settings: .object(told))
  }

  /// Tells the emulator what a step says.
  func act(_ action: String, _ args: [String: JSONValue]) throws {
    switch action {
    case "advance": try emulator.advance(.seconds(try Double.from(args["seconds"] ?? .null)))
    case "fault": try emulator.addFault(.object(args))
    case "load":
      let (app, dataset): (Int, String) = (try .from(args["app"] ?? .null), try .from(args["dataset"] ?? .null))
      try emulator.load(app, dataset, rows: try .from(args["rows"] ?? .null))
    case "calm": try emulator.clearFaults()
    case "progression": try emulator.admin("POST", "progression", try inMilliseconds(.object(args)))
    case "quirks": try emulator.admin("POST", "quirks", .object(args))
    case "rate_limit" where args["per_minute"] == nil: try emulator.setRateLimit(nil)
    case "rate_limit":
      try emulator.admin("POST", "rate-limit", .object(args.merging(["retry_after": "seconds"]) { given, _ in given }))
    default: throw Mistake("an emulator cannot be told to \(action)")
    }
  }

  /// A client as a scenario asks for it, which logs to a record if there is one.
  func client(_ settings: [String: JSONValue], _ recorder: Recorder?) throws -> SpiceCloud {
    let scale = try settings["time_scale"].map(Int.from) ?? 1
    var options = SpiceCloud.Options()
    options.baseURL = emulator.url
    options.timeScale = scale
    // What a scenario does not limit stays as it is, or a busy machine would break it.
    options.timeout = .seconds(60 * scale)
    options.attemptTimeout = .seconds(30 * scale)
    for (name, value) in settings where !signIn.contains(name) && name != "time_scale" {
      switch name {
      case "max_in_flight": options.maxInFlight = try Int.from(value)
      case "path_style": options.pathStyle = .init(rawValue: try String.from(value))
      case "proxy": options.proxy = try proxy(value)
      case "scope": options.scope = try String.from(value)
      case "validate": options.validate = try Bool.from(value)
      default: try set(&options.calls, name, value)
      }
    }
    try sign(&options, settings)
    recorder?.listen(&options)
    return try SpiceCloud(options: options)
  }

  /// The emulator itself, with what a proxy asks for.
  private func proxy(_ told: JSONValue) throws -> Secret {
    let (user, password): (String?, String?) = (told["user"]?.text, told["password"]?.text)
    guard let user, let password else { throw Mistake("a proxy with \(told.json)") }
    return Secret(emulator.url.replacing("://", with: "://\(user):\(password)@"))
  }

  private func sign(_ options: inout SpiceCloud.Options, _ settings: [String: JSONValue]) throws {
    let given = settings.keys.filter(signIn.contains)
    if given.count > 1 { throw Mistake("a client signs in with one thing") }
    switch given.first {
    case "client_credentials":
      let credentials = settings["client_credentials"]
      let id: String? = credentials?["id"]?.text
      options.clientID = id ?? emulator.clientID
      let secret: String? = credentials?["secret"]?.text
      options.clientSecret = secret.map { Secret($0) } ?? emulator.clientSecret
    case "token_provider":
      guard case .array(let tokens)? = settings["token_provider"] else { throw Mistake("tokens must be a list") }
      let left = Locked(try tokens.map(token))
      options.tokenProvider = {
        let next = left.with { $0.count > 1 ? $0.removeFirst() : $0.first }
        guard let next else { throw Mistake("there is no token") }
        return ProvidedToken(next)
      }
    default: options.token = try token(settings["token"] ?? .null)
    }
  }

  private func token(_ told: JSONValue) throws -> Secret {
    switch told {
    case .null: return emulator.token
    case .string(let text): return Secret(text)
    default: return Secret(try emulator.admin("POST", "tokens", told)["token"]?.text ?? "")
    }
  }
}

/// Sets an option by its name.
func set(_ options: inout SpiceCloud.CallOptions, _ name: String, _ value: JSONValue) throws {
  switch name {
  case "timeout": options.timeout = try Duration.from(value)
  case "attempt_timeout": options.attemptTimeout = try Duration.from(value)
  case "max_retries": options.maxRetries = try Int.from(value)
  case "org": options.org = try String.from(value)
  case "dedupe": options.dedupe = .init(rawValue: try String.from(value))
  case "reconcile_timeout": options.reconcileTimeout = try Duration.from(value)
  case "headers": options.headers = try [String: Secret].from(value)
  default: throw Mistake("there is no option \(name)")
  }
}

/// The administration counts in milliseconds and calls an app by its id.
private func inMilliseconds(_ progression: JSONValue) throws -> JSONValue {
  guard case .object(let members) = progression else { return progression }
  let told = try members.map { name, value in
    switch name {
    case "queued", "in_progress": return ("\(name)_ms", JSONValue.int(Int(try Double.from(value) * 1000)))
    case "app": return ("app_id", value)
    default: return (name, value)
    }
  }
  return .object(Dictionary(uniqueKeysWithValues: told))
}
