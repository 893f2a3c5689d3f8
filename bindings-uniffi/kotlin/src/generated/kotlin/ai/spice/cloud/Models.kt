// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import kotlinx.serialization.json.JsonElement
import kotlin.time.Instant

// What the API answers with, and the parts of it that people build too.

/** Whether the API answers. */
public class Health internal constructor(
    /** `ok` when healthy. */
    public val status: String,
    /** The server's time. */
    public val timestamp: Instant?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            status,
            timestamp,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "status",
                "timestamp",
            )
    }
}

/**
 * What the organization's plan allows. Members that the documents do not name are kept as extra
 * fields.
 */
public class Limits internal constructor(
    /** How many apps. */
    public val apps: Long?,
    /** How many replicas. */
    public val replicas: Long?,
    /** How many spicepods. */
    public val spicepods: Long?,
    /** How many users; -1 means no limit. */
    public val users: Long?,
    /** API requests per second. */
    public val apiRps: Long?,
    /** Limit of one request, in seconds. */
    public val requestTimeoutSecs: Long?,
    /** Limit of one SQL query, in seconds. */
    public val sqlQueryTimeoutSecs: Long?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            apps,
            replicas,
            spicepods,
            users,
            apiRps,
            requestTimeoutSecs,
            sqlQueryTimeoutSecs,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "apps",
                "replicas",
                "spicepods",
                "users",
                "apiRps",
                "requestTimeoutSecs",
                "sqlQueryTimeoutSecs",
            )
    }
}

/** A place where apps can run. */
public class Region internal constructor(
    /** Display name, such as `US West`. */
    public val name: String,
    /** Identifier to pass when an app is created, such as `us-west-2`. */
    public val region: String,
    /**
     * Internal name whose host is `https://<cname>.spiceai.io`; older documents want it instead of
     * `region`.
     */
    public val cname: String?,
    /** Cloud provider, such as `aws`. */
    public val provider: String?,
    /** Display name of the provider. */
    public val providerName: String?,
    /** Whether apps without a region go here. */
    public val isDefault: Boolean?,
    /** Whether new apps are refused here. */
    public val disabled: Boolean?,
    extra: Map<String, JsonElement>,
) : Model(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            name,
            region,
            cname,
            provider,
            providerName,
            isDefault,
            disabled,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "name",
                "region",
                "cname",
                "provider",
                "providerName",
                "isDefault",
                "disabled",
            )
    }
}

/** The regions and which of them is the default. */
public class Regions internal constructor(
    /** Every region that the organization may use. */
    public val regions: List<Region>,
    /** Identifier of the default region. */
    public val default: String?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            regions,
            default,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "regions",
                "default",
            )
    }
}

/** A published build of the Spice runtime. */
public class ContainerImage internal constructor(
    /** Full image name. */
    public val name: String?,
    /** Tag to pass as `imageTag`. */
    public val tag: String,
    /** The channel of a container image. */
    public val channel: ImageChannel?,
    extra: Map<String, JsonElement>,
) : Model(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            name,
            tag,
            channel,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "name",
                "tag",
                "channel",
            )
    }
}

/** The images of a channel and which of them is the default. */
public class ContainerImages internal constructor(
    /** Images, newest first. */
    public val images: List<ContainerImage>,
    /** Tag of the default image. */
    public val default: String?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            images,
            default,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "images",
                "default",
            )
    }
}

/** An organization that the caller belongs to. */
public class Org internal constructor(
    /** Identifier. */
    public val id: Long?,
    /** Handle; what the `X-Org-Name` header takes. */
    public val name: String,
    /** Display name; only tolerated by a vendor client, not documented. */
    public val displayName: String?,
    /** A role in an organization. */
    public val role: MemberRole?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            id,
            name,
            displayName,
            role,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "id",
                "name",
                "displayName",
                "role",
            )
    }
}

/** A dedicated cluster of the organization. */
public class Cluster internal constructor(
    /** Name to pass as `clusterName` when an app is created. */
    public val clusterName: String,
    /** Region of the cluster. */
    public val region: String?,
    /** Cloud provider. */
    public val cloudProvider: String?,
    /** Data-plane address. */
    public val endpoint: String?,
    /** When it was created. */
    public val createdAt: Instant?,
    /** When it was last changed. */
    public val updatedAt: Instant?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            clusterName,
            region,
            cloudProvider,
            endpoint,
            createdAt,
            updatedAt,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "clusterName",
                "region",
                "cloudProvider",
                "endpoint",
                "createdAt",
                "updatedAt",
            )
    }
}

