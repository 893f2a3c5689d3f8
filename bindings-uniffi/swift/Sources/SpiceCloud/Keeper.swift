/// Does what a rotation of keys cannot do itself, and gives the answer as JSON.
func keep(
  _ asked: Asked, _ distribute: (Int, Secret) async throws -> Void,
  _ verify: ((Int, Secret) async throws -> Bool)?
) async throws -> JSONValue {
  if asked.step == "verify" { return .bool(try await verify?(asked.slot, asked.key) ?? false) }
  try await distribute(asked.slot, asked.key)
  return .null
}

/// What a call asks for: something to be done with a new key.
struct Asked: Sendable {
  let step: String
  let slot: Int
  let key: Secret

  static func read(_ rows: inout Rows) throws -> Asked {
    let step = try rows.text()
    guard ["distribute", "verify"].contains(step) else { throw bug("the core asked for \(step), which nobody does") }
    var (slot, key) = (0, "")
    try rows.eachMember { name, rows in
      switch name {
      case "slot": slot = try rows.int()
      case "key": key = try rows.text()
      default: _ = try rows.json()
      }
    }
    return Asked(step: step, slot: slot, key: Secret(key))
  }
}
