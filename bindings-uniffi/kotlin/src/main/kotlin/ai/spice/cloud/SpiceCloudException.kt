package ai.spice.cloud

import java.io.Serializable
import kotlin.time.Duration

/**
 * What every call of the SDK may fail with. `message` says what happened, and `toString()` is one line that a person can act
 * on.
 *
 * Nothing in it ever shows a token, a key or the value of a secret.
 */
public sealed class SpiceCloudException(
    internal val facts: Facts,
) : RuntimeException(facts.message, facts.cause) {
    /** The SDK's code for this kind of error, such as `SPICE_NOT_FOUND`. */
    public val code: String get() = facts.code

    /** The operation that failed, such as `apps.create`. */
    public val operation: String? get() = facts.operation

    /** Method and path with placeholders, such as `GET /v1/apps/{app_id}`. */
    public val route: String? get() = facts.route

    /** The HTTP status of the last answer. */
    public val status: Int? get() = facts.status

    /** The server's own code, such as `insufficient_scope`. */
    public val apiCode: String? get() = facts.apiCode

    /** What to do about it, where the SDK knows. */
    public val hint: String? get() = facts.hint

    /** The server's name for the last request, which its operators ask for. */
    public val requestId: String? get() = facts.requestId

    /** Whether the same call may succeed later, unchanged. */
    public val isRetryable: Boolean get() = facts.isRetryable

    /** What is wrong with each field of the input. */
    public val fieldErrors: Map<String, List<String>> get() = facts.fieldErrors

    /**
     * How many items come before those that could not be fetched, of a list that failed; with this `offset` it goes on. Null of
     * whatever else failed.
     */
    public val nextOffset: Long? get() = facts.nextOffset

    /**
     * How far a rotation of keys got that failed; a later call of `rotate` goes on from there. It holds no key. Null of whatever
     * else failed.
     */
    public val journal: String? get() = facts.journal

    /** Every attempt that was made, in order. */
    public val attempts: List<Attempt> get() = facts.attempts

    /** One line with everything that a person needs. */
    override fun toString(): String = facts.line
}

/** What is known of a failure. */
internal class Facts(
    val name: String,
    val code: String,
    val message: String,
    val operation: String? = null,
    val route: String? = null,
    val status: Int? = null,
    val apiCode: String? = null,
    val hint: String? = null,
    val requestId: String? = null,
    val isRetryable: Boolean = false,
    val fieldErrors: Map<String, List<String>> = emptyMap(),
    val attempts: List<Attempt> = emptyList(),
    val retryAfter: Duration? = null,
    val requiredScope: String? = null,
    val grantedScopes: List<String>? = null,
    val conflictKind: String? = null,
    @Transient val deployment: Deployment? = null,
    @Transient val rollbackTo: Deployment? = null,
    val journal: String? = null,
    val elapsed: Duration? = null,
    @Transient val candidates: List<Answer>? = null,
    val watermark: Long? = null,
    val nextOffset: Long? = null,
    val change: String? = null,
    val requestMayHaveBeenSent: Boolean = false,
    @Transient val cause: Throwable? = null,
    val line: String,
) : Serializable

/** An option is wrong or a credential is missing; found before anything is sent. */
public class ConfigException internal constructor(
    facts: Facts,
) : SpiceCloudException(facts)

/** The input is malformed or unsafe to send; nothing was sent. */
public class ValidationException internal constructor(
    facts: Facts,
) : SpiceCloudException(facts)

/** The request or its answer did not get through. */
public sealed class TransportException(
    facts: Facts,
) : SpiceCloudException(facts)

/** There is no connection, or it broke off. */
public class ConnectException internal constructor(
    facts: Facts,
) : TransportException(facts)

/** An attempt or the whole call took too long. */
public class TimeoutException internal constructor(
    facts: Facts,
) : TransportException(facts)

/** The secure connection could not be set up, such as for an expired certificate. */
public class TlsException internal constructor(
    facts: Facts,
) : TransportException(facts)

/** The proxy refused or failed. */
public class ProxyException internal constructor(
    facts: Facts,
) : TransportException(facts)

/** The server wanted to send the request elsewhere. */
public class RedirectException internal constructor(
    facts: Facts,
) : TransportException(facts)

/** The answer is not what the API answers with. */
public class DecodeException internal constructor(
    facts: Facts,
) : TransportException(facts)

/** The answer is larger than the limit. */
public class ResponseTooLargeException internal constructor(
    facts: Facts,
) : TransportException(facts)