/** Amounts in Kubernetes notation. */
public class ResourceQuantities(
    /** CPU, such as `2` or `500m`. */
    public val cpu: String? = null,
    /** Memory, such as `16Gi`. */
    public val memory: String? = null,
    /** Scratch storage, such as `10Gi`. */
    public val ephemeralStorage: String? = null,
    extra: Map<String, JsonElement> = emptyMap(),
) : Part(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            cpu,
            memory,
            ephemeralStorage,
        )

    override fun wireNames(): Array<String> = WIRE_NAMES

    private companion object {
        private val NAMES =
            arrayOf(
                "cpu",
                "memory",
                "ephemeralStorage",
            )
        private val WIRE_NAMES =
            arrayOf(
                "cpu",
                "memory",
                "ephemeral-storage",
            )
    }
}

/** What one replica may use. */
public class Resources(
    /** Amounts in Kubernetes notation. */
    public val limits: ResourceQuantities? = null,
    /** Amounts in Kubernetes notation. */
    public val requests: ResourceQuantities? = null,
    extra: Map<String, JsonElement> = emptyMap(),
) : Part(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            limits,
            requests,
        )

    override fun wireNames(): Array<String> = WIRE_NAMES

    private companion object {
        private val NAMES =
            arrayOf(
                "limits",
                "requests",
            )
        private val WIRE_NAMES =
            arrayOf(
                "limits",
                "requests",
            )
    }
}

/** Executors of a distributed app. */
public class Executor(
    /** How many executors. */
    public val replicas: Long? = null,
    /** What one replica may use. */
    public val resources: Resources? = null,
    /** Storage of each executor, in gigabytes. */
    public val storageSizeGb: Double? = null,
    extra: Map<String, JsonElement> = emptyMap(),
) : Part(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            replicas,
            resources,
            storageSizeGb,
        )

    override fun wireNames(): Array<String> = WIRE_NAMES

    private companion object {
        private val NAMES =
            arrayOf(
                "replicas",
                "resources",
                "storageSizeGb",
            )
        private val WIRE_NAMES =
            arrayOf(
                "replicas",
                "resources",
                "storage_size_gb",
            )
    }
}

/** How an app runs. Answers nest it; requests take its members flat. */
public class AppConfig internal constructor(
    /** The manifest: an object, or YAML text as it was sent. */
    public val spicepod: JsonElement?,
    /** Image registry. */
    public val registry: String?,
    /** Image name. */
    public val image: String?,
    /** Pinned runtime version; nothing when the channel decides. */
    public val imageTag: String?,
    /** Stream of releases that the app follows. */
    public val updateChannel: UpdateChannel?,
    /** Runtime version range, such as `2.x`. */
    public val version: String?,
    /** How many replicas. */
    public val replicas: Long?,
    /** What one replica may use. */
    public val resources: Resources?,
    /** Executors of a distributed app. */
    public val executor: Executor?,
    /** Region that the app runs in. */
    public val region: String?,
    /** Dedicated cluster that the app runs on. */
    public val clusterName: String?,
    /** Node group. */
    public val nodeGroup: String?,
    /** Persistent storage, in gigabytes. */
    public val storageSizeGb: Double?,
    /** Older name of `storageSizeGb`. */
    public val storageClaimSizeGb: Double?,
    extra: Map<String, JsonElement>,
) : Model(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            spicepod,
            registry,
            image,
            imageTag,
            updateChannel,
            version,
            replicas,
            resources,
            executor,
            region,
            clusterName,
            nodeGroup,
            storageSizeGb,
            storageClaimSizeGb,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "spicepod",
                "registry",
                "image",
                "imageTag",
                "updateChannel",
                "version",
                "replicas",
                "resources",
                "executor",
                "region",
                "clusterName",
                "nodeGroup",
                "storageSizeGb",
                "storageClaimSizeGb",
            )
    }
}

/** The app that an app was forked from. */
public class ForkSource internal constructor(
    /** Identifier. */
    public val id: Long?,
    /** Name. */
    public val name: String?,
    extra: Map<String, JsonElement>,
) : Model(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            id,
            name,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "id",
                "name",
            )
    }
}

