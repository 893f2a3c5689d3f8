package ai.spice.cloud

import ai.spice.cloud.internal.NativeFailure
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds

/** The exceptions by the names that the core has for them. */
internal val EXCEPTIONS: Map<String, (Facts) -> SpiceCloudException> =
    mapOf(
        "ConfigError" to ::ConfigException,
        "ValidationError" to ::ValidationException,
        "ConnectError" to ::ConnectException,
        "Timeout" to ::TimeoutException,
        "TlsError" to ::TlsException,
        "ProxyError" to ::ProxyException,
        "RedirectError" to ::RedirectException,
        "DecodeError" to ::DecodeException,
        "ResponseTooLarge" to ::ResponseTooLargeException,
        "ApiError" to ::OtherApiException,
        "BadRequest" to ::BadRequestException,
        "AuthenticationError" to ::AuthenticationException,
        "PaymentRequired" to ::PaymentRequiredException,
        "PermissionDenied" to ::PermissionDeniedException,
        "NotFound" to ::NotFoundException,
        "Conflict" to ::ConflictException,
        "Unprocessable" to ::UnprocessableException,
        "RateLimited" to ::RateLimitedException,
        "ServerError" to ::ServerException,
        "AmbiguousOutcome" to ::AmbiguousOutcomeException,
        "DeploymentFailed" to ::DeploymentFailedException,
        "RotationFailed" to ::RotationFailedException,
        "WaitTimeout" to ::WaitTimeoutException,
        "Cancelled" to ::CancelledException,
        "DryRun" to ::DryRunException,
        "ClientClosed" to ::ClientClosedException,
        "InternalError" to ::InternalException,
    )

/** What ends a call whose words come from somebody's code: the core knows no more of what it threw. */
private val OF_THEIR_CODE = setOf("ConfigError", "RotationFailed")

/** The changes whose candidates are apps. */
private val OF_APPS = setOf("apps.create", "apps.update")

/** The exception that the core tells of. */
internal fun readFailure(
    rows: Rows,
    cause: Throwable? = null,
): SpiceCloudException {
    val texts = mutableMapOf<String, String>()
    val durations = mutableMapOf<String, Duration>()
    val flags = mutableSetOf<String>()
    var status: Int? = null
    var fieldErrors = emptyMap<String, List<String>>()
    var attempts = emptyList<Attempt>()
    var deployment: Deployment? = null
    var rollbackTo: Deployment? = null
    var grantedScopes: List<String>? = null
    var candidates = emptyList<Answer>()
    var watermark: Long? = null
    var nextOffset: Long? = null
    rows.eachMember { name ->
        when (name) {
            "status" -> status = long().toInt()
            "retryable", "request_may_have_been_sent" -> if (flag()) flags += name
            "retry_after", "elapsed" -> durations[name] = double().seconds
            "field_errors" -> fieldErrors = mapOf { listOf { text() } }
            "attempts" -> attempts = listOf { readAttempt(this) }
            "deployment" -> deployment = readDeployment(this)
            "rollback_to" -> rollbackTo = readDeployment(this)
            "granted_scopes" -> grantedScopes = listOf { text() }
            "candidates" -> candidates = listOf { if (texts["operation"] in OF_APPS) readApp(this) else readDeployment(this) }
            "watermark" -> watermark = long()
            "next_offset" -> nextOffset = long()
            else -> texts[name] = text()
        }
    }
    val name = texts["kind"].orEmpty()
    val facts =
        Facts(
            name = name,
            code = texts["code"].orEmpty(),
            message = texts["message"].orEmpty(),
            operation = texts["operation"],
            route = texts["route"],
            status = status,
            apiCode = texts["api_code"],
            hint = texts["hint"],
            requestId = texts["request_id"],
            isRetryable = "retryable" in flags,
            fieldErrors = fieldErrors,
            attempts = attempts,
            retryAfter = durations["retry_after"],
            requiredScope = texts["required_scope"],
            grantedScopes = grantedScopes,
            conflictKind = texts["conflict_kind"],
            deployment = deployment,
            rollbackTo = rollbackTo,
            journal = texts["journal"],
            elapsed = durations["elapsed"],
            candidates = candidates,
            watermark = watermark,
            nextOffset = nextOffset,
            change = texts["change"],
            requestMayHaveBeenSent = "request_may_have_been_sent" in flags,
            cause = cause.takeIf { name in OF_THEIR_CODE },
            line = texts["text"].orEmpty(),
        )
    return (EXCEPTIONS[name] ?: ::InternalException)(facts)
}

/** Does something in the native library, and throws what it says. */
internal inline fun <T> native(work: () -> T): T =
    try {
        work()
    } catch (failure: NativeFailure.Core) {
        throw readFailure(Rows(failure.rows))
    } catch (failure: NativeFailure.Bug) {
        throw bug(failure.words)
    } catch (failure: ai.spice.cloud.internal.InternalException) {
        throw bug(failure.message.orEmpty())
    }

/** The exception for an argument that cannot be sent: where it stands, and what is wrong with it. */
internal fun invalid(
    place: String,
    words: String,
): ValidationException {
    val message = "nothing was sent, because of $place"
    return ValidationException(
        Facts(
            name = "ValidationError",
            code = "SPICE_VALIDATION",
            message = message,
            fieldErrors = mapOf(place to listOf(words)),
            line = "ValidationError: $message; $place: $words",
        ),
    )
}

/** The exception for a bug in the SDK. */
internal fun bug(words: String): InternalException {
    val hint = "this is a bug in the SDK: please report it"
    return InternalException(
        Facts(
            name = "InternalError",
            code = "SPICE_INTERNAL",
            message = words,
            hint = hint,
            line = "InternalError: $words. Hint: $hint",
        ),
    )
}

/** The exception for a thread that was interrupted while it waited. */
internal fun interrupted(): CancelledException {
    val message = "the thread was interrupted"
    return CancelledException(
        Facts(
            name = "Cancelled",
            code = "SPICE_CANCELLED",
            message = message,
            // The core logs what it knows of that; here the safe answer is that it may.
            requestMayHaveBeenSent = true,
            line = "Cancelled: $message",
        ),
    )
}
