// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import java.util.concurrent.CompletableFuture

/**
 * Regions that apps can run in.
 *
 * It gives futures; cancelling one drops its request.
 */
public class RegionsFutures internal constructor(
    private val inner: RegionsResource,
) {
    /**
     * Lists the regions that apps can run in, and the default one.
     *
     * `GET /v1/regions`, scope `apps:read`.
     *
     * @throws SpiceCloudException As [RegionsResource.list] says, through the future.
     */
    public fun list(): CompletableFuture<Regions> =
        later { inner.list() }
}
