package ai.spice.cloud.scenario

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.booleanOrNull
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.doubleOrNull
import kotlinx.serialization.json.intOrNull
import kotlinx.serialization.json.longOrNull

/** A mistake of a scenario, not of the SDK. */
class Mistake(
    message: String,
) : Exception(message)

/** Where a value does not fit what is expected, in words; tests/scenarios/README.md says what fits. */
fun differences(
    expected: JsonElement,
    actual: JsonElement,
    place: String = "",
): List<String> =
    when {
        isMatcher(expected) -> {
            (expected as JsonObject).mapNotNull { (name, argument) ->
                wrong(name, argument, actual)?.let { "${place.ifEmpty { "the whole" }}: $it" }
            }
        }

        expected is JsonObject -> {
            objects(expected, actual, place)
        }

        expected is JsonArray -> {
            lists(expected, actual, place)
        }

        same(expected, actual) -> {
            emptyList()
        }

        else -> {
            listOf("${place.ifEmpty { "the whole" }}: expected $expected, got $actual")
        }
    }

private fun isMatcher(expected: JsonElement): Boolean =
    expected is JsonObject && expected.isNotEmpty() && expected.keys.all { it.startsWith("$") }

private fun same(
    expected: JsonElement,
    actual: JsonElement,
): Boolean {
    if (expected !is JsonPrimitive || actual !is JsonPrimitive) return false
    if (expected.isString || actual.isString || expected is JsonNull || actual is JsonNull) return expected == actual
    if (expected.booleanOrNull != null) return expected.booleanOrNull == actual.booleanOrNull
    val whole = expected.longOrNull
    return if (whole != null &&
        actual.longOrNull != null
    ) {
        whole == actual.longOrNull
    } else {
        expected.doubleOrNull == actual.doubleOrNull
    }
}

private fun objects(
    expected: JsonObject,
    actual: JsonElement,
    place: String,
): List<String> {
    if (actual !is JsonObject) {
        val isNone = expected.isEmpty() && actual is JsonNull
        return if (isNone) emptyList() else listOf("${place.ifEmpty { "the whole" }}: expected an object, got $actual")
    }
    if (expected.isEmpty() && actual.isNotEmpty()) return listOf("$place: expected nothing in it, got $actual")
    return expected.flatMap { (name, value) ->
        if (name == "extra" && value is JsonObject && "extra" !in actual) {
            // Where the SDK keeps what it does not know is its own affair.
            differences(value, actual, "$place/extra")
        } else {
            differences(value, actual[name] ?: JsonNull, "$place/$name")
        }
    }
}

private fun lists(
    expected: JsonArray,
    actual: JsonElement,
    place: String,
): List<String> {
    val whole = place.ifEmpty { "the whole" }
    if (actual !is JsonArray) {
        val isNone = expected.isEmpty() && actual is JsonNull
        return if (isNone) emptyList() else listOf("$whole: expected a list, got $actual")
    }
    if (expected.size != actual.size) return listOf("$whole: expected ${expected.size} items, got ${actual.size}: $actual")
    return expected.indices.flatMap { differences(expected[it], actual[it], "$place/$it") }
}

/** What is wrong with a value for a matcher, in words; nothing when it fits. */
private fun wrong(
    name: String,
    argument: JsonElement,
    actual: JsonElement,
): String? {
    if (name == "\$each") {
        if (actual !is JsonArray) return "expected a list, got $actual"
        return actual.flatMap { differences(argument, it) }.firstOrNull()?.let { "in an item: $it" }
    }
    val fits =
        when (name) {
            "\$any" -> actual !is JsonNull
            "\$type" -> isOfType(text(argument), actual)
            "\$regex" -> actual is JsonPrimitive && actual.isString && Regex(text(argument)).containsMatchIn(actual.content)
            "\$contains" -> contains(argument, actual)
            "\$length" -> (argument as JsonPrimitive).intOrNull == length(actual)
            "\$not" -> differences(argument, actual).isNotEmpty()
            "\$secret" -> argument == actual
            else -> throw Mistake("there is no matcher $name")
        }
    return if (fits) null else "expected $name $argument, got $actual"
}

private fun text(argument: JsonElement): String =
    (argument as? JsonPrimitive)?.contentOrNull ?: throw Mistake("a matcher with $argument")

private fun contains(
    part: JsonElement,
    actual: JsonElement,
): Boolean =
    when (actual) {
        is JsonArray -> actual.any { differences(part, it).isEmpty() }
        is JsonPrimitive -> actual.isString && text(part) in actual.content
        else -> false
    }

private fun length(actual: JsonElement): Int? =
    when (actual) {
        is JsonNull -> 0
        is JsonArray -> actual.size
        is JsonObject -> actual.size
        is JsonPrimitive -> if (actual.isString) actual.content.length else null
    }

private fun isOfType(
    type: String,
    actual: JsonElement,
): Boolean {
    val primitive = (actual as? JsonPrimitive)?.takeIf { it !is JsonNull }
    val bare = primitive?.takeIf { !it.isString }
    return when (type) {
        "string" -> primitive?.isString == true
        "boolean" -> bare?.booleanOrNull != null
        "number" -> bare?.doubleOrNull != null
        "integer" -> bare?.doubleOrNull?.let { it % 1.0 == 0.0 } == true
        "array" -> actual is JsonArray
        "object" -> actual is JsonObject
        else -> throw Mistake("there is no type $type")
    }
}
