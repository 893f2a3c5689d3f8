import SpiceCloud

/// What earlier steps saved.
final class Variables {
  /// The scenario as it is written: objects that are read have no order.
  let text: String
  private var values: [String: JSONValue] = [:]
  private var objects: [String: Any] = [:]

  init(text: String = "") { self.text = text }

  func save(_ name: String, _ value: JSONValue, _ object: Any?) {
    values[name] = value
    objects[name] = object
  }

  /// The object that a variable is, for `{"$object": "app"}`.
  func object(_ argument: JSONValue) throws -> Any? {
    guard let name = argument["$object"]?.text else { return nil }
    guard let object = objects[name] else { throw Mistake("no object was saved as \(name)") }
    return object
  }

  /// Something with what its references stand for.
  func fill(_ value: JSONValue) throws -> JSONValue {
    switch value {
    case .array(let items): return .array(try items.map(fill))
    case .string(let text) where text.hasPrefix("$$"): return .string(String(text.dropFirst()))
    // What begins with a brace is a secret's, as spicepods write it.
    case .string(let text) where text.hasPrefix("$") && !text.hasPrefix("${"): return try saved(String(text.dropFirst()))
    case .object(let members):
      if let file = members["$file"]?.text { return .string(try readText(file)) }
      return .object(try Dictionary(uniqueKeysWithValues: members.map { ($0.key, try member($0.key, $0.value)) }))
    default: return value
    }
  }

  private func member(_ name: String, _ value: JSONValue) throws -> JSONValue {
    switch (name, value) {
    // Patterns have dollar signs of their own.
    case ("$regex", _), ("$object", _): return value
    case ("path", .string(let path)): return .string(try inPath(path))
    default: return try fill(value)
    }
  }

  private func inPath(_ path: String) throws -> String {
    var wrong: (any Error)?
    let filled = replacing(#"\{[^{}]*\}"#, in: path) { found in
      do {
        let value = try saved(String(found.dropFirst().dropLast()))
        return value.text ?? value.json
      } catch {
        wrong = error
        return found
      }
    }
    if let wrong { throw wrong }
    return filled
  }

  private func saved(_ name: String) throws -> JSONValue {
    guard let value = values[name] else { throw Mistake("nothing was saved as \(name)") }
    return value
  }
}
