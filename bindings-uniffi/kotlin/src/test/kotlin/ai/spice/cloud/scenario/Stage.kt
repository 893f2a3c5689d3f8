package ai.spice.cloud.scenario

import ai.spice.cloud.ClientOptions
import ai.spice.cloud.PathStyle
import ai.spice.cloud.ProvidedToken
import ai.spice.cloud.Secret
import ai.spice.cloud.TokenProvider
import ai.spice.cloud.testing.Emulator
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.double
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long
import kotlin.time.Duration.Companion.seconds

private val PARTS = setOf("seed", "random_seed", "clock", "progression", "quirks", "rate_limit", "faults")
private val SHARED = setOf("timeout", "attempt_timeout", "max_retries", "org", "headers", "dedupe", "reconcile_timeout")
private val SIGN_IN = setOf("token", "client_credentials", "token_provider")
private const val MILLISECONDS = 1000
private const val TIMEOUT = 60
private const val ATTEMPT_TIMEOUT = 30

/** An emulator, as a scenario sets it up. */
class Stage(
    settings: JsonObject,
) : AutoCloseable {
    private val emulator: Emulator

    init {
        only(settings, PARTS)
        val defaults = mapOf("clock" to JsonPrimitive("2026-01-01T00:00:00Z"), "random_seed" to JsonPrimitive(7))
        val told = (defaults + settings).mapValues { (name, value) -> if (name == "progression") inMilliseconds(value) else value }
        emulator = Emulator.start(JsonObject(told))
    }

    /** Tells the emulator what a step says. */
    fun act(
        action: String,
        args: JsonObject,
    ) {
        when (action) {
            "advance" -> {
                emulator.advance(args.getValue("seconds").jsonPrimitive.double.seconds)
            }

            "fault" -> {
                emulator.fault(args)
            }

            "load" -> {
                val (app, dataset) = listOf("app", "dataset").map { args.getValue(it).jsonPrimitive }
                emulator.load(app.long, dataset.content, args.getValue("rows").jsonArray.map { it.jsonObject })
            }

            "calm" -> {
                emulator.clearFaults()
            }

            "progression" -> {
                emulator.admin("POST", "progression", inMilliseconds(args))
            }

            "quirks" -> {
                emulator.admin("POST", "quirks", args)
            }

            "rate_limit" -> {
                if ("per_minute" in args) {
                    emulator.admin("POST", "rate-limit", JsonObject(mapOf("retry_after" to JsonPrimitive("seconds")) + args))
                } else {
                    emulator.setRateLimit(null)
                }
            }

            else -> {
                throw Mistake("an emulator cannot be told to $action")
            }
        }
    }

    /** What the emulator saw. */
    fun requests(): List<JsonObject> = emulator.requests().map { it.members }

    /** The options of the client that a scenario asks for. */
    fun clientOptions(settings: JsonObject): ClientOptions {
        val scale = settings["time_scale"]?.jsonPrimitive?.int ?: 1
        return ClientOptions().apply {
            baseUrl = emulator.url
            timeScale = scale
            // What a scenario does not limit stays as it is, or a busy machine would break it.
            timeout = (TIMEOUT * scale).seconds
            attemptTimeout = (ATTEMPT_TIMEOUT * scale).seconds
            val shared = settings.filterKeys { it in SHARED }
            set(JsonObject(shared))
            settings["proxy"]?.let { proxy = address(it.jsonObject) }
            for ((name, value) in settings - shared.keys - SIGN_IN - setOf("proxy", "time_scale")) option(name, value)
            signIn(settings)
        }
    }

    override fun close(): Unit = emulator.close()

    /** The emulator itself, with what a proxy asks for. */
    private fun address(proxy: JsonObject): Secret {
        val (user, password) = listOf("user", "password").map { proxy.getValue(it).jsonPrimitive.content }
        return Secret(emulator.url.replace("://", "://$user:$password@"))
    }

    private fun ClientOptions.option(
        name: String,
        value: JsonElement,
    ) {
        when (name) {
            "max_in_flight" -> maxInFlight = value.jsonPrimitive.int
            "path_style" -> pathStyle = PathStyle.valueOf(value.jsonPrimitive.content.uppercase())
            "scope" -> scope = value.jsonPrimitive.content
            "validate" -> validate = value.jsonPrimitive.boolean
            else -> throw Mistake("there is no option $name")
        }
    }

    private fun ClientOptions.signIn(settings: JsonObject) {
        val given = settings.keys.filter { it in SIGN_IN }
        if (given.size > 1) throw Mistake("a client signs in with one thing")
        when (given.firstOrNull()) {
            "client_credentials" -> {
                val credentials = settings.getValue("client_credentials").jsonObject
                clientId = credentials["id"]?.jsonPrimitive?.content ?: emulator.clientId
                setClientSecret(credentials["secret"]?.jsonPrimitive?.content ?: emulator.clientSecret)
            }

            "token_provider" -> {
                val tokens = ArrayDeque((settings.getValue("token_provider") as JsonArray).map(::tokenOf))
                tokenProvider = TokenProvider { ProvidedToken(if (tokens.size > 1) tokens.removeFirst() else tokens.first()) }
            }

            else -> {
                setToken(tokenOf(settings["token"]))
            }
        }
    }

    private fun tokenOf(token: JsonElement?): String =
        when (token) {
            null, is JsonNull -> emulator.token
            is JsonPrimitive -> token.content
            else -> (emulator.admin("POST", "tokens", token).jsonObject["token"] as? JsonPrimitive)?.contentOrNull.orEmpty()
        }
}

/** The administration counts in milliseconds and calls an app by its id. */
private fun inMilliseconds(progression: JsonElement): JsonObject =
    JsonObject(
        progression.jsonObject.entries.associate { (name, value) ->
            when (name) {
                "queued", "in_progress" -> "${name}_ms" to JsonPrimitive((value.jsonPrimitive.double * MILLISECONDS).toLong())
                "app" -> "app_id" to value
                else -> name to value
            }
        },
    )

private fun only(
    settings: JsonObject,
    known: Set<String>,
) {
    val unknown = settings.keys - known
    if (unknown.isNotEmpty()) throw Mistake("unknown settings: ${unknown.joinToString()}")
}
