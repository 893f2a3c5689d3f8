package ai.spice.cloud

import ai.spice.cloud.internal.errorNames
import ai.spice.cloud.testing.Emulator
import ai.spice.cloud.testing.Fault
import ai.spice.cloud.testing.MintedToken
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonPrimitive
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.ByteArrayOutputStream
import java.io.ObjectOutputStream
import java.lang.ref.WeakReference
import java.util.concurrent.CompletableFuture
import kotlin.time.Duration.Companion.hours
import kotlin.time.Duration.Companion.seconds
import kotlin.time.TimeSource

/** What the library does around its calls. */
class ConductTest {
    private val emulator = Emulator.start { seed = "demo" }

    @AfterEach
    fun stop() = emulator.close()

    private fun <T> with(
        configure: ClientOptions.() -> Unit = {},
        work: suspend (SpiceCloud) -> T,
    ): T = emulator.client(configure).use { client -> runBlocking { work(client) } }

    @Test
    fun `every kind of error has its exception`() {
        val names = errorNames().associate { it.name to it.code }
        assertEquals(names.keys, EXCEPTIONS.keys)
        for ((name, make) in EXCEPTIONS) {
            val made = make(Facts(name, names.getValue(name), "words", line = "line"))
            assertEquals("line", made.toString())
            val expected = if (name == "ApiError") "Other$name" else name
            assertEquals(expected.removeSuffix("Error") + "Exception", made.javaClass.simpleName)
        }
    }

    @Test
    fun `exceptions say all that is known and can be told apart`() {
        val missing = assertThrows(NotFoundException::class.java) { with { it.apps.get(999_999_999) } }
        assertEquals("SPICE_NOT_FOUND", missing.code)
        assertEquals(404, missing.status)
        assertEquals("apps.get", missing.operation)
        assertEquals("GET /v1/apps/{app_id}", missing.route)
        assertEquals(1, missing.attempts.single().number)
        assertTrue(missing.toString().startsWith("NotFound (404") && missing.requestId.orEmpty() in missing.toString())
        // A `when` over the classes has to name them all.
        val kind =
            when (missing as ApiException) {
                is NotFoundException -> "missing"
                is BadRequestException, is AuthenticationException, is PaymentRequiredException -> "no"
                is PermissionDeniedException -> "no"
                is ConflictException, is UnprocessableException, is RateLimitedException, is ServerException -> "no"
                is OtherApiException -> "no"
            }
        assertEquals("missing", kind)
    }

    @Test
    fun `exceptions can be serialized`() {
        val failure = assertThrows(NotFoundException::class.java) { with { it.apps.get(999_999_999) } }
        ObjectOutputStream(ByteArrayOutputStream()).use { it.writeObject(failure) }
    }

    @Test
    fun `nothing shows a secret`() {
        val canary = "example-canary-1"
        val options =
            ClientOptions().apply {
                setToken(canary)
                setClientSecret(canary)
                proxy = Secret("http://user:$canary@127.0.0.1:9")
                headers = mapOf("x-key" to Secret(canary))
            }
        val shown =
            mutableListOf<Any>(options, Secret(canary), ProvidedToken(canary), Document(canary))
        with { client ->
            val app = client.apps.list().first() ?: error("the demo has apps")
            client.secrets.set(app, "CANARY", Secret(canary))
            shown.addAll(listOf<Any>(client, app, client.apiKeys.get(app), client.secrets.list(app)))
        }
        val failure =
            assertThrows(SpiceCloudException::class.java) {
                with({ setToken(canary) }) { it.secrets.set(1, "CANARY", Secret(canary)) }
            }
        shown.addAll(listOf<Any>(failure, failure.message.orEmpty(), failure.stackTraceToString()))
        for (text in shown.map { it.toString() }) assertFalse(canary in text) { text }
        val keys = with { it.apiKeys.get(it.apps.list().first() ?: error("no app")) }
        assertFalse(keys.apiKey?.reveal().orEmpty() in keys.toString())
        assertTrue(keys.apiKey?.reveal().orEmpty().isNotEmpty())
    }

    @Test
    fun `secrets are equal when their texts are`() {
        assertEquals(Secret("a"), Secret("a"))
        assertNotEquals(Secret("a"), Secret("b"))
        assertEquals(Secret("a").hashCode(), Secret("b").hashCode())
    }

    @Test
    fun `models are values`() {
        val (one, other) = with { listOf(it.apps.get(firstApp(it)), it.apps.get(firstApp(it))) }
        assertEquals(one, other)
        assertEquals(one.hashCode(), other.hashCode())
        assertNotEquals(one, with { it.regions.list() })
        assertTrue(one.toString().startsWith("App(id=${one.id}, name=${one.name}, "))
        assertEquals(1, one.meta.attempts)
    }

    private suspend fun firstApp(client: SpiceCloud): Long = client.apps.list().first()?.id ?: error("the demo has apps")

    @Test
    fun `lists fetch what is wanted and no more`() {
        with { client ->
            emulator.clearRequests()
            assertEquals(3, client.apps.list(pageSize = 5).take(3).toList().size)
            // Pages may be on their way already, but not all six.
            assertTrue(emulator.count("GET", "/v1/apps") < 6)
            emulator.clearRequests()
            assertTrue(client.apps.list().first() != null)
            assertEquals(1, emulator.count("GET", "/v1/apps"))
            assertEquals(7, client.apps.list(pageSize = 5).toList(max = 7).size)
            assertEquals(4, client.apps.list(limit = 4).toList().size)
        }
        assertTrue(emulator.blockingClient().apps.list(pageSize = 10).count() > 20)
        val told = mutableListOf<String>()
        SpiceCloudFutures(emulator.client()).apps.list().forEach { told += it.name }.get()
        assertTrue(told.size > 20)
    }

