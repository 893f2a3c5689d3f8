package ai.spice.cloud.scenario

import ai.spice.cloud.CallOptions
import ai.spice.cloud.Dedupe
import ai.spice.cloud.DeploymentEvent
import ai.spice.cloud.Document
import ai.spice.cloud.Model
import ai.spice.cloud.Part
import ai.spice.cloud.Secret
import ai.spice.cloud.SpiceCloudException
import ai.spice.cloud.Word
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.double
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long
import java.lang.reflect.InvocationTargetException
import kotlin.reflect.KClass
import kotlin.reflect.KFunction
import kotlin.reflect.KMutableProperty1
import kotlin.reflect.KParameter
import kotlin.reflect.KType
import kotlin.reflect.KVisibility
import kotlin.reflect.full.companionObject
import kotlin.reflect.full.companionObjectInstance
import kotlin.reflect.full.isSubclassOf
import kotlin.reflect.full.memberFunctions
import kotlin.reflect.full.memberProperties
import kotlin.reflect.full.primaryConstructor
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlin.time.toJavaDuration

/** What clients have beside their operations. */
private val NOT_OPERATIONS = setOf("close", "withOptions", "equals", "hashCode", "toString", "futures", "runtime")

/** Other ways to walk a list, or to follow a deployment, each under the name of its operation. */
private val WAYS = setOf("first", "pages", "events")

/** What a call gave, as JSON that an expectation can be compared with. */
class Outcome(
    val whole: Any?,
) {
    val result: JsonElement = plain(whole)
    val meta: JsonElement = plain(metaOf(whole))

    /** The object at a place in it. */
    fun objectAt(place: String): Any? =
        if (place.isEmpty()) whole else (whole as? List<*>)?.getOrNull(place.drop(1).toIntOrNull() ?: -1)
}

/** The operation that a call exercises: `apps.list` for `apps.list.pages`. */
fun operationOf(call: String): String {
    val parts = call.split(".")
    return if (parts.last() in WAYS) parts.dropLast(1).joinToString(".") else call
}

/** Every operation that a client offers, found on the client itself, under its public name. */
fun publicOperations(client: Any): Map<String, List<KFunction<*>>> {
    val own = methods(client::class).mapKeys { (name, _) -> "client.$name" }
    val bound = client::class.memberFunctions.first { it.name == "runtime" }.returnType.classifier as KClass<*>
    val ofRuntime = methods(bound).mapKeys { (name, _) -> "runtime.$name" }
    val resources = resources(client).filterKeys { it != "projects" }
    return resources.entries.fold(own + ofRuntime) { all, (name, resource) ->
        all + methods(resource::class).mapKeys { (method, _) -> "${snake(name)}.$method" }
    }
}

private fun methods(owner: KClass<*>): Map<String, List<KFunction<*>>> =
    owner
        .memberFunctions
        .filter { it.visibility == KVisibility.PUBLIC && it.name !in NOT_OPERATIONS }
        .groupBy { if (it.name == "await") "wait" else snake(it.name) }

private fun resources(client: Any): Map<String, Any> =
    client::class
        .memberProperties
        .filter { it.visibility == KVisibility.PUBLIC }
        .associate { it.name to (it.getter.call(client) ?: throw Mistake("no ${it.name}")) }

/** Makes a call: its result, or its error. */
suspend fun call(
    face: Face,
    client: Any,
    name: String,
    args: JsonObject = JsonObject(emptyMap()),
    variables: Variables = Variables(),
    options: JsonObject? = null,
): Any {
    val copy = if (options == null) client else face.with(client) { set(options) }
    return try {
        when {
            operationOf(name) == "api_keys.rotate" -> {
                val rotation = Rotation(face, copy, args, variables)
                val (function, arguments) = bound(face, copy, name, rotation.args, variables, rotation.functions)
                Outcome(rotation.around { perform(name, function, arguments) })
            }

            name.endsWith(".events") -> {
                val (function, arguments) = bound(face, copy, name, args, variables)
                val told = function.parameters.first { it.name == "onEvent" }
                Outcome(
                    watched { events ->
                        val onEvent = face.hears<DeploymentEvent> { events += it }
                        perform(name, function, arguments + (told to onEvent))
                    },
                )
            }

            else -> {
                val (function, arguments) = bound(face, copy, name, args, variables)
                Outcome(perform(name, function, arguments))
            }
        }
    } catch (failed: SpiceCloudException) {
        failed
    } catch (failed: InvocationTargetException) {
        failed.targetException as? SpiceCloudException ?: throw failed.targetException
    }
}

