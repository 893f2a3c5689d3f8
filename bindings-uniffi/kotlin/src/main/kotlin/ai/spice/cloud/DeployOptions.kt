package ai.spice.cloud

import java.time.Duration

/** How to deploy, for the clients that Java uses; in Kotlin these are named arguments. */
public class DeployOptions {
    /** Limit of the wait; 15 minutes if null. The deployment itself goes on. */
    public var timeout: Duration? = null

    /** How long to wait between the first looks; 2 seconds if null. It grows to 10 seconds. */
    public var pollInterval: Duration? = null

    /** Codes of failures after which it is deployed again, such as those of missing capacity. */
    public var redeployOn: List<DeploymentErrorCode> = emptyList()

    /** How often at most it is deployed again; 3 times if null. */
    public var maxRedeploys: Int? = null

    /** Whether a deployment that fails for good is followed by one that goes back to what ran before. */
    public var rollbackOnFailure: Boolean = false

    /** Whether to wait until the app's runtime is ready, too, with all its datasets. */
    public var untilReady: Boolean = false
}
