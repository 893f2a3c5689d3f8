package ai.spice.cloud.testing

import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlin.time.Duration
import kotlin.time.Instant

/** What an [Emulator] is started with. */
public class EmulatorOptions {
    /** What is there at first: `empty`, an organization without apps, if not given; or `demo`. */
    public var seed: String? = null

    /** Where it listens; any free port if not given. */
    public var port: Int? = null

    /** Two emulators with the same number give out the same ids, keys and tokens. */
    public var randomSeed: Long? = null

    /** When its clock stands, until it is advanced; the machine's clock if not given. */
    public var clock: Instant? = null

    /** How deployments move on. */
    public var progression: Progression? = null

    /** How many requests a token may make in a minute. */
    public var rateLimit: RateLimit? = null

    /** What it does as older servers do. */
    public var quirks: Quirks? = null

    /** What goes wrong with chosen requests. */
    public var faults: List<Fault> = emptyList()

    /** A directory that keeps the state for the next emulator. */
    public var dataDir: String? = null

    /** Whether [Emulator.state] may show the values of secrets. */
    public var keepSecretValues: Boolean? = null

    internal fun settings(): JsonObject =
        settings(
            "seed" to seed,
            "port" to port,
            "random_seed" to randomSeed,
            "clock" to clock,
            "progression" to progression?.settings,
            "rate_limit" to rateLimit?.settings(),
            "quirks" to quirks?.settings(),
            "faults" to faults.map { it.settings() }.ifEmpty { null },
            "data_dir" to dataDir,
            "keep_secret_values" to keepSecretValues,
        )
}

/** How deployments of an emulator move on. */
public class Progression private constructor(
    internal val settings: JsonObject,
) {
    /** The ways. */
    public companion object {
        /** At once; with an error code they fail. */
        @JvmStatic
        @JvmOverloads
        public fun immediate(failWith: String? = null): Progression =
            Progression(settings("kind" to "immediate", "fail_with" to failWith))

        /** Only when the administration says so. */
        @JvmStatic
        public fun manual(): Progression = Progression(settings("kind" to "manual"))

        /** After some time of the emulator's clock; with an error code they fail. */
        public fun after(
            queued: Duration,
            inProgress: Duration,
            failWith: String? = null,
        ): Progression =
            Progression(
                settings(
                    "kind" to "after",
                    "queued_ms" to queued.inWholeMilliseconds,
                    "in_progress_ms" to inProgress.inWholeMilliseconds,
                    "fail_with" to failWith,
                ),
            )

        /** After so many reads of each state; with an error code they fail. */
        @JvmStatic
        @JvmOverloads
        public fun polls(
            reads: Int,
            failWith: String? = null,
        ): Progression = Progression(settings("kind" to "polls", "reads" to reads, "fail_with" to failWith))

        /** As successive reads are to show, such as `queued`, `in_progress*2`, `succeeded`. */
        @JvmStatic
        public fun script(vararg entries: String): Progression =
            Progression(settings("kind" to "script", "entries" to entries.toList()))

        /** In the form of the administration. */
        @JvmStatic
        public fun of(settings: JsonObject): Progression = Progression(settings)
    }
}

/** What an emulator does as older servers do; what is not set is off. */
public class Quirks {
    /** Lists start at their beginning, whatever is asked for. */
    public var ignoreOffset: Boolean? = null

    /** Lists are given whole, whatever is asked for. */
    public var ignoreLimit: Boolean? = null

    /** How many items a page has at most. */
    public var shortPages: Int? = null

    /** Reading one deployment is answered with 404. */
    public var noSingleDeployment: Boolean? = null

    internal fun settings(): JsonObject =
        settings(
            "ignore_offset" to ignoreOffset,
            "ignore_limit" to ignoreLimit,
            "short_pages" to shortPages,
            "no_single_deployment" to noSingleDeployment,
        )
}

/**
 * How many requests each token may make.
 *
 * @property perMinute How many in a minute.
 * @property retryAfter How a refusal says when to come back: `seconds`, `date`, `ms` or `none`.
 */
public class RateLimit
    @JvmOverloads
    constructor(
        public val perMinute: Int,
        public val retryAfter: String = "seconds",
    ) {
        internal fun settings(): JsonObject = settings("per_minute" to perMinute, "retry_after" to retryAfter)
    }

/**
 * What goes wrong with chosen requests.
 *
 * @property kind What happens: `status`, `delay`, `drop_before_commit`, `drop_after_commit`, `html_page` or `bad_json`.
 */
public class Fault(
    public val kind: String,
) {
    /** For which method; any if not given. */
    public var method: String? = null

    /** For which paths: `*` stands for anything within a segment, `**` for anything. */
    public var path: String? = null

    /** How often at most. */
    public var times: Int? = null

    /** At which matching requests, counted from 1. */
    public var nth: List<Int>? = null

    /** How likely it is. */
    public var probability: Double? = null

    /** The status, for `status`. */
    public var status: Int? = null

    /** The body as JSON, for `status`. */
    public var body: JsonElement? = null

    /** The body as text. */
    public var text: String? = null

    /** Headers of the answer. */
    public var headers: Map<String, String>? = null

    /** Whether the change is made before, for `status`. */
    public var afterCommit: Boolean? = null

    /** How long, for `delay`. */
    public var delay: Duration? = null

    /** When, for `delay`. */
    public var delayWhen: String? = null

    internal fun settings(): JsonObject =
        settings(
            "match" to settings("method" to method, "path" to path),
            "do" to
                settings(
                    "kind" to kind,
                    "status" to status,
                    "body" to body,
                    "text" to text,
                    "headers" to headers,
                    "after_commit" to afterCommit,
                    "ms" to delay?.inWholeMilliseconds,
                    "when" to delayWhen,
                ),
            "times" to times,
            "nth" to nth,
            "probability" to probability,
        )
}

/** A token to make. */
public class MintedToken {
    /** `pat`, `oauth` or `session`. */
    public var kind: String? = null

    /** What it may do; everything if not given. */
    public var scopes: List<String>? = null

    /** How long it is valid, by the emulator's clock. */
    public var expiresIn: Duration? = null

    /** The role of its owner; a `viewer` may only read. */
    public var role: String? = null

    /** The organization that it belongs to. */
    public var org: String? = null

    /** Whose it is. */
    public var user: String? = null

    /** What the log of requests calls it. */
    public var label: String? = null

    internal fun settings(): JsonObject =
        settings(
            "kind" to kind,
            "scopes" to scopes,
            "expires_in" to expiresIn?.inWholeSeconds,
            "role" to role,
            "org" to org,
            "user" to user,
            "label" to label,
        )
}
