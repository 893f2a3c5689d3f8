// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/* What the API answers with, and the parts of it that people build too. */

import type { Meta } from '../results.js';
import type { Secret } from '../secret.js';
import type {
  AlertSeverity,
  AlertStatus,
  CheckOutcome,
  Comparison,
  CredentialKind,
  DeploymentErrorCode,
  DeploymentStatus,
  ImageChannel,
  MemberRole,
  MonitorTemplate,
  PlannedAction,
  ReactionTemplate,
  RotationStep,
  ScopeSource,
  TargetKind,
  UpdateChannel,
  Visibility,
} from './enums.js';

/**
 * Whether the API answers. Members that this version does not know stay on the object, under the
 * API's names.
 */
export interface Health {
  /** `ok` when healthy. */
  readonly status: string;
  /** The server's time. */
  readonly timestamp?: Date | undefined;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/**
 * What the organization's plan allows. Members that the documents do not name are kept as extra
 * fields. Members that this version does not know stay on the object, under the API's names.
 */
export interface Limits {
  /** How many apps. */
  readonly apps?: number | undefined;
  /** How many replicas. */
  readonly replicas?: number | undefined;
  /** How many spicepods. */
  readonly spicepods?: number | undefined;
  /** How many users; -1 means no limit. */
  readonly users?: number | undefined;
  /** API requests per second. */
  readonly apiRps?: number | undefined;
  /** Limit of one request, in seconds. */
  readonly requestTimeoutSecs?: number | undefined;
  /** Limit of one SQL query, in seconds. */
  readonly sqlQueryTimeoutSecs?: number | undefined;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/** A place where apps can run. */
export interface Region {
  /** Display name, such as `US West`. */
  readonly name: string;
  /** Identifier to pass when an app is created, such as `us-west-2`. */
  readonly region: string;
  /**
   * Internal name whose host is `https://<cname>.spiceai.io`; older documents want it instead of
   * `region`.
   */
  readonly cname?: string | undefined;
  /** Cloud provider, such as `aws`. */
  readonly provider?: string | undefined;
  /** Display name of the provider. */
  readonly providerName?: string | undefined;
  /** Whether apps without a region go here. */
  readonly isDefault?: boolean | undefined;
  /** Whether new apps are refused here. */
  readonly disabled?: boolean | undefined;
}

/**
 * The regions and which of them is the default. Members that this version does not know stay on the
 * object, under the API's names.
 */
export interface Regions {
  /** Every region that the organization may use. */
  readonly regions: readonly Region[];
  /** Identifier of the default region. */
  readonly default?: string | undefined;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/** A published build of the Spice runtime. */
export interface ContainerImage {
  /** Full image name. */
  readonly name?: string | undefined;
  /** Tag to pass as `imageTag`. */
  readonly tag: string;
  /** The channel of a container image. */
  readonly channel?: ImageChannel | undefined;
}

/**
 * The images of a channel and which of them is the default. Members that this version does not know
 * stay on the object, under the API's names.
 */
export interface ContainerImages {
  /** Images, newest first. */
  readonly images: readonly ContainerImage[];
  /** Tag of the default image. */
  readonly default?: string | undefined;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/**
 * An organization that the caller belongs to. Members that this version does not know stay on the
 * object, under the API's names.
 */
export interface Org {
  /** Identifier. */
  readonly id?: number | undefined;
  /** Handle; what the `X-Org-Name` header takes. */
  readonly name: string;
  /** Display name; only tolerated by a vendor client, not documented. */
  readonly displayName?: string | undefined;
  /** A role in an organization. */
  readonly role?: MemberRole | undefined;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/**
 * A dedicated cluster of the organization. Members that this version does not know stay on the
 * object, under the API's names.
 */
export interface Cluster {
  /** Name to pass as `clusterName` when an app is created. */
  readonly clusterName: string;
  /** Region of the cluster. */
  readonly region?: string | undefined;
  /** Cloud provider. */
  readonly cloudProvider?: string | undefined;
  /** Data-plane address. */
  readonly endpoint?: string | undefined;
  /** When it was created. */
  readonly createdAt?: Date | undefined;
  /** When it was last changed. */
  readonly updatedAt?: Date | undefined;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/** Amounts in Kubernetes notation. */
export interface ResourceQuantities {
  /** CPU, such as `2` or `500m`. */
  readonly cpu?: string | undefined;
  /** Memory, such as `16Gi`. */
  readonly memory?: string | undefined;
  /** Scratch storage, such as `10Gi`. */
  readonly ephemeralStorage?: string | undefined;
}

/** What one replica may use. */
export interface Resources {
  /** Amounts in Kubernetes notation. */
  readonly limits?: ResourceQuantities | undefined;
  /** Amounts in Kubernetes notation. */
  readonly requests?: ResourceQuantities | undefined;
}

/** Executors of a distributed app. */
export interface Executor {
  /** How many executors. */
  readonly replicas?: number | undefined;
  /** What one replica may use. */
  readonly resources?: Resources | undefined;
  /** Storage of each executor, in gigabytes. */
  readonly storageSizeGb?: number | undefined;
}

/** How an app runs. Answers nest it; requests take its members flat. */
export interface AppConfig {
  /** The manifest: an object, or YAML text as it was sent. */
  readonly spicepod?: unknown;
  /** Image registry. */
  readonly registry?: string | undefined;
  /** Image name. */
  readonly image?: string | undefined;
  /** Pinned runtime version; nothing when the channel decides. */
  readonly imageTag?: string | undefined;
  /** Stream of releases that the app follows. */
  readonly updateChannel?: UpdateChannel | undefined;
  /** Runtime version range, such as `2.x`. */
  readonly version?: string | undefined;
  /** How many replicas. */
  readonly replicas?: number | undefined;
  /** What one replica may use. */
  readonly resources?: Resources | undefined;
  /** Executors of a distributed app. */
  readonly executor?: Executor | undefined;
  /** Region that the app runs in. */
  readonly region?: string | undefined;
  /** Dedicated cluster that the app runs on. */
  readonly clusterName?: string | undefined;
  /** Node group. */
  readonly nodeGroup?: string | undefined;
  /** Persistent storage, in gigabytes. */
  readonly storageSizeGb?: number | undefined;
  /**
   * Older name of `storageSizeGb`.
   *
   * @deprecated
   */
  readonly storageClaimSizeGb?: number | undefined;
}

/** The app that an app was forked from. */
export interface ForkSource {
  /** Identifier. */
  readonly id?: number | undefined;
  /** Name. */
  readonly name?: string | undefined;
}

/**
 * A Spice app (called a project since Aug 2026). Lists leave `config` out. Members that this
 * version does not know stay on the object, under the API's names.
 */
export interface App {
  /** Identifier. */
  readonly id: number;
  /** Name, unique in the organization whatever the case. */
  readonly name: string;
  /** Free text. */
  readonly description?: string | undefined;
  /** Who may see an app. */
  readonly visibility?: Visibility | undefined;
  /**
   * When it was created. An app whose name had been deleted before may come back with its old time.
   */
  readonly createdAt?: Date | undefined;
  /** Region that the app runs in. */
  readonly region?: string | undefined;
  /** Internal name of the region's data host. */
  readonly cname?: string | undefined;
  /** Identifier of the dedicated cluster. */
  readonly clusterId?: string | undefined;
  /** Dedicated cluster. */
  readonly clusterName?: string | undefined;
  /** Data-plane address of the app (2026). */
  readonly endpoint?: string | undefined;
  /** Git branch that production follows. */
  readonly productionBranch?: string | undefined;
  /**
   * Primary runtime key; older servers put it here.
   *
   * @deprecated
   */
  readonly apiKey?: Secret | undefined;
  /** Free key-value pairs. */
  readonly tags: Readonly<Record<string, string>>;
  /** Set when the app was created but its first configuration was not applied. */
  readonly warning?: string | undefined;
  /** The app that this one was forked from. */
  readonly forkedFrom?: ForkSource | undefined;
  /** How the app runs; absent from lists. */
  readonly config?: AppConfig | undefined;
  /**
   * What a fork has in common with the app that it was forked from, such as a replication slot;
   * only in the answer that made the fork.
   */
  readonly sharedState?: unknown;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/**
 * What came of resuming an app. Members that this version does not know stay on the object, under
 * the API's names.
 */
export interface ResumedApp {
  /** Identifier of the deployment that was started. */
  readonly deploymentId?: number | undefined;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/** Load of one instance. Figures without data are absent. */
export interface InstanceMetrics {
  /** CPU, in percent. */
  readonly cpuUsagePercent?: number | undefined;
  /** Memory, in bytes. */
  readonly memoryUsageBytes?: number | undefined;
  /** Disk reads, in bytes. */
  readonly diskReadBytes?: number | undefined;
  /** Disk reads. */
  readonly diskReadOperations?: number | undefined;
  /** Disk writes, in bytes. */
  readonly diskWriteBytes?: number | undefined;
  /** Disk writes. */
  readonly diskWriteOperations?: number | undefined;
}

/** What was ingested. With a window these are rates per second. */
export interface IngestionMetrics {
  /** Rows. */
  readonly rowsIngested?: number | undefined;
  /** Bytes. */
  readonly bytesIngested?: number | undefined;
}

/** A distributed app's executors. */
export interface ClusterMetrics {
  /** Executors at work. */
  readonly activeExecutorsCount?: number | undefined;
}

/**
 * Load and ingestion of an app; may be partial. Members that this version does not know stay on the
 * object, under the API's names.
 */
export interface AppMetrics {
  /** Load, by instance. */
  readonly metrics: Readonly<Record<string, InstanceMetrics>>;
  /** What was ingested. */
  readonly ingestion?: IngestionMetrics | undefined;
  /** A distributed app's executors. */
  readonly cluster?: ClusterMetrics | undefined;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/**
 * One roll-out of an app. Members that this version does not know stay on the object, under the
 * API's names.
 */
export interface Deployment {
  /** Identifier; grows with time. */
  readonly id: number;
  /** Where a deployment stands. */
  readonly status: DeploymentStatus;
  /** When it was asked for. */
  readonly createdAt?: Date | undefined;
  /** When the roll-out began. */
  readonly startedAt?: Date | undefined;
  /** When it last changed. */
  readonly updatedAt?: Date | undefined;
  /** When it ended; older servers only. */
  readonly finishedAt?: Date | undefined;
  /** Image name. */
  readonly image?: string | undefined;
  /** Runtime version. */
  readonly imageTag?: string | undefined;
  /** Stream of releases. */
  readonly channel?: UpdateChannel | undefined;
  /** How many replicas. */
  readonly replicas?: number | undefined;
  /** Git branch. */
  readonly branch?: string | undefined;
  /** Git commit. */
  readonly commitSha?: string | undefined;
  /** What was deployed, in words. */
  readonly commitMessage?: string | undefined;
  /** Whether it runs in debug mode. */
  readonly debug?: boolean | undefined;
  /** Why it failed, or, while in progress, what it waits for. */
  readonly errorCode?: DeploymentErrorCode | undefined;
  /** The same in words; set and cleared together with the code. */
  readonly errorMessage?: string | undefined;
  /** What created it, such as `api`. */
  readonly creationSource?: string | undefined;
  /** Who created it: a number, a text or an object, by the age of the server. */
  readonly createdBy?: unknown;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/**
 * A secret of an app, without its value. Members that this version does not know stay on the
 * object, under the API's names.
 */
export interface AppSecret {
  /** Identifier. */
  readonly id?: number | undefined;
  /** Name; `${secrets:NAME}` in a spicepod. */
  readonly name: string;
  /** Asterisks, or nothing: the API never gives a value back. */
  readonly value?: string | undefined;
  /** When it was first set. */
  readonly createdAt?: Date | undefined;
  /** When it was last set. */
  readonly updatedAt?: Date | undefined;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/**
 * Both runtime keys of an app, in clear. Members that this version does not know stay on the
 * object, under the API's names.
 */
export interface ApiKeys {
  /** Primary key. */
  readonly apiKey?: Secret | undefined;
  /** Secondary key. */
  readonly apiKey2?: Secret | undefined;
  /** Which key a regeneration replaced: 0 both, 1 primary, 2 secondary; only in its answer. */
  readonly regeneratedKey?: number | undefined;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/** Where people are told. The members that are of use depend on the kind. */
export interface AlertTarget {
  /** How people are told; must be given. */
  readonly kind?: TargetKind | undefined;
  /** E-mail addresses, at most 20, of an e-mail target. */
  readonly emails?: readonly string[] | undefined;
  /** Identifier of the Slack channel, not its name. */
  readonly channelId?: string | undefined;
  /** Public HTTPS address. */
  readonly url?: string | undefined;
  /** HTTP method: `POST` (when left out), `PUT` or `PATCH`. */
  readonly method?: string | undefined;
  /**
   * Bearer token for the address; never given back. One that is left out stays as it is as long as
   * the address does.
   */
  readonly token?: Secret | undefined;
}

/** When a monitor fires. */
export interface MonitorSpec {
  /** How what is measured is compared; must be given. */
  readonly op?: Comparison | undefined;
  /** What it is compared with, in the unit of the template; must be given. */
  readonly threshold?: number | undefined;
  /** Time that is looked at: `1m`, `5m` (when left out), `15m`, `30m` or `1h`. */
  readonly window?: string | undefined;
  /** How many seconds it must last; 300 when left out. */
  readonly sustainSecs?: number | undefined;
  /** How bad it is; critical when left out. */
  readonly severity?: AlertSeverity | undefined;
  /** The dataset to watch. */
  readonly dataset?: string | undefined;
  /** The datasets to watch, at most 20; goes before `dataset`. All when neither is given. */
  readonly datasets?: readonly string[] | undefined;
  /** Whether people are shown the text of queries and data; no when left out. */
  readonly includeDetails?: boolean | undefined;
}

/** When a reaction fires. Reactions to data conventionally compare with `EQ` and 0. */
export interface ReactionSpec {
  /** How what is measured is compared; must be given. */
  readonly op?: Comparison | undefined;
  /** What it is compared with, in the unit of the template; must be given. */
  readonly threshold?: number | undefined;
  /** The dataset to watch. */
  readonly dataset?: string | undefined;
  /** The datasets that a query is about. */
  readonly datasets?: readonly string[] | undefined;
  /** The column whose value must match. */
  readonly column?: string | undefined;
  /** The value that the column must have. */
  readonly value?: unknown;
  /** Conditions instead of one column and its value. */
  readonly conditions?: readonly unknown[] | undefined;
  /** The query. */
  readonly query?: string | undefined;
  /** Language of the query: `gql` (when left out) or `cypher`. */
  readonly queryLanguage?: string | undefined;
  /** A model of the spicepod that puts results into words. */
  readonly model?: string | undefined;
  /** Whether people are shown the text of queries and data; no when left out. */
  readonly includeDetails?: boolean | undefined;
}

/**
 * A monitor of an app. Members that this version does not know stay on the object, under the API's
 * names.
 */
export interface Monitor {
  /** Identifier, a UUID. */
  readonly id: string;
  /** Name, unique over the monitors and reactions of an app whatever the case. */
  readonly name: string;
  /** Free text. */
  readonly description?: string | undefined;
  /** Whether the monitor is switched on. */
  readonly status?: AlertStatus | undefined;
  /** What the monitor watches. */
  readonly templateId?: MonitorTemplate | undefined;
  /** When the monitor fires. */
  readonly spec?: MonitorSpec | undefined;
  /** Where people are told, without any token. */
  readonly targets: readonly AlertTarget[];
  /** Members who get the e-mail. */
  readonly recipientUserIds: readonly number[];
  /** When it last fired. */
  readonly lastFiredAt?: Date | undefined;
  /**
   * When what it fired for last came to an end. It is still going on when it fired later than that.
   */
  readonly lastResolvedAt?: Date | undefined;
  /** Why nothing can be measured, such as `cpu_limit_missing`. */
  readonly evaluationUnavailableReason?: string | undefined;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/**
 * A reaction of an app. Members that this version does not know stay on the object, under the API's
 * names.
 */
export interface Reaction {
  /** Identifier, a UUID. */
  readonly id: string;
  /** Name, unique over the monitors and reactions of an app whatever the case. */
  readonly name: string;
  /** Free text. */
  readonly description?: string | undefined;
  /** Whether the reaction is switched on. */
  readonly status?: AlertStatus | undefined;
  /** What the reaction watches. */
  readonly templateId?: ReactionTemplate | undefined;
  /** When the reaction fires. */
  readonly spec?: ReactionSpec | undefined;
  /** Where people are told, without any token. */
  readonly targets: readonly AlertTarget[];
  /** Members who get the e-mail. */
  readonly recipientUserIds: readonly number[];
  /** When it last fired. */
  readonly lastFiredAt?: Date | undefined;
  /**
   * When what it fired for last came to an end. It is still going on when it fired later than that.
   */
  readonly lastResolvedAt?: Date | undefined;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/**
 * A member of the organization. Members that this version does not know stay on the object, under
 * the API's names.
 */
export interface Member {
  /** Identifier of the user. */
  readonly userId: number;
  /** Spice.ai user name. */
  readonly username: string;
  /** Roles in the organization. */
  readonly roles: readonly MemberRole[];
  /** Whether the member owns the organization; absent from the answers to adding and updating. */
  readonly isOwner?: boolean | undefined;
  /** When the member joined. */
  readonly createdAt?: Date | undefined;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/** A place of a spicepod that refers to a secret. */
export interface SecretReference {
  /** Name of the secret. */
  readonly name: string;
  /** Where it stands, such as `datasets[0].params.pg_pass`. */
  readonly place: string;
}

/**
 * A spicepod beside the secrets of its app. Members that this version does not know stay on the
 * object, under the API's names.
 */
export interface SpicepodReport {
  /** Whether all secrets that it refers to are there. */
  readonly ok: boolean;
  /** Where it refers to secrets. */
  readonly references: readonly SecretReference[];
  /** Names of secrets that it refers to and the app does not have. */
  readonly missing: readonly string[];
  /** Names of secrets that the app has and it does not refer to. */
  readonly unused: readonly string[];
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/**
 * Secrets beside the deployment that runs. Members that this version does not know stay on the
 * object, under the API's names.
 */
export interface SecretDrift {
  /** Whether the runtime has the present value of every secret, as far as their times tell. */
  readonly ok: boolean;
  /**
   * Secrets that were set after the deployment began: the runtime may have an older value, or none.
   */
  readonly changed: readonly AppSecret[];
  /** The last deployment that succeeded; nothing when there is none. */
  readonly deployment?: Deployment | undefined;
  /** Names of secrets of which the API does not say when they were set. */
  readonly unknown: readonly string[];
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/** A step of a rotation. */
export interface RotationEvent {
  /** What has happened in a rotation. */
  readonly step: RotationStep;
  /** Number of the key that it is about: 2 first, then 1. */
  readonly slot: number;
  /** How far the rotation is. Kept somewhere, it lets another process go on; it holds no key. */
  readonly journal: string;
}

/**
 * A rotation that has come to its end. Members that this version does not know stay on the object,
 * under the API's names.
 */
export interface RotationReport {
  /** Both runtime keys of an app, in clear. */
  readonly keys: ApiKeys;
  /** What was done. It holds no key. */
  readonly journal: string;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/**
 * Scopes that were asked for. Members that this version does not know stay on the object, under the
 * API's names.
 */
export interface ScopeReport {
  /** Those that are granted. */
  readonly granted: readonly string[];
  /** Those of which it cannot be known without a change. */
  readonly unknown: readonly string[];
  /** How scopes were found out. */
  readonly source: ScopeSource;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/**
 * What a client signs in with, and what that grants. Members that this version does not know stay
 * on the object, under the API's names.
 */
export interface Identity {
  /** What a client signs in with. */
  readonly credential: CredentialKind;
  /** Organization that the client names, or that the token says it is for. */
  readonly org?: string | undefined;
  /** Organizations that it reaches, as far as it may ask. */
  readonly orgs: readonly Org[];
  /** Scopes that are granted, as far as is known; what they imply is not repeated. */
  readonly scopes: readonly string[];
  /** Scopes that are known not to be granted. */
  readonly refused: readonly string[];
  /** How scopes were found out. */
  readonly source: ScopeSource;
  /** When the token ends, if it says so. */
  readonly expiresAt?: Date | undefined;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/** One change. */
export interface PlannedChange {
  /** What is done. */
  readonly action: PlannedAction;
  /** What is changed, such as `app`, `secret:PG_PASS` or `member:ada`. */
  readonly target: string;
  /** The change in a line. */
  readonly text: string;
}

/**
 * What has to change for a desired state. Members that this version does not know stay on the
 * object, under the API's names.
 */
export interface Plan {
  /** Whether everything is as it should be. */
  readonly isEmpty: boolean;
  /** What `apply` would do, in its order. */
  readonly changes: readonly PlannedChange[];
  /** What should be known before. */
  readonly warnings: readonly string[];
  /** The plan for people to read. */
  readonly text: string;
  /** The plan for `apply`. It holds no secret and may be kept in a file. */
  readonly document: string;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/**
 * What was done. Members that this version does not know stay on the object, under the API's names.
 */
export interface AppliedPlan {
  /** The app as it is now. */
  readonly app?: App | undefined;
  /** What was done, in order. */
  readonly changes: readonly PlannedChange[];
  /** The deployment that was waited for; nothing when none was needed. */
  readonly deployment?: Deployment | undefined;
  /**
   * What the next plan recognises secrets by. It holds no secret, and tells nothing without the
   * key.
   */
  readonly fingerprints: string;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/** Something that was looked at. */
export interface Check {
  /** What was looked at, such as `tls`. */
  readonly name: string;
  /** How something was found. */
  readonly outcome: CheckOutcome;
  /** What was found. */
  readonly detail: string;
  /** What to do about it. */
  readonly hint?: string | undefined;
}

/**
 * What was found on the way to the API. Members that this version does not know stay on the object,
 * under the API's names.
 */
export interface Diagnosis {
  /** Whether nothing was found that is wrong. */
  readonly ok: boolean;
  /** What was looked at, in order. */
  readonly checks: readonly Check[];
  /** The report as text, without secrets. */
  readonly text: string;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/** Rows. Members that this version does not know stay on the object, under the API's names. */
export interface SqlResult {
  /** How many rows there are. */
  readonly rowCount: number;
  /** The rows, each an object with the columns by name. */
  readonly rows: readonly unknown[];
  /** What the columns are, in the JSON form of Arrow's schemas, if the runtime says so. */
  readonly schema?: unknown;
  /** How long the query took, in milliseconds, if the runtime says so. */
  readonly executionTimeMs?: number | undefined;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/** Something that was found. */
export interface SearchHit {
  /** Where it was found. */
  readonly dataset?: string | undefined;
  /** How well it fits: more is better. */
  readonly score?: number | undefined;
  /** What fits, by column. */
  readonly matches?: unknown;
  /** What identifies the row. */
  readonly primaryKey?: unknown;
  /** Columns that were asked for. */
  readonly data?: unknown;
  /** What else is known of it. */
  readonly metadata?: unknown;
}

/**
 * What was found. Members that this version does not know stay on the object, under the API's
 * names.
 */
export interface SearchResult {
  /** What was found, the best first. */
  readonly results: readonly SearchHit[];
  /** How long it took, in milliseconds. */
  readonly durationMs?: number | undefined;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/**
 * An answer. Members that this version does not know stay on the object, under the API's names.
 */
export interface ChatCompletion {
  /** Name of the answer. */
  readonly id?: string | undefined;
  /** Who has answered. */
  readonly model?: string | undefined;
  /** The words of the answer. */
  readonly content?: string | undefined;
  /** The answers as they came. */
  readonly choices: readonly unknown[];
  /** How many tokens it took. */
  readonly usage?: unknown;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/**
 * A piece of an answer. Members that this version does not know stay on the object, under the API's
 * names.
 */
export interface ChatChunk {
  /** Name of the answer. */
  readonly id?: string | undefined;
  /** Who answers. */
  readonly model?: string | undefined;
  /** The words that it adds. */
  readonly content?: string | undefined;
  /** The pieces as they came. */
  readonly choices: readonly unknown[];
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/**
 * How a runtime is. Members that this version does not know stay on the object, under the API's
 * names.
 */
export interface RuntimeStatus {
  /** Whether all is well. */
  readonly ok: boolean;
  /** The HTTP status of the answer. */
  readonly status: number;
  /** What it says. */
  readonly text: string;
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/** A dataset of a runtime. */
export interface RuntimeDataset {
  /** Name of the dataset. */
  readonly name: string;
  /** Where its data comes from. */
  readonly source?: string | undefined;
  /** How it is, such as `ready`. */
  readonly status?: string | undefined;
  /** What is wrong with it. */
  readonly errorMessage?: string | undefined;
}

/**
 * The datasets of a runtime. Members that this version does not know stay on the object, under the
 * API's names.
 */
export interface RuntimeDatasets {
  /** Whether all of them are ready. */
  readonly ready: boolean;
  /** The datasets. */
  readonly datasets: readonly RuntimeDataset[];
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}

/** A number that is counted. */
export interface MetricSample {
  /** What is counted. */
  readonly name: string;
  /** What tells it from others of its name. */
  readonly labels: Readonly<Record<string, string>>;
  /** The number. */
  readonly value: number;
}

/**
 * What a runtime counts. Members that this version does not know stay on the object, under the
 * API's names.
 */
export interface RuntimeMetrics {
  /** Prometheus' text, as it came. */
  readonly text: string;
  /** The same, line by line. Values that are no finite number are left out. */
  readonly samples: readonly MetricSample[];
  /** About the call that gave this. It is not enumerable: copies and JSON leave it out. */
  readonly meta: Meta;
}
