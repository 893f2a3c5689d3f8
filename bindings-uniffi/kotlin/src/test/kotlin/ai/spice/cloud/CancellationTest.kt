package ai.spice.cloud

import ai.spice.cloud.testing.Emulator
import ai.spice.cloud.testing.Fault
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.TimeoutCancellationException
import kotlinx.coroutines.async
import kotlinx.coroutines.cancel
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import kotlinx.serialization.json.JsonPrimitive
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.util.concurrent.CompletableFuture
import java.util.concurrent.atomic.AtomicReference
import java.util.logging.Handler
import java.util.logging.LogRecord
import java.util.logging.Logger
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.minutes

/** Whoever gives a call up drops its request, and the server sees it. */
class CancellationTest {
    private val emulator = Emulator.start()
    private val client = emulator.client()

    @AfterEach
    fun stop() {
        client.close()
        emulator.close()
    }

    private fun slow(method: String) {
        emulator.fault(
            Fault("delay").apply {
                this.method = method
                delay = 10.minutes
            },
        )
    }

    /** Waits until a request is on its way. */
    private fun awaitRequest() {
        while (emulator.admin("GET", "faults").toString().contains("\"fired\":0")) Thread.onSpinWait()
    }

    /** The server's record of a connection that was closed before there was an answer. */
    private fun assertDropped() {
        while (emulator.requests().isEmpty()) Thread.onSpinWait()
        val record = emulator.requests().single()
        assertEquals(JsonPrimitive(true), record.members["client_left"])
        assertEquals(null, record.status)
    }

    @Test
    fun `a coroutine that is cancelled drops its request`(): Unit =
        runBlocking {
            slow("GET")
            val call = launch(Dispatchers.Default) { client.apps.get(1) }
            awaitRequest()
            call.cancelAndJoin()
            assertDropped()
        }

    @Test
    fun `a limit of time drops the request`(): Unit =
        runBlocking {
            slow("GET")
            assertInstanceOf(
                TimeoutCancellationException::class.java,
                runCatching { withTimeout(200.milliseconds) { client.regions.list() } }.exceptionOrNull(),
            )
            assertDropped()
        }

    @Test
    fun `what was cancelled before sends nothing`(): Unit =
        runBlocking {
            val call =
                async(start = CoroutineStart.UNDISPATCHED) {
                    kotlinx.coroutines.yield()
                    client.regions.list()
                }
            call.cancel()
            assertThrows(CancellationException::class.java) { runBlocking { call.await() } }
            assertTrue(emulator.requests().isEmpty())
        }

    @Test
    fun `what is cancelled right before a call sends nothing`(): Unit =
        runBlocking {
            launch {
                cancel()
                client.apps.create("sales-bi")
            }.join()
            assertTrue(emulator.requests().isEmpty())
        }

    @Test
    fun `a future that is cancelled drops its request`() {
        slow("GET")
        val futures = SpiceCloudFutures(client)
        val future: CompletableFuture<Regions> = futures.regions.list()
        awaitRequest()
        future.cancel(true)
        assertDropped()
    }

    @Test
    fun `a thread that is interrupted drops its request`() {
        slow("GET")
        val failure = AtomicReference<Throwable>()
        val wasInterrupted = AtomicReference(false)
        val thread =
            Thread {
                try {
                    emulator.blockingClient().regions.list()
                } catch (cancelled: CancelledException) {
                    failure.set(cancelled)
                    wasInterrupted.set(Thread.currentThread().isInterrupted)
                }
            }
        thread.start()
        awaitRequest()
        thread.interrupt()
        thread.join()
        assertInstanceOf(CancelledException::class.java, failure.get())
        assertTrue(wasInterrupted.get())
        assertDropped()
    }

    @Test
    fun `a change that may have been sent is told of`() {
        slow("POST")
        val told = CompletableFuture<String>()
        val logger = Logger.getLogger("ai.spice.cloud")
        val handler =
            object : Handler() {
                override fun publish(record: LogRecord) {
                    told.complete(record.message)
                }

                override fun flush() = Unit

                override fun close() = Unit
            }
        logger.addHandler(handler)
        try {
            runBlocking {
                val call = launch(Dispatchers.Default) { client.apps.create("sales-bi") }
                awaitRequest()
                call.cancelAndJoin()
            }
            assertEquals("apps.create was cancelled, but the request of a change may have been sent already", told.get())
        } finally {
            logger.removeHandler(handler)
        }
    }

    @Test
    fun `a client that is closed ends its calls`(): Unit =
        runBlocking {
            slow("GET")
            val call = async(Dispatchers.Default) { runCatching { client.regions.list() } }
            awaitRequest()
            client.close()
            assertInstanceOf(ClientClosedException::class.java, call.await().exceptionOrNull())
            assertInstanceOf(ClientClosedException::class.java, runCatching { client.regions.list() }.exceptionOrNull())
        }
}
