// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/**
 * Secrets of an app: set, listed, deleted, never read back.
 *
 * It waits in the thread that calls it.
 */
public class SecretsBlocking internal constructor(
    private val inner: SecretsResource,
) {
    /**
     * Lists an app's secrets, without their values.
     *
     * `GET /v1/apps/{app_id}/secrets`, scope `secrets:read`.
     *
     * @param app Identifier of the app.
     * @throws SpiceCloudException As [SecretsResource.list] says.
     */
    public fun list(app: Long): List<AppSecret> =
        waitFor { inner.list(app) }

    /** The same for an object that was read. */
    public fun list(app: App): List<AppSecret> =
        waitFor { inner.list(app.id) }

    /**
     * Creates a secret or replaces its value. Running deployments see it only after the next
     * deployment.
     *
     * `POST /v1/apps/{app_id}/secrets`, scope `secrets:write`.
     *
     * @param app Identifier of the app.
     * @param name Name: letters, digits and underscores, not starting with a digit.
     * @param value The value; stored encrypted, never given back.
     * @throws SpiceCloudException As [SecretsResource.set] says.
     */
    public fun set(
        app: Long,
        name: String,
        value: Secret,
    ): AppSecret =
        waitFor { inner.set(app, name, value) }

    /** The same for an object that was read. */
    public fun set(
        app: App,
        name: String,
        value: Secret,
    ): AppSecret =
        waitFor { inner.set(app.id, name, value) }

    /**
     * Sets several secrets, one after the other. At the first that fails, the error's hint names
     * those that were set before it.
     *
     * @param app Identifier of the app.
     * @param secrets Names and values.
     * @throws SpiceCloudException As [SecretsResource.setMany] says.
     */
    public fun setMany(
        app: Long,
        secrets: Map<String, Secret>,
    ): List<AppSecret> =
        waitFor { inner.setMany(app, secrets) }

    /** The same for an object that was read. */
    public fun setMany(
        app: App,
        secrets: Map<String, Secret>,
    ): List<AppSecret> =
        waitFor { inner.setMany(app.id, secrets) }

    /**
     * Reads when a secret was set; its value is never given back.
     *
     * `GET /v1/apps/{app_id}/secrets/{name}`, scope `secrets:read`.
     *
     * @param app Identifier of the app.
     * @param name Name of the secret.
     * @throws SpiceCloudException As [SecretsResource.get] says.
     */
    public fun get(
        app: Long,
        name: String,
    ): AppSecret =
        waitFor { inner.get(app, name) }

    /** The same for an object that was read. */
    public fun get(
        app: App,
        name: String,
    ): AppSecret =
        waitFor { inner.get(app.id, name) }

    /**
     * Deletes a secret for good.
     *
     * `DELETE /v1/apps/{app_id}/secrets/{name}`, scope `secrets:write`.
     *
     * @param app Identifier of the app.
     * @param name Name of the secret.
     * @throws SpiceCloudException As [SecretsResource.delete] says.
     */
    public fun delete(
        app: Long,
        name: String,
    ): Unit =
        waitFor { inner.delete(app, name) }

    /** The same for an object that was read. */
    public fun delete(
        app: App,
        name: String,
    ): Unit =
        waitFor { inner.delete(app.id, name) }

    /**
     * Finds the secrets that have changed since the last deployment that succeeded. The runtime
     * goes on with their old values until the next deployment. Nothing is changed.
     *
     * Calls `secrets.list` and `deployments.list`; needs their scopes.
     *
     * @param app Identifier of the app.
     * @throws SpiceCloudException As [SecretsResource.drift] says.
     */
    public fun drift(app: Long): SecretDrift =
        waitFor { inner.drift(app) }

    /** The same for an object that was read. */
    public fun drift(app: App): SecretDrift =
        waitFor { inner.drift(app.id) }
}
