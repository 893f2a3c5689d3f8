// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/* From the core's rows to what people get: `Date` for times, `Secret` for secrets. */

import { Secret } from '../secret.js';
import { type Draft, finished, holds, isThere, listOf, mapOf, readTime, rowOf } from '../told.js';
import type {
  AlertTarget,
  ApiKeys,
  App,
  AppConfig,
  AppliedPlan,
  AppMetrics,
  AppSecret,
  ChatChunk,
  ChatCompletion,
  Check,
  Cluster,
  ClusterMetrics,
  ContainerImage,
  ContainerImages,
  Deployment,
  Diagnosis,
  Executor,
  ForkSource,
  Health,
  Identity,
  IngestionMetrics,
  InstanceMetrics,
  Limits,
  Member,
  MetricSample,
  Monitor,
  MonitorSpec,
  Org,
  Plan,
  PlannedChange,
  Reaction,
  ReactionSpec,
  Region,
  Regions,
  ResourceQuantities,
  Resources,
  ResumedApp,
  RotationEvent,
  RotationReport,
  RuntimeDataset,
  RuntimeDatasets,
  RuntimeMetrics,
  RuntimeStatus,
  ScopeReport,
  SearchHit,
  SearchResult,
  SecretDrift,
  SecretReference,
  SpicepodReport,
  SqlResult,
} from './models.js';

export function readHealth(told: unknown): Health {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['status'] = row[1];
  if (isThere(row[2])) readTime(object, 'timestamp', row[2]);
  return finished(object, row);
}

export function readLimits(told: unknown): Limits {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['apps'] = row[1];
  if (isThere(row[2])) object['replicas'] = row[2];
  if (isThere(row[3])) object['spicepods'] = row[3];
  if (isThere(row[4])) object['users'] = row[4];
  if (isThere(row[5])) object['apiRps'] = row[5];
  if (isThere(row[6])) object['requestTimeoutSecs'] = row[6];
  if (isThere(row[7])) object['sqlQueryTimeoutSecs'] = row[7];
  return finished(object, row);
}

export function readRegion(told: unknown): Region {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['name'] = row[1];
  if (isThere(row[2])) object['region'] = row[2];
  if (isThere(row[3])) object['cname'] = row[3];
  if (isThere(row[4])) object['provider'] = row[4];
  if (isThere(row[5])) object['providerName'] = row[5];
  if (isThere(row[6])) object['isDefault'] = row[6];
  if (isThere(row[7])) object['disabled'] = row[7];
  return finished(object, row);
}

export function readRegions(told: unknown): Regions {
  const row = rowOf(told);
  const object: Draft = {};
  object['regions'] = listOf(row[1], readRegion);
  if (isThere(row[2])) object['default'] = row[2];
  return finished(object, row);
}

export function readContainerImage(told: unknown): ContainerImage {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['name'] = row[1];
  if (isThere(row[2])) object['tag'] = row[2];
  if (isThere(row[3])) object['channel'] = row[3];
  return finished(object, row);
}

export function readContainerImages(told: unknown): ContainerImages {
  const row = rowOf(told);
  const object: Draft = {};
  object['images'] = listOf(row[1], readContainerImage);
  if (isThere(row[2])) object['default'] = row[2];
  return finished(object, row);
}

export function readOrg(told: unknown): Org {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['id'] = row[1];
  if (isThere(row[2])) object['name'] = row[2];
  if (isThere(row[3])) object['displayName'] = row[3];
  if (isThere(row[4])) object['role'] = row[4];
  return finished(object, row);
}

export function readCluster(told: unknown): Cluster {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['clusterName'] = row[1];
  if (isThere(row[2])) object['region'] = row[2];
  if (isThere(row[3])) object['cloudProvider'] = row[3];
  if (isThere(row[4])) object['endpoint'] = row[4];
  if (isThere(row[5])) readTime(object, 'createdAt', row[5]);
  if (isThere(row[6])) readTime(object, 'updatedAt', row[6]);
  return finished(object, row);
}

