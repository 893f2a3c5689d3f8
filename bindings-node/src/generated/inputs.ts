// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/* What people give: ids, bodies and filters, and how these are sent. */

import { fields } from '../encode.js';
import type { Secret } from '../secret.js';
import type {
  AlertStatus,
  DeploymentStatus,
  ImageChannel,
  MemberRole,
  MonitorTemplate,
  ReactionTemplate,
  UpdateChannel,
  Visibility,
} from './enums.js';
import type { AlertTarget, Executor, MonitorSpec, ReactionSpec, Resources } from './models.js';

/** Whatever has the id of an `App`: the object itself, or the number. */
export type AppId = number | { readonly id: number };

/** Whatever has the id of a `Deployment`: the object itself, or the number. */
export type DeploymentId = number | { readonly id: number };

/** Whatever has the id of a `Member`: the object itself, or the number. */
export type UserId = number | { readonly userId: number };

/** A new app. */
export interface CreateApp {
  /** Name: 4 to 38 letters, digits and hyphens, unique in the organization whatever the case. */
  readonly name: string;
  /** Region identifier from the list of regions. */
  readonly region?: string | undefined;
  /**
   * Internal name of the region; older servers want it instead of `region`.
   *
   * @deprecated
   */
  readonly cname?: string | undefined;
  /** Dedicated cluster; with a region, the region must be the cluster's. */
  readonly clusterName?: string | undefined;
  /** Free text. */
  readonly description?: string | undefined;
  /** Who may see the app; private when left out. */
  readonly visibility?: Visibility | undefined;
  /** Free key-value pairs. Values: letters, digits, `_`, `@`, `-` (the vendor's deploy action). */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Stream of releases to follow; null clears it. */
  readonly updateChannel?: UpdateChannel | undefined;
  /** How many replicas, 1 to 10; the plan may allow fewer. */
  readonly replicas?: number | undefined;
  /** What one replica may use. */
  readonly resources?: Resources | undefined;
  /** Executors of a distributed app. */
  readonly executor?: Executor | undefined;
  /** Persistent storage, in gigabytes. */
  readonly storageSizeGb?: number | undefined;
  /** Further members to send as they are, for what this version does not know. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** Changes to an app: what is left out stays as it is. */
export interface UpdateApp {
  /** Free text. */
  readonly description?: string | undefined;
  /** Who may see the app. */
  readonly visibility?: Visibility | undefined;
  /** Git branch that production follows. */
  readonly productionBranch?: string | undefined;
  /**
   * Replaces all key-value pairs; null removes them. Values: letters, digits, `_`, `@`, `-` (the
   * vendor's deploy action).
   */
  readonly tags?: Readonly<Record<string, string>> | null | undefined;
  /** The manifest: YAML text or an object. */
  readonly spicepod?: string | object | undefined;
  /** Runtime version to pin; null lets the channel decide again. */
  readonly imageTag?: string | null | undefined;
  /** Image name. */
  readonly image?: string | undefined;
  /** Image registry. */
  readonly registry?: string | undefined;
  /** Stream of releases to follow; null clears it. */
  readonly updateChannel?: UpdateChannel | null | undefined;
  /** Runtime version range, such as `2.x`. */
  readonly version?: string | undefined;
  /** How many replicas, 1 to 10; the plan may allow fewer. */
  readonly replicas?: number | undefined;
  /** What one replica may use. */
  readonly resources?: Resources | undefined;
  /** Executors of a distributed app. */
  readonly executor?: Executor | undefined;
  /** Region identifier. */
  readonly region?: string | undefined;
  /** Dedicated cluster; null takes the app off it. */
  readonly clusterName?: string | null | undefined;
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
  /** Further members to send as they are, for what this version does not know. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** What to roll out; everything may be left out. */
export interface CreateDeployment {
  /** Runtime version from the list of container images. */
  readonly imageTag?: string | undefined;
  /** Stream of releases. */
  readonly channel?: UpdateChannel | undefined;
  /** How many replicas, 1 to 10; the plan may allow fewer. */
  readonly replicas?: number | undefined;
  /** Git branch that is being deployed. */
  readonly branch?: string | undefined;
  /** Git commit that is being deployed. */
  readonly commitSha?: string | undefined;
  /** What is being deployed, in words. */
  readonly commitMessage?: string | undefined;
  /** Run in debug mode. */
  readonly debug?: boolean | undefined;
  /** Further members to send as they are, for what this version does not know. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** Which key to replace. */
export interface RegenerateApiKey {
  /** 0 both, 1 primary (when left out), 2 secondary. */
  readonly keyNumber?: number | undefined;
  /**
   * Must be true to replace both keys: whoever uses either is locked out at once. It is not sent.
   */
  readonly bothKeysStopWorking?: boolean | undefined;
  /** Further members to send as they are, for what this version does not know. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** Where a fork goes; everything may be left out. */
export interface CreateFork {
  /** Name; that of the app with `-fork` behind it when left out, and then `-fork-2` and so on. */
  readonly name?: string | undefined;
  /** Region identifier; where the app is when neither this nor a cluster is given. */
  readonly region?: string | undefined;
  /** Dedicated cluster. */
  readonly clusterName?: string | undefined;
  /**
   * `s3://` address for the state of the scheduler, apart from the app's own; a distributed app
   * needs it, and no other takes it.
   */
  readonly schedulerStateLocation?: string | undefined;
  /** Further members to send as they are, for what this version does not know. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** A new monitor. */
export interface CreateMonitor {
  /** Name, unique over the monitors and reactions of an app whatever the case. */
  readonly name: string;
  /** What the monitor watches. */
  readonly templateId: MonitorTemplate;
  /** When the monitor fires. */
  readonly spec: MonitorSpec;
  /** Free text. */
  readonly description?: string | undefined;
  /** Whether it is switched on; active when left out. */
  readonly status?: AlertStatus | undefined;
  /**
   * Where people are told: one to three, at most one of each kind. Whoever makes the call, by
   * e-mail, when left out.
   */
  readonly targets?: readonly AlertTarget[] | undefined;
  /**
   * Members who get the e-mail, at most 50. Whoever makes the call when left out; an empty list for
   * none.
   */
  readonly recipientUserIds?: readonly number[] | undefined;
  /** Further members to send as they are, for what this version does not know. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** Changes to a monitor: what is left out stays as it is. */
export interface UpdateMonitor {
  /** Name, unique over the monitors and reactions of an app whatever the case. */
  readonly name?: string | undefined;
  /** Free text; null removes it. */
  readonly description?: string | null | undefined;
  /** Whether it is switched on. */
  readonly status?: AlertStatus | undefined;
  /** What the monitor watches; another needs a `spec` as well. */
  readonly templateId?: MonitorTemplate | undefined;
  /** Replaces the whole of when it fires. */
  readonly spec?: MonitorSpec | undefined;
  /** Replaces all of where people are told: one to three, at most one of each kind. */
  readonly targets?: readonly AlertTarget[] | undefined;
  /** Replaces the members who get the e-mail, at most 50; an empty list for none. */
  readonly recipientUserIds?: readonly number[] | undefined;
  /** Further members to send as they are, for what this version does not know. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** A new reaction. */
export interface CreateReaction {
  /** Name, unique over the monitors and reactions of an app whatever the case. */
  readonly name: string;
  /** What the reaction watches. */
  readonly templateId: ReactionTemplate;
  /** When the reaction fires. */
  readonly spec: ReactionSpec;
  /** Free text. */
  readonly description?: string | undefined;
  /** Whether it is switched on; active when left out. */
  readonly status?: AlertStatus | undefined;
  /**
   * Where people are told: one to three, at most one of each kind. Whoever makes the call, by
   * e-mail, when left out.
   */
  readonly targets?: readonly AlertTarget[] | undefined;
  /**
   * Members who get the e-mail, at most 50. Whoever makes the call when left out; an empty list for
   * none.
   */
  readonly recipientUserIds?: readonly number[] | undefined;
  /** Further members to send as they are, for what this version does not know. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** Changes to a reaction: what is left out stays as it is. */
export interface UpdateReaction {
  /** Name, unique over the monitors and reactions of an app whatever the case. */
  readonly name?: string | undefined;
  /** Free text; null removes it. */
  readonly description?: string | null | undefined;
  /** Whether it is switched on. */
  readonly status?: AlertStatus | undefined;
  /** What the reaction watches; another needs a `spec` as well. */
  readonly templateId?: ReactionTemplate | undefined;
  /** Replaces the whole of when it fires. */
  readonly spec?: ReactionSpec | undefined;
  /** Replaces all of where people are told: one to three, at most one of each kind. */
  readonly targets?: readonly AlertTarget[] | undefined;
  /** Replaces the members who get the e-mail, at most 50; an empty list for none. */
  readonly recipientUserIds?: readonly number[] | undefined;
  /** Further members to send as they are, for what this version does not know. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** A user to add. */
export interface AddMember {
  /** Spice.ai user name; the user must have signed in once. */
  readonly username: string;
  /** Roles; `member` when left out. */
  readonly roles?: readonly MemberRole[] | undefined;
  /** Further members to send as they are, for what this version does not know. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** New roles for a member. */
export interface UpdateMember {
  /** Every role that the member shall have. */
  readonly roles: readonly MemberRole[];
  /** Further members to send as they are, for what this version does not know. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** Where to go back to. */
export interface RollbackDeployment {
  /**
   * Identifier of the deployment to go back to; if not given, the last one that succeeded before
   * the newest.
   */
  readonly to?: number | undefined;
}

/** What to check. */
export interface LintSpicepod {
  /** The spicepod, as YAML text or as an object; if not given, the one that the app has. */
  readonly spicepod?: string | object | undefined;
}

/** How to rotate. */
export interface RotateKeys {
  /** The journal of a rotation that did not come to its end, to go on from there. */
  readonly journal?: string | undefined;
  /**
   * How long to wait after the second key was verified, so that everybody has it, before the first
   * is replaced; 30 s if not given. In milliseconds.
   */
  readonly grace?: number | undefined;
  /** How often in a row `verify` has to pass; 3 if not given. */
  readonly verifyTimes?: number | undefined;
  /** How long it may take until it does; 2 minutes if not given. In milliseconds. */
  readonly verifyTimeout?: number | undefined;
  /** How long to wait between two tries; 1 s if not given. In milliseconds. */
  readonly verifyInterval?: number | undefined;
}

/** What should be. */
export interface PlanState {
  /**
   * The desired state, as YAML or JSON text or as an object with `app`, `secrets` and `members`.
   */
  readonly desired: string | object;
  /**
   * Whether secrets, tags and members that the desired state does not name are removed; false if
   * not given.
   */
  readonly prune?: boolean | undefined;
  /** Values of secrets by their names; others come from the environment. */
  readonly values?: Readonly<Record<string, string | Secret>> | undefined;
  /**
   * The `fingerprints` of the last `apply`, by which secrets that have not changed are recognised.
   * Without them a secret that is there is left as it is.
   */
  readonly fingerprints?: string | undefined;
  /**
   * Key of the fingerprints; if not given, it is made of the token or client secret that the client
   * signs in with.
   */
  readonly fingerprintKey?: string | Secret | undefined;
}

/** What to do. */
export interface ApplyPlan {
  /** The `document` of a plan. */
  readonly document: string;
  /** Values of secrets by their names, as for the plan. */
  readonly values?: Readonly<Record<string, string | Secret>> | undefined;
  /** Key of the fingerprints, as for the plan. */
  readonly fingerprintKey?: string | Secret | undefined;
}

/** What to search for. */
export interface SearchDatasets {
  /** What is looked for, in words. */
  readonly text: string;
  /** Where to look; everywhere that can be searched if not given. */
  readonly datasets?: readonly string[] | undefined;
  /** How many results there may be. */
  readonly maxResults?: number | undefined;
  /** A condition of SQL that results have to meet. */
  readonly condition?: string | undefined;
  /** Columns to give beside those that were searched. */
  readonly additionalColumns?: readonly string[] | undefined;
  /** Words of which a result has to have one. */
  readonly keywords?: readonly string[] | undefined;
  /** Further members to send as they are, for what this version does not know. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** What to ask. */
export interface Chat {
  /** Name of the model, as the spicepod has it. */
  readonly model: string;
  /** What was said so far, each with `role` and `content`. */
  readonly messages: readonly Readonly<Record<string, string>>[];
  /** How freely the model may answer. */
  readonly temperature?: number | undefined;
  /** How long the answer may be, in tokens. */
  readonly maxTokens?: number | undefined;
  /** Further members to send as they are, for what this version does not know. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
}

/** What to ask for; everything may be left out. */
export interface ListContainerImages {
  /** Channel of the images; stable when left out. */
  readonly channel?: ImageChannel | undefined;
}

/** What to ask for; everything may be left out. */
export interface GetAppMetrics {
  /** Window such as `5m`, which turns counters into rates. */
  readonly window?: string | undefined;
}

/** What to ask for; everything may be left out. */
export interface ListDeployments {
  /** Only deployments with this status. */
  readonly status?: DeploymentStatus | undefined;
}

/** @internal What `ResourceQuantities` is called on the wire. */
export const RESOURCE_QUANTITIES = fields({
  cpu: 'cpu',
  memory: 'memory',
  ephemeralStorage: 'ephemeral-storage',
});

/** @internal What `Resources` is called on the wire. */
export const RESOURCES = fields({
  limits: ['limits', RESOURCE_QUANTITIES],
  requests: ['requests', RESOURCE_QUANTITIES],
});

/** @internal What `Executor` is called on the wire. */
export const EXECUTOR = fields({
  replicas: 'replicas',
  resources: ['resources', RESOURCES],
  storageSizeGb: 'storage_size_gb',
});

/** @internal What `AlertTarget` is called on the wire. */
export const ALERT_TARGET = fields({
  kind: 'type',
  emails: 'emails',
  channelId: 'channelId',
  url: 'url',
  method: 'method',
  token: 'token',
});

/** @internal What `MonitorSpec` is called on the wire. */
export const MONITOR_SPEC = fields({
  op: 'op',
  threshold: 'threshold',
  window: 'window',
  sustainSecs: 'sustainSecs',
  severity: 'severity',
  dataset: 'dataset',
  datasets: 'datasets',
  includeDetails: 'includeDetails',
});

/** @internal What `ReactionSpec` is called on the wire. */
export const REACTION_SPEC = fields({
  op: 'op',
  threshold: 'threshold',
  dataset: 'dataset',
  datasets: 'datasets',
  column: 'column',
  value: 'value',
  conditions: 'conditions',
  query: 'query',
  queryLanguage: 'queryLanguage',
  model: 'model',
  includeDetails: 'includeDetails',
});

/** @internal What `CreateApp` is called on the wire. */
export const CREATE_APP = fields({
  name: 'name',
  region: 'region',
  cname: 'cname',
  clusterName: 'cluster_name',
  description: 'description',
  visibility: 'visibility',
  tags: 'tags',
  updateChannel: 'update_channel',
  replicas: 'replicas',
  resources: ['resources', RESOURCES],
  executor: ['executor', EXECUTOR],
  storageSizeGb: 'storage_size_gb',
});

/** @internal What `UpdateApp` is called on the wire. */
export const UPDATE_APP = fields({
  description: 'description',
  visibility: 'visibility',
  productionBranch: 'production_branch',
  tags: 'tags',
  spicepod: 'spicepod',
  imageTag: 'image_tag',
  image: 'image',
  registry: 'registry',
  updateChannel: 'update_channel',
  version: 'version',
  replicas: 'replicas',
  resources: ['resources', RESOURCES],
  executor: ['executor', EXECUTOR],
  region: 'region',
  clusterName: 'cluster_name',
  nodeGroup: 'node_group',
  storageSizeGb: 'storage_size_gb',
  storageClaimSizeGb: 'storage_claim_size_gb',
});

/** @internal What `CreateDeployment` is called on the wire. */
export const CREATE_DEPLOYMENT = fields({
  imageTag: 'image_tag',
  channel: 'channel',
  replicas: 'replicas',
  branch: 'branch',
  commitSha: 'commit_sha',
  commitMessage: 'commit_message',
  debug: 'debug',
});

/** @internal What `RegenerateApiKey` is called on the wire. */
export const REGENERATE_API_KEY = fields({
  keyNumber: 'key_number',
  bothKeysStopWorking: 'both_keys_stop_working',
});

/** @internal What `CreateFork` is called on the wire. */
export const CREATE_FORK = fields({
  name: 'name',
  region: 'region',
  clusterName: 'cluster_name',
  schedulerStateLocation: 'scheduler_state_location',
});

/** @internal What `CreateMonitor` is called on the wire. */
export const CREATE_MONITOR = fields({
  name: 'name',
  templateId: 'templateId',
  spec: ['spec', MONITOR_SPEC],
  description: 'description',
  status: 'status',
  targets: ['targets', ALERT_TARGET],
  recipientUserIds: 'recipientUserIds',
});

/** @internal What `UpdateMonitor` is called on the wire. */
export const UPDATE_MONITOR = fields({
  name: 'name',
  description: 'description',
  status: 'status',
  templateId: 'templateId',
  spec: ['spec', MONITOR_SPEC],
  targets: ['targets', ALERT_TARGET],
  recipientUserIds: 'recipientUserIds',
});

/** @internal What `CreateReaction` is called on the wire. */
export const CREATE_REACTION = fields({
  name: 'name',
  templateId: 'templateId',
  spec: ['spec', REACTION_SPEC],
  description: 'description',
  status: 'status',
  targets: ['targets', ALERT_TARGET],
  recipientUserIds: 'recipientUserIds',
});

/** @internal What `UpdateReaction` is called on the wire. */
export const UPDATE_REACTION = fields({
  name: 'name',
  description: 'description',
  status: 'status',
  templateId: 'templateId',
  spec: ['spec', REACTION_SPEC],
  targets: ['targets', ALERT_TARGET],
  recipientUserIds: 'recipientUserIds',
});

/** @internal What `AddMember` is called on the wire. */
export const ADD_MEMBER = fields({
  username: 'username',
  roles: 'roles',
});

/** @internal What `UpdateMember` is called on the wire. */
export const UPDATE_MEMBER = fields({
  roles: 'roles',
});

/** @internal What `RollbackDeployment` is called on the wire. */
export const ROLLBACK_DEPLOYMENT = fields({
  to: 'to',
});

/** @internal What `LintSpicepod` is called on the wire. */
export const LINT_SPICEPOD = fields({
  spicepod: 'spicepod',
});

/** @internal What `RotateKeys` is called on the wire. */
export const ROTATE_KEYS = fields({
  journal: 'journal',
  grace: ['grace', 'duration'],
  verifyTimes: 'verify_times',
  verifyTimeout: ['verify_timeout', 'duration'],
  verifyInterval: ['verify_interval', 'duration'],
});

/** @internal What `PlanState` is called on the wire. */
export const PLAN_STATE = fields({
  desired: 'desired',
  prune: 'prune',
  values: 'values',
  fingerprints: 'fingerprints',
  fingerprintKey: 'fingerprint_key',
});

/** @internal What `ApplyPlan` is called on the wire. */
export const APPLY_PLAN = fields({
  document: 'document',
  values: 'values',
  fingerprintKey: 'fingerprint_key',
});

/** @internal What `SearchDatasets` is called on the wire. */
export const SEARCH_DATASETS = fields({
  text: 'text',
  datasets: 'datasets',
  maxResults: 'limit',
  condition: 'where',
  additionalColumns: 'additional_columns',
  keywords: 'keywords',
});

/** @internal What `Chat` is called on the wire. */
export const CHAT = fields({
  model: 'model',
  messages: 'messages',
  temperature: 'temperature',
  maxTokens: 'max_tokens',
});

/** @internal What `ListContainerImages` is called on the wire. */
export const LIST_CONTAINER_IMAGES = fields({
  channel: 'channel',
});

/** @internal What `GetAppMetrics` is called on the wire. */
export const GET_APP_METRICS = fields({
  window: 'window',
});

/** @internal What `ListDeployments` is called on the wire. */
export const LIST_DEPLOYMENTS = fields({
  status: 'status',
});
