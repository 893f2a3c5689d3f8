// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

/** What every client has: its resources, and the operations of its own. */
public abstract class Operations internal constructor(
    private val caller: Caller,
) {
    /** Spice apps, called projects since Aug 2026. */
    public val apps: AppsResource = AppsResource(caller)

    /** Roll-outs of an app. */
    public val deployments: DeploymentsResource = DeploymentsResource(caller)

    /** Secrets of an app: set, listed, deleted, never read back. */
    public val secrets: SecretsResource = SecretsResource(caller)

    /** The two runtime keys of an app. */
    public val apiKeys: ApiKeysResource = ApiKeysResource(caller)

    /** Apps that were made from another app. */
    public val forks: ForksResource = ForksResource(caller)

    /** What watches the figures of an app, and tells people. */
    public val monitors: MonitorsResource = MonitorsResource(caller)

    /** What watches the data of an app, and tells people. */
    public val reactions: ReactionsResource = ReactionsResource(caller)

    /** Members of the organization. */
    public val members: MembersResource = MembersResource(caller)

    /** Regions that apps can run in. */
    public val regions: RegionsResource = RegionsResource(caller)

    /** Runtime versions that apps can run. */
    public val containerImages: ContainerImagesResource = ContainerImagesResource(caller)

    /** Organizations of the caller. */
    public val orgs: OrgsResource = OrgsResource(caller)

    /** Dedicated clusters of the organization. */
    public val clusters: ClustersResource = ClustersResource(caller)

    /** Spice apps under the API's newer name: the same as [apps]. */
    public val projects: AppsResource = apps

    /**
     * The runtime of an app: its data, by SQL, search and chat.
     *
     * Nothing is sent before it is used. The app's key is fetched then, and again when it was
     * replaced, for which the client needs the scope `apps:read`.
     *
     * @param app Identifier of the app.
     * @param url Where the runtime is, if not where the app's region says.
     */
    public fun runtime(
        app: Long,
        url: String? = null,
    ): RuntimeResource = RuntimeResource(caller.bound(members("app_id" to app), url))

    /** The same for an object that was read. */
    public fun runtime(
        app: App,
        url: String? = null,
    ): RuntimeResource = runtime(app.id, url)

    /**
     * The runtime of an app: its data, by SQL, search and chat.
     *
     * Nothing is sent before it is used, and nothing but the runtime is asked.
     *
     * @param key A key of the app, from [apiKeys].
     * @param url Where the runtime is, if not where the app's region says.
     */
    public fun runtime(
        key: Secret,
        url: String? = null,
    ): RuntimeResource = RuntimeResource(caller.bound(members("key" to key), url))

    /** The same for a key that is a text. */
    public fun runtime(
        key: String,
        url: String? = null,
    ): RuntimeResource = runtime(Secret(key), url)

    /**
     * Says whether the API is up. Needs no token.
     *
     * `GET /v1/health`.
     *
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun health(): Health =
        caller.call("health.get", Params(), ::readHealth)

    /**
     * Reads what the organization's plan allows.
     *
     * `GET /v1/limits`, scope `apps:read` (a guess: no source states it).
     *
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun limits(): Limits =
        caller.call("limits.get", Params(), ::readLimits)

    /**
     * Tells what the client signs in with and which scopes it has. Scopes and organization are read
     * from the token where it is a JWT, without trusting it for anything; else they are tried out
     * with reads that change nothing; what neither tells is unknown.
     *
     * Calls `orgs.list`, `apps.list` and `members.list`; needs their scopes.
     *
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun whoami(): Identity =
        caller.call("client.whoami", Params(), ::readIdentity)

    /**
     * Fails with the scopes that are missing, before anything is begun. Scopes of which it cannot
     * be known whether they are granted pass, and are named in the answer.
     *
     * Calls `orgs.list`, `apps.list` and `members.list`; needs their scopes.
     *
     * @param scopes Scopes, such as `deployments:write`.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun require(scopes: List<String>): ScopeReport {
        val body = members("scopes" to scopes)
        return caller.call("client.require", Params(body = body), ::readScopeReport)
    }

    /**
     * Compares what is there with what should be, and says what `apply` would change. That is an
     * app, its configuration, its secrets and the organization's members. Nothing is changed, and
     * no value of a secret is kept: secrets are compared by keyed fingerprints, whose key is never
     * written down.
     *
     * Calls `apps.list`, `apps.get`, `secrets.list` and `members.list`; needs their scopes.
     *
     * @param desired The desired state, as YAML or JSON text or as an object with `app`, `secrets`
     *   and `members`.
     * @param prune Whether secrets, tags and members that the desired state does not name are
     *   removed; false if not given.
     * @param values Values of secrets by their names; others come from the environment.
     * @param fingerprints The `fingerprints` of the last `apply`, by which secrets that have not
     *   changed are recognised. Without them a secret that is there is left as it is.
     * @param fingerprintKey Key of the fingerprints; if not given, it is made of the token or
     *   client secret that the client signs in with.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun plan(
        desired: Document,
        prune: Boolean? = null,
        values: Map<String, Secret>? = null,
        fingerprints: String? = null,
        fingerprintKey: Secret? = null,
    ): Plan {
        val body =
            sent(emptyList()) {
                put("desired", desired)
                put("prune", prune)
                put("values", values)
                put("fingerprints", fingerprints)
                put("fingerprint_key", fingerprintKey)
            }
        return caller.call("client.plan", Params(body = body), ::readPlan)
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
     * @param document The `document` of a plan.
     * @param values Values of secrets by their names, as for the plan.
     * @param fingerprintKey Key of the fingerprints, as for the plan.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws NotFoundException It does not exist, or is hidden from the caller.
     * @throws ConflictException It conflicts with what is there.
     * @throws ApiException The body is larger than 1 MiB.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun apply(
        document: String,
        values: Map<String, Secret>? = null,
        fingerprintKey: Secret? = null,
    ): AppliedPlan {
        val body =
            sent(emptyList()) {
                put("document", document)
                put("values", values)
                put("fingerprint_key", fingerprintKey)
            }
        return caller.call("client.apply", Params(body = body), ::readAppliedPlan)
    }

    /**
     * Looks at the way to the API step by step. That is address, name, connection, TLS, proxy,
     * clock, credentials, organization, rate limits. The report holds no secrets and can be pasted
     * anywhere. It does not fail for what it finds.
     *
     * Calls `health.get` and `orgs.list`; needs their scopes.
     *
     * @throws RateLimitedException Too many requests.
     * @throws ServerException The server failed.
     * @throws BadRequestException A malformed body, parameter or identifier.
     * @throws AuthenticationException A missing, malformed, expired or revoked token.
     * @throws PermissionDeniedException The scope, the role, the organization or the plan does not
     *   allow it.
     * @throws SpiceCloudException What any call may meet, such as [TimeoutException].
     */
    public suspend fun doctor(): Diagnosis =
        caller.call("client.doctor", Params(), ::readDiagnosis)
}