export function readResourceQuantities(told: unknown): ResourceQuantities {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['cpu'] = row[1];
  if (isThere(row[2])) object['memory'] = row[2];
  if (isThere(row[3])) object['ephemeralStorage'] = row[3];
  return finished(object, row);
}

export function readResources(told: unknown): Resources {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['limits'] = readResourceQuantities(row[1]);
  if (isThere(row[2])) object['requests'] = readResourceQuantities(row[2]);
  return finished(object, row);
}

export function readExecutor(told: unknown): Executor {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['replicas'] = row[1];
  if (isThere(row[2])) object['resources'] = readResources(row[2]);
  if (isThere(row[3])) object['storageSizeGb'] = row[3];
  return finished(object, row);
}

export function readAppConfig(told: unknown): AppConfig {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['spicepod'] = row[1];
  if (isThere(row[2])) object['registry'] = row[2];
  if (isThere(row[3])) object['image'] = row[3];
  if (isThere(row[4])) object['imageTag'] = row[4];
  if (isThere(row[5])) object['updateChannel'] = row[5];
  if (isThere(row[6])) object['version'] = row[6];
  if (isThere(row[7])) object['replicas'] = row[7];
  if (isThere(row[8])) object['resources'] = readResources(row[8]);
  if (isThere(row[9])) object['executor'] = readExecutor(row[9]);
  if (isThere(row[10])) object['region'] = row[10];
  if (isThere(row[11])) object['clusterName'] = row[11];
  if (isThere(row[12])) object['nodeGroup'] = row[12];
  if (isThere(row[13])) object['storageSizeGb'] = row[13];
  if (isThere(row[14])) object['storageClaimSizeGb'] = row[14];
  return finished(object, row);
}

export function readForkSource(told: unknown): ForkSource {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['id'] = row[1];
  if (isThere(row[2])) object['name'] = row[2];
  return finished(object, row);
}

export function readApp(told: unknown): App {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['id'] = row[1];
  if (isThere(row[2])) object['name'] = row[2];
  if (isThere(row[3])) object['description'] = row[3];
  if (isThere(row[4])) object['visibility'] = row[4];
  if (isThere(row[5])) readTime(object, 'createdAt', row[5]);
  if (isThere(row[6])) object['region'] = row[6];
  if (isThere(row[7])) object['cname'] = row[7];
  if (isThere(row[8])) object['clusterId'] = row[8];
  if (isThere(row[9])) object['clusterName'] = row[9];
  if (isThere(row[10])) object['endpoint'] = row[10];
  if (isThere(row[11])) object['productionBranch'] = row[11];
  if (isThere(row[12])) object['apiKey'] = new Secret(row[12] as string);
  object['tags'] = mapOf(row[13]);
  if (isThere(row[14])) object['warning'] = row[14];
  if (isThere(row[15])) object['forkedFrom'] = readForkSource(row[15]);
  if (isThere(row[16])) object['config'] = readAppConfig(row[16]);
  if (isThere(row[17])) object['sharedState'] = row[17];
  return finished(object, row);
}

export function readResumedApp(told: unknown): ResumedApp {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['deploymentId'] = row[1];
  return finished(object, row);
}

export function readInstanceMetrics(told: unknown): InstanceMetrics {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['cpuUsagePercent'] = row[1];
  if (isThere(row[2])) object['memoryUsageBytes'] = row[2];
  if (isThere(row[3])) object['diskReadBytes'] = row[3];
  if (isThere(row[4])) object['diskReadOperations'] = row[4];
  if (isThere(row[5])) object['diskWriteBytes'] = row[5];
  if (isThere(row[6])) object['diskWriteOperations'] = row[6];
  return finished(object, row);
}

export function readIngestionMetrics(told: unknown): IngestionMetrics {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['rowsIngested'] = row[1];
  if (isThere(row[2])) object['bytesIngested'] = row[2];
  return finished(object, row);
}

export function readClusterMetrics(told: unknown): ClusterMetrics {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['activeExecutorsCount'] = row[1];
  return finished(object, row);
}

