// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

import java.util.concurrent.CompletableFuture

/**
 * What every client has: its resources, and the operations of its own.
 *
 * It gives futures; cancelling one drops its request.
 */
public abstract class OperationsFutures internal constructor(
    private val inner: Operations,
) {
    /** Spice apps, called projects since Aug 2026. */
    public val apps: AppsFutures = AppsFutures(inner.apps)

    /** Roll-outs of an app. */
    public val deployments: DeploymentsFutures = DeploymentsFutures(inner.deployments)

    /** Secrets of an app: set, listed, deleted, never read back. */
    public val secrets: SecretsFutures = SecretsFutures(inner.secrets)

    /** The two runtime keys of an app. */
    public val apiKeys: ApiKeysFutures = ApiKeysFutures(inner.apiKeys)

    /** Apps that were made from another app. */
    public val forks: ForksFutures = ForksFutures(inner.forks)

    /** What watches the figures of an app, and tells people. */
    public val monitors: MonitorsFutures = MonitorsFutures(inner.monitors)

    /** What watches the data of an app, and tells people. */
    public val reactions: ReactionsFutures = ReactionsFutures(inner.reactions)

    /** Members of the organization. */
    public val members: MembersFutures = MembersFutures(inner.members)

    /** Regions that apps can run in. */
    public val regions: RegionsFutures = RegionsFutures(inner.regions)

    /** Runtime versions that apps can run. */
    public val containerImages: ContainerImagesFutures = ContainerImagesFutures(inner.containerImages)

    /** Organizations of the caller. */
    public val orgs: OrgsFutures = OrgsFutures(inner.orgs)

    /** Dedicated clusters of the organization. */
    public val clusters: ClustersFutures = ClustersFutures(inner.clusters)

    /** Spice apps under the API's newer name: the same as [apps]. */
    public val projects: AppsFutures = apps

    /**
     * The runtime of an app: its data, by SQL, search and chat.
     *
     * Nothing is sent before it is used. The app's key is fetched then, and again when it was
     * replaced, for which the client needs the scope `apps:read`.
     *
     * @param app Identifier of the app.
     * @param url Where the runtime is, if not where the app's region says.
     */
    @JvmOverloads
    public fun runtime(
        app: Long,
        url: String? = null,
    ): RuntimeFutures = RuntimeFutures(inner.runtime(app, url))

    /** The same for an object that was read. */
    @JvmOverloads
    public fun runtime(
        app: App,
        url: String? = null,
    ): RuntimeFutures = RuntimeFutures(inner.runtime(app, url))

    /**
     * The runtime of an app: its data, by SQL, search and chat.
     *
     * Nothing is sent before it is used, and nothing but the runtime is asked.
     *
     * @param key A key of the app, from [apiKeys].
     * @param url Where the runtime is, if not where the app's region says.
     */
    @JvmOverloads
    public fun runtime(
        key: Secret,
        url: String? = null,
    ): RuntimeFutures = RuntimeFutures(inner.runtime(key, url))

    /** The same for a key that is a text. */
    @JvmOverloads
    public fun runtime(
        key: String,
        url: String? = null,
    ): RuntimeFutures = RuntimeFutures(inner.runtime(key, url))

    /**
     * Says whether the API is up. Needs no token.
     *
     * `GET /v1/health`.
     *
     * @throws SpiceCloudException As [Operations.health] says, through the future.
     */
    public fun health(): CompletableFuture<Health> =
        later { inner.health() }

    /**
     * Reads what the organization's plan allows.
     *
     * `GET /v1/limits`, scope `apps:read` (a guess: no source states it).
     *
     * @throws SpiceCloudException As [Operations.limits] says, through the future.
     */
    public fun limits(): CompletableFuture<Limits> =
        later { inner.limits() }

    /**
     * Tells what the client signs in with and which scopes it has. Scopes and organization are read
     * from the token where it is a JWT, without trusting it for anything; else they are tried out
     * with reads that change nothing; what neither tells is unknown.
     *
     * Calls `orgs.list`, `apps.list` and `members.list`; needs their scopes.
     *
     * @throws SpiceCloudException As [Operations.whoami] says, through the future.
     */
    public fun whoami(): CompletableFuture<Identity> =
        later { inner.whoami() }

    /**
     * Fails with the scopes that are missing, before anything is begun. Scopes of which it cannot
     * be known whether they are granted pass, and are named in the answer.
     *
     * Calls `orgs.list`, `apps.list` and `members.list`; needs their scopes.
     *
     * @param scopes Scopes, such as `deployments:write`.
     * @throws SpiceCloudException As [Operations.require] says, through the future.
     */
    public fun require(scopes: List<String>): CompletableFuture<ScopeReport> =
        later { inner.require(scopes) }

    /**
     * Compares what is there with what should be, and says what `apply` would change. That is an
     * app, its configuration, its secrets and the organization's members. Nothing is changed, and
     * no value of a secret is kept: secrets are compared by keyed fingerprints, whose key is never
     * written down.
     *
     * Calls `apps.list`, `apps.get`, `secrets.list` and `members.list`; needs their scopes.
     *
     * @param body What is sent.
     * @throws SpiceCloudException As [Operations.plan] says, through the future.
     */
    public fun plan(body: PlanState): CompletableFuture<Plan> =
        later {
            inner.plan(
                body.desired,
                body.prune,
                body.values,
                body.fingerprints,
                body.fingerprintKey,
            )
        }

    /**
     * Does what a plan says, in an order that is safe. There is one deployment at the end, where
     * the runtime needs it. When anything has changed since the plan was made, nothing is done:
     * make a new plan. Each change happens once; what has been done when one fails is told by the
     * error's hint, and a new plan goes on from there.
     *
     * Calls `apps.list`, `apps.get`, `apps.create`, `apps.update`, `secrets.list`, `secrets.set`,
     * `secrets.delete`, `members.list`, `members.add`, `members.update`, `members.remove`,
     * `deployments.create` and `deployments.get`; needs their scopes.
     *
     * @param body What is sent.
     * @throws SpiceCloudException As [Operations.apply] says, through the future.
     */
    public fun apply(body: ApplyPlan): CompletableFuture<AppliedPlan> =
        later { inner.apply(body.document, body.values, body.fingerprintKey) }

    /**
     * Looks at the way to the API step by step. That is address, name, connection, TLS, proxy,
     * clock, credentials, organization, rate limits. The report holds no secrets and can be pasted
     * anywhere. It does not fail for what it finds.
     *
     * Calls `health.get` and `orgs.list`; needs their scopes.
     *
     * @throws SpiceCloudException As [Operations.doctor] says, through the future.
     */
    public fun doctor(): CompletableFuture<Diagnosis> =
        later { inner.doctor() }
}
