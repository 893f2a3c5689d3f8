internal import SpiceCloudNative

/// What a call said: a value, which is read once.
struct Step: Sendable {
  static let done = 1
  static let event = 2
  static let token = 3
  static let failed = 4
  static let log = 5
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

  /// The next step that is not about tokens.
  func next() async throws -> Step {
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
        } catch let error where !(error is CancellationError) {
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

  private func give(_ error: any Error) -> @Sendable () throws -> Void {
    let words = "\(type(of: error)): \(error)"
    return {
      try native { try callAnswerFailed(session: self.connection.session, call: self.number, words: words) }
    }
  }
}