/** Sets options by their names. */
fun CallOptions.set(options: JsonObject) {
    for ((name, value) in options) {
        when (name) {
            "timeout" -> timeout = value.jsonPrimitive.double.seconds
            "attempt_timeout" -> attemptTimeout = value.jsonPrimitive.double.seconds
            "max_retries" -> maxRetries = value.jsonPrimitive.int
            "org" -> org = value.jsonPrimitive.content
            "dedupe" -> dedupe = Dedupe.valueOf(value.jsonPrimitive.content.uppercase())
            "reconcile_timeout" -> reconcileTimeout = value.jsonPrimitive.double.seconds
            "headers" -> headers = value.jsonObject.mapValues { (_, text) -> Secret(text.jsonPrimitive.content) }
            else -> throw Mistake("there is no option $name")
        }
    }
}

/** A function with the arguments that a step gives it. */
private fun bound(
    face: Face,
    client: Any,
    name: String,
    args: JsonObject,
    variables: Variables,
    functions: Map<String, Any?> = emptyMap(),
): Pair<KFunction<*>, Map<KParameter, Any?>> {
    val parts = operationOf(name).split(".")
    val left = args.toMutableMap()
    val owner =
        when (parts[0]) {
            "client" -> client
            "runtime" -> runtime(client, left, variables)
            else -> resources(client)[camel(parts[0])]
        }
    val candidates =
        owner?.let {
            it::class.memberFunctions.filter { method ->
                method.name == face.named(camel(parts[1]))
            }
        }.orEmpty()
    val function =
        candidates.firstOrNull { fits(it, args, variables) } ?: candidates.firstOrNull()
            ?: throw Mistake("there is no call of the name $name")
    val arguments = mutableMapOf<KParameter, Any?>(function.parameters.first() to owner)
    // What is cleared is null under its own name.
    for (parameter in function.parameters.drop(1).sortedBy { it.name != "clear" }) {
        val given = functions[parameter.name] ?: argument(parameter, left, variables)
        if (given != null) arguments[parameter] = given
    }
    if (left.isNotEmpty()) throw Mistake("unknown arguments: ${left.keys.joinToString()}")
    return function to arguments
}

/** The runtime of an app, by its id or as an object, or of a key. */
private fun runtime(
    client: Any,
    left: MutableMap<String, JsonElement>,
    variables: Variables,
): Any? {
    val url = left.remove("url")?.jsonPrimitive?.content
    val key = left.remove("key")
    val app = left.remove("app")
    val of: Any =
        when {
            key != null -> Secret(key.jsonPrimitive.content)
            app != null -> variables.objectOf(app) ?: app.jsonPrimitive.long
            else -> throw Mistake("it is not said whose runtime is meant")
        }
    val ways = client::class.memberFunctions.filter { it.name == "runtime" }
    return ways.first { it.parameters[1].type.classifier == of::class }.call(client, of, url)
}

/** Whether an overload takes objects where objects are given, and ids where ids are. */
private fun fits(
    function: KFunction<*>,
    args: JsonObject,
    variables: Variables,
): Boolean =
    function.parameters.drop(1).all { parameter ->
        val isModel =
            (parameter.type.classifier as? KClass<*>)?.let {
                it.isSubclassOf(Model::class) &&
                    !it.isSubclassOf(Part::class)
            }
        val given = args[snake(parameter.name.orEmpty())] ?: return@all true
        isModel == (variables.objectOf(given) != null)
    }

private fun argument(
    parameter: KParameter,
    left: MutableMap<String, JsonElement>,
    variables: Variables,
): Any? {
    val name = snake(parameter.name.orEmpty())
    val kind = parameter.type.classifier as KClass<*>
    if (name == "clear") return cleared(left, parameter.type)
    val isObject = (name == "body" && kind != JsonElement::class) || name == "options"
    if (isObject) return body(kind, left)
    if (name == "is_idempotent" || name == "isIdempotent") return left.remove("idempotent")?.jsonPrimitive?.boolean
    val given = left.remove(name) ?: return null
    return variables.objectOf(given) ?: converted(given, parameter.type)
}

