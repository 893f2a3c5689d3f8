package ai.spice.cloud

import ai.spice.cloud.internal.callAnswerFailed
import ai.spice.cloud.internal.callAnswerToken
import ai.spice.cloud.internal.callAnswerValue
import ai.spice.cloud.internal.callNext
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.isActive
import kotlin.time.DurationUnit

/** What a call said: a value, which is read from [rows] once. */
internal class Step(
    /** Whether something happened on the way, so that there is more. */
    val isEvent: Boolean,
    /** Whether it is known that no page follows. */
    val isLast: Boolean,
    /** How many items come before this page. */
    val offset: Long,
    val meta: Meta,
    val rows: Rows,
) {
    companion object {
        const val DONE = 1
        const val EVENT = 2
        const val TOKEN = 3
        const val FAILED = 4
        const val LOG = 5
        const val ASK = 6
        private const val PAGE = 1
        private const val LAST = 2

        /** What stands behind the first byte. */
        fun read(
            kind: Int,
            rows: Rows,
        ): Step {
            val bits = rows.byte()
            val offset = if (bits and PAGE != 0) rows.eight() else 0
            return Step(kind == EVENT, bits and LAST != 0, offset, readMeta(rows), rows)
        }
    }
}

/** A call that was made: a conversation with the core, taken step by step. */
internal class Conversation(
    private val connection: Connection,
    private val request: String,
) {
    private val number = Hub.nextNumber()
    private var isStarted = false
    private var isOver = false

    /** The next step that is nothing to be done first: a token is provided, and a keeper does what it is asked for. */
    suspend fun next(keeper: Keeper? = null): Step {
        // The words of the last failure are those of the exception, if there is one.
        var cause: Throwable? = null
        var begin = if (isStarted) ::proceed else ::start
        while (true) {
            val rows = Hub.step(connection.session, number, begin)
            isStarted = true
            when (val kind = rows.byte()) {
                Step.DONE, Step.EVENT -> {
                    val step = Step.read(kind, rows)
                    isOver = !step.isEvent
                    return step
                }

                Step.TOKEN, Step.ASK -> {
                    val answer = answer(if (kind == Step.TOKEN) ::token else asked(keeper, rows))
                    cause = answer.cause ?: cause
                    begin = answer::give
                }

                Step.FAILED -> {
                    isOver = true
                    throw readFailure(rows, cause)
                }

                else -> {
                    throw bug("a step of kind $kind")
                }
            }
        }
    }

    /** Wants nothing more. Its request is dropped, if there is one on its way. */
    fun giveUp() {
        if (!isStarted || isOver) return
        isOver = true
        Hub.giveUp(connection.session, number)
    }

    /** What gives the call up, without holding on to this. */
    fun abandon(): () -> Unit {
        val (session, call) = connection.session to number
        return { Hub.giveUp(session, call) }
    }

    private fun start() = Hub.start(connection.session, number, request)

    private fun proceed() = native { callNext(connection.session.toULong(), number.toULong()) }

    /** What the provider gives. */
    private suspend fun token(): Given {
        val provider = connection.tokenProvider ?: throw bug("the core asked for a token that nobody provides")
        val provided = provider.token()
        return { session, call ->
            callAnswerToken(session, call, provided.token.reveal(), provided.expiresIn?.toDouble(DurationUnit.SECONDS))
        }
    }

    /** What comes of what a keeper does. */
    private fun asked(
        keeper: Keeper?,
        rows: Rows,
    ): suspend () -> Given {
        val work = keeper?.work(rows) ?: throw bug("the core asked for something that nobody does")
        return {
            val value = work();
            { session, call -> callAnswerValue(session, call, value) }
        }
    }

    /** Lets somebody's code work; what it throws is the answer, unless nobody waits for one any more. */
    private suspend fun answer(work: suspend () -> Given): Answer =
        try {
            Answer(work(), null)
        } catch (stopped: InterruptedException) {
            giveUp()
            throw stopped
        } catch (
            @Suppress("TooGenericExceptionCaught") cause: Exception,
        ) {
            val context = currentCoroutineContext()
            if (!context.isActive) giveUp()
            context.ensureActive()
            // Among them limits of time that the code has set itself.
            Answer({ session, call -> callAnswerFailed(session, call, words(cause)) }, cause)
        }

    private fun words(cause: Exception): String = "${cause.javaClass.simpleName}: ${cause.message}"

    private inner class Answer(
        private val given: Given,
        val cause: Throwable?,
    ) {
        fun give() = native { given(connection.session.toULong(), number.toULong()) }
    }
}

/** Answers a call of a session. */
private typealias Given = (session: ULong, call: ULong) -> Unit
