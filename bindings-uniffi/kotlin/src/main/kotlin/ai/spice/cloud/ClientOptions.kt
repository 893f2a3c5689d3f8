package ai.spice.cloud

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import java.util.function.Supplier
import kotlin.time.Duration
import kotlin.time.toJavaDuration
import kotlin.time.toKotlinDuration

/** From which weight on something is logged. */
public enum class LogLevel {
    /** Every attempt of every call. */
    DEBUG,

    /** What takes more than one attempt. */
    INFO,

    /** What may need somebody's attention, such as a change that was cancelled on its way. */
    WARN,

    /** What went wrong. */
    ERROR,

    /** Nothing. */
    OFF,
}

/** Which authorities are trusted. */
public enum class TrustStore {
    /** Those of the platform; the bundled ones where it has none. */
    AUTO,

    /** Those of the platform. */
    PLATFORM,

    /** Those that the package brings. */
    BUNDLED,
}

/** Which of the API's names stands in paths. */
public enum class PathStyle {
    /** `/v1/apps` */
    APPS,

    /** `/v1/projects` */
    PROJECTS,
}

/** How changes are kept from happening twice, where a second request would do them twice. */
public enum class Dedupe {
    /** Not at all: nothing is read beforehand, and an unknown outcome is an exception at once. */
    OFF,

    /** By what is there before and afterwards. */
    LIST,

    /** So, and with a mark in a deployment's commit message. */
    MARKER,
}

/** What calls may do differently from their client. What is null is as the client has it, or has a default. */
public open class CallOptions internal constructor() {
    /** Limit of a whole call with its waits and retries; 60 seconds if not given. */
    public var timeout: Duration? = null

    /**
     * Limit of one attempt; 30 seconds if not given. Up to that, an attempt also ends when nothing comes for 20 seconds; a
     * longer limit leaves a slow server all of its time.
     */
    public var attemptTimeout: Duration? = null

    /** How many times a failed attempt may be followed by another; 2 if not given, at most 10. */
    public var maxRetries: Int? = null

    /** Headers to add to each request. */
    public var headers: Map<String, Secret> = emptyMap()

    /** The organization to act on, for tokens that reach several. */
    public var org: String? = null

    /** How changes are kept from happening twice; [Dedupe.LIST] if not given. */
    public var dedupe: Dedupe? = null

    /** How long the outcome of a change may be looked for when the time of the call is up; 15 seconds if not given. */
    public var reconcileTimeout: Duration? = null

    /** [timeout] for Java. */
    public fun setTimeout(limit: java.time.Duration) {
        timeout = limit.toKotlinDuration()
    }

    /** [attemptTimeout] for Java. */
    public fun setAttemptTimeout(limit: java.time.Duration) {
        attemptTimeout = limit.toKotlinDuration()
    }

    /** [reconcileTimeout] for Java. */
    public fun setReconcileTimeout(limit: java.time.Duration) {
        reconcileTimeout = limit.toKotlinDuration()
    }

    /** [timeout] for Java. */
    public fun getTimeout(): java.time.Duration? = timeout?.toJavaDuration()

    internal open fun settings(): JsonObject =
        sent(emptyList()) {
            put("timeout", timeout?.let { seconds("timeout", it) })
            put("attempt_timeout", attemptTimeout?.let { seconds("attemptTimeout", it) })
            put("max_retries", maxRetries?.let { count("maxRetries", it) })
            put("org", org)
            put("dedupe", dedupe?.name?.lowercase())
            put("reconcile_timeout", reconcileTimeout?.let { seconds("reconcileTimeout", it) })
            if (headers.isNotEmpty()) put("headers", pairs(headers.map { (name, value) -> name to value.reveal() }))
        }

    /** Nothing of what it holds. */
    override fun toString(): String = javaClass.simpleName
}

/**
 * Options of a client. What is not given is read from the environment, or has a default.
 */
public class ClientOptions : CallOptions() {
    /** A personal access token. */
    public var token: Secret? = null

    /** Id of an OAuth client of an organization; needs [clientSecret]. */
    public var clientId: String? = null

    /** Secret of that client. */
    public var clientSecret: Secret? = null

    /** What scopes to ask for with client credentials, separated by spaces; all if not given. */
    public var scope: String? = null

    /** Gives a token whenever one is needed. */
    public var tokenProvider: TokenProvider? = null

    /** Where the API is; `https://api.spice.ai` if not given. */
    public var baseUrl: String? = null

    /** Where client credentials are exchanged. */
    public var oauthUrl: String? = null

    /** Limit of connecting; 5 seconds if not given. */
    public var connectTimeout: Duration? = null

    /** How many requests may be on their way at a time; 16 if not given. */
    public var maxInFlight: Int? = null

