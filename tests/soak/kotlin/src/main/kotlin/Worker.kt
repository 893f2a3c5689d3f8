// A worker with an app of its own, who knows what has to come back.

import ai.spice.cloud.ApiKeys
import ai.spice.cloud.App
import ai.spice.cloud.Document
import ai.spice.cloud.Secret
import ai.spice.cloud.SpiceCloud
import kotlinx.coroutines.flow.toList
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds

private const val SPICEPOD = "version: v1\nkind: Spicepod\nname: soak\n"
private const val PAGE = 20
private const val NAMES = 3

class Worker(
    private val client: SpiceCloud,
    private val tally: Tally,
    number: Int,
) {
    private val name = "soak-worker-$number"
    private var id = 0L
    private var steps = 0

    /** As it was set last; null while that is not known. */
    private var description: String? = null

    /** Secrets that are there for certain. */
    private val secrets = mutableSetOf<String>()

    /** Both keys as they were seen last; null while they are not known. */
    private var keys: Pair<String, String>? = null
    private var deployment = 0L

    /** An app that could not be deleted yet. */
    private var leftOver: Long? = null

    /** Makes the worker's app. */
    suspend fun begin() {
        id = client.apps.create(name).id
        client.apps.update(id, spicepod = Document(SPICEPOD))
    }

    /** Does one step of the mixture. */
    suspend fun step(step: String) {
        steps += 1
        when (step) {
            "list" -> list()
            "get" -> get()
            "update" -> update()
            "set" -> set()
            "delete" -> delete()
            "keys" -> seeKeys()
            "regenerate" -> regenerate()
            "deploy" -> deploy()
            "create" -> create()
            else -> tally.expect(false) { "there is no step $step" }
        }
    }

    private suspend fun list() {
        val apps = tally.call { client.apps.list(pageSize = PAGE).toList() } ?: return
        tally.expect(apps.distinctBy { it.id }.size == apps.size) { "list: an app came twice" }
        tally.expect(apps.any { it.id == id && it.name == name }) { "list: $name is missing among ${apps.size}" }
    }

    private suspend fun get() {
        val app = tally.call { client.apps.get(id) } ?: return
        isOwn("get", app)
        val known = description
        tally.expect(known == null || app.description == known) { "get: ${app.description}, not $known" }
    }

    private suspend fun update() {
        val wanted = "step $steps"
        val tags = mapOf("step" to "$steps")
        description = null
        val app = tally.call { client.apps.update(id, description = wanted, tags = tags) } ?: return
        isOwn("update", app)
        tally.expect(app.description == wanted && app.tags == tags) { "update: ${app.description}, ${app.tags}, not $wanted" }
        description = wanted
    }

    private suspend fun set() {
        val wanted = "SOAK_${steps % NAMES}"
        val secret = tally.call { client.secrets.set(id, wanted, Secret("value-$steps")) } ?: return
        tally.expect(secret.name == wanted) { "set: ${secret.name} instead of $wanted" }
        secrets += wanted
    }

    private suspend fun delete() {
        val gone = secrets.firstOrNull() ?: return get()
        secrets -= gone
        tally.call { client.secrets.delete(id, gone) }
    }

    private suspend fun seeKeys() {
        val came = both(tally.call { client.apiKeys.get(id) } ?: return)
        tally.expect(came != null && (keys == null || keys == came)) { "keys: not those that were there" }
        keys = came
    }

    private suspend fun regenerate() {
        val before = keys
        keys = null
        val came = both(tally.call { client.apiKeys.regenerate(id, keyNumber = 1) } ?: return)
        val right = came != null && (before == null || (came.first != before.first && came.second == before.second))
        tally.expect(right) { "regenerate: not the primary key, or not it alone" }
        keys = came
    }

    private suspend fun deploy() {
        val came =
            tally.call {
                client.deployments.deploy(
                    id,
                    commitMessage = "step $steps",
                    timeout = 10.seconds,
                    pollInterval = 50.milliseconds,
                )
            } ?: return
        val right = came.status.value == "succeeded" && came.id > deployment
        tally.expect(right) { "deploy: ${came.id} is ${came.status}" }
        deployment = came.id
    }

    private suspend fun create() {
        leftOver?.let { remove(it) }
        val wanted = "$name-$steps"
        val app = tally.call { client.apps.create(wanted) } ?: return
        tally.expect(app.name == wanted) { "create: ${app.name} instead of $wanted" }
        remove(app.id)
    }

    private suspend fun remove(gone: Long) {
        val deleted = tally.call { client.apps.delete(gone) }
        leftOver = gone.takeIf { deleted == null }
    }

    private fun isOwn(
        step: String,
        app: App,
    ) = tally.expect(app.id == id && app.name == name) { "$step: ${app.name} instead of $name" }
}

/** Both keys, when both came. */
private fun both(keys: ApiKeys): Pair<String, String>? {
    val primary = keys.apiKey ?: return null
    val secondary = keys.apiKey2 ?: return null
    return primary.reveal() to secondary.reveal()
}
