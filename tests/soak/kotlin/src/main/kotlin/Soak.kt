// The soak in Kotlin: uses the client of coroutines at a steady rate, as `tests/soak/README.md` says.

import ai.spice.cloud.Secret
import ai.spice.cloud.SpiceCloud
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.isActive
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.double
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.put
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlin.time.TimeMark
import kotlin.time.TimeSource

/** How often it says how far it has come. */
private val REPORT = 5.seconds

/** Each worker begins so many steps further than the one before it. */
private const val APART = 5

/** What was missed while a fault lasted is made up for within so long, and not all at once. */
private val BEHIND = 1.seconds

/** What `cargo xtask soak` wants. */
private class Plan(
    told: JsonObject,
) {
    val url = told.getValue("url").jsonPrimitive.content
    val token = Secret(told.getValue("token").jsonPrimitive.content)
    val rate = told.getValue("rate").jsonPrimitive.double
    val length =
        told
            .getValue("seconds")
            .jsonPrimitive.double.seconds
    val atOnce = told.getValue("at_once").jsonPrimitive.int
    val callLimit = told.getValue("call_limit").jsonPrimitive.double
    val mixture = told.getValue("mixture").jsonArray.map { it.jsonPrimitive.content }
}

fun main(arguments: Array<String>): Unit =
    runBlocking(Dispatchers.Default) {
        val plan = Plan(Json.parseToJsonElement(arguments.single()).jsonObject)
        val tally = Tally(plan.callLimit)
        val client =
            SpiceCloud {
                baseUrl = plan.url
                token = plan.token
                timeout = 10.seconds
                attemptTimeout = 2.seconds
                connectTimeout = 2.seconds
                reconcileTimeout = 5.seconds
            }
        client.use {
            val workers = List(plan.atOnce) { Worker(client, tally, it) }
            workers.forEach { it.begin() }
            say(buildJsonObject { put("ready", true) })
            val began = TimeSource.Monotonic.markNow()
            val reports = launch { while (isActive) report(tally) }
            coroutineScope { workers.forEachIndexed { number, worker -> launch { work(worker, number, plan, began) } } }
            reports.cancel()
        }
        say(tally.result())
    }

/** Repeats the mixture at the worker's part of the rate. */
private suspend fun work(
    worker: Worker,
    number: Int,
    plan: Plan,
    began: TimeMark,
) {
    val pause = (plan.atOnce / plan.rate).seconds
    var due = (number / plan.rate).seconds
    var place = number * APART
    while (true) {
        delay((due - began.elapsedNow()).coerceAtLeast(Duration.ZERO))
        if (began.elapsedNow() >= plan.length) return
        worker.step(plan.mixture[place % plan.mixture.size])
        place += 1
        due = maxOf(due + pause, began.elapsedNow() - BEHIND)
    }
}

/** What is in use is known only after a collection. */
private suspend fun report(tally: Tally) {
    delay(REPORT)
    System.gc()
    val runtime = Runtime.getRuntime()
    say(
        buildJsonObject {
            put("calls", tally.calls())
            put("heap", runtime.totalMemory() - runtime.freeMemory())
        },
    )
}

private fun say(line: JsonObject) = println(line)