/** A Spice app (called a project since Aug 2026). Lists leave `config` out. */
public class App internal constructor(
    /** Identifier. */
    public val id: Long,
    /** Name, unique in the organization whatever the case. */
    public val name: String,
    /** Free text. */
    public val description: String?,
    /** Who may see an app. */
    public val visibility: Visibility?,
    /**
     * When it was created. An app whose name had been deleted before may come back with its old
     * time.
     */
    public val createdAt: Instant?,
    /** Region that the app runs in. */
    public val region: String?,
    /** Internal name of the region's data host. */
    public val cname: String?,
    /** Identifier of the dedicated cluster. */
    public val clusterId: String?,
    /** Dedicated cluster. */
    public val clusterName: String?,
    /** Data-plane address of the app (2026). */
    public val endpoint: String?,
    /** Git branch that production follows. */
    public val productionBranch: String?,
    /** Primary runtime key; older servers put it here. */
    public val apiKey: Secret?,
    /** Free key-value pairs. */
    public val tags: Map<String, String>,
    /** Set when the app was created but its first configuration was not applied. */
    public val warning: String?,
    /** The app that this one was forked from. */
    public val forkedFrom: ForkSource?,
    /** How the app runs; absent from lists. */
    public val config: AppConfig?,
    /**
     * What a fork has in common with the app that it was forked from, such as a replication slot;
     * only in the answer that made the fork.
     */
    public val sharedState: JsonElement?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            id,
            name,
            description,
            visibility,
            createdAt,
            region,
            cname,
            clusterId,
            clusterName,
            endpoint,
            productionBranch,
            apiKey,
            tags,
            warning,
            forkedFrom,
            config,
            sharedState,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "id",
                "name",
                "description",
                "visibility",
                "createdAt",
                "region",
                "cname",
                "clusterId",
                "clusterName",
                "endpoint",
                "productionBranch",
                "apiKey",
                "tags",
                "warning",
                "forkedFrom",
                "config",
                "sharedState",
            )
    }
}

/** What came of resuming an app. */
public class ResumedApp internal constructor(
    /** Identifier of the deployment that was started. */
    public val deploymentId: Long?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            deploymentId,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "deploymentId",
            )
    }
}

/** Load of one instance. Figures without data are absent. */
public class InstanceMetrics internal constructor(
    /** CPU, in percent. */
    public val cpuUsagePercent: Double?,
    /** Memory, in bytes. */
    public val memoryUsageBytes: Double?,
    /** Disk reads, in bytes. */
    public val diskReadBytes: Double?,
    /** Disk reads. */
    public val diskReadOperations: Double?,
    /** Disk writes, in bytes. */
    public val diskWriteBytes: Double?,
    /** Disk writes. */
    public val diskWriteOperations: Double?,
    extra: Map<String, JsonElement>,
) : Model(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            cpuUsagePercent,
            memoryUsageBytes,
            diskReadBytes,
            diskReadOperations,
            diskWriteBytes,
            diskWriteOperations,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "cpuUsagePercent",
                "memoryUsageBytes",
                "diskReadBytes",
                "diskReadOperations",
                "diskWriteBytes",
                "diskWriteOperations",
            )
    }
}

/** What was ingested. With a window these are rates per second. */
public class IngestionMetrics internal constructor(
    /** Rows. */
    public val rowsIngested: Double?,
    /** Bytes. */
    public val bytesIngested: Double?,
    extra: Map<String, JsonElement>,
) : Model(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            rowsIngested,
            bytesIngested,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "rowsIngested",
                "bytesIngested",
            )
    }
}

/** A distributed app's executors. */
public class ClusterMetrics internal constructor(
    /** Executors at work. */
    public val activeExecutorsCount: Double?,
    extra: Map<String, JsonElement>,
) : Model(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            activeExecutorsCount,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "activeExecutorsCount",
            )
    }
}

/** Load and ingestion of an app; may be partial. */
public class AppMetrics internal constructor(
    /** Load, by instance. */
    public val metrics: Map<String, InstanceMetrics>,
    /** What was ingested. */
    public val ingestion: IngestionMetrics?,
    /** A distributed app's executors. */
    public val cluster: ClusterMetrics?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            metrics,
            ingestion,
            cluster,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "metrics",
                "ingestion",
                "cluster",
            )
    }
}

