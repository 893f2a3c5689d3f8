// A program that uses what is public, for the compilers of those who install the package.

import {
  type App,
  type AppId,
  type CallOptions,
  type ChatChunk,
  type ClientOptions,
  Conflict,
  type CreateApp,
  type Deployment,
  type DeploymentEvent,
  DeploymentFailed,
  DeploymentStatus,
  NotFound,
  type Page,
  type Pager,
  RateLimited,
  type RequestEvent,
  type RotateParams,
  RotationFailed,
  type Runtime,
  Secret,
  SpiceCloud,
  SpiceCloudError,
  type Stream,
} from 'spice-cloud';
import { type Emulator, startEmulator } from 'spice-cloud/testing';

const options: ClientOptions = {
  token: new Secret('x'),
  timeout: 5_000,
  headers: { 'x-team': 'bi' },
  tokenProvider: async () => ({ token: 'x', expiresIn: 60_000 }),
  onRequest: (event: RequestEvent) => event.took.toFixed(1),
  logLevel: 'debug',
};

export async function uses(signal: CallOptions['signal']): Promise<number> {
  const client = new SpiceCloud(options);
  const created: CreateApp = { name: 'sales-bi', region: undefined, tags: { team: 'bi' } };
  const app: App = await client.apps.create(created, { signal, maxRetries: 0 });
  const same: AppId[] = [app, app.id, { id: 7 }];
  await client.apps.update(same[0] ?? app, { imageTag: null, replicas: 2 });
  const createdAt: number = app.createdAt?.getTime() ?? 0;
  const key: string | undefined = (await client.apiKeys.get(app)).apiKey?.reveal();

  const pager: Pager<App> = client.apps.list({ pageSize: 50 });
  for await (const listed of pager) listed.name.toUpperCase();
  const pages: Page<App>[] = [];
  for await (const page of pager.pages()) pages.push(page);
  const all: App[] = await pager.toArray({ max: 10 });
  const first: App | null = await pager.first();

  const deployment: Deployment = await client.deployments.deploy(app, {
    replicas: 1,
    timeout: 60_000,
    onEvent: (event: DeploymentEvent) => event.waitsFor,
  });
  const status: DeploymentStatus = deployment.status;
  const isNew = status === 'succeeded' || status === 'a word of tomorrow';
  const isOver: boolean = DeploymentStatus.isTerminal(status);
  for await (const event of client.deployments.watch(app, deployment)) event.elapsed.toFixed();

  await client.deployments.deploy(app, { redeployOn: ['internal_error'], untilReady: true });

  const runtime: Runtime = client.runtime(app, { url: 'https://example.com' });
  const rows: readonly unknown[] = (await runtime.sql('SELECT 1', { signal })).rows;
  const stream: Stream<ChatChunk> = client.runtime(new Secret('key')).chatStream({
    model: 'gpt',
    messages: [{ role: 'user', content: `${rows.length}` }],
  });
  for await (const { content } of stream) content?.toUpperCase();
  const how: RotateParams = {
    distribute: async (slot: number, secret: Secret) => secret.equals(String(slot)),
    verify: async () => true,
    onEvent: ({ journal }) => journal.length,
    grace: 1_000,
  };
  await client.apiKeys.rotate(app, how).catch((error: unknown) => {
    return error instanceof RotationFailed ? error.journal : undefined;
  });
  await client.require(['apps:read']);

  await client.secrets.set(app, 'KEY', 'value');
  await client.secrets.setMany(app, { A: 'a', B: new Secret('b') });
  await client.members.add({ username: 'ada', roles: ['viewer'] });
  const raw = await client.request('GET', '/v1/apps', { query: { limit: 1 } });
  return [createdAt, key, all, first, isNew, isOver, raw.status, pages].length;
}

export function explains(error: unknown): string {
  if (error instanceof RateLimited) return `again in ${error.retryAfter ?? 0} ms`;
  if (error instanceof Conflict) return error.kind ?? 'unknown';
  if (error instanceof NotFound) return error.requestId ?? '';
  if (error instanceof DeploymentFailed) return error.deployment?.errorCode ?? '';
  return error instanceof SpiceCloudError ? `${error.code} ${error.hint ?? ''}` : String(error);
}

export async function tests(): Promise<void> {
  const emulator: Emulator = await startEmulator({ seed: 'demo', rateLimit: 100 });
  await emulator.fault({ method: 'POST', path: '**/deployments', kind: 'status', status: 503 });
  await emulator[Symbol.asyncDispose]();
}

export async function mistakes(client: SpiceCloud): Promise<void> {
  // @ts-expect-error: an id is no text.
  await client.apps.get('7');
  // @ts-expect-error: no such field.
  await client.apps.create({ name: 'x', nam: 'y' });
  // @ts-expect-error: what has a name cannot be without.
  await client.apps.create({ name: null });
  // @ts-expect-error: no such option.
  await client.apps.get(7, { retries: 1 });
  const app = await client.apps.get(7);
  // @ts-expect-error: somebody has to take the keys.
  await client.apiKeys.rotate(7, {});
  // @ts-expect-error: waits know nothing of it.
  await client.deployments.wait(7, 8, { untilReady: true });
  // @ts-expect-error: answers do not change.
  app.name = 'other';
  // @ts-expect-error: misspelled.
  app.createAt?.getTime();
}
