// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import java.util.concurrent.CompletableFuture

/**
 * The two runtime keys of an app.
 *
 * It gives futures; cancelling one drops its request.
 */
public class ApiKeysFutures internal constructor(
    private val inner: ApiKeysResource,
) {
    /**
     * Reads both runtime keys of an app, in clear.
     *
     * `GET /v1/apps/{app_id}/api-keys`, scope `apps:read`.
     *
     * @param app Identifier of the app.
     * @throws SpiceCloudException As [ApiKeysResource.get] says, through the future.
     */
    public fun get(app: Long): CompletableFuture<ApiKeys> =
        later { inner.get(app) }

    /** The same for an object that was read. */
    public fun get(app: App): CompletableFuture<ApiKeys> =
        later { inner.get(app.id) }

    /**
     * Replaces a runtime key; the old one stops working at once.
     *
     * `POST /v1/apps/{app_id}/api-keys`, scope `apps:write`.
     *
     * @param app Identifier of the app.
     * @param keyNumber 0 both, 1 primary (when left out), 2 secondary.
     * @param bothKeysStopWorking Must be true to replace both keys: whoever uses either is locked
     *   out at once. It is not sent.
     * @throws SpiceCloudException As [ApiKeysResource.regenerate] says, through the future.
     */
    @JvmOverloads
    public fun regenerate(
        app: Long,
        keyNumber: Long? = null,
        bothKeysStopWorking: Boolean? = null,
    ): CompletableFuture<ApiKeys> =
        later { inner.regenerate(app, keyNumber, bothKeysStopWorking) }

    /** The same for an object that was read. */
    @JvmOverloads
    public fun regenerate(
        app: App,
        keyNumber: Long? = null,
        bothKeysStopWorking: Boolean? = null,
    ): CompletableFuture<ApiKeys> =
        later { inner.regenerate(app.id, keyNumber, bothKeysStopWorking) }
}
