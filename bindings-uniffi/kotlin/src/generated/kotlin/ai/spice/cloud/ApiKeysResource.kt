// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import kotlinx.serialization.json.JsonElement
import kotlin.time.Duration

/** The two runtime keys of an app. */
public class ApiKeysResource internal constructor(
    private val caller: Caller,
) {
    /**
     * Reads both runtime keys of an app, in clear.
     *
     * `GET /v1/apps/{app_id}/api-keys`, scope `apps:read`.
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
    public suspend fun get(app: Long): ApiKeys {
        val path = members("app_id" to app)
        return caller.call("api_keys.get", Params(path = path), ::readApiKeys)
    }

    /** The same for an object that was read. */
    public suspend fun get(app: App): ApiKeys =
        get(app.id)

    /**
     * Replaces a runtime key; the old one stops working at once.
     *
     * `POST /v1/apps/{app_id}/api-keys`, scope `apps:write`.
     *
     * @param app Identifier of the app.
     * @param keyNumber 0 both, 1 primary (when left out), 2 secondary.
     * @param bothKeysStopWorking Must be true to replace both keys: whoever uses either is locked
     *   out at once. It is not sent.
     * @param extra Further members to send as they are, for what this version does not know.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun regenerate(
        app: Long,
        keyNumber: Long? = null,
        bothKeysStopWorking: Boolean? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): ApiKeys {
        val path = members("app_id" to app)
        val body =
            sent(emptyList(), extra) {
                put("key_number", keyNumber)
                put("both_keys_stop_working", bothKeysStopWorking)
            }
        return caller.call("api_keys.regenerate", Params(path = path, body = body), ::readApiKeys)
    }

    /** The same for an object that was read. */
    public suspend fun regenerate(
        app: App,
        keyNumber: Long? = null,
        bothKeysStopWorking: Boolean? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): ApiKeys =
        regenerate(app.id, keyNumber, bothKeysStopWorking, extra)

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
     * @param verify Says whether a key works. Without it, the SDK asks the app's runtime with the
     *   key.
     * @param journal The journal of a rotation that did not come to its end, to go on from there.
     * @param grace How long to wait after the second key was verified, so that everybody has it,
     *   before the first is replaced; 30 s if not given.
     * @param verifyTimes How often in a row `verify` has to pass; 3 if not given.
     * @param verifyTimeout How long it may take until it does; 2 minutes if not given.
     * @param verifyInterval How long to wait between two tries; 1 s if not given.
     * @param onEvent Called with each step, in the coroutine that waits.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws RotationFailedException A key was not distributed or not verified; its cause is what
     *   was thrown. The other key goes on working.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun rotate(
        app: Long,
        distribute: suspend (slot: Long, key: Secret) -> Unit,
        verify: (suspend (slot: Long, key: Secret) -> Boolean)? = null,
        journal: String? = null,
        grace: Duration? = null,
        verifyTimes: Long? = null,
        verifyTimeout: Duration? = null,
        verifyInterval: Duration? = null,
        onEvent: suspend (RotationEvent) -> Unit = {},
    ): RotationReport {
        val path = members("app_id" to app)
        val body =
            sent(emptyList()) {
                put("journal", journal)
                put("grace", grace?.let { seconds("grace", it) })
                put("verify_times", verifyTimes)
                put("verify_timeout", verifyTimeout?.let { seconds("verifyTimeout", it) })
                put("verify_interval", verifyInterval?.let { seconds("verifyInterval", it) })
            }
        val params = Params(path = path, body = body, verifies = verify != null)
        val readEvent = { rows: Rows, _: Meta -> readRotationEvent(rows) }
        return caller.follow("api_keys.rotate", params, readEvent, onEvent, ::readRotationReport, Keeper(distribute, verify))
    }

    /** The same for an object that was read. */
    public suspend fun rotate(
        app: App,
        distribute: suspend (slot: Long, key: Secret) -> Unit,
        verify: (suspend (slot: Long, key: Secret) -> Boolean)? = null,
        journal: String? = null,
        grace: Duration? = null,
        verifyTimes: Long? = null,
        verifyTimeout: Duration? = null,
        verifyInterval: Duration? = null,
        onEvent: suspend (RotationEvent) -> Unit = {},
    ): RotationReport =
        rotate(
            app.id,
            distribute,
            verify,
            journal,
            grace,
            verifyTimes,
            verifyTimeout,
            verifyInterval,
            onEvent,
        )
}
