// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import kotlinx.serialization.json.JsonElement
import java.time.Duration

// What people give, as objects.

/**
 * A new app.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class CreateApp(
    /** Name: 4 to 38 letters, digits and hyphens, unique in the organization whatever the case. */
    public val name: String,
) {
    /** Region identifier from the list of regions. */
    public var region: String? = null

    /** Internal name of the region; older servers want it instead of `region`. */
    public var cname: String? = null

    /** Dedicated cluster; with a region, the region must be the cluster's. */
    public var clusterName: String? = null

    /** Free text. */
    public var description: String? = null

    /** Who may see the app; private when left out. */
    public var visibility: Visibility? = null

    /**
     * Free key-value pairs. Values: letters, digits, `_`, `@`, `-` (the vendor's deploy action).
     */
    public var tags: Map<String, String>? = null

    /** Stream of releases to follow; null clears it. */
    public var updateChannel: UpdateChannel? = null

    /** How many replicas, 1 to 10; the plan may allow fewer. */
    public var replicas: Long? = null

    /** What one replica may use. */
    public var resources: Resources? = null

    /** Executors of a distributed app. */
    public var executor: Executor? = null

    /** Persistent storage, in gigabytes. */
    public var storageSizeGb: Double? = null

    /** Further members to send as they are, for what this version does not know. */
    public var extra: Map<String, JsonElement> = emptyMap()
}

/** What a change of `UpdateApp` can clear. */
public enum class UpdateAppField {
    /**
     * Replaces all key-value pairs; null removes them. Values: letters, digits, `_`, `@`, `-` (the
     * vendor's deploy action).
     */
    TAGS,
    /** Runtime version to pin; null lets the channel decide again. */
    IMAGE_TAG,
    /** Stream of releases to follow; null clears it. */
    UPDATE_CHANNEL,
    /** Dedicated cluster; null takes the app off it. */
    CLUSTER_NAME,
    ;

    internal val wire: String
        get() =
            when (this) {
                TAGS -> "tags"
                IMAGE_TAG -> "image_tag"
                UPDATE_CHANNEL -> "update_channel"
                CLUSTER_NAME -> "cluster_name"
            }
}

/**
 * Changes to an app: what is left out stays as it is.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class UpdateApp {
    /** Free text. */
    public var description: String? = null

    /** Who may see the app. */
    public var visibility: Visibility? = null

    /** Git branch that production follows. */
    public var productionBranch: String? = null

    /**
     * Replaces all key-value pairs; null removes them. Values: letters, digits, `_`, `@`, `-` (the
     * vendor's deploy action).
     */
    public var tags: Map<String, String>? = null

    /** The manifest: YAML text or an object. */
    public var spicepod: Document? = null

    /** Runtime version to pin; null lets the channel decide again. */
    public var imageTag: String? = null

    /** Image name. */
    public var image: String? = null

    /** Image registry. */
    public var registry: String? = null

    /** Stream of releases to follow; null clears it. */
    public var updateChannel: UpdateChannel? = null

    /** Runtime version range, such as `2.x`. */
    public var version: String? = null

    /** How many replicas, 1 to 10; the plan may allow fewer. */
    public var replicas: Long? = null

    /** What one replica may use. */
    public var resources: Resources? = null

    /** Executors of a distributed app. */
    public var executor: Executor? = null

    /** Region identifier. */
    public var region: String? = null

    /** Dedicated cluster; null takes the app off it. */
    public var clusterName: String? = null

    /** Node group. */
    public var nodeGroup: String? = null

    /** Persistent storage, in gigabytes. */
    public var storageSizeGb: Double? = null

    /** Older name of `storageSizeGb`. */
    public var storageClaimSizeGb: Double? = null

    /** What is cleared. */
    public var clear: Set<UpdateAppField> = emptySet()

    /** Further members to send as they are, for what this version does not know. */
    public var extra: Map<String, JsonElement> = emptyMap()
}

/**
 * What to roll out; everything may be left out.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class CreateDeployment {
    /** Runtime version from the list of container images. */
    public var imageTag: String? = null

    /** Stream of releases. */
    public var channel: UpdateChannel? = null

    /** How many replicas, 1 to 10; the plan may allow fewer. */
    public var replicas: Long? = null

    /** Git branch that is being deployed. */
    public var branch: String? = null

    /** Git commit that is being deployed. */
    public var commitSha: String? = null

    /** What is being deployed, in words. */
    public var commitMessage: String? = null

    /** Run in debug mode. */
    public var debug: Boolean? = null

    /** Further members to send as they are, for what this version does not know. */
    public var extra: Map<String, JsonElement> = emptyMap()
}

