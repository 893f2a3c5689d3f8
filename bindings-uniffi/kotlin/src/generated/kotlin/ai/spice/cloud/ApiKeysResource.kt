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
     * first one is touched. When it does not pass, this stops with a `RotationFailed`, and the
     * first key goes on working. The journal, which holds no key, says how far it got: a later call
     * goes on from there.
     *
     * Calls `api_keys.get`, `api_keys.regenerate` and `apps.get`; needs their scopes.
     *
     * @param app Identifier of the app.
     * @param journal The journal of a rotation that did not come to its end, to go on from there.
     * @param grace How long to wait after the second key was verified, so that everybody has it,
     *   before the first is replaced; 30 s if not given.
     * @param verifyTimes How often in a row `verify` has to pass; 3 if not given.
     * @param verifyTimeout How long it may take until it does; 2 minutes if not given.
     * @param verifyInterval How long to wait between two tries; 1 s if not given.
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
    public suspend fun rotate(
        app: Long,
        journal: String? = null,
        grace: Duration? = null,
        verifyTimes: Long? = null,
        verifyTimeout: Duration? = null,
        verifyInterval: Duration? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): RotationReport {
        val path = members("app_id" to app)
        val body =
            sent(emptyList(), extra) {
                put("journal", journal)
                put("grace", grace)
                put("verify_times", verifyTimes)
                put("verify_timeout", verifyTimeout)
                put("verify_interval", verifyInterval)
            }
        return caller.call("api_keys.rotate", Params(path = path, body = body), ::readRotationReport)
    }

    /** The same for an object that was read. */
    public suspend fun rotate(
        app: App,
        journal: String? = null,
        grace: Duration? = null,
        verifyTimes: Long? = null,
        verifyTimeout: Duration? = null,
        verifyInterval: Duration? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): RotationReport =
        rotate(app.id, journal, grace, verifyTimes, verifyTimeout, verifyInterval, extra)
}
