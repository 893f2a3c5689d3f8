// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import java.util.concurrent.CompletableFuture

/**
 * Members of the organization.
 *
 * It gives futures; cancelling one drops its request.
 */
public class MembersFutures internal constructor(
    private val inner: MembersResource,
) {
    /**
     * Lists the members of the organization.
     *
     * `GET /v1/members`, scope `members:read`.
     *
     * @throws SpiceCloudException As [MembersResource.list] says, through the future.
     */
    public fun list(): CompletableFuture<List<Member>> =
        later { inner.list() }

    /**
     * Adds a user to the organization. The user must have signed in to Spice.ai once.
     *
     * `POST /v1/members`, scope `members:write`.
     *
     * @param username Spice.ai user name; the user must have signed in once.
     * @param roles Roles; `member` when left out.
     * @throws SpiceCloudException As [MembersResource.add] says, through the future.
     */
    @JvmOverloads
    public fun add(
        username: String,
        roles: List<MemberRole>? = null,
    ): CompletableFuture<Member> =
        later { inner.add(username, roles) }

    /**
     * Reads a member of the organization.
     *
     * `GET /v1/members/{user_id}`, scope `members:read`.
     *
     * @param user Identifier of the user.
     * @throws SpiceCloudException As [MembersResource.get] says, through the future.
     */
    public fun get(user: Long): CompletableFuture<Member> =
        later { inner.get(user) }

    /** The same for an object that was read. */
    public fun get(user: Member): CompletableFuture<Member> =
        later { inner.get(user.userId) }

    /**
     * Replaces all roles of a member. Owners cannot be changed.
     *
     * `PATCH /v1/members/{user_id}`, scope `members:write`.
     *
     * @param user Identifier of the user.
     * @param roles Every role that the member shall have.
     * @throws SpiceCloudException As [MembersResource.update] says, through the future.
     */
    public fun update(
        user: Long,
        roles: List<MemberRole>,
    ): CompletableFuture<Member> =
        later { inner.update(user, roles) }

    /** The same for an object that was read. */
    public fun update(
        user: Member,
        roles: List<MemberRole>,
    ): CompletableFuture<Member> =
        later { inner.update(user.userId, roles) }

    /**
     * Removes a member from the organization. Owners cannot be removed.
     *
     * `DELETE /v1/members/{user_id}`, scope `members:delete`.
     *
     * @param user Identifier of the user.
     * @throws SpiceCloudException As [MembersResource.remove] says, through the future.
     */
    public fun remove(user: Long): CompletableFuture<Void?> =
        laterNothing { inner.remove(user) }

    /** The same for an object that was read. */
    public fun remove(user: Member): CompletableFuture<Void?> =
        laterNothing { inner.remove(user.userId) }
}
