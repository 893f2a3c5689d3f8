// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/**
 * Members of the organization.
 *
 * It waits in the thread that calls it.
 */
public class MembersBlocking internal constructor(
    private val inner: MembersResource,
) {
    /**
     * Lists the members of the organization.
     *
     * `GET /v1/members`, scope `members:read`.
     *
     * @throws SpiceCloudException As [MembersResource.list] says.
     */
    public fun list(): List<Member> =
        waitFor { inner.list() }

    /**
     * Adds a user to the organization. The user must have signed in to Spice.ai once.
     *
     * `POST /v1/members`, scope `members:write`.
     *
     * @param username Spice.ai user name; the user must have signed in once.
     * @param roles Roles; `member` when left out.
     * @throws SpiceCloudException As [MembersResource.add] says.
     */
    @JvmOverloads
    public fun add(
        username: String,
        roles: List<MemberRole>? = null,
    ): Member =
        waitFor { inner.add(username, roles) }

    /**
     * Reads a member of the organization.
     *
     * `GET /v1/members/{user_id}`, scope `members:read`.
     *
     * @param user Identifier of the user.
     * @throws SpiceCloudException As [MembersResource.get] says.
     */
    public fun get(user: Long): Member =
        waitFor { inner.get(user) }

    /** The same for an object that was read. */
    public fun get(user: Member): Member =
        waitFor { inner.get(user.userId) }

    /**
     * Replaces all roles of a member. Owners cannot be changed.
     *
     * `PATCH /v1/members/{user_id}`, scope `members:write`.
     *
     * @param user Identifier of the user.
     * @param roles Every role that the member shall have.
     * @throws SpiceCloudException As [MembersResource.update] says.
     */
    public fun update(
        user: Long,
        roles: List<MemberRole>,
    ): Member =
        waitFor { inner.update(user, roles) }

    /** The same for an object that was read. */
    public fun update(
        user: Member,
        roles: List<MemberRole>,
    ): Member =
        waitFor { inner.update(user.userId, roles) }

    /**
     * Removes a member from the organization. Owners cannot be removed.
     *
     * `DELETE /v1/members/{user_id}`, scope `members:delete`.
     *
     * @param user Identifier of the user.
     * @throws SpiceCloudException As [MembersResource.remove] says.
     */
    public fun remove(user: Long): Unit =
        waitFor { inner.remove(user) }

    /** The same for an object that was read. */
    public fun remove(user: Member): Unit =
        waitFor { inner.remove(user.userId) }
}
