package ai.spice.cloud

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.JsonUnquotedLiteral
import kotlin.time.Instant

/** Values as bytes, which the native library writes; its module `rows` says how. They are read from front to back. */
internal class Rows(
    private val bytes: ByteArray,
    private var place: Int = 0,
) {
    private val start = place

    /** A row of a model; its fields are then read in their order. */
    fun fields(): Fields =
        when (val kind = kind()) {
            MODEL -> Fields(this, count = byte())
            OBJECT -> Fields(this, count = 0)
            else -> unexpected(kind)
        }

    /** Whether a value is there. Null is read with this. */
    fun isThere(): Boolean {
        if (bytes[place].toInt() != NULL) return true
        place += 1
        return false
    }

    fun text(): String =
        when (val kind = kind()) {
            TEXT -> letters()
            LARGE -> letters()
            else -> unexpected(kind)
        }

    fun long(): Long =
        when (val kind = kind()) {
            WHOLE -> eight()
            else -> unexpected(kind)
        }

    fun double(): Double =
        when (val kind = kind()) {
            NUMBER -> Double.fromBits(eight())
            WHOLE -> eight().toDouble()
            LARGE -> letters().toDouble()
            else -> unexpected(kind)
        }

    fun flag(): Boolean =
        when (val kind = kind()) {
            TRUE -> true
            FALSE -> false
            else -> unexpected(kind)
        }

    /** A time, or the text of what is none. */
    fun timeOrText(): Any =
        when (val kind = kind()) {
            TIME -> Instant.fromEpochSeconds(eight(), four())
            TEXT -> letters()
            else -> unexpected(kind)
        }

    inline fun <T> listOf(item: Rows.() -> T): List<T> {
        val kind = kind()
        if (kind != LIST) unexpected(kind)
        val count = four()
        return List(count) { item() }
    }

    inline fun <T> mapOf(item: Rows.() -> T): Map<String, T> {
        val kind = kind()
        if (kind != OBJECT) unexpected(kind)
        return members { item() }
    }

    /** What stands behind the byte of an object, and at the end of a model. */
    inline fun <T> members(item: Rows.(name: String) -> T): Map<String, T> {
        val count = four()
        if (count == 0) return emptyMap()
        return buildMap(count) {
            repeat(count) {
                val name = letters()
                put(name, item(name))
            }
        }
    }

    /** An object of the SDK's own, member by member. What is null is passed over. */
    inline fun eachMember(member: Rows.(name: String) -> Unit) {
        val kind = kind()
        if (kind != OBJECT) unexpected(kind)
        repeat(four()) {
            val name = letters()
            if (isThere()) member(name)
        }
    }

    /** Whatever it is, as JSON. */
    fun json(): JsonElement =
        when (val kind = kind()) {
            NULL -> JsonNull
            FALSE -> JsonPrimitive(false)
            TRUE -> JsonPrimitive(true)
            WHOLE -> JsonPrimitive(eight())
            NUMBER -> JsonPrimitive(Double.fromBits(eight()))
            TEXT -> JsonPrimitive(letters())
            TIME -> JsonPrimitive(Instant.fromEpochSeconds(eight(), four()).toString())
            LIST -> JsonArray(List(four()) { json() })
            OBJECT -> JsonObject(members { json() })
            LARGE -> number(letters())
            else -> unexpected(kind)
        }

    /** Nothing stays of what was read: there was a key in it. */
    fun wipe(): Unit = bytes.fill(0, start, place)

    fun byte(): Int = bytes[place++].toInt() and 0xff

    fun four(): Int {
        val at = place
        place += Int.SIZE_BYTES
        var number = 0
        for (step in 0 until Int.SIZE_BYTES) number = (number shl Byte.SIZE_BITS) or (bytes[at + step].toInt() and 0xff)
        return number
    }

    fun eight(): Long = (four().toLong() shl Int.SIZE_BITS) or (four().toLong() and 0xffff_ffffL)

    fun letters(): String {
        val length = four()
        val text = String(bytes, place, length, Charsets.UTF_8)
        place += length
        return text
    }

    fun kind(): Int = byte()

    fun unexpected(kind: Int): Nothing = throw bug("the native library gave a value of kind $kind at $place")

    @OptIn(kotlinx.serialization.ExperimentalSerializationApi::class)
    private fun number(digits: String): JsonElement = JsonUnquotedLiteral(digits)

    companion object {
        const val NULL = 0
        const val FALSE = 1
        const val TRUE = 2
        const val WHOLE = 3
        const val NUMBER = 4
        const val TEXT = 5
        const val TIME = 6
        const val LIST = 7
        const val OBJECT = 8
        const val MODEL = 9
        const val LARGE = 10
    }
}

/** The row of a model. What is absent is null, and what follows the last field that is there is left out. */
internal class Fields(
    val rows: Rows,
    private val count: Int,
) {
    /** Texts that are no times. */
    private var strays: MutableMap<String, JsonElement>? = null

    fun has(place: Int): Boolean = place < count && rows.isThere()

    inline fun <T> optional(
        place: Int,
        read: Rows.() -> T,
    ): T? = if (has(place)) rows.read() else null

    inline fun <T> required(
        place: Int,
        name: String,
        read: Rows.() -> T,
    ): T = if (has(place)) rows.read() else throw bug("the native library gave no $name")

    inline fun <T> list(
        place: Int,
        item: Rows.() -> T,
    ): List<T> = if (has(place)) rows.listOf(item) else emptyList()

    inline fun <T> map(
        place: Int,
        item: Rows.() -> T,
    ): Map<String, T> = if (has(place)) rows.mapOf(item) else emptyMap()

    /** A time. A text that is none is kept among the other members. */
    fun time(
        place: Int,
        name: String,
    ): Instant? {
        if (!has(place)) return null
        val told = rows.timeOrText()
        if (told is Instant) return told
        strays = (strays ?: mutableMapOf()).also { it[name] = JsonPrimitive(told.toString()) }
        return null
    }

    /** The members that the SDK does not know. */
    fun others(): Map<String, JsonElement> {
        val others = rows.members { json() }
        return strays?.plus(others) ?: others
    }
}
