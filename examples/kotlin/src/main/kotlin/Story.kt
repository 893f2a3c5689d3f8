// How Demo.kt shows what happens: line by line as it goes on, and as a table in the end.

import ai.spice.cloud.testing.Emulator
import ai.spice.cloud.testing.RequestRecord
import kotlin.time.Duration
import kotlin.time.DurationUnit
import kotlin.time.TimeSource

/** The most that a column may have; what is longer goes on below. */
private val WIDTHS = listOf(2, 22, 36, 38, 6)
private val HEADER = listOf("#", "step", "what happened", "HTTP calls", "time")
private const val BAD = 400

/** Keeps what happened in each step, and the HTTP calls that the emulator saw meanwhile. */
class Story(
    intro: String,
    private val emulator: Emulator,
) {
    private class Step(
        val title: String,
        val happened: String,
        val routes: List<String>,
        val calls: Int,
        val took: Duration,
    )

    private val steps = mutableListOf<Step>()

    init {
        note("$intro\n")
    }

    /** Says something while the story goes on. */
    fun note(words: String): Unit = System.err.println(words)

    /** A step of the story. `work` is given a function for the words about what happened. */
    suspend fun <T> step(
        title: String,
        work: suspend (say: (String) -> Unit) -> T,
    ): T {
        val happened = mutableListOf<String>()
        note("[${steps.size + 1}] $title")
        emulator.clearRequests()
        val began = TimeSource.Monotonic.markNow()
        val result = work { happened += it }
        val took = began.elapsedNow()
        val calls = emulator.requests()
        val routes = calls.groupingBy(::routeOf).eachCount().map { (route, times) -> "$times × $route" }
        steps += Step(title, happened.joinToString(" "), routes, calls.size, took)
        note("    ${happened.joinToString(" ")} (${timeOf(took)})")
        return result
    }

    /** Prints the table. */
    fun show() {
        val rows =
            steps.mapIndexed { index, step ->
                rowOf(listOf("${index + 1}", step.title, step.happened, step.routes.joinToString("\n"), timeOf(step.took)))
            }
        val took = steps.fold(Duration.ZERO) { sum, step -> sum + step.took }
        val all = rowOf(listOf("", "the whole story", "", "${steps.sumOf { it.calls }} in all", timeOf(took)))
        val table =
            listOf(ruleOf("╭", "─", "┬", "╮"), rowOf(HEADER), ruleOf("╞", "═", "╪", "╡")) +
                rows + all + ruleOf("╰", "─", "┴", "╯")
        println("\n${table.joinToString("\n")}")
    }
}

/** A call as it is told, with its status where that is not good. */
private fun routeOf(call: RequestRecord): String {
    val status = call.status
    return "${call.method} ${call.path}" + if (status != null && status >= BAD) " → $status" else ""
}

private fun timeOf(took: Duration): String =
    if (took.inWholeSeconds > 0) took.toString(DurationUnit.SECONDS, 1).replace("s", " s") else "${took.inWholeMilliseconds} ms"

private fun ruleOf(
    left: String,
    line: String,
    cross: String,
    right: String,
): String = WIDTHS.joinToString(cross, left, right) { line.repeat(it + 2) }

/** A row of as many lines as its longest cell has; numbers stand to the right. */
private fun rowOf(cells: List<String>): String {
    val wrapped = cells.mapIndexed { place, cell -> cell.lines().flatMap { wrap(it, WIDTHS[place]) } }
    return (0 until wrapped.maxOf { it.size }).joinToString("\n") { index ->
        val texts =
            wrapped.mapIndexed { place, parts ->
                val text = parts.getOrElse(index) { "" }
                if (place == 0 || place == WIDTHS.lastIndex) text.padStart(WIDTHS[place]) else text.padEnd(WIDTHS[place])
            }
        texts.joinToString(" ┆ ", "│ ", " │")
    }
}

/** A line in pieces that are no longer than a width; a word that is longer is cut. */
private fun wrap(
    line: String,
    width: Int,
): List<String> =
    line.split(" ").flatMap { it.chunked(width).ifEmpty { listOf("") } }.fold(listOf("")) { lines, word ->
        val last = lines.last()
        when {
            last.isEmpty() -> lines.dropLast(1) + word
            last.length + 1 + word.length <= width -> lines.dropLast(1) + "$last $word"
            else -> lines + word
        }
    }
