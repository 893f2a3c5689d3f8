// What people write by hand to read an app: one class for each way to read JSON, with all fields of an app.

import com.fasterxml.jackson.annotation.JsonIgnoreProperties
import com.fasterxml.jackson.annotation.JsonProperty
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.JsonElement
import kotlin.time.Instant

@Serializable
data class App(
    val id: Long,
    val name: String,
    val description: String? = null,
    val visibility: String? = null,
    @SerialName("created_at") val createdAt: Instant? = null,
    val region: String? = null,
    val cname: String? = null,
    @SerialName("cluster_id") val clusterId: String? = null,
    @SerialName("cluster_name") val clusterName: String? = null,
    val endpoint: String? = null,
    @SerialName("production_branch") val productionBranch: String? = null,
    @SerialName("api_key") val apiKey: String? = null,
    val tags: Map<String, String> = emptyMap(),
    val warning: String? = null,
    @SerialName("forked_from") val forkedFrom: JsonElement? = null,
    val config: JsonElement? = null,
)

@Serializable
data class Page(
    val apps: List<App>,
)

@JsonIgnoreProperties(ignoreUnknown = true)
data class JacksonApp(
    val id: Long,
    val name: String,
    val description: String? = null,
    val visibility: String? = null,
    @param:JsonProperty("created_at") val createdAt: java.time.Instant? = null,
    val region: String? = null,
    val cname: String? = null,
    @param:JsonProperty("cluster_id") val clusterId: String? = null,
    @param:JsonProperty("cluster_name") val clusterName: String? = null,
    val endpoint: String? = null,
    @param:JsonProperty("production_branch") val productionBranch: String? = null,
    @param:JsonProperty("api_key") val apiKey: String? = null,
    val tags: Map<String, String> = emptyMap(),
    val warning: String? = null,
    @param:JsonProperty("forked_from") val forkedFrom: com.fasterxml.jackson.databind.JsonNode? = null,
    val config: com.fasterxml.jackson.databind.JsonNode? = null,
)

@JsonIgnoreProperties(ignoreUnknown = true)
data class JacksonPage(
    val apps: List<JacksonApp>,
)