export function readAppMetrics(told: unknown): AppMetrics {
  const row = rowOf(told);
  const object: Draft = {};
  object['metrics'] = mapOf(row[1], readInstanceMetrics);
  if (isThere(row[2])) object['ingestion'] = readIngestionMetrics(row[2]);
  if (isThere(row[3])) object['cluster'] = readClusterMetrics(row[3]);
  return finished(object, row);
}

export function readDeployment(told: unknown): Deployment {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['id'] = row[1];
  if (isThere(row[2])) object['status'] = row[2];
  if (isThere(row[3])) readTime(object, 'createdAt', row[3]);
  if (isThere(row[4])) readTime(object, 'startedAt', row[4]);
  if (isThere(row[5])) readTime(object, 'updatedAt', row[5]);
  if (isThere(row[6])) readTime(object, 'finishedAt', row[6]);
  if (isThere(row[7])) object['image'] = row[7];
  if (isThere(row[8])) object['imageTag'] = row[8];
  if (isThere(row[9])) object['channel'] = row[9];
  if (isThere(row[10])) object['replicas'] = row[10];
  if (isThere(row[11])) object['branch'] = row[11];
  if (isThere(row[12])) object['commitSha'] = row[12];
  if (isThere(row[13])) object['commitMessage'] = row[13];
  if (isThere(row[14])) object['debug'] = row[14];
  if (isThere(row[15])) object['errorCode'] = row[15];
  if (isThere(row[16])) object['errorMessage'] = row[16];
  if (isThere(row[17])) object['creationSource'] = row[17];
  if (isThere(row[18])) object['createdBy'] = row[18];
  return finished(object, row);
}

export function readAppSecret(told: unknown): AppSecret {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['id'] = row[1];
  if (isThere(row[2])) object['name'] = row[2];
  if (isThere(row[3])) object['value'] = row[3];
  if (isThere(row[4])) readTime(object, 'createdAt', row[4]);
  if (isThere(row[5])) readTime(object, 'updatedAt', row[5]);
  return finished(object, row);
}

export function readApiKeys(told: unknown): ApiKeys {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['apiKey'] = new Secret(row[1] as string);
  if (isThere(row[2])) object['apiKey2'] = new Secret(row[2] as string);
  if (isThere(row[3])) object['regeneratedKey'] = row[3];
  return finished(object, row);
}

export function readAlertTarget(told: unknown): AlertTarget {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['kind'] = row[1];
  if (isThere(row[2])) object['emails'] = listOf(row[2]);
  if (isThere(row[3])) object['channelId'] = row[3];
  if (isThere(row[4])) object['url'] = row[4];
  if (isThere(row[5])) object['method'] = row[5];
  if (isThere(row[6])) object['token'] = new Secret(row[6] as string);
  return finished(object, row);
}

export function readMonitorSpec(told: unknown): MonitorSpec {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['op'] = row[1];
  if (isThere(row[2])) object['threshold'] = row[2];
  if (isThere(row[3])) object['window'] = row[3];
  if (isThere(row[4])) object['sustainSecs'] = row[4];
  if (isThere(row[5])) object['severity'] = row[5];
  if (isThere(row[6])) object['dataset'] = row[6];
  if (isThere(row[7])) object['datasets'] = listOf(row[7]);
  if (isThere(row[8])) object['includeDetails'] = row[8];
  return finished(object, row);
}

export function readReactionSpec(told: unknown): ReactionSpec {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['op'] = row[1];
  if (isThere(row[2])) object['threshold'] = row[2];
  if (isThere(row[3])) object['dataset'] = row[3];
  if (isThere(row[4])) object['datasets'] = listOf(row[4]);
  if (isThere(row[5])) object['column'] = row[5];
  if (isThere(row[6])) object['value'] = row[6];
  if (isThere(row[7])) object['conditions'] = listOf(row[7]);
  if (isThere(row[8])) object['query'] = row[8];
  if (isThere(row[9])) object['queryLanguage'] = row[9];
  if (isThere(row[10])) object['model'] = row[10];
  if (isThere(row[11])) object['includeDetails'] = row[11];
  return finished(object, row);
}

