// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import kotlinx.serialization.json.JsonElement

/** What watches the data of an app, and tells people. */
public class ReactionsResource internal constructor(
    private val caller: Caller,
) {
    /**
     * Lists the reactions of an app.
     *
     * `GET /v1/apps/{app_id}/reactions`, scope `reactions:read`.
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
    public suspend fun list(app: Long): List<Reaction> {
        val path = members("app_id" to app)
        return caller.list("reactions.list", Params(path = path), ::readReaction)
    }

    /** The same for an object that was read. */
    public suspend fun list(app: App): List<Reaction> =
        list(app.id)

    /**
     * Watches the data of an app, and tells people when a query matches. It is live at once.
     *
     * `POST /v1/apps/{app_id}/reactions`, scope `reactions:write`.
     *
     * @param app Identifier of the app.
     * @param name Name, unique over the monitors and reactions of an app whatever the case.
     * @param templateId What the reaction watches.
     * @param spec When the reaction fires.
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
        templateId: ReactionTemplate,
        spec: ReactionSpec,
        description: String? = null,
        status: AlertStatus? = null,
        targets: List<AlertTarget>? = null,
        recipientUserIds: List<Long>? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): Reaction {
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
        return caller.call("reactions.create", Params(path = path, body = body), ::readReaction)
    }

    /** The same for an object that was read. */
    public suspend fun create(
        app: App,
        name: String,
        templateId: ReactionTemplate,
        spec: ReactionSpec,
        description: String? = null,
        status: AlertStatus? = null,
        targets: List<AlertTarget>? = null,
        recipientUserIds: List<Long>? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): Reaction =
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
     * Reads a reaction of an app.
     *
     * `GET /v1/apps/{app_id}/reactions/{reaction}`, scope `reactions:read`.
     *
     * @param app Identifier of the app.
     * @param reaction Identifier of the reaction, a UUID.
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
        reaction: String,
    ): Reaction {
        val path = members("app_id" to app, "reaction" to reaction)
        return caller.call("reactions.get", Params(path = path), ::readReaction)
    }

    /** The same for an object that was read. */
    public suspend fun get(
        app: App,
        reaction: String,
    ): Reaction =
        get(app.id, reaction)

    /**
     * Changes what is named and leaves the rest. A `spec` or `targets` that is given replaces the
     * whole of it.
     *
     * `PATCH /v1/apps/{app_id}/reactions/{reaction}`, scope `reactions:write`.
     *
     * @param app Identifier of the app.
     * @param reaction Identifier of the reaction, a UUID.
     * @param name Name, unique over the monitors and reactions of an app whatever the case.
     * @param description Free text; null removes it.
     * @param status Whether it is switched on.
     * @param templateId What the reaction watches; another needs a `spec` as well.
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
        reaction: String,
        name: String? = null,
        description: String? = null,
        status: AlertStatus? = null,
        templateId: ReactionTemplate? = null,
        spec: ReactionSpec? = null,
        targets: List<AlertTarget>? = null,
        recipientUserIds: List<Long>? = null,
        clear: Set<UpdateReactionField> = emptySet(),
        extra: Map<String, JsonElement> = emptyMap(),
    ): Reaction {
        val path = members("app_id" to app, "reaction" to reaction)
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
        return caller.call("reactions.update", Params(path = path, body = body), ::readReaction)
    }

    /** The same for an object that was read. */
    public suspend fun update(
        app: App,
        reaction: String,
        name: String? = null,
        description: String? = null,
        status: AlertStatus? = null,
        templateId: ReactionTemplate? = null,
        spec: ReactionSpec? = null,
        targets: List<AlertTarget>? = null,
        recipientUserIds: List<Long>? = null,
        clear: Set<UpdateReactionField> = emptySet(),
        extra: Map<String, JsonElement> = emptyMap(),
    ): Reaction =
        update(
            app.id,
            reaction,
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
     * Deletes a reaction for good.
     *
     * `DELETE /v1/apps/{app_id}/reactions/{reaction}`, scope `reactions:write`.
     *
     * @param app Identifier of the app.
     * @param reaction Identifier of the reaction, a UUID.
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
        reaction: String,
    ) {
        val path = members("app_id" to app, "reaction" to reaction)
        caller.perform("reactions.delete", Params(path = path))
    }

    /** The same for an object that was read. */
    public suspend fun delete(
        app: App,
        reaction: String,
    ): Unit =
        delete(app.id, reaction)
}
