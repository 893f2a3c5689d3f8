// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/** Organizations of the caller. */
public class OrgsResource internal constructor(
    private val caller: Caller,
) {
    /**
     * Lists the organizations that the caller belongs to; an empty list when there is none.
     *
     * `GET /v1/orgs`, scope `apps:read`.
     *
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun list(): List<Org> =
        caller.list("orgs.list", Params(), ::readOrg)
}
