@testable import SpiceCloud

/// What a function throws when a scenario has it fail.
struct Refusal: Error, CustomStringConvertible {
  let description: String
}

/// What a function does, call by call, the last one for good.
private struct Script: Sendable {
  private let left: Locked<[JSONValue]>

  init(_ told: JSONValue) {
    if case .array(let answers) = told { left = Locked(answers) } else { left = Locked([told]) }
  }

  /// What it gives; what it throws is a failure.
  func next() throws -> JSONValue {
    let next = left.with { $0.count > 1 ? $0.removeFirst() : $0.first } ?? .null
    if let words = next["fail"]?.text { throw Refusal(description: words) }
    return next
  }
}

/// What a rotation is given, and what it has shown.
final class Rotation: Sendable {
  private struct Shown {
    var events: [RotationEvent] = []
    var distributed: [(Int, Secret)] = []
    var key: Secret?
    var isOver = false
  }

  private let shown = Locked(Shown())
  private let handsOver: Script
  private let verifies: Script?

  init(distribute: JSONValue?, verify: JSONValue?) {
    handsOver = Script(distribute ?? "ok")
    verifies = verify.map { Script($0) }
  }

  func distribute(_ slot: Int, _ key: Secret) throws {
    _ = try handsOver.next()
    shown.with { shown in
      shown.distributed.append((slot, key))
      shown.key = key
    }
  }

  /// Nothing is given where the SDK is to verify by itself.
  var verify: ((Int, Secret) async throws -> Bool)? {
    guard let verifies else { return nil }
    return { _, _ in try Bool.from(try verifies.next()) }
  }

  func onEvent(_ event: RotationEvent) { shown.with { $0.events.append(event) } }

  /// Calls the app's runtime without a pause, first with a key and then with whatever was distributed last.
  fileprivate func call(_ spice: SpiceCloud, _ first: Secret?) async -> JSONValue {
    var (calls, failures): (Int, [JSONValue]) = (0, [])
    while !shown.with({ $0.isOver }) {
      guard let key = shown.with({ $0.key }) ?? first else { break }
      do {
        _ = try await spice.runtime(key: key).sql("SELECT 1")
        calls += 1
      } catch {
        failures.append(.string("\(error)"))
      }
    }
    return ["calls": .int(calls), "failures": .int(failures.count), "words": .array(failures)]
  }

  fileprivate func end() { shown.with { $0.isOver = true } }

  fileprivate func told(_ report: RotationReport, busy: JSONValue) -> [String: Any] {
    shown.with { shown in
      [
        "keys": report.keys, "journal": report.journal, "busy": busy,
        "events": shown.events.map { ["step": $0.step, "slot": $0.slot] as [String: Any] },
        "distributed": shown.distributed.map { ["slot": $0, "key": $1] as [String: Any] },
      ]
    }
  }
}

extension Call {
  /// Rotates with functions that do what the scenario says, and gives all that has shown.
  func rotated(
    _ spice: SpiceCloud, _ rotate: (any AppReference, Rotation) async throws -> RotationReport
  ) async throws -> Any? {
    let (app, isBusy): (any AppReference, Bool?) = (try app(), try take("busy"))
    let work = Rotation(distribute: raw("distribute"), verify: raw("verify"))
    guard isBusy == true else { return work.told(try await rotate(app, work), busy: .null) }
    let first = try await spice.apiKeys.get(app._appID).apiKey
    async let busy = work.call(spice, first)
    do {
      let report = try await rotate(app, work)
      work.end()
      return work.told(report, busy: await busy)
    } catch {
      work.end()
      throw error
    }
  }
}

extension SpiceCloud {
  /// The runtime of an app, by its id or as an object, or of a key.
  func runtimeOf(_ call: Call) throws -> RuntimeResource {
    let url: String? = try call.take("url")
    if let key: Secret = try call.take("key") { return runtime(key: key, url: url) }
    return runtime(try call.app(), url: url)
  }
}
