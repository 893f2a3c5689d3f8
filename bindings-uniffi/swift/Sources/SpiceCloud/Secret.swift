/// A text that does not show itself: a token, a key, the value of a secret. Only ``reveal()`` gives it.
///
/// Two secrets are equal when their texts are. Wherever a secret is taken, a literal text is too.
public struct Secret: Sendable, Hashable {
  private let text: String

  /// Hides a text.
  public init(_ text: String) {
    self.text = text
  }

  /// The text itself.
  public func reveal() -> String { text }

  /// Compares all of it, however early it differs.
  public static func == (one: Secret, other: Secret) -> Bool {
    let (one, other) = (Array(one.text.utf8), Array(other.text.utf8))
    var difference = one.count ^ other.count
    for place in 0..<min(one.count, other.count) { difference |= Int(one[place] ^ other[place]) }
    return difference == 0
  }

  /// The same for all: a hash would tell secrets that are short.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(0)
  }
}

extension Secret: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    self.init(text)
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// What is shown instead of it.
  public var description: String { "[redacted]" }

  /// What is shown instead of it.
  public var debugDescription: String { description }

  /// Nothing: `dump` would show what is inside.
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
