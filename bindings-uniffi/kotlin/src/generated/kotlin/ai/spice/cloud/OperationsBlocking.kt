// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/**
 * What every client has: its resources, and the operations of its own.
 *
 * It waits in the thread that calls it.
 */
public abstract class OperationsBlocking internal constructor(
    private val inner: Operations,
) {
    /** Spice apps, called projects since Aug 2026. */
    public val apps: AppsBlocking = AppsBlocking(inner.apps)

    /** Roll-outs of an app. */
    public val deployments: DeploymentsBlocking = DeploymentsBlocking(inner.deployments)

    /** Secrets of an app: set, listed, deleted, never read back. */
    public val secrets: SecretsBlocking = SecretsBlocking(inner.secrets)

    /** The two runtime keys of an app. */
    public val apiKeys: ApiKeysBlocking = ApiKeysBlocking(inner.apiKeys)

    /** Apps that were made from another app. */
    public val forks: ForksBlocking = ForksBlocking(inner.forks)

    /** What watches the figures of an app, and tells people. */
    public val monitors: MonitorsBlocking = MonitorsBlocking(inner.monitors)

    /** What watches the data of an app, and tells people. */
    public val reactions: ReactionsBlocking = ReactionsBlocking(inner.reactions)

    /** Members of the organization. */
    public val members: MembersBlocking = MembersBlocking(inner.members)

    /** Regions that apps can run in. */
    public val regions: RegionsBlocking = RegionsBlocking(inner.regions)

    /** Runtime versions that apps can run. */
    public val containerImages: ContainerImagesBlocking = ContainerImagesBlocking(inner.containerImages)

    /** Organizations of the caller. */
    public val orgs: OrgsBlocking = OrgsBlocking(inner.orgs)

    /** Dedicated clusters of the organization. */
    public val clusters: ClustersBlocking = ClustersBlocking(inner.clusters)

    /** Spice apps under the API's newer name: the same as [apps]. */
    public val projects: AppsBlocking = apps

    /**
     * Says whether the API is up. Needs no token.
     *
     * `GET /v1/health`.
     *
     * @throws SpiceCloudException As [Operations.health] says.
     */
    public fun health(): Health =
        waitFor { inner.health() }

    /**
     * Reads what the organization's plan allows.
     *
     * `GET /v1/limits`, scope `apps:read` (a guess: no source states it).
     *
     * @throws SpiceCloudException As [Operations.limits] says.
     */
    public fun limits(): Limits =
        waitFor { inner.limits() }
}