export function readMonitor(told: unknown): Monitor {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['id'] = row[1];
  if (isThere(row[2])) object['name'] = row[2];
  if (isThere(row[3])) object['description'] = row[3];
  if (isThere(row[4])) object['status'] = row[4];
  if (isThere(row[5])) object['templateId'] = row[5];
  if (isThere(row[6])) object['spec'] = readMonitorSpec(row[6]);
  object['targets'] = listOf(row[7], readAlertTarget);
  object['recipientUserIds'] = listOf(row[8]);
  if (isThere(row[9])) readTime(object, 'lastFiredAt', row[9]);
  if (isThere(row[10])) readTime(object, 'lastResolvedAt', row[10]);
  if (isThere(row[11])) object['evaluationUnavailableReason'] = row[11];
  return finished(object, row);
}

export function readReaction(told: unknown): Reaction {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['id'] = row[1];
  if (isThere(row[2])) object['name'] = row[2];
  if (isThere(row[3])) object['description'] = row[3];
  if (isThere(row[4])) object['status'] = row[4];
  if (isThere(row[5])) object['templateId'] = row[5];
  if (isThere(row[6])) object['spec'] = readReactionSpec(row[6]);
  object['targets'] = listOf(row[7], readAlertTarget);
  object['recipientUserIds'] = listOf(row[8]);
  if (isThere(row[9])) readTime(object, 'lastFiredAt', row[9]);
  if (isThere(row[10])) readTime(object, 'lastResolvedAt', row[10]);
  return finished(object, row);
}

export function readMember(told: unknown): Member {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['userId'] = row[1];
  if (isThere(row[2])) object['username'] = row[2];
  object['roles'] = listOf(row[3]);
  if (isThere(row[4])) object['isOwner'] = row[4];
  if (isThere(row[5])) readTime(object, 'createdAt', row[5]);
  return finished(object, row);
}

export function readSecretReference(told: unknown): SecretReference {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['name'] = row[1];
  if (isThere(row[2])) object['place'] = row[2];
  return finished(object, row);
}

export function readSpicepodReport(told: unknown): SpicepodReport {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['ok'] = row[1];
  object['references'] = listOf(row[2], readSecretReference);
  object['missing'] = listOf(row[3]);
  object['unused'] = listOf(row[4]);
  return finished(object, row);
}

export function readSecretDrift(told: unknown): SecretDrift {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['ok'] = row[1];
  object['changed'] = listOf(row[2], readAppSecret);
  if (isThere(row[3])) object['deployment'] = readDeployment(row[3]);
  object['unknown'] = listOf(row[4]);
  holds(object, 'changed', 'deployment');
  return finished(object, row);
}

export function readRotationEvent(told: unknown): RotationEvent {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['step'] = row[1];
  if (isThere(row[2])) object['slot'] = row[2];
  if (isThere(row[3])) object['journal'] = row[3];
  return finished(object, row);
}

export function readRotationReport(told: unknown): RotationReport {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['keys'] = readApiKeys(row[1]);
  if (isThere(row[2])) object['journal'] = row[2];
  holds(object, 'keys');
  return finished(object, row);
}

export function readScopeReport(told: unknown): ScopeReport {
  const row = rowOf(told);
  const object: Draft = {};
  object['granted'] = listOf(row[1]);
  object['unknown'] = listOf(row[2]);
  if (isThere(row[3])) object['source'] = row[3];
  return finished(object, row);
}

export function readIdentity(told: unknown): Identity {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['credential'] = row[1];
  if (isThere(row[2])) object['org'] = row[2];
  object['orgs'] = listOf(row[3], readOrg);
  object['scopes'] = listOf(row[4]);
  object['refused'] = listOf(row[5]);
  if (isThere(row[6])) object['source'] = row[6];
  if (isThere(row[7])) readTime(object, 'expiresAt', row[7]);
  holds(object, 'orgs');
  return finished(object, row);
}

export function readPlannedChange(told: unknown): PlannedChange {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['action'] = row[1];
  if (isThere(row[2])) object['target'] = row[2];
  if (isThere(row[3])) object['text'] = row[3];
  return finished(object, row);
}

