// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import java.util.concurrent.CompletableFuture

/**
 * What every client has: its resources, and the operations of its own.
 *
 * It gives futures; cancelling one drops its request.
 */
public abstract class OperationsFutures internal constructor(
    private val inner: Operations,
) {
    /** Spice apps, called projects since Aug 2026. */
    public val apps: AppsFutures = AppsFutures(inner.apps)

    /** Roll-outs of an app. */
    public val deployments: DeploymentsFutures = DeploymentsFutures(inner.deployments)

    /** Secrets of an app: set, listed, deleted, never read back. */
    public val secrets: SecretsFutures = SecretsFutures(inner.secrets)

    /** The two runtime keys of an app. */
    public val apiKeys: ApiKeysFutures = ApiKeysFutures(inner.apiKeys)

    /** Apps that were made from another app. */
    public val forks: ForksFutures = ForksFutures(inner.forks)

    /** What watches the figures of an app, and tells people. */
    public val monitors: MonitorsFutures = MonitorsFutures(inner.monitors)

    /** What watches the data of an app, and tells people. */
    public val reactions: ReactionsFutures = ReactionsFutures(inner.reactions)

    /** Members of the organization. */
    public val members: MembersFutures = MembersFutures(inner.members)

    /** Regions that apps can run in. */
    public val regions: RegionsFutures = RegionsFutures(inner.regions)

    /** Runtime versions that apps can run. */
    public val containerImages: ContainerImagesFutures = ContainerImagesFutures(inner.containerImages)

    /** Organizations of the caller. */
    public val orgs: OrgsFutures = OrgsFutures(inner.orgs)

    /** Dedicated clusters of the organization. */
    public val clusters: ClustersFutures = ClustersFutures(inner.clusters)

    /** Spice apps under the API's newer name: the same as [apps]. */
    public val projects: AppsFutures = apps

    /**
     * Says whether the API is up. Needs no token.
     *
     * `GET /v1/health`.
     *
     * @throws SpiceCloudException As [Operations.health] says.
     */
    public fun health(): CompletableFuture<Health> =
        later { inner.health() }

    /**
     * Reads what the organization's plan allows.
     *
     * `GET /v1/limits`, scope `apps:read` (a guess: no source states it).
     *
     * @throws SpiceCloudException As [Operations.limits] says.
     */
    public fun limits(): CompletableFuture<Limits> =
        later { inner.limits() }
}
