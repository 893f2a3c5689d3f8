// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

// The sets of words that the API uses. Words that are not listed are kept as they are.

/** Who may see an app. A word that this version does not know is [Unknown]. */
public sealed interface Visibility : Word {
    /** Anyone may see the app. */
    public data object Public : Visibility {
        override val value: String = "public"

        override fun toString(): String = value
    }

    /** Only members of the organization may see the app; the default. */
    public data object Private : Visibility {
        override val value: String = "private"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : Visibility {
        override fun toString(): String = value
    }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<Visibility> by lazy {
            listOf(
                Public,
                Private,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): Visibility =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}

/**
 * The stream of runtime releases that an app follows. A word that this version does not know is
 * [Unknown].
 */
public sealed interface UpdateChannel : Word {
    /** Releases meant for production. */
    public data object Stable : UpdateChannel {
        override val value: String = "stable"

        override fun toString(): String = value
    }

    /** Releases ahead of stable; named by the vendor's 2026 documents. */
    public data object Preview : UpdateChannel {
        override val value: String = "preview"

        override fun toString(): String = value
    }

    /** Builds of every night. */
    public data object Nightly : UpdateChannel {
        override val value: String = "nightly"

        override fun toString(): String = value
    }

    /** Builds inside the vendor. */
    public data object Internal : UpdateChannel {
        override val value: String = "internal"

        override fun toString(): String = value
    }

    /** Builds inside the vendor's sandbox; named only by the Dec 2025 schema. */
    public data object InternalSandbox : UpdateChannel {
        override val value: String = "internal-sandbox"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : UpdateChannel {
        override fun toString(): String = value
    }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<UpdateChannel> by lazy {
            listOf(
                Stable,
                Preview,
                Nightly,
                Internal,
                InternalSandbox,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): UpdateChannel =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}

/** The channel of a container image. A word that this version does not know is [Unknown]. */
public sealed interface ImageChannel : Word {
    /** Images for every plan; the default. */
    public data object Stable : ImageChannel {
        override val value: String = "stable"

        override fun toString(): String = value
    }

    /** Images for the enterprise plan. */
    public data object Enterprise : ImageChannel {
        override val value: String = "enterprise"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : ImageChannel {
        override fun toString(): String = value
    }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<ImageChannel> by lazy {
            listOf(
                Stable,
                Enterprise,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): ImageChannel =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}

/** Where a deployment stands. A word that this version does not know is [Unknown]. */
public sealed interface DeploymentStatus : Word {
    /** Accepted and waiting; the state that creation answers with. */
    public data object Queued : DeploymentStatus {
        override val value: String = "queued"

        override fun toString(): String = value
    }

    /** Being rolled out. With an error code it is still going on and waits for capacity. */
    public data object InProgress : DeploymentStatus {
        override val value: String = "in_progress"

        override fun toString(): String = value
    }

    /** Rolled out. Final. */
    public data object Succeeded : DeploymentStatus {
        override val value: String = "succeeded"

        override fun toString(): String = value
    }

    /** Not rolled out. Final. */
    public data object Failed : DeploymentStatus {
        override val value: String = "failed"

        override fun toString(): String = value
    }

    /**
     * A historical record that a newer deployment has replaced; not a state that a deployment
     * starts in.
     */
    public data object Created : DeploymentStatus {
        override val value: String = "created"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : DeploymentStatus {
        override fun toString(): String = value
    }

    /** Whether nothing more will happen after this. */
    public val isTerminal: Boolean
        get() =
            when (this) {
                Succeeded,
                Failed,
                -> true

                else -> false
            }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<DeploymentStatus> by lazy {
            listOf(
                Queued,
                InProgress,
                Succeeded,
                Failed,
                Created,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): DeploymentStatus =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}

/**
 * Why a deployment failed or is being held up. A word that this version does not know is [Unknown].
 */
public sealed interface DeploymentErrorCode : Word {
    /** Not enough CPU at the moment; the platform goes on trying. */
    public data object InsufficientCpu : DeploymentErrorCode {
        override val value: String = "insufficient_cpu"

        override fun toString(): String = value
    }

    /** Not enough memory at the moment; the platform goes on trying. */
    public data object InsufficientMemory : DeploymentErrorCode {
        override val value: String = "insufficient_memory"

        override fun toString(): String = value
    }

    /** Not enough storage at the moment; the platform goes on trying. */
    public data object InsufficientStorage : DeploymentErrorCode {
        override val value: String = "insufficient_storage"

        override fun toString(): String = value
    }

    /** Not enough instances at the moment; the platform goes on trying. */
    public data object InsufficientInstances : DeploymentErrorCode {
        override val value: String = "insufficient_instances"

