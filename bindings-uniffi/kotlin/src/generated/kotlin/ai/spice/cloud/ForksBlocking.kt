// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/**
 * Apps that were made from another app.
 *
 * It waits in the thread that calls it.
 */
public class ForksBlocking internal constructor(
    private val inner: ForksResource,
) {
    /**
     * Lists the apps that were forked from an app.
     *
     * `GET /v1/apps/{app_id}/forks`, scope `apps:read`.
     *
     * @param app Identifier of the app.
     * @throws SpiceCloudException As [ForksResource.list] says.
     */
    public fun list(app: Long): List<App> =
        waitFor { inner.list(app) }

    /** The same for an object that was read. */
    public fun list(app: App): List<App> =
        waitFor { inner.list(app.id) }

    /**
     * Creates an app from another one's configuration and secrets, there or elsewhere. The fork is
     * not deployed: look at its `sharedState` first.
     *
     * `POST /v1/apps/{app_id}/forks`, scope `apps:write`.
     *
     * @param app Identifier of the app.
     * @param body What is sent.
     * @throws SpiceCloudException As [ForksResource.create] says.
     */
    @JvmOverloads
    public fun create(
        app: Long,
        body: CreateFork = CreateFork(),
    ): App =
        waitFor {
            inner.create(
                app,
                body.name,
                body.region,
                body.clusterName,
                body.schedulerStateLocation,
                body.extra,
            )
        }

    /** The same for an object that was read. */
    @JvmOverloads
    public fun create(
        app: App,
        body: CreateFork = CreateFork(),
    ): App =
        waitFor {
            inner.create(
                app.id,
                body.name,
                body.region,
                body.clusterName,
                body.schedulerStateLocation,
                body.extra,
            )
        }
}
