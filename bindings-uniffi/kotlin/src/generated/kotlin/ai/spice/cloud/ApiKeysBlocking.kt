// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import java.util.function.Consumer
import kotlin.time.toKotlinDuration

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
     * first one is touched. When it does not pass, this stops with a [RotationFailedException], and
     * the first key goes on working. The journal, which holds no key, says how far it got: a later
     * call goes on from there.
     *
     * Calls `api_keys.get`, `api_keys.regenerate` and `apps.get`; needs their scopes.
     *
     * @param app Identifier of the app.
     * @param distribute Hands a new key, with its number, to whoever uses it. What it throws stops
     *   the rotation.
     * @param verify Says whether a key works. If null, the SDK asks the app's runtime with the key.
     * @param body What is sent.
     * @param onEvent Is told of each step.
     * @throws SpiceCloudException As [ApiKeysResource.rotate] says.
     */
    @JvmOverloads
    public fun rotate(
        app: Long,
        distribute: KeyDistributorBlocking,
        verify: KeyVerifierBlocking? = null,
        body: RotateKeys = RotateKeys(),
        onEvent: Consumer<RotationEvent>? = null,
    ): RotationReport =
        waitFor {
            inner.rotate(
                app,
                distribute.function(),
                verify?.function(),
                body.journal,
                body.grace?.toKotlinDuration(),
                body.verifyTimes,
                body.verifyTimeout?.toKotlinDuration(),
                body.verifyInterval?.toKotlinDuration(),
                told(onEvent),
            )
        }

    /** The same for an object that was read. */
    @JvmOverloads
    public fun rotate(
        app: App,
        distribute: KeyDistributorBlocking,
        verify: KeyVerifierBlocking? = null,
        body: RotateKeys = RotateKeys(),
        onEvent: Consumer<RotationEvent>? = null,
    ): RotationReport =
        waitFor {
            inner.rotate(
                app.id,
                distribute.function(),
                verify?.function(),
                body.journal,
                body.grace?.toKotlinDuration(),
                body.verifyTimes,
                body.verifyTimeout?.toKotlinDuration(),
                body.verifyInterval?.toKotlinDuration(),
                told(onEvent),
            )
        }
}
