// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import java.util.concurrent.CompletableFuture

/**
 * Apps that were made from another app.
 *
 * It gives futures; cancelling one drops its request.
 */
public class ForksFutures internal constructor(
    private val inner: ForksResource,
) {
    /**
     * Lists the apps that were forked from an app.
     *
     * `GET /v1/apps/{app_id}/forks`, scope `apps:read`.
     *
     * @param app Identifier of the app.
     * @throws SpiceCloudException As [ForksResource.list] says, through the future.
     */
    public fun list(app: Long): CompletableFuture<List<App>> =
        later { inner.list(app) }

    /** The same for an object that was read. */
    public fun list(app: App): CompletableFuture<List<App>> =
        later { inner.list(app.id) }

    /**
     * Creates an app from another one's configuration and secrets, there or elsewhere. The fork is
     * not deployed: look at its `sharedState` first.
     *
     * `POST /v1/apps/{app_id}/forks`, scope `apps:write`.
     *
     * @param app Identifier of the app.
     * @param body What is sent.
     * @throws SpiceCloudException As [ForksResource.create] says, through the future.
     */
    @JvmOverloads
    public fun create(
        app: Long,
        body: CreateFork = CreateFork(),
    ): CompletableFuture<App> =
        later {
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
    ): CompletableFuture<App> =
        later {
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
