package ai.spice.cloud.scenario

import ai.spice.cloud.Answer
import ai.spice.cloud.Attempt
import ai.spice.cloud.ConfigException
import ai.spice.cloud.DeploymentEvent
import ai.spice.cloud.Meta
import ai.spice.cloud.Model
import ai.spice.cloud.Page
import ai.spice.cloud.RawResponse
import ai.spice.cloud.Secret
import ai.spice.cloud.SpiceCloudException
import ai.spice.cloud.ValidationException
import ai.spice.cloud.Word
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonObject
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.time.DurationUnit
import kotlin.time.Instant

/** The project's folder. */
val ROOT: Path =
    generateSequence(Path.of("").toAbsolutePath()) {
        it.parent
    }.first { it.resolve("api/openapi.json").toFile().exists() }

fun readJson(path: String): JsonObject = Json.parseToJsonElement(ROOT.resolve(path).readText()).jsonObject

/** `storage_size_gb` to `storageSizeGb`. */
fun camel(name: String): String = Regex("_([a-z0-9])").replace(name) { it.groupValues[1].uppercase() }

/** Names of methods and parameters that no schema has. */
private val OTHERS =
    listOf("app_id", "deployment_id", "user_id", "base_url", "attempt_timeout", "connect_timeout", "max_in_flight") +
        listOf("max_retries", "path_style", "client_id", "client_secret", "page_size", "poll_interval", "on_event") +
        listOf("api_keys", "container_images", "set_many", "update_if_unchanged", "chat_stream") +
        listOf("redeploy_on", "max_redeploys", "rollback_on_failure", "until_ready")

/** `apiKey2` to `api_key_2`, for every name that the SDK knows. */
private val KNOWN: Map<String, String> by lazy { (OTHERS + fields()).associateBy(::camel) }

private fun fields(): List<String> {
    val schemas =
        readJson("api/openapi.json").getValue("components").jsonObject.getValue("schemas").jsonObject +
            readJson("api/workflows.json").getValue("schemas").jsonObject
    return schemas.values.flatMap { schema ->
        val properties = schema.jsonObject["properties"]?.jsonObject.orEmpty()
        properties.map { (name, property) ->
            (property.jsonObject["x-sdk-name"] as? JsonPrimitive)?.contentOrNull
                ?: Regex("[A-Z]").replace(name) { "_${it.value.lowercase()}" }
        }
    }
}

/** A name as the core has it. */
fun snake(name: String): String = KNOWN[name] ?: name

/** What the SDK gives, as JSON under the core's names, with its secrets revealed. */
fun plain(value: Any?): JsonElement =
    when (value) {
        null, is Unit -> {
            JsonNull
        }

        is JsonElement -> {
            value
        }

        is String -> {
            JsonPrimitive(value)
        }

        is Boolean -> {
            JsonPrimitive(value)
        }

        is Number -> {
            JsonPrimitive(value)
        }

        is Secret -> {
            JsonPrimitive(value.reveal())
        }

        is Word -> {
            JsonPrimitive(value.value)
        }

        is Instant -> {
            JsonPrimitive(rfc3339(value))
        }

        is kotlin.time.Duration -> {
            JsonPrimitive(value.toDouble(DurationUnit.SECONDS))
        }

        is Model -> {
            JsonObject(value.names().map(::snake).zip(value.parts().map(::plain)).toMap() + value.extra)
        }

        is Page<*> -> {
            members("items" to value.items, "offset" to value.offset)
        }

        is RawResponse -> {
            members("status" to value.status, "body" to value.body)
        }

        is DeploymentEvent -> {
            members(
                "status" to value.status,
                "waits_for" to value.waitsFor,
                "deployment" to value.deployment,
                "elapsed" to value.elapsed,
                "expected" to value.expected,
                "note" to value.note,
            )
        }

        is Meta -> {
            members(
                "request_id" to value.requestId,
                "attempts" to value.attempts,
                "history" to value.history,
                "reactivated" to value.isReactivated,
                "adopted" to value.isAdopted,
            )
        }

        is Attempt -> {
            members("number" to value.number, "status" to value.status, "outcome" to value.outcome)
        }

        is Map<*, *> -> {
            JsonObject(value.entries.associate { (name, inner) -> name.toString() to plain(inner) })
        }

        is Iterable<*> -> {
            JsonArray(value.map(::plain))
        }

        else -> {
            throw Mistake("a ${value.javaClass} as a result")
        }
    }

private fun members(vararg members: Pair<String, Any?>): JsonObject =
    JsonObject(members.associate { (name, value) -> name to plain(value) })

/** RFC 3339 in UTC, without trailing zeros. */
private fun rfc3339(time: Instant): String {
    val text = time.toString()
    return if ('.' in text) text.removeSuffix("Z").trimEnd('0').trimEnd('.') + "Z" else text
}

/** What a call tells about itself. */
fun metaOf(result: Any?): Meta? =
    when (result) {
        is Answer -> result.meta
        is RawResponse -> result.meta
        is Page<*> -> result.meta
        is List<*> -> metaOf(result.firstOrNull())
        else -> null
    }

/** A text of the SDK's own with the core's names in it. */
private fun snakeWords(text: String): String = Regex("""\b[a-z]+[A-Z]\w*""").replace(text) { snake(it.value) }

/** A hint with the core's names where it quotes some. */
private fun snakeHint(text: String): String = Regex("`[^`]*`").replace(text) { snakeWords(it.value) }

/** An error as the table of errors has it, under the core's names. */
fun describe(error: SpiceCloudException): JsonObject {
    val isOurs = error is ConfigException || error is ValidationException
    val words: (String) -> String = if (isOurs) ::snakeWords else { text -> text }
    return members(
        "kind" to error.facts.name,
        "code" to error.code,
        "operation" to error.operation,
        "status" to error.status,
        "api_code" to error.apiCode,
        "message" to words(error.message.orEmpty()),
        "hint" to error.hint?.let(::snakeHint),
        "request_id" to error.requestId,
        "retryable" to error.isRetryable,
        "retry_after" to error.facts.retryAfter,
        "required_scope" to error.facts.requiredScope,
        "granted_scopes" to error.facts.grantedScopes,
        "conflict_kind" to error.facts.conflictKind,
        "field_errors" to error.fieldErrors.map { (name, problems) -> words(name) to problems.map(words) }.toMap(),
        "attempts" to error.attempts.size,
        "deployment" to error.facts.deployment,
        "rollback_to" to error.facts.rollbackTo,
        "journal" to error.journal,
        "candidates" to error.facts.candidates.orEmpty(),
        "watermark" to error.facts.watermark,
        "next_offset" to error.nextOffset,
        "elapsed" to error.facts.elapsed,
        "text" to if (isOurs) snakeWords(error.toString()) else snakeHint(error.toString()),
    )
}
