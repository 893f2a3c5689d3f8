package ai.spice.cloud

import ai.spice.cloud.internal.callAnswerFailed
import ai.spice.cloud.internal.callAnswerToken
import ai.spice.cloud.internal.callNext
import kotlinx.coroutines.CancellationException
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

    /** The next step that is not about tokens. */
    suspend fun next(): Step {
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

                Step.TOKEN -> {
                    val answer = answer()
                    cause = answer.cause
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

    /** Asks the provider for a token. */
    private suspend fun answer(): Answer {
        val provider = connection.tokenProvider ?: throw bug("the core asked for a token that nobody provides")
        return try {
            Answer(provider.token(), null)
        } catch (cancelled: CancellationException) {
            giveUp()
            throw cancelled
        } catch (
            @Suppress("TooGenericExceptionCaught") cause: Exception,
        ) {
            Answer(null, cause)
        }
    }

    private inner class Answer(
        private val token: ProvidedToken?,
        val cause: Throwable?,
    ) {
        fun give() =
            native {
                val (session, call) = connection.session.toULong() to number.toULong()
                if (token == null) {
                    callAnswerFailed(session, call, "${cause?.javaClass?.simpleName}: ${cause?.message}")
                } else {
                    callAnswerToken(session, call, token.token.reveal(), token.expiresIn?.toDouble(DurationUnit.SECONDS))
                }
            }
    }
}
