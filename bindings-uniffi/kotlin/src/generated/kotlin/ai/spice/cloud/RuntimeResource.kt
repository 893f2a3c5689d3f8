// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import kotlinx.serialization.json.JsonElement

/** The runtime of an app: its data, by SQL, search and chat. */
public class RuntimeResource internal constructor(
    private val caller: Caller,
) {
    /**
     * Runs a statement of SQL in the app's runtime. That is `POST /v1/sql`, with the app's API key.
     * A statement that surely reads only is tried again like any read; another is not.
     *
     * Calls `apps.get` and `api_keys.get`; needs their scopes.
     *
     * @param sql The statement, in the SQL of the runtime.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun sql(sql: String): SqlResult {
        val body = members("sql" to sql)
        return caller.call("runtime.sql", Params(body = body), ::readSqlResult)
    }

    /**
     * Searches the app's datasets for what is meant. That is `POST /v1/search`, with the app's API
     * key. Which datasets can be searched is said by the spicepod.
     *
     * Calls `apps.get` and `api_keys.get`; needs their scopes.
     *
     * @param text What is looked for, in words.
     * @param datasets Where to look; everywhere that can be searched if not given.
     * @param maxResults How many results there may be.
     * @param condition A condition of SQL that results have to meet.
     * @param additionalColumns Columns to give beside those that were searched.
     * @param keywords Words of which a result has to have one.
     * @param extra Further members to send as they are, for what this version does not know.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun search(
        text: String,
        datasets: List<String>? = null,
        maxResults: Long? = null,
        condition: String? = null,
        additionalColumns: List<String>? = null,
        keywords: List<String>? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): SearchResult {
        val body =
            sent(emptyList(), extra) {
                put("text", text)
                put("datasets", datasets)
                put("limit", maxResults)
                put("where", condition)
                put("additional_columns", additionalColumns)
                put("keywords", keywords)
            }
        return caller.call("runtime.search", Params(body = body), ::readSearchResult)
    }

    /**
     * Asks one of the app's models. That is `POST /v1/chat/completions`, with the app's API key. It
     * is tried once, because a second try would cost a second answer.
     *
     * Calls `apps.get` and `api_keys.get`; needs their scopes.
     *
     * @param model Name of the model, as the spicepod has it.
     * @param messages What was said so far, each with `role` and `content`.
     * @param temperature How freely the model may answer.
     * @param maxTokens How long the answer may be, in tokens.
     * @param extra Further members to send as they are, for what this version does not know.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun chat(
        model: String,
        messages: List<Map<String, String>>,
        temperature: Double? = null,
        maxTokens: Long? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): ChatCompletion {
        val body =
            sent(emptyList(), extra) {
                put("model", model)
                put("messages", messages)
                put("temperature", temperature)
                put("max_tokens", maxTokens)
            }
        return caller.call("runtime.chat", Params(body = body), ::readChatCompletion)
    }

    /**
     * Asks one of the app's models, and gives its answer piece by piece. That is `POST
     * /v1/chat/completions` with `stream`, with the app's API key. Between two pieces there may be
     * as much time as an attempt may take.
     *
     * Calls `apps.get` and `api_keys.get`; needs their scopes.
     *
     * @param model Name of the model, as the spicepod has it.
     * @param messages What was said so far, each with `role` and `content`.
     * @param temperature How freely the model may answer.
     * @param maxTokens How long the answer may be, in tokens.
     * @param extra Further members to send as they are, for what this version does not know.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public fun chatStream(
        model: String,
        messages: List<Map<String, String>>,
        temperature: Double? = null,
        maxTokens: Long? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): Steps<ChatChunk> {
        val body =
            sent(emptyList(), extra) {
                put("model", model)
                put("messages", messages)
                put("temperature", temperature)
                put("max_tokens", maxTokens)
            }
        return caller.stream("runtime.chat_stream", Params(body = body), ::readChatChunk)
    }

    /**
     * Says whether the runtime is ready for queries. This is `GET /v1/ready`, with the app's API
     * key. That it is not is an answer, and no error.
     *
     * Calls `apps.get` and `api_keys.get`; needs their scopes.
     *
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun ready(): RuntimeStatus =
        caller.call("runtime.ready", Params(), ::readRuntimeStatus)

    /**
     * Says whether the runtime is there, `GET /health`.
     *
     * Calls `apps.get` and `api_keys.get`; needs their scopes.
     *
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun health(): RuntimeStatus =
        caller.call("runtime.health", Params(), ::readRuntimeStatus)

    /**
     * Lists the runtime's datasets with their states. That is `GET /v1/datasets?status=true`, with
     * the app's API key.
     *
     * Calls `apps.get` and `api_keys.get`; needs their scopes.
     *
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun datasets(): RuntimeDatasets =
        caller.call("runtime.datasets", Params(), ::readRuntimeDatasets)

    /**
     * Gives what the runtime counts. That is `GET /v1/metrics`, with the app's API key. It is
     * Prometheus' text, and the same as samples. The vendor's documents say that the cloud does not
     * serve it everywhere.
     *
     * Calls `apps.get` and `api_keys.get`; needs their scopes.
     *
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun metrics(): RuntimeMetrics =
        caller.call("runtime.metrics", Params(), ::readRuntimeMetrics)
}