/**
 * Which key to replace.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class RegenerateApiKey {
    /** 0 both, 1 primary (when left out), 2 secondary. */
    public var keyNumber: Long? = null

    /**
     * Must be true to replace both keys: whoever uses either is locked out at once. It is not sent.
     */
    public var bothKeysStopWorking: Boolean? = null

    /** Further members to send as they are, for what this version does not know. */
    public var extra: Map<String, JsonElement> = emptyMap()
}

/**
 * Where a fork goes; everything may be left out.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class CreateFork {
    /**
     * Name; that of the app with `-fork` behind it when left out, and then `-fork-2` and so on.
     */
    public var name: String? = null

    /** Region identifier; where the app is when neither this nor a cluster is given. */
    public var region: String? = null

    /** Dedicated cluster. */
    public var clusterName: String? = null

    /**
     * `s3://` address for the state of the scheduler, apart from the app's own; a distributed app
     * needs it, and no other takes it.
     */
    public var schedulerStateLocation: String? = null

    /** Further members to send as they are, for what this version does not know. */
    public var extra: Map<String, JsonElement> = emptyMap()
}

/**
 * A new monitor.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class CreateMonitor(
    /** Name, unique over the monitors and reactions of an app whatever the case. */
    public val name: String,
    /** What the monitor watches. */
    public val templateId: MonitorTemplate,
    /** When the monitor fires. */
    public val spec: MonitorSpec,
) {
    /** Free text. */
    public var description: String? = null

    /** Whether it is switched on; active when left out. */
    public var status: AlertStatus? = null

    /**
     * Where people are told: one to three, at most one of each kind. Whoever makes the call, by
     * e-mail, when left out.
     */
    public var targets: List<AlertTarget>? = null

    /**
     * Members who get the e-mail, at most 50. Whoever makes the call when left out; an empty list
     * for none.
     */
    public var recipientUserIds: List<Long>? = null

    /** Further members to send as they are, for what this version does not know. */
    public var extra: Map<String, JsonElement> = emptyMap()
}

/** What a change of `UpdateMonitor` can clear. */
public enum class UpdateMonitorField {
    /** Free text; null removes it. */
    DESCRIPTION,
    ;

    internal val wire: String
        get() =
            when (this) {
                DESCRIPTION -> "description"
            }
}

/**
 * Changes to a monitor: what is left out stays as it is.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class UpdateMonitor {
    /** Name, unique over the monitors and reactions of an app whatever the case. */
    public var name: String? = null

    /** Free text; null removes it. */
    public var description: String? = null

    /** Whether it is switched on. */
    public var status: AlertStatus? = null

    /** What the monitor watches; another needs a `spec` as well. */
    public var templateId: MonitorTemplate? = null

    /** Replaces the whole of when it fires. */
    public var spec: MonitorSpec? = null

    /** Replaces all of where people are told: one to three, at most one of each kind. */
    public var targets: List<AlertTarget>? = null

    /** Replaces the members who get the e-mail, at most 50; an empty list for none. */
    public var recipientUserIds: List<Long>? = null

    /** What is cleared. */
    public var clear: Set<UpdateMonitorField> = emptySet()

    /** Further members to send as they are, for what this version does not know. */
    public var extra: Map<String, JsonElement> = emptyMap()
}

/**
 * A new reaction.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class CreateReaction(
    /** Name, unique over the monitors and reactions of an app whatever the case. */
    public val name: String,
    /** What the reaction watches. */
    public val templateId: ReactionTemplate,
    /** When the reaction fires. */
    public val spec: ReactionSpec,
) {
    /** Free text. */
    public var description: String? = null

    /** Whether it is switched on; active when left out. */
    public var status: AlertStatus? = null

    /**
     * Where people are told: one to three, at most one of each kind. Whoever makes the call, by
     * e-mail, when left out.
     */
    public var targets: List<AlertTarget>? = null

    /**
     * Members who get the e-mail, at most 50. Whoever makes the call when left out; an empty list
     * for none.
     */
    public var recipientUserIds: List<Long>? = null

    /** Further members to send as they are, for what this version does not know. */
    public var extra: Map<String, JsonElement> = emptyMap()
}

/** What a change of `UpdateReaction` can clear. */
public enum class UpdateReactionField {
    /** Free text; null removes it. */
    DESCRIPTION,
    ;

    internal val wire: String
        get() =
            when (this) {
                DESCRIPTION -> "description"
            }
}

