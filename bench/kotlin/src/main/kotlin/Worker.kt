// Calls per second of one client, whenever the benchmark asks: `WorkerKt CLIENT URL`. It says `ready`, and then answers each
// line `one|page AT_ONCE SECONDS`. `WorkerKt CLIENT URL once` reads one app, and says how many milliseconds that took from the
// start of the program, and how many bytes of memory the process has had at most.

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicLong
import kotlin.concurrent.thread
import kotlin.io.path.exists
import kotlin.io.path.readLines
import kotlin.system.exitProcess

/** Before each round: connections that have lain idle for too long are replaced. */
private const val WARM_UP = 0.05

/** Before the first: the machine compiles what is called often. */
private const val COMPILE = 2.0

private const val SECOND = 1e9

fun main(arguments: Array<String>) {
    val began = System.nanoTime()
    val client = clientOf(arguments[0], arguments[1])
    if (arguments.getOrNull(2) == "once") {
        runBlocking { call(client, "one") }
        println("${(System.nanoTime() - began) / 1e6} ${peak()}")
        exitProcess(0)
    }
    for (atOnce in listOf(1, 32)) for (task in listOf("one", "page")) measure(client, task, atOnce, COMPILE / 2)
    println("ready")
    for (line in generateSequence(::readlnOrNull)) {
        val (task, atOnce, seconds) = line.split(' ')
        measure(client, task, atOnce.toInt(), WARM_UP)
        println(measure(client, task, atOnce.toInt(), seconds.toDouble()))
    }
    exitProcess(0)
}

/** An answer that was not read counts for nothing. */
private fun check(
    came: Long,
    expected: Long,
) = check(came == expected) { "read $came instead of $expected" }

private suspend fun call(
    client: Client,
    task: String,
) {
    when (client) {
        is Client.Waiting -> wait(client, task)
        is Client.Suspending -> suspendFor(client, task)
    }
}

private suspend fun suspendFor(
    client: Client.Suspending,
    task: String,
) = if (task == "one") check(client.one(), 1) else check(client.page().toLong(), 100)

private fun wait(
    client: Client.Waiting,
    task: String,
) = if (task == "one") check(client.one(), 1) else check(client.page().toLong(), 100)

private fun measure(
    client: Client,
    task: String,
    atOnce: Int,
    seconds: Double,
): Double {
    val done = AtomicLong()
    val began = System.nanoTime()
    val end = began + (seconds * SECOND).toLong()
    when (client) {
        is Client.Waiting -> {
            List(atOnce) {
                thread {
                    while (System.nanoTime() < end) {
                        wait(client, task)
                        done.incrementAndGet()
                    }
                }
            }.forEach(Thread::join)
        }

        is Client.Suspending -> {
            runBlocking(Dispatchers.Default) {
                coroutineScope {
                    repeat(atOnce) {
                        launch {
                            while (System.nanoTime() < end) {
                                call(client, task)
                                done.incrementAndGet()
                            }
                        }
                    }
                }
            }
        }
    }
    return done.get() / ((System.nanoTime() - began) / SECOND)
}

/** The most memory that this process has had, in bytes, where Linux tells it; else zero. */
private fun peak(): Long {
    val status = Path.of("/proc/self/status")
    val line = if (status.exists()) status.readLines().find { it.startsWith("VmHWM:") } else null
    return line?.filter(Char::isDigit)?.toLong()?.times(1024) ?: 0
}
