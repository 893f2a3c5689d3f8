import Foundation
internal import SpiceCloudNative

@testable import SpiceCloud

/// Something that arguments of scenarios can be made of.
protocol FromJSON {
  static func from(_ json: JSONValue) throws -> Self
}

/// A call of a scenario, whose arguments are taken one after the other.
final class Call {
  /// The public name: `apps.list` for `apps.list.pages`.
  let operation: String
  private let way: String?
  private var left: [String: JSONValue]
  private let variables: Variables

  init(_ name: String, _ args: [String: JSONValue], _ variables: Variables) {
    let parts = name.split(separator: ".").map(String.init)
    let ways = ["first", "pages", "events"]
    way = parts.last.flatMap { ways.contains($0) ? $0 : nil }
    operation = way == nil ? name : parts.dropLast().joined(separator: ".")
    left = args
    self.variables = variables
  }

  /// An argument, if it is given.
  func take<Value: FromJSON>(_ name: String) throws -> Value? {
    guard let given = left.removeValue(forKey: name), given != .null else { return nil }
    return try Value.from(given)
  }

  /// An argument that must be given.
  func need<Value: FromJSON>(_ name: String) throws -> Value {
    guard let value: Value = try take(name) else { throw Mistake("\(name) is not given") }
    return value
  }

  /// An argument for what the SDK is given beside it.
  func raw(_ name: String) -> JSONValue? { left.removeValue(forKey: name) }

  func app() throws -> any AppReference { try reference("app") { $0 as? App } ?? (try need("app") as Int) }

  /// The app that an earlier call gave.
  func appAsRead() throws -> App {
    guard let app = try reference("app", { $0 as? App }) else { throw Mistake("app is no app") }
    return app
  }

  func deployment() throws -> any DeploymentReference {
    try reference("deployment") { $0 as? Deployment } ?? (try need("deployment") as Int)
  }

  func user() throws -> any UserReference { try reference("user") { $0 as? Member } ?? (try need("user") as Int) }

  private func reference<Object>(_ name: String, _ cast: (Any) -> Object?) throws -> Object? {
    guard let object = try variables.object(left[name] ?? .null) else { return nil }
    left[name] = nil
    return cast(object)
  }

  /// The error of an earlier call.
  func error() throws -> SpiceCloudError {
    guard let error = try reference("error", { $0 as? SpiceCloudError }) else { throw Mistake("error is no error") }
    return error
  }

  /// Names and values, in the order in which the scenario has them.
  func secrets() throws -> [(String, Secret)] {
    let secrets: [String: Secret] = try need("secrets")
    let place = { (name: String) in self.variables.text.range(of: "\"\(name)\"")?.lowerBound }
    let order = secrets.keys.compactMap { name in place(name).map { (name, $0) } }.sorted { $0.1 < $1.1 }
    return order.compactMap { name, _ in secrets[name].map { (name, $0) } }
  }

  /// Further members.
  func extra() throws -> [String: JSONValue] {
    guard case .object(let members)? = left.removeValue(forKey: "extra") else { return [:] }
    return members
  }

  /// What is null under its own name.
  func cleared<Field: Hashable & RawRepresentable<String>>(_: Field.Type) -> Set<Field> {
    let names = left.filter { $0.value == .null }.keys
    for name in names { left[name] = nil }
    return Set(names.compactMap(Field.init))
  }

  /// Nothing is left that the operation does not have.
  func finish() throws {
    if !left.isEmpty { throw Mistake("unknown arguments: \(left.keys.sorted().joined(separator: ", "))") }
  }

  func listed<Item>(_ pager: Pager<Item>) async throws -> Any? {
    try finish()
    switch way {
    case "first": return try await pager.first()
    case "pages":
      var pages: [Any] = []
      for try await page in pager.pages() {
        pages.append(["items": page.items, "offset": page.offset] as [String: Any])
      }
      return pages
    default:
      var items: [Item] = []
      for try await item in pager { items.append(item) }
      return items
    }
  }

