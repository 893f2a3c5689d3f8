package ai.spice.cloud

import ai.spice.cloud.internal.UniffiLib
import ai.spice.cloud.internal.sessionClose
import ai.spice.cloud.internal.sessionDrop
import ai.spice.cloud.internal.sessionOpen
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject

/** What a client and its copies share. */
internal class Connection(
    val session: Long,
    val tokenProvider: TokenProvider?,
    val log: Log,
)

/** Makes the calls of a client. */
internal class Caller private constructor(
    private val connection: Connection,
    /** What the client's description shows. */
    private val shown: String,
    private val overrides: Map<String, JsonElement>,
) {
    companion object {
        /** Opens a client. */
        fun open(options: ClientOptions): Caller {
            val session = native { sessionOpen(Hub.number, options.settings().toString()) }.toLong()
            val log = Log(session, options)
            val connection = Connection(session, options.tokenProvider, log)
            // What is called later must not hold the connection.
            UniffiLib.CLEANER.register(connection) {
                Hub.forget(session)
                native { sessionDrop(session.toULong()) }
            }
            return Caller(connection, options.shown(), emptyMap())
        }
    }

    /** A caller over the same connection that does some things differently. */
    fun with(changes: Map<String, JsonElement>): Caller = Caller(connection, shown, merged(overrides, changes))

    /** A caller whose calls are of something, such as the runtime of a key. That shows nowhere. */
    fun bound(
        of: JsonObject,
        url: String?,
    ): Caller = with(mapOf("runtime" to JsonObject(of + sent(emptyList()) { put("url", url) })))

    /** Ends all calls, and refuses later ones. */
    fun close() {
        native { sessionClose(connection.session.toULong()) }
        connection.log.drain()
    }

    override fun toString(): String = shown

    /** Makes a call that gives an object. */
    suspend fun <T> call(
        operation: String,
        params: Params,
        read: (Rows, Meta) -> T,
    ): T {
        val step = start(operation, params).next()
        return read(step.rows, step.meta)
    }

    /** Makes a call that gives an object or nothing. */
    suspend fun <T> optional(
        operation: String,
        params: Params,
        read: (Rows, Meta) -> T,
    ): T? {
        val step = start(operation, params).next()
        return if (step.rows.isThere()) read(step.rows, step.meta) else null
    }

    /** Makes a call that gives a whole list. */
    suspend fun <T> list(
        operation: String,
        params: Params,
        read: (Rows, Meta) -> T,
    ): List<T> = items(start(operation, params).next(), read)

    /** Makes a call that gives nothing. */
    suspend fun perform(
        operation: String,
        params: Params,
    ) {
        start(operation, params).next()
    }

    /** A list that comes in pages; nothing is sent before they are wanted. */
    fun <T> pages(
        operation: String,
        params: (pageSize: Int?, limit: Int?) -> Params,
        pageSize: Int?,
        limit: Int?,
        read: (Rows, Meta) -> T,
    ): Pager<T> {
        // What is wrong is said at once.
        params(pageSize, limit)
        return Pager({ size, most -> start(operation, params(size, most)) }, { items(it, read) }, pageSize, limit)
    }

    /** Makes a call that tells of its steps, and may ask for something to be done. */
    suspend fun <E, T> follow(
        operation: String,
        params: Params,
        readEvent: (Rows, Meta) -> E,
        onEvent: suspend (E) -> Unit,
        read: (Rows, Meta) -> T,
        keeper: Keeper? = null,
    ): T {
        val call = start(operation, params)
        try {
            while (true) {
                val step = call.next(keeper)
                if (!step.isEvent) return read(step.rows, step.meta)
                onEvent(readEvent(step.rows, step.meta))
            }
        } finally {
            call.giveUp()
        }
    }

    /** Makes a call that gives something step by step. */
    fun <T : Any> stream(
        operation: String,
        params: Params,
        read: (Rows, Meta) -> T,
    ): Steps<T> = Steps({ start(operation, params) }, { read(it.rows, it.meta) })

    private fun <T> items(
        step: Step,
        read: (Rows, Meta) -> T,
    ): List<T> = step.rows.listOf { read(this, step.meta) }

    private fun start(
        operation: String,
        params: Params,
    ): Conversation {
        val members = if (overrides.isEmpty()) params.members else params.members + ("options" to JsonObject(overrides))
        return Conversation(connection, "$operation\n${JsonObject(members)}")
    }
}
