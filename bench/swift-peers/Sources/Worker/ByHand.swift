import Foundation

/// What people write by hand to read an app, with all fields of one.
struct AppByHand: Decodable, Sendable {
  let id: Int
  let name: String
  let description: String?
  let visibility: String?
  let createdAt: Date?
  let region: String?
  let cname: String?
  let clusterID: String?
  let clusterName: String?
  let endpoint: String?
  let productionBranch: String?
  let apiKey: String?
  let tags: [String: String]?
  let warning: String?

  enum CodingKeys: String, CodingKey {
    case id, name, description, visibility, region, cname, endpoint, tags, warning
    case createdAt = "created_at"
    case clusterID = "cluster_id"
    case clusterName = "cluster_name"
    case productionBranch = "production_branch"
    case apiKey = "api_key"
  }
}

struct PageByHand: Decodable, Sendable {
  let apps: [AppByHand]
}

extension JSONDecoder {
  /// Times of the API have a fraction of a second, which `.iso8601` does not read.
  static func ofTheAPI() -> JSONDecoder {
    let decoder = JSONDecoder()
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    decoder.dateDecodingStrategy = .custom { decoder in
      try style.parse(try decoder.singleValueContainer().decode(String.self))
    }
    return decoder
  }
}
