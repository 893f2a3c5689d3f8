// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import kotlinx.serialization.json.JsonElement

/** Apps that were made from another app. */
public class ForksResource internal constructor(
    private val caller: Caller,
) {
    /**
     * Lists the apps that were forked from an app.
     *
     * `GET /v1/apps/{app_id}/forks`, scope `apps:read`.
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
    public suspend fun list(app: Long): List<App> {
        val path = members("app_id" to app)
        return caller.list("forks.list", Params(path = path), ::readApp)
    }

    /** The same for an object that was read. */
    public suspend fun list(app: App): List<App> =
        list(app.id)

    /**
     * Creates an app from another one's configuration and secrets, there or elsewhere. The fork is
     * not deployed: look at its `sharedState` first.
     *
     * `POST /v1/apps/{app_id}/forks`, scope `apps:write`.
     *
     * @param app Identifier of the app.
     * @param name Name; that of the app with `-fork` behind it when left out, and then `-fork-2`
     *   and so on.
     * @param region Region identifier; where the app is when neither this nor a cluster is given.
     * @param clusterName Dedicated cluster.
     * @param schedulerStateLocation `s3://` address for the state of the scheduler, apart from the
     *   app's own; a distributed app needs it, and no other takes it.
     * @param extra Further members to send as they are, for what this version does not know.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PaymentRequiredException The organization has used up what it has paid for.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws ConflictException It conflicts with what is there.
     * @throws UnprocessableException It is understood, and cannot be done as things are.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun create(
        app: Long,
        name: String? = null,
        region: String? = null,
        clusterName: String? = null,
        schedulerStateLocation: String? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): App {
        val path = members("app_id" to app)
        val body =
            sent(emptyList(), extra) {
                put("name", name)
                put("region", region)
                put("cluster_name", clusterName)
                put("scheduler_state_location", schedulerStateLocation)
            }
        return caller.call("forks.create", Params(path = path, body = body), ::readApp)
    }

    /** The same for an object that was read. */
    public suspend fun create(
        app: App,
        name: String? = null,
        region: String? = null,
        clusterName: String? = null,
        schedulerStateLocation: String? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): App =
        create(app.id, name, region, clusterName, schedulerStateLocation, extra)
}
