// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/**
 * What watches the figures of an app, and tells people.
 *
 * It waits in the thread that calls it.
 */
public class MonitorsBlocking internal constructor(
    private val inner: MonitorsResource,
) {
    /**
     * Lists the monitors of an app.
     *
     * `GET /v1/apps/{app_id}/monitors`, scope `monitors:read`.
     *
     * @param app Identifier of the app.
     * @throws SpiceCloudException As [MonitorsResource.list] says.
     */
    public fun list(app: Long): List<Monitor> =
        waitFor { inner.list(app) }

    /** The same for an object that was read. */
    public fun list(app: App): List<Monitor> =
        waitFor { inner.list(app.id) }

    /**
     * Watches a figure of an app, and tells people when it is out of bounds. It is live at once.
     *
     * `POST /v1/apps/{app_id}/monitors`, scope `monitors:write`.
     *
     * @param app Identifier of the app.
     * @param body What is sent.
     * @throws SpiceCloudException As [MonitorsResource.create] says.
     */
    public fun create(
        app: Long,
        body: CreateMonitor,
    ): Monitor =
        waitFor {
            inner.create(
                app,
                body.name,
                body.templateId,
                body.spec,
                body.description,
                body.status,
                body.targets,
                body.recipientUserIds,
                body.extra,
            )
        }

    /** The same for an object that was read. */
    public fun create(
        app: App,
        body: CreateMonitor,
    ): Monitor =
        waitFor {
            inner.create(
                app.id,
                body.name,
                body.templateId,
                body.spec,
                body.description,
                body.status,
                body.targets,
                body.recipientUserIds,
                body.extra,
            )
        }

    /**
     * Reads a monitor of an app.
     *
     * `GET /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:read`.
     *
     * @param app Identifier of the app.
     * @param monitor Identifier of the monitor, a UUID.
     * @throws SpiceCloudException As [MonitorsResource.get] says.
     */
    public fun get(
        app: Long,
        monitor: String,
    ): Monitor =
        waitFor { inner.get(app, monitor) }

    /** The same for an object that was read. */
    public fun get(
        app: App,
        monitor: String,
    ): Monitor =
        waitFor { inner.get(app.id, monitor) }

    /**
     * Changes what is named and leaves the rest. A `spec` or `targets` that is given replaces the
     * whole of it.
     *
     * `PATCH /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:write`.
     *
     * @param app Identifier of the app.
     * @param monitor Identifier of the monitor, a UUID.
     * @param body What is sent.
     * @throws SpiceCloudException As [MonitorsResource.update] says.
     */
    @JvmOverloads
    public fun update(
        app: Long,
        monitor: String,
        body: UpdateMonitor = UpdateMonitor(),
    ): Monitor =
        waitFor {
            inner.update(
                app,
                monitor,
                body.name,
                body.description,
                body.status,
                body.templateId,
                body.spec,
                body.targets,
                body.recipientUserIds,
                body.clear,
                body.extra,
            )
        }

    /** The same for an object that was read. */
    @JvmOverloads
    public fun update(
        app: App,
        monitor: String,
        body: UpdateMonitor = UpdateMonitor(),
    ): Monitor =
        waitFor {
            inner.update(
                app.id,
                monitor,
                body.name,
                body.description,
                body.status,
                body.templateId,
                body.spec,
                body.targets,
                body.recipientUserIds,
                body.clear,
                body.extra,
            )
        }

    /**
     * Deletes a monitor for good.
     *
     * `DELETE /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:write`.
     *
     * @param app Identifier of the app.
     * @param monitor Identifier of the monitor, a UUID.
     * @throws SpiceCloudException As [MonitorsResource.delete] says.
     */
    public fun delete(
        app: Long,
        monitor: String,
    ): Unit =
        waitFor { inner.delete(app, monitor) }

    /** The same for an object that was read. */
    public fun delete(
        app: App,
        monitor: String,
    ): Unit =
        waitFor { inner.delete(app.id, monitor) }
}
