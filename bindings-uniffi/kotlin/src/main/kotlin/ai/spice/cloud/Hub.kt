package ai.spice.cloud

import ai.spice.cloud.internal.callGiveUp
import ai.spice.cloud.internal.callStart
import ai.spice.cloud.internal.hubOpen
import ai.spice.cloud.internal.hubTake
import kotlinx.coroutines.CancellableContinuation
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.suspendCancellableCoroutine
import java.nio.ByteBuffer
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicLong
import kotlin.coroutines.resume
import kotlin.coroutines.resumeWithException

/**
 * Where calls and the native library meet. One thread takes what calls have said and hands it to the coroutines that wait for
 * it. Threads of the library never enter this one's code.
 */
internal object Hub {
    /** What most requests fit into. */
    private const val ROOM = 4096

    /** The number of its call, and how long a step is. */
    private const val HEAD = Long.SIZE_BYTES + Int.SIZE_BYTES

    /** Its number in the library. */
    val number: ULong = native { hubOpen() }

    private val waiting = ConcurrentHashMap<Long, CancellableContinuation<Rows>>()
    private val listeners = ConcurrentHashMap<Long, () -> Unit>()
    private val last = AtomicLong()
    private val buffers = ThreadLocal.withInitial { ByteBuffer.allocateDirect(ROOM) }

    init {
        // It does not keep a process alive.
        Thread(::takeAll, "spice-cloud").apply { isDaemon = true }.start()
    }

    /** A number for a call. */
    fun nextNumber(): Long = last.incrementAndGet()

    /** Calls a function when a session has something to log. */
    fun listen(
        session: Long,
        listener: () -> Unit,
    ) {
        listeners[session] = listener
    }

    fun forget(session: Long) {
        listeners.remove(session)
    }

    /** The next step of a call, for which something is done first. When it is cancelled, the call is given up. */
    suspend fun step(
        session: Long,
        call: Long,
        begin: () -> Unit,
    ): Rows {
        // What is cancelled already begins nothing.
        currentCoroutineContext().ensureActive()
        return suspendCancellableCoroutine { continuation ->
            waiting[call] = continuation
            continuation.invokeOnCancellation {
                waiting.remove(call)
                giveUp(session, call)
            }
            try {
                begin()
                // Who has cancelled it meanwhile may have come too early to give it up.
                if (continuation.isCancelled) giveUp(session, call)
            } catch (failure: Throwable) {
                waiting.remove(call)
                continuation.resumeWithException(failure)
            }
        }
    }

    /** Starts a call: the operation's name and its parameters as JSON. */
    fun start(
        session: Long,
        call: Long,
        request: String,
    ) {
        val bytes = request.toByteArray(Charsets.UTF_8)
        val buffer = if (bytes.size <= ROOM) buffers.get() else ByteBuffer.allocateDirect(bytes.size)
        buffer.clear().put(bytes).flip()
        native { callStart(session.toULong(), call.toULong(), buffer) }
        // Nothing of it stays there: it may have held a secret.
        buffer.clear().put(ByteArray(bytes.size))
    }

    /** Drops a call's request, if there is one on its way. */
    fun giveUp(
        session: Long,
        call: Long,
    ): Unit = native { callGiveUp(session.toULong(), call.toULong()) }

    private fun takeAll() {
        try {
            while (true) handOut(hubTake(number))
        } catch (failure: Throwable) {
            // Nobody will be told anything any more.
            val told = bug("what calls said could not be taken: $failure")
            for (call in waiting.keys) waiting.remove(call)?.resumeWithException(told)
        }
    }

    private fun handOut(taken: ByteArray) {
        var place = 0
        while (place < taken.size) {
            val head = Rows(taken, place)
            val number = head.eight()
            val length = head.four()
            val step = Rows(taken, place + HEAD)
            place += HEAD + length
            if (taken[place - length].toInt() == Step.LOG) {
                listeners[number]?.invoke()
            } else {
                waiting.remove(number)?.resume(step)
            }
        }
    }
}
