// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/**
 * Spice apps, called projects since Aug 2026.
 *
 * It waits in the thread that calls it.
 */
public class AppsBlocking internal constructor(
    private val inner: AppsResource,
) {
    /**
     * Lists the organization's apps, page by page, without their configuration.
     *
     * `GET /v1/apps`, scope `apps:read`.
     *
     * @param pageSize How many items to ask for at a time; 100 if null.
     * @param limit How many items there may be in all; no limit if null.
     * @param offset How many items to pass over; the exception of a list that failed says it as
     *   `nextOffset`.
     * @throws SpiceCloudException As [AppsResource.list] says.
     */
    @JvmOverloads
    public fun list(
        pageSize: Int? = null,
        limit: Int? = null,
        offset: Long? = null,
    ): PagerBlocking<App> =
        PagerBlocking(inner.list(pageSize, limit, offset))

    /**
     * Finds the app with a name, whatever its case, or gives null. Walks all pages until it is
     * found.
     *
     * @param name Name of the app.
     * @throws SpiceCloudException As [AppsResource.find] says.
     */
    public fun find(name: String): App? =
        waitFor { inner.find(name) }

    /**
     * Creates an app. It does not run until it has a spicepod and a deployment.
     *
     * `POST /v1/apps`, scope `apps:write`.
     *
     * @param body What is sent.
     * @throws SpiceCloudException As [AppsResource.create] says.
     */
    public fun create(body: CreateApp): App =
        waitFor {
            inner.create(
                body.name,
                body.region,
                body.cname,
                body.clusterName,
                body.description,
                body.visibility,
                body.tags,
                body.updateChannel,
                body.replicas,
                body.resources,
                body.executor,
                body.storageSizeGb,
                body.extra,
            )
        }

    /**
     * Reads an app with its configuration.
     *
     * `GET /v1/apps/{app_id}`, scope `apps:read`.
     *
     * @param app Identifier of the app.
     * @throws SpiceCloudException As [AppsResource.get] says.
     */
    public fun get(app: Long): App =
        waitFor { inner.get(app) }

    /** The same for an object that was read. */
    public fun get(app: App): App =
        waitFor { inner.get(app.id) }

    /**
     * Changes what is named and leaves the rest; null clears where the API allows it. Nothing is
     * deployed.
     *
     * `PUT /v1/apps/{app_id}`, scope `apps:write`.
     *
     * @param app Identifier of the app.
     * @param body What is sent.
     * @throws SpiceCloudException As [AppsResource.update] says.
     */
    @JvmOverloads
    public fun update(
        app: Long,
        body: UpdateApp = UpdateApp(),
    ): App =
        waitFor {
            inner.update(
                app,
                body.description,
                body.visibility,
                body.productionBranch,
                body.tags,
                body.spicepod,
                body.imageTag,
                body.image,
                body.registry,
                body.updateChannel,
                body.version,
                body.replicas,
                body.resources,
                body.executor,
                body.region,
                body.clusterName,
                body.nodeGroup,
                body.storageSizeGb,
                body.storageClaimSizeGb,
                body.clear,
                body.extra,
            )
        }

    /** The same for an object that was read. */
    @JvmOverloads
    public fun update(
        app: App,
        body: UpdateApp = UpdateApp(),
    ): App =
        waitFor {
            inner.update(
                app.id,
                body.description,
                body.visibility,
                body.productionBranch,
                body.tags,
                body.spicepod,
                body.imageTag,
                body.image,
                body.registry,
                body.updateChannel,
                body.version,
                body.replicas,
                body.resources,
                body.executor,
                body.region,
                body.clusterName,
                body.nodeGroup,
                body.storageSizeGb,
                body.storageClaimSizeGb,
                body.clear,
                body.extra,
            )
        }

    /**
     * Changes an app like [update], unless somebody else has changed it since it was read: then it
     * fails with a [ConflictException] of the kind `stale_write`, and what they wrote stays.
     *
     * @param app The app as it was read; one from a list does not tell enough.
     * @param body What is sent.
     * @throws SpiceCloudException As [AppsResource.updateIfUnchanged] says.
     */
    @JvmOverloads
    public fun updateIfUnchanged(
        app: App,
        body: UpdateApp = UpdateApp(),
    ): App =
        waitFor {
            inner.updateIfUnchanged(
                app,
                body.description,
                body.visibility,
                body.productionBranch,
                body.tags,
                body.spicepod,
                body.imageTag,
                body.image,
                body.registry,
                body.updateChannel,
                body.version,
                body.replicas,
                body.resources,
                body.executor,
                body.region,
                body.clusterName,
                body.nodeGroup,
                body.storageSizeGb,
                body.storageClaimSizeGb,
                body.clear,
                body.extra,
            )
        }

    /**
     * Deletes an app and stops what it runs.
     *
     * `DELETE /v1/apps/{app_id}`, scope `apps:delete`.
     *
     * @param app Identifier of the app.
     * @throws SpiceCloudException As [AppsResource.delete] says.
     */
    public fun delete(app: Long): Unit =
        waitFor { inner.delete(app) }

    /** The same for an object that was read. */
    public fun delete(app: App): Unit =
        waitFor { inner.delete(app.id) }

    /**
     * Reads load and ingestion of an app, as far as they are known.
     *
     * `GET /v1/apps/{app_id}/metrics`, scope `apps:read` (a guess: no source states it).
     *
     * @param app Identifier of the app.
     * @param window Window such as `5m`, which turns counters into rates.
     * @throws SpiceCloudException As [AppsResource.metrics] says.
     */
    @JvmOverloads
    public fun metrics(
        app: Long,
        window: String? = null,
    ): AppMetrics =
        waitFor { inner.metrics(app, window) }

    /** The same for an object that was read. */
    @JvmOverloads
    public fun metrics(
        app: App,
        window: String? = null,
    ): AppMetrics =
        waitFor { inner.metrics(app.id, window) }

    /**
     * Ends the pause of an app and starts a deployment of it.
     *
     * `POST /v1/apps/{app_id}/resume`, scope `apps:write`.
     *
     * @param app Identifier of the app.
     * @throws SpiceCloudException As [AppsResource.resume] says.
     */
    public fun resume(app: Long): ResumedApp =
        waitFor { inner.resume(app) }

    /** The same for an object that was read. */
    public fun resume(app: App): ResumedApp =
        waitFor { inner.resume(app.id) }

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
     * @throws SpiceCloudException As [AppsResource.lint] says.
     */
    @JvmOverloads
    public fun lint(
        app: Long,
        spicepod: Document? = null,
    ): SpicepodReport =
        waitFor { inner.lint(app, spicepod) }

    /** The same for an object that was read. */
    @JvmOverloads
    public fun lint(
        app: App,
        spicepod: Document? = null,
    ): SpicepodReport =
        waitFor { inner.lint(app.id, spicepod) }
}
