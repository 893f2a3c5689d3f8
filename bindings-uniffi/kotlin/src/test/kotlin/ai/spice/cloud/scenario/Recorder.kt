package ai.spice.cloud.scenario

import ai.spice.cloud.ClientOptions
import ai.spice.cloud.LogLevel
import ai.spice.cloud.SpiceCloud
import ai.spice.cloud.SpiceCloudException
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject
import java.io.ByteArrayOutputStream
import java.io.NotSerializableException
import java.io.ObjectOutputStream
import java.nio.file.Path
import java.util.logging.Handler
import java.util.logging.Level
import java.util.logging.LogRecord
import java.util.logging.Logger
import kotlin.io.path.appendText
import kotlin.io.path.createDirectories
import kotlin.io.path.writeText

/** Panics on purpose, where the native library was built for tests. */
private const val PANIC = "__panic_for_tests"

/** Loggers that nobody holds forget their handlers. */
private val logger = Logger.getLogger("ai.spice.cloud")

/**
 * Keeps what shows of one scenario while it is played, for `cargo xtask canary`: where `CANARY_RECORD` names a folder, the log
 * at its finest level, every result and every exception in all the ways in which it can be shown, and the requests of the
 * emulator.
 */
class Recorder private constructor(
    private val folder: Path,
) : AutoCloseable {
    private val shown = StringBuilder()
    private val level = logger.level
    private val listener =
        object : Handler() {
            override fun publish(line: LogRecord) {
                val thrown = line.thrown?.stackTraceToString().orEmpty()
                folder.resolve("log.txt").appendText("${line.level} ${line.message}\n$thrown")
            }

            override fun flush() = Unit

            override fun close() = Unit
        }

    /** Has a client log to the record. */
    fun listen(options: ClientOptions) {
        options.logLevel = LogLevel.DEBUG
        logger.level = Level.ALL
        logger.addHandler(listener.apply { level = Level.ALL })
    }

    /** Adds what came of a call. */
    fun reply(
        call: String,
        reply: Any,
    ) {
        val value = (reply as? Outcome)?.whole ?: reply.takeIf { it !is Outcome }
        add(call, value)
        (value as? Watched)?.failure?.let { add("$call, how it ended", it) }
    }

    /** Adds a panic, what shows of the client, and what the emulator kept of its requests. */
    suspend fun finish(
        client: Any,
        requests: List<JsonObject>,
    ) {
        if (client is SpiceCloud) {
            try {
                SpiceCloud.panic(client, PANIC)
            } catch (failed: SpiceCloudException) {
                add("a panic", failed)
            }
        }
        add("the client", client)
        folder.resolve("shown.txt").writeText(shown)
        folder.resolve("requests.json").writeText(JsonArray(requests).toString())
    }

    override fun close() {
        logger.removeHandler(listener)
        logger.level = level
    }

    private fun add(
        what: String,
        value: Any?,
    ) {
        shown.append("== $what\n-- toString\n$value\n-- serialized\n${serialized(value)}\n")
        if (value is Throwable) shown.append("-- stack trace\n${value.stackTraceToString()}\n")
    }

    companion object {
        /** The record of a file of scenarios; none, unless somebody asks for it. */
        fun of(
            face: Face,
            folder: String,
            name: String,
        ): Recorder? {
            val place = System.getenv("CANARY_RECORD") ?: return null
            val path = Path.of(place, "kotlin-${face.name.lowercase()}", folder, name).createDirectories()
            path.resolve("log.txt").writeText("")
            return Recorder(path)
        }

        private fun serialized(value: Any?): String =
            try {
                val bytes = ByteArrayOutputStream()
                ObjectOutputStream(bytes).use { it.writeObject(value) }
                bytes.toString(Charsets.ISO_8859_1)
            } catch (refusal: NotSerializableException) {
                refusal.toString()
            }
    }
}
