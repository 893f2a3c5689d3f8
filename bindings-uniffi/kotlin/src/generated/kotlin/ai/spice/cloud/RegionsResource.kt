// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/** Regions that apps can run in. */
public class RegionsResource internal constructor(
    private val caller: Caller,
) {
    /**
     * Lists the regions that apps can run in, and the default one.
     *
     * `GET /v1/regions`, scope `apps:read`.
     *
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun list(): Regions =
        caller.call("regions.list", Params(), ::readRegions)
}
