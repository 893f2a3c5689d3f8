import Foundation

/// Calls per second of one client, whenever the benchmark asks: `Worker CLIENT URL`. It says `ready`, and then answers each
/// line `one|page AT_ONCE SECONDS`. `Worker CLIENT URL once` reads one app, and says how many milliseconds that took from the
/// start of the program, and how many bytes of memory the process has had at most.
@main
struct Worker {
  /// Before each round: connections that have lain idle for too long are replaced.
  static let warmUp = 0.05

  static func main() async throws {
    let began = ContinuousClock.now
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { throw Wrong("Worker CLIENT URL [once]") }
    let client = try client(named: arguments[1], at: arguments[2])
    if arguments.last == "once" {
      try await call(client, "one")
      say("\(seconds(since: began) * 1000) \(peak())")
      return
    }
    say("ready")
    while let line = readLine() {
      let words = line.split(separator: " ")
      guard words.count == 3, let atOnce = Int(words[1]), let time = Double(words[2]) else {
        throw Wrong("\(line) asks nothing")
      }
      _ = try await measure(client, String(words[0]), atOnce, warmUp)
      say("\(try await measure(client, String(words[0]), atOnce, time))")
    }
  }

  /// An answer that was not read counts for nothing.
  private static func call(_ client: any Client, _ task: String) async throws {
    let (came, expected) =
      task == "one" ? (try await client.one(), 1) : (try await client.page(), 100)
    guard came == expected else { throw Wrong("read \(came) instead of \(expected)") }
  }

  private static func measure(
    _ client: any Client, _ task: String, _ atOnce: Int, _ time: Double
  ) async throws -> Double {
    let began = ContinuousClock.now
    let end = began + .seconds(time)
    let done = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<atOnce {
        group.addTask {
          var done = 0
          while ContinuousClock.now < end {
            try await call(client, task)
            done += 1
          }
          return done
        }
      }
      return try await group.reduce(0, +)
    }
    return Double(done) / seconds(since: began)
  }

  private static func seconds(since began: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - began) / .seconds(1)
  }

  private static func say(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
  }

  /// The most memory that this process has had, in bytes, where Linux tells it; else zero.
  private static func peak() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 * 1024 } ?? 0
  }
}
