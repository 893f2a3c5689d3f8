package ai.spice.cloud

import ai.spice.cloud.scenario.Face
import ai.spice.cloud.scenario.ROOT
import ai.spice.cloud.scenario.Recorder
import ai.spice.cloud.scenario.operationOf
import ai.spice.cloud.scenario.play
import ai.spice.cloud.scenario.publicOperations
import ai.spice.cloud.scenario.readJson
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name

/** Plays every scenario with every kind of client: one test for each. */
class ScenariosTest {
    private val scenarios: Map<String, JsonObject> =
        ROOT
            .resolve("tests/scenarios")
            .listDirectoryEntries("*.json")
            .filter { it.name != "schema.json" }
            .sorted()
            .associate { it.name to readJson("tests/scenarios/${it.name}") }

    @TestFactory
    fun `scenarios with functions that suspend`(): List<DynamicTest> = tests(Face.SUSPENDING)

    @TestFactory
    fun `scenarios with functions that wait`(): List<DynamicTest> = tests(Face.BLOCKING)

    @TestFactory
    fun `scenarios with futures`(): List<DynamicTest> = tests(Face.FUTURES)

    private fun tests(face: Face): List<DynamicTest> {
        val playable = scenarios.filterValues { scenario -> calls(scenario).all(face::has) }
        assertTrue(playable.size >= LEAST.getValue(face)) { "only ${playable.size} of ${scenarios.size}" }
        return playable.map { (name, scenario) ->
            dynamicTest(name) {
                Recorder.of(face, "scenarios", name.removeSuffix(".json")).use { runBlocking { play(face, scenario, it) } }
            }
        }
    }

    @Test
    fun `every public operation is called by a scenario`() {
        val good = scenarios.values.flatMap { it.steps() }.filter { "call" in it && "error" !in it }
        val called = good.map { operationOf(it.getValue("call").jsonPrimitive.content) }.toSet()
        for (face in Face.entries) {
            face.open(ClientOptions().apply { setToken("example-token") }).use { client ->
                assertEquals(called.filter(face::has).sorted(), publicOperations(client).keys.sorted(), face.name)
            }
        }
    }

    @TestFactory
    fun `what is not as expected is found`(): List<DynamicTest> =
        WRONG.map { (step, words) ->
            dynamicTest(words) {
                val scenario = Json.parseToJsonElement("""{"name": "An example", "steps": [$step]}""").jsonObject
                val wrong = assertThrows(AssertionError::class.java) { runBlocking { play(Face.SUSPENDING, scenario) } }
                assertTrue(wrong.message.orEmpty().startsWith("step 1, ") && words in wrong.message.orEmpty()) { wrong.message }
            }
        }

    @Test
    fun `what is as expected passes`() {
        val steps =
            """
            {"call": "apps.create", "args": {"name": "sales-bi"}, "save": {"app": "/id", "all": ""}},
            {"call": "apps.get", "args": {"app": {"${'$'}object": "all"}}, "result": {"id": "${'$'}app"}},
            {"requests": [{"method": "POST"}, {"path": "/v1/apps/{app}"}]},
            {"requests": []}
            """
        val scenario = Json.parseToJsonElement("""{"name": "An example", "steps": [$steps]}""").jsonObject
        for (face in Face.entries) runBlocking { play(face, scenario) }
    }

    private fun calls(scenario: JsonObject): List<String> = scenario.steps().mapNotNull { it["call"]?.jsonPrimitive?.content }

    private fun JsonObject.steps(): List<JsonObject> = getValue("steps").jsonArray.map { it.jsonObject }

    private companion object {
        /** How many scenarios each can play at least. */
        val LEAST = mapOf(Face.SUSPENDING to 75, Face.BLOCKING to 75, Face.FUTURES to 71)

        val WRONG =
            listOf(
                """{"call": "apps.list", "result": [{"id": 1}]}""" to "expected 1 items",
                """{"call": "apps.list", "error": {"kind": "NotFound"}}""" to "expected an error",
                """{"call": "apps.get", "args": {"app": 1}}""" to "expected a result, got NotFound",
                """{"call": "apps.get", "args": {"app": 1}, "error": {"kind": "Conflict"}}""" to "expected \"Conflict\"",
                """{"call": "regions.list", "meta": {"attempts": 2}}""" to "/attempts: expected 2, got 1",
                """{"requests": [{"method": "GET"}]}""" to "expected 1 items, got 0",
                """{"call": "apps.lists"}""" to "no call of the name",
                """{"call": "apps.list", "args": {"page": 1}}""" to "unknown arguments: page",
                """{"call": "apps.get", "args": {"app": "${'$'}app"}}""" to "nothing was saved as app",
                """{"call": "regions.list", "save": {"x": "/nowhere"}}""" to "there is no /nowhere",
                """{"emulator": "explode", "args": {}}""" to "cannot be told to explode",
                """{"call": "apps.list", "results": []}""" to "not a step",
            )
    }
}
