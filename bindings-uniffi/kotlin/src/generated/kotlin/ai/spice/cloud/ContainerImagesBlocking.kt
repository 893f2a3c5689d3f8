// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/**
 * Runtime versions that apps can run.
 *
 * It waits in the thread that calls it.
 */
public class ContainerImagesBlocking internal constructor(
    private val inner: ContainerImagesResource,
) {
    /**
     * Lists the runtime versions of a channel, and the default one.
     *
     * `GET /v1/container-images`, scope `apps:read`.
     *
     * @param channel Channel of the images; stable when left out.
     * @throws SpiceCloudException As [ContainerImagesResource.list] says.
     */
    @JvmOverloads
    public fun list(channel: ImageChannel? = null): ContainerImages =
        waitFor { inner.list(channel) }
}
