// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/* The sets of words that the API uses. Words that are not listed are kept as they are. */

/** Who may see an app. A word that this version does not know is kept as it is. */
export type Visibility = 'public' | 'private' | (string & {});

/** What is known of Visibility. */
export const Visibility = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** Anyone may see the app. */
    'public',
    /** Only members of the organization may see the app; the default. */
    'private',
  ] as const),
});

/**
 * The stream of runtime releases that an app follows. A word that this version does not know is
 * kept as it is.
 */
export type UpdateChannel =
  | 'stable'
  | 'preview'
  | 'nightly'
  | 'internal'
  | 'internal-sandbox'
  | (string & {});

/** What is known of UpdateChannel. */
export const UpdateChannel = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** Releases meant for production. */
    'stable',
    /** Releases ahead of stable; named by the vendor's 2026 documents. */
    'preview',
    /** Builds of every night. */
    'nightly',
    /** Builds inside the vendor. */
    'internal',
    /** Builds inside the vendor's sandbox; named only by the Dec 2025 schema. */
    'internal-sandbox',
  ] as const),
});

/** The channel of a container image. A word that this version does not know is kept as it is. */
export type ImageChannel = 'stable' | 'enterprise' | (string & {});

/** What is known of ImageChannel. */
export const ImageChannel = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** Images for every plan; the default. */
    'stable',
    /** Images for the enterprise plan. */
    'enterprise',
  ] as const),
});

/** Where a deployment stands. A word that this version does not know is kept as it is. */
export type DeploymentStatus =
  | 'queued'
  | 'in_progress'
  | 'succeeded'
  | 'failed'
  | 'created'
  | (string & {});

/** What is known of DeploymentStatus. */
export const DeploymentStatus = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** Accepted and waiting; the state that creation answers with. */
    'queued',
    /** Being rolled out. With an error code it is still going on and waits for capacity. */
    'in_progress',
    /** Rolled out. Final. */
    'succeeded',
    /** Not rolled out. Final. */
    'failed',
    /**
     * A historical record that a newer deployment has replaced; not a state that a deployment
     * starts in.
     */
    'created',
  ] as const),
  /** Whether nothing more will happen after this. */
  isTerminal(word: DeploymentStatus): boolean {
    return word === 'succeeded' || word === 'failed';
  },
});

/**
 * Why a deployment failed or is being held up. A word that this version does not know is kept as it
 * is.
 */
export type DeploymentErrorCode =
  | 'insufficient_cpu'
  | 'insufficient_memory'
  | 'insufficient_storage'
  | 'insufficient_instances'
  | 'pod_exceeds_node_capacity'
  | 'unable_to_start'
  | 'internal_error'
  | (string & {});

/** What is known of DeploymentErrorCode. */
export const DeploymentErrorCode = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** Not enough CPU at the moment; the platform goes on trying. */
    'insufficient_cpu',
    /** Not enough memory at the moment; the platform goes on trying. */
    'insufficient_memory',
    /** Not enough storage at the moment; the platform goes on trying. */
    'insufficient_storage',
    /** Not enough instances at the moment; the platform goes on trying. */
    'insufficient_instances',
    /** The app asks for more than any node has. Final. */
    'pod_exceeds_node_capacity',
    /** The runtime did not start. Final. */
    'unable_to_start',
    /** The platform failed. Final. */
    'internal_error',
  ] as const),
  /** Whether this means waiting for capacity, which ends by itself. */
  isCapacity(word: DeploymentErrorCode): boolean {
    return (
      word === 'insufficient_cpu' ||
      word === 'insufficient_memory' ||
      word === 'insufficient_storage' ||
      word === 'insufficient_instances'
    );
  },
});

/** A role in an organization. A word that this version does not know is kept as it is. */
export type MemberRole = 'owner' | 'admin' | 'member' | 'viewer' | 'billing' | (string & {});

/** What is known of MemberRole. */
export const MemberRole = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** Owns the organization; cannot be changed or removed through the API. */
    'owner',
    /** Manages the organization. */
    'admin',
    /** Works with the organization's apps; the default. */
    'member',
    /** Reads only. */
    'viewer',
    /** Manages billing; named by older documents. */
    'billing',
  ] as const),
});

/** What a monitor watches. A word that this version does not know is kept as it is. */
export type MonitorTemplate =
  | 'instance_health'
  | 'memory_working_set'
  | 'container_cpu'
  | 'query_failures'
  | 'http_5xx'
  | 'flight_failures'
  | 'query_latency_p99'
  | 'llm_failures'
  | 'dataset_refresh_errors'
  | 'dataset_status'
  | 'query_latency_p95'
  | (string & {});

