import Foundation

@testable import SpiceCloud

/// The project's folder.
let root = {
  var folder = URL(fileURLWithPath: #filePath)
  while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("api/openapi.json").path) {
    folder.deleteLastPathComponent()
  }
  return folder
}()

func readText(_ path: String) throws -> String {
  try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
}

func readJSON(_ path: String) throws -> JSONValue { try JSONValue(parsing: try readText(path)) }

/// The JSON files of a folder, by name.
func documents(_ folder: String) throws -> [(String, JSONValue)] {
  let names = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
  return try names.filter { $0.hasSuffix(".json") && $0 != "schema.json" }.sorted().map { name in
    (name, try readJSON("\(folder)/\(name)"))
  }
}

/// Words that are written in large letters, but at the beginning of a name.
private let acronyms = ["api", "cpu", "gb", "id", "rps", "sha", "url"]

/// `storage_size_gb` to `storageSizeGB`.
func camel(_ name: String) -> String {
  let words = name.split(separator: "_").map(String.init)
  let rest = words.dropFirst().map { acronyms.contains($0) ? $0.uppercased() : $0.prefix(1).uppercased() + $0.dropFirst() }
  return (words.first ?? "") + rest.joined()
}

/// Names of methods and parameters that no schema has, and of what the SDK itself tells.
private let others = [
  "app_id", "deployment_id", "user_id", "base_url", "attempt_timeout", "connect_timeout", "max_in_flight", "max_retries",
  "path_style", "client_id", "client_secret", "page_size", "poll_interval", "on_event", "api_keys", "container_images",
  "set_many", "update_if_unchanged", "request_id", "waits_for", "chat_stream", "redeploy_on", "max_redeploys",
  "rollback_on_failure", "until_ready",
]

/// `apiKey2` to `api_key_2`, for every name that the SDK knows; also as the core writes them for all languages.
private let known: [String: String] = {
  var names = others
  let contract = try? readJSON("api/openapi.json")["components"]?["schemas"]
  let workflows = try? readJSON("api/workflows.json")["schemas"]
  for case .object(let schemas)? in [contract, workflows] {
    for schema in schemas.values {
      guard case .object(let properties)? = schema["properties"] else { continue }
      names += properties.map { name, property in property["x-sdk-name"]?.text ?? snakeOf(name) }
    }
  }
  let lowered = names.map { ($0.split(separator: "_").enumerated().map { $0 == 0 ? String($1) : $1.capitalized }.joined(), $0) }
  return Dictionary(names.map { (camel($0), $0) } + lowered) { first, _ in first }
}()

private func snakeOf(_ name: String) -> String {
  name.reduce(into: "") { text, letter in text += letter.isUppercase ? "_\(letter.lowercased())" : String(letter) }
}

/// A name as the core has it.
func snake(_ name: String) -> String { known[name] ?? name }

