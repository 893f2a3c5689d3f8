/// A token, and how long it is valid. Without `expiresIn` each call asks again.
public struct ProvidedToken: Sendable, Hashable {
  /// The token.
  public var token: Secret
  /// How long it is valid from now on, if that is known.
  public var expiresIn: Duration?

  /// A token.
  public init(_ token: Secret, expiresIn: Duration? = nil) {
    self.token = token
    self.expiresIn = expiresIn
  }
}

/// From which weight on something is logged.
public enum LogLevel: String, Sendable, CaseIterable, Comparable {
  /// Every attempt of every call.
  case debug
  /// What takes more than one attempt.
  case info
  /// What may need somebody's attention, such as a change that was cancelled on its way.
  case warn
  /// What went wrong.
  case error
  /// Nothing.
  case off

  public static func < (one: LogLevel, other: LogLevel) -> Bool {
    let weights = LogLevel.allCases
    return weights.firstIndex(of: one) ?? 0 < weights.firstIndex(of: other) ?? 0
  }
}

extension SpiceCloud {
  /// How changes are kept from happening twice, where a second request would do them twice.
  public enum Dedupe: String, Sendable {
    /// Not at all: nothing is read beforehand, and an unknown outcome is an error at once.
    case off
    /// By what is there before and afterwards.
    case list
    /// So, and with a mark in a deployment's commit message.
    case marker
  }

  /// What calls may do differently from their client. What is nil is as the client has it, or has a default.
  public struct CallOptions: Sendable {
    /// Limit of a whole call with its waits and retries; 60 seconds if not given.
    public var timeout: Duration?
    /// Limit of one attempt; 30 seconds if not given. Up to that, an attempt also ends when nothing comes for 20 seconds; a
    /// longer limit leaves a slow server all of its time.
    public var attemptTimeout: Duration?
    /// How many times a failed attempt may be followed by another; 2 if not given, at most 10.
    public var maxRetries: Int?
    /// Headers to add to each request.
    public var headers: [String: Secret] = [:]
    /// The organization to act on, for tokens that reach several.
    public var org: String?
    /// How changes are kept from happening twice; `.list` if not given.
    public var dedupe: Dedupe?
    /// How long the outcome of a change may be looked for when the time of the call is up; 15 seconds if not given.
    public var reconcileTimeout: Duration?

    /// Nothing differs.
    public init() {}

    func settings() throws -> [String: JSONValue] {
      try sent([
        ("timeout", try timeout.map { .double(try notNegative("timeout", $0)) }),
        ("attempt_timeout", try attemptTimeout.map { .double(try notNegative("attemptTimeout", $0)) }),
        ("max_retries", try maxRetries.map { .int(try count("maxRetries", $0)) }),
        ("org", org.map(JSONValue.string)),
        ("dedupe", dedupe.map { .string($0.rawValue) }),
        ("reconcile_timeout", try reconcileTimeout.map { .double(try notNegative("reconcileTimeout", $0)) }),
        (
          "headers",
          headers.isEmpty ? nil : .array(headers.map { .array([.string($0.key), .string($0.value.reveal())]) })
        ),
      ])
    }
  }

