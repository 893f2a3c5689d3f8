import Testing

@testable import SpiceCloud

/// Plays every scenario: one test for each, one after the other, because some have limits of time.
@Suite(.serialized) struct ScenariosTests {
  @Test(arguments: try documents("tests/scenarios").map(\.0))
  func scenario(_ name: String) async throws {
    let text = try readText("tests/scenarios/\(name)")
    try await play(try JSONValue(parsing: text), text: text, recorder: try Recorder.of("scenarios", name))
  }

  @Test func everyPublicOperationIsCalledByAScenario() throws {
    let steps = try documents("tests/scenarios").flatMap { document in
      guard case .array(let steps)? = document.1["steps"] else { return [JSONValue]() }
      return steps
    }
    let good = steps.filter { $0["call"] != nil && $0["error"] == nil }
    let called = Set(good.map { Call($0["call"]?.text ?? "", [:], Variables()).operation })
    #expect(called.sorted() == operationNames.sorted())
    #expect(try documents("tests/scenarios").count >= 75)
  }

  @Test(arguments: [
    (#"{"call": "apps.list", "result": [{"id": 1}]}"#, "expected 1 items"),
    (#"{"call": "apps.list", "error": {"kind": "NotFound"}}"#, "expected an error"),
    (#"{"call": "apps.get", "args": {"app": 1}}"#, "expected a result, got NotFound"),
    (#"{"call": "apps.get", "args": {"app": 1}, "error": {"kind": "Conflict"}}"#, #"expected "Conflict""#),
    (#"{"call": "regions.list", "meta": {"attempts": 2}}"#, "/attempts: expected 2, got 1"),
    (#"{"requests": [{"method": "GET"}]}"#, "expected 1 items, got 0"),
    (#"{"call": "apps.lists"}"#, "no call of the name"),
    (#"{"call": "apps.list", "args": {"page": 1}}"#, "unknown arguments: page"),
    (#"{"call": "apps.get", "args": {"app": "$app"}}"#, "nothing was saved as app"),
    (#"{"call": "regions.list", "save": {"x": "/nowhere"}}"#, "there is no /nowhere"),
    (#"{"emulator": "explode", "args": {}}"#, "cannot be told to explode"),
    (#"{"call": "apps.list", "results": []}"#, "not a step"),
  ])
  func whatIsNotAsExpectedIsFound(_ step: String, _ words: String) async throws {
    let scenario: JSONValue = ["name": "An example", "steps": [try JSONValue(parsing: step)]]
    await #expect {
      try await play(scenario)
    } throws: { error in
      "\(error)".hasPrefix("step 1, ") && "\(error)".contains(words)
    }
  }

  @Test func whatIsAsExpectedPasses() async throws {
    try await play([
      "name": "An example",
      "steps": [
        ["call": "apps.create", "args": ["name": "sales-bi"], "save": ["app": "/id", "all": ""]],
        ["call": "apps.get", "args": ["app": ["$object": "all"]], "result": ["id": "$app"]],
        ["requests": [["method": "POST"], ["path": "/v1/apps/{app}"]]],
        ["requests": []],
      ],
    ])
  }
}
