internal import SpiceCloudNative

/// Makes the calls of a client.
struct Caller: Sendable {
  let connection: Connection
  /// What the client's description shows.
  let shown: String
  var overrides: [String: JSONValue] = [:]

  /// Opens a client.
  init(_ options: SpiceCloud.Options) throws {
    let settings = JSONValue.object(try options.settings()).json
    let session = try native { try sessionOpen(hub: Hub.shared.number, options: settings) }
    connection = try Connection(session: session, options: options)
    shown = options.shown
  }

  /// A caller over the same connection that does some things differently.
  func with(_ changes: [String: JSONValue]) -> Caller {
    var caller = self
    caller.overrides = merged(overrides, changes)
    return caller
  }

  /// A caller whose calls are of something, such as the runtime of a key. That shows nowhere.
  func bound(_ of: [String: JSONValue], _ url: String?) -> Caller {
    var target = of
    target["url"] = url.map(JSONValue.string)
    return with(["runtime": .object(target)])
  }

  /// Ends all calls, and refuses later ones.
  func close() {
    // It can only fail for a bug, and there is nobody to tell.
    try? native { try sessionClose(session: connection.session) }
    connection.log.drain()
  }

  /// Makes a call that gives an object.
  func call<Value>(
    _ operation: String, _ params: Params, _ read: (inout Rows, Meta) throws -> Value
  ) async throws -> Value {
    try await start(operation, params).next().read(read)
  }

  /// Makes a call that gives an object or nothing.
  func optional<Value>(
    _ operation: String, _ params: Params, _ read: (inout Rows, Meta) throws -> Value
  ) async throws -> Value? {
    try await start(operation, params).next().read { rows, meta in
      rows.isThere() ? try read(&rows, meta) : nil
    }
  }

  /// Makes a call that gives a whole list.
  func list<Item>(
    _ operation: String, _ params: Params, _ read: (inout Rows, Meta) throws -> Item
  ) async throws -> [Item] {
    try await start(operation, params).next().read { rows, meta in try rows.list { try read(&$0, meta) } }
  }

  /// Makes a call that gives nothing.
  func perform(_ operation: String, _ params: Params) async throws {
    _ = try await start(operation, params).next()
  }

  /// A list that comes in pages; nothing is sent before they are wanted.
  func pages<Item>(
    _ operation: String, _ params: @escaping @Sendable (_ pageSize: Int?, _ limit: Int?) throws -> Params,
    _ pageSize: Int?, _ limit: Int?, _ read: @escaping @Sendable (inout Rows, Meta) throws -> Item
  ) -> Pager<Item> {
    let begin: @Sendable (Int?, Int?) throws -> Conversation = { start(operation, try params($0, $1)) }
    return Pager(begin: begin, read: read, pageSize: pageSize, limit: limit)
  }

  /// Makes a call that tells of its steps, and may ask for something to be done.
  func follow<Event, Value>(
    _ operation: String, _ params: Params, _ readEvent: (inout Rows, Meta) throws -> Event,
    _ onEvent: (Event) async throws -> Void, _ read: (inout Rows, Meta) throws -> Value,
    _ keep: (Asked) async throws -> JSONValue = nobody
  ) async throws -> Value {
    let call = start(operation, params)
    while true {
      let step = try await call.next(keep)
      if !step.isEvent { return try step.read(read) }
      try await onEvent(try step.read(readEvent))
    }
  }

  /// Makes a call that gives something step by step; nothing is sent before it is wanted.
  func stream<Item>(
    _ operation: String, _ read: @escaping @Sendable (inout Rows, Meta) throws -> Item,
    _ params: @escaping @Sendable () throws -> Params
  ) -> Steps<Item> {
    Steps(begin: { start(operation, try params()) }) { try $0.read(read) }
  }

  private func start(_ operation: String, _ params: Params) -> Conversation {
    Conversation(connection, "\(operation)\n\(params.json(options: overrides))")
  }
}

extension Caller: CustomStringConvertible, CustomReflectable {
  /// What the client's description shows: what is called may be a key's, and headers may be secret.
  var description: String { shown }

  /// Nothing: `dump` and whatever has a caller would show what is inside.
  var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

/// The later ones count, also among headers, for the core.
private func merged(_ before: [String: JSONValue], _ after: [String: JSONValue]) -> [String: JSONValue] {
  var merged = before.merging(after) { _, later in later }
  if case .array(let earlier) = before["headers"], case .array(let later) = after["headers"] {
    merged["headers"] = .array(earlier + later)
  }
  return merged
}
