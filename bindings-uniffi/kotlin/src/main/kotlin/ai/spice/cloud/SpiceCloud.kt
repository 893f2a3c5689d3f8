package ai.spice.cloud

import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonPrimitive

/**
 * A client of Spice.ai Cloud.
 *
 * ```kotlin
 * SpiceCloud().use { spice ->
 *     spice.apps.list().collect { println(it.name) }
 * }
 * ```
 *
 * Without options it reads the environment: `SPICE_API_TOKEN`, or `SPICE_CLIENT_ID` and `SPICE_CLIENT_SECRET`. It may be used
 * from all threads and coroutines at once, and each of its functions may be called from any dispatcher. Cancelling a coroutine
 * drops its request.
 */
public class SpiceCloud private constructor(
    private val caller: Caller,
) : Operations(caller),
    AutoCloseable {
    /**
     * Opens a client.
     *
     * @param configure Sets options.
     * @throws ConfigException An option is wrong, or there is nothing to sign in with.
     */
    public constructor(configure: ClientOptions.() -> Unit = {}) : this(Caller.open(ClientOptions().apply(configure)))

    internal constructor(options: ClientOptions) : this(Caller.open(options))

    /**
     * A copy that does some things differently. It shares connections, token and log with this client.
     *
     * @param configure Sets options.
     */
    public fun withOptions(configure: CallOptions.() -> Unit): SpiceCloud =
        SpiceCloud(caller.with(CallOptions().apply(configure).settings()))

    /**
     * Makes a request that no function stands for, with the same credentials, retries and errors.
     *
     * @param method The HTTP method.
     * @param path The path, such as `/v1/apps`.
     * @param query What stands in the query; a name may come several times.
     * @param body What is sent as JSON.
     * @param isIdempotent Whether sending the request twice does no harm, so that it may be repeated.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun request(
        method: String,
        path: String,
        query: List<Pair<String, String>> = emptyList(),
        body: JsonElement? = null,
        isIdempotent: Boolean = false,
    ): RawResponse {
        val raw =
            sent(emptyList()) {
                put("method", method)
                put("path", path)
                put("query", pairs(query))
                put("body", body)
                put("idempotent", JsonPrimitive(isIdempotent))
            }
        return caller.call("request", Params(raw = raw), ::readRaw)
    }

    /**
     * Finds out what became of a change that failed with [AmbiguousOutcomeException]. It only looks, and sends no change.
     *
     * @param error What the change failed with, here or in another process.
     * @return What the change has made: a [Deployment], an [App], [ApiKeys] or a [Member]; null when nothing of it is there, so
     * that it did not happen and may be tried again.
     * @throws AmbiguousOutcomeException Nobody can tell yet.
     * @throws ConflictException Something else was there first.
     * @throws ValidationException The error tells of no change that can be found out, as those of raw requests.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun reconcile(error: AmbiguousOutcomeException): Answer? =
        caller.optional("reconcile", Params(change = error.change.orEmpty())) { rows, meta ->
            when (error.operation) {
                "apps.create", "apps.update" -> readApp(rows, meta)
                "api_keys.regenerate" -> readApiKeys(rows, meta)
                "members.add" -> readMember(rows, meta)
                else -> readDeployment(rows, meta)
            }
        }

    /** Ends all calls of this client and of its copies, and refuses later ones. */
    override fun close(): Unit = caller.close()

    /** What is known of it; credentials are not shown. */
    override fun toString(): String = caller.toString()

    internal companion object {
        /** The operations that prove that a panic ends nobody; builds for release do not have them. */
        suspend fun panic(
            client: SpiceCloud,
            operation: String,
        ): Unit = client.caller.perform(operation, Params())
    }
}
