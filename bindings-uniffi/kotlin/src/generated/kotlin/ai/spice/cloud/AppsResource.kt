// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import kotlinx.serialization.json.JsonElement

/** Spice apps, called projects since Aug 2026. */
public class AppsResource internal constructor(
    private val caller: Caller,
) {
    /**
     * Lists the organization's apps, page by page, without their configuration.
     *
     * `GET /v1/apps`, scope `apps:read`.
     *
     * @param pageSize How many items to ask for at a time; 100 if not given.
     * @param limit How many items there may be in all; no limit if not given.
     * @param offset How many items to pass over; the exception of a list that failed says it as
     *   `nextOffset`.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public fun list(
        pageSize: Int? = null,
        limit: Int? = null,
        offset: Long? = null,
    ): Pager<App> {
        val params =
            { size: Int?, most: Int? ->
                Params(pageSize = size, limit = most, offset = offset)
            }
        return caller.pages("apps.list", params, pageSize, limit, ::readApp)
    }

    /**
     * Creates an app. It does not run until it has a spicepod and a deployment.
     *
     * `POST /v1/apps`, scope `apps:write`.
     *
     * @param name Name: 4 to 38 letters, digits and hyphens, unique in the organization whatever
     *   the case.
     * @param region Region identifier from the list of regions.
     * @param cname Internal name of the region; older servers want it instead of `region`.
     * @param clusterName Dedicated cluster; with a region, the region must be the cluster's.
     * @param description Free text.
     * @param visibility Who may see the app; private when left out.
     * @param tags Free key-value pairs. Values: letters, digits, `_`, `@`, `-` (the vendor's deploy
     *   action).
     * @param updateChannel Stream of releases to follow; null clears it.
     * @param replicas How many replicas, 1 to 10; the plan may allow fewer.
     * @param resources What one replica may use.
     * @param executor Executors of a distributed app.
     * @param storageSizeGb Persistent storage, in gigabytes.
     * @param extra Further members to send as they are, for what this version does not know.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws ConflictException It conflicts with what is there.
     * @throws ApiException The body is larger than 1 MiB.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun create(
        name: String,
        region: String? = null,
        cname: String? = null,
        clusterName: String? = null,
        description: String? = null,
        visibility: Visibility? = null,
        tags: Map<String, String>? = null,
        updateChannel: UpdateChannel? = null,
        replicas: Long? = null,
        resources: Resources? = null,
        executor: Executor? = null,
        storageSizeGb: Double? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): App {
        val body =
            sent(emptyList(), extra) {
                put("name", name)
                put("region", region)
                put("cname", cname)
                put("cluster_name", clusterName)
                put("description", description)
                put("visibility", visibility)
                put("tags", tags)
                put("update_channel", updateChannel)
                put("replicas", replicas)
                put("resources", resources)
                put("executor", executor)
                put("storage_size_gb", storageSizeGb)
            }
        return caller.call("apps.create", Params(body = body), ::readApp)
    }

    /**
     * Reads an app with its configuration.
     *
     * `GET /v1/apps/{app_id}`, scope `apps:read`.
     *
     * @param app Identifier of the app.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun get(app: Long): App {
        val path = members("app_id" to app)
        return caller.call("apps.get", Params(path = path), ::readApp)
    }

    /** The same for an object that was read. */
    public suspend fun get(app: App): App =
        get(app.id)

    /**
     * Changes what is named and leaves the rest; null clears where the API allows it. Nothing is
     * deployed.
     *
     * `PUT /v1/apps/{app_id}`, scope `apps:write`.
     *
     * @param app Identifier of the app.
     * @param description Free text.
     * @param visibility Who may see the app.
     * @param productionBranch Git branch that production follows.
     * @param tags Replaces all key-value pairs; null removes them. Values: letters, digits, `_`,
     *   `@`, `-` (the vendor's deploy action).
     * @param spicepod The manifest: YAML text or an object.
     * @param imageTag Runtime version to pin; null lets the channel decide again.
     * @param image Image name.
     * @param registry Image registry.
     * @param updateChannel Stream of releases to follow; null clears it.
     * @param version Runtime version range, such as `2.x`.
     * @param replicas How many replicas, 1 to 10; the plan may allow fewer.
     * @param resources What one replica may use.
     * @param executor Executors of a distributed app.
     * @param region Region identifier.
     * @param clusterName Dedicated cluster; null takes the app off it.
     * @param nodeGroup Node group.
     * @param storageSizeGb Persistent storage, in gigabytes.
     * @param storageClaimSizeGb Older name of `storageSizeGb`.
     * @param clear What is cleared; what is null here is left as it is.
     * @param extra Further members to send as they are, for what this version does not know.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws ConflictException It conflicts with what is there.
     * @throws ApiException The body is larger than 1 MiB.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun update(
        app: Long,
        description: String? = null,
        visibility: Visibility? = null,
        productionBranch: String? = null,
        tags: Map<String, String>? = null,
        spicepod: Document? = null,
        imageTag: String? = null,
        image: String? = null,
        registry: String? = null,
        updateChannel: UpdateChannel? = null,
        version: String? = null,
        replicas: Long? = null,
        resources: Resources? = null,
        executor: Executor? = null,
        region: String? = null,
        clusterName: String? = null,
        nodeGroup: String? = null,
        storageSizeGb: Double? = null,
        storageClaimSizeGb: Double? = null,
        clear: Set<UpdateAppField> = emptySet(),
        extra: Map<String, JsonElement> = emptyMap(),
    ): App {
        val path = members("app_id" to app)
        val body =
            sent(clear.map { it.wire }, extra) {
                put("description", description)
                put("visibility", visibility)
                put("production_branch", productionBranch)
                put("tags", tags)
                put("spicepod", spicepod)
                put("image_tag", imageTag)
                put("image", image)
                put("registry", registry)
                put("update_channel", updateChannel)
                put("version", version)
                put("replicas", replicas)
                put("resources", resources)
                put("executor", executor)
                put("region", region)
                put("cluster_name", clusterName)
                put("node_group", nodeGroup)
                put("storage_size_gb", storageSizeGb)
                put("storage_claim_size_gb", storageClaimSizeGb)
            }
        return caller.call("apps.update", Params(path = path, body = body), ::readApp)
    }

    /** The same for an object that was read. */
    public suspend fun update(
        app: App,
        description: String? = null,
        visibility: Visibility? = null,
        productionBranch: String? = null,
        tags: Map<String, String>? = null,
        spicepod: Document? = null,
        imageTag: String? = null,
        image: String? = null,
        registry: String? = null,
        updateChannel: UpdateChannel? = null,
        version: String? = null,
        replicas: Long? = null,
        resources: Resources? = null,
        executor: Executor? = null,
        region: String? = null,
        clusterName: String? = null,
        nodeGroup: String? = null,
        storageSizeGb: Double? = null,
        storageClaimSizeGb: Double? = null,
        clear: Set<UpdateAppField> = emptySet(),
        extra: Map<String, JsonElement> = emptyMap(),
    ): App =
        update(
            app.id,
            description,
            visibility,
            productionBranch,
            tags,
            spicepod,
            imageTag,
            image,
            registry,
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
            clear,
            extra,
        )

    /**
     * Deletes an app and stops what it runs.
     *
     * `DELETE /v1/apps/{app_id}`, scope `apps:delete`.
     *
     * @param app Identifier of the app.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun delete(app: Long) {
        val path = members("app_id" to app)
        caller.perform("apps.delete", Params(path = path))
    }

    /** The same for an object that was read. */
    public suspend fun delete(app: App): Unit =
        delete(app.id)

    /**
     * Reads load and ingestion of an app, as far as they are known.
     *
     * `GET /v1/apps/{app_id}/metrics`, scope `apps:read` (a guess: no source states it).
     *
     * @param app Identifier of the app.
     * @param window Window such as `5m`, which turns counters into rates.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun metrics(
        app: Long,
        window: String? = null,
    ): AppMetrics {
        val path = members("app_id" to app)
        val query =
            sent(emptyList()) {
                put("window", window)
            }
        return caller.call("apps.metrics", Params(path = path, query = query), ::readAppMetrics)
    }

    /** The same for an object that was read. */
    public suspend fun metrics(
        app: App,
        window: String? = null,
    ): AppMetrics =
        metrics(app.id, window)

    /**
     * Ends the pause of an app and starts a deployment of it.
     *
     * `POST /v1/apps/{app_id}/resume`, scope `apps:write`.
     *
     * @param app Identifier of the app.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws ConflictException It conflicts with what is there.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun resume(app: Long): ResumedApp {
        val path = members("app_id" to app)
        return caller.call("apps.resume", Params(path = path), ::readResumedApp)
    }

    /** The same for an object that was read. */
    public suspend fun resume(app: App): ResumedApp =
        resume(app.id)

    /**
     * Compares the secrets that a spicepod refers to with those of the app. It says which of those
     * that stand as `${secrets:NAME}` are missing, and which ones nothing refers to. Nothing is
     * changed.
     *
     * Calls `apps.get` and `secrets.list`; needs their scopes.
     *
     * @param app Identifier of the app.
     * @param spicepod The spicepod, as YAML text or as an object; if not given, the one that the
     *   app has.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun lint(
        app: Long,
        spicepod: Document? = null,
    ): SpicepodReport {
        val path = members("app_id" to app)
        val body =
            sent(emptyList()) {
                put("spicepod", spicepod)
            }
        return caller.call("apps.lint", Params(path = path, body = body), ::readSpicepodReport)
    }

    /** The same for an object that was read. */
    public suspend fun lint(
        app: App,
        spicepod: Document? = null,
    ): SpicepodReport =
        lint(app.id, spicepod)

    /**
     * Finds the app with a name, whatever its case, or gives null.
     *
     * Walks all pages until it is found.
     *
     * `GET /v1/apps`, scope `apps:read`.
     *
     * @param name Name of the app.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun find(name: String): App? =
        caller.optional("apps.find", Params(name = name), ::readApp)

    /**
     * Changes an app like [update], unless somebody else has changed it since it was read.
     *
     * If somebody has, this fails with a [ConflictException] of the kind `stale_write`, and what
     * they wrote stays. The API has no such condition, so the SDK reads the app again before the
     * request, and once more when the answer is lost: a change that comes in the moment between
     * that look and the request is not noticed.
     *
     * `GET` and `PUT /v1/apps/{app_id}`, scopes `apps:read` and `apps:write`.
     *
     * @param app The app as it was read; one from a list does not tell enough.
     * @param description Free text.
     * @param visibility Who may see the app.
     * @param productionBranch Git branch that production follows.
     * @param tags Replaces all key-value pairs; null removes them. Values: letters, digits, `_`,
     *   `@`, `-` (the vendor's deploy action).
     * @param spicepod The manifest: YAML text or an object.
     * @param imageTag Runtime version to pin; null lets the channel decide again.
     * @param image Image name.
     * @param registry Image registry.
     * @param updateChannel Stream of releases to follow; null clears it.
     * @param version Runtime version range, such as `2.x`.
     * @param replicas How many replicas, 1 to 10; the plan may allow fewer.
     * @param resources What one replica may use.
     * @param executor Executors of a distributed app.
     * @param region Region identifier.
     * @param clusterName Dedicated cluster; null takes the app off it.
     * @param nodeGroup Node group.
     * @param storageSizeGb Persistent storage, in gigabytes.
     * @param storageClaimSizeGb Older name of `storageSizeGb`.
     * @param clear What is cleared; what is null here is left as it is.
     * @param extra Further members to send as they are, for what this version does not know.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws ConflictException It conflicts with what is there.
     * @throws ApiException The body is larger than 1 MiB.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws AmbiguousOutcomeException Nobody can tell whether it was changed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun updateIfUnchanged(
        app: App,
        description: String? = null,
        visibility: Visibility? = null,
        productionBranch: String? = null,
        tags: Map<String, String>? = null,
        spicepod: Document? = null,
        imageTag: String? = null,
        image: String? = null,
        registry: String? = null,
        updateChannel: UpdateChannel? = null,
        version: String? = null,
        replicas: Long? = null,
        resources: Resources? = null,
        executor: Executor? = null,
        region: String? = null,
        clusterName: String? = null,
        nodeGroup: String? = null,
        storageSizeGb: Double? = null,
        storageClaimSizeGb: Double? = null,
        clear: Set<UpdateAppField> = emptySet(),
        extra: Map<String, JsonElement> = emptyMap(),
    ): App {
        val config =
            app.config?.let {
                members(
                    "spicepod" to it.spicepod,
                    "image_tag" to it.imageTag,
                    "image" to it.image,
                    "registry" to it.registry,
                    "update_channel" to it.updateChannel,
                    "version" to it.version,
                    "replicas" to it.replicas,
                    "resources" to it.resources,
                    "executor" to it.executor,
                    "region" to it.region,
                    "cluster_name" to it.clusterName,
                    "node_group" to it.nodeGroup,
                    "storage_size_gb" to it.storageSizeGb,
                    "storage_claim_size_gb" to it.storageClaimSizeGb,
                )
            }
        val unchanged =
            members(
                "id" to app.id,
                "name" to app.name,
                "description" to app.description,
                "visibility" to app.visibility,
                "production_branch" to app.productionBranch,
                "tags" to app.tags,
                "region" to app.region,
                "cluster_name" to app.clusterName,
                "config" to config,
            )
        val body =
            sent(clear.map { it.wire }, extra) {
                put("description", description)
                put("visibility", visibility)
                put("production_branch", productionBranch)
                put("tags", tags)
                put("spicepod", spicepod)
                put("image_tag", imageTag)
                put("image", image)
                put("registry", registry)
                put("update_channel", updateChannel)
                put("version", version)
                put("replicas", replicas)
                put("resources", resources)
                put("executor", executor)
                put("region", region)
                put("cluster_name", clusterName)
                put("node_group", nodeGroup)
                put("storage_size_gb", storageSizeGb)
                put("storage_claim_size_gb", storageClaimSizeGb)
            }
        val params = Params(path = members("app_id" to app.id), body = body, unchanged = unchanged)
        return caller.call("apps.update_if_unchanged", params, ::readApp)
    }
}