  /// Options of a client. What is not given is read from the environment, or has a default.
  @dynamicMemberLookup
  public struct Options: Sendable {
    /// What calls may do differently.
    public var calls = CallOptions()
    /// A personal access token.
    public var token: Secret?
    /// Id of an OAuth client of an organization; needs `clientSecret`.
    public var clientID: String?
    /// Secret of that client.
    public var clientSecret: Secret?
    /// What scopes to ask for with client credentials, separated by spaces; all if not given.
    public var scope: String?
    /// Gives a token whenever one is needed, in the task whose call needs it.
    public var tokenProvider: (@Sendable () async throws -> ProvidedToken)?
    /// Where the API is; `https://api.spice.ai` if not given.
    public var baseURL: String?
    /// Where client credentials are exchanged.
    public var oauthURL: String?
    /// Limit of connecting; 5 seconds if not given.
    public var connectTimeout: Duration?
    /// How many requests may be on their way at a time; 16 if not given.
    public var maxInFlight: Int?
    /// Address of a proxy; those of the environment if not given.
    public var proxy: Secret?
    /// File with the certificates, in PEM, of authorities that are trusted besides the others.
    public var caBundle: String?
    /// Which authorities are trusted; `.auto` if not given.
    public var trustStore: TrustStore?
    /// What is added to the header User-Agent.
    public var userAgentSuffix: String?
    /// Whether tokens may be sent without encryption to other machines.
    public var allowInsecureHTTP = false
    /// Whether `.env.local` and `.env` of the working directory are read, too.
    public var allowDotenv = false
    /// Which of the API's names stands in paths; `.apps` if not given.
    public var pathStyle: PathStyle?
    /// Whether input is checked before it is sent; it is if not given.
    public var validate: Bool?
    /// Is told of each attempt of each call, in a thread that no call waits for.
    public var onRequest: (@Sendable (RequestEvent) -> Void)?
    /// Is told what is logged; without it, and without `SPICE_CLOUD_LOG` in the environment, only what no error tells is
    /// logged, to standard error.
    public var onLog: (@Sendable (LogLevel, String) -> Void)?
    /// From which level on something is logged; what the environment has as `SPICE_CLOUD_LOG` if not given, or `.warn`.
    public var logLevel: LogLevel?
    /// For tests: waits of the policy are that many times shorter.
    package var timeScale: Int?

    /// Which authorities are trusted.
    public enum TrustStore: String, Sendable {
      /// Those of the platform; the bundled ones where it has none.
      case auto
      /// Those of the platform.
      case platform
      /// Those that the package brings.
      case bundled
    }

    /// Which of the API's names stands in paths.
    public enum PathStyle: String, Sendable {
      /// `/v1/apps`
      case apps
      /// `/v1/projects`
      case projects
    }

    /// What the environment has.
    public init() {}

    /// An option that calls may have, too.
    public subscript<Value>(dynamicMember member: WritableKeyPath<CallOptions, Value>) -> Value {
      get { calls[keyPath: member] }
      set { calls[keyPath: member] = newValue }
    }

    var shown: String {
      let known = [baseURL.map { "baseURL: \($0)" }, calls.org.map { "org: \($0)" }]
      return "SpiceCloud(\(known.compactMap { $0 }.joined(separator: ", ")))"
    }

    func settings() throws -> [String: JSONValue] {
      let own = try sent([
        ("token", token.map(JSONValue.init)),
        ("client_id", clientID.map(JSONValue.string)),
        ("client_secret", clientSecret.map(JSONValue.init)),
        ("scope", scope.map(JSONValue.string)),
        ("token_provider", .bool(tokenProvider != nil)),
        ("allow_dotenv", .bool(allowDotenv)),
        ("base_url", baseURL.map(JSONValue.string)),
        ("oauth_url", oauthURL.map(JSONValue.string)),
        ("connect_timeout", try connectTimeout.map { .double(try notNegative("connectTimeout", $0)) }),
        ("max_in_flight", try maxInFlight.map { .int(try count("maxInFlight", $0)) }),
        ("proxy", proxy.map(JSONValue.init)),
        ("ca_bundle", caBundle.map(JSONValue.string)),
        ("trust_store", trustStore.map { .string($0.rawValue) }),
        ("user_agent_suffix", userAgentSuffix.map(JSONValue.string)),
        ("allow_insecure_http", .bool(allowInsecureHTTP)),
        ("path_style", pathStyle.map { .string($0.rawValue) }),
        ("validate", validate.map(JSONValue.bool)),
        ("time_scale", timeScale.map(JSONValue.int)),
      ])
      return try calls.settings().merging(own) { _, own in own }
    }
  }
}
