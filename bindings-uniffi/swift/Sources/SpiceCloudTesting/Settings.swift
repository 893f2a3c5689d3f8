public import Foundation
public import SpiceCloud

/// What an ``Emulator`` is started with.
public struct EmulatorOptions: Sendable {
  /// What is there at first: `empty`, an organization without apps, if not given; or `demo`.
  public var seed: String?
  /// Where it listens; any free port if not given.
  public var port: Int?
  /// Two emulators with the same number give out the same ids, keys and tokens.
  public var randomSeed: Int?
  /// When its clock stands, until it is advanced; the machine's clock if not given.
  public var clock: Date?
  /// How deployments move on.
  public var progression: Progression?
  /// How many requests a token may make in a minute.
  public var rateLimit: RateLimit?
  /// What it does as older servers do.
  public var quirks: Quirks?
  /// What goes wrong with chosen requests.
  public var faults: [Fault] = []
  /// A directory that keeps the state for the next emulator.
  public var dataDir: String?
  /// Whether ``Emulator/state()`` may show the values of secrets.
  public var keepSecretValues: Bool?

  /// As most tests want it.
  public init() {}

  var settings: JSONValue {
    known([
      "seed": seed.map(JSONValue.string),
      "port": port.map(JSONValue.int),
      "random_seed": randomSeed.map(JSONValue.int),
      "clock": clock.map { .string(ISO8601DateFormatter().string(from: $0)) },
      "progression": progression?.settings,
      "rate_limit": rateLimit?.settings,
      "quirks": quirks?.settings,
      "faults": faults.isEmpty ? nil : .array(faults.map(\.settings)),
      "data_dir": dataDir.map(JSONValue.string),
      "keep_secret_values": keepSecretValues.map(JSONValue.bool),
    ])
  }
}

/// How deployments of an emulator move on.
public struct Progression: Sendable, Hashable {
  let settings: JSONValue

  /// In the form of the administration.
  public init(settings: JSONValue) {
    self.settings = settings
  }

  /// At once; with an error code they fail.
  public static func immediate(failWith code: String? = nil) -> Progression {
    Progression(settings: known(["kind": "immediate", "fail_with": code.map(JSONValue.string)]))
  }

  /// Only when the administration says so.
  public static let manual = Progression(settings: ["kind": "manual"])

  /// After some time of the emulator's clock; with an error code they fail.
  public static func after(queued: Duration, inProgress: Duration, failWith code: String? = nil) -> Progression {
    Progression(
      settings: known([
        "kind": "after", "queued_ms": .int(milliseconds(queued)), "in_progress_ms": .int(milliseconds(inProgress)),
        "fail_with": code.map(JSONValue.string),
      ]))
  }

  /// After so many reads of each state; with an error code they fail.
  public static func polls(reads: Int, failWith code: String? = nil) -> Progression {
    Progression(settings: known(["kind": "polls", "reads": .int(reads), "fail_with": code.map(JSONValue.string)]))
  }

  /// As successive reads are to show, such as `queued`, `in_progress*2`, `succeeded`.
  public static func script(_ entries: String...) -> Progression {
    Progression(settings: ["kind": "script", "entries": .array(entries.map(JSONValue.string))])
  }
}

/// What an emulator does as older servers do; what is not set is off.
public struct Quirks: Sendable, Hashable {
  /// Lists start at their beginning, whatever is asked for.
  public var ignoreOffset: Bool?
  /// Lists are given whole, whatever is asked for.
  public var ignoreLimit: Bool?
  /// How many items a page has at most.
  public var shortPages: Int?
  /// Reading one deployment is answered with 404.
  public var noSingleDeployment: Bool?

  /// None.
  public init() {}

  var settings: JSONValue {
    known([
      "ignore_offset": ignoreOffset.map(JSONValue.bool), "ignore_limit": ignoreLimit.map(JSONValue.bool),
      "short_pages": shortPages.map(JSONValue.int), "no_single_deployment": noSingleDeployment.map(JSONValue.bool),
    ])
  }
}

