package ai.spice.cloud.scenario

import ai.spice.cloud.SpiceCloudException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.double
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlin.time.TimeSource

private val PARTS = setOf("name", "case", "within", "emulator", "client", "steps")

/** What a step of each kind may hold. */
private val STEPS =
    mapOf(
        "call" to
            setOf("call", "args", "options", "result", "error", "meta", "save", "save_error", "times", "at_once", "note"),
        "emulator" to setOf("emulator", "args", "note"),
        "requests" to setOf("requests", "note"),
    )

private val NONE = JsonObject(emptyMap())

/**
 * Plays a scenario against an emulator of its own; the error has the number and the name of the step that went wrong. What
 * shows of it is recorded where a record is given.
 */
suspend fun play(
    face: Face,
    scenario: JsonObject,
    record: Recorder? = null,
) {
    val unknown = scenario.keys - PARTS
    if (unknown.isNotEmpty()) throw Mistake("unknown parts of a scenario: $unknown")
    val began = TimeSource.Monotonic.markNow()
    var took = Duration.ZERO
    Stage(scenario["emulator"]?.jsonObject ?: NONE).use { stage ->
        val options = stage.clientOptions(scenario["client"]?.jsonObject ?: NONE)
        record?.listen(options)
        face.open(options).use { client ->
            val player = Player(face, stage, client, record)
            scenario.getValue("steps").jsonArray.forEachIndexed { index, step ->
                val name = (step.jsonObject["call"] ?: step.jsonObject["emulator"])?.jsonPrimitive?.content ?: "requests"
                try {
                    player.step(step.jsonObject)
                } catch (wrong: Throwable) {
                    throw AssertionError("step ${index + 1}, $name: ${wrong.message ?: wrong}", wrong)
                }
            }
            took = began.elapsedNow()
            record?.finish(client, stage.requests())
        }
    }
    val within = scenario["within"]?.jsonPrimitive?.double?.seconds
    if (within != null && took > within) throw AssertionError("it took $took")
}

private class Player(
    private val face: Face,
    private val stage: Stage,
    private val client: Any,
    private val record: Recorder?,
) {
    private val variables = Variables()

    /** Number of the last request that was looked at. */
    private var seen = 0

    suspend fun step(step: JsonObject) {
        val kind = STEPS.keys.singleOrNull { it in step }
        if (kind == null || !STEPS.getValue(kind).containsAll(step.keys)) throw Mistake("not a step: $step")
        val args = filled(step["args"] ?: NONE)
        when (kind) {
            "call" -> call(step, args)
            "requests" -> requests(step.getValue("requests"))
            else -> stage.act(step.getValue("emulator").jsonPrimitive.content, args)
        }
    }

    private suspend fun call(
        step: JsonObject,
        args: JsonObject,
    ) {
        val name = step.getValue("call").jsonPrimitive.content
        val options = step["options"]?.jsonObject
        repeat(step["times"]?.jsonPrimitive?.int ?: 1) {
            val replies =
                coroutineScope {
                    val calls =
                        List(step["at_once"]?.jsonPrimitive?.int ?: 1) {
                            async(Dispatchers.IO) { call(face, client, name, args, variables, options) }
                        }
                    calls.awaitAll()
                }
            for (reply in replies) judge(step, reply)
        }
    }

    private fun judge(
        step: JsonObject,
        reply: Any,
    ) {
        record?.reply(step.getValue("call").jsonPrimitive.content, reply)
        val error = step["error"]
        if (reply is SpiceCloudException) {
            if (error == null) throw AssertionError("expected a result, got $reply", reply)
            val described = describe(reply)
            agree("the error", variables.fill(error), described)
            save(step, described) { reply.takeIf { _ -> it.isEmpty() } }
            step["save_error"]?.let { variables.save(it.jsonPrimitive.content, described, reply) }
        } else {
            reply as Outcome
            if (error != null) throw AssertionError("expected an error, got ${reply.result}")
            take(step, reply)
        }
    }

    private fun take(
        step: JsonObject,
        reply: Outcome,
    ) {
        step["result"]?.let { agree("the result", variables.fill(it), reply.result) }
        step["meta"]?.let { agree("meta", variables.fill(it), reply.meta) }
        save(step, reply.result, reply::objectAt)
    }

    private fun save(
        step: JsonObject,
        shown: JsonElement,
        objectAt: (String) -> Any?,
    ) {
        for ((name, place) in step["save"]?.jsonObject.orEmpty()) {
            val pointer = place.jsonPrimitive.content
            variables.save(name, at(shown, pointer), objectAt(pointer))
        }
    }

    private fun requests(expected: JsonElement) {
        val records = stage.requests().filter { it.number() > seen }
        seen = records.lastOrNull()?.number() ?: seen
        agree("the requests", variables.fill(expected), JsonArray(records))
    }

    private fun JsonObject.number(): Int = getValue("seq").jsonPrimitive.int

    private fun filled(args: JsonElement): JsonObject = variables.fill(args).jsonObject
}

/** What a JSON pointer leads to. */
private fun at(
    value: JsonElement,
    place: String,
): JsonElement =
    place.split("/").drop(1).fold(value) { found, part ->
        val inner = if (found is JsonArray) part.toIntOrNull()?.let(found::getOrNull) else (found as? JsonObject)?.get(part)
        inner?.takeIf { it !is JsonNull } ?: throw Mistake("there is no $place in $value")
    }

private fun agree(
    what: String,
    expected: JsonElement,
    actual: JsonElement,
) {
    val found = differences(expected, actual)
    if (found.isNotEmpty()) throw AssertionError((listOf("$what differs") + found).joinToString("\n  "))
}
