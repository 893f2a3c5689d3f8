package ai.spice.cloud.scenario

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.contentOrNull
import kotlin.io.path.readText

/** What begins with a brace is a secret's, as spicepods write it. */
private val REFERENCE = Regex("""\$[a-z]\w*""")

/** What earlier steps saved. */
class Variables {
    private val values = mutableMapOf<String, JsonElement>()
    private val objects = mutableMapOf<String, Any?>()

    fun save(
        name: String,
        value: JsonElement,
        whole: Any?,
    ) {
        values[name] = value
        objects[name] = whole
    }

    /** The object that a variable is, for `{"$object": "app"}`. */
    fun objectOf(argument: JsonElement): Any? {
        val name = ((argument as? JsonObject)?.get("\$object") as? JsonPrimitive)?.contentOrNull ?: return null
        return objects[name] ?: throw Mistake("no object was saved as $name")
    }

    /** Something with what its references stand for. */
    fun fill(value: JsonElement): JsonElement =
        when (value) {
            is JsonArray -> {
                JsonArray(value.map(::fill))
            }

            is JsonObject -> {
                val file = (value["\$file"] as? JsonPrimitive)?.contentOrNull
                if (file != null) {
                    JsonPrimitive(ROOT.resolve(file).readText())
                } else {
                    JsonObject(value.mapValues { (name, inner) -> member(name, inner) })
                }
            }

            is JsonPrimitive -> {
                text(value)
            }
        }

    private fun member(
        name: String,
        value: JsonElement,
    ): JsonElement =
        when (name) {
            // Patterns have dollar signs of their own.
            "\$regex", "\$object" -> value

            "path" -> inPath(value)

            else -> fill(value)
        }

    private fun text(value: JsonPrimitive): JsonElement {
        val text = value.takeIf { it.isString }?.content ?: return value
        return when {
            text.startsWith("$$") -> JsonPrimitive(text.drop(1))
            REFERENCE.matches(text) -> values[text.drop(1)] ?: throw Mistake("nothing was saved as ${text.drop(1)}")
            else -> value
        }
    }

    /** A path, with variables in braces. */
    private fun inPath(value: JsonElement): JsonElement {
        val text = (value as? JsonPrimitive)?.takeIf { it.isString }?.content ?: return fill(value)
        return JsonPrimitive(
            Regex("""\{(\w+)}""").replace(text) { found ->
                (values[found.groupValues[1]] as? JsonPrimitive)?.content ?: throw Mistake("nothing was saved as ${found.value}")
            },
        )
    }
}
