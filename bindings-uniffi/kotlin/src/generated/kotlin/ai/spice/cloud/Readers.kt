// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

package ai.spice.cloud

// From the core's rows to what people get.

internal fun readHealth(rows: Rows, meta: Meta = Meta.NONE): Health {
    val fields = rows.fields()
    return Health(
        status = fields.required(0, "status") { text() },
        timestamp = fields.time(1, "timestamp"),
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readLimits(rows: Rows, meta: Meta = Meta.NONE): Limits {
    val fields = rows.fields()
    return Limits(
        apps = fields.optional(0) { long() },
        replicas = fields.optional(1) { long() },
        spicepods = fields.optional(2) { long() },
        users = fields.optional(3) { long() },
        apiRps = fields.optional(4) { long() },
        requestTimeoutSecs = fields.optional(5) { long() },
        sqlQueryTimeoutSecs = fields.optional(6) { long() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readRegion(rows: Rows): Region {
    val fields = rows.fields()
    return Region(
        name = fields.required(0, "name") { text() },
        region = fields.required(1, "region") { text() },
        cname = fields.optional(2) { text() },
        provider = fields.optional(3) { text() },
        providerName = fields.optional(4) { text() },
        isDefault = fields.optional(5) { flag() },
        disabled = fields.optional(6) { flag() },
        extra = fields.others(),
    )
}

internal fun readRegions(rows: Rows, meta: Meta = Meta.NONE): Regions {
    val fields = rows.fields()
    return Regions(
        regions = fields.list(0) { readRegion(this) },
        default = fields.optional(1) { text() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readContainerImage(rows: Rows): ContainerImage {
    val fields = rows.fields()
    return ContainerImage(
        name = fields.optional(0) { text() },
        tag = fields.required(1, "tag") { text() },
        channel = fields.optional(2) { ImageChannel.of(text()) },
        extra = fields.others(),
    )
}

internal fun readContainerImages(rows: Rows, meta: Meta = Meta.NONE): ContainerImages {
    val fields = rows.fields()
    return ContainerImages(
        images = fields.list(0) { readContainerImage(this) },
        default = fields.optional(1) { text() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readOrg(rows: Rows, meta: Meta = Meta.NONE): Org {
    val fields = rows.fields()
    return Org(
        id = fields.optional(0) { long() },
        name = fields.required(1, "name") { text() },
        displayName = fields.optional(2) { text() },
        role = fields.optional(3) { MemberRole.of(text()) },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readCluster(rows: Rows, meta: Meta = Meta.NONE): Cluster {
    val fields = rows.fields()
    return Cluster(
        clusterName = fields.required(0, "cluster_name") { text() },
        region = fields.optional(1) { text() },
        cloudProvider = fields.optional(2) { text() },
        endpoint = fields.optional(3) { text() },
        createdAt = fields.time(4, "created_at"),
        updatedAt = fields.time(5, "updated_at"),
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readResourceQuantities(rows: Rows): ResourceQuantities {
    val fields = rows.fields()
    return ResourceQuantities(
        cpu = fields.optional(0) { text() },
        memory = fields.optional(1) { text() },
        ephemeralStorage = fields.optional(2) { text() },
        extra = fields.others(),
    )
}

internal fun readResources(rows: Rows): Resources {
    val fields = rows.fields()
    return Resources(
        limits = fields.optional(0) { readResourceQuantities(this) },
        requests = fields.optional(1) { readResourceQuantities(this) },
        extra = fields.others(),
    )
}

internal fun readExecutor(rows: Rows): Executor {
    val fields = rows.fields()
    return Executor(
        replicas = fields.optional(0) { long() },
        resources = fields.optional(1) { readResources(this) },
        storageSizeGb = fields.optional(2) { double() },
        extra = fields.others(),
    )
}

internal fun readAppConfig(rows: Rows): AppConfig {
    val fields = rows.fields()
    return AppConfig(
        spicepod = fields.optional(0) { json() },
        registry = fields.optional(1) { text() },
        image = fields.optional(2) { text() },
        imageTag = fields.optional(3) { text() },
        updateChannel = fields.optional(4) { UpdateChannel.of(text()) },
        version = fields.optional(5) { text() },
        replicas = fields.optional(6) { long() },
        resources = fields.optional(7) { readResources(this) },
        executor = fields.optional(8) { readExecutor(this) },
        region = fields.optional(9) { text() },
        clusterName = fields.optional(10) { text() },
        nodeGroup = fields.optional(11) { text() },
        storageSizeGb = fields.optional(12) { double() },
        storageClaimSizeGb = fields.optional(13) { double() },
        extra = fields.others(),
    )
}

internal fun readForkSource(rows: Rows): ForkSource {
    val fields = rows.fields()
    return ForkSource(
        id = fields.optional(0) { long() },
        name = fields.optional(1) { text() },
        extra = fields.others(),
    )
}

internal fun readApp(rows: Rows, meta: Meta = Meta.NONE): App {
    val fields = rows.fields()
    return App(
        id = fields.required(0, "id") { long() },
        name = fields.required(1, "name") { text() },
        description = fields.optional(2) { text() },
        visibility = fields.optional(3) { Visibility.of(text()) },
        createdAt = fields.time(4, "created_at"),
        region = fields.optional(5) { text() },
        cname = fields.optional(6) { text() },
        clusterId = fields.optional(7) { text() },
        clusterName = fields.optional(8) { text() },
        endpoint = fields.optional(9) { text() },
        productionBranch = fields.optional(10) { text() },
        apiKey = fields.optional(11) { Secret(text()) },
        tags = fields.map(12) { text() },
        warning = fields.optional(13) { text() },
        forkedFrom = fields.optional(14) { readForkSource(this) },
        config = fields.optional(15) { readAppConfig(this) },
        sharedState = fields.optional(16) { json() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readResumedApp(rows: Rows, meta: Meta = Meta.NONE): ResumedApp {
    val fields = rows.fields()
    return ResumedApp(
        deploymentId = fields.optional(0) { long() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readInstanceMetrics(rows: Rows): InstanceMetrics {
    val fields = rows.fields()
    return InstanceMetrics(
        cpuUsagePercent = fields.optional(0) { double() },
        memoryUsageBytes = fields.optional(1) { double() },
        diskReadBytes = fields.optional(2) { double() },
        diskReadOperations = fields.optional(3) { double() },
        diskWriteBytes = fields.optional(4) { double() },
        diskWriteOperations = fields.optional(5) { double() },
        extra = fields.others(),
    )
}

internal fun readIngestionMetrics(rows: Rows): IngestionMetrics {
    val fields = rows.fields()
    return IngestionMetrics(
        rowsIngested = fields.optional(0) { double() },
        bytesIngested = fields.optional(1) { double() },
        extra = fields.others(),
    )
}

internal fun readClusterMetrics(rows: Rows): ClusterMetrics {
    val fields = rows.fields()
    return ClusterMetrics(
        activeExecutorsCount = fields.optional(0) { double() },
        extra = fields.others(),
    )
}

internal fun readAppMetrics(rows: Rows, meta: Meta = Meta.NONE): AppMetrics {
    val fields = rows.fields()
    return AppMetrics(
        metrics = fields.map(0) { readInstanceMetrics(this) },
        ingestion = fields.optional(1) { readIngestionMetrics(this) },
        cluster = fields.optional(2) { readClusterMetrics(this) },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readDeployment(rows: Rows, meta: Meta = Meta.NONE): Deployment {
    val fields = rows.fields()
    return Deployment(
        id = fields.required(0, "id") { long() },
        status = fields.required(1, "status") { DeploymentStatus.of(text()) },
        createdAt = fields.time(2, "created_at"),
        startedAt = fields.time(3, "started_at"),
        updatedAt = fields.time(4, "updated_at"),
        finishedAt = fields.time(5, "finished_at"),
        image = fields.optional(6) { text() },
        imageTag = fields.optional(7) { text() },
        channel = fields.optional(8) { UpdateChannel.of(text()) },
        replicas = fields.optional(9) { long() },
        branch = fields.optional(10) { text() },
        commitSha = fields.optional(11) { text() },
        commitMessage = fields.optional(12) { text() },
        debug = fields.optional(13) { flag() },
        errorCode = fields.optional(14) { DeploymentErrorCode.of(text()) },
        errorMessage = fields.optional(15) { text() },
        creationSource = fields.optional(16) { text() },
        createdBy = fields.optional(17) { json() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readAppSecret(rows: Rows, meta: Meta = Meta.NONE): AppSecret {
    val fields = rows.fields()
    return AppSecret(
        id = fields.optional(0) { long() },
        name = fields.required(1, "name") { text() },
        value = fields.optional(2) { text() },
        createdAt = fields.time(3, "created_at"),
        updatedAt = fields.time(4, "updated_at"),
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readApiKeys(rows: Rows, meta: Meta = Meta.NONE): ApiKeys {
    val fields = rows.fields()
    return ApiKeys(
        apiKey = fields.optional(0) { Secret(text()) },
        apiKey2 = fields.optional(1) { Secret(text()) },
        regeneratedKey = fields.optional(2) { long() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readAlertTarget(rows: Rows): AlertTarget {
    val fields = rows.fields()
    return AlertTarget(
        kind = fields.optional(0) { TargetKind.of(text()) },
        emails = fields.optional(1) { listOf { text() } },
        channelId = fields.optional(2) { text() },
        url = fields.optional(3) { text() },
        method = fields.optional(4) { text() },
        token = fields.optional(5) { Secret(text()) },
        extra = fields.others(),
    )
}

internal fun readMonitorSpec(rows: Rows): MonitorSpec {
    val fields = rows.fields()
    return MonitorSpec(
        op = fields.optional(0) { Comparison.of(text()) },
        threshold = fields.optional(1) { double() },
        window = fields.optional(2) { text() },
        sustainSecs = fields.optional(3) { long() },
        severity = fields.optional(4) { AlertSeverity.of(text()) },
        dataset = fields.optional(5) { text() },
        datasets = fields.optional(6) { listOf { text() } },
        includeDetails = fields.optional(7) { flag() },
        extra = fields.others(),
    )
}

internal fun readReactionSpec(rows: Rows): ReactionSpec {
    val fields = rows.fields()
    return ReactionSpec(
        op = fields.optional(0) { Comparison.of(text()) },
        threshold = fields.optional(1) { double() },
        dataset = fields.optional(2) { text() },
        datasets = fields.optional(3) { listOf { text() } },
        column = fields.optional(4) { text() },
        value = fields.optional(5) { json() },
        conditions = fields.optional(6) { listOf { json() } },
        query = fields.optional(7) { text() },
        queryLanguage = fields.optional(8) { text() },
        model = fields.optional(9) { text() },
        includeDetails = fields.optional(10) { flag() },
        extra = fields.others(),
    )
}

internal fun readMonitor(rows: Rows, meta: Meta = Meta.NONE): Monitor {
    val fields = rows.fields()
    return Monitor(
        id = fields.required(0, "id") { text() },
        name = fields.required(1, "name") { text() },
        description = fields.optional(2) { text() },
        status = fields.optional(3) { AlertStatus.of(text()) },
        templateId = fields.optional(4) { MonitorTemplate.of(text()) },
        spec = fields.optional(5) { readMonitorSpec(this) },
        targets = fields.list(6) { readAlertTarget(this) },
        recipientUserIds = fields.list(7) { long() },
        lastFiredAt = fields.time(8, "last_fired_at"),
        lastResolvedAt = fields.time(9, "last_resolved_at"),
        evaluationUnavailableReason = fields.optional(10) { text() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readReaction(rows: Rows, meta: Meta = Meta.NONE): Reaction {
    val fields = rows.fields()
    return Reaction(
        id = fields.required(0, "id") { text() },
        name = fields.required(1, "name") { text() },
        description = fields.optional(2) { text() },
        status = fields.optional(3) { AlertStatus.of(text()) },
        templateId = fields.optional(4) { ReactionTemplate.of(text()) },
        spec = fields.optional(5) { readReactionSpec(this) },
        targets = fields.list(6) { readAlertTarget(this) },
        recipientUserIds = fields.list(7) { long() },
        lastFiredAt = fields.time(8, "last_fired_at"),
        lastResolvedAt = fields.time(9, "last_resolved_at"),
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readMember(rows: Rows, meta: Meta = Meta.NONE): Member {
    val fields = rows.fields()
    return Member(
        userId = fields.required(0, "user_id") { long() },
        username = fields.required(1, "username") { text() },
        roles = fields.list(2) { MemberRole.of(text()) },
        isOwner = fields.optional(3) { flag() },
        createdAt = fields.time(4, "created_at"),
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readSecretReference(rows: Rows): SecretReference {
    val fields = rows.fields()
    return SecretReference(
        name = fields.required(0, "name") { text() },
        place = fields.required(1, "place") { text() },
        extra = fields.others(),
    )
}

internal fun readSpicepodReport(rows: Rows, meta: Meta = Meta.NONE): SpicepodReport {
    val fields = rows.fields()
    return SpicepodReport(
        ok = fields.required(0, "ok") { flag() },
        references = fields.list(1) { readSecretReference(this) },
        missing = fields.list(2) { text() },
        unused = fields.list(3) { text() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readSecretDrift(rows: Rows, meta: Meta = Meta.NONE): SecretDrift {
    val fields = rows.fields()
    return SecretDrift(
        ok = fields.required(0, "ok") { flag() },
        changed = fields.list(1) { readAppSecret(this) },
        deployment = fields.optional(2) { readDeployment(this) },
        unknown = fields.list(3) { text() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readRotationEvent(rows: Rows): RotationEvent {
    val fields = rows.fields()
    return RotationEvent(
        step = fields.required(0, "step") { RotationStep.of(text()) },
        slot = fields.required(1, "slot") { long() },
        journal = fields.required(2, "journal") { text() },
        extra = fields.others(),
    )
}

internal fun readRotationReport(rows: Rows, meta: Meta = Meta.NONE): RotationReport {
    val fields = rows.fields()
    return RotationReport(
        keys = fields.required(0, "keys") { readApiKeys(this) },
        journal = fields.required(1, "journal") { text() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readScopeReport(rows: Rows, meta: Meta = Meta.NONE): ScopeReport {
    val fields = rows.fields()
    return ScopeReport(
        granted = fields.list(0) { text() },
        unknown = fields.list(1) { text() },
        source = fields.required(2, "source") { ScopeSource.of(text()) },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readIdentity(rows: Rows, meta: Meta = Meta.NONE): Identity {
    val fields = rows.fields()
    return Identity(
        credential = fields.required(0, "credential") { CredentialKind.of(text()) },
        org = fields.optional(1) { text() },
        orgs = fields.list(2) { readOrg(this) },
        scopes = fields.list(3) { text() },
        refused = fields.list(4) { text() },
        source = fields.required(5, "source") { ScopeSource.of(text()) },
        expiresAt = fields.time(6, "expires_at"),
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readPlannedChange(rows: Rows): PlannedChange {
    val fields = rows.fields()
    return PlannedChange(
        action = fields.required(0, "action") { PlannedAction.of(text()) },
        target = fields.required(1, "target") { text() },
        text = fields.required(2, "text") { text() },
        extra = fields.others(),
    )
}

internal fun readPlan(rows: Rows, meta: Meta = Meta.NONE): Plan {
    val fields = rows.fields()
    return Plan(
        isEmpty = fields.required(0, "is_empty") { flag() },
        changes = fields.list(1) { readPlannedChange(this) },
        warnings = fields.list(2) { text() },
        text = fields.required(3, "text") { text() },
        document = fields.required(4, "document") { text() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readAppliedPlan(rows: Rows, meta: Meta = Meta.NONE): AppliedPlan {
    val fields = rows.fields()
    return AppliedPlan(
        app = fields.optional(0) { readApp(this) },
        changes = fields.list(1) { readPlannedChange(this) },
        deployment = fields.optional(2) { readDeployment(this) },
        fingerprints = fields.required(3, "fingerprints") { text() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readCheck(rows: Rows): Check {
    val fields = rows.fields()
    return Check(
        name = fields.required(0, "name") { text() },
        outcome = fields.required(1, "outcome") { CheckOutcome.of(text()) },
        detail = fields.required(2, "detail") { text() },
        hint = fields.optional(3) { text() },
        extra = fields.others(),
    )
}

internal fun readDiagnosis(rows: Rows, meta: Meta = Meta.NONE): Diagnosis {
    val fields = rows.fields()
    return Diagnosis(
        ok = fields.required(0, "ok") { flag() },
        checks = fields.list(1) { readCheck(this) },
        text = fields.required(2, "text") { text() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readSqlResult(rows: Rows, meta: Meta = Meta.NONE): SqlResult {
    val fields = rows.fields()
    return SqlResult(
        rowCount = fields.required(0, "row_count") { long() },
        rows = fields.list(1) { json() },
        schema = fields.optional(2) { json() },
        executionTimeMs = fields.optional(3) { double() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readSearchHit(rows: Rows): SearchHit {
    val fields = rows.fields()
    return SearchHit(
        dataset = fields.optional(0) { text() },
        score = fields.optional(1) { double() },
        matches = fields.optional(2) { json() },
        primaryKey = fields.optional(3) { json() },
        data = fields.optional(4) { json() },
        metadata = fields.optional(5) { json() },
        extra = fields.others(),
    )
}

internal fun readSearchResult(rows: Rows, meta: Meta = Meta.NONE): SearchResult {
    val fields = rows.fields()
    return SearchResult(
        results = fields.list(0) { readSearchHit(this) },
        durationMs = fields.optional(1) { double() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readChatCompletion(rows: Rows, meta: Meta = Meta.NONE): ChatCompletion {
    val fields = rows.fields()
    return ChatCompletion(
        id = fields.optional(0) { text() },
        model = fields.optional(1) { text() },
        content = fields.optional(2) { text() },
        choices = fields.list(3) { json() },
        usage = fields.optional(4) { json() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readChatChunk(rows: Rows, meta: Meta = Meta.NONE): ChatChunk {
    val fields = rows.fields()
    return ChatChunk(
        id = fields.optional(0) { text() },
        model = fields.optional(1) { text() },
        content = fields.optional(2) { text() },
        choices = fields.list(3) { json() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readRuntimeStatus(rows: Rows, meta: Meta = Meta.NONE): RuntimeStatus {
    val fields = rows.fields()
    return RuntimeStatus(
        ok = fields.required(0, "ok") { flag() },
        status = fields.required(1, "status") { long() },
        text = fields.required(2, "text") { text() },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readRuntimeDataset(rows: Rows): RuntimeDataset {
    val fields = rows.fields()
    return RuntimeDataset(
        name = fields.required(0, "name") { text() },
        source = fields.optional(1) { text() },
        status = fields.optional(2) { text() },
        errorMessage = fields.optional(3) { text() },
        extra = fields.others(),
    )
}

internal fun readRuntimeDatasets(rows: Rows, meta: Meta = Meta.NONE): RuntimeDatasets {
    val fields = rows.fields()
    return RuntimeDatasets(
        ready = fields.required(0, "ready") { flag() },
        datasets = fields.list(1) { readRuntimeDataset(this) },
        extra = fields.others(),
        meta = meta,
    )
}

internal fun readMetricSample(rows: Rows): MetricSample {
    val fields = rows.fields()
    return MetricSample(
        name = fields.required(0, "name") { text() },
        labels = fields.map(1) { text() },
        value = fields.required(2, "value") { double() },
        extra = fields.others(),
    )
}

internal fun readRuntimeMetrics(rows: Rows, meta: Meta = Meta.NONE): RuntimeMetrics {
    val fields = rows.fields()
    return RuntimeMetrics(
        text = fields.required(0, "text") { text() },
        samples = fields.list(1) { readMetricSample(this) },
        extra = fields.others(),
        meta = meta,
    )
}