/** What is known of MonitorTemplate. */
export const MonitorTemplate = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** Failures, evictions and restarts of instances. */
    'instance_health',
    /** Memory of each instance, in percent of its limit. */
    'memory_working_set',
    /** CPU of each instance, in percent of its limit, which the app must have. */
    'container_cpu',
    /** Queries that fail, per second. */
    'query_failures',
    /** HTTP answers of 500 and above, per second. */
    'http_5xx',
    /** Flight SQL requests that fail, per second. */
    'flight_failures',
    /** How long the slowest hundredth of queries takes, in milliseconds. */
    'query_latency_p99',
    /** Calls of models that fail, per second; the app must have a model. */
    'llm_failures',
    /** Refreshes that fail, for each dataset; the app must accelerate one. */
    'dataset_refresh_errors',
    /**
     * State of each dataset as a number: 0 initializing, 1 ready, 2 disabled, 3 error, 4
     * refreshing, 5 shutting down.
     */
    'dataset_status',
    /** How long the slowest twentieth of queries takes; only monitors of old have it. */
    'query_latency_p95',
  ] as const),
});

/** What a reaction watches. A word that this version does not know is kept as it is. */
export type ReactionTemplate =
  | 'task_history_error'
  | 'task_history_timeout'
  | 'task_history_slow'
  | 'dataset_row_match'
  | 'dataset_query'
  | (string & {});

/** What is known of ReactionTemplate. */
export const ReactionTemplate = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** Tasks that fail. */
    'task_history_error',
    /** Tasks that run out of time. */
    'task_history_timeout',
    /** Tasks that take more milliseconds than the threshold. */
    'task_history_slow',
    /** Rows of a dataset that match. */
    'dataset_row_match',
    /** Results of a query over datasets. */
    'dataset_query',
  ] as const),
});

/**
 * Whether a monitor or a reaction is switched on. A word that this version does not know is kept as
 * it is.
 */
export type AlertStatus = 'active' | 'disabled' | (string & {});

/** What is known of AlertStatus. */
export const AlertStatus = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** It is switched on; that says nothing of what it watches. */
    'active',
    /** It is switched off, and still counts towards the limit. */
    'disabled',
  ] as const),
});

/**
 * How what is measured is compared with a threshold. A word that this version does not know is kept
 * as it is.
 */
export type Comparison = 'GT' | 'GEQ' | 'LT' | 'LEQ' | 'EQ' | 'NEQ' | (string & {});

/** What is known of Comparison. */
export const Comparison = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** Greater than the threshold. */
    'GT',
    /** Greater than the threshold, or equal to it. */
    'GEQ',
    /** Less than the threshold. */
    'LT',
    /** Less than the threshold, or equal to it. */
    'LEQ',
    /** Equal to the threshold. */
    'EQ',
    /** Not equal to the threshold. */
    'NEQ',
  ] as const),
});

/**
 * How bad it is; it has no influence on who is told. A word that this version does not know is kept
 * as it is.
 */
export type AlertSeverity = 'warn' | 'critical' | (string & {});

/** What is known of AlertSeverity. */
export const AlertSeverity = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** A warning. */
    'warn',
    /** Critical; the default. */
    'critical',
  ] as const),
});

/** How people are told. A word that this version does not know is kept as it is. */
export type TargetKind = 'email' | 'slack' | 'http' | (string & {});

/** What is known of TargetKind. */
export const TargetKind = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** By e-mail. */
    'email',
    /** In a Slack channel; the organization must be connected to Slack. */
    'slack',
    /** By a request to an HTTPS address. */
    'http',
  ] as const),
});

/** What has happened in a rotation. A word that this version does not know is kept as it is. */
export type RotationStep = 'started' | 'replaced' | 'distributed' | 'verified' | (string & {});

/** What is known of RotationStep. */
export const RotationStep = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** The keys were looked at, and nothing was changed yet. */
    'started',
    /** The key was replaced. */
    'replaced',
    /** Clients were given the key. */
    'distributed',
    /** The key has passed. */
    'verified',
  ] as const),
});

/** How scopes were found out. A word that this version does not know is kept as it is. */
export type ScopeSource = 'claims' | 'probes' | 'undetermined' | (string & {});

/** What is known of ScopeSource. */
export const ScopeSource = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** The token says so. */
    'claims',
    /** Reads were tried. */
    'probes',
    /** There was no way to tell. */
    'undetermined',
  ] as const),
});

/** What a client signs in with. A word that this version does not know is kept as it is. */
export type CredentialKind = 'token' | 'client_credentials' | 'token_provider' | (string & {});

/** What is known of CredentialKind. */
export const CredentialKind = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** A fixed token. */
    'token',
    /** Client credentials, for which tokens are fetched. */
    'client_credentials',
    /** A function that gives tokens. */
    'token_provider',
  ] as const),
});

/** What is done. A word that this version does not know is kept as it is. */
export type PlannedAction = 'create' | 'update' | 'delete' | 'deploy' | (string & {});

/** What is known of PlannedAction. */
export const PlannedAction = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** It is made. */
    'create',
    /** It is changed. */
    'update',
    /** It is removed. */
    'delete',
    /** The app is deployed. */
    'deploy',
  ] as const),
});

/** How something was found. A word that this version does not know is kept as it is. */
export type CheckOutcome = 'ok' | 'warning' | 'failed' | 'skipped' | (string & {});

/** What is known of CheckOutcome. */
export const CheckOutcome = Object.freeze({
  /** The words that this version knows. */
  known: Object.freeze([
    /** As it should be. */
    'ok',
    /** It works, and may not for long. */
    'warning',
    /** It does not work. */
    'failed',
    /** It could not be looked at. */
    'skipped',
  ] as const),
});
