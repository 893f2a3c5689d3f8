// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/** Runtime versions that apps can run. */
public class ContainerImagesResource internal constructor(
    private val caller: Caller,
) {
    /**
     * Lists the runtime versions of a channel, and the default one.
     *
     * `GET /v1/container-images`, scope `apps:read`.
     *
     * @param channel Channel of the images; stable when left out.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun list(channel: ImageChannel? = null): ContainerImages {
        val query =
            sent(emptyList()) {
                put("channel", channel)
            }
        return caller.call("container_images.list", Params(query = query), ::readContainerImages)
    }
}