/** One roll-out of an app. */
public class Deployment internal constructor(
    /** Identifier; grows with time. */
    public val id: Long,
    /** Where a deployment stands. */
    public val status: DeploymentStatus,
    /** When it was asked for. */
    public val createdAt: Instant?,
    /** When the roll-out began. */
    public val startedAt: Instant?,
    /** When it last changed. */
    public val updatedAt: Instant?,
    /** When it ended; older servers only. */
    public val finishedAt: Instant?,
    /** Image name. */
    public val image: String?,
    /** Runtime version. */
    public val imageTag: String?,
    /** Stream of releases. */
    public val channel: UpdateChannel?,
    /** How many replicas. */
    public val replicas: Long?,
    /** Git branch. */
    public val branch: String?,
    /** Git commit. */
    public val commitSha: String?,
    /** What was deployed, in words. */
    public val commitMessage: String?,
    /** Whether it runs in debug mode. */
    public val debug: Boolean?,
    /** Why it failed, or, while in progress, what it waits for. */
    public val errorCode: DeploymentErrorCode?,
    /** The same in words; set and cleared together with the code. */
    public val errorMessage: String?,
    /** What created it, such as `api`. */
    public val creationSource: String?,
    /** Who created it: a number, a text or an object, by the age of the server. */
    public val createdBy: JsonElement?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            id,
            status,
            createdAt,
            startedAt,
            updatedAt,
            finishedAt,
            image,
            imageTag,
            channel,
            replicas,
            branch,
            commitSha,
            commitMessage,
            debug,
            errorCode,
            errorMessage,
            creationSource,
            createdBy,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "id",
                "status",
                "createdAt",
                "startedAt",
                "updatedAt",
                "finishedAt",
                "image",
                "imageTag",
                "channel",
                "replicas",
                "branch",
                "commitSha",
                "commitMessage",
                "debug",
                "errorCode",
                "errorMessage",
                "creationSource",
                "createdBy",
            )
    }
}

/** A secret of an app, without its value. */
public class AppSecret internal constructor(
    /** Identifier. */
    public val id: Long?,
    /** Name; `${secrets:NAME}` in a spicepod. */
    public val name: String,
    /** Asterisks, or nothing: the API never gives a value back. */
    public val value: String?,
    /** When it was first set. */
    public val createdAt: Instant?,
    /** When it was last set. */
    public val updatedAt: Instant?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            id,
            name,
            value,
            createdAt,
            updatedAt,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "id",
                "name",
                "value",
                "createdAt",
                "updatedAt",
            )
    }
}

/** Both runtime keys of an app, in clear. */
public class ApiKeys internal constructor(
    /** Primary key. */
    public val apiKey: Secret?,
    /** Secondary key. */
    public val apiKey2: Secret?,
    /** Which key a regeneration replaced: 0 both, 1 primary, 2 secondary; only in its answer. */
    public val regeneratedKey: Long?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            apiKey,
            apiKey2,
            regeneratedKey,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "apiKey",
                "apiKey2",
                "regeneratedKey",
            )
    }
}

/** Where people are told. The members that are of use depend on the kind. */
public class AlertTarget(
    /** How people are told; must be given. */
    public val kind: TargetKind? = null,
    /** E-mail addresses, at most 20, of an e-mail target. */
    public val emails: List<String>? = null,
    /** Identifier of the Slack channel, not its name. */
    public val channelId: String? = null,
    /** Public HTTPS address. */
    public val url: String? = null,
    /** HTTP method: `POST` (when left out), `PUT` or `PATCH`. */
    public val method: String? = null,
    /**
     * Bearer token for the address; never given back. One that is left out stays as it is as long
     * as the address does.
     */
    public val token: Secret? = null,
    extra: Map<String, JsonElement> = emptyMap(),
) : Part(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            kind,
            emails,
            channelId,
            url,
            method,
            token,
        )

    override fun wireNames(): Array<String> = WIRE_NAMES

    private companion object {
        private val NAMES =
            arrayOf(
                "kind",
                "emails",
                "channelId",
                "url",
                "method",
                "token",
            )
        private val WIRE_NAMES =
            arrayOf(
                "type",
                "emails",
                "channelId",
                "url",
                "method",
                "token",
            )
    }
}

