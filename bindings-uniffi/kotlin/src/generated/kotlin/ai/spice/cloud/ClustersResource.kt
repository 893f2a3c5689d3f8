// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/** Dedicated clusters of the organization. */
public class ClustersResource internal constructor(
    private val caller: Caller,
) {
    /**
     * Lists the dedicated clusters of the organization.
     *
     * `GET /v1/clusters`, scope `apps:read`.
     *
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun list(): List<Cluster> =
        caller.list("clusters.list", Params(), ::readCluster)
}
