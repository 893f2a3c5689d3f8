package ai.spice.cloud.scenario

import ai.spice.cloud.CallOptions
import ai.spice.cloud.ClientOptions
import ai.spice.cloud.KeyDistributorBlocking
import ai.spice.cloud.KeyDistributorFutures
import ai.spice.cloud.KeyVerifierBlocking
import ai.spice.cloud.KeyVerifierFutures
import ai.spice.cloud.Page
import ai.spice.cloud.Pager
import ai.spice.cloud.PagerBlocking
import ai.spice.cloud.PagerFutures
import ai.spice.cloud.Secret
import ai.spice.cloud.SpiceCloud
import ai.spice.cloud.SpiceCloudBlocking
import ai.spice.cloud.SpiceCloudException
import ai.spice.cloud.SpiceCloudFutures
import ai.spice.cloud.Steps
import ai.spice.cloud.StepsBlocking
import ai.spice.cloud.StepsFutures
import kotlinx.coroutines.flow.toList
import java.lang.reflect.InvocationTargetException
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ExecutionException
import java.util.function.Consumer
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

        override fun <T> hears(work: (T) -> Unit): Any {
            val told: suspend (T) -> Unit = { work(it) }
            return told
        }

        override fun distributes(work: (Long, Secret) -> Unit): Any {
            val told: suspend (Long, Secret) -> Unit = { slot, key -> work(slot, key) }
            return told
        }

        override fun verifies(work: (Long, Secret) -> Boolean): Any {
            val asked: suspend (Long, Secret) -> Boolean = { slot, key -> work(slot, key) }
            return asked
        }
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

    /** Functions that give futures. */
    FUTURES {
        override fun open(options: ClientOptions): AutoCloseable = SpiceCloudFutures(options)

        override fun with(
            client: Any,
            configure: CallOptions.() -> Unit,
        ): Any = (client as SpiceCloudFutures).withOptions(configure)

        override fun named(method: String): String = if (method == "wait") "await" else method

        override fun has(operation: String): Boolean = !operation.endsWith(".pages")

        override fun distributes(work: (Long, Secret) -> Unit): Any =
            KeyDistributorFutures { slot, key -> CompletableFuture.runAsync { work(slot, key) } }

        override fun verifies(work: (Long, Secret) -> Boolean): Any =
            KeyVerifierFutures { slot, key -> CompletableFuture.supplyAsync { work(slot, key) } }
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

    /** What it takes to be told of something. */
    open fun <T> hears(work: (T) -> Unit): Any = Consumer<T> { work(it) }

    /** What it takes to hand keys over. */
    open fun distributes(work: (Long, Secret) -> Unit): Any = KeyDistributorBlocking { slot, key -> work(slot, key) }

    /** What it takes to verify keys. */
    open fun verifies(work: (Long, Secret) -> Boolean): Any = KeyVerifierBlocking { slot, key -> work(slot, key) }
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
        is Steps<*> -> stepped(name) { steps -> begun.collect { steps += it } }
        is StepsBlocking<*> -> stepped(name) { steps -> begun.forEach { steps += it } }
        is StepsFutures<*> -> stepped(name) { steps -> taken(begun.forEach { steps += it }) }
        is List<*> -> begun
        is Page<*> -> begun
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

/** What comes step by step: of a deployment with the error at its end, else all of it. */
private suspend fun stepped(
    name: String,
    follow: suspend (MutableList<Any>) -> Unit,
): Any = if (name == "deployments.watch") watched(follow) else mutableListOf<Any>().also { follow(it) }

/** What following a deployment has told: its steps, and the error at its end, if any. */
suspend fun watched(follow: suspend (MutableList<Any>) -> Unit): Any {
    val events = mutableListOf<Any>()
    val failure =
        try {
            follow(events)
            null
        } catch (failed: SpiceCloudException) {
            failed
        } catch (failed: InvocationTargetException) {
            failed.targetException as? SpiceCloudException ?: throw failed
        }
    return Watched(events, failure)
}

/** What following a deployment has told. */
class Watched(
    events: List<Any>,
    /** The error at its end, if any. */
    val failure: SpiceCloudException?,
) : Map<String, Any?> by mapOf("events" to events, "error" to failure?.let(::describe))
