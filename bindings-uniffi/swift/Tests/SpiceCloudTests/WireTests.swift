import Testing

@testable import SpiceCloud
@testable import SpiceCloudTesting

/// A case of a file, by the file and its place: what tests are told apart by.
struct Example: Sendable, CustomTestStringConvertible {
  let path: String
  let place: Int
  let json: JSONValue

  var testDescription: String { "\(path): \(json["name"]?.text ?? "")" }

  static func all() throws -> [Example] {
    let wire = try documents("tests/wire").map { ("tests/wire/\($0.0)", $0.1) }
    let files = wire + [("tests/vectors/decoding.json", try readJSON("tests/vectors/decoding.json"))]
    return files.flatMap { path, document in
      guard case .array(let cases)? = document["cases"] else { return [Example]() }
      let examples = cases.enumerated().map { Example(path: path, place: $0, json: $1) }
      // The SDK asks for tokens by itself.
      return examples.filter { $0.json["operation"]?.text != "oauth.token" }
    }
  }
}

/// Reads every wire fixture and every vector of decoding: one test for each.
@Suite struct WireTests {
  /// A good call of each operation that needs arguments.
  static func arguments(_ operation: String) throws -> [String: JSONValue] {
    guard case .object(let arguments)? = try readJSON("tests/calls.json")[operation] else { return [:] }
    return arguments
  }

  @Test(arguments: try Example.all())
  func fixture(_ example: Example) async throws {
    let emulator = try Emulator.start()
    defer { emulator.stop() }
    try emulator.addFault(fault(example.json))
    let spice = try emulator.client {
      $0.maxRetries = 0
      $0.dedupe = .off
    }
    defer { spice.close() }
    let operation = example.json["operation"]?.text ?? ""
    let isOwn = ["health.get", "limits.get"].contains(operation)
    let name = isOwn ? "client.\(operation.dropLast(4))" : operation
    do {
      let result = plain(try await perform(spice, Call(name, Self.arguments(operation), Variables())))
      let expected = try #require(example.json["expect"], "expected an error, got \(result.json)")
      #expect(try differences(cut(expected), result) == [])
    } catch let error as SpiceCloudError {
      let expected = try #require(example.json["expect_error"], "not this error: \(error)")
      #expect(!error.message.isEmpty)
      #expect(try differences(expected, describe(error)) == [])
    }
  }

  @Test func fixturesAreAllThere() throws {
    #expect(try Example.all().count >= 130)
  }

  private func fault(_ example: JSONValue) -> JSONValue {
    var headers: [String: JSONValue] = ["content-type": "application/json"]
    if case .object(let given)? = example["headers"] { headers.merge(given) { _, given in given } }
    var action: [String: JSONValue] = ["kind": "status", "headers": .object(headers)]
    action["status"] = example["status"]
    action["text"] = example["body_text"]
    action["body"] = example["body"]
    return ["do": .object(action)]
  }

  /// An expectation with times as exact as those of Foundation, which tests compare to the millisecond.
  private func cut(_ expected: JSONValue) throws -> JSONValue {
    let text = replacing(#":[0-9]{2}\.[0-9]{4,}Z"#, in: expected.json) { found in
      let digits = trimmed(String(found.prefix(7).suffix(3)))
      return String(found.prefix(3)) + (digits.isEmpty ? "Z" : ".\(digits)Z")
    }
    return try JSONValue(parsing: text)
  }
}
