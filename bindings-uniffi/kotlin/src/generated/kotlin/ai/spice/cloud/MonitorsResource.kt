// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import kotlinx.serialization.json.JsonElement

/** What watches the figures of an app, and tells people. */
public class MonitorsResource internal constructor(
    private val caller: Caller,
) {
    /**
     * Lists the monitors of an app.
     *
     * `GET /v1/apps/{app_id}/monitors`, scope `monitors:read`.
     *
     * @param app Identifier of the app.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun list(app: Long): List<Monitor> {
        val path = members("app_id" to app)
        return caller.list("monitors.list", Params(path = path), ::readMonitor)
    }

    /** The same for an object that was read. */
    public suspend fun list(app: App): List<Monitor> =
        list(app.id)

    /**
     * Watches a figure of an app, and tells people when it is out of bounds. It is live at once.
     *
     * `POST /v1/apps/{app_id}/monitors`, scope `monitors:write`.
     *
     * @param app Identifier of the app.
     * @param name Name, unique over the monitors and reactions of an app whatever the case.
     * @param templateId What the monitor watches.
     * @param spec When the monitor fires.
     * @param description Free text.
     * @param status Whether it is switched on; active when left out.
     * @param targets Where people are told: one to three, at most one of each kind. Whoever makes
     *   the call, by e-mail, when left out.
     * @param recipientUserIds Members who get the e-mail, at most 50. Whoever makes the call when
     *   left out; an empty list for none.
     * @param extra Further members to send as they are, for what this version does not know.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws ConflictException It conflicts with what is there.
     * @throws UnprocessableException It is understood, and cannot be done as things are.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun create(
        app: Long,
        name: String,
        templateId: MonitorTemplate,
        spec: MonitorSpec,
        description: String? = null,
        status: AlertStatus? = null,
        targets: List<AlertTarget>? = null,
        recipientUserIds: List<Long>? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): Monitor {
        val path = members("app_id" to app)
        val body =
            sent(emptyList(), extra) {
                put("name", name)
                put("templateId", templateId)
                put("spec", spec)
                put("description", description)
                put("status", status)
                put("targets", targets)
                put("recipientUserIds", recipientUserIds)
            }
        return caller.call("monitors.create", Params(path = path, body = body), ::readMonitor)
    }

    /** The same for an object that was read. */
    public suspend fun create(
        app: App,
        name: String,
        templateId: MonitorTemplate,
        spec: MonitorSpec,
        description: String? = null,
        status: AlertStatus? = null,
        targets: List<AlertTarget>? = null,
        recipientUserIds: List<Long>? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): Monitor =
        create(
            app.id,
            name,
            templateId,
            spec,
            description,
            status,
            targets,
            recipientUserIds,
            extra,
        )

    /**
     * Reads a monitor of an app.
     *
     * `GET /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:read`.
     *
     * @param app Identifier of the app.
     * @param monitor Identifier of the monitor, a UUID.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun get(
        app: Long,
        monitor: String,
    ): Monitor {
        val path = members("app_id" to app, "monitor" to monitor)
        return caller.call("monitors.get", Params(path = path), ::readMonitor)
    }

    /** The same for an object that was read. */
    public suspend fun get(
        app: App,
        monitor: String,
    ): Monitor =
        get(app.id, monitor)

    /**
     * Changes what is named and leaves the rest. A `spec` or `targets` that is given replaces the
     * whole of it.
     *
     * `PATCH /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:write`.
     *
     * @param app Identifier of the app.
     * @param monitor Identifier of the monitor, a UUID.
     * @param name Name, unique over the monitors and reactions of an app whatever the case.
     * @param description Free text; null removes it.
     * @param status Whether it is switched on.
     * @param templateId What the monitor watches; another needs a `spec` as well.
     * @param spec Replaces the whole of when it fires.
     * @param targets Replaces all of where people are told: one to three, at most one of each kind.
     * @param recipientUserIds Replaces the members who get the e-mail, at most 50; an empty list
     *   for none.
     * @param clear What is cleared; what is null here is left as it is.
     * @param extra Further members to send as they are, for what this version does not know.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws ConflictException It conflicts with what is there.
     * @throws UnprocessableException It is understood, and cannot be done as things are.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun update(
        app: Long,
        monitor: String,
        name: String? = null,
        description: String? = null,
        status: AlertStatus? = null,
        templateId: MonitorTemplate? = null,
        spec: MonitorSpec? = null,
        targets: List<AlertTarget>? = null,
        recipientUserIds: List<Long>? = null,
        clear: Set<UpdateMonitorField> = emptySet(),
        extra: Map<String, JsonElement> = emptyMap(),
    ): Monitor {
        val path = members("app_id" to app, "monitor" to monitor)
        val body =
            sent(clear.map { it.wire }, extra) {
                put("name", name)
                put("description", description)
                put("status", status)
                put("templateId", templateId)
                put("spec", spec)
                put("targets", targets)
                put("recipientUserIds", recipientUserIds)
            }
        return caller.call("monitors.update", Params(path = path, body = body), ::readMonitor)
    }

    /** The same for an object that was read. */
    public suspend fun update(
        app: App,
        monitor: String,
        name: String? = null,
        description: String? = null,
        status: AlertStatus? = null,
        templateId: MonitorTemplate? = null,
        spec: MonitorSpec? = null,
        targets: List<AlertTarget>? = null,
        recipientUserIds: List<Long>? = null,
        clear: Set<UpdateMonitorField> = emptySet(),
        extra: Map<String, JsonElement> = emptyMap(),
    ): Monitor =
        update(
            app.id,
            monitor,
            name,
            description,
            status,
            templateId,
            spec,
            targets,
            recipientUserIds,
            clear,
            extra,
        )

    /**
     * Deletes a monitor for good.
     *
     * `DELETE /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:write`.
     *
     * @param app Identifier of the app.
     * @param monitor Identifier of the monitor, a UUID.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun delete(
        app: Long,
        monitor: String,
    ) {
        val path = members("app_id" to app, "monitor" to monitor)
        caller.perform("monitors.delete", Params(path = path))
    }

    /** The same for an object that was read. */
    public suspend fun delete(
        app: App,
        monitor: String,
    ): Unit =
        delete(app.id, monitor)
}
