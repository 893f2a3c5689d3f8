import Foundation
import SpiceCloud

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// How many connections each may have.
private let connections = 64

private let token = "example-token"

/// A client that reads an app, and a page of 100 apps. Each gives what was read: an id, and how many apps.
protocol Client: Sendable {
  func one() async throws -> Int
  func page() async throws -> Int
}

/// A client by its name.
func client(named name: String, at url: String) throws -> any Client {
  switch name {
  case "spice-cloud": try Ours(url)
  case "urlsession": URLSessionClient(url)
  default: throw Wrong("there is no client \(name)")
  }
}

struct Wrong: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

private struct Ours: Client {
  let client: SpiceCloud

  init(_ url: String) throws {
    var options = SpiceCloud.Options()
    options.baseURL = url
    options.token = Secret(token)
    options.maxInFlight = connections
    client = try SpiceCloud(options: options)
  }

  func one() async throws -> Int { try await client.apps.get(1).id }

  func page() async throws -> Int {
    var apps: [App] = []
    for try await app in client.apps.list(limit: 100) { apps.append(app) }
    return apps.count
  }
}

private struct URLSessionClient: Client {
  let url: String
  let session: URLSession

  init(_ url: String) {
    self.url = url
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpMaximumConnectionsPerHost = connections
    configuration.httpAdditionalHeaders = ["Authorization": "Bearer \(token)"]
    session = URLSession(configuration: configuration)
  }

  func one() async throws -> Int { try await get(AppByHand.self, "/v1/apps/1").id }

  func page() async throws -> Int {
    try await get(PageByHand.self, "/v1/apps?limit=100").apps.count
  }

  private func get<Value: Decodable>(_: Value.Type, _ path: String) async throws -> Value {
    guard let address = URL(string: url + path) else { throw Wrong("\(url) is no address") }
    let (data, response) = try await session.data(from: address)
    guard (response as? HTTPURLResponse)?.statusCode == 200 else { throw Wrong("\(response)") }
    return try JSONDecoder.ofTheAPI().decode(Value.self, from: data)
  }
}
