package ai.spice.cloud

import kotlinx.serialization.json.JsonElement
import java.io.Serializable
import kotlin.time.Duration
import kotlin.time.Duration.Companion.ZERO
import kotlin.time.Duration.Companion.seconds

/**
 * One attempt of a call.
 *
 * @property number 1 for the first.
 * @property waited How long was waited before it.
 * @property took How long it took.
 * @property status The HTTP status that was answered, if any was.
 * @property outcome How it ended: the name of an error, or `ok`.
 * @property requestId The server's name for the request.
 */
public class Attempt internal constructor(
    public val number: Int,
    public val waited: Duration,
    public val took: Duration,
    public val status: Int?,
    public val outcome: String,
    public val requestId: String?,
) : Serializable {
    override fun toString(): String =
        "Attempt(number=$number, waited=$waited, took=$took, status=$status, outcome=$outcome, requestId=$requestId)"
}

/**
 * About a call.
 *
 * @property requestId The server's name for the request, which its operators ask for.
 * @property attempts How many requests it took.
 * @property history Every attempt, in order.
 * @property isReactivated Whether something existed before under this name and was brought back.
 * @property isAdopted Whether the answer was lost and the result was found afterwards: the change had happened.
 */
public class Meta internal constructor(
    public val requestId: String?,
    public val attempts: Int,
    public val history: List<Attempt>,
    public val isReactivated: Boolean,
    public val isAdopted: Boolean,
) {
    override fun toString(): String =
        "Meta(requestId=$requestId, attempts=$attempts, isReactivated=$isReactivated, isAdopted=$isAdopted)"

    internal companion object {
        /** Of what no call gave. */
        val NONE = Meta(null, 0, emptyList(), isReactivated = false, isAdopted = false)
    }
}

/**
 * A step of a deployment.
 *
 * @property deployment The deployment as it is now.
 * @property elapsed Since the wait began.
 * @property expected How long deployments of this app usually take, by those that succeeded lately. Only `deploy` knows.
 * @property note What there is to say besides, such as what capacity it waits for.
 */
public class DeploymentEvent internal constructor(
    public val deployment: Deployment,
    public val elapsed: Duration,
    public val expected: Duration? = null,
    public val note: String? = null,
) {
    /** Where it stands. */
    public val status: DeploymentStatus
        get() = deployment.status

    /** The capacity that it waits for, which is no failure: the platform goes on trying. */
    public val waitsFor: DeploymentErrorCode?
        get() = if (status.isTerminal) null else deployment.errorCode

    override fun toString(): String =
        "DeploymentEvent(status=$status, elapsed=$elapsed, expected=$expected, waitsFor=$waitsFor, note=$note)"
}

/**
 * The answer to [SpiceCloud.request].
 *
 * @property status The HTTP status.
 * @property body The body; null when there was none.
 * @property meta About the call.
 */
public class RawResponse internal constructor(
    public val status: Int,
    public val body: JsonElement?,
    public val meta: Meta,
) {
    /** The status alone: bodies may hold secrets. */
    override fun toString(): String = "RawResponse(status=$status)"
}

internal fun readMeta(rows: Rows): Meta {
    var requestId: String? = null
    var attempts = 0
    var history = emptyList<Attempt>()
    var isReactivated = false
    var isAdopted = false
    rows.eachMember { name ->
        when (name) {
            "request_id" -> requestId = text()
            "attempts" -> attempts = long().toInt()
            "history" -> history = listOf { readAttempt(this) }
            "reactivated" -> isReactivated = flag()
            "adopted" -> isAdopted = flag()
            else -> json()
        }
    }
    return Meta(requestId, attempts, history, isReactivated, isAdopted)
}

internal fun readAttempt(rows: Rows): Attempt {
    var number = 0
    var waited = ZERO
    var took = ZERO
    var status: Int? = null
    var outcome = ""
    var requestId: String? = null
    rows.eachMember { name ->
        when (name) {
            "number" -> number = long().toInt()
            "waited" -> waited = double().seconds
            "took" -> took = double().seconds
            "status" -> status = long().toInt()
            "outcome" -> outcome = text()
            "request_id" -> requestId = text()
            else -> json()
        }
    }
    return Attempt(number, waited, took, status, outcome, requestId)
}

internal fun readEvent(
    rows: Rows,
    meta: Meta,
): DeploymentEvent {
    var deployment: Deployment? = null
    var elapsed = ZERO
    var expected: Duration? = null
    var note: String? = null
    rows.eachMember { name ->
        when (name) {
            "deployment" -> deployment = readDeployment(this, meta)
            "elapsed" -> elapsed = double().seconds
            "expected" -> expected = double().seconds
            "note" -> note = text()
            else -> json()
        }
    }
    return DeploymentEvent(deployment ?: throw bug("an event without its deployment"), elapsed, expected, note)
}

internal fun readRaw(
    rows: Rows,
    meta: Meta,
): RawResponse {
    var status = 0
    var body: JsonElement? = null
    rows.eachMember { name ->
        when (name) {
            "status" -> status = long().toInt()
            "body" -> body = json()
            else -> json()
        }
    }
    return RawResponse(status, body, meta)
}
