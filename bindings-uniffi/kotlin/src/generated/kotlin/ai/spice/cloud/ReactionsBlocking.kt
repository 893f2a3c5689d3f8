// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/**
 * What watches the data of an app, and tells people.
 *
 * It waits in the thread that calls it.
 */
public class ReactionsBlocking internal constructor(
    private val inner: ReactionsResource,
) {
    /**
     * Lists the reactions of an app.
     *
     * `GET /v1/apps/{app_id}/reactions`, scope `reactions:read`.
     *
     * @param app Identifier of the app.
     * @throws SpiceCloudException As [ReactionsResource.list] says.
     */
    public fun list(app: Long): List<Reaction> =
        waitFor { inner.list(app) }

    /** The same for an object that was read. */
    public fun list(app: App): List<Reaction> =
        waitFor { inner.list(app.id) }

    /**
     * Watches the data of an app, and tells people when a query matches. It is live at once.
     *
     * `POST /v1/apps/{app_id}/reactions`, scope `reactions:write`.
     *
     * @param app Identifier of the app.
     * @param body What is sent.
     * @throws SpiceCloudException As [ReactionsResource.create] says.
     */
    public fun create(
        app: Long,
        body: CreateReaction,
    ): Reaction =
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
        body: CreateReaction,
    ): Reaction =
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
     * Reads a reaction of an app.
     *
     * `GET /v1/apps/{app_id}/reactions/{reaction}`, scope `reactions:read`.
     *
     * @param app Identifier of the app.
     * @param reaction Identifier of the reaction, a UUID.
     * @throws SpiceCloudException As [ReactionsResource.get] says.
     */
    public fun get(
        app: Long,
        reaction: String,
    ): Reaction =
        waitFor { inner.get(app, reaction) }

    /** The same for an object that was read. */
    public fun get(
        app: App,
        reaction: String,
    ): Reaction =
        waitFor { inner.get(app.id, reaction) }

    /**
     * Changes what is named and leaves the rest. A `spec` or `targets` that is given replaces the
     * whole of it.
     *
     * `PATCH /v1/apps/{app_id}/reactions/{reaction}`, scope `reactions:write`.
     *
     * @param app Identifier of the app.
     * @param reaction Identifier of the reaction, a UUID.
     * @param body What is sent.
     * @throws SpiceCloudException As [ReactionsResource.update] says.
     */
    @JvmOverloads
    public fun update(
        app: Long,
        reaction: String,
        body: UpdateReaction = UpdateReaction(),
    ): Reaction =
        waitFor {
            inner.update(
                app,
                reaction,
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
        reaction: String,
        body: UpdateReaction = UpdateReaction(),
    ): Reaction =
        waitFor {
            inner.update(
                app.id,
                reaction,
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
     * Deletes a reaction for good.
     *
     * `DELETE /v1/apps/{app_id}/reactions/{reaction}`, scope `reactions:write`.
     *
     * @param app Identifier of the app.
     * @param reaction Identifier of the reaction, a UUID.
     * @throws SpiceCloudException As [ReactionsResource.delete] says.
     */
    public fun delete(
        app: Long,
        reaction: String,
    ): Unit =
        waitFor { inner.delete(app, reaction) }

    /** The same for an object that was read. */
    public fun delete(
        app: App,
        reaction: String,
    ): Unit =
        waitFor { inner.delete(app.id, reaction) }
}