export function readPlan(told: unknown): Plan {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['isEmpty'] = row[1];
  object['changes'] = listOf(row[2], readPlannedChange);
  object['warnings'] = listOf(row[3]);
  if (isThere(row[4])) object['text'] = row[4];
  if (isThere(row[5])) object['document'] = row[5];
  return finished(object, row);
}

export function readAppliedPlan(told: unknown): AppliedPlan {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['app'] = readApp(row[1]);
  object['changes'] = listOf(row[2], readPlannedChange);
  if (isThere(row[3])) object['deployment'] = readDeployment(row[3]);
  if (isThere(row[4])) object['fingerprints'] = row[4];
  holds(object, 'app', 'deployment');
  return finished(object, row);
}

export function readCheck(told: unknown): Check {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['name'] = row[1];
  if (isThere(row[2])) object['outcome'] = row[2];
  if (isThere(row[3])) object['detail'] = row[3];
  if (isThere(row[4])) object['hint'] = row[4];
  return finished(object, row);
}

export function readDiagnosis(told: unknown): Diagnosis {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['ok'] = row[1];
  object['checks'] = listOf(row[2], readCheck);
  if (isThere(row[3])) object['text'] = row[3];
  return finished(object, row);
}

export function readSqlResult(told: unknown): SqlResult {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['rowCount'] = row[1];
  object['rows'] = listOf(row[2]);
  if (isThere(row[3])) object['schema'] = row[3];
  if (isThere(row[4])) object['executionTimeMs'] = row[4];
  return finished(object, row);
}

export function readSearchHit(told: unknown): SearchHit {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['dataset'] = row[1];
  if (isThere(row[2])) object['score'] = row[2];
  if (isThere(row[3])) object['matches'] = row[3];
  if (isThere(row[4])) object['primaryKey'] = row[4];
  if (isThere(row[5])) object['data'] = row[5];
  if (isThere(row[6])) object['metadata'] = row[6];
  return finished(object, row);
}

export function readSearchResult(told: unknown): SearchResult {
  const row = rowOf(told);
  const object: Draft = {};
  object['results'] = listOf(row[1], readSearchHit);
  if (isThere(row[2])) object['durationMs'] = row[2];
  return finished(object, row);
}

export function readChatCompletion(told: unknown): ChatCompletion {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['id'] = row[1];
  if (isThere(row[2])) object['model'] = row[2];
  if (isThere(row[3])) object['content'] = row[3];
  object['choices'] = listOf(row[4]);
  if (isThere(row[5])) object['usage'] = row[5];
  return finished(object, row);
}

export function readChatChunk(told: unknown): ChatChunk {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['id'] = row[1];
  if (isThere(row[2])) object['model'] = row[2];
  if (isThere(row[3])) object['content'] = row[3];
  object['choices'] = listOf(row[4]);
  return finished(object, row);
}

export function readRuntimeStatus(told: unknown): RuntimeStatus {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['ok'] = row[1];
  if (isThere(row[2])) object['status'] = row[2];
  if (isThere(row[3])) object['text'] = row[3];
  return finished(object, row);
}

export function readRuntimeDataset(told: unknown): RuntimeDataset {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['name'] = row[1];
  if (isThere(row[2])) object['source'] = row[2];
  if (isThere(row[3])) object['status'] = row[3];
  if (isThere(row[4])) object['errorMessage'] = row[4];
  return finished(object, row);
}

export function readRuntimeDatasets(told: unknown): RuntimeDatasets {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['ready'] = row[1];
  object['datasets'] = listOf(row[2], readRuntimeDataset);
  return finished(object, row);
}

export function readMetricSample(told: unknown): MetricSample {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['name'] = row[1];
  object['labels'] = mapOf(row[2]);
  if (isThere(row[3])) object['value'] = row[3];
  return finished(object, row);
}

export function readRuntimeMetrics(told: unknown): RuntimeMetrics {
  const row = rowOf(told);
  const object: Draft = {};
  if (isThere(row[1])) object['text'] = row[1];
  object['samples'] = listOf(row[2], readMetricSample);
  return finished(object, row);
}
