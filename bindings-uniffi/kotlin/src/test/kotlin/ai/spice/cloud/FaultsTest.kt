package ai.spice.cloud

import ai.spice.cloud.scenario.Face
import ai.spice.cloud.scenario.ROOT
import ai.spice.cloud.scenario.Recorder
import ai.spice.cloud.scenario.play
import ai.spice.cloud.scenario.readJson
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.nameWithoutExtension
import kotlin.io.path.writeText

/**
 * Plays every case of `tests/faults`: one test for each. Where `FAULTS_REPORT` names a folder, each that passes leaves a
 * file there, for `cargo xtask faults`.
 */
class FaultsTest {
    @TestFactory
    fun `faults with functions that suspend`(): List<DynamicTest> = tests(Face.SUSPENDING)

    @TestFactory
    fun `faults with functions that wait`(): List<DynamicTest> = tests(Face.BLOCKING)

    private fun tests(face: Face): List<DynamicTest> =
        ROOT.resolve("tests/faults").listDirectoryEntries("*.json").map { it.nameWithoutExtension }.sorted().map { name ->
            dynamicTest(name) {
                Recorder.of(face, "faults", name).use {
                    runBlocking { play(face, readJson("tests/faults/$name.json"), it) }
                }
                val folder = System.getenv("FAULTS_REPORT")
                if (folder != null) {
                    val place = Path.of(folder, "kotlin-${face.name.lowercase()}").createDirectories()
                    place.resolve(name).writeText("")
                }
            }
        }
}
