import Foundation
import SpiceCloud

/// A mistake of a scenario, not of the SDK.
struct Mistake: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Where a value does not fit what is expected, in words; tests/scenarios/README.md says what fits.
func differences(_ expected: JSONValue, _ actual: JSONValue, _ place: String = "") throws -> [String] {
  let whole = place.isEmpty ? "the whole" : place
  switch expected {
  case .object(let members) where !members.isEmpty && members.keys.allSatisfy({ $0.hasPrefix("$") }):
    return try members.compactMap { name, argument in try wrong(name, argument, actual).map { "\(whole): \($0)" } }
  case .object(let members): return try objects(members, actual, place)
  case .array(let items): return try lists(items, actual, place)
  default: return isSame(expected, actual) ? [] : ["\(whole): expected \(expected.json), got \(actual.json)"]
  }
}

private func isSame(_ one: JSONValue, _ other: JSONValue) -> Bool {
  switch (one, other) {
  case (.int(let one), .double(let other)): return Double(one) == other
  case (.double(let one), .int(let other)): return one == Double(other)
  default: return one == other
  }
}

private func objects(_ expected: [String: JSONValue], _ actual: JSONValue, _ place: String) throws -> [String] {
  let whole = place.isEmpty ? "the whole" : place
  guard case .object(let members) = actual else {
    return expected.isEmpty && actual == .null ? [] : ["\(whole): expected an object, got \(actual.json)"]
  }
  if expected.isEmpty && !members.isEmpty { return ["\(whole): expected nothing in it, got \(actual.json)"] }
  return try expected.flatMap { name, value in
    // Where the SDK keeps what it does not know is its own affair.
    if name == "extra", members[name] == nil, case .object = value {
      return try differences(value, actual, "\(place)/extra")
    }
    return try differences(value, members[name] ?? .null, "\(place)/\(name)")
  }
}

private func lists(_ expected: [JSONValue], _ actual: JSONValue, _ place: String) throws -> [String] {
  let whole = place.isEmpty ? "the whole" : place
  guard case .array(let items) = actual else {
    return expected.isEmpty && actual == .null ? [] : ["\(whole): expected a list, got \(actual.json)"]
  }
  if expected.count != items.count {
    return ["\(whole): expected \(expected.count) items, got \(items.count): \(actual.json)"]
  }
  return try zip(expected, items).enumerated().flatMap { try differences($1.0, $1.1, "\(place)/\($0)") }
}

/// What is wrong with a value for a matcher, in words; nothing when it fits.
private func wrong(_ name: String, _ argument: JSONValue, _ actual: JSONValue) throws -> String? {
  if name == "$each" {
    guard case .array(let items) = actual else { return "expected a list, got \(actual.json)" }
    return try items.flatMap { try differences(argument, $0) }.first.map { "in an item: \($0)" }
  }
  let fits: Bool
  switch (name, argument) {
  case ("$any", _): fits = actual != .null
  case ("$type", .string(let type)): fits = try isOfType(type, actual)
  case ("$regex", .string(let pattern)):
    fits = actual.text.map { $0.range(of: pattern, options: .regularExpression) != nil } ?? false
  case ("$contains", _): fits = try contains(argument, actual)
  case ("$length", .int(let length)): fits = length == lengthOf(actual)
  case ("$not", _): fits = try !differences(argument, actual).isEmpty
  case ("$secret", _): fits = argument == actual
  default: throw Mistake("there is no matcher \(name) that takes \(argument.json)")
  }
  return fits ? nil : "expected \(name) \(argument.json), got \(actual.json)"
}

private func contains(_ part: JSONValue, _ actual: JSONValue) throws -> Bool {
  switch (part, actual) {
  case (_, .array(let items)): return try items.contains { try differences(part, $0).isEmpty }
  case (.string(let part), .string(let text)): return text.contains(part)
  default: return false
  }
}

private func lengthOf(_ value: JSONValue) -> Int? {
  switch value {
  case .null: return 0
  case .string(let text): return text.count
  case .array(let items): return items.count
  case .object(let members): return members.count
  default: return nil
  }
}

private func isOfType(_ type: String, _ value: JSONValue) throws -> Bool {
  switch (type, value) {
  case ("string", .string), ("boolean", .bool), ("array", .array), ("object", .object): return true
  case ("number", .int), ("number", .double), ("integer", .int): return true
  case ("integer", .double(let number)): return number == number.rounded()
  case ("string", _), ("boolean", _), ("array", _), ("object", _), ("number", _), ("integer", _): return false
  default: throw Mistake("there is no type \(type)")
  }
}
