import Foundation
import SpiceCloud

/// What `cargo xtask soak` wants.
struct Plan: Decodable, Sendable {
  let url: String
  let token: String
  let rate: Double
  let seconds: Double
  let atOnce: Int
  let callLimit: Double
  let mixture: [String]
}

struct Wrong: Error, CustomStringConvertible {
  let description: String
}

/// The soak in Swift: uses the client at a steady rate, as `tests/soak/README.md` says.
@main
enum Soak {
  /// How often it says how far it has come.
  static let report = Duration.seconds(5)
  /// What was missed while a fault lasted is made up for within so long, and not all at once.
  static let behind = Duration.seconds(1)

  static func main() async throws {
    guard let argument = CommandLine.arguments.dropFirst().first else {
      throw Wrong(description: "the plan is missing: a JSON text as the only argument")
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let plan = try decoder.decode(Plan.self, from: Data(argument.utf8))
    var options = SpiceCloud.Options()
    options.baseURL = plan.url
    options.token = Secret(plan.token)
    options.timeout = .seconds(10)
    options.attemptTimeout = .seconds(2)
    options.connectTimeout = .seconds(2)
    options.reconcileTimeout = .seconds(5)
    let client = try SpiceCloud(options: options)
    let tally = Tally(callLimit: plan.callLimit)
    let workers = (0..<plan.atOnce).map { Worker(client, tally, $0) }
    for worker in workers { try await worker.begin() }
    try say(["ready": true])
    let began = ContinuousClock.now
    let reports = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: report)
        try say(["calls": await tally.result.calls])
      }
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, worker) in workers.enumerated() {
        group.addTask { try await work(worker, number, plan, began) }
      }
      try await group.waitForAll()
    }
    reports.cancel()
    client.close()
    try say(await tally.result)
  }

  /// Repeats the mixture at the worker's part of the rate.
  static func work(_ worker: Worker, _ number: Int, _ plan: Plan, _ began: ContinuousClock.Instant)
    async throws
  {
    let pause = Duration.seconds(Double(plan.atOnce) / plan.rate)
    let end = began + .seconds(plan.seconds)
    var due = began + .seconds(Double(number) / plan.rate)
    var place = number * 5
    while true {
      try await Task.sleep(until: due, clock: .continuous)
      if ContinuousClock.now >= end { return }
      await worker.step(plan.mixture[place % plan.mixture.count])
      place += 1
      due = max(due + pause, ContinuousClock.now - behind)
    }
  }

  static func say(_ line: some Encodable) throws {
    FileHandle.standardOutput.write(try JSONEncoder().encode(line) + Data("\n".utf8))
  }
}