/** When a monitor fires. */
public class MonitorSpec(
    /** How what is measured is compared; must be given. */
    public val op: Comparison? = null,
    /** What it is compared with, in the unit of the template; must be given. */
    public val threshold: Double? = null,
    /** Time that is looked at: `1m`, `5m` (when left out), `15m`, `30m` or `1h`. */
    public val window: String? = null,
    /** How many seconds it must last; 300 when left out. */
    public val sustainSecs: Long? = null,
    /** How bad it is; critical when left out. */
    public val severity: AlertSeverity? = null,
    /** The dataset to watch. */
    public val dataset: String? = null,
    /** The datasets to watch, at most 20; goes before `dataset`. All when neither is given. */
    public val datasets: List<String>? = null,
    /** Whether people are shown the text of queries and data; no when left out. */
    public val includeDetails: Boolean? = null,
    extra: Map<String, JsonElement> = emptyMap(),
) : Part(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            op,
            threshold,
            window,
            sustainSecs,
            severity,
            dataset,
            datasets,
            includeDetails,
        )

    override fun wireNames(): Array<String> = WIRE_NAMES

    private companion object {
        private val NAMES =
            arrayOf(
                "op",
                "threshold",
                "window",
                "sustainSecs",
                "severity",
                "dataset",
                "datasets",
                "includeDetails",
            )
        private val WIRE_NAMES =
            arrayOf(
                "op",
                "threshold",
                "window",
                "sustainSecs",
                "severity",
                "dataset",
                "datasets",
                "includeDetails",
            )
    }
}

/** When a reaction fires. Reactions to data conventionally compare with `EQ` and 0. */
public class ReactionSpec(
    /** How what is measured is compared; must be given. */
    public val op: Comparison? = null,
    /** What it is compared with, in the unit of the template; must be given. */
    public val threshold: Double? = null,
    /** The dataset to watch. */
    public val dataset: String? = null,
    /** The datasets that a query is about. */
    public val datasets: List<String>? = null,
    /** The column whose value must match. */
    public val column: String? = null,
    /** The value that the column must have. */
    public val value: JsonElement? = null,
    /** Conditions instead of one column and its value. */
    public val conditions: List<JsonElement>? = null,
    /** The query. */
    public val query: String? = null,
    /** Language of the query: `gql` (when left out) or `cypher`. */
    public val queryLanguage: String? = null,
    /** A model of the spicepod that puts results into words. */
    public val model: String? = null,
    /** Whether people are shown the text of queries and data; no when left out. */
    public val includeDetails: Boolean? = null,
    extra: Map<String, JsonElement> = emptyMap(),
) : Part(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            op,
            threshold,
            dataset,
            datasets,
            column,
            value,
            conditions,
            query,
            queryLanguage,
            model,
            includeDetails,
        )

    override fun wireNames(): Array<String> = WIRE_NAMES

    private companion object {
        private val NAMES =
            arrayOf(
                "op",
                "threshold",
                "dataset",
                "datasets",
                "column",
                "value",
                "conditions",
                "query",
                "queryLanguage",
                "model",
                "includeDetails",
            )
        private val WIRE_NAMES =
            arrayOf(
                "op",
                "threshold",
                "dataset",
                "datasets",
                "column",
                "value",
                "conditions",
                "query",
                "queryLanguage",
                "model",
                "includeDetails",
            )
    }
}

/** A monitor of an app. */
public class Monitor internal constructor(
    /** Identifier, a UUID. */
    public val id: String,
    /** Name, unique over the monitors and reactions of an app whatever the case. */
    public val name: String,
    /** Free text. */
    public val description: String?,
    /** Whether the monitor is switched on. */
    public val status: AlertStatus?,
    /** What the monitor watches. */
    public val templateId: MonitorTemplate?,
    /** When the monitor fires. */
    public val spec: MonitorSpec?,
    /** Where people are told, without any token. */
    public val targets: List<AlertTarget>,
    /** Members who get the e-mail. */
    public val recipientUserIds: List<Long>,
    /** When it last fired. */
    public val lastFiredAt: Instant?,
    /**
     * When what it fired for last came to an end. It is still going on when it fired later than
     * that.
     */
    public val lastResolvedAt: Instant?,
    /** Why nothing can be measured, such as `cpu_limit_missing`. */
    public val evaluationUnavailableReason: String?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            id,
            name,
            description,
            status,
            templateId,
            spec,
            targets,
            recipientUserIds,
            lastFiredAt,
            lastResolvedAt,
            evaluationUnavailableReason,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "id",
                "name",
                "description",
                "status",
                "templateId",
                "spec",
                "targets",
                "recipientUserIds",
                "lastFiredAt",
                "lastResolvedAt",
                "evaluationUnavailableReason",
            )
    }
}

