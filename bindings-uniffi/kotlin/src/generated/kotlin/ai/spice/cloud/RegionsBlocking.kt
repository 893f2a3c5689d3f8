// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/**
 * Regions that apps can run in.
 *
 * It waits in the thread that calls it.
 */
public class RegionsBlocking internal constructor(
    private val inner: RegionsResource,
) {
    /**
     * Lists the regions that apps can run in, and the default one.
     *
     * `GET /v1/regions`, scope `apps:read`.
     *
     * @throws SpiceCloudException As [RegionsResource.list] says.
     */
    public fun list(): Regions =
        waitFor { inner.list() }
}
