// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/**
 * Organizations of the caller.
 *
 * It waits in the thread that calls it.
 */
public class OrgsBlocking internal constructor(
    private val inner: OrgsResource,
) {
    /**
     * Lists the organizations that the caller belongs to; an empty list when there is none.
     *
     * `GET /v1/orgs`, scope `apps:read`.
     *
     * @throws SpiceCloudException As [OrgsResource.list] says.
     */
    public fun list(): List<Org> =
        waitFor { inner.list() }
}
