package ai.spice.cloud

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.FlowCollector
import kotlinx.coroutines.flow.firstOrNull
import kotlinx.coroutines.flow.flow

/**
 * One page of a list.
 *
 * @property items The items that no page before had.
 * @property offset How many items come before this page.
 * @property meta About the request that fetched it.
 */
public class Page<out T> internal constructor(
    public val items: List<T>,
    public val offset: Long,
    public val meta: Meta,
) : Iterable<T> {
    override fun iterator(): Iterator<T> = items.iterator()

    override fun toString(): String = "Page(offset=$offset, items=$items)"
}

/**
 * A list that is fetched page by page, as its items are wanted, each exactly once.
 *
 * Collecting it begins anew each time, and may throw what any call may throw. Leaving early stops fetching.
 */
public class Pager<out T> internal constructor(
    private val begin: (pageSize: Int?, limit: Int?) -> Conversation,
    private val read: (Step) -> List<T>,
    private val pageSize: Int?,
    private val limit: Int?,
) : Flow<T> {
    override suspend fun collect(collector: FlowCollector<T>) {
        // The builder sees to it that items arrive where they are collected.
        flow { pages().collect { page -> page.items.forEach { emit(it) } } }.collect(collector)
    }

    /** The same list, page by page. */
    public fun pages(): Flow<Page<T>> = pages(pageSize, limit)

    /** The first item, for one request; null when the list is empty. */
    public suspend fun first(): T? = pages(1, atMost(1)).firstOrNull()?.items?.firstOrNull()

    /**
     * Every item, or at most so many of them.
     *
     * @param max How many at most; no limit if not given.
     */
    public suspend fun toList(max: Int? = null): List<T> {
        val all = mutableListOf<T>()
        pages(pageSize, atMost(max)).collect { all += it.items }
        return all
    }

    private fun atMost(most: Int?): Int? = listOfNotNull(most, limit).minOrNull()

    /** A call that gives the pages step by step. */
    internal fun start(): Conversation = begin(pageSize, limit)

    internal fun page(step: Step): Page<T> = Page(read(step), step.offset, step.meta)

    private fun pages(
        pageSize: Int?,
        limit: Int?,
    ): Flow<Page<T>> = steps({ begin(pageSize, limit) }, ::page)
}

/** What a call gives step by step. Nothing is sent before the first is wanted; leaving early gives the call up. */
internal fun <T> steps(
    begin: () -> Conversation,
    read: (Step) -> T,
): Flow<T> =
    flow {
        val call = begin()
        try {
            do {
                val step = call.next()
                if (!step.isEvent) break
                emit(read(step))
            } while (!step.isLast)
        } finally {
            call.giveUp()
        }
    }

/**
 * What a call gives step by step: what happens to a deployment, or an answer piece by piece.
 *
 * Nothing is sent before it is collected, and collecting it begins anew each time. Leaving early gives the call up.
 */
public class Steps<out T : Any> internal constructor(
    private val begin: () -> Conversation,
    private val read: (Step) -> T,
) : Flow<T> {
    override suspend fun collect(collector: FlowCollector<T>): Unit = steps(begin, read).collect(collector)

    internal fun iterator(): StepIterator<out T> = StepIterator(begin(), read)
}
