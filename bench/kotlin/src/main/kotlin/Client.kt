// The clients that are measured: each reads an app, and a page of 100 apps. A process has only the one that it is asked for.

import ai.spice.cloud.ClientOptions
import ai.spice.cloud.Secret
import ai.spice.cloud.SpiceCloud
import ai.spice.cloud.SpiceCloudBlocking
import com.fasterxml.jackson.databind.json.JsonMapper
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule
import com.fasterxml.jackson.module.kotlin.kotlinModule
import com.fasterxml.jackson.module.kotlin.readValue
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.future.await
import kotlinx.coroutines.suspendCancellableCoroutine
import kotlinx.serialization.json.Json
import okhttp3.Call
import okhttp3.Callback
import okhttp3.ConnectionPool
import okhttp3.Dispatcher
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.Response
import java.io.IOException
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.util.concurrent.TimeUnit
import kotlin.coroutines.resume
import kotlin.coroutines.resumeWithException

/** How many connections each may have. */
private const val CONNECTIONS = 64

private const val TOKEN = "example-token"

/** A client whose calls wait in their thread, or in their coroutine. Each gives what was read: an id, and how many apps. */
sealed interface Client {
    interface Waiting : Client {
        fun one(): Long

        fun page(): Int
    }

    interface Suspending : Client {
        suspend fun one(): Long

        suspend fun page(): Int
    }
}

/** A client by its name. */
fun clientOf(
    name: String,
    url: String,
): Client =
    when (name) {
        "spice-cloud" -> Ours(url)
        "spice-cloud-blocking" -> OursWaiting(url)
        "okhttp" -> OkHttpWaiting(url)
        "okhttp-coroutines" -> OkHttp(url)
        "java" -> JavaWaiting(url)
        "java-async" -> Java(url)
        else -> error("there is no client $name")
    }

private fun ClientOptions.with(url: String) {
    baseUrl = url
    token = Secret(TOKEN)
    maxInFlight = CONNECTIONS
}

private class Ours(
    url: String,
) : Client.Suspending {
    private val client = SpiceCloud { with(url) }

    override suspend fun one(): Long = client.apps.get(1).id

    override suspend fun page(): Int =
        client.apps
            .list(limit = 100)
            .toList()
            .size
}

private class OursWaiting(
    url: String,
) : Client.Waiting {
    private val client = SpiceCloudBlocking(ClientOptions().apply { with(url) })

    override fun one(): Long = client.apps.get(1).id

    override fun page(): Int =
        client.apps
            .list(limit = 100)
            .toList()
            .size
}

private abstract class OkHttpBase(
    private val url: String,
) {
    private val json = Json { ignoreUnknownKeys = true }

    protected val client: OkHttpClient =
        OkHttpClient
            .Builder()
            .connectionPool(ConnectionPool(CONNECTIONS, 5, TimeUnit.MINUTES))
            .dispatcher(
                Dispatcher().apply {
                    maxRequests = CONNECTIONS
                    maxRequestsPerHost = CONNECTIONS
                },
            ).build()

    protected fun request(path: String): Request =
        Request
            .Builder()
            .url(url + path)
            .header("Authorization", "Bearer $TOKEN")
            .build()

    protected fun app(response: Response): App = json.decodeFromString(text(response))

    protected fun apps(response: Response): Page = json.decodeFromString(text(response))

    private fun text(response: Response): String =
        response.use {
            check(it.code == 200) { it.code }
            it.body.string()
        }
}

private class OkHttpWaiting(
    url: String,
) : OkHttpBase(url),
    Client.Waiting {
    override fun one(): Long = app(client.newCall(request("/v1/apps/1")).execute()).id

    override fun page(): Int = apps(client.newCall(request("/v1/apps?limit=100")).execute()).apps.size
}

private class OkHttp(
    url: String,
) : OkHttpBase(url),
    Client.Suspending {
    override suspend fun one(): Long = app(send("/v1/apps/1")).id

    override suspend fun page(): Int = apps(send("/v1/apps?limit=100")).apps.size

    private suspend fun send(path: String): Response =
        suspendCancellableCoroutine { waiting ->
            val call = client.newCall(request(path))
            waiting.invokeOnCancellation { call.cancel() }
            call.enqueue(
                object : Callback {
                    override fun onFailure(
                        call: Call,
                        e: IOException,
                    ) = waiting.resumeWithException(e)

                    override fun onResponse(
                        call: Call,
                        response: Response,
                    ) = waiting.resume(response)
                },
            )
        }
}

private abstract class JavaBase(
    private val url: String,
) {
    protected val mapper: JsonMapper =
        JsonMapper
            .builder()
            .addModule(kotlinModule())
            .addModule(JavaTimeModule())
            .build()

    protected val client: HttpClient = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()

    protected fun request(path: String): HttpRequest =
        HttpRequest
            .newBuilder(URI(url + path))
            .header("Authorization", "Bearer $TOKEN")
            .build()

    protected fun app(response: HttpResponse<ByteArray>): JacksonApp = mapper.readValue(body(response))

    protected fun apps(response: HttpResponse<ByteArray>): JacksonPage = mapper.readValue(body(response))

    private fun body(response: HttpResponse<ByteArray>): ByteArray {
        check(response.statusCode() == 200) { response.statusCode() }
        return response.body()
    }
}

private class JavaWaiting(
    url: String,
) : JavaBase(url),
    Client.Waiting {
    override fun one(): Long = app(send("/v1/apps/1")).id

    override fun page(): Int = apps(send("/v1/apps?limit=100")).apps.size

    private fun send(path: String) = client.send(request(path), HttpResponse.BodyHandlers.ofByteArray())
}

private class Java(
    url: String,
) : JavaBase(url),
    Client.Suspending {
    override suspend fun one(): Long = app(send("/v1/apps/1")).id

    override suspend fun page(): Int = apps(send("/v1/apps?limit=100")).apps.size

    private suspend fun send(path: String) = client.sendAsync(request(path), HttpResponse.BodyHandlers.ofByteArray()).await()
}