/** A reaction of an app. */
public class Reaction internal constructor(
    /** Identifier, a UUID. */
    public val id: String,
    /** Name, unique over the monitors and reactions of an app whatever the case. */
    public val name: String,
    /** Free text. */
    public val description: String?,
    /** Whether the reaction is switched on. */
    public val status: AlertStatus?,
    /** What the reaction watches. */
    public val templateId: ReactionTemplate?,
    /** When the reaction fires. */
    public val spec: ReactionSpec?,
    /** Where people are told, without any token. */
    public val targets: List<AlertTarget>,
    /** Members who get the e-mail. */
    public val recipientUserIds: List<Long>,
    /** When it last fired. */
    public val lastFiredAt: Instant?,
    /**
     * When what it fired for last came to an end. It is still going on when it fired later than
     * that.
     */
    public val lastResolvedAt: Instant?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            id,
            name,
            description,
            status,
            templateId,
            spec,
            targets,
            recipientUserIds,
            lastFiredAt,
            lastResolvedAt,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "id",
                "name",
                "description",
                "status",
                "templateId",
                "spec",
                "targets",
                "recipientUserIds",
                "lastFiredAt",
                "lastResolvedAt",
            )
    }
}

/** A member of the organization. */
public class Member internal constructor(
    /** Identifier of the user. */
    public val userId: Long,
    /** Spice.ai user name. */
    public val username: String,
    /** Roles in the organization. */
    public val roles: List<MemberRole>,
    /**
     * Whether the member owns the organization; absent from the answers to adding and updating.
     */
    public val isOwner: Boolean?,
    /** When the member joined. */
    public val createdAt: Instant?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            userId,
            username,
            roles,
            isOwner,
            createdAt,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "userId",
                "username",
                "roles",
                "isOwner",
                "createdAt",
            )
    }
}

/** A place of a spicepod that refers to a secret. */
public class SecretReference internal constructor(
    /** Name of the secret. */
    public val name: String,
    /** Where it stands, such as `datasets[0].params.pg_pass`. */
    public val place: String,
    extra: Map<String, JsonElement>,
) : Model(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            name,
            place,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "name",
                "place",
            )
    }
}

/** A spicepod beside the secrets of its app. */
public class SpicepodReport internal constructor(
    /** Whether all secrets that it refers to are there. */
    public val ok: Boolean,
    /** Where it refers to secrets. */
    public val references: List<SecretReference>,
    /** Names of secrets that it refers to and the app does not have. */
    public val missing: List<String>,
    /** Names of secrets that the app has and it does not refer to. */
    public val unused: List<String>,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            ok,
            references,
            missing,
            unused,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "ok",
                "references",
                "missing",
                "unused",
            )
    }
}

/** Secrets beside the deployment that runs. */
public class SecretDrift internal constructor(
    /** Whether the runtime has the present value of every secret, as far as their times tell. */
    public val ok: Boolean,
    /**
     * Secrets that were set after the deployment began: the runtime may have an older value, or
     * none.
     */
    public val changed: List<AppSecret>,
    /** The last deployment that succeeded; nothing when there is none. */
    public val deployment: Deployment?,
    /** Names of secrets of which the API does not say when they were set. */
    public val unknown: List<String>,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            ok,
            changed,
            deployment,
            unknown,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "ok",
                "changed",
                "deployment",
                "unknown",
            )
    }
}

/** A step of a rotation. */
public class RotationEvent internal constructor(
    /** What has happened in a rotation. */
    public val step: RotationStep,
    /** Number of the key that it is about: 2 first, then 1. */
    public val slot: Long,
    /** How far the rotation is. Kept somewhere, it lets another process go on; it holds no key. */
    public val journal: String,
    extra: Map<String, JsonElement>,
) : Model(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            step,
            slot,
            journal,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "step",
                "slot",
                "journal",
            )
    }
}

