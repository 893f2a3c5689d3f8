package ai.spice.cloud.scenario

import ai.spice.cloud.RotationEvent
import ai.spice.cloud.RotationReport
import ai.spice.cloud.Secret
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import java.util.Collections

/** What a function throws when a scenario has it fail. */
class Refusal(
    words: String,
) : Exception(words)

/** Rotates keys as a scenario says it: what the functions do, call by call, and a client that calls all the while. */
class Rotation(
    private val face: Face,
    private val client: Any,
    given: JsonObject,
    private val variables: Variables,
) {
    private val app = given["app"]
    private val isBusy = given["busy"]?.jsonPrimitive?.boolean ?: false
    private val events = Collections.synchronizedList(mutableListOf<RotationEvent>())
    private val distributed = Collections.synchronizedList(mutableListOf<Map<String, Any>>())

    @Volatile
    private var key: Secret? = null

    /** What the operation itself takes. */
    val args = JsonObject(given - FUNCTIONS)

    /** The functions that it is given. */
    val functions: Map<String, Any?>

    init {
        val distribute = Script(given["distribute"] ?: JsonPrimitive("ok"))
        val verify = given["verify"]?.let(::Script)
        functions =
            mapOf(
                "distribute" to
                    face.distributes { slot, key ->
                        distribute.next()
                        distributed += mapOf("slot" to slot, "key" to key)
                        this.key = key
                    },
                "verify" to verify?.let { face.verifies { _, _ -> it.next().jsonPrimitive.boolean } },
                "onEvent" to face.hears<RotationEvent> { events += it },
            )
    }

    /** Rotates, and gives all that has shown. */
    suspend fun around(rotate: suspend () -> Any?): Map<String, Any?> =
        coroutineScope {
            var isOver = false
            if (isBusy) key = Secret(text(call("api_keys.get", mapOf("app" to app)), "api_key"))
            val busy = if (isBusy) async(Dispatchers.IO) { callUntil { isOver } } else null
            val report =
                try {
                    rotate() as RotationReport
                } finally {
                    isOver = true
                }
            mapOf(
                "keys" to report.keys,
                "journal" to report.journal,
                "events" to events.map { mapOf("step" to it.step, "slot" to it.slot) },
                "distributed" to distributed,
                "busy" to busy?.await(),
            )
        }

    private suspend fun callUntil(isOver: () -> Boolean): Map<String, Any> {
        var calls = 0
        val failures = mutableListOf<String>()
        while (!isOver()) {
            val args = mapOf("key" to JsonPrimitive(key?.reveal()), "sql" to JsonPrimitive("SELECT 1"))
            val reply = call("runtime.sql", args)
            if (reply is Outcome) calls += 1 else failures += reply.toString()
        }
        return mapOf("calls" to calls, "failures" to failures.size, "words" to failures)
    }

    private suspend fun call(
        name: String,
        args: Map<String, JsonElement?>,
    ): Any = call(face, client, name, JsonObject(args.mapValues { (name, value) -> value ?: throw Mistake("no $name") }), variables)

    private fun text(
        reply: Any,
        name: String,
    ): String =
        ((reply as? Outcome)?.result?.jsonObject?.get(name) as? JsonPrimitive)?.contentOrNull ?: throw Mistake("no $name in $reply")

    private companion object {
        val FUNCTIONS = setOf("distribute", "verify", "busy")
    }
}

/** What a function does, call by call, the last one for good. */
private class Script(
    told: JsonElement,
) {
    private val left = ArrayDeque(told as? JsonArray ?: listOf(told))

    /** What it gives; what it throws is a failure. */
    @Synchronized
    fun next(): JsonElement {
        val next = if (left.size > 1) left.removeFirst() else left.first()
        if (next is JsonObject) throw Refusal(next.getValue("fail").jsonPrimitive.content)
        return next
    }
}
