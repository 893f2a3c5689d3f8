import Foundation
internal import SpiceCloudNative

/// One attempt of a call, as ``SpiceCloud/Options/onRequest`` is told of it. It holds nothing secret.
public struct RequestEvent: Sendable, Hashable {
  /// The operation, such as `apps.list`.
  public let operation: String
  /// The HTTP method.
  public let method: String
  /// The path with placeholders, such as `/v1/apps/{app_id}`.
  public let path: String
  /// 1 for the first attempt.
  public let attempt: Int
  /// The status that was answered, if any was.
  public let status: Int?
  /// `ok`, or the name of the error, such as `NotFound`.
  public let outcome: String
  /// How long the attempt took.
  public let took: Duration
  /// The server's name for the request, if it gave one.
  public let requestID: String?
  /// In what time another attempt follows, if one does.
  public let retryIn: Duration?
}

extension RequestEvent: CustomStringConvertible {
  /// A line for people.
  public var description: String {
    let ended = "\(operation) \(method) \(path): \(status.map(String.init) ?? outcome) in \(shown(took))"
    let request = requestID.map { ", request \($0)" } ?? ""
    let again = retryIn.map { ", again in \(shown($0))" } ?? ""
    return "\(ended) (attempt \(attempt)\(request))\(again)"
  }
}

/// The log of a client and of its copies: lines of the core's, handed on to the user's functions.
final class Log: Sendable {
  private let session: UInt64
  private let hook: (@Sendable (RequestEvent) -> Void)?
  private let logger: (@Sendable (LogLevel, String) -> Void)?
  private let asked: LogLevel?
  private let queue = DispatchQueue(label: "ai.spice.cloud.log")
  /// A hook may close its own client.
  private let draining = NSRecursiveLock()

  /// What no error tells.
  private static let unseen = ["cancelled", "lost"]

  init(_ session: UInt64, _ options: SpiceCloud.Options) throws {
    self.session = session
    hook = options.onRequest
    logger = options.onLog
    // A word for somebody else's taste is no reason to fail.
    let word = ProcessInfo.processInfo.environment["SPICE_CLOUD_LOG"] ?? ""
    asked = options.logLevel ?? LogLevel(rawValue: word.lowercased()) ?? (options.onLog == nil ? nil : .warn)
    Hub.shared.listen(session) { [weak self] in
      self?.queue.async { [weak self] in self?.drain() }
    }
    // The hook is told of everything, whatever is logged.
    let wanted = hook == nil ? asked ?? .warn : .debug
    try native { try sessionSetLogLevel(session: session, level: wanted.rawValue) }
  }

  /// Hands on what has come since. Whoever else is at it is waited for, so that a client that was closed says nothing more.
  func drain() {
    draining.lock()
    defer { draining.unlock() }
    let lines = (try? native { try sessionDrainLog(session: session) }) ?? []
    for line in lines {
      if let line = try? JSONValue(parsing: line) { handOn(line) }
    }
  }

  private func handOn(_ line: JSONValue) {
    let level = line["level"]?.text.flatMap(LogLevel.init) ?? .debug
    let event = line["event"]?.text ?? ""
    let request = event == "request" || event == "retry" ? RequestEvent(line) : nil
    if level >= asked ?? .warn, asked != nil || Self.unseen.contains(event) {
      let words = request?.description ?? describe(line, event)
      if let logger { logger(level, words) } else { FileHandle.standardError.write(Data("spice-cloud: \(words)\n".utf8)) }
    }
    if let request { hook?(request) }
  }

  /// A line for people, of what is no request.
  private func describe(_ line: JSONValue, _ event: String) -> String {
    switch event {
    case "token": return "token: \(line["outcome"]?.text ?? "") in \(shown(line.duration("took") ?? .zero))"
    case "cancelled":
      return "\(line["operation"]?.text ?? "") was cancelled, but the request of a change may have been sent already"
    case "lost": return "\(line["lines"]?.json ?? "") lines of the log came too fast and were lost"
    default: return line.json
    }
  }
}

extension RequestEvent {
  init(_ line: JSONValue) {
    operation = line["operation"]?.text ?? ""
    method = line["method"]?.text ?? ""
    path = line["path"]?.text ?? ""
    attempt = line.number("attempt") ?? 0
    status = line.number("status")
    outcome = line["outcome"]?.text ?? ""
    took = line.duration("took") ?? .zero
    requestID = line["request_id"]?.text
    retryIn = line.duration("retry_in")
  }
}

extension JSONValue {
  fileprivate func number(_ name: String) -> Int? {
    guard case .int(let number)? = self[name] else { return nil }
    return number
  }

  fileprivate func duration(_ name: String) -> Duration? {
    switch self[name] {
    case .int(let number)?: return .seconds(number)
    case .double(let number)?: return .seconds(number)
    default: return nil
    }
  }
}

private func shown(_ duration: Duration) -> String { String(format: "%.3f s", seconds(duration)) }