/** A rotation that has come to its end. */
public class RotationReport internal constructor(
    /** Both runtime keys of an app, in clear. */
    public val keys: ApiKeys,
    /** What was done. It holds no key. */
    public val journal: String,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            keys,
            journal,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "keys",
                "journal",
            )
    }
}

/** Scopes that were asked for. */
public class ScopeReport internal constructor(
    /** Those that are granted. */
    public val granted: List<String>,
    /** Those of which it cannot be known without a change. */
    public val unknown: List<String>,
    /** How scopes were found out. */
    public val source: ScopeSource,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            granted,
            unknown,
            source,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "granted",
                "unknown",
                "source",
            )
    }
}

/** What a client signs in with, and what that grants. */
public class Identity internal constructor(
    /** What a client signs in with. */
    public val credential: CredentialKind,
    /** Organization that the client names, or that the token says it is for. */
    public val org: String?,
    /** Organizations that it reaches, as far as it may ask. */
    public val orgs: List<Org>,
    /** Scopes that are granted, as far as is known; what they imply is not repeated. */
    public val scopes: List<String>,
    /** Scopes that are known not to be granted. */
    public val refused: List<String>,
    /** How scopes were found out. */
    public val source: ScopeSource,
    /** When the token ends, if it says so. */
    public val expiresAt: Instant?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            credential,
            org,
            orgs,
            scopes,
            refused,
            source,
            expiresAt,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "credential",
                "org",
                "orgs",
                "scopes",
                "refused",
                "source",
                "expiresAt",
            )
    }
}

/** One change. */
public class PlannedChange internal constructor(
    /** What is done. */
    public val action: PlannedAction,
    /** What is changed, such as `app`, `secret:PG_PASS` or `member:ada`. */
    public val target: String,
    /** The change in a line. */
    public val text: String,
    extra: Map<String, JsonElement>,
) : Model(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            action,
            target,
            text,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "action",
                "target",
                "text",
            )
    }
}

/** What has to change for a desired state. */
public class Plan internal constructor(
    /** Whether everything is as it should be. */
    public val isEmpty: Boolean,
    /** What `apply` would do, in its order. */
    public val changes: List<PlannedChange>,
    /** What should be known before. */
    public val warnings: List<String>,
    /** The plan for people to read. */
    public val text: String,
    /** The plan for `apply`. It holds no secret and may be kept in a file. */
    public val document: String,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            isEmpty,
            changes,
            warnings,
            text,
            document,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "isEmpty",
                "changes",
                "warnings",
                "text",
                "document",
            )
    }
}

/** What was done. */
public class AppliedPlan internal constructor(
    /** The app as it is now. */
    public val app: App?,
    /** What was done, in order. */
    public val changes: List<PlannedChange>,
    /** The deployment that was waited for; nothing when none was needed. */
    public val deployment: Deployment?,
    /**
     * What the next plan recognises secrets by. It holds no secret, and tells nothing without the
     * key.
     */
    public val fingerprints: String,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            app,
            changes,
            deployment,
            fingerprints,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "app",
                "changes",
                "deployment",
                "fingerprints",
            )
    }
}

/** Something that was looked at. */
public class Check internal constructor(
    /** What was looked at, such as `tls`. */
    public val name: String,
    /** How something was found. */
    public val outcome: CheckOutcome,
    /** What was found. */
    public val detail: String,
    /** What to do about it. */
    public val hint: String?,
    extra: Map<String, JsonElement>,
) : Model(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            name,
            outcome,
            detail,
            hint,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "name",
                "outcome",
                "detail",
                "hint",
            )
    }
}

/** What was found on the way to the API. */
public class Diagnosis internal constructor(
    /** Whether nothing was found that is wrong. */
    public val ok: Boolean,
    /** What was looked at, in order. */
    public val checks: List<Check>,
    /** The report as text, without secrets. */
    public val text: String,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            ok,
            checks,
            text,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "ok",
                "checks",
                "text",
            )
    }
}

