package ai.spice.cloud

import ai.spice.cloud.scenario.Face
import ai.spice.cloud.scenario.Outcome
import ai.spice.cloud.scenario.ROOT
import ai.spice.cloud.scenario.call
import ai.spice.cloud.scenario.describe
import ai.spice.cloud.scenario.differences
import ai.spice.cloud.scenario.readJson
import ai.spice.cloud.testing.Emulator
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicContainer
import org.junit.jupiter.api.DynamicContainer.dynamicContainer
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.TestInstance
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name

/** Reads every wire fixture and every vector of decoding: one test for each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireTest {
    private val emulator = Emulator.start()
    private val client =
        emulator.client {
            maxRetries = 0
            dedupe = Dedupe.OFF
        }

    @AfterAll
    fun stop() {
        client.close()
        emulator.close()
    }

    @TestFactory
    fun fixtures(): List<DynamicContainer> {
        val files = ROOT.resolve("tests/wire").listDirectoryEntries("*.json").map { "tests/wire/${it.name}" }
        assertTrue(files.size >= LEAST)
        return (files.sorted() + "tests/vectors/decoding.json").map { path ->
            val cases = readJson(path).getValue("cases").jsonArray.map { it.jsonObject }
            // The SDK asks for tokens by itself.
            val public = cases.filter { it.text("operation") != "oauth.token" }
            dynamicContainer(path, public.map { dynamicTest(it.text("name")) { runBlocking { play(it) } } })
        }
    }

    private suspend fun play(example: JsonObject) {
        val operation = example.text("operation")
        emulator.clearFaults()
        emulator.fault(faultOf(example))
        val name =
            if (operation.endsWith(".get") &&
                operation.substringBefore(".") in OWN
            ) {
                "client.${operation.substringBefore(".")}"
            } else {
                operation
            }
        when (val given = call(Face.SUSPENDING, client, name, ARGUMENTS[operation] ?: JsonObject(emptyMap()))) {
            is SpiceCloudException -> {
                assertTrue("expect_error" in example) { "not this error: $given" }
                assertFalse(given.message.isNullOrBlank())
                assertEquals(emptyList<String>(), differences(example.getValue("expect_error"), describe(given)))
            }

            is Outcome -> {
                assertTrue("expect" in example) { "expected an error, got ${given.result}" }
                assertEquals(emptyList<String>(), differences(example.getValue("expect"), given.result))
            }
        }
    }

    private fun faultOf(example: JsonObject): JsonObject {
        val json = mapOf("content-type" to JsonPrimitive("application/json"))
        val headers = JsonObject(json + example["headers"]?.jsonObject.orEmpty())
        val told = mapOf("kind" to JsonPrimitive("status"), "status" to example.getValue("status"), "headers" to headers)
        val body = example["body_text"]?.let { "text" to it } ?: ("body" to example.getValue("body"))
        return JsonObject(mapOf("do" to JsonObject(told + body)))
    }

    private fun JsonObject.text(name: String): String = getValue(name).jsonPrimitive.content

    private companion object {
        const val LEAST = 13
        val OWN = setOf("health", "limits")

        /** A good call of each operation that needs arguments. */
        val ARGUMENTS: Map<String, JsonObject> =
            readJson("tests/calls.json").mapValues { (_, arguments) -> arguments.jsonObject }
    }
}
