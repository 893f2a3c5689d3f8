package ai.spice.cloud.testing

import ai.spice.cloud.ClientOptions
import ai.spice.cloud.SpiceCloud
import ai.spice.cloud.SpiceCloudBlocking
import ai.spice.cloud.internal.NativeEmulator
import ai.spice.cloud.internal.NativeFailure
import ai.spice.cloud.internal.NativeSnapshot
import ai.spice.cloud.jsonOf
import ai.spice.cloud.native
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import java.util.function.Consumer
import kotlin.time.Duration
import kotlin.time.toKotlinDuration

/**
 * A local Spice.ai Cloud in this process, for tests. It listens on the loopback address until it is closed.
 *
 * ```kotlin
 * Emulator.start().use { emulator ->
 *     emulator.client().use { spice -> spice.apps.create("sales-bi") }
 * }
 * ```
 */
public class Emulator private constructor(
    private val native: NativeEmulator,
) : AutoCloseable {
    /** Where it listens: `http://127.0.0.1:PORT`. */
    public val url: String = native.url()

    /** The port that it listens on. */
    public val port: Int = native.port().toInt()

    /** A token that may do everything in the first organization, and nothing anywhere else. */
    public val token: String = native.token()

    /** Id of an OAuth client that may do everything in the first organization. */
    public val clientId: String = native.clientId()

    /** Secret of that client. */
    public val clientSecret: String = native.clientSecret()

    /** A client of this emulator. Options come before the emulator's. */
    public fun client(configure: ClientOptions.() -> Unit = {}): SpiceCloud = SpiceCloud(options(configure))

    /** A client of this emulator that waits in the thread that calls it. */
    @JvmOverloads
    public fun blockingClient(configure: Consumer<ClientOptions> = Consumer {}): SpiceCloudBlocking =
        SpiceCloudBlocking(options { configure.accept(this) })

    /** Makes a token and gives its text. */
    @JvmOverloads
    public fun mint(token: MintedToken = MintedToken()): String =
        text(admin("POST", "tokens", token.settings()).jsonObject, "token")

    /** Makes chosen requests go wrong, and gives the id of the rule. */
    public fun fault(fault: Fault): String = fault(fault.settings())

    /** Adds a rule in the form of the administration, and gives its id. */
    public fun fault(rule: JsonObject): String = text(admin("POST", "faults", rule).jsonObject, "id")

    /** Takes all faults away. */
    public fun clearFaults() {
        admin("DELETE", "faults")
    }

    /** The requests so far, oldest first, without secrets. */
    public fun requests(): List<RequestRecord> =
        admin("GET", "requests").jsonObject.getValue("requests").jsonArray.map { RequestRecord(it.jsonObject) }

    /** How many requests there were, of a method and with paths as [Fault] takes them. */
    @JvmOverloads
    public fun count(
        method: String? = null,
        path: String = "**",
    ): Int {
        val fits = glob(path)
        return requests().count { (method == null || it.method == method.uppercase()) && fits.matches(it.path) }
    }

    /** Forgets the requests so far. */
    public fun clearRequests() {
        admin("DELETE", "requests")
    }

    /** Everything that there is, without secrets. */
    public fun state(): JsonObject = admin("GET", "state").jsonObject

    /** Moves its clock forward. */
    public fun advance(by: Duration) {
        admin("POST", "clock", JsonObject(mapOf("advance" to JsonPrimitive("${by.inWholeMilliseconds}ms"))))
    }

    /** [advance] for Java. */
    public fun advance(by: java.time.Duration): Unit = advance(by.toKotlinDuration())

    /** Stops its clock at the present. */
    public fun freeze() {
        admin("POST", "clock", JsonObject(mapOf("freeze" to JsonPrimitive(true))))
    }

    /** Says how new deployments move on, of one app or of all. */
    @JvmOverloads
    public fun setProgression(
        progression: Progression,
        app: Long? = null,
    ) {
        admin("POST", "progression", JsonObject(progression.settings + listOfNotNull(app?.let { "app_id" to JsonPrimitive(it) })))
    }

    /** Loads rows into a dataset of an app's runtime, in place of what is there. */
    public fun load(
        app: Long,
        dataset: String,
        rows: List<Map<String, Any?>>,
    ) {
        admin("PUT", "apps/$app/datasets/$dataset", settings("rows" to rows))
    }

    /** Says what it does as older servers do; what is not set is off. */
    public fun setQuirks(quirks: Quirks) {
        admin("POST", "quirks", quirks.settings())
    }

    /** Says how many requests each token may make in a minute; null for as many as it likes. */
    public fun setRateLimit(limit: RateLimit?) {
        if (limit == null) admin("DELETE", "rate-limit") else admin("POST", "rate-limit", limit.settings())
    }

    /** Goes back to how it started: state, clock, randomness, faults and the log of requests. */
    public fun reset() {
        admin("POST", "reset")
    }

    /** Copies everything that requests can change, for [restore]. */
    public fun snapshot(): EmulatorSnapshot = EmulatorSnapshot(native { native.snapshot() })

    /** Puts everything back as it was. The log of requests goes on. */
    public fun restore(snapshot: EmulatorSnapshot): Unit = native { native.restore(snapshot.native) }

    /**
     * Any call of the administration, which also listens under `/_emulator/`.
     *
     * @param method The HTTP method.
     * @param path What stands behind `/_emulator/`, such as `apps/1`.
     * @param body What is sent as JSON.
     * @throws EmulatorRefusal The administration refuses it, or there is no such thing.
     */
    @JvmOverloads
    public fun admin(
        method: String,
        path: String,
        body: JsonElement? = null,
    ): JsonElement = Json.parseToJsonElement(refusing { native.admin(method, path, body?.toString()) })

    /** Stops it; its port is free then. May be repeated. */
    override fun close(): Unit = native { native.stop() }

    override fun toString(): String = "Emulator(url=$url)"

    private fun options(configure: ClientOptions.() -> Unit): ClientOptions {
        val options = ClientOptions().apply { baseUrl = url }.apply(configure)
        val signsIn = listOf(options.token, options.clientId, options.clientSecret, options.tokenProvider).any { it != null }
        if (!signsIn) options.setToken(token)
        return options
    }

    /** Starts emulators. */
    public companion object {
        /**
         * Starts one.
         *
         * @param configure Says what it is started with.
         * @throws EmulatorRefusal A setting is wrong, or it cannot listen there.
         */
        public fun start(configure: EmulatorOptions.() -> Unit = {}): Emulator =
            start(EmulatorOptions().apply(configure).settings())

        /** Starts one, for Java. */
        @JvmStatic
        public fun start(options: EmulatorOptions): Emulator = start(options.settings())

        /** Starts one with settings in the form that its administration has. */
        @JvmStatic
        public fun start(settings: JsonObject): Emulator = Emulator(refusing { NativeEmulator.start(settings.toString()) })

        private fun <T> refusing(work: () -> T): T =
            try {
                native(work)
            } catch (refused: NativeFailure.Refused) {
                throw EmulatorRefusal(refused.words, refused.status?.toInt())
            }

        private fun text(
            answer: JsonObject,
            name: String,
        ): String = answer.getValue(name).jsonPrimitive.content
    }
}

