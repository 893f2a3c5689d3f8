// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/** What every client has: its resources, and the operations of its own. */
public abstract class Operations internal constructor(
    private val caller: Caller,
) {
    /** Spice apps, called projects since Aug 2026. */
    public val apps: AppsResource = AppsResource(caller)

    /** Roll-outs of an app. */
    public val deployments: DeploymentsResource = DeploymentsResource(caller)

    /** Secrets of an app: set, listed, deleted, never read back. */
    public val secrets: SecretsResource = SecretsResource(caller)

    /** The two runtime keys of an app. */
    public val apiKeys: ApiKeysResource = ApiKeysResource(caller)

    /** Apps that were made from another app. */
    public val forks: ForksResource = ForksResource(caller)

    /** What watches the figures of an app, and tells people. */
    public val monitors: MonitorsResource = MonitorsResource(caller)

    /** What watches the data of an app, and tells people. */
    public val reactions: ReactionsResource = ReactionsResource(caller)

    /** Members of the organization. */
    public val members: MembersResource = MembersResource(caller)

    /** Regions that apps can run in. */
    public val regions: RegionsResource = RegionsResource(caller)

    /** Runtime versions that apps can run. */
    public val containerImages: ContainerImagesResource = ContainerImagesResource(caller)

    /** Organizations of the caller. */
    public val orgs: OrgsResource = OrgsResource(caller)

    /** Dedicated clusters of the organization. */
    public val clusters: ClustersResource = ClustersResource(caller)

    /** Spice apps under the API's newer name: the same as [apps]. */
    public val projects: AppsResource = apps

    /**
     * Says whether the API is up. Needs no token.
     *
     * `GET /v1/health`.
     *
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun health(): Health =
        caller.call("health.get", Params(), ::readHealth)

    /**
     * Reads what the organization's plan allows.
     *
     * `GET /v1/limits`, scope `apps:read` (a guess: no source states it).
     *
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun limits(): Limits =
        caller.call("limits.get", Params(), ::readLimits)
}
