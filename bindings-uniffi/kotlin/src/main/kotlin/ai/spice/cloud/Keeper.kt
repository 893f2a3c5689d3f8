package ai.spice.cloud

import kotlinx.coroutines.future.await
import java.util.concurrent.CompletionStage

/** Hands a new key to whoever uses it, in the thread that waits. */
public fun interface KeyDistributorBlocking {
    /** Hands over the key with a number. What it throws stops the rotation. */
    @Throws(Exception::class)
    public fun distribute(
        slot: Long,
        key: Secret,
    )
}

/** Says whether a key works, in the thread that waits. */
public fun interface KeyVerifierBlocking {
    /** Whether the key with a number works. When it throws, that counts as no. */
    @Throws(Exception::class)
    public fun verify(
        slot: Long,
        key: Secret,
    ): Boolean
}

/** Hands a new key to whoever uses it, and says when that is done. */
public fun interface KeyDistributorFutures {
    /** Hands over the key with a number. A failure stops the rotation. */
    public fun distribute(
        slot: Long,
        key: Secret,
    ): CompletionStage<*>
}

/** Says whether a key works, when it is known. */
public fun interface KeyVerifierFutures {
    /** Whether the key with a number works. A failure counts as no. */
    public fun verify(
        slot: Long,
        key: Secret,
    ): CompletionStage<Boolean>
}

internal fun KeyDistributorBlocking.function(): suspend (Long, Secret) -> Unit = { slot, key -> distribute(slot, key) }

internal fun KeyVerifierBlocking.function(): suspend (Long, Secret) -> Boolean = { slot, key -> verify(slot, key) }

internal fun KeyDistributorFutures.function(): suspend (Long, Secret) -> Unit = { slot, key -> distribute(slot, key).await() }

internal fun KeyVerifierFutures.function(): suspend (Long, Secret) -> Boolean = { slot, key -> verify(slot, key).await() }

/** Does what a rotation of keys cannot do itself. */
internal class Keeper(
    private val distribute: suspend (slot: Long, key: Secret) -> Unit,
    private val verify: (suspend (slot: Long, key: Secret) -> Boolean)?,
) {
    /** What a call asks for: its work gives the answer as JSON. */
    fun work(asked: Rows): suspend () -> String {
        val step = asked.text()
        var slot = 0L
        var key = Secret("")
        asked.eachMember { name ->
            when (name) {
                "slot" -> slot = long()
                "key" -> key = Secret(text())
                else -> json()
            }
        }
        asked.wipe()
        val verify = verify
        return when {
            step == "distribute" -> {
                {
                    distribute(slot, key)
                    "null"
                }
            }

            step == "verify" && verify != null -> {
                { verify(slot, key).toString() }
            }

            else -> {
                throw bug("the core asked for $step, which nobody does")
            }
        }
    }
}
