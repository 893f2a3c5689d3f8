import Foundation

/// What a call is made with, as the core takes it.
struct Params {
  private var members: [String: JSONValue] = [:]
  /// In the order in which they are set.
  private let secrets: [(String, Secret)]

  init(
    path: [String: JSONValue]? = nil, query: [String: JSONValue]? = nil, body: [String: JSONValue]? = nil,
    pageSize: Int? = nil, offset: Int? = nil, limit: Int? = nil, unchanged: [String: JSONValue]? = nil,
    name: String? = nil, secrets: [(String, Secret)] = [],
    wait: [String: JSONValue]? = nil, raw: [String: JSONValue]? = nil, change: String? = nil, verifies: Bool? = nil
  ) throws {
    members["path"] = path.map(JSONValue.object)
    members["query"] = query.map(JSONValue.object)
    members["body"] = body.map(JSONValue.object)
    members["page_size"] = try pageSize.map { .int(try count("pageSize", $0)) }
    members["offset"] = try offset.map { .int(try count("offset", $0)) }
    members["limit"] = try limit.map { .int(try count("limit", $0)) }
    members["unchanged"] = unchanged.map(JSONValue.object)
    members["name"] = name.map(JSONValue.string)
    self.secrets = secrets
    members["wait"] = wait.map(JSONValue.object)
    members["raw"] = raw.map(JSONValue.object)
    members["change"] = change.map(JSONValue.string)
    members["verifies"] = verifies.map(JSONValue.bool)
  }

  /// As JSON, with what the call does differently.
  func json(options: [String: JSONValue]) -> String {
    var members = members
    if !options.isEmpty { members["options"] = .object(options) }
    var text = JSONValue.object(members).json
    if secrets.isEmpty { return text }
    text.removeLast()
    text += ",\"secrets\":{"
    text += secrets.map { "\(JSONValue.string($0).json):\(JSONValue($1).json)" }.joined(separator: ",")
    return text + "}}"
  }
}

/// Members of a body: those that are there, those that are cleared, and further ones.
func sent(
  _ members: [(String, JSONValue?)], cleared: [String] = [], extra: [String: JSONValue] = [:]
) throws -> [String: JSONValue] {
  var sent: [String: JSONValue] = [:]
  for case (let name, let value?) in members { sent[name] = value }
  for name in cleared {
    if sent[name] != nil { throw invalid(name, "cannot be set and cleared") }
    sent[name] = .null
  }
  for (name, value) in extra {
    if sent[name] != nil { throw invalid("extra.\(name)", "has an argument of its own") }
    sent[name] = value
  }
  try sent.values.forEach { try checkFinite($0) }
  return sent
}

private func checkFinite(_ value: JSONValue) throws {
  switch value {
  case .double(let number) where !number.isFinite: throw invalid("body", "must have finite numbers, not \(number)")
  case .array(let items): try items.forEach(checkFinite)
  case .object(let members): try members.values.forEach(checkFinite)
  default: break
  }
}

extension JSONValue {
  init(_ text: String) { self = .string(text) }
  init(_ number: Int) { self = .int(number) }
  init(_ number: Double) { self = .double(number) }
  init(_ flag: Bool) { self = .bool(flag) }
  init(_ secret: Secret) { self = .string(secret.reveal()) }
  init(_ time: Date) { self = .string(wireTime(time)) }
  init(_ value: JSONValue) { self = value }
  init(_ word: some Word) { self = .string(word.rawValue) }
  init(_ words: [some Word]) { self = .array(words.map { .string($0.rawValue) }) }
  init(_ texts: [String]) { self = .array(texts.map(JSONValue.string)) }
  init(_ numbers: [Int]) { self = .array(numbers.map(JSONValue.int)) }
  init(_ values: [JSONValue]) { self = .array(values) }
  init(_ parts: [some WirePart]) { self = .array(parts.map { .object($0.wire) }) }
  init(_ texts: [String: String]) { self = .object(texts.mapValues(JSONValue.string)) }
  init(_ objects: [[String: String]]) { self = .array(objects.map { JSONValue($0) }) }
  init(_ secrets: [String: Secret]) { self = .object(secrets.mapValues { JSONValue($0) }) }
  init(_ part: some WirePart) { self = .object(part.wire) }
}

/// A part of answers that is sent, too.
protocol WirePart {
  var wire: [String: JSONValue] { get }
}

/// Members that are there, under the names of the wire, and further ones.
func wireMembers(_ members: [(String, JSONValue?)], _ extra: [String: JSONValue]) -> [String: JSONValue] {
  var wire = extra
  for case (let name, let value?) in members { wire[name] = value }
  return wire
}

/// Limits of a wait.
func waitLimits(_ timeout: Duration?, _ pollInterval: Duration?) throws -> [String: JSONValue] {
  try sent([
    ("timeout", try timeout.map { .double(try notNegative("timeout", $0)) }),
    ("poll_interval", try pollInterval.map { .double(try notNegative("pollInterval", $0)) }),
  ])
}

/// Limits of a wait, and what a deployment does when it fails.
func deploys(
  _ timeout: Duration?, _ pollInterval: Duration?, _ redeployOn: [DeploymentErrorCode], _ maxRedeploys: Int?,
  _ rollbackOnFailure: Bool, _ untilReady: Bool
) throws -> [String: JSONValue] {
  let more = try sent([
    ("redeploy_on", JSONValue(redeployOn)),
    ("max_redeploys", try maxRedeploys.map { .int(try count("maxRedeploys", $0)) }),
    ("rollback_on_failure", .bool(rollbackOnFailure)),
    ("until_ready", .bool(untilReady)),
  ])
  return try waitLimits(timeout, pollInterval).merging(more) { _, more in more }
}

/// From a duration to the core's seconds.
func seconds(_ duration: Duration) -> Double {
  let (seconds, attoseconds) = duration.components
  return Double(seconds) + Double(attoseconds) / 1e18
}

func notNegative(_ name: String, _ duration: Duration) throws -> Double {
  if duration >= .zero { return seconds(duration) }
  throw invalid(name, "must not be negative, not \(duration)")
}

func count(_ name: String, _ count: Int) throws -> Int {
  if count >= 0 { return count }
  throw invalid(name, "must not be negative, not \(count)")
}
