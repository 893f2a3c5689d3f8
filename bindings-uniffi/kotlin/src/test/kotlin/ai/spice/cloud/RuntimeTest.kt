package ai.spice.cloud

import ai.spice.cloud.testing.Emulator
import ai.spice.cloud.testing.Fault
import ai.spice.cloud.testing.Progression
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonPrimitive
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds

/** Runtimes of apps, and what else the SDK makes of the API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuntimeTest {
    private val emulator = Emulator.start { progression = Progression.script("succeeded") }
    private val client = emulator.client()
    private val words = listOf(mapOf("role" to "user", "content" to "Tell me of the sea, and of the ships on it"))
    private val app =
        runBlocking {
            client.apps.create("sales-bi").also {
                client.apps.update(it, spicepod = Document("version: v1\nkind: Spicepod\nname: sales-bi"))
                client.deployments.deploy(it, untilReady = true)
            }
        }

    @AfterAll
    fun stop() {
        client.close()
        emulator.close()
    }

    @Test
    fun `a runtime is that of an app or of a key, and keeps what the client does differently`() {
        val canary = "7h3qk9-not-a-key-that-shows"
        val denied = assertThrows(AuthenticationException::class.java) { runBlocking { client.runtime(canary).sql("SELECT 1") } }
        for (shown in listOf(client.runtime(Secret(canary)), client.runtime(canary, emulator.url), denied, client)) {
            assertFalse(canary in shown.toString() + (shown as? Throwable)?.stackTraceToString().orEmpty())
        }
        val keys = runBlocking { client.apiKeys.get(app) }
        runBlocking {
            for (runtime in listOf(client.runtime(app), client.runtime(app.id), client.runtime(keys.apiKey ?: Secret("")))) {
                assertEquals(1, runtime.sql("SELECT 1 AS one").rowCount)
            }
        }
        emulator.fault(
            Fault("delay").apply {
                path = "/v1/ready"
                delay = 10.seconds
            },
        )
        val impatient = client.withOptions { timeout = 50.milliseconds }
        assertThrows(TimeoutException::class.java) { runBlocking { impatient.runtime(app).ready() } }
        emulator.clearFaults()
    }

    @Test
    fun `an answer comes piece by piece, and can be left early`() {
        val runtime = client.runtime(app)
        val whole = runBlocking { runtime.chatStream("any", words).toList().joinToString("") { it.content.orEmpty() } }
        assertTrue("sea" in whole) { whole }
        val pieces = runtime.chatStream("any", words)
        runBlocking {
            assertEquals(2, pieces.take(2).toList().size)
            assertTrue(pieces.first().choices.isNotEmpty())
        }
        val blocking = emulator.blockingClient().runtime(app)
        val body = Chat("any", words)
        assertEquals(whole, blocking.chatStream(body).joinToString("") { it.content.orEmpty() })
        blocking.chatStream(body).stream().use { assertTrue(it.findFirst().isPresent) }
        val told = mutableListOf<String>()
        val futures = emulator.blockingClient().futures().runtime(app)
        futures.chatStream(body).forEach { told += it.content.orEmpty() }.get()
        assertEquals(whole, told.joinToString(""))
        assertEquals(told.size, futures.chatStream(body).toList().get().size)
        assertThrows(ValidationException::class.java) { runBlocking { runtime.chatStream("any", emptyList()).toList() } }
    }

    @Test
    fun `a failed deployment says what to go back to`() {
        emulator.setProgression(Progression.script("failed:unable_to_start"), app.id)
        val options = DeployOptions().apply { maxRedeploys = 1 }
        val failed =
            assertThrows(DeploymentFailedException::class.java) {
                emulator.blockingClient().deployments.deploy(app, CreateDeployment(), options)
            }
        emulator.setProgression(Progression.script("succeeded"), app.id)
        assertEquals(DeploymentStatus.Succeeded, failed.rollbackTo?.status)
        assertNull(failed.journal)
        assertThrows(ValidationException::class.java) { runBlocking { client.deployments.deploy(app, maxRedeploys = -1) } }
        val event = runBlocking { client.deployments.watch(app, failed.rollbackTo ?: error("there is none")).first() }
        assertEquals(listOf(null, null), listOf(event.expected, event.note))
    }

    @Test
    fun `scopes that are missing are told before anything is begun`() {
        val reader =
            emulator.mint(
                ai.spice.cloud.testing.MintedToken().apply {
                    kind = "oauth"
                    scopes = listOf("apps:read")
                },
            )
        val denied =
            assertThrows(PermissionDeniedException::class.java) {
                emulator.client { setToken(reader) }.use { runBlocking { it.require(listOf("apps:read", "apps:write")) } }
            }
        assertEquals(listOf("apps:read"), denied.grantedScopes)
        val org = runBlocking { client.whoami().orgs.single() }
        assertEquals(Meta.NONE, org.meta)
    }

    @Test
    fun `parts of reports are what calls of their own give`() {
        runBlocking {
            client.secrets.set(app, "LATE", Secret("7h3qk9-example-late-one"))
            val drift = client.secrets.drift(app)
            assertEquals(listOf("LATE"), drift.changed.map { it.name })
            assertEquals(client.deployments.list(app, status = DeploymentStatus.Succeeded).first()?.id, drift.deployment?.id)
            client.secrets.delete(app, "LATE")
        }
        emulator.load(app.id, "trips", listOf(mapOf("id" to 1, "city" to "Lisbon")))
        val rows = runBlocking { client.runtime(app).sql("SELECT city FROM trips").rows }
        assertEquals(JsonPrimitive("Lisbon"), (rows.single() as Map<*, *>)["city"])
    }
}
