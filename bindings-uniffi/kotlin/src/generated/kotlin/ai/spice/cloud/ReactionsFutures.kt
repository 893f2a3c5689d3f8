// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import java.util.concurrent.CompletableFuture

/**
 * What watches the data of an app, and tells people.
 *
 * It gives futures; cancelling one drops its request.
 */
public class ReactionsFutures internal constructor(
    private val inner: ReactionsResource,
) {
    /**
     * Lists the reactions of an app.
     *
     * `GET /v1/apps/{app_id}/reactions`, scope `reactions:read`.
     *
     * @param app Identifier of the app.
     * @throws SpiceCloudException As [ReactionsResource.list] says, through the future.
     */
    public fun list(app: Long): CompletableFuture<List<Reaction>> =
        later { inner.list(app) }

    /** The same for an object that was read. */
    public fun list(app: App): CompletableFuture<List<Reaction>> =
        later { inner.list(app.id) }

    /**
     * Watches the data of an app, and tells people when a query matches. It is live at once.
     *
     * `POST /v1/apps/{app_id}/reactions`, scope `reactions:write`.
     *
     * @param app Identifier of the app.
     * @param body What is sent.
     * @throws SpiceCloudException As [ReactionsResource.create] says, through the future.
     */
    public fun create(
        app: Long,
        body: CreateReaction,
    ): CompletableFuture<Reaction> =
        later {
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
    ): CompletableFuture<Reaction> =
        later {
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
     * @throws SpiceCloudException As [ReactionsResource.get] says, through the future.
     */
    public fun get(
        app: Long,
        reaction: String,
    ): CompletableFuture<Reaction> =
        later { inner.get(app, reaction) }

    /** The same for an object that was read. */
    public fun get(
        app: App,
        reaction: String,
    ): CompletableFuture<Reaction> =
        later { inner.get(app.id, reaction) }

    /**
     * Changes what is named and leaves the rest. A `spec` or `targets` that is given replaces the
     * whole of it.
     *
     * `PATCH /v1/apps/{app_id}/reactions/{reaction}`, scope `reactions:write`.
     *
     * @param app Identifier of the app.
     * @param reaction Identifier of the reaction, a UUID.
     * @param body What is sent.
     * @throws SpiceCloudException As [ReactionsResource.update] says, through the future.
     */
    @JvmOverloads
    public fun update(
        app: Long,
        reaction: String,
        body: UpdateReaction = UpdateReaction(),
    ): CompletableFuture<Reaction> =
        later {
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
    ): CompletableFuture<Reaction> =
        later {
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
     * @throws SpiceCloudException As [ReactionsResource.delete] says, through the future.
     */
    public fun delete(
        app: Long,
        reaction: String,
    ): CompletableFuture<Void?> =
        laterNothing { inner.delete(app, reaction) }

    /** The same for an object that was read. */
    public fun delete(
        app: App,
        reaction: String,
    ): CompletableFuture<Void?> =
        laterNothing { inner.delete(app.id, reaction) }
}
