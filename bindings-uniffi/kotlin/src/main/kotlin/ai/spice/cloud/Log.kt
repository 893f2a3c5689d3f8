package ai.spice.cloud

import ai.spice.cloud.internal.sessionDrainLog
import ai.spice.cloud.internal.sessionSetLogLevel
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.doubleOrNull
import kotlinx.serialization.json.intOrNull
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import java.lang.ref.WeakReference
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.ThreadPoolExecutor
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.ReentrantLock
import java.util.logging.Level
import java.util.logging.Logger
import kotlin.concurrent.withLock
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlin.time.DurationUnit

/**
 * One attempt of a call, as [ClientOptions.onRequest] is told of it. It holds nothing secret.
 *
 * @property operation The operation, such as `apps.list`.
 * @property method The HTTP method.
 * @property path The path with placeholders, such as `/v1/apps/{app_id}`.
 * @property attempt 1 for the first attempt.
 * @property status The status that was answered, if any was.
 * @property outcome `ok`, or the name of the error, such as `NotFound`.
 * @property took How long the attempt took.
 * @property requestId The server's name for the request, if it gave one.
 * @property retryIn In what time another attempt follows, if one does.
 */
public class RequestEvent internal constructor(
    public val operation: String,
    public val method: String,
    public val path: String,
    public val attempt: Int,
    public val status: Int?,
    public val outcome: String,
    public val took: Duration,
    public val requestId: String?,
    public val retryIn: Duration?,
) {
    override fun toString(): String {
        val ended = "$operation $method $path: ${status ?: outcome} in ${shown(took)}"
        val request = requestId?.let { ", request $it" }.orEmpty()
        val again = retryIn?.let { ", again in ${shown(it)}" }.orEmpty()
        return "$ended (attempt $attempt$request)$again"
    }
}

/** The log of a client and of its copies: lines of the core's, handed on to `java.util.logging` and to the user's hook. */
internal class Log(
    private val session: Long,
    options: ClientOptions,
) {
    private val hook = options.onRequest
    private val asked = options.logLevel ?: fromEnvironment()
    private val level = asked ?: LogLevel.WARN

    /** A hook may close its own client. */
    private val draining = ReentrantLock()

    init {
        // The hub must not hold on to a client that nobody has any more, which the hook may know.
        val weak = WeakReference(this)
        Hub.listen(session) { weak.get()?.let { log -> worker.execute(log::drain) } }
        // The hook is told of everything, whatever is logged.
        val wanted = if (hook == null) level else LogLevel.DEBUG
        native { sessionSetLogLevel(session.toULong(), wanted.name.lowercase()) }
    }

    /** Hands on what has come since. Whoever else is at it is waited for, so that a client that was closed says nothing more. */
    fun drain(): Unit =
        draining.withLock {
            val lines = native { sessionDrainLog(session.toULong()) }
            for (line in lines) handOn(Json.parseToJsonElement(line).jsonObject)
        }

    private fun handOn(line: JsonObject) {
        val weight = LogLevel.valueOf(line.text("level").orEmpty().uppercase())
        val event = line.text("event")
        val request = if (event == "request" || event == "retry") requestOf(line) else null
        // Failures are thrown; unless somebody asked for more, the log tells what no exception does.
        if (weight >= level &&
            (asked != null || event in UNSEEN)
        ) {
            logger.log(LEVELS.getValue(weight), request?.toString() ?: describe(line))
        }
        if (hook == null || request == null) return
        try {
            hook(request)
        } catch (
            @Suppress("TooGenericExceptionCaught") failure: Exception,
        ) {
            // What goes wrong in code of the user is told, and hinders nobody.
            logger.log(Level.SEVERE, "onRequest failed", failure)
        }
    }

    private companion object {
        val LEVELS =
            mapOf(
                LogLevel.DEBUG to Level.FINE,
                LogLevel.INFO to Level.INFO,
                LogLevel.WARN to Level.WARNING,
                LogLevel.ERROR to Level.SEVERE,
            )
        val UNSEEN = setOf("cancelled", "lost")
        const val IDLE_SECONDS = 5L
        val logger: Logger = Logger.getLogger("ai.spice.cloud")

        /** One thread, while there is something to do: loggers and hooks may take their time, and lines keep their order. */
        val worker =
            ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, LinkedBlockingQueue()) { work ->
                Thread(work, "spice-cloud-log").apply { isDaemon = true }
            }.apply { allowCoreThreadTimeOut(true) }

        /** A word for somebody else's taste is no reason to fail. */
        fun fromEnvironment(): LogLevel? {
            val word = System.getenv("SPICE_CLOUD_LOG")?.trim().orEmpty()
            return LogLevel.entries.firstOrNull { it.name.equals(word, ignoreCase = true) }
        }

        fun requestOf(line: JsonObject): RequestEvent =
            RequestEvent(
                operation = line.text("operation").orEmpty(),
                method = line.text("method").orEmpty(),
                path = line.text("path").orEmpty(),
                attempt = line["attempt"]?.jsonPrimitive?.intOrNull ?: 0,
                status = line["status"]?.jsonPrimitive?.intOrNull,
                outcome = line.text("outcome").orEmpty(),
                took = line.duration("took") ?: Duration.ZERO,
                requestId = line.text("request_id"),
                retryIn = line.duration("retry_in"),
            )

        /** A line for people, of what is no request. */
        fun describe(line: JsonObject): String =
            when (line.text("event")) {
                "token" -> {
                    "token: ${line.text("outcome")} in ${shown(line.duration("took") ?: Duration.ZERO)}"
                }

                "cancelled" -> {
                    "${line.text("operation")} was cancelled, but the request of a change may have been sent already"
                }

                "lost" -> {
                    "${line.text("lines")} lines of the log came too fast and were lost"
                }

                else -> {
                    line.toString()
                }
            }

        fun JsonObject.text(name: String): String? = get(name)?.jsonPrimitive?.contentOrNull

        fun JsonObject.duration(name: String): Duration? = get(name)?.jsonPrimitive?.doubleOrNull?.seconds
    }
}

private fun shown(duration: Duration): String = duration.toString(DurationUnit.SECONDS, decimals = 3)
