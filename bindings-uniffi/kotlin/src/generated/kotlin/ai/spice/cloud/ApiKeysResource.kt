// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import kotlinx.serialization.json.JsonElement

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
}
