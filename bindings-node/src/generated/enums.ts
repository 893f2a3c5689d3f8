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