/** Everything that requests to an emulator can change, at one moment. */
public class EmulatorSnapshot internal constructor(
    internal val native: NativeSnapshot,
)

/**
 * The emulator refuses a setting or an administrative call.
 *
 * @property status The HTTP status of the refusal, where there is one.
 */
public class EmulatorRefusal internal constructor(
    message: String,
    public val status: Int?,
) : RuntimeException(message)

/**
 * A request that an emulator has seen; it holds no secret.
 *
 * @property members All that is known of it, under the names of the administration.
 */
public class RequestRecord internal constructor(
    public val members: JsonObject,
) {
    /** The HTTP method. */
    public val method: String get() = text("method").orEmpty()

    /** The path. */
    public val path: String get() = text("path").orEmpty()

    /** The status that was answered; null when the connection was gone before. */
    public val status: Int? get() = text("status")?.toIntOrNull()

    /** Whose token it came with. */
    public val token: String? get() = text("token")

    override fun toString(): String = "RequestRecord($method $path, status=$status)"

    private fun text(name: String): String? = (members[name] as? JsonPrimitive)?.contentOrNull
}

/** A regular expression for paths: `*` is anything within a segment, `**` anything. */
internal fun glob(pattern: String): Regex {
    val parts = Regex("""\*\*|\*|[^*]+""").findAll(pattern).map { it.value }
    return Regex(
        parts.joinToString("") { part ->
            when (part) {
                "**" -> ".*"
                "*" -> "[^/]*"
                else -> Regex.escape(part)
            }
        },
    )
}

/** The settings that were given. */
internal fun settings(vararg settings: Pair<String, Any?>): JsonObject =
    JsonObject(settings.filter { (_, value) -> value != null }.associate { (name, value) -> name to jsonOf(value) })