        override fun toString(): String = value
    }

    /** The app asks for more than any node has. Final. */
    public data object PodExceedsNodeCapacity : DeploymentErrorCode {
        override val value: String = "pod_exceeds_node_capacity"

        override fun toString(): String = value
    }

    /** The runtime did not start. Final. */
    public data object UnableToStart : DeploymentErrorCode {
        override val value: String = "unable_to_start"

        override fun toString(): String = value
    }

    /** The platform failed. Final. */
    public data object InternalError : DeploymentErrorCode {
        override val value: String = "internal_error"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : DeploymentErrorCode {
        override fun toString(): String = value
    }

    /** Whether this means waiting for capacity, which ends by itself. */
    public val isCapacity: Boolean
        get() =
            when (this) {
                InsufficientCpu,
                InsufficientMemory,
                InsufficientStorage,
                InsufficientInstances,
                -> true

                else -> false
            }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<DeploymentErrorCode> by lazy {
            listOf(
                InsufficientCpu,
                InsufficientMemory,
                InsufficientStorage,
                InsufficientInstances,
                PodExceedsNodeCapacity,
                UnableToStart,
                InternalError,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): DeploymentErrorCode =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}

/** A role in an organization. A word that this version does not know is [Unknown]. */
public sealed interface MemberRole : Word {
    /** Owns the organization; cannot be changed or removed through the API. */
    public data object Owner : MemberRole {
        override val value: String = "owner"

        override fun toString(): String = value
    }

    /** Manages the organization. */
    public data object Admin : MemberRole {
        override val value: String = "admin"

        override fun toString(): String = value
    }

    /** Works with the organization's apps; the default. */
    public data object Member : MemberRole {
        override val value: String = "member"

        override fun toString(): String = value
    }

    /** Reads only. */
    public data object Viewer : MemberRole {
        override val value: String = "viewer"

        override fun toString(): String = value
    }

    /** Manages billing; named by older documents. */
    public data object Billing : MemberRole {
        override val value: String = "billing"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : MemberRole {
        override fun toString(): String = value
    }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<MemberRole> by lazy {
            listOf(
                Owner,
                Admin,
                Member,
                Viewer,
                Billing,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): MemberRole =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}

/** What a monitor watches. A word that this version does not know is [Unknown]. */
public sealed interface MonitorTemplate : Word {
    /** Failures, evictions and restarts of instances. */
    public data object InstanceHealth : MonitorTemplate {
        override val value: String = "instance_health"

        override fun toString(): String = value
    }

    /** Memory of each instance, in percent of its limit. */
    public data object MemoryWorkingSet : MonitorTemplate {
        override val value: String = "memory_working_set"

        override fun toString(): String = value
    }

    /** CPU of each instance, in percent of its limit, which the app must have. */
    public data object ContainerCpu : MonitorTemplate {
        override val value: String = "container_cpu"

        override fun toString(): String = value
    }

    /** Queries that fail, per second. */
    public data object QueryFailures : MonitorTemplate {
        override val value: String = "query_failures"

        override fun toString(): String = value
    }

    /** HTTP answers of 500 and above, per second. */
    public data object Http5xx : MonitorTemplate {
        override val value: String = "http_5xx"

        override fun toString(): String = value
    }

    /** Flight SQL requests that fail, per second. */
    public data object FlightFailures : MonitorTemplate {
        override val value: String = "flight_failures"

        override fun toString(): String = value
    }

    /** How long the slowest hundredth of queries takes, in milliseconds. */
    public data object QueryLatencyP99 : MonitorTemplate {
        override val value: String = "query_latency_p99"

        override fun toString(): String = value
    }

    /** Calls of models that fail, per second; the app must have a model. */
    public data object LlmFailures : MonitorTemplate {
        override val value: String = "llm_failures"

        override fun toString(): String = value
    }

    /** Refreshes that fail, for each dataset; the app must accelerate one. */
    public data object DatasetRefreshErrors : MonitorTemplate {
        override val value: String = "dataset_refresh_errors"

        override fun toString(): String = value
    }

    /**
     * State of each dataset as a number: 0 initializing, 1 ready, 2 disabled, 3 error, 4
     * refreshing, 5 shutting down.
     */
    public data object DatasetStatus : MonitorTemplate {
        override val value: String = "dataset_status"

        override fun toString(): String = value
    }

