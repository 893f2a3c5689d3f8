// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/** Secrets of an app: set, listed, deleted, never read back. */
public class SecretsResource internal constructor(
    private val caller: Caller,
) {
    /**
     * Lists an app's secrets, without their values.
     *
     * `GET /v1/apps/{app_id}/secrets`, scope `secrets:read`.
     *
     * @param app Identifier of the app.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun list(app: Long): List<AppSecret> {
        val path = members("app_id" to app)
        return caller.list("secrets.list", Params(path = path), ::readAppSecret)
    }

    /** The same for an object that was read. */
    public suspend fun list(app: App): List<AppSecret> =
        list(app.id)

    /**
     * Creates a secret or replaces its value. Running deployments see it only after the next
     * deployment.
     *
     * `POST /v1/apps/{app_id}/secrets`, scope `secrets:write`.
     *
     * @param app Identifier of the app.
     * @param name Name: letters, digits and underscores, not starting with a digit.
     * @param value The value; stored encrypted, never given back.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws ApiException The body is larger than 1 MiB.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun set(
        app: Long,
        name: String,
        value: Secret,
    ): AppSecret {
        val path = members("app_id" to app)
        val body = members("name" to name, "value" to value)
        return caller.call("secrets.set", Params(path = path, body = body), ::readAppSecret)
    }

    /** The same for an object that was read. */
    public suspend fun set(
        app: App,
        name: String,
        value: Secret,
    ): AppSecret =
        set(app.id, name, value)

    /**
     * Reads when a secret was set; its value is never given back.
     *
     * `GET /v1/apps/{app_id}/secrets/{name}`, scope `secrets:read`.
     *
     * @param app Identifier of the app.
     * @param name Name of the secret.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun get(
        app: Long,
        name: String,
    ): AppSecret {
        val path = members("app_id" to app, "name" to name)
        return caller.call("secrets.get", Params(path = path), ::readAppSecret)
    }

    /** The same for an object that was read. */
    public suspend fun get(
        app: App,
        name: String,
    ): AppSecret =
        get(app.id, name)

    /**
     * Deletes a secret for good.
     *
     * `DELETE /v1/apps/{app_id}/secrets/{name}`, scope `secrets:write`.
     *
     * @param app Identifier of the app.
     * @param name Name of the secret.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun delete(
        app: Long,
        name: String,
    ) {
        val path = members("app_id" to app, "name" to name)
        caller.perform("secrets.delete", Params(path = path))
    }

    /** The same for an object that was read. */
    public suspend fun delete(
        app: App,
        name: String,
    ): Unit =
        delete(app.id, name)

    /**
     * Finds the secrets that have changed since the last deployment that succeeded. The runtime
     * goes on with their old values until the next deployment. Nothing is changed.
     *
     * Calls `secrets.list` and `deployments.list`; needs their scopes.
     *
     * @param app Identifier of the app.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun drift(app: Long): SecretDrift {
        val path = members("app_id" to app)
        return caller.call("secrets.drift", Params(path = path), ::readSecretDrift)
    }

    /** The same for an object that was read. */
    public suspend fun drift(app: App): SecretDrift =
        drift(app.id)

    /**
     * Sets several secrets, one after the other.
     *
     * Running deployments see them only after the next deployment. At the first secret that fails,
     * the error's hint names those that were set before it.
     *
     * `POST /v1/apps/{app_id}/secrets` for each, scope `secrets:write`.
     *
     * @param app Identifier of the app.
     * @param secrets Names and values.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws ApiException The body is larger than 1 MiB.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun setMany(
        app: Long,
        secrets: Map<String, Secret>,
    ): List<AppSecret> {
        val params = Params(path = members("app_id" to app), secrets = secrets)
        return caller.list("secrets.set_many", params, ::readAppSecret)
    }

    /** The same for an object that was read. */
    public suspend fun setMany(
        app: App,
        secrets: Map<String, Secret>,
    ): List<AppSecret> = setMany(app.id, secrets)
}
