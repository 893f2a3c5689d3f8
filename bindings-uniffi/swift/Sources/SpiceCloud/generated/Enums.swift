// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

// The sets of words that the API uses. Words that are not listed are kept as they are.

/// Who may see an app. A word that this version does not know is kept as it is.
public struct Visibility: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Anyone may see the app.
  public static let `public` = Self(rawValue: "public")

  /// Only members of the organization may see the app; the default.
  public static let `private` = Self(rawValue: "private")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .public,
    .private,
  ]
}

/// The stream of runtime releases that an app follows. A word that this version does not know is
/// kept as it is.
public struct UpdateChannel: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Releases meant for production.
  public static let stable = Self(rawValue: "stable")

  /// Releases ahead of stable; named by the vendor's 2026 documents.
  public static let preview = Self(rawValue: "preview")

  /// Builds of every night.
  public static let nightly = Self(rawValue: "nightly")

  /// Builds inside the vendor.
  public static let `internal` = Self(rawValue: "internal")

  /// Builds inside the vendor's sandbox; named only by the Dec 2025 schema.
  public static let internalSandbox = Self(rawValue: "internal-sandbox")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .stable,
    .preview,
    .nightly,
    .internal,
    .internalSandbox,
  ]
}

/// The channel of a container image. A word that this version does not know is kept as it is.
public struct ImageChannel: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Images for every plan; the default.
  public static let stable = Self(rawValue: "stable")

  /// Images for the enterprise plan.
  public static let enterprise = Self(rawValue: "enterprise")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .stable,
    .enterprise,
  ]
}

/// Where a deployment stands. A word that this version does not know is kept as it is.
public struct DeploymentStatus: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Accepted and waiting; the state that creation answers with.
  public static let queued = Self(rawValue: "queued")

  /// Being rolled out. With an error code it is still going on and waits for capacity.
  public static let inProgress = Self(rawValue: "in_progress")

  /// Rolled out. Final.
  public static let succeeded = Self(rawValue: "succeeded")

  /// Not rolled out. Final.
  public static let failed = Self(rawValue: "failed")

  /// A historical record that a newer deployment has replaced; not a state that a deployment starts
  /// in.
  public static let created = Self(rawValue: "created")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .queued,
    .inProgress,
    .succeeded,
    .failed,
    .created,
  ]

  /// Whether nothing more will happen after this.
  public var isTerminal: Bool {
    [.succeeded, .failed].contains(self)
  }
}

/// Why a deployment failed or is being held up. A word that this version does not know is kept as
/// it is.
public struct DeploymentErrorCode: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Not enough CPU at the moment; the platform goes on trying.
  public static let insufficientCPU = Self(rawValue: "insufficient_cpu")

  /// Not enough memory at the moment; the platform goes on trying.
  public static let insufficientMemory = Self(rawValue: "insufficient_memory")

  /// Not enough storage at the moment; the platform goes on trying.
  public static let insufficientStorage = Self(rawValue: "insufficient_storage")

  /// Not enough instances at the moment; the platform goes on trying.
  public static let insufficientInstances = Self(rawValue: "insufficient_instances")

  /// The app asks for more than any node has. Final.
  public static let podExceedsNodeCapacity = Self(rawValue: "pod_exceeds_node_capacity")

  /// The runtime did not start. Final.
  public static let unableToStart = Self(rawValue: "unable_to_start")

  /// The platform failed. Final.
  public static let internalError = Self(rawValue: "internal_error")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .insufficientCPU,
    .insufficientMemory,
    .insufficientStorage,
    .insufficientInstances,
    .podExceedsNodeCapacity,
    .unableToStart,
    .internalError,
  ]

  /// Whether this means waiting for capacity, which ends by itself.
  public var isCapacity: Bool {
    [.insufficientCPU, .insufficientMemory, .insufficientStorage, .insufficientInstances].contains(self)
  }
}

/// A role in an organization. A word that this version does not know is kept as it is.
public struct MemberRole: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Owns the organization; cannot be changed or removed through the API.
  public static let owner = Self(rawValue: "owner")

  /// Manages the organization.
  public static let admin = Self(rawValue: "admin")

  /// Works with the organization's apps; the default.
  public static let member = Self(rawValue: "member")

  /// Reads only.
  public static let viewer = Self(rawValue: "viewer")

  /// Manages billing; named by older documents.
  public static let billing = Self(rawValue: "billing")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .owner,
    .admin,
    .member,
    .viewer,
    .billing,
  ]
}

/// What a monitor watches. A word that this version does not know is kept as it is.
public struct MonitorTemplate: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Failures, evictions and restarts of instances.
  public static let instanceHealth = Self(rawValue: "instance_health")

  /// Memory of each instance, in percent of its limit.
  public static let memoryWorkingSet = Self(rawValue: "memory_working_set")

  /// CPU of each instance, in percent of its limit, which the app must have.
  public static let containerCPU = Self(rawValue: "container_cpu")

  /// Queries that fail, per second.
  public static let queryFailures = Self(rawValue: "query_failures")

  /// HTTP answers of 500 and above, per second.
  public static let http5xx = Self(rawValue: "http_5xx")

  /// Flight SQL requests that fail, per second.
  public static let flightFailures = Self(rawValue: "flight_failures")

  /// How long the slowest hundredth of queries takes, in milliseconds.
  public static let queryLatencyP99 = Self(rawValue: "query_latency_p99")

  /// Calls of models that fail, per second; the app must have a model.
  public static let llmFailures = Self(rawValue: "llm_failures")

  /// Refreshes that fail, for each dataset; the app must accelerate one.
  public static let datasetRefreshErrors = Self(rawValue: "dataset_refresh_errors")

  /// State of each dataset as a number: 0 initializing, 1 ready, 2 disabled, 3 error, 4 refreshing,
  /// 5 shutting down.
  public static let datasetStatus = Self(rawValue: "dataset_status")

  /// How long the slowest twentieth of queries takes; only monitors of old have it.
  public static let queryLatencyP95 = Self(rawValue: "query_latency_p95")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .instanceHealth,
    .memoryWorkingSet,
    .containerCPU,
    .queryFailures,
    .http5xx,
    .flightFailures,
    .queryLatencyP99,
    .llmFailures,
    .datasetRefreshErrors,
    .datasetStatus,
    .queryLatencyP95,
  ]
}

