package ai.spice.cloud.scenario

import ai.spice.cloud.CallOptions
import ai.spice.cloud.ClientOptions
import ai.spice.cloud.DeploymentEvent
import ai.spice.cloud.Page
import ai.spice.cloud.Pager
import ai.spice.cloud.PagerBlocking
import ai.spice.cloud.PagerFutures
import ai.spice.cloud.SpiceCloud
import ai.spice.cloud.SpiceCloudBlocking
import ai.spice.cloud.SpiceCloudException
import ai.spice.cloud.SpiceCloudFutures
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.toList
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ExecutionException
import kotlin.reflect.KFunction
import kotlin.reflect.KParameter
import kotlin.reflect.full.callSuspendBy

/** The kinds of client that this language has. */
enum class Face {
    /** Functions that suspend. */
    SUSPENDING {
        override fun open(options: ClientOptions): AutoCloseable = SpiceCloud(options)

        override fun with(
            client: Any,
            configure: CallOptions.() -> Unit,
        ): Any = (client as SpiceCloud).withOptions(configure)
    },

    /** Functions that wait in their thread. */
    BLOCKING {
        override fun open(options: ClientOptions): AutoCloseable = SpiceCloudBlocking(options)

        override fun with(
            client: Any,
            configure: CallOptions.() -> Unit,
        ): Any = (client as SpiceCloudBlocking).withOptions(configure)

        override fun named(method: String): String = if (method == "wait") "await" else method
    },

    /** Functions that give futures. There is no other way than `await` to follow a deployment. */
    FUTURES {
        override fun open(options: ClientOptions): AutoCloseable = SpiceCloudFutures(options)

        override fun with(
            client: Any,
            configure: CallOptions.() -> Unit,
        ): Any = (client as SpiceCloudFutures).withOptions(configure)

        override fun named(method: String): String = if (method == "wait") "await" else method

        override fun has(operation: String): Boolean = operation != "deployments.watch" && !operation.endsWith(".pages")
    }, ;

    /** Opens a client. */
    abstract fun open(options: ClientOptions): AutoCloseable

    /** A copy of a client. */
    abstract fun with(
        client: Any,
        configure: CallOptions.() -> Unit,
    ): Any

    /** What it calls a method. */
    open fun named(method: String): String = method

    /** Whether it has an operation. */
    open fun has(operation: String): Boolean = true
}

/** Calls a function, and gives what came of it: of a list, its items or what the last part of the name says. */
suspend fun perform(
    name: String,
    function: KFunction<*>,
    arguments: Map<KParameter, Any?>,
): Any? {
    val begun = if (function.isSuspend) function.callSuspendBy(arguments) else function.callBy(arguments)
    return when (begun) {
        is Pager<*> -> listed(name, begun)
        is PagerBlocking<*> -> listed(name, begun)
        is PagerFutures<*> -> taken(if (name.endsWith(".first")) begun.first() else begun.toList())
        is CompletableFuture<*> -> taken(begun)
        is Flow<*> -> watched { events -> begun.collect { events += it as DeploymentEvent } }
        is List<*> -> begun
        is Page<*> -> begun
        is Iterable<*> -> watched { events -> begun.forEach { events += it as DeploymentEvent } }
        else -> begun
    }
}

private suspend fun listed(
    name: String,
    pager: Pager<*>,
): Any? =
    when {
        name.endsWith(".first") -> pager.first()
        name.endsWith(".pages") -> pager.pages().toList()
        else -> pager.toList()
    }

private fun listed(
    name: String,
    pager: PagerBlocking<*>,
): Any? =
    when {
        name.endsWith(".first") -> pager.first()
        name.endsWith(".pages") -> pager.pages().toList()
        else -> pager.stream().toList()
    }

private fun taken(future: CompletableFuture<*>): Any? =
    try {
        future.get()
    } catch (failed: ExecutionException) {
        throw failed.cause ?: failed
    }

/** What following a deployment has told: its steps, and the error at its end, if any. */
private suspend fun watched(follow: suspend (MutableList<DeploymentEvent>) -> Unit): Any {
    val events = mutableListOf<DeploymentEvent>()
    val failure =
        try {
            follow(events)
            null
        } catch (failed: SpiceCloudException) {
            failed
        }
    return Watched(events, failure)
}

/** What following a deployment has told. */
class Watched(
    events: List<DeploymentEvent>,
    /** The error at its end, if any. */
    val failure: SpiceCloudException?,
) : Map<String, Any?> by mapOf("events" to events, "error" to failure?.let(::describe))
