// What came of the calls.

import ai.spice.cloud.SpiceCloudException
import kotlinx.coroutines.CancellationException
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.add
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put
import kotlinx.serialization.json.putJsonArray
import kotlinx.serialization.json.putJsonObject
import kotlin.time.DurationUnit
import kotlin.time.TimeSource

/** So many examples of what was wrong are kept. */
private const val EXAMPLES = 5

/** Counts calls and what went wrong with them. */
class Tally(
    private val callLimit: Double,
) {
    private val lock = Any()
    private var calls = 0L
    private val errors = sortedMapOf<String, Long>()
    private var bad = 0L
    private val examples = mutableListOf<String>()
    private var hung = 0L
    private var slowest = 0.0

    /** Makes a call; gives what came, or null when it failed, which is counted. */
    suspend fun <T : Any> call(make: suspend () -> T): T? {
        val began = TimeSource.Monotonic.markNow()
        try {
            return make()
        } catch (error: SpiceCloudException) {
            synchronized(lock) { errors.merge(error.code, 1L, Long::plus) }
        } catch (cancelled: CancellationException) {
            throw cancelled
        } catch (error: Throwable) {
            expect(false) { "$error" }
        } finally {
            val took = began.elapsedNow().toDouble(DurationUnit.SECONDS)
            synchronized(lock) {
                calls += 1
                slowest = maxOf(slowest, took)
                if (took > callLimit) hung += 1
            }
        }
        return null
    }

    /** Counts an answer that is not what it has to be. */
    fun expect(
        holds: Boolean,
        what: () -> String,
    ) {
        if (holds) return
        synchronized(lock) {
            bad += 1
            if (examples.size < EXAMPLES) examples += what()
        }
    }

    fun calls(): Long = synchronized(lock) { calls }

    /** What is said in the end. */
    fun result(): JsonObject =
        synchronized(lock) {
            buildJsonObject {
                put("calls", calls)
                putJsonObject("errors") { errors.forEach { (code, count) -> put(code, count) } }
                put("bad", bad)
                putJsonArray("examples") { examples.forEach { add(it) } }
                put("hung", hung)
                put("slowest", slowest)
            }
        }
}