/// A text of the SDK's own with the core's names in it.
func snakeWords(_ text: String) -> String { replacing(#"\b[a-z]+[A-Z]\w*"#, in: text, with: snake) }

/// A hint with the core's names where it quotes some.
func snakeHint(_ text: String) -> String { replacing("`[^`]*`", in: text, with: snakeWords) }

/// Replaces each place where a pattern is found.
func replacing(_ pattern: String, in text: String, with replacement: (String) -> String) -> String {
  var (result, rest) = ("", text[...])
  while let found = rest.range(of: pattern, options: .regularExpression) {
    result += rest[..<found.lowerBound] + replacement(String(rest[found]))
    rest = rest[found.upperBound...]
  }
  return result + rest
}

/// What the SDK gives, as JSON under the core's names, with its secrets revealed.
func plain(_ value: Any?) -> JSONValue {
  guard let value else { return .null }
  switch value {
  case let value as JSONValue: return value
  case let value as String: return .string(value)
  case let value as Bool: return .bool(value)
  case let value as Int: return .int(value)
  case let value as Double: return .double(value)
  case let value as Secret: return .string(value.reveal())
  case let value as any Word: return .string(value.rawValue)
  case let value as Date: return .string(rfc3339(value))
  case let value as Duration: return .double(seconds(value))
  case let value as SpiceCloudError: return describe(value)
  case let value as RawResponse: return ["status": .int(value.status), "body": plain(value.body)]
  case let value as DeploymentEvent:
    return [
      "status": plain(value.status), "waits_for": plain(value.waitsFor), "deployment": plain(value.deployment),
      "elapsed": plain(value.elapsed), "expected": plain(value.expected), "note": plain(value.note),
    ]
  case let value as [String: JSONValue]: return .object(value)
  case let value as [String: Any]: return .object(value.mapValues(plain))
  case let value as [Any]: return .array(value.map(plain))
  case is Void: return .null
  default: return reflected(value)
  }
}

private func reflected(_ value: Any) -> JSONValue {
  let mirror = Mirror(reflecting: value)
  if mirror.displayStyle == .optional { return mirror.children.first.map { plain($0.value) } ?? .null }
  var members: [String: JSONValue] = [:]
  for case (let name?, let inner) in mirror.children {
    switch (name, inner) {
    case ("aside", _): continue
    case ("extra", let others as [String: JSONValue]): members.merge(others) { known, other in known == .null ? other : known }
    default: members[snake(name)] = plain(inner)
    }
  }
  return .object(members)
}

/// RFC 3339 in UTC, without trailing zeros, to the millisecond: dates of Foundation are not exact to much less.
private func rfc3339(_ time: Date) -> String {
  let whole = Int((time.timeIntervalSince1970 * 1000 + 0.001).rounded(.down))
  let (seconds, millis) = (Int((Double(whole) / 1000).rounded(.down)), (whole % 1000 + 1000) % 1000)
  let text = ISO8601DateFormatter().string(from: Date(timeIntervalSince1970: Double(seconds)))
  return millis == 0 ? text : text.dropLast() + ".\(trimmed(String(format: "%03d", millis)))Z"
}

func trimmed(_ digits: String) -> String {
  var digits = digits
  while digits.hasSuffix("0") { digits.removeLast() }
  return digits
}

private func candidate(_ candidate: SpiceCloudError.Candidate) -> Any {
  switch candidate {
  case .deployment(let deployment): return deployment
  case .app(let app): return app
  }
}

/// What a change has made, as any other object.
func made(_ change: Reconciled) -> Any {
  switch change {
  case .deployment(let deployment): return deployment
  case .app(let app): return app
  case .apiKeys(let keys): return keys
  case .member(let member): return member
  }
}

/// An error as the table of errors has it, under the core's names.
func describe(_ error: SpiceCloudError) -> JSONValue {
  var isOurs = false
  switch error {
  case .config, .validation: isOurs = true
  default: break
  }
  let words = { (text: String) in isOurs ? snakeWords(text) : text }
  let fields = error.fieldErrors.map { (words($0.key), JSONValue.array($0.value.map { .string(words($0)) })) }
  return [
    "kind": .string(error.name), "code": .string(error.code), "operation": plain(error.operation),
    "status": plain(error.status), "api_code": plain(error.apiCode), "message": .string(words(error.message)),
    "hint": plain(error.hint.map(snakeHint)), "request_id": plain(error.requestID),
    "retryable": .bool(error.isRetryable), "retry_after": plain(error.retryAfter),
    "required_scope": plain(error.requiredScope), "granted_scopes": plain(error.grantedScopes),
    "conflict_kind": plain(error.conflictKind), "attempts": .int(error.attempts.count),
    "field_errors": .object(Dictionary(uniqueKeysWithValues: fields)),
    "candidates": .array(error.candidates.map { plain(candidate($0)) }), "watermark": plain(error.watermark),
    "next_offset": plain(error.nextOffset), "deployment": plain(error.deployment),
    "rollback_to": plain(error.rollbackTo), "journal": plain(error.journal), "elapsed": plain(error.elapsed),
    "text": .string(isOurs ? snakeWords(error.description) : snakeHint(error.description)),
  ]
}
