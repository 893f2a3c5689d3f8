// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/**
 * The runtime of an app: its data, by SQL, search and chat.
 *
 * It waits in the thread that calls it.
 */
public class RuntimeBlocking internal constructor(
    private val inner: RuntimeResource,
) {
    /**
     * Runs a statement of SQL in the app's runtime. That is `POST /v1/sql`, with the app's API key.
     * A statement that surely reads only is tried again like any read; another is not.
     *
     * Calls `apps.get` and `api_keys.get`; needs their scopes.
     *
     * @param sql The statement, in the SQL of the runtime.
     * @throws SpiceCloudException As [RuntimeResource.sql] says.
     */
    public fun sql(sql: String): SqlResult =
        waitFor { inner.sql(sql) }

    /**
     * Searches the app's datasets for what is meant. That is `POST /v1/search`, with the app's API
     * key. Which datasets can be searched is said by the spicepod.
     *
     * Calls `apps.get` and `api_keys.get`; needs their scopes.
     *
     * @param body What is sent.
     * @throws SpiceCloudException As [RuntimeResource.search] says.
     */
    public fun search(body: SearchDatasets): SearchResult =
        waitFor {
            inner.search(
                body.text,
                body.datasets,
                body.maxResults,
                body.condition,
                body.additionalColumns,
                body.keywords,
                body.extra,
            )
        }

    /**
     * Asks one of the app's models. That is `POST /v1/chat/completions`, with the app's API key. It
     * is tried once, because a second try would cost a second answer.
     *
     * Calls `apps.get` and `api_keys.get`; needs their scopes.
     *
     * @param body What is sent.
     * @throws SpiceCloudException As [RuntimeResource.chat] says.
     */
    public fun chat(body: Chat): ChatCompletion =
        waitFor {
            inner.chat(body.model, body.messages, body.temperature, body.maxTokens, body.extra)
        }

    /**
     * Asks one of the app's models, and gives its answer piece by piece. That is `POST
     * /v1/chat/completions` with `stream`, with the app's API key. Between two pieces there may be
     * as much time as an attempt may take.
     *
     * Calls `apps.get` and `api_keys.get`; needs their scopes.
     *
     * @param body What is sent.
     * @throws SpiceCloudException As [RuntimeResource.chatStream] says.
     */
    public fun chatStream(body: Chat): StepsBlocking<ChatChunk> =
        StepsBlocking {
            inner.chatStream(
                body.model,
                body.messages,
                body.temperature,
                body.maxTokens,
                body.extra,
            )
        }

    /**
     * Says whether the runtime is ready for queries. This is `GET /v1/ready`, with the app's API
     * key. That it is not is an answer, and no error.
     *
     * Calls `apps.get` and `api_keys.get`; needs their scopes.
     *
     * @throws SpiceCloudException As [RuntimeResource.ready] says.
     */
    public fun ready(): RuntimeStatus =
        waitFor { inner.ready() }

    /**
     * Says whether the runtime is there, `GET /health`.
     *
     * Calls `apps.get` and `api_keys.get`; needs their scopes.
     *
     * @throws SpiceCloudException As [RuntimeResource.health] says.
     */
    public fun health(): RuntimeStatus =
        waitFor { inner.health() }

    /**
     * Lists the runtime's datasets with their states. That is `GET /v1/datasets?status=true`, with
     * the app's API key.
     *
     * Calls `apps.get` and `api_keys.get`; needs their scopes.
     *
     * @throws SpiceCloudException As [RuntimeResource.datasets] says.
     */
    public fun datasets(): RuntimeDatasets =
        waitFor { inner.datasets() }

    /**
     * Gives what the runtime counts. That is `GET /v1/metrics`, with the app's API key. It is
     * Prometheus' text, and the same as samples. The vendor's documents say that the cloud does not
     * serve it everywhere.
     *
     * Calls `apps.get` and `api_keys.get`; needs their scopes.
     *
     * @throws SpiceCloudException As [RuntimeResource.metrics] says.
     */
    public fun metrics(): RuntimeMetrics =
        waitFor { inner.metrics() }
}
