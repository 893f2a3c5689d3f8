// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/* From what the core tells to what people get: `Date` for times, `Secret` for secrets. */

import { readList, readMap, readPart, readSecret, readTime, type Told } from '../told.js';
import type {
  ApiKeys,
  App,
  AppConfig,
  AppMetrics,
  AppSecret,
  Cluster,
  ClusterMetrics,
  ContainerImage,
  ContainerImages,
  Deployment,
  Executor,
  ForkSource,
  Health,
  IngestionMetrics,
  InstanceMetrics,
  Limits,
  Member,
  Org,
  Region,
  Regions,
  ResourceQuantities,
  Resources,
} from './models.js';

export function readHealth(told: Told): Health {
  readTime(told, 'timestamp');
  return told as unknown as Health;
}

export function readLimits(told: Told): Limits {
  return told as unknown as Limits;
}

export function readRegion(told: Told): Region {
  return told as unknown as Region;
}

export function readRegions(told: Told): Regions {
  readList(told, 'regions', readRegion);
  return told as unknown as Regions;
}

export function readContainerImage(told: Told): ContainerImage {
  return told as unknown as ContainerImage;
}

export function readContainerImages(told: Told): ContainerImages {
  readList(told, 'images', readContainerImage);
  return told as unknown as ContainerImages;
}

export function readOrg(told: Told): Org {
  return told as unknown as Org;
}

export function readCluster(told: Told): Cluster {
  readTime(told, 'createdAt');
  readTime(told, 'updatedAt');
  return told as unknown as Cluster;
}

export function readResourceQuantities(told: Told): ResourceQuantities {
  return told as unknown as ResourceQuantities;
}

export function readResources(told: Told): Resources {
  readPart(told, 'limits', readResourceQuantities);
  readPart(told, 'requests', readResourceQuantities);
  return told as unknown as Resources;
}

export function readExecutor(told: Told): Executor {
  readPart(told, 'resources', readResources);
  return told as unknown as Executor;
}

export function readAppConfig(told: Told): AppConfig {
  readPart(told, 'resources', readResources);
  readPart(told, 'executor', readExecutor);
  return told as unknown as AppConfig;
}

export function readForkSource(told: Told): ForkSource {
  return told as unknown as ForkSource;
}

export function readApp(told: Told): App {
  readTime(told, 'createdAt');
  readSecret(told, 'apiKey');
  readMap(told, 'tags');
  readPart(told, 'forkedFrom', readForkSource);
  readPart(told, 'config', readAppConfig);
  return told as unknown as App;
}

export function readInstanceMetrics(told: Told): InstanceMetrics {
  return told as unknown as InstanceMetrics;
}

export function readIngestionMetrics(told: Told): IngestionMetrics {
  return told as unknown as IngestionMetrics;
}

export function readClusterMetrics(told: Told): ClusterMetrics {
  return told as unknown as ClusterMetrics;
}

export function readAppMetrics(told: Told): AppMetrics {
  readMap(told, 'metrics', readInstanceMetrics);
  readPart(told, 'ingestion', readIngestionMetrics);
  readPart(told, 'cluster', readClusterMetrics);
  return told as unknown as AppMetrics;
}

export function readDeployment(told: Told): Deployment {
  readTime(told, 'createdAt');
  readTime(told, 'startedAt');
  readTime(told, 'updatedAt');
  readTime(told, 'finishedAt');
  return told as unknown as Deployment;
}

export function readAppSecret(told: Told): AppSecret {
  readTime(told, 'createdAt');
  readTime(told, 'updatedAt');
  return told as unknown as AppSecret;
}

export function readApiKeys(told: Told): ApiKeys {
  readSecret(told, 'apiKey');
  readSecret(told, 'apiKey2');
  return told as unknown as ApiKeys;
}

export function readMember(told: Told): Member {
  readList(told, 'roles');
  readTime(told, 'createdAt');
  return told as unknown as Member;
}