    @Test
    fun `a list that fails gives what came before and says where it goes on`() {
        val names = with { client -> client.apps.list().toList().map { it.name } }
        emulator.fault(
            Fault("status").apply {
                path = "/v1/apps"
                status = 401
                nth = listOf(3)
            },
        )
        val told = mutableListOf<String>()
        val failure =
            assertThrows(AuthenticationException::class.java) {
                with { client -> client.apps.list(pageSize = 10).collect { told += it.name } }
            }
        assertEquals(20L, failure.nextOffset)
        assertEquals(names.take(20), told)
        assertEquals(names.drop(20), emulator.blockingClient().apps.list(null, null, failure.nextOffset).map { it.name })
        with { client -> assertEquals(names[20], client.apps.list(offset = 20).first()?.name) }
        assertEquals(null, assertThrows(NotFoundException::class.java) { with { it.apps.get(999_999_999) } }.nextOffset)
    }

    @Test
    fun `bad input is refused before anything is sent`() {
        with { client ->
            emulator.clearRequests()
            val wrong =
                listOf<suspend () -> Any>(
                    { client.apps.list(pageSize = -1) },
                    { client.apps.list(offset = -1) },
                    { client.withOptions { timeout = (-1).seconds } },
                    { client.apps.update(1, imageTag = "1", clear = setOf(UpdateAppField.IMAGE_TAG)) },
                    { client.apps.create("sales-bi", extra = mapOf("name" to JsonPrimitive("x"))) },
                    { client.apps.update(1, spicepod = Document(mapOf("a" to Double.NaN))) },
                    { client.secrets.set(1, "9bad", Secret("example-1")) },
                    { client.apps.create("x") },
                )
            for (work in wrong) {
                val failure = runCatching { work() }.exceptionOrNull()
                assertInstanceOf(ValidationException::class.java, failure)
                assertTrue((failure as ValidationException).fieldErrors.isNotEmpty()) { failure.toString() }
            }
            assertEquals(emptyList<Any>(), emulator.requests())
        }
        assertThrows(ConfigException::class.java) { SpiceCloud { baseUrl = "nowhere" } }
    }

    @Test
    fun `a token provider is asked and what it throws is the cause`() {
        val token = emulator.mint(MintedToken().apply { expiresIn = 1.hours })
        var asked = 0
        with({
            tokenProvider =
                TokenProvider {
                    asked += 1
                    ProvidedToken(token, 1.hours)
                }
        }) { client ->
            repeat(3) { client.regions.list() }
        }
        assertEquals(1, asked)
        val cause = IllegalStateException("no token today")
        val failure =
            assertThrows(ConfigException::class.java) {
                with({ tokenProvider = TokenProvider { throw cause } }) { it.regions.list() }
            }
        assertSame(cause, failure.cause)
        assertTrue("no token today" in failure.toString())
        // For Java.
        with({ setTokenProvider { ProvidedToken.of(token) } }) { it.regions.list() }
    }

    @Test
    fun `a panic ends nobody`() {
        with { client ->
            for (operation in listOf("__panic_for_tests", "__panic_in_native_for_tests")) {
                val failure = runCatching { SpiceCloud.panic(client, operation) }.exceptionOrNull()
                assertInstanceOf(InternalException::class.java, failure)
            }
            client.regions.list()
        }
    }

    @Test
    fun `every attempt is told to the hook`() {
        val told = CompletableFuture<RequestEvent>()
        emulator.fault(
            Fault("status").apply {
                status = 503
                times = 1
            },
        )
        with({
            timeScale = 100
            onRequest = { told.complete(it) }
        }) { client ->
            assertEquals(2, client.regions.list().meta.attempts)
            val event = told.get()
            assertEquals(listOf("regions.list", "GET", "/v1/regions"), listOf(event.operation, event.method, event.path))
            assertEquals(503, event.status)
        }
    }

    /** A client whose hook knows it. */
    private fun forgotten(): WeakReference<SpiceCloud> {
        val known = arrayOfNulls<SpiceCloud>(1)
        val client = emulator.client { onRequest = { check(known[0] != null) } }
        known[0] = client
        runBlocking { client.regions.list() }
        return WeakReference(client)
    }

    @Test
    fun `a client that nobody has is collected`() {
        val client = forgotten()
        val limit = TimeSource.Monotonic.markNow() + 30.seconds
        while (client.get() != null) {
            System.gc()
            assertTrue(limit.hasNotPassedNow())
        }
    }

    @Test
    fun `many calls at once are one thread's business`() {
        with { client ->
            val calls = (1..200).map { later { client.regions.list() } }
            assertEquals(200, calls.map { it.get() }.size)
            assertEquals(1, Thread.getAllStackTraces().keys.count { it.name == "spice-cloud" })
        }
    }

    @Test
    fun `words that are not known are kept`() {
        assertEquals("later", DeploymentStatus.of("later").value)
        assertInstanceOf(DeploymentStatus.Unknown::class.java, DeploymentStatus.of("later"))
        assertTrue(DeploymentStatus.Succeeded.isTerminal && !DeploymentStatus.of("later").isTerminal)
        assertSame(DeploymentStatus.Queued, DeploymentStatus.of("queued"))
    }
}