/// How many requests each token may make.
public struct RateLimit: Sendable, Hashable {
  /// How many in a minute.
  public var perMinute: Int
  /// How a refusal says when to come back: `seconds`, `date`, `ms` or `none`.
  public var retryAfter: String

  /// A limit.
  public init(perMinute: Int, retryAfter: String = "seconds") {
    self.perMinute = perMinute
    self.retryAfter = retryAfter
  }

  var settings: JSONValue { ["per_minute": .int(perMinute), "retry_after": .string(retryAfter)] }
}

/// What goes wrong with chosen requests.
public struct Fault: Sendable, Hashable {
  /// What happens: `status`, `delay`, `drop_before_commit`, `drop_after_commit`, `html_page` or `bad_json`.
  public var kind: String
  /// For which method; any if not given.
  public var method: String?
  /// For which paths: `*` stands for anything within a segment, `**` for anything.
  public var path: String?
  /// How often at most.
  public var times: Int?
  /// At which matching requests, counted from 1.
  public var nth: [Int]?
  /// How likely it is.
  public var probability: Double?
  /// The status, for `status`.
  public var status: Int?
  /// The body as JSON, for `status`.
  public var body: JSONValue?
  /// The body as text.
  public var text: String?
  /// Headers of the answer.
  public var headers: [String: String]?
  /// Whether the change is made before, for `status`.
  public var afterCommit: Bool?
  /// How long, for `delay`.
  public var delay: Duration?
  /// When, for `delay`.
  public var delayWhen: String?

  /// A fault of a kind, at every request.
  public init(_ kind: String, method: String? = nil, path: String? = nil, status: Int? = nil, times: Int? = nil) {
    self.kind = kind
    self.method = method
    self.path = path
    self.status = status
    self.times = times
  }

  var settings: JSONValue {
    let action = known([
      "kind": .string(kind), "status": status.map(JSONValue.int), "body": body, "text": text.map(JSONValue.string),
      "headers": headers.map { .object($0.mapValues(JSONValue.string)) },
      "after_commit": afterCommit.map(JSONValue.bool), "ms": delay.map { .int(milliseconds($0)) },
      "when": delayWhen.map(JSONValue.string),
    ])
    let match = known(["method": method.map(JSONValue.string), "path": path.map(JSONValue.string)])
    return known([
      "match": match, "do": action, "times": times.map(JSONValue.int),
      "nth": nth.map { .array($0.map(JSONValue.int)) }, "probability": probability.map(JSONValue.double),
    ])
  }
}

/// A token to make.
public struct MintedToken: Sendable, Hashable {
  /// `pat`, `oauth` or `session`.
  public var kind: String?
  /// What it may do; everything if not given.
  public var scopes: [String]?
  /// How long it is valid, by the emulator's clock.
  public var expiresIn: Duration?
  /// The role of its owner; a `viewer` may only read.
  public var role: String?
  /// The organization that it belongs to.
  public var org: String?
  /// Whose it is.
  public var user: String?
  /// What the log of requests calls it.
  public var label: String?

  /// One that may do everything.
  public init(scopes: [String]? = nil) {
    self.scopes = scopes
  }

  var settings: JSONValue {
    known([
      "kind": kind.map(JSONValue.string), "scopes": scopes.map { .array($0.map(JSONValue.string)) },
      "expires_in": expiresIn.map { .int(milliseconds($0) / 1000) }, "role": role.map(JSONValue.string),
      "org": org.map(JSONValue.string), "user": user.map(JSONValue.string), "label": label.map(JSONValue.string),
    ])
  }
}

/// The settings that were given.
func known(_ settings: [String: JSONValue?]) -> JSONValue { .object(settings.compactMapValues { $0 }) }

func milliseconds(_ duration: Duration) -> Int {
  let (seconds, attoseconds) = duration.components
  return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
}