/** The API refused, with a status. */
public sealed class ApiException(
    facts: Facts,
) : SpiceCloudException(facts) {
    /** How long the server asks to wait. */
    public val retryAfter: Duration? get() = facts.retryAfter
}

/** 400: the server does not accept the input. */
public class BadRequestException internal constructor(
    facts: Facts,
) : ApiException(facts)

/** 401: the token is missing, malformed, expired or revoked. */
public class AuthenticationException internal constructor(
    facts: Facts,
) : ApiException(facts)

/** 402: credits or payment are missing. */
public class PaymentRequiredException internal constructor(
    facts: Facts,
) : ApiException(facts)

/** 403: the scope, the role, the organization or the plan does not allow it. */
public class PermissionDeniedException internal constructor(
    facts: Facts,
) : ApiException(facts) {
    /** The scope that the operation needs. */
    public val requiredScope: String? get() = facts.requiredScope

    /** The scopes that the token says it has; null when it does not say so. */
    public val grantedScopes: List<String>? get() = facts.grantedScopes
}

/** 404: it does not exist, or is hidden from the caller. */
public class NotFoundException internal constructor(
    facts: Facts,
) : ApiException(facts)

/** 409: it conflicts with what is there. */
public class ConflictException internal constructor(
    facts: Facts,
) : ApiException(facts) {
    /**
     * `name_taken`, `deployment_in_progress`, `already_member`, `stale_write` or the server's own code; null when the server
     * does not say.
     */
    public val kind: String? get() = facts.conflictKind
}

/** 422: understood, but cannot be done. */
public class UnprocessableException internal constructor(
    facts: Facts,
) : ApiException(facts)

/** 429: too many requests; [retryAfter] says when to come back. */
public class RateLimitedException internal constructor(
    facts: Facts,
) : ApiException(facts)

/** 5xx: the server failed. */
public class ServerException internal constructor(
    facts: Facts,
) : ApiException(facts)

/** A status that has no class of its own. */
public class OtherApiException internal constructor(
    facts: Facts,
) : ApiException(facts)

/**
 * A change may or may not have happened, and the SDK does not guess. [SpiceCloud.reconcile] finds out later what became of
 * it.
 */
public class AmbiguousOutcomeException internal constructor(
    facts: Facts,
) : SpiceCloudException(facts) {
    /** What may have come of the change: deployments or apps that nobody can tell from the one that was asked for. */
    public val candidates: List<Answer> get() = facts.candidates.orEmpty()

    /**
     * The newest deployment of the app before the call, of `deployments.create`; 0 when there was none. What the call has
     * started has a greater id.
     */
    public val watermark: Long? get() = facts.watermark

    /** What the core finds the change out with. */
    internal val change: String? get() = facts.change
}

/** A deployment ended as failed. */
public class DeploymentFailedException internal constructor(
    facts: Facts,
) : SpiceCloudException(facts) {
    /** The deployment as it ended; its `errorCode` says why, where the platform does. */
    public val deployment: Deployment? get() = facts.deployment

    /** The last deployment that succeeded, to which `rollback` goes back; null when there is none. */
    public val rollbackTo: Deployment? get() = facts.rollbackTo

    /** How long was waited. */
    public val elapsed: Duration? get() = facts.elapsed
}

/**
 * A key was not distributed, or not verified; its cause is what was thrown. The other key goes on working, and `journal` lets a
 * later call go on.
 */
public class RotationFailedException internal constructor(
    facts: Facts,
) : SpiceCloudException(facts)

/** A wait reached its limit; what was waited for goes on. */
public class WaitTimeoutException internal constructor(
    facts: Facts,
) : SpiceCloudException(facts) {
    /** The deployment as it was last seen. */
    public val deployment: Deployment? get() = facts.deployment

    /** How long was waited. */
    public val elapsed: Duration? get() = facts.elapsed
}

/** The call was cancelled, but not by its coroutine, whose cancellation is the usual `CancellationException`. */
public class CancelledException internal constructor(
    facts: Facts,
) : SpiceCloudException(facts) {
    /** Whether the request of a change may have been sent before. */
    public val requestMayHaveBeenSent: Boolean get() = facts.requestMayHaveBeenSent
}

/** The client only shows its changes: nothing was sent. */
public class DryRunException internal constructor(
    facts: Facts,
) : SpiceCloudException(facts)

/** The client is closed. */
public class ClientClosedException internal constructor(
    facts: Facts,
) : SpiceCloudException(facts)

/** A bug in the SDK. */
public class InternalException internal constructor(
    facts: Facts,
) : SpiceCloudException(facts)