/** The fields that are null, as the set of them that a change takes. */
private fun cleared(
    left: MutableMap<String, JsonElement>,
    type: KType,
): Set<Any> {
    val names = left.filterValues { it is JsonNull }.keys.toList()
    names.forEach(left::remove)
    val fields = (type.arguments[0].type?.classifier as KClass<*>).java.enumConstants
    return names.map { name -> fields.first { (it as Enum<*>).name == name.uppercase() } }.toSet()
}

/** The object that a client for Java takes for the fields of a body. */
private fun body(
    kind: KClass<*>,
    left: MutableMap<String, JsonElement>,
): Any {
    val constructor = kind.primaryConstructor ?: throw Mistake("$kind cannot be made")
    val needed = constructor.parameters.associateWith { converted(left.remove(snake(it.name.orEmpty())) ?: JsonNull, it.type) }
    val made = constructor.callBy(needed)
    for (property in kind.memberProperties.filterIsInstance<KMutableProperty1<Any, Any?>>()) {
        val name = snake(property.name)
        if (name == "clear") {
            property.set(made, cleared(left, property.returnType))
        } else {
            left.remove(name)?.let { property.set(made, converted(it, property.returnType)) }
        }
    }
    return made
}

/** JSON as what a parameter takes. */
private fun converted(
    value: JsonElement,
    type: KType,
): Any? {
    val kind = type.classifier as KClass<*>
    return when {
        value is JsonNull -> {
            null
        }

        kind == String::class -> {
            value.jsonPrimitive.content
        }

        kind == Long::class -> {
            value.jsonPrimitive.long
        }

        kind == Int::class -> {
            value.jsonPrimitive.int
        }

        kind == Double::class -> {
            value.jsonPrimitive.double
        }

        kind == Boolean::class -> {
            value.jsonPrimitive.boolean
        }

        kind == Duration::class -> {
            value.jsonPrimitive.double.seconds
        }

        kind == java.time.Duration::class -> {
            value.jsonPrimitive.double.seconds.toJavaDuration()
        }

        kind == Secret::class -> {
            Secret(value.jsonPrimitive.content)
        }

        kind == JsonElement::class -> {
            value
        }

        kind == Document::class -> {
            if (value is JsonObject) Document(value) else Document(value.jsonPrimitive.content)
        }

        kind == List::class && type.arguments[0].type?.classifier == Pair::class -> {
            queryOf(value)
        }

        kind == List::class -> {
            value.jsonArray.map { converted(it, type.arguments[0].type ?: throw Mistake("$type")) }
        }

        kind == Map::class -> {
            value.jsonObject.mapValues { (_, inner) ->
                converted(
                    inner,
                    type.arguments[1].type ?: throw Mistake("$type"),
                )
            }
        }

        kind.isSubclassOf(Word::class) -> {
            wordOf(kind, value.jsonPrimitive.content)
        }

        kind.isSubclassOf(Part::class) -> {
            partOf(kind, value.jsonObject)
        }

        else -> {
            throw Mistake("nothing can be made a $type")
        }
    }
}

private fun queryOf(value: JsonElement): List<Pair<String, String>> =
    when (value) {
        is JsonObject -> {
            value.flatMap { (name, given) -> (given as? JsonArray ?: listOf(given)).map { name to (it as JsonPrimitive).content } }
        }

        else -> {
            value.jsonArray.map { it.jsonArray[0].jsonPrimitive.content to it.jsonArray[1].jsonPrimitive.content }
        }
    }

private fun wordOf(
    kind: KClass<*>,
    word: String,
): Any? =
    kind.companionObject
        ?.memberFunctions
        ?.first { it.name == "of" }
        ?.call(kind.companionObjectInstance, word)

private fun partOf(
    kind: KClass<*>,
    value: JsonObject,
): Any {
    val constructor = kind.constructors.first { it.visibility == KVisibility.PUBLIC && it.parameters.isNotEmpty() }
    val left = value.toMutableMap()
    val arguments =
        constructor.parameters
            .mapNotNull { parameter ->
                val given =
                    left.remove(snake(parameter.name.orEmpty())) ?: left.remove(snake(parameter.name.orEmpty()).replace('_', '-'))
                given?.let { parameter to converted(it, parameter.type) }
            }.toMap()
            .toMutableMap()
    if (left.isNotEmpty()) arguments[constructor.parameters.first { it.name == "extra" }] = left
    return constructor.callBy(arguments)
}
