// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import java.util.concurrent.CompletableFuture

/**
 * Dedicated clusters of the organization.
 *
 * It gives futures; cancelling one drops its request.
 */
public class ClustersFutures internal constructor(
    private val inner: ClustersResource,
) {
    /**
     * Lists the dedicated clusters of the organization.
     *
     * `GET /v1/clusters`, scope `apps:read`.
     *
     * @throws SpiceCloudException As [ClustersResource.list] says, through the future.
     */
    public fun list(): CompletableFuture<List<Cluster>> =
        later { inner.list() }
}
