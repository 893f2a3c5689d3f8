package ai.spice.cloud

import ai.spice.cloud.internal.UniffiLib
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.future.future
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonElement
import java.util.Spliterator
import java.util.Spliterators
import java.util.concurrent.CompletableFuture
import java.util.function.Consumer
import java.util.stream.Stream
import java.util.stream.StreamSupport

/**
 * A client that waits in the thread that calls it, for Java and for scripts. A thread that is interrupted drops its request, and
 * gets a [CancelledException].
 */
public class SpiceCloudBlocking private constructor(
    private val inner: SpiceCloud,
) : OperationsBlocking(inner),
    AutoCloseable {
    /** Opens a client with what the environment has. */
    public constructor() : this(SpiceCloud())

    /** Opens a client with options. */
    public constructor(options: ClientOptions) : this(SpiceCloud(options))

    /** A copy that does some things differently. It shares connections, token and log with this client. */
    public fun withOptions(configure: Consumer<CallOptions>): SpiceCloudBlocking =
        SpiceCloudBlocking(inner.withOptions { configure.accept(this) })

    /** Makes a request that no function stands for; see [SpiceCloud.request]. */
    @JvmOverloads
    public fun request(
        method: String,
        path: String,
        query: List<Pair<String, String>> = emptyList(),
        body: JsonElement? = null,
        isIdempotent: Boolean = false,
    ): RawResponse = waitFor { inner.request(method, path, query, body, isIdempotent) }

    /** Finds out what became of a change whose outcome is unknown; see [SpiceCloud.reconcile]. */
    public fun reconcile(error: AmbiguousOutcomeException): Answer? = waitFor { inner.reconcile(error) }

    /** The same client for futures. */
    public fun futures(): SpiceCloudFutures = SpiceCloudFutures(inner)

    /** Ends all calls of this client and of its copies, and refuses later ones. */
    override fun close(): Unit = inner.close()

    override fun toString(): String = inner.toString()
}

/** A client that gives futures, for Java. Cancelling a future drops its request. */
public class SpiceCloudFutures internal constructor(
    private val inner: SpiceCloud,
) : OperationsFutures(inner),
    AutoCloseable {
    /** Opens a client with what the environment has. */
    public constructor() : this(SpiceCloud())

    /** Opens a client with options. */
    public constructor(options: ClientOptions) : this(SpiceCloud(options))

    /** A copy that does some things differently. It shares connections, token and log with this client. */
    public fun withOptions(configure: Consumer<CallOptions>): SpiceCloudFutures =
        SpiceCloudFutures(inner.withOptions { configure.accept(this) })

    /** Makes a request that no function stands for; see [SpiceCloud.request]. */
    @JvmOverloads
    public fun request(
        method: String,
        path: String,
        query: List<Pair<String, String>> = emptyList(),
        body: JsonElement? = null,
        isIdempotent: Boolean = false,
    ): CompletableFuture<RawResponse> = later { inner.request(method, path, query, body, isIdempotent) }

    /** Finds out what became of a change whose outcome is unknown; see [SpiceCloud.reconcile]. */
    public fun reconcile(error: AmbiguousOutcomeException): CompletableFuture<Answer?> = later { inner.reconcile(error) }

    /** Ends all calls of this client and of its copies, and refuses later ones. */
    override fun close(): Unit = inner.close()

    override fun toString(): String = inner.toString()
}

/** A list that is fetched page by page, as its items are wanted. Each iterator begins anew. */
public class PagerBlocking<T : Any> internal constructor(
    private val inner: Pager<T>,
) : Iterable<T> {
    override fun iterator(): Iterator<T> = pages().asSequence().flatten().iterator()

    /** The same list, page by page. */
    public fun pages(): Iterable<Page<T>> = Iterable { StepIterator(inner.start()) { inner.page(it) } }

    /** The same list as a stream. */
    public fun stream(): Stream<T> = StreamSupport.stream(spliterator(), false)

    /** The first item, for one request; null when the list is empty. */
    public fun first(): T? = waitFor { inner.first() }

    /** Every item, or at most so many of them. */
    @JvmOverloads
    public fun toList(max: Int? = null): List<T> = waitFor { inner.toList(max) }
}

/** A list that comes in a future. */
public class PagerFutures<T : Any> internal constructor(
    private val inner: Pager<T>,
) {
    /** The first item, for one request; null when the list is empty. */
    public fun first(): CompletableFuture<T?> = later { inner.first() }

    /** Every item, or at most so many of them. */
    @JvmOverloads
    public fun toList(max: Int? = null): CompletableFuture<List<T>> = later { inner.toList(max) }

    /** Tells of every item, page by page as they come; the next page is wanted when all of one were told. */
    public fun forEach(told: Consumer<in T>): CompletableFuture<Void?> = laterNothing { inner.collect { told.accept(it) } }
}

/** What a call gives step by step. Each iterator begins anew. */
public class StepsBlocking<T : Any> internal constructor(
    begin: () -> Steps<T>,
) : Iterable<T> {
    private val inner = begin()

    /** Gives the steps one after the other. A loop that is left early gives the call up when its iterator is collected. */
    override fun iterator(): Iterator<T> = inner.iterator()

    /** The same as a stream. Closing it gives the call up, if it still goes on. */
    public fun stream(): Stream<T> {
        val steps = inner.iterator()
        val all = Spliterators.spliteratorUnknownSize(steps, Spliterator.ORDERED or Spliterator.NONNULL)
        return StreamSupport.stream(all, false).onClose(steps::giveUp)
    }
}

/** What a call gives step by step, told in the background. */
public class StepsFutures<T : Any> internal constructor(
    begin: () -> Steps<T>,
) {
    private val inner = begin()

    /** Tells of every step. Cancelling the future gives the call up. */
    public fun forEach(told: Consumer<in T>): CompletableFuture<Void?> = laterNothing { inner.collect { told.accept(it) } }

    /** Every step, when all are there. */
    public fun toList(): CompletableFuture<List<T>> = later { inner.toList() }
}

/** What a call gives step by step, for loops. A loop that is left early gives the call up when its iterator is collected. */
internal class StepIterator<T : Any>(
    private val call: Conversation,
    private val read: (Step) -> T,
) : Iterator<T> {
    private var next: T? = null
    private var isOver = false

    init {
        val abandon = call.abandon()
        UniffiLib.CLEANER.register(this) { abandon() }
    }

    override fun hasNext(): Boolean {
        if (next == null && !isOver) {
            val step = waitFor { call.next() }
            isOver = !step.isEvent || step.isLast
            if (step.isEvent) next = read(step)
        }
        return next != null
    }

    /** Wants nothing more. */
    fun giveUp() {
        isOver = true
        next = null
        call.giveUp()
    }

    override fun next(): T {
        if (!hasNext()) throw NoSuchElementException()
        return next.also { next = null } ?: throw NoSuchElementException()
    }
}

/** Futures are of no coroutine's. */
private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)

/** Waits in this thread. */
internal fun <T> waitFor(work: suspend () -> T): T =
    try {
        runBlocking { work() }
    } catch (_: InterruptedException) {
        // Whoever asked the thread to stop is not forgotten.
        Thread.currentThread().interrupt()
        throw interrupted()
    }

/** Gives a future. */
internal fun <T> later(work: suspend () -> T): CompletableFuture<T> = scope.future { work() }

/** Gives a future of nothing. */
internal fun laterNothing(work: suspend () -> Unit): CompletableFuture<Void?> =
    scope.future {
        work()
        null
    }

/** What is told of steps. */
internal fun <E> told(consumer: Consumer<E>?): suspend (E) -> Unit = { consumer?.accept(it) }