    /** Address of a proxy; those of the environment if not given. */
    public var proxy: Secret? = null

    /** File with the certificates, in PEM, of authorities that are trusted besides the others. */
    public var caBundle: String? = null

    /** Which authorities are trusted; [TrustStore.AUTO] if not given. */
    public var trustStore: TrustStore? = null

    /** What is added to the header User-Agent. */
    public var userAgentSuffix: String? = null

    /** Whether tokens may be sent without encryption to other machines. */
    public var allowInsecureHttp: Boolean = false

    /** Whether `.env.local` and `.env` of the working directory are read, too. */
    public var allowDotenv: Boolean = false

    /** Which of the API's names stands in paths; [PathStyle.APPS] if not given. */
    public var pathStyle: PathStyle? = null

    /** Whether input is checked before it is sent; it is if not given. */
    public var validate: Boolean? = null

    /** Is told of each attempt of each call, in a thread that no call waits for. */
    public var onRequest: ((RequestEvent) -> Unit)? = null

    /**
     * From which level on something is logged, to the logger `ai.spice.cloud` of `java.util.logging`; what the environment has
     * as `SPICE_CLOUD_LOG` if not given. Without either only what no exception tells is logged, such as a change that was
     * cancelled on its way.
     */
    public var logLevel: LogLevel? = null

    /** For tests: waits of the policy are that many times shorter. */
    internal var timeScale: Int? = null

    /** [token] as a text. */
    public fun setToken(text: String) {
        token = Secret(text)
    }

    /** [clientSecret] as a text. */
    public fun setClientSecret(text: String) {
        clientSecret = Secret(text)
    }

    /** [tokenProvider] for Java: it is called in a thread of the SDK's, and may wait. */
    public fun setTokenProvider(provider: Supplier<ProvidedToken>) {
        tokenProvider = TokenProvider { withContext(Dispatchers.IO) { provider.get() } }
    }

    /** [connectTimeout] for Java. */
    public fun setConnectTimeout(limit: java.time.Duration) {
        connectTimeout = limit.toKotlinDuration()
    }

    internal fun shown(): String =
        listOfNotNull(baseUrl?.let { "baseUrl=$it" }, org?.let { "org=$it" }).joinToString(prefix = "SpiceCloud(", postfix = ")")

    internal override fun settings(): JsonObject {
        val own =
            sent(emptyList()) {
                put("token", token)
                put("client_id", clientId)
                put("client_secret", clientSecret)
                put("scope", scope)
                put("token_provider", tokenProvider != null)
                put("allow_dotenv", allowDotenv)
                put("base_url", baseUrl)
                put("oauth_url", oauthUrl)
                put("connect_timeout", connectTimeout?.let { seconds("connectTimeout", it) })
                put("max_in_flight", maxInFlight?.let { count("maxInFlight", it) })
                put("proxy", proxy)
                put("ca_bundle", caBundle)
                put("trust_store", trustStore?.name?.lowercase())
                put("user_agent_suffix", userAgentSuffix)
                put("allow_insecure_http", allowInsecureHttp)
                put("path_style", pathStyle?.name?.lowercase())
                put("validate", validate)
                put("time_scale", timeScale)
            }
        return JsonObject(super.settings() + own)
    }
}

/** The later ones count, also among headers, for the core. */
internal fun merged(
    before: Map<String, JsonElement>,
    after: Map<String, JsonElement>,
): Map<String, JsonElement> {
    val headers = listOf(before, after).flatMap { (it["headers"] as? JsonArray).orEmpty() }
    val both = before + after
    return if (headers.isEmpty()) both else both + ("headers" to JsonArray(headers))
}

/**
 * A token, and how long it is valid. Without [expiresIn] each call asks again.
 *
 * @property token The token.
 * @property expiresIn How long it is valid from now on, if that is known.
 */
public class ProvidedToken(
    public val token: Secret,
    public val expiresIn: Duration? = null,
) {
    /** With a text as the token. */
    public constructor(token: String, expiresIn: Duration? = null) : this(Secret(token), expiresIn)

    override fun toString(): String = "ProvidedToken(expiresIn=$expiresIn)"

    /** For Java. */
    public companion object {
        /** A token that is valid for so long. */
        @JvmStatic
        public fun of(
            token: String,
            expiresIn: java.time.Duration,
        ): ProvidedToken = ProvidedToken(Secret(token), expiresIn.toKotlinDuration())

        /** A token of which nothing else is known. */
        @JvmStatic
        public fun of(token: String): ProvidedToken = ProvidedToken(Secret(token))
    }
}

/** Gives a token whenever one is needed. It is called in the coroutine whose call needs it. */
public fun interface TokenProvider {
    /** A token that is valid now. What it throws becomes the cause of the call's failure. */
    public suspend fun token(): ProvidedToken
}