    /** How long the slowest twentieth of queries takes; only monitors of old have it. */
    public data object QueryLatencyP95 : MonitorTemplate {
        override val value: String = "query_latency_p95"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : MonitorTemplate {
        override fun toString(): String = value
    }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<MonitorTemplate> by lazy {
            listOf(
                InstanceHealth,
                MemoryWorkingSet,
                ContainerCpu,
                QueryFailures,
                Http5xx,
                FlightFailures,
                QueryLatencyP99,
                LlmFailures,
                DatasetRefreshErrors,
                DatasetStatus,
                QueryLatencyP95,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): MonitorTemplate =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}

/** What a reaction watches. A word that this version does not know is [Unknown]. */
public sealed interface ReactionTemplate : Word {
    /** Tasks that fail. */
    public data object TaskHistoryError : ReactionTemplate {
        override val value: String = "task_history_error"

        override fun toString(): String = value
    }

    /** Tasks that run out of time. */
    public data object TaskHistoryTimeout : ReactionTemplate {
        override val value: String = "task_history_timeout"

        override fun toString(): String = value
    }

    /** Tasks that take more milliseconds than the threshold. */
    public data object TaskHistorySlow : ReactionTemplate {
        override val value: String = "task_history_slow"

        override fun toString(): String = value
    }

    /** Rows of a dataset that match. */
    public data object DatasetRowMatch : ReactionTemplate {
        override val value: String = "dataset_row_match"

        override fun toString(): String = value
    }

    /** Results of a query over datasets. */
    public data object DatasetQuery : ReactionTemplate {
        override val value: String = "dataset_query"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : ReactionTemplate {
        override fun toString(): String = value
    }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<ReactionTemplate> by lazy {
            listOf(
                TaskHistoryError,
                TaskHistoryTimeout,
                TaskHistorySlow,
                DatasetRowMatch,
                DatasetQuery,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): ReactionTemplate =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}

/**
 * Whether a monitor or a reaction is switched on. A word that this version does not know is
 * [Unknown].
 */
public sealed interface AlertStatus : Word {
    /** It is switched on; that says nothing of what it watches. */
    public data object Active : AlertStatus {
        override val value: String = "active"

        override fun toString(): String = value
    }

    /** It is switched off, and still counts towards the limit. */
    public data object Disabled : AlertStatus {
        override val value: String = "disabled"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : AlertStatus {
        override fun toString(): String = value
    }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<AlertStatus> by lazy {
            listOf(
                Active,
                Disabled,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): AlertStatus =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}

/**
 * How what is measured is compared with a threshold. A word that this version does not know is
 * [Unknown].
 */
public sealed interface Comparison : Word {
    /** Greater than the threshold. */
    public data object GT : Comparison {
        override val value: String = "GT"

        override fun toString(): String = value
    }

    /** Greater than the threshold, or equal to it. */
    public data object GEQ : Comparison {
        override val value: String = "GEQ"

        override fun toString(): String = value
    }

    /** Less than the threshold. */
    public data object LT : Comparison {
        override val value: String = "LT"

        override fun toString(): String = value
    }

    /** Less than the threshold, or equal to it. */
    public data object LEQ : Comparison {
        override val value: String = "LEQ"

        override fun toString(): String = value
    }

    /** Equal to the threshold. */
    public data object EQ : Comparison {
        override val value: String = "EQ"

        override fun toString(): String = value
    }

    /** Not equal to the threshold. */
    public data object NEQ : Comparison {
        override val value: String = "NEQ"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : Comparison {
        override fun toString(): String = value
    }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<Comparison> by lazy {
            listOf(
                GT,
                GEQ,
                LT,
                LEQ,
                EQ,
                NEQ,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): Comparison =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}

/**
 * How bad it is; it has no influence on who is told. A word that this version does not know is
 * [Unknown].
 */
public sealed interface AlertSeverity : Word {
    /** A warning. */
    public data object Warn : AlertSeverity {
        override val value: String = "warn"

        override fun toString(): String = value
    }

    /** Critical; the default. */
    public data object Critical : AlertSeverity {
        override val value: String = "critical"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : AlertSeverity {
        override fun toString(): String = value
    }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<AlertSeverity> by lazy {
            listOf(
                Warn,
                Critical,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): AlertSeverity =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}

/** How people are told. A word that this version does not know is [Unknown]. */
public sealed interface TargetKind : Word {
    /** By e-mail. */
    public data object Email : TargetKind {
        override val value: String = "email"

        override fun toString(): String = value
    }

    /** In a Slack channel; the organization must be connected to Slack. */
    public data object Slack : TargetKind {
        override val value: String = "slack"

        override fun toString(): String = value
    }

