import SpiceCloud

private let spicepod = "version: v1\nkind: Spicepod\nname: soak\n"

/// A worker with an app of its own, who knows what has to come back.
actor Worker {
  private let client: SpiceCloud
  private let tally: Tally
  private let name: String
  private var id = 0
  private var steps = 0
  /// As it was set last; nil while that is not known.
  private var description: String?
  /// Secrets that are there for certain.
  private var secrets: Set<String> = []
  /// Both keys as they were seen last; nil while they are not known.
  private var keys: [String]?
  private var deployment = 0
  /// An app that could not be deleted yet.
  private var leftOver: Int?

  init(_ client: SpiceCloud, _ tally: Tally, _ number: Int) {
    self.client = client
    self.tally = tally
    name = "soak-worker-\(number)"
  }

  /// Makes the worker's app.
  func begin() async throws {
    id = try await client.apps.create(name: name).id
    _ = try await client.apps.update(id, spicepod: .string(spicepod))
  }

  /// Does one step of the mixture.
  func step(_ step: String) async {
    steps += 1
    switch step {
    case "list": await list()
    case "get": await get()
    case "update": await update()
    case "set": await set()
    case "delete": await delete()
    case "keys": await seeKeys()
    case "regenerate": await regenerate()
    case "deploy": await deploy()
    case "create": await create()
    default: await tally.expect(false, "there is no step \(step)")
    }
  }

  private func list() async {
    let apps = await tally.call { [client] in
      var apps: [App] = []
      for try await app in client.apps.list(pageSize: 20) { apps.append(app) }
      return apps
    }
    guard let apps else { return }
    let (id, name, count) = (id, name, apps.count)
    await tally.expect(Set(apps.map(\.id)).count == count, "list: an app came twice")
    await tally.expect(
      apps.contains { $0.id == id && $0.name == name }, "list: \(name) is missing among \(count)")
  }

  private func get() async {
    let app = await tally.call { [client, id] in try await client.apps.get(id) }
    guard let app else { return }
    await isOwn("get", app)
    if let description {
      await tally.expect(
        app.description == description, "get: \(app.description ?? "none"), not \(description)")
    }
  }

  private func update() async {
    let wanted = "step \(steps)"
    let tags = ["step": "\(steps)"]
    description = nil
    let app = await tally.call { [client, id] in
      try await client.apps.update(id, description: wanted, tags: tags)
    }
    guard let app else { return }
    await isOwn("update", app)
    let isSet = app.description == wanted && app.tags == tags
    await tally.expect(isSet, "update: \(app.description ?? "none"), \(app.tags), not \(wanted)")
    description = wanted
  }

  private func set() async {
    let (wanted, value) = ("SOAK_\(steps % 3)", Secret("value-\(steps)"))
    let secret = await tally.call { [client, id] in
      try await client.secrets.set(id, wanted, value)
    }
    guard let secret else { return }
    await tally.expect(secret.name == wanted, "set: \(secret.name) instead of \(wanted)")
    secrets.insert(wanted)
  }

  private func delete() async {
    guard let gone = secrets.popFirst() else { return await get() }
    await tally.call { [client, id] in try await client.secrets.delete(id, gone) }
  }

  private func seeKeys() async {
    let came = await tally.call { [client, id] in try await client.apiKeys.get(id) }
    guard let came else { return }
    let seen = both(came)
    await tally.expect(
      seen != nil && (keys == nil || keys == seen), "keys: not those that were there")
    keys = seen
  }

  private func regenerate() async {
    let before = keys
    keys = nil
    let came = await tally.call { [client, id] in
      try await client.apiKeys.regenerate(id, keyNumber: 1)
    }
    guard let came else { return }
    let seen = both(came)
    let right = before == nil || (seen?[0] != before?[0] && seen?[1] == before?[1])
    await tally.expect(seen != nil && right, "regenerate: not the primary key, or not it alone")
    keys = seen
  }

  private func deploy() async {
    let message = "step \(steps)"
    let came = await tally.call { [client, id] in
      try await client.deployments.deploy(
        id, commitMessage: message, timeout: .seconds(10), pollInterval: .milliseconds(50))
    }
    guard let came else { return }
    let right = came.status.rawValue == "succeeded" && came.id > deployment
    await tally.expect(right, "deploy: \(came.id) is \(came.status)")
    deployment = came.id
  }

  private func create() async {
    if let leftOver { await remove(leftOver) }
    let wanted = "\(name)-\(steps)"
    let app = await tally.call { [client] in try await client.apps.create(name: wanted) }
    guard let app else { return }
    await tally.expect(app.name == wanted, "create: \(app.name) instead of \(wanted)")
    await remove(app.id)
  }

  private func remove(_ gone: Int) async {
    let deleted: Void? = await tally.call { [client] in try await client.apps.delete(gone) }
    leftOver = deleted == nil ? gone : nil
  }

  private func isOwn(_ step: String, _ app: App) async {
    let name = name
    await tally.expect(app.id == id && app.name == name, "\(step): \(app.name) instead of \(name)")
  }
}

/// Both keys, when both came.
private func both(_ keys: ApiKeys) -> [String]? {
  guard let primary = keys.apiKey, let secondary = keys.apiKey2 else { return nil }
  return [primary.reveal(), secondary.reveal()]
}
