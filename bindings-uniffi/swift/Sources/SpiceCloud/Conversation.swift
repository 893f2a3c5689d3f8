internal import SpiceCloudNative

/// What a call said: a value, which is read once.
struct Step: Sendable {
  static let done = 1
  static let event = 2
  static let token = 3
  static let failed = 4
  static let log = 5
  static let ask = 6
  private static let page = 1
  private static let last = 2

  /// Whether something happened on the way, so that there is more.
  let isEvent: Bool
  /// Whether it is known that no page follows.
  let isLast: Bool
  /// How many items come before this page.
  let offset: Int
  let taken: Taken

  init(_ kind: Int, _ taken: Taken) throws {
    let (bits, offset) = try taken.read { rows in
      _ = rows.byte()
      let bits = rows.byte()
      return (bits, bits & Step.page != 0 ? rows.eight() : 0)
    }
    self.taken = taken
    self.offset = offset
    isEvent = kind == Step.event
    isLast = bits & Step.last != 0
  }

  /// Reads the value, and what is told about the call.
  func read<Value>(_ read: (inout Rows, Meta) throws -> Value) throws -> Value {
    try taken.read { rows in
      _ = rows.byte()
      if rows.byte() & Step.page != 0 { _ = rows.eight() }
      let meta = try Meta.read(&rows)
      return try read(&rows, meta)
    }
  }
}

/// What a client and its copies share.
final class Connection: Sendable {
  let session: UInt64
  let tokenProvider: (@Sendable () async throws -> ProvidedToken)?
  let log: Log

  init(session: UInt64, options: SpiceCloud.Options) throws {
    self.session = session
    tokenProvider = options.tokenProvider
    log = try Log(session, options)
  }

  deinit {
    Hub.shared.forget(session)
    // It can only fail for a bug, and there is nobody to tell.
    try? sessionDrop(session: session)
  }
}

/// A call that was made: a conversation with the core, taken step by step. When nobody has it any more it is given up.
final class Conversation: Sendable {
  private let connection: Connection
  private let request: String
  private let number = Hub.shared.nextNumber()
  private let state = Locked(State.made)

  private enum State {
    case made
    case started
    case over
  }

  init(_ connection: Connection, _ request: String) {
    self.connection = connection
    self.request = request
  }

  deinit {
    if state.with({ $0 == .started }) { Hub.shared.giveUp(session: connection.session, call: number) }
    Hub.shared.end(number)
  }

  /// The next step that is nothing to be done first: a token is provided, and what is asked for is done.
  func next(_ keep: (Asked) async throws -> JSONValue = nobody) async throws -> Step {
    // The words of the last failure are those of the error, if there is one.
    var cause: (any Error)?
    var begin: @Sendable () throws -> Void = { try self.begin() }
    while true {
      let taken = try await Hub.shared.step(session: connection.session, call: number, begin)
      switch try taken.read({ $0.byte() }) {
      case let kind where kind == Step.done || kind == Step.event:
        let step = try Step(kind, taken)
        if !step.isEvent { end() }
        return step
      case Step.token:
        do {
          begin = give(try await provide())
        } catch let error where !isCancelled(error) {
          cause = error
          begin = give(error)
        }
      case Step.ask:
        let asked = try taken.read { rows in
          _ = rows.byte()
          return try Asked.read(&rows)
        }
        do {
          begin = give(try await keep(asked))
        } catch let error where !isCancelled(error) {
          cause = error
          begin = give(error)
        }
      case Step.failed:
        end()
        throw try taken.read { rows in
          _ = rows.byte()
          return try readFailure(&rows, cause: cause)
        }
      case let kind:
        throw bug("a step of kind \(kind)")
      }
    }
  }

  private func end() {
    state.with { $0 = .over }
  }

  /// Starts the call, or has it go on.
  private func begin() throws {
    let isFirst = state.with { state in
      defer { state = .started }
      return state == .made
    }
    try native {
      if isFirst {
        try callStart(session: connection.session, call: number, request: .init(request.utf8))
      } else {
        try callNext(session: connection.session, call: number)
      }
    }
  }

  /// Asks the provider for a token.
  private func provide() async throws -> ProvidedToken {
    guard let provider = connection.tokenProvider else {
      throw bug("the core asked for a token that nobody provides")
    }
    return try await provider()
  }

  private func give(_ provided: ProvidedToken) -> @Sendable () throws -> Void {
    return {
      let (session, number) = (self.connection.session, self.number)
      let lifetime = provided.expiresIn.map(seconds)
      try native {
        try callAnswerToken(session: session, call: number, token: provided.token.reveal(), expiresIn: lifetime)
      }
    }
  }

  private func give(_ value: JSONValue) -> @Sendable () throws -> Void {
    return {
      try native { try callAnswerValue(session: self.connection.session, call: self.number, value: value.json) }
    }
  }

  private func give(_ error: any Error) -> @Sendable () throws -> Void {
    let words = "\(type(of: error)): \(error)"
    return {
      try native { try callAnswerFailed(session: self.connection.session, call: self.number, words: words) }
    }
  }
}

/// Does what most calls ask for, which is nothing.
func nobody(_ asked: Asked) throws -> JSONValue { throw bug("the core asked for \(asked.step), which nobody does") }

/// Whether an error says that nobody waits any more; one that somebody's code has thrown for reasons of its own does not.
private func isCancelled(_ error: any Error) -> Bool { Task.isCancelled && error is CancellationError }
