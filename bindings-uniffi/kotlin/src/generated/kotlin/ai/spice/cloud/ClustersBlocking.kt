// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/**
 * Dedicated clusters of the organization.
 *
 * It waits in the thread that calls it.
 */
public class ClustersBlocking internal constructor(
    private val inner: ClustersResource,
) {
    /**
     * Lists the dedicated clusters of the organization.
     *
     * `GET /v1/clusters`, scope `apps:read`.
     *
     * @throws SpiceCloudException As [ClustersResource.list] says.
     */
    public fun list(): List<Cluster> =
        waitFor { inner.list() }
}
