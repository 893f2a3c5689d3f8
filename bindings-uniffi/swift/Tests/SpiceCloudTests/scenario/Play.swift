@testable import SpiceCloud

/// What is not as a scenario expects, with the number and the name of the step.
struct Wrong: Error, CustomStringConvertible {
  let description: String
}

/// What a step of each kind may hold.
private let stepParts: [String: Set<String>] = [
  "call": [
    "call", "args", "options", "result", "error", "meta", "save", "save_error", "times", "at_once", "note",
  ],
  "emulator": ["emulator", "args", "note"],
  "requests": ["requests", "note"],
]

/// Plays a scenario against an emulator of its own. What shows of it is recorded where a recorder is given.
func play(_ scenario: JSONValue, text: String = "", recorder: Recorder? = nil) async throws {
  guard case .object(let members) = scenario, case .array(let steps)? = members["steps"] else {
    throw Mistake("no steps")
  }
  let unknown = Set(members.keys).subtracting(["name", "case", "within", "emulator", "client", "steps"])
  if !unknown.isEmpty { throw Mistake("unknown parts of a scenario: \(unknown)") }
  let began = ContinuousClock.now
  let stage = try Stage(object(members["emulator"]))
  defer { stage.emulator.stop() }
  let client = try stage.client(object(members["client"]), recorder)
  defer { client.close() }
  let player = Player(stage, client, Variables(text: text), recorder)
  for (place, step) in steps.enumerated() {
    let name = step["call"]?.text ?? step["emulator"]?.text ?? "requests"
    do {
      try await player.step(object(step))
    } catch {
      throw Wrong(description: "step \(place + 1), \(name): \(error)")
    }
  }
  let took = ContinuousClock.now - began
  try await recorder?.finish(client, try stage.emulator.requests().map(\.members))
  if let within = try members["within"].map(Duration.from), took > within { throw Wrong(description: "it took \(took)") }
}

private func object(_ value: JSONValue?) -> [String: JSONValue] {
  guard case .object(let members)? = value else { return [:] }
  return members
}

private final class Player {
  private let stage: Stage
  private let client: SpiceCloud
  private let variables: Variables
  private let recorder: Recorder?
  /// Number of the last request that was looked at.
  private var seen = 0

  init(_ stage: Stage, _ client: SpiceCloud, _ variables: Variables, _ recorder: Recorder?) {
    self.recorder = recorder
    self.variables = variables
    self.stage = stage
    self.client = client
  }

  func step(_ step: [String: JSONValue]) async throws {
    let kinds = stepParts.keys.filter { step[$0] != nil }
    guard kinds.count == 1, let kind = kinds.first, stepParts[kind]?.isSuperset(of: step.keys) == true else {
      throw Mistake("not a step: \(JSONValue.object(step).json)")
    }
    let args = object(try variables.fill(step["args"] ?? [:]))
    switch kind {
    case "call": try await call(step, args)
    case "requests": try requests(step["requests"] ?? [])
    default: try stage.act(step["emulator"]?.text ?? "", args)
    }
  }

  private func call(_ step: [String: JSONValue], _ args: [String: JSONValue]) async throws {
    for _ in 0..<(try step["times"].map(Int.from) ?? 1) {
      let asked = Asked(client: client, step: step, args: args, variables: variables)
      let replies = try await withThrowingTaskGroup(of: Reply.self) { group in
        for _ in 0..<(try step["at_once"].map(Int.from) ?? 1) {
          group.addTask { try await asked.reply() }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      for reply in replies { try judge(step, reply) }
    }
  }

  private func judge(_ step: [String: JSONValue], _ reply: Reply) throws {
    recorder?.reply(step["call"]?.text ?? "", reply.came)
    switch reply.came {
    case .success(let result):
      if step["error"] != nil { throw Wrong(description: "expected an error, got \(plain(result).json)") }
      try take(step, result)
    case .failure(let error):
      guard let expected = step["error"] else { throw Wrong(description: "expected a result, got \(error)") }
      let described = describe(error)
      try agree("the error", try variables.fill(expected), described)
      try save(step, described) { $0.isEmpty ? error : nil }
      if let name = step["save_error"]?.text { variables.save(name, described, error) }
    }
  }

  private func take(_ step: [String: JSONValue], _ result: Any?) throws {
    let json = plain(result)
    if let expected = step["result"] { try agree("the result", try variables.fill(expected), json) }
    if let expected = step["meta"] { try agree("meta", try variables.fill(expected), meta(result)) }
    try save(step, json) { objectAt(result, $0) }
  }

  private func save(_ step: [String: JSONValue], _ shown: JSONValue, _ objectAt: (String) -> Any?) throws {
    for (name, place) in object(step["save"]) {
      let place = place.text ?? ""
      variables.save(name, try at(shown, place), objectAt(place))
    }
  }

  private func objectAt(_ result: Any?, _ place: String) -> Any? {
    if place.isEmpty { return result }
    guard let items = result as? [Any], let index = Int(place.dropFirst()), items.indices.contains(index) else {
      return nil
    }
    return items[index]
  }

  private func requests(_ expected: JSONValue) throws {
    let records = try stage.emulator.requests().map(\.members).filter { number($0) > seen }
    seen = records.last.map(number) ?? seen
    try agree("the requests", try variables.fill(expected), .array(records))
  }

  private func number(_ record: JSONValue) -> Int {
    guard case .int(let number)? = record["seq"] else { return 0 }
    return number
  }
}

/// What came of a call. Each is read by one task at a time.
private struct Reply: @unchecked Sendable {
  let came: Result<Any?, SpiceCloudError>
}

/// A call that is to be made. Nobody saves a variable meanwhile.
private struct Asked: @unchecked Sendable {
  let client: SpiceCloud
  let step: [String: JSONValue]
  let args: [String: JSONValue]
  let variables: Variables

  func reply() async throws -> Reply {
    let call = Call(step["call"]?.text ?? "", args, variables)
    let options = object(step["options"])
    do {
      let copy =
        try options.isEmpty
        ? client
        : client.withOptions { copy in
          for (name, value) in options { try? set(&copy, name, value) }
        }
      let result = try await perform(copy, call)
      try call.finish()
      return Reply(came: .success(result))
    } catch let error as SpiceCloudError {
      return Reply(came: .failure(error))
    }
  }
}

/// What a call tells about itself, for a list its first item.
private func meta(_ result: Any?) -> JSONValue {
  if let items = result as? [Any] { return meta(items.first) }
  guard let result else { return .null }
  if let response = result as? RawResponse { return told(response.meta) }
  let aside = Mirror(reflecting: result).children.first { $0.label == "aside" }?.value
  return (aside as? Aside<Meta>).map { told($0.value) } ?? .null
}

private func told(_ meta: Meta) -> JSONValue {
  [
    "attempts": .int(meta.attempts), "request_id": plain(meta.requestID), "reactivated": .bool(meta.isReactivated),
    "adopted": .bool(meta.isAdopted),
  ]
}

/// What a JSON pointer leads to.
private func at(_ value: JSONValue, _ place: String) throws -> JSONValue {
  try place.split(separator: "/").reduce(value) { found, part in
    if case .array(let items) = found, let index = Int(part), items.indices.contains(index) { return items[index] }
    guard let inner = found[String(part)], inner != .null else {
      throw Mistake("there is no \(place) in \(value.json)")
    }
    return inner
  }
}

private func agree(_ what: String, _ expected: JSONValue, _ actual: JSONValue) throws {
  let found = try differences(expected, actual)
  if !found.isEmpty { throw Wrong(description: (["\(what) differs"] + found).joined(separator: "\n  ")) }
}