/** Rows. */
public class SqlResult internal constructor(
    /** How many rows there are. */
    public val rowCount: Long,
    /** The rows, each an object with the columns by name. */
    public val rows: List<JsonElement>,
    /** What the columns are, in the JSON form of Arrow's schemas, if the runtime says so. */
    public val schema: JsonElement?,
    /** How long the query took, in milliseconds, if the runtime says so. */
    public val executionTimeMs: Double?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            rowCount,
            rows,
            schema,
            executionTimeMs,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "rowCount",
                "rows",
                "schema",
                "executionTimeMs",
            )
    }
}

/** Something that was found. */
public class SearchHit internal constructor(
    /** Where it was found. */
    public val dataset: String?,
    /** How well it fits: more is better. */
    public val score: Double?,
    /** What fits, by column. */
    public val matches: JsonElement?,
    /** What identifies the row. */
    public val primaryKey: JsonElement?,
    /** Columns that were asked for. */
    public val data: JsonElement?,
    /** What else is known of it. */
    public val metadata: JsonElement?,
    extra: Map<String, JsonElement>,
) : Model(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            dataset,
            score,
            matches,
            primaryKey,
            data,
            metadata,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "dataset",
                "score",
                "matches",
                "primaryKey",
                "data",
                "metadata",
            )
    }
}

/** What was found. */
public class SearchResult internal constructor(
    /** What was found, the best first. */
    public val results: List<SearchHit>,
    /** How long it took, in milliseconds. */
    public val durationMs: Double?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            results,
            durationMs,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "results",
                "durationMs",
            )
    }
}

/** An answer. */
public class ChatCompletion internal constructor(
    /** Name of the answer. */
    public val id: String?,
    /** Who has answered. */
    public val model: String?,
    /** The words of the answer. */
    public val content: String?,
    /** The answers as they came. */
    public val choices: List<JsonElement>,
    /** How many tokens it took. */
    public val usage: JsonElement?,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            id,
            model,
            content,
            choices,
            usage,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "id",
                "model",
                "content",
                "choices",
                "usage",
            )
    }
}

/** A piece of an answer. */
public class ChatChunk internal constructor(
    /** Name of the answer. */
    public val id: String?,
    /** Who answers. */
    public val model: String?,
    /** The words that it adds. */
    public val content: String?,
    /** The pieces as they came. */
    public val choices: List<JsonElement>,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            id,
            model,
            content,
            choices,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "id",
                "model",
                "content",
                "choices",
            )
    }
}

/** How a runtime is. */
public class RuntimeStatus internal constructor(
    /** Whether all is well. */
    public val ok: Boolean,
    /** The HTTP status of the answer. */
    public val status: Long,
    /** What it says. */
    public val text: String,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            ok,
            status,
            text,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "ok",
                "status",
                "text",
            )
    }
}

/** A dataset of a runtime. */
public class RuntimeDataset internal constructor(
    /** Name of the dataset. */
    public val name: String,
    /** Where its data comes from. */
    public val source: String?,
    /** How it is, such as `ready`. */
    public val status: String?,
    /** What is wrong with it. */
    public val errorMessage: String?,
    extra: Map<String, JsonElement>,
) : Model(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            name,
            source,
            status,
            errorMessage,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "name",
                "source",
                "status",
                "errorMessage",
            )
    }
}

/** The datasets of a runtime. */
public class RuntimeDatasets internal constructor(
    /** Whether all of them are ready. */
    public val ready: Boolean,
    /** The datasets. */
    public val datasets: List<RuntimeDataset>,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            ready,
            datasets,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "ready",
                "datasets",
            )
    }
}

/** A number that is counted. */
public class MetricSample internal constructor(
    /** What is counted. */
    public val name: String,
    /** What tells it from others of its name. */
    public val labels: Map<String, String>,
    /** The number. */
    public val value: Double,
    extra: Map<String, JsonElement>,
) : Model(extra) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            name,
            labels,
            value,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "name",
                "labels",
                "value",
            )
    }
}

/** What a runtime counts. */
public class RuntimeMetrics internal constructor(
    /** Prometheus' text, as it came. */
    public val text: String,
    /** The same, line by line. Values that are no finite number are left out. */
    public val samples: List<MetricSample>,
    extra: Map<String, JsonElement>,
    meta: Meta,
) : Answer(extra, meta) {
    override fun names(): Array<String> = NAMES

    override fun parts(): Array<Any?> =
        arrayOf(
            text,
            samples,
        )

    private companion object {
        private val NAMES =
            arrayOf(
                "text",
                "samples",
            )
    }
}
