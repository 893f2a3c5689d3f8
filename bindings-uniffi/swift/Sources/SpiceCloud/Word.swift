/// A word of the API, from a set that may grow: words that this version does not know are kept as they are.
public protocol Word: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible, ExpressibleByStringLiteral
where RawValue == String {
  /// What a word of the API means.
  init(rawValue: String)

  /// Every word that this version knows.
  static var known: [Self] { get }
}

extension Word {
  public init(stringLiteral word: String) { self.init(rawValue: word) }

  /// Whether this version knows the word.
  public var isKnown: Bool { Self.known.contains(self) }

  /// The word.
  public var description: String { rawValue }
}

/// Something that stands beside a value and has no part in whether it equals another.
struct Aside<Value: Sendable>: Hashable, Sendable {
  let value: Value

  static func == (_: Self, _: Self) -> Bool { true }

  func hash(into _: inout Hasher) {}
}
