import Foundation

/// Values as bytes, which the native library writes; its module `rows` says how. They are read from front to back.
struct Rows {
  private let bytes: UnsafeRawBufferPointer
  private var place: Int

  private enum Kind {
    static let null = 0
    static let no = 1
    static let yes = 2
    static let whole = 3
    static let number = 4
    static let text = 5
    static let time = 6
    static let list = 7
    static let object = 8
    static let model = 9
    static let large = 10
  }

  init(_ bytes: UnsafeRawBufferPointer, at place: Int) {
    self.bytes = bytes
    self.place = place
  }

  /// A row of a model; its fields are then read in their order.
  mutating func fields() throws -> Fields {
    switch byte() {
    case Kind.model: return Fields(count: byte())
    case Kind.object: return Fields(count: 0)
    case let kind: throw unexpected(kind)
    }
  }

  /// Whether a value is there. Null is read with this.
  mutating func isThere() -> Bool {
    if Int(bytes[place]) != Kind.null { return true }
    place += 1
    return false
  }

  mutating func text() throws -> String {
    switch byte() {
    case Kind.text, Kind.large: return letters()
    case let kind: throw unexpected(kind)
    }
  }

  mutating func int() throws -> Int {
    switch byte() {
    case Kind.whole: return eight()
    case let kind: throw unexpected(kind)
    }
  }

  mutating func double() throws -> Double {
    switch byte() {
    case Kind.number: return float()
    case Kind.whole: return Double(eight())
    case Kind.large: return Double(letters()) ?? .infinity
    case let kind: throw unexpected(kind)
    }
  }

  mutating func flag() throws -> Bool {
    switch byte() {
    case Kind.yes: return true
    case Kind.no: return false
    case let kind: throw unexpected(kind)
    }
  }

  /// A time, or the text of what is none.
  mutating func timeOrText() throws -> (Date?, String) {
    switch byte() {
    case Kind.time: return (date(), "")
    case Kind.text: return (nil, letters())
    case let kind: throw unexpected(kind)
    }
  }

  mutating func list<Item>(_ item: (inout Rows) throws -> Item) throws -> [Item] {
    let kind = byte()
    guard kind == Kind.list else { throw unexpected(kind) }
    let count = four()
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try item(&self)) }
    return items
  }

  mutating func map<Item>(_ item: (inout Rows) throws -> Item) throws -> [String: Item] {
    let kind = byte()
    guard kind == Kind.object else { throw unexpected(kind) }
    return try members(item)
  }

  /// What stands behind the byte of an object, and at the end of a model.
  mutating func members<Item>(_ item: (inout Rows) throws -> Item) throws -> [String: Item] {
    let count = four()
    var members: [String: Item] = [:]
    for _ in 0..<count {
      let name = letters()
      members[name] = try item(&self)
    }
    return members
  }

  /// An object of the SDK's own, member by member. What is null is passed over.
  mutating func eachMember(_ member: (String, inout Rows) throws -> Void) throws {
    let kind = byte()
    guard kind == Kind.object else { throw unexpected(kind) }
    for _ in 0..<four() {
      let name = letters()
      if isThere() { try member(name, &self) }
    }
  }

  /// Whatever it is, as JSON.
  mutating func json() throws -> JSONValue {
    switch byte() {
    case Kind.null: return .null
    case Kind.no: return .bool(false)
    case Kind.yes: return .bool(true)
    case Kind.whole: return .int(eight())
    case Kind.number: return .double(float())
    case Kind.text: return .string(letters())
    case Kind.time: return .string(wireTime(date()))
    case Kind.large: return .double(Double(letters()) ?? .infinity)
    case Kind.object: return .object(try members { try $0.json() })
    case Kind.list:
      place -= 1
      return .array(try list { try $0.json() })
    case let kind: throw unexpected(kind)
    }
  }

  mutating func byte() -> Int {
    defer { place += 1 }
    return Int(bytes[place])
  }

  mutating func four() -> Int {
    defer { place += 4 }
    return Int(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
  }

  mutating func eight() -> Int {
    defer { place += 8 }
    return Int(Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int64.self)))
  }

  private mutating func float() -> Double { Double(bitPattern: UInt64(bitPattern: Int64(eight()))) }

  private mutating func date() -> Date {
    let seconds = eight()
    return Date(timeIntervalSince1970: Double(seconds) + Double(four()) / 1e9)
  }

  private mutating func letters() -> String {
    let length = four()
    defer { place += length }
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[place..<place + length]), as: UTF8.self)
  }

  private func unexpected(_ kind: Int) -> SpiceCloudError {
    bug("the native library gave a value of kind \(kind) at \(place)")
  }
}

/// The row of a model. What is absent is null, and what follows the last field that is there is left out.
struct Fields {
  private let count: Int
  /// Texts that are no times.
  private var strays: [String: JSONValue] = [:]

  init(count: Int) { self.count = count }

  private func has(_ place: Int, _ rows: inout Rows) -> Bool { place < count && rows.isThere() }

  func optional<Value>(_ place: Int, _ rows: inout Rows, _ read: (inout Rows) throws -> Value) throws -> Value? {
    has(place, &rows) ? try read(&rows) : nil
  }

  func required<Value>(
    _ place: Int, _ name: String, _ rows: inout Rows, _ read: (inout Rows) throws -> Value
  ) throws -> Value {
    guard has(place, &rows) else { throw bug("the native library gave no \(name)") }
    return try read(&rows)
  }

  func list<Item>(_ place: Int, _ rows: inout Rows, _ item: (inout Rows) throws -> Item) throws -> [Item] {
    has(place, &rows) ? try rows.list(item) : []
  }

  func map<Item>(_ place: Int, _ rows: inout Rows, _ item: (inout Rows) throws -> Item) throws -> [String: Item] {
    has(place, &rows) ? try rows.map(item) : [:]
  }

  /// A time. A text that is none is kept among the other members.
  mutating func time(_ place: Int, _ name: String, _ rows: inout Rows) throws -> Date? {
    guard has(place, &rows) else { return nil }
    let (time, text) = try rows.timeOrText()
    if time == nil { strays[name] = .string(text) }
    return time
  }

  /// The members that the SDK does not know.
  func others(_ rows: inout Rows) throws -> [String: JSONValue] {
    let others = try rows.members { try $0.json() }
    return strays.isEmpty ? others : strays.merging(others) { _, other in other }
  }
}

/// RFC 3339 in UTC.
func wireTime(_ date: Date) -> String {
  let formatter = ISO8601DateFormatter()
  formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
  return formatter.string(from: date)
}
