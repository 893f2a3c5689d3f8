// A session with Spice.ai Cloud, on an emulator inside this process: it needs no account.
//
// On the real cloud nothing changes but the client: there it is `SpiceCloud()`, with a token in the variable SPICE_API_TOKEN.

import ai.spice.cloud.Document
import ai.spice.cloud.NotFoundException
import ai.spice.cloud.Secret
import ai.spice.cloud.SpiceCloud
import ai.spice.cloud.testing.Emulator
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.count
import kotlinx.coroutines.runBlocking
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.time.Duration.Companion.milliseconds

private const val NOBODYS = 999_999_999L

/** What happens, from the first look at the API to the last trace of the app. */
private suspend fun tell(
    story: Story,
    spice: SpiceCloud,
) {
    val spicepod = Path.of("../sales-bi/spicepod.yaml").readText()

    val regions =
        story.step("look at the regions") { say ->
            val regions = spice.regions.list()
            say("${regions.regions.joinToString { it.region }}; the default is ${regions.default}")
            regions
        }

    val app =
        story.step("create an app") { say ->
            val app = spice.apps.create("sales-bi", region = regions.default, description = "A demo")
            say("${app.name} (id ${app.id}), at https://${app.name}.spice.ai once it runs")
            app
        }

    story.step("set its spicepod") { say ->
        spice.apps.update(app, spicepod = Document(spicepod))
        say("${app.name} has examples/sales-bi/spicepod.yaml now")
    }

    story.step("set its secrets") { say ->
        // Each that the spicepod refers to, once.
        val names = Regex("""\$\{secrets:(\w+)}""").findAll(spicepod).map { it.groupValues[1] }.toSet()
        spice.secrets.setMany(app, names.associateWith { Secret("made-up-$it") })
        say("${names.joinToString()}; nobody can read the values back")
    }

    story.step("deploy and watch") { say ->
        val statuses = linkedSetOf<String>()
        val deployment =
            spice.deployments.deploy(app, commitMessage = "First deployment", pollInterval = 150.milliseconds) { event ->
                if (statuses.add(event.status.value)) story.note("      ${event.status}")
            }
        say("deployment ${deployment.id}: ${statuses.joinToString(" → ")}")
    }

    story.step("list all apps") { say -> say("${spice.apps.list(pageSize = 10).count()} apps, in pages of 10") }

    story.step("ask two things at once") { say ->
        coroutineScope {
            val found = async { spice.apps.find(app.name) }
            val members = async { spice.members.list() }
            say("${app.name} has the id ${found.await()?.id}, and there are ${members.await().size} members")
        }
    }

    story.step("ask for a missing app") { say ->
        try {
            spice.apps.get(NOBODYS)
        } catch (missing: NotFoundException) {
            say("${missing.javaClass.simpleName}, ${missing.status}: ${missing.message}")
        }
    }

    story.step("delete the app") { say ->
        spice.apps.delete(app)
        say("deleted, with all that it ran")
    }
}

fun main(): Unit =
    runBlocking {
        Emulator.start { seed = "demo" }.use { emulator ->
            val story = Story("A session with Spice.ai Cloud in Kotlin, on an emulator of its own.", emulator)
            emulator.client().use { spice -> tell(story, spice) }
            story.show()
        }
    }