/**
 * Changes to a reaction: what is left out stays as it is.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class UpdateReaction {
    /** Name, unique over the monitors and reactions of an app whatever the case. */
    public var name: String? = null

    /** Free text; null removes it. */
    public var description: String? = null

    /** Whether it is switched on. */
    public var status: AlertStatus? = null

    /** What the reaction watches; another needs a `spec` as well. */
    public var templateId: ReactionTemplate? = null

    /** Replaces the whole of when it fires. */
    public var spec: ReactionSpec? = null

    /** Replaces all of where people are told: one to three, at most one of each kind. */
    public var targets: List<AlertTarget>? = null

    /** Replaces the members who get the e-mail, at most 50; an empty list for none. */
    public var recipientUserIds: List<Long>? = null

    /** What is cleared. */
    public var clear: Set<UpdateReactionField> = emptySet()

    /** Further members to send as they are, for what this version does not know. */
    public var extra: Map<String, JsonElement> = emptyMap()
}

/**
 * A user to add.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class AddMember(
    /** Spice.ai user name; the user must have signed in once. */
    public val username: String,
) {
    /** Roles; `member` when left out. */
    public var roles: List<MemberRole>? = null

    /** Further members to send as they are, for what this version does not know. */
    public var extra: Map<String, JsonElement> = emptyMap()
}

/**
 * New roles for a member.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class UpdateMember(
    /** Every role that the member shall have. */
    public val roles: List<MemberRole>,
) {
    /** Further members to send as they are, for what this version does not know. */
    public var extra: Map<String, JsonElement> = emptyMap()
}

/**
 * Where to go back to.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class RollbackDeployment {
    /**
     * Identifier of the deployment to go back to; if not given, the last one that succeeded before
     * the newest.
     */
    public var to: Long? = null
}

/**
 * What to check.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class LintSpicepod {
    /** The spicepod, as YAML text or as an object; if not given, the one that the app has. */
    public var spicepod: Document? = null
}

/**
 * How to rotate.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class RotateKeys {
    /** The journal of a rotation that did not come to its end, to go on from there. */
    public var journal: String? = null

    /**
     * How long to wait after the second key was verified, so that everybody has it, before the
     * first is replaced; 30 s if not given.
     */
    public var grace: Duration? = null

    /** How often in a row `verify` has to pass; 3 if not given. */
    public var verifyTimes: Long? = null

    /** How long it may take until it does; 2 minutes if not given. */
    public var verifyTimeout: Duration? = null

    /** How long to wait between two tries; 1 s if not given. */
    public var verifyInterval: Duration? = null
}

/**
 * What should be.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class PlanState(
    /**
     * The desired state, as YAML or JSON text or as an object with `app`, `secrets` and `members`.
     */
    public val desired: Document,
) {
    /**
     * Whether secrets, tags and members that the desired state does not name are removed; false if
     * not given.
     */
    public var prune: Boolean? = null

    /** Values of secrets by their names; others come from the environment. */
    public var values: Map<String, Secret>? = null

    /**
     * The `fingerprints` of the last `apply`, by which secrets that have not changed are
     * recognised. Without them a secret that is there is left as it is.
     */
    public var fingerprints: String? = null

    /**
     * Key of the fingerprints; if not given, it is made of the token or client secret that the
     * client signs in with.
     */
    public var fingerprintKey: Secret? = null
}

/**
 * What to do.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class ApplyPlan(
    /** The `document` of a plan. */
    public val document: String,
) {
    /** Values of secrets by their names, as for the plan. */
    public var values: Map<String, Secret>? = null

    /** Key of the fingerprints, as for the plan. */
    public var fingerprintKey: Secret? = null
}

/**
 * What to search for.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class SearchDatasets(
    /** What is looked for, in words. */
    public val text: String,
) {
    /** Where to look; everywhere that can be searched if not given. */
    public var datasets: List<String>? = null

    /** How many results there may be. */
    public var maxResults: Long? = null

    /** A condition of SQL that results have to meet. */
    public var condition: String? = null

    /** Columns to give beside those that were searched. */
    public var additionalColumns: List<String>? = null

    /** Words of which a result has to have one. */
    public var keywords: List<String>? = null

    /** Further members to send as they are, for what this version does not know. */
    public var extra: Map<String, JsonElement> = emptyMap()
}

/**
 * What to ask.
 *
 * For the clients that Java uses; in Kotlin the fields are named arguments.
 */
public class Chat(
    /** Name of the model, as the spicepod has it. */
    public val model: String,
    /** What was said so far, each with `role` and `content`. */
    public val messages: List<Map<String, String>>,
) {
    /** How freely the model may answer. */
    public var temperature: Double? = null

    /** How long the answer may be, in tokens. */
    public var maxTokens: Long? = null

    /** Further members to send as they are, for what this version does not know. */
    public var extra: Map<String, JsonElement> = emptyMap()
}