    /** By a request to an HTTPS address. */
    public data object Http : TargetKind {
        override val value: String = "http"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : TargetKind {
        override fun toString(): String = value
    }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<TargetKind> by lazy {
            listOf(
                Email,
                Slack,
                Http,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): TargetKind =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}

/** What has happened in a rotation. A word that this version does not know is [Unknown]. */
public sealed interface RotationStep : Word {
    /** The keys were looked at, and nothing was changed yet. */
    public data object Started : RotationStep {
        override val value: String = "started"

        override fun toString(): String = value
    }

    /** The key was replaced. */
    public data object Replaced : RotationStep {
        override val value: String = "replaced"

        override fun toString(): String = value
    }

    /** Clients were given the key. */
    public data object Distributed : RotationStep {
        override val value: String = "distributed"

        override fun toString(): String = value
    }

    /** The key has passed. */
    public data object Verified : RotationStep {
        override val value: String = "verified"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : RotationStep {
        override fun toString(): String = value
    }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<RotationStep> by lazy {
            listOf(
                Started,
                Replaced,
                Distributed,
                Verified,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): RotationStep =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}

/** How scopes were found out. A word that this version does not know is [Unknown]. */
public sealed interface ScopeSource : Word {
    /** The token says so. */
    public data object Claims : ScopeSource {
        override val value: String = "claims"

        override fun toString(): String = value
    }

    /** Reads were tried. */
    public data object Probes : ScopeSource {
        override val value: String = "probes"

        override fun toString(): String = value
    }

    /** There was no way to tell. */
    public data object Undetermined : ScopeSource {
        override val value: String = "undetermined"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : ScopeSource {
        override fun toString(): String = value
    }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<ScopeSource> by lazy {
            listOf(
                Claims,
                Probes,
                Undetermined,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): ScopeSource =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}

/** What a client signs in with. A word that this version does not know is [Unknown]. */
public sealed interface CredentialKind : Word {
    /** A fixed token. */
    public data object Token : CredentialKind {
        override val value: String = "token"

        override fun toString(): String = value
    }

    /** Client credentials, for which tokens are fetched. */
    public data object ClientCredentials : CredentialKind {
        override val value: String = "client_credentials"

        override fun toString(): String = value
    }

    /** A function that gives tokens. */
    public data object TokenProvider : CredentialKind {
        override val value: String = "token_provider"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : CredentialKind {
        override fun toString(): String = value
    }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<CredentialKind> by lazy {
            listOf(
                Token,
                ClientCredentials,
                TokenProvider,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): CredentialKind =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}

/** What is done. A word that this version does not know is [Unknown]. */
public sealed interface PlannedAction : Word {
    /** It is made. */
    public data object Create : PlannedAction {
        override val value: String = "create"

        override fun toString(): String = value
    }

    /** It is changed. */
    public data object Update : PlannedAction {
        override val value: String = "update"

        override fun toString(): String = value
    }

    /** It is removed. */
    public data object Delete : PlannedAction {
        override val value: String = "delete"

        override fun toString(): String = value
    }

    /** The app is deployed. */
    public data object Deploy : PlannedAction {
        override val value: String = "deploy"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : PlannedAction {
        override fun toString(): String = value
    }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<PlannedAction> by lazy {
            listOf(
                Create,
                Update,
                Delete,
                Deploy,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): PlannedAction =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}

/** How something was found. A word that this version does not know is [Unknown]. */
public sealed interface CheckOutcome : Word {
    /** As it should be. */
    public data object Ok : CheckOutcome {
        override val value: String = "ok"

        override fun toString(): String = value
    }

    /** It works, and may not for long. */
    public data object Warning : CheckOutcome {
        override val value: String = "warning"

        override fun toString(): String = value
    }

    /** It does not work. */
    public data object Failed : CheckOutcome {
        override val value: String = "failed"

        override fun toString(): String = value
    }

    /** It could not be looked at. */
    public data object Skipped : CheckOutcome {
        override val value: String = "skipped"

        override fun toString(): String = value
    }

    /**
     * A word that this version does not know.
     *
     * @property value The word.
     */
    @ConsistentCopyVisibility
    public data class Unknown internal constructor(
        override val value: String,
    ) : CheckOutcome {
        override fun toString(): String = value
    }

    /** The words that are known, and how to get from words to these. */
    public companion object {
        /** Every word that this version knows. */
        @JvmStatic
        public val known: List<CheckOutcome> by lazy {
            listOf(
                Ok,
                Warning,
                Failed,
                Skipped,
            )
        }

        /** What a word of the API means. */
        @JvmStatic
        public fun of(word: String): CheckOutcome =
            known.firstOrNull { it.value == word } ?: Unknown(word)
    }
}
