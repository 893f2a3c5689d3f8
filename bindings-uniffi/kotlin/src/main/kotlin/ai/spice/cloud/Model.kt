package ai.spice.cloud

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlin.time.Instant

/** A word of the API, from a set that may grow. */
public interface Word {
    /** The word as the API writes it. */
    public val value: String
}

/**
 * What the API tells: values that do not change. Two are equal when all that they tell is, whatever call gave them.
 *
 * @property extra Members that this version does not know, under the API's names.
 */
public abstract class Model internal constructor(
    public val extra: Map<String, JsonElement>,
) {
    internal abstract fun names(): Array<String>

    internal abstract fun parts(): Array<Any?>

    override fun equals(other: Any?): Boolean =
        this === other ||
            (other is Model && other.javaClass == javaClass && parts().contentEquals(other.parts()) && extra == other.extra)

    override fun hashCode(): Int = parts().contentHashCode()

    /** What is known of it; secrets are not shown. */
    override fun toString(): String {
        val known = names().zip(parts()).filter { (_, value) -> value != null }
        val shown = known + extra.toList()
        return shown.joinToString(prefix = "${javaClass.simpleName}(", postfix = ")") { (name, value) -> "$name=$value" }
    }
}

/**
 * What an operation answers with.
 *
 * @property meta About the call that gave this. It is no part of equality.
 */
public abstract class Answer internal constructor(
    extra: Map<String, JsonElement>,
    public val meta: Meta,
) : Model(extra)

/** A part of answers that is sent, too. */
public abstract class Part internal constructor(
    extra: Map<String, JsonElement>,
) : Model(extra) {
    internal abstract fun wireNames(): Array<String>

    internal fun wire(): JsonObject {
        val known = wireNames().zip(parts()).filter { (_, value) -> value != null }
        return JsonObject(known.associate { (name, value) -> name to jsonOf(value) } + extra)
    }
}

/** A document of a user's, such as a spicepod: its text, or what its text would be read as. */
public class Document private constructor(
    internal val json: JsonElement,
) {
    /** A text, such as YAML. */
    public constructor(text: String) : this(JsonPrimitive(text))

    /** An object. */
    public constructor(members: JsonObject) : this(members as JsonElement)

    /** An object, of texts, numbers, flags, nulls, lists and maps. */
    public constructor(members: Map<String, Any?>) : this(jsonOf(members))

    override fun equals(other: Any?): Boolean = other is Document && other.json == json

    override fun hashCode(): Int = json.hashCode()

    override fun toString(): String = "Document"
}

/** What is sent for a value. Secrets are opened. */
internal fun jsonOf(value: Any?): JsonElement =
    when (value) {
        null -> JsonNull
        is JsonElement -> value
        is String -> JsonPrimitive(value)
        is Boolean -> JsonPrimitive(value)
        is Double -> finite(value)
        is Float -> finite(value.toDouble())
        is Number -> JsonPrimitive(value)
        is Secret -> JsonPrimitive(value.reveal())
        is Word -> JsonPrimitive(value.value)
        is Instant -> JsonPrimitive(value.toString())
        is Part -> value.wire()
        is Document -> value.json
        is Map<*, *> -> JsonObject(value.entries.associate { (name, inner) -> textOf(name) to jsonOf(inner) })
        is Iterable<*> -> JsonArray(value.map(::jsonOf))
        is Array<*> -> JsonArray(value.map(::jsonOf))
        else -> throw invalid("body", "must be data that JSON can hold, not ${value.javaClass.simpleName}")
    }

private fun finite(value: Double): JsonElement {
    if (value.isFinite()) return JsonPrimitive(value)
    throw invalid("body", "must have finite numbers, not $value")
}

private fun textOf(name: Any?): String =
    name as? String ?: throw invalid("body", "must have names that are texts")
