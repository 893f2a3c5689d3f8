// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import java.util.concurrent.CompletableFuture

/**
 * Runtime versions that apps can run.
 *
 * It gives futures; cancelling one drops its request.
 */
public class ContainerImagesFutures internal constructor(
    private val inner: ContainerImagesResource,
) {
    /**
     * Lists the runtime versions of a channel, and the default one.
     *
     * `GET /v1/container-images`, scope `apps:read`.
     *
     * @param channel Channel of the images; stable when left out.
     * @throws SpiceCloudException As [ContainerImagesResource.list] says, through the future.
     */
    @JvmOverloads
    public fun list(channel: ImageChannel? = null): CompletableFuture<ContainerImages> =
        later { inner.list(channel) }
}