/// What a reaction watches. A word that this version does not know is kept as it is.
public struct ReactionTemplate: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Tasks that fail.
  public static let taskHistoryError = Self(rawValue: "task_history_error")

  /// Tasks that run out of time.
  public static let taskHistoryTimeout = Self(rawValue: "task_history_timeout")

  /// Tasks that take more milliseconds than the threshold.
  public static let taskHistorySlow = Self(rawValue: "task_history_slow")

  /// Rows of a dataset that match.
  public static let datasetRowMatch = Self(rawValue: "dataset_row_match")

  /// Results of a query over datasets.
  public static let datasetQuery = Self(rawValue: "dataset_query")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .taskHistoryError,
    .taskHistoryTimeout,
    .taskHistorySlow,
    .datasetRowMatch,
    .datasetQuery,
  ]
}

/// Whether a monitor or a reaction is switched on. A word that this version does not know is kept
/// as it is.
public struct AlertStatus: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// It is switched on; that says nothing of what it watches.
  public static let active = Self(rawValue: "active")

  /// It is switched off, and still counts towards the limit.
  public static let disabled = Self(rawValue: "disabled")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .active,
    .disabled,
  ]
}

/// How what is measured is compared with a threshold. A word that this version does not know is
/// kept as it is.
public struct Comparison: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Greater than the threshold.
  public static let GT = Self(rawValue: "GT")

  /// Greater than the threshold, or equal to it.
  public static let GEQ = Self(rawValue: "GEQ")

  /// Less than the threshold.
  public static let LT = Self(rawValue: "LT")

  /// Less than the threshold, or equal to it.
  public static let LEQ = Self(rawValue: "LEQ")

  /// Equal to the threshold.
  public static let EQ = Self(rawValue: "EQ")

  /// Not equal to the threshold.
  public static let NEQ = Self(rawValue: "NEQ")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .GT,
    .GEQ,
    .LT,
    .LEQ,
    .EQ,
    .NEQ,
  ]
}

/// How bad it is; it has no influence on who is told. A word that this version does not know is
/// kept as it is.
public struct AlertSeverity: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// A warning.
  public static let warn = Self(rawValue: "warn")

  /// Critical; the default.
  public static let critical = Self(rawValue: "critical")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .warn,
    .critical,
  ]
}

/// How people are told. A word that this version does not know is kept as it is.
public struct TargetKind: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// By e-mail.
  public static let email = Self(rawValue: "email")

  /// In a Slack channel; the organization must be connected to Slack.
  public static let slack = Self(rawValue: "slack")

  /// By a request to an HTTPS address.
  public static let http = Self(rawValue: "http")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .email,
    .slack,
    .http,
  ]
}

/// What has happened in a rotation. A word that this version does not know is kept as it is.
public struct RotationStep: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The keys were looked at, and nothing was changed yet.
  public static let started = Self(rawValue: "started")

  /// The key was replaced.
  public static let replaced = Self(rawValue: "replaced")

  /// Clients were given the key.
  public static let distributed = Self(rawValue: "distributed")

  /// The key has passed.
  public static let verified = Self(rawValue: "verified")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .started,
    .replaced,
    .distributed,
    .verified,
  ]
}

/// How scopes were found out. A word that this version does not know is kept as it is.
public struct ScopeSource: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The token says so.
  public static let claims = Self(rawValue: "claims")

  /// Reads were tried.
  public static let probes = Self(rawValue: "probes")

  /// There was no way to tell.
  public static let undetermined = Self(rawValue: "undetermined")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .claims,
    .probes,
    .undetermined,
  ]
}

/// What a client signs in with. A word that this version does not know is kept as it is.
public struct CredentialKind: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// A fixed token.
  public static let token = Self(rawValue: "token")

  /// Client credentials, for which tokens are fetched.
  public static let clientCredentials = Self(rawValue: "client_credentials")

  /// A function that gives tokens.
  public static let tokenProvider = Self(rawValue: "token_provider")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .token,
    .clientCredentials,
    .tokenProvider,
  ]
}

/// What is done. A word that this version does not know is kept as it is.
public struct PlannedAction: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// It is made.
  public static let create = Self(rawValue: "create")

  /// It is changed.
  public static let update = Self(rawValue: "update")

  /// It is removed.
  public static let delete = Self(rawValue: "delete")

  /// The app is deployed.
  public static let deploy = Self(rawValue: "deploy")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .create,
    .update,
    .delete,
    .deploy,
  ]
}

/// How something was found. A word that this version does not know is kept as it is.
public struct CheckOutcome: Word {
  /// The word as the API writes it.
  public let rawValue: String

  /// What a word of the API means.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// As it should be.
  public static let ok = Self(rawValue: "ok")

  /// It works, and may not for long.
  public static let warning = Self(rawValue: "warning")

  /// It does not work.
  public static let failed = Self(rawValue: "failed")

  /// It could not be looked at.
  public static let skipped = Self(rawValue: "skipped")

  /// Every word that this version knows.
  public static let known: [Self] = [
    .ok,
    .warning,
    .failed,
    .skipped,
  ]
}
