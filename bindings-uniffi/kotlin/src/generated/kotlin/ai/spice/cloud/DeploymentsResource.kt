// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import kotlinx.serialization.json.JsonElement
import kotlin.time.Duration

/** Roll-outs of an app. */
public class DeploymentsResource internal constructor(
    private val caller: Caller,
) {
    /**
     * Lists an app's deployments, newest first, page by page.
     *
     * `GET /v1/apps/{app_id}/deployments`, scope `deployments:read`.
     *
     * @param app Identifier of the app.
     * @param status Only deployments with this status.
     * @param pageSize How many items to ask for at a time; 100 if not given.
     * @param limit How many items there may be in all; no limit if not given.
     * @param offset How many items to pass over; the exception of a list that failed says it as
     *   `nextOffset`.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public fun list(
        app: Long,
        status: DeploymentStatus? = null,
        pageSize: Int? = null,
        limit: Int? = null,
        offset: Long? = null,
    ): Pager<Deployment> {
        val path = members("app_id" to app)
        val query =
            sent(emptyList()) {
                put("status", status)
            }
        val params =
            { size: Int?, most: Int? ->
                Params(path = path, query = query, pageSize = size, limit = most, offset = offset)
            }
        return caller.pages("deployments.list", params, pageSize, limit, ::readDeployment)
    }

    /** The same for an object that was read. */
    public fun list(
        app: App,
        status: DeploymentStatus? = null,
        pageSize: Int? = null,
        limit: Int? = null,
        offset: Long? = null,
    ): Pager<Deployment> =
        list(app.id, status, pageSize, limit, offset)

    /**
     * Starts a deployment, which is queued at first.
     *
     * `POST /v1/apps/{app_id}/deployments`, scope `deployments:write`.
     *
     * @param app Identifier of the app.
     * @param imageTag Runtime version from the list of container images.
     * @param channel Stream of releases.
     * @param replicas How many replicas, 1 to 10; the plan may allow fewer.
     * @param branch Git branch that is being deployed.
     * @param commitSha Git commit that is being deployed.
     * @param commitMessage What is being deployed, in words.
     * @param debug Run in debug mode.
     * @param extra Further members to send as they are, for what this version does not know.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws ConflictException It conflicts with what is there.
     * @throws ApiException The body is larger than 1 MiB.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun create(
        app: Long,
        imageTag: String? = null,
        channel: UpdateChannel? = null,
        replicas: Long? = null,
        branch: String? = null,
        commitSha: String? = null,
        commitMessage: String? = null,
        debug: Boolean? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): Deployment {
        val path = members("app_id" to app)
        val body =
            sent(emptyList(), extra) {
                put("image_tag", imageTag)
                put("channel", channel)
                put("replicas", replicas)
                put("branch", branch)
                put("commit_sha", commitSha)
                put("commit_message", commitMessage)
                put("debug", debug)
            }
        return caller.call("deployments.create", Params(path = path, body = body), ::readDeployment)
    }

    /** The same for an object that was read. */
    public suspend fun create(
        app: App,
        imageTag: String? = null,
        channel: UpdateChannel? = null,
        replicas: Long? = null,
        branch: String? = null,
        commitSha: String? = null,
        commitMessage: String? = null,
        debug: Boolean? = null,
        extra: Map<String, JsonElement> = emptyMap(),
    ): Deployment =
        create(app.id, imageTag, channel, replicas, branch, commitSha, commitMessage, debug, extra)

    /**
     * Reads one deployment.
     *
     * `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`.
     *
     * @param app Identifier of the app.
     * @param deployment Identifier of the deployment.
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
        deployment: Long,
    ): Deployment {
        val path = members("app_id" to app, "deployment_id" to deployment)
        return caller.call("deployments.get", Params(path = path), ::readDeployment)
    }

    /** The same for an object that was read. */
    public suspend fun get(
        app: App,
        deployment: Long,
    ): Deployment =
        get(app.id, deployment)

    /** The same for an object that was read. */
    public suspend fun get(
        app: Long,
        deployment: Deployment,
    ): Deployment =
        get(app, deployment.id)

    /** The same for objects that were read. */
    public suspend fun get(
        app: App,
        deployment: Deployment,
    ): Deployment =
        get(app.id, deployment.id)

    /**
     * Deploys once more what an earlier deployment ran. That is its image tag, replicas, branch and
     * commit. The API has no way back, so this starts a new deployment and gives it at once; `wait`
     * follows it. The app's spicepod and secrets stay as they are now, because the API does not
     * keep those of a deployment.
     *
     * Calls `deployments.list`, `deployments.get` and `deployments.create`; needs their scopes.
     *
     * @param app Identifier of the app.
     * @param to Identifier of the deployment to go back to; if not given, the last one that
     *   succeeded before the newest.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws ConflictException It conflicts with what is there.
     * @throws ApiException The body is larger than 1 MiB.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun rollback(
        app: Long,
        to: Long? = null,
    ): Deployment {
        val path = members("app_id" to app)
        val body =
            sent(emptyList()) {
                put("to", to)
            }
        return caller.call("deployments.rollback", Params(path = path, body = body), ::readDeployment)
    }

    /** The same for an object that was read. */
    public suspend fun rollback(
        app: App,
        to: Long? = null,
    ): Deployment =
        rollback(app.id, to)

    /**
     * Starts a deployment and waits until it has succeeded: [create] and [wait].
     *
     * `POST /v1/apps/{app_id}/deployments`, scope `deployments:write`.
     *
     * @param app Identifier of the app.
     * @param imageTag Runtime version from the list of container images.
     * @param channel Stream of releases.
     * @param replicas How many replicas, 1 to 10; the plan may allow fewer.
     * @param branch Git branch that is being deployed.
     * @param commitSha Git commit that is being deployed.
     * @param commitMessage What is being deployed, in words.
     * @param debug Run in debug mode.
     * @param extra Further members to send as they are, for what this version does not know.
     * @param timeout Limit of the wait; 15 minutes if not given. The deployment itself goes on.
     * @param pollInterval How long to wait between the first looks; 2 seconds if not given. It
     *   grows to 10 seconds.
     * @param redeployOn Codes of failures after which it is deployed again, such as those of
     *   missing capacity.
     * @param maxRedeploys How often at most it is deployed again; 3 times if not given.
     * @param rollbackOnFailure Whether a deployment that fails for good is followed by one that
     *   goes back to what ran before.
     * @param untilReady Whether to wait until the app's runtime is ready, too, with all its
     *   datasets.
     * @param onEvent Called with each step, in the coroutine that waits.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws ConflictException It conflicts with what is there.
     * @throws ApiException The body is larger than 1 MiB.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws DeploymentFailedException The deployment ended as failed.
     * @throws WaitTimeoutException The wait reached its limit.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun deploy(
        app: Long,
        imageTag: String? = null,
        channel: UpdateChannel? = null,
        replicas: Long? = null,
        branch: String? = null,
        commitSha: String? = null,
        commitMessage: String? = null,
        debug: Boolean? = null,
        extra: Map<String, JsonElement> = emptyMap(),
        timeout: Duration? = null,
        pollInterval: Duration? = null,
        redeployOn: List<DeploymentErrorCode> = emptyList(),
        maxRedeploys: Int? = null,
        rollbackOnFailure: Boolean = false,
        untilReady: Boolean = false,
        onEvent: suspend (DeploymentEvent) -> Unit = {},
    ): Deployment {
        val path = members("app_id" to app)
        val body =
            sent(emptyList(), extra) {
                put("image_tag", imageTag)
                put("channel", channel)
                put("replicas", replicas)
                put("branch", branch)
                put("commit_sha", commitSha)
                put("commit_message", commitMessage)
                put("debug", debug)
            }
        val wait = deploys(timeout, pollInterval, redeployOn, maxRedeploys, rollbackOnFailure, untilReady)
        val params = Params(path = path, body = body, wait = wait)
        return caller.follow("deployments.deploy", params, ::readEvent, onEvent, ::readDeployment)
    }

    /** The same for an object that was read. */
    public suspend fun deploy(
        app: App,
        imageTag: String? = null,
        channel: UpdateChannel? = null,
        replicas: Long? = null,
        branch: String? = null,
        commitSha: String? = null,
        commitMessage: String? = null,
        debug: Boolean? = null,
        extra: Map<String, JsonElement> = emptyMap(),
        timeout: Duration? = null,
        pollInterval: Duration? = null,
        redeployOn: List<DeploymentErrorCode> = emptyList(),
        maxRedeploys: Int? = null,
        rollbackOnFailure: Boolean = false,
        untilReady: Boolean = false,
        onEvent: suspend (DeploymentEvent) -> Unit = {},
    ): Deployment =
        deploy(
            app.id,
            imageTag,
            channel,
            replicas,
            branch,
            commitSha,
            commitMessage,
            debug,
            extra,
            timeout,
            pollInterval,
            redeployOn,
            maxRedeploys,
            rollbackOnFailure,
            untilReady,
            onEvent,
        )

    /**
     * Waits until a deployment has succeeded.
     *
     * `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`.
     *
     * @param app Identifier of the app.
     * @param deployment Identifier of the deployment.
     * @param timeout Limit of the wait; 15 minutes if not given. The deployment itself goes on.
     * @param pollInterval How long to wait between the first looks; 2 seconds if not given. It
     *   grows to 10 seconds.
     * @param onEvent Called with each step, in the coroutine that waits.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws DeploymentFailedException The deployment ended as failed.
     * @throws WaitTimeoutException The wait reached its limit.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun wait(
        app: Long,
        deployment: Long,
        timeout: Duration? = null,
        pollInterval: Duration? = null,
        onEvent: suspend (DeploymentEvent) -> Unit = {},
    ): Deployment {
        val path = members("app_id" to app, "deployment_id" to deployment)
        val params = Params(path = path, wait = wait(timeout, pollInterval))
        return caller.follow("deployments.wait", params, ::readEvent, onEvent, ::readDeployment)
    }

    /** The same for an object that was read. */
    public suspend fun wait(
        app: App,
        deployment: Long,
        timeout: Duration? = null,
        pollInterval: Duration? = null,
        onEvent: suspend (DeploymentEvent) -> Unit = {},
    ): Deployment =
        wait(app.id, deployment, timeout, pollInterval, onEvent)

    /** The same for an object that was read. */
    public suspend fun wait(
        app: Long,
        deployment: Deployment,
        timeout: Duration? = null,
        pollInterval: Duration? = null,
        onEvent: suspend (DeploymentEvent) -> Unit = {},
    ): Deployment =
        wait(app, deployment.id, timeout, pollInterval, onEvent)

    /** The same for objects that were read. */
    public suspend fun wait(
        app: App,
        deployment: Deployment,
        timeout: Duration? = null,
        pollInterval: Duration? = null,
        onEvent: suspend (DeploymentEvent) -> Unit = {},
    ): Deployment =
        wait(app.id, deployment.id, timeout, pollInterval, onEvent)

    /**
     * Follows a deployment: gives an event for each step, and ends when the deployment does.
     *
     * `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`.
     *
     * After the event of a failed deployment comes its error. What is thrown is thrown while events
     * are collected. Leaving the flow early stops following; the deployment goes on.
     *
     * @param app Identifier of the app.
     * @param deployment Identifier of the deployment.
     * @param timeout Limit of the wait; 15 minutes if not given. The deployment itself goes on.
     * @param pollInterval How long to wait between the first looks; 2 seconds if not given. It
     *   grows to 10 seconds.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws DeploymentFailedException The deployment ended as failed.
     * @throws WaitTimeoutException The wait reached its limit.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public fun watch(
        app: Long,
        deployment: Long,
        timeout: Duration? = null,
        pollInterval: Duration? = null,
    ): Steps<DeploymentEvent> {
        val path = members("app_id" to app, "deployment_id" to deployment)
        val params = Params(path = path, wait = wait(timeout, pollInterval))
        return caller.stream("deployments.watch", params, ::readEvent)
    }

    /** The same for an object that was read. */
    public fun watch(
        app: App,
        deployment: Long,
        timeout: Duration? = null,
        pollInterval: Duration? = null,
    ): Steps<DeploymentEvent> =
        watch(app.id, deployment, timeout, pollInterval)

    /** The same for an object that was read. */
    public fun watch(
        app: Long,
        deployment: Deployment,
        timeout: Duration? = null,
        pollInterval: Duration? = null,
    ): Steps<DeploymentEvent> =
        watch(app, deployment.id, timeout, pollInterval)

    /** The same for objects that were read. */
    public fun watch(
        app: App,
        deployment: Deployment,
        timeout: Duration? = null,
        pollInterval: Duration? = null,
    ): Steps<DeploymentEvent> =
        watch(app.id, deployment.id, timeout, pollInterval)
}
