// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import kotlinx.serialization.json.JsonElement

/** Members of the organization. */
public class MembersResource internal constructor(
    private val caller: Caller,
) {
    /**
     * Lists the members of the organization.
     *
     * `GET /v1/members`, scope `members:read`.
     *
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun list(): List<Member> =
        caller.list("members.list", Params(), ::readMember)

    /**
     * Adds a user to the organization. The user must have signed in to Spice.ai once.
     *
     * `POST /v1/members`, scope `members:write`.
     *
     * @param username Spice.ai user name; the user must have signed in once.
     * @param roles Roles; `member` when left out.
     * @param extra Further members to send as they are, for what this version does not know.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws ConflictException It conflicts with what is there.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun add(
        username: String,
        roles: List<MemberRole>? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): Member {
        val body =
            sent(emptyList(), extra) {
                put("username", username)
                put("roles", roles)
            }
        return caller.call("members.add", Params(body = body), ::readMember)
    }

    /**
     * Reads a member of the organization.
     *
     * `GET /v1/members/{user_id}`, scope `members:read`.
     *
     * @param user Identifier of the user.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun get(user: Long): Member {
        val path = members("user_id" to user)
        return caller.call("members.get", Params(path = path), ::readMember)
    }

    /** The same for an object that was read. */
    public suspend fun get(user: Member): Member =
        get(user.userId)

    /**
     * Replaces all roles of a member. Owners cannot be changed.
     *
     * `PATCH /v1/members/{user_id}`, scope `members:write`.
     *
     * @param user Identifier of the user.
     * @param roles Every role that the member shall have.
     * @param extra Further members to send as they are, for what this version does not know.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun update(
        user: Long,
        roles: List<MemberRole>,
        extra: Map<String, JsonElement> = emptyMap(),
    ): Member {
        val path = members("user_id" to user)
        val body =
            sent(emptyList(), extra) {
                put("roles", roles)
            }
        return caller.call("members.update", Params(path = path, body = body), ::readMember)
    }

    /** The same for an object that was read. */
    public suspend fun update(
        user: Member,
        roles: List<MemberRole>,
        extra: Map<String, JsonElement> = emptyMap(),
    ): Member =
        update(user.userId, roles, extra)

    /**
     * Removes a member from the organization. Owners cannot be removed.
     *
     * `DELETE /v1/members/{user_id}`, scope `members:delete`.
     *
     * @param user Identifier of the user.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun remove(user: Long) {
        val path = members("user_id" to user)
        caller.perform("members.remove", Params(path = path))
    }

    /** The same for an object that was read. */
    public suspend fun remove(user: Member): Unit =
        remove(user.userId)
}
