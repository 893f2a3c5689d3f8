package ai.spice.cloud

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlin.time.Duration
import kotlin.time.DurationUnit

/** What a call is made with, as the core takes it. */
internal class Params(
    path: JsonObject? = null,
    query: JsonObject? = null,
    body: JsonObject? = null,
    pageSize: Int? = null,
    limit: Int? = null,
    offset: Long? = null,
    unchanged: JsonObject? = null,
    name: String? = null,
    secrets: Map<String, Secret>? = null,
    wait: JsonObject? = null,
    raw: JsonObject? = null,
    change: String? = null,
    verifies: Boolean? = null,
) {
    val members: Map<String, JsonElement> =
        buildMap {
            path?.let { put("path", it) }
            query?.let { put("query", it) }
            body?.let { put("body", it) }
            pageSize?.let { put("page_size", count("pageSize", it)) }
            limit?.let { put("limit", count("limit", it)) }
            offset?.let { put("offset", count("offset", it)) }
            unchanged?.let { put("unchanged", it) }
            name?.let { put("name", JsonPrimitive(it)) }
            secrets?.let { put("secrets", JsonObject(it.mapValues { (_, value) -> JsonPrimitive(value.reveal()) })) }
            wait?.let { put("wait", it) }
            raw?.let { put("raw", it) }
            change?.let { put("change", JsonPrimitive(it)) }
            verifies?.let { put("verifies", JsonPrimitive(it)) }
        }

    override fun toString(): String = "Params"
}

/** An object with these members. */
internal fun members(vararg members: Pair<String, Any?>): JsonObject =
    JsonObject(members.associate { (name, value) -> name to jsonOf(value) })

/** Members of a body: those that are there, those that are cleared, and further ones. */
internal inline fun sent(
    cleared: Iterable<String>,
    extra: Map<String, JsonElement> = emptyMap(),
    fill: Sent.() -> Unit,
): JsonObject {
    val sent = Sent()
    sent.fill()
    for (name in cleared) {
        if (name in sent.members) throw invalid(name, "cannot be set and cleared")
        sent.members[name] = JsonNull
    }
    for ((name, value) in extra) {
        if (name in sent.members) throw invalid("extra.$name", "has an argument of its own")
        sent.members[name] = value
    }
    return JsonObject(sent.members)
}

/** Members in the making. */
internal class Sent {
    val members = LinkedHashMap<String, JsonElement>()

    fun put(
        name: String,
        value: Any?,
    ) {
        if (value != null) members[name] = jsonOf(value)
    }
}

/** Limits of a wait. */
internal fun wait(
    timeout: Duration?,
    pollInterval: Duration?,
): JsonObject =
    sent(emptyList()) {
        put("timeout", timeout?.let { seconds("timeout", it) })
        put("poll_interval", pollInterval?.let { seconds("pollInterval", it) })
    }

/** Limits of a wait, and what a deployment does when it fails. */
internal fun deploys(
    timeout: Duration?,
    pollInterval: Duration?,
    redeployOn: List<DeploymentErrorCode>,
    maxRedeploys: Int?,
    rollbackOnFailure: Boolean,
    untilReady: Boolean,
): JsonObject =
    JsonObject(
        wait(timeout, pollInterval) +
            sent(emptyList()) {
                put("redeploy_on", redeployOn)
                put("max_redeploys", maxRedeploys?.let { count("maxRedeploys", it) })
                put("rollback_on_failure", rollbackOnFailure)
                put("until_ready", untilReady)
            },
    )

/** From a duration to the core's seconds. */
internal fun seconds(
    name: String,
    duration: Duration,
): Double {
    if (duration.isFinite() && !duration.isNegative()) return duration.toDouble(DurationUnit.SECONDS)
    throw invalid(name, "must be a duration that is finite and not negative, not $duration")
}

internal fun count(
    name: String,
    count: Number,
): JsonPrimitive {
    if (count.toLong() >= 0) return JsonPrimitive(count)
    throw invalid(name, "must not be negative, not $count")
}

/** Names and values as they go to the core. */
internal fun pairs(pairs: Iterable<Pair<String, String>>): JsonArray =
    JsonArray(pairs.map { (name, value) -> JsonArray(listOf(JsonPrimitive(name), JsonPrimitive(value))) })