  /// What following a deployment has told: its steps, and the error at its end, if any.
  func watched(_ steps: Steps<DeploymentEvent>) async throws -> Any? {
    try finish()
    var (events, failure): ([DeploymentEvent], Any) = ([], JSONValue.null)
    do {
      for try await event in steps { events.append(event) }
    } catch let error as SpiceCloudError {
      failure = error
    }
    return ["events": events, "error": failure] as [String: Any]
  }

  /// All that comes piece by piece.
  func all<Item>(_ pieces: Steps<Item>) async throws -> Any? {
    try finish()
    var items: [Item] = []
    for try await piece in pieces { items.append(piece) }
    return items
  }

  /// Deploys; gives the deployment, or what following it has told.
  func followed(
    _ deploy: (@escaping (DeploymentEvent) async throws -> Void) async throws -> Deployment
  ) async throws -> Any? {
    guard way == "events" else { return try await deploy { _ in } }
    let (events, failure) = (Locked([DeploymentEvent]()), Locked<Any>(JSONValue.null))
    do {
      _ = try await deploy { event in events.with { $0.append(event) } }
    } catch let error as SpiceCloudError {
      failure.with { $0 = error }
    }
    return ["events": events.with { $0 }, "error": failure.with { $0 }] as [String: Any]
  }

  func request(_ spice: SpiceCloud) async throws -> Any? {
    let isIdempotent: Bool? = try take("idempotent")
    let query: [(String, String)] = try pairs(left.removeValue(forKey: "query") ?? .null)
    let body = left.removeValue(forKey: "body")
    let (method, path): (String, String) = (try need("method"), try need("path"))
    try finish()
    return try await spice.request(method, path, query: query, body: body, isIdempotent: isIdempotent ?? false)
  }

  private func pairs(_ query: JSONValue) throws -> [(String, String)] {
    switch query {
    case .object(let members):
      return try members.flatMap { name, value in
        guard case .array(let several) = value else { return [(name, try text(value))] }
        return try several.map { (name, try text($0)) }
      }
    case .array(let pairs):
      return try pairs.map { pair in
        guard case .array(let both) = pair, both.count == 2 else { throw Mistake("a query with \(pair.json)") }
        return (try text(both[0]), try text(both[1]))
      }
    default: return []
    }
  }

  private func text(_ value: JSONValue) throws -> String { value.text ?? value.json }

  /// A part of a body, as the core reads it.
  static func part<Part>(_ name: String, _ json: JSONValue, _ read: (inout Rows, Meta) throws -> Part) throws -> Part {
    let bytes = try native { try readModel(name: name, json: json.json) }
    return try Step(Step.done, Taken(bytes: bytes, place: 0)).read(read)
  }
}

extension Int: FromJSON {
  static func from(_ json: JSONValue) throws -> Int {
    guard case .int(let number) = json else { throw Mistake("a number with \(json.json)") }
    return number
  }
}

extension Double: FromJSON {
  static func from(_ json: JSONValue) throws -> Double {
    if case .double(let number) = json { return number }
    return Double(try Int.from(json))
  }
}

extension Bool: FromJSON {
  static func from(_ json: JSONValue) throws -> Bool {
    guard case .bool(let flag) = json else { throw Mistake("a flag with \(json.json)") }
    return flag
  }
}

extension String: FromJSON {
  static func from(_ json: JSONValue) throws -> String {
    guard case .string(let text) = json else { throw Mistake("a text with \(json.json)") }
    return text
  }
}

extension Secret: FromJSON {
  static func from(_ json: JSONValue) throws -> Secret { Secret(try String.from(json)) }
}

extension Duration: FromJSON {
  static func from(_ json: JSONValue) throws -> Duration { .seconds(try Double.from(json)) }
}

extension JSONValue: FromJSON {
  static func from(_ json: JSONValue) throws -> JSONValue { json }
}

extension Array: FromJSON where Element: FromJSON {
  static func from(_ json: JSONValue) throws -> [Element] {
    guard case .array(let items) = json else { throw Mistake("a list with \(json.json)") }
    return try items.map(Element.from)
  }
}

extension Dictionary: FromJSON where Key == String, Value: FromJSON {
  static func from(_ json: JSONValue) throws -> [String: Value] {
    guard case .object(let members) = json else { throw Mistake("an object with \(json.json)") }
    return try members.mapValues(Value.from)
  }
}
