package ai.spice.cloud

import ai.spice.cloud.testing.Emulator
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.ObjectInputStream
import java.io.ObjectOutputStream
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.ExecutionException
import java.util.concurrent.atomic.AtomicReference
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds

/** What a rotation does with the functions that it is given. */
class RotationTest {
    private val emulator = Emulator.start()
    private val client = emulator.client { timeScale = 100 }
    private val app = runBlocking { client.apps.create("rotate-me") }
    private val before = keys()

    @AfterEach
    fun stop() {
        client.close()
        emulator.close()
    }

    private fun keys(): ApiKeys = runBlocking { client.apiKeys.get(app) }

    private fun failure(work: suspend () -> Unit): RotationFailedException =
        assertThrows(RotationFailedException::class.java) { runBlocking { work() } }

    @Test
    fun `functions that suspend are waited for, and told which key it is`() {
        val given = mutableListOf<Pair<Long, Secret>>()
        val steps = mutableListOf<String>()
        val report =
            runBlocking {
                client.apiKeys.rotate(
                    app,
                    distribute = { slot, key ->
                        delay(10.milliseconds)
                        given += slot to key
                    },
                    verify = { slot, key ->
                        delay(1.milliseconds)
                        (slot to key) in given
                    },
                    grace = 1.seconds,
                ) { steps += "${it.step} ${it.slot}" }
            }
        assertEquals(listOf(2L to report.keys.apiKey2, 1L to report.keys.apiKey), given)
        assertEquals(listOf("started 2", "replaced 2", "distributed 2", "verified 2"), steps.take(4))
        assertFalse(given.any { (_, key) -> key.reveal() in report.toString() + report.journal })
        assertEquals(listOf(report.keys.apiKey, report.keys.apiKey2), listOf(keys().apiKey, keys().apiKey2))
    }

    @Test
    fun `what is thrown stops the rotation, and is its cause`() {
        val closed = IllegalStateException("the vault is closed")
        val failed = failure { client.apiKeys.rotate(app, distribute = { _, _ -> throw closed }) }
        assertSame(closed, failed.cause)
        assertTrue("IllegalStateException: the vault is closed" in failed.message.orEmpty()) { failed.message }
        assertEquals(before.apiKey, keys().apiKey)
        // The journal is for another process, too.
        val bytes = ByteArrayOutputStream().also { bytes -> ObjectOutputStream(bytes).use { it.writeObject(failed) } }
        val read = ObjectInputStream(ByteArrayInputStream(bytes.toByteArray())).readObject() as RotationFailedException
        assertEquals(failed.journal, read.journal)
        val report =
            runBlocking {
                client.apiKeys.rotate(app, { _, _ -> }, { _, _ -> true }, journal = read.journal)
            }
        assertNotEquals(before.apiKey, report.keys.apiKey)
    }

    @Test
    fun `a limit of time that a function has set itself is a failure like any other`() {
        val failed =
            failure { client.apiKeys.rotate(app, distribute = { _, _ -> withTimeout(10.milliseconds) { awaitCancellation() } }) }
        assertInstanceOf(kotlinx.coroutines.TimeoutCancellationException::class.java, failed.cause)
    }

    @Test
    fun `a key that does not pass stops the rotation without a cause`() {
        var asked = 0
        val failed =
            failure {
                client.apiKeys.rotate(app, distribute = { _, _ -> }, verifyTimeout = 3.seconds, verify = { _, _ ->
                    asked += 1
                    false
                })
            }
        assertTrue(asked > 1 && "key 2" in failed.message.orEmpty()) { failed.message }
        assertNull(failed.cause)
        assertEquals(before.apiKey, keys().apiKey)
    }

    @Test
    fun `a coroutine that is cancelled while a key is handed over goes no further`(): Unit =
        runBlocking {
            val begun = CompletableDeferred<Unit>()
            var asked = false
            val call =
                launch(Dispatchers.Default) {
                    client.apiKeys.rotate(app, distribute = { _, _ ->
                        begun.complete(Unit)
                        awaitCancellation()
                    }, verify = { _, _ ->
                        asked = true
                        true
                    })
                }
            begun.await()
            call.cancelAndJoin()
            val after = keys()
            assertEquals(before.apiKey, after.apiKey)
            assertNotEquals(before.apiKey2, after.apiKey2)
            assertFalse(asked)
        }

    @Test
    fun `a thread that is interrupted while it hands a key over goes no further`() {
        val begun = CountDownLatch(1)
        val failure = AtomicReference<Throwable>()
        val thread =
            Thread {
                try {
                    val distribute =
                        KeyDistributorBlocking { _, _ ->
                            begun.countDown()
                            Thread.sleep(60_000)
                        }
                    emulator.blockingClient().apiKeys.rotate(app, distribute)
                } catch (failed: SpiceCloudException) {
                    failure.set(failed)
                }
            }
        thread.start()
        begun.await()
        thread.interrupt()
        thread.join()
        assertInstanceOf(CancelledException::class.java, failure.get())
        assertEquals(before.apiKey, keys().apiKey)
    }

    @Test
    fun `futures are waited for, and their failures are causes`() {
        val futures = SpiceCloudFutures(client)
        val given = mutableListOf<Long>()
        val body =
            RotateKeys().apply {
                grace = java.time.Duration.ZERO
                verifyTimes = 1
            }
        val distribute = KeyDistributorFutures { slot, _ -> CompletableFuture.runAsync { given += slot } }
        val verify = KeyVerifierFutures { _, _ -> CompletableFuture.supplyAsync { true } }
        futures.apiKeys.rotate(app, distribute, verify, body).get()
        assertEquals(listOf(2L, 1L), given)
        val closed = IllegalStateException("the vault is closed")
        val failed =
            assertThrows(ExecutionException::class.java) {
                futures.apiKeys.rotate(app, { _, _ -> CompletableFuture.failedFuture<Unit>(closed) }).get()
            }
        assertSame(closed, assertInstanceOf(RotationFailedException::class.java, failed.cause).cause)
    }
}
