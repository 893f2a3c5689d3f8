// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import java.util.concurrent.CompletableFuture

/**
 * Organizations of the caller.
 *
 * It gives futures; cancelling one drops its request.
 */
public class OrgsFutures internal constructor(
    private val inner: OrgsResource,
) {
    /**
     * Lists the organizations that the caller belongs to; an empty list when there is none.
     *
     * `GET /v1/orgs`, scope `apps:read`.
     *
     * @throws SpiceCloudException As [OrgsResource.list] says, through the future.
     */
    public fun list(): CompletableFuture<List<Org>> =
        later { inner.list() }
}
