// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/**
 * The two runtime keys of an app.
 *
 * It waits in the thread that calls it.
 */
public class ApiKeysBlocking internal constructor(
    private val inner: ApiKeysResource,
) {
    /**
     * Reads both runtime keys of an app, in clear.
     *
     * `GET /v1/apps/{app_id}/api-keys`, scope `apps:read`.
     *
     * @param app Identifier of the app.
     * @throws SpiceCloudException As [ApiKeysResource.get] says.
     */
    public fun get(app: Long): ApiKeys =
        waitFor { inner.get(app) }

    /** The same for an object that was read. */
    public fun get(app: App): ApiKeys =
        waitFor { inner.get(app.id) }

    /**
     * Replaces a runtime key; the old one stops working at once.
     *
     * `POST /v1/apps/{app_id}/api-keys`, scope `apps:write`.
     *
     * @param app Identifier of the app.
     * @param keyNumber 0 both, 1 primary (when left out), 2 secondary.
     * @param bothKeysStopWorking Must be true to replace both keys: whoever uses either is locked
     *   out at once. It is not sent.
     * @throws SpiceCloudException As [ApiKeysResource.regenerate] says.
     */
    @JvmOverloads
    public fun regenerate(
        app: Long,
        keyNumber: Long? = null,
        bothKeysStopWorking: Boolean? = null,
    ): ApiKeys =
        waitFor { inner.regenerate(app, keyNumber, bothKeysStopWorking) }

    /** The same for an object that was read. */
    @JvmOverloads
    public fun regenerate(
        app: App,
        keyNumber: Long? = null,
        bothKeysStopWorking: Boolean? = null,
    ): ApiKeys =
        waitFor { inner.regenerate(app.id, keyNumber, bothKeysStopWorking) }

    /**
     * Replaces both keys of an app so that clients never stand without one. The second key is
     * replaced and handed to `distribute`; `verify` has to pass several times in a row before the
     * first one is touched. When it does not pass, this stops with a `RotationFailed`, and the
     * first key goes on working. The journal, which holds no key, says how far it got: a later call
     * goes on from there.
     *
     * Calls `api_keys.get`, `api_keys.regenerate` and `apps.get`; needs their scopes.
     *
     * @param app Identifier of the app.
     * @param body What is sent.
     * @throws SpiceCloudException As [ApiKeysResource.rotate] says.
     */
    @JvmOverloads
    public fun rotate(
        app: Long,
        body: RotateKeys = RotateKeys(),
    ): RotationReport =
        waitFor {
            inner.rotate(
                app,
                body.journal,
                body.grace,
                body.verifyTimes,
                body.verifyTimeout,
                body.verifyInterval,
                body.extra,
            )
        }

    /** The same for an object that was read. */
    @JvmOverloads
    public fun rotate(
        app: App,
        body: RotateKeys = RotateKeys(),
    ): RotationReport =
        waitFor {
            inner.rotate(
                app.id,
                body.journal,
                body.grace,
                body.verifyTimes,
                body.verifyTimeout,
                body.verifyInterval,
                body.extra,
            )
        }
}
