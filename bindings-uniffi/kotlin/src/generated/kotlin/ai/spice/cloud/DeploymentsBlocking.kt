// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import java.time.Duration
import java.util.function.Consumer
import kotlin.time.toKotlinDuration

/**
 * Roll-outs of an app.
 *
 * It waits in the thread that calls it.
 */
public class DeploymentsBlocking internal constructor(
    private val inner: DeploymentsResource,
) {
    /**
     * Lists an app's deployments, newest first, page by page.
     *
     * `GET /v1/apps/{app_id}/deployments`, scope `deployments:read`.
     *
     * @param app Identifier of the app.
     * @param status Only deployments with this status.
     * @param pageSize How many items to ask for at a time; 100 if null.
     * @param limit How many items there may be in all; no limit if null.
     * @param offset How many items to pass over; the exception of a list that failed says it as
     *   `nextOffset`.
     * @throws SpiceCloudException As [DeploymentsResource.list] says.
     */
    @JvmOverloads
    public fun list(
        app: Long,
        status: DeploymentStatus? = null,
        pageSize: Int? = null,
        limit: Int? = null,
        offset: Long? = null,
    ): PagerBlocking<Deployment> =
        PagerBlocking(inner.list(app, status, pageSize, limit, offset))

    /** The same for an object that was read. */
    @JvmOverloads
    public fun list(
        app: App,
        status: DeploymentStatus? = null,
        pageSize: Int? = null,
        limit: Int? = null,
        offset: Long? = null,
    ): PagerBlocking<Deployment> =
        PagerBlocking(inner.list(app.id, status, pageSize, limit, offset))

    /**
     * Starts a deployment, which is queued at first.
     *
     * `POST /v1/apps/{app_id}/deployments`, scope `deployments:write`.
     *
     * @param app Identifier of the app.
     * @param body What is sent.
     * @throws SpiceCloudException As [DeploymentsResource.create] says.
     */
    @JvmOverloads
    public fun create(
        app: Long,
        body: CreateDeployment = CreateDeployment(),
    ): Deployment =
        waitFor {
            inner.create(
                app,
                body.imageTag,
                body.channel,
                body.replicas,
                body.branch,
                body.commitSha,
                body.commitMessage,
                body.debug,
                body.extra,
            )
        }

    /** The same for an object that was read. */
    @JvmOverloads
    public fun create(
        app: App,
        body: CreateDeployment = CreateDeployment(),
    ): Deployment =
        waitFor {
            inner.create(
                app.id,
                body.imageTag,
                body.channel,
                body.replicas,
                body.branch,
                body.commitSha,
                body.commitMessage,
                body.debug,
                body.extra,
            )
        }

    /**
     * Starts a deployment and waits until it has succeeded.
     *
     * @param app Identifier of the app.
     * @param body What is sent.
     * @param options How long to wait, and what to do when it fails.
     * @param onEvent Is told of each step.
     * @throws SpiceCloudException As [DeploymentsResource.deploy] says.
     */
    @JvmOverloads
    public fun deploy(
        app: Long,
        body: CreateDeployment = CreateDeployment(),
        options: DeployOptions = DeployOptions(),
        onEvent: Consumer<DeploymentEvent>? = null,
    ): Deployment =
        waitFor {
            inner.deploy(
                app,
                body.imageTag,
                body.channel,
                body.replicas,
                body.branch,
                body.commitSha,
                body.commitMessage,
                body.debug,
                body.extra,
                options.timeout?.toKotlinDuration(),
                options.pollInterval?.toKotlinDuration(),
                options.redeployOn,
                options.maxRedeploys,
                options.rollbackOnFailure,
                options.untilReady,
                told(onEvent),
            )
        }

    /** The same for an object that was read. */
    @JvmOverloads
    public fun deploy(
        app: App,
        body: CreateDeployment = CreateDeployment(),
        options: DeployOptions = DeployOptions(),
        onEvent: Consumer<DeploymentEvent>? = null,
    ): Deployment =
        waitFor {
            inner.deploy(
                app.id,
                body.imageTag,
                body.channel,
                body.replicas,
                body.branch,
                body.commitSha,
                body.commitMessage,
                body.debug,
                body.extra,
                options.timeout?.toKotlinDuration(),
                options.pollInterval?.toKotlinDuration(),
                options.redeployOn,
                options.maxRedeploys,
                options.rollbackOnFailure,
                options.untilReady,
                told(onEvent),
            )
        }

    /**
     * Reads one deployment.
     *
     * `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`.
     *
     * @param app Identifier of the app.
     * @param deployment Identifier of the deployment.
     * @throws SpiceCloudException As [DeploymentsResource.get] says.
     */
    public fun get(
        app: Long,
        deployment: Long,
    ): Deployment =
        waitFor { inner.get(app, deployment) }

    /** The same for an object that was read. */
    public fun get(
        app: App,
        deployment: Long,
    ): Deployment =
        waitFor { inner.get(app.id, deployment) }

    /** The same for an object that was read. */
    public fun get(
        app: Long,
        deployment: Deployment,
    ): Deployment =
        waitFor { inner.get(app, deployment.id) }

    /** The same for objects that were read. */
    public fun get(
        app: App,
        deployment: Deployment,
    ): Deployment =
        waitFor { inner.get(app.id, deployment.id) }

    /**
     * Waits until a deployment has succeeded. Its name is not `wait`, which all objects of Java
     * have.
     *
     * @param app Identifier of the app.
     * @param deployment Identifier of the deployment.
     * @param timeout Limit of the wait; 15 minutes if null. The deployment itself goes on.
     * @param pollInterval How long to wait between the first looks; 2 seconds if null. It grows to
     *   10 seconds.
     * @param onEvent Is told of each step.
     * @throws SpiceCloudException As [DeploymentsResource.wait] says.
     */
    @JvmOverloads
    public fun await(
        app: Long,
        deployment: Long,
        timeout: Duration? = null,
        pollInterval: Duration? = null,
        onEvent: Consumer<DeploymentEvent>? = null,
    ): Deployment =
        waitFor {
            inner.wait(
                app,
                deployment,
                timeout?.toKotlinDuration(),
                pollInterval?.toKotlinDuration(),
                told(onEvent),
            )
        }

    /** The same for an object that was read. */
    @JvmOverloads
    public fun await(
        app: App,
        deployment: Long,
        timeout: Duration? = null,
        pollInterval: Duration? = null,
        onEvent: Consumer<DeploymentEvent>? = null,
    ): Deployment =
        waitFor {
            inner.wait(
                app.id,
                deployment,
                timeout?.toKotlinDuration(),
                pollInterval?.toKotlinDuration(),
                told(onEvent),
            )
        }

    /** The same for an object that was read. */
    @JvmOverloads
    public fun await(
        app: Long,
        deployment: Deployment,
        timeout: Duration? = null,
        pollInterval: Duration? = null,
        onEvent: Consumer<DeploymentEvent>? = null,
    ): Deployment =
        waitFor {
            inner.wait(
                app,
                deployment.id,
                timeout?.toKotlinDuration(),
                pollInterval?.toKotlinDuration(),
                told(onEvent),
            )
        }

    /** The same for objects that were read. */
    @JvmOverloads
    public fun await(
        app: App,
        deployment: Deployment,
        timeout: Duration? = null,
        pollInterval: Duration? = null,
        onEvent: Consumer<DeploymentEvent>? = null,
    ): Deployment =
        waitFor {
            inner.wait(
                app.id,
                deployment.id,
                timeout?.toKotlinDuration(),
                pollInterval?.toKotlinDuration(),
                told(onEvent),
            )
        }

    /**
     * Follows a deployment: gives an event for each step, and ends when the deployment does.
     *
     * @param app Identifier of the app.
     * @param deployment Identifier of the deployment.
     * @param timeout Limit of the wait; 15 minutes if null. The deployment itself goes on.
     * @param pollInterval How long to wait between the first looks; 2 seconds if null. It grows to
     *   10 seconds.
     * @throws SpiceCloudException As [DeploymentsResource.watch] says, from the iterator.
     */
    @JvmOverloads
    public fun watch(
        app: Long,
        deployment: Long,
        timeout: Duration? = null,
        pollInterval: Duration? = null,
    ): StepsBlocking<DeploymentEvent> =
        StepsBlocking {
            inner.watch(
                app,
                deployment,
                timeout?.toKotlinDuration(),
                pollInterval?.toKotlinDuration(),
            )
        }

    /** The same for an object that was read. */
    @JvmOverloads
    public fun watch(
        app: App,
        deployment: Long,
        timeout: Duration? = null,
        pollInterval: Duration? = null,
    ): StepsBlocking<DeploymentEvent> =
        StepsBlocking {
            inner.watch(
                app.id,
                deployment,
                timeout?.toKotlinDuration(),
                pollInterval?.toKotlinDuration(),
            )
        }

    /** The same for an object that was read. */
    @JvmOverloads
    public fun watch(
        app: Long,
        deployment: Deployment,
        timeout: Duration? = null,
        pollInterval: Duration? = null,
    ): StepsBlocking<DeploymentEvent> =
        StepsBlocking {
            inner.watch(
                app,
                deployment.id,
                timeout?.toKotlinDuration(),
                pollInterval?.toKotlinDuration(),
            )
        }

    /** The same for objects that were read. */
    @JvmOverloads
    public fun watch(
        app: App,
        deployment: Deployment,
        timeout: Duration? = null,
        pollInterval: Duration? = null,
    ): StepsBlocking<DeploymentEvent> =
        StepsBlocking {
            inner.watch(
                app.id,
                deployment.id,
                timeout?.toKotlinDuration(),
                pollInterval?.toKotlinDuration(),
            )
        }

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
     * @throws SpiceCloudException As [DeploymentsResource.rollback] says.
     */
    @JvmOverloads
    public fun rollback(
        app: Long,
        to: Long? = null,
    ): Deployment =
        waitFor { inner.rollback(app, to) }

    /** The same for an object that was read. */
    @JvmOverloads
    public fun rollback(
        app: App,
        to: Long? = null,
    ): Deployment =
        waitFor { inner.rollback(app.id, to) }
}
