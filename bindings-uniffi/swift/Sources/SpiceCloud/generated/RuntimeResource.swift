// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/// The runtime of an app: its data, by SQL, search and chat.
public struct RuntimeResource: Sendable {
  let caller: Caller

  /// Runs a statement of SQL in the app's runtime. That is `POST /v1/sql`, with the app's API key.
  /// A statement that surely reads only is tried again like any read; another is not.
  ///
  /// Calls `apps.get` and `api_keys.get`; needs their scopes.
  ///
  /// - Parameter sql: The statement, in the SQL of the runtime.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func sql(_ sql: String) async throws -> SqlResult {
    let body = ["sql": JSONValue(sql)]
    return try await caller.call("runtime.sql", try Params(body: body), SqlResult.read)
  }

  /// Searches the app's datasets for what is meant. That is `POST /v1/search`, with the app's API
  /// key. Which datasets can be searched is said by the spicepod.
  ///
  /// Calls `apps.get` and `api_keys.get`; needs their scopes.
  ///
  /// - Parameter text: What is looked for, in words.
  /// - Parameter datasets: Where to look; everywhere that can be searched if not given.
  /// - Parameter maxResults: How many results there may be.
  /// - Parameter condition: A condition of SQL that results have to meet.
  /// - Parameter additionalColumns: Columns to give beside those that were searched.
  /// - Parameter keywords: Words of which a result has to have one.
  /// - Parameter extra: Further members to send as they are, for what this version does not know.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func search(
    text: String,
    datasets: [String]? = nil,
    maxResults: Int? = nil,
    condition: String? = nil,
    additionalColumns: [String]? = nil,
    keywords: [String]? = nil,
    extra: [String: JSONValue] = [:]
  ) async throws -> SearchResult {
    let body = try sent(
      [
        ("text", JSONValue(text)),
        ("datasets", datasets.map { JSONValue($0) }),
        ("limit", maxResults.map { JSONValue($0) }),
        ("where", condition.map { JSONValue($0) }),
        ("additional_columns", additionalColumns.map { JSONValue($0) }),
        ("keywords", keywords.map { JSONValue($0) }),
      ], extra: extra)
    return try await caller.call("runtime.search", try Params(body: body), SearchResult.read)
  }

  /// Asks one of the app's models. That is `POST /v1/chat/completions`, with the app's API key. It
  /// is tried once, because a second try would cost a second answer.
  ///
  /// Calls `apps.get` and `api_keys.get`; needs their scopes.
  ///
  /// - Parameter model: Name of the model, as the spicepod has it.
  /// - Parameter messages: What was said so far, each with `role` and `content`.
  /// - Parameter temperature: How freely the model may answer.
  /// - Parameter maxTokens: How long the answer may be, in tokens.
  /// - Parameter extra: Further members to send as they are, for what this version does not know.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func chat(
    model: String,
    messages: [[String: String]],
    temperature: Double? = nil,
    maxTokens: Int? = nil,
    extra: [String: JSONValue] = [:]
  ) async throws -> ChatCompletion {
    let body = try sent(
      [
        ("model", JSONValue(model)),
        ("messages", JSONValue(messages)),
        ("temperature", temperature.map { JSONValue($0) }),
        ("max_tokens", maxTokens.map { JSONValue($0) }),
      ], extra: extra)
    return try await caller.call("runtime.chat", try Params(body: body), ChatCompletion.read)
  }

  /// Asks one of the app's models, and gives its answer piece by piece. That is `POST
  /// /v1/chat/completions` with `stream`, with the app's API key. Between two pieces there may be
  /// as much time as an attempt may take.
  ///
  /// Calls `apps.get` and `api_keys.get`; needs their scopes.
  ///
  /// - Parameter model: Name of the model, as the spicepod has it.
  /// - Parameter messages: What was said so far, each with `role` and `content`.
  /// - Parameter temperature: How freely the model may answer.
  /// - Parameter maxTokens: How long the answer may be, in tokens.
  /// - Parameter extra: Further members to send as they are, for what this version does not know.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func chatStream(
    model: String,
    messages: [[String: String]],
    temperature: Double? = nil,
    maxTokens: Int? = nil,
    extra: [String: JSONValue] = [:]
  ) -> Steps<ChatChunk> {
    return caller.stream("runtime.chat_stream", { try ChatChunk.read(&$0, $1) }) {
      let body = try sent(
        [
          ("model", JSONValue(model)),
          ("messages", JSONValue(messages)),
          ("temperature", temperature.map { JSONValue($0) }),
          ("max_tokens", maxTokens.map { JSONValue($0) }),
        ], extra: extra)
      return try Params(body: body)
    }
  }

  /// Says whether the runtime is ready for queries. This is `GET /v1/ready`, with the app's API
  /// key. That it is not is an answer, and no error.
  ///
  /// Calls `apps.get` and `api_keys.get`; needs their scopes.
  ///
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func ready() async throws -> RuntimeStatus {
    return try await caller.call("runtime.ready", try Params(), RuntimeStatus.read)
  }

  /// Says whether the runtime is there, `GET /health`.
  ///
  /// Calls `apps.get` and `api_keys.get`; needs their scopes.
  ///
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func health() async throws -> RuntimeStatus {
    return try await caller.call("runtime.health", try Params(), RuntimeStatus.read)
  }

  /// Lists the runtime's datasets with their states. That is `GET /v1/datasets?status=true`, with
  /// the app's API key.
  ///
  /// Calls `apps.get` and `api_keys.get`; needs their scopes.
  ///
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func datasets() async throws -> RuntimeDatasets {
    return try await caller.call("runtime.datasets", try Params(), RuntimeDatasets.read)
  }

  /// Gives what the runtime counts. That is `GET /v1/metrics`, with the app's API key. It is
  /// Prometheus' text, and the same as samples. The vendor's documents say that the cloud does not
  /// serve it everywhere.
  ///
  /// Calls `apps.get` and `api_keys.get`; needs their scopes.
  ///
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func metrics() async throws -> RuntimeMetrics {
    return try await caller.call("runtime.metrics", try Params(), RuntimeMetrics.read)
  }
}
