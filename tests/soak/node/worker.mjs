// A worker with an app of its own, who knows what has to come back.

import { FAILED } from './tally.mjs';

const SPICEPOD = 'version: v1\nkind: Spicepod\nname: soak\n';

export class Worker {
  #client;
  #tally;
  #name;
  #id = 0;
  #steps = 0;
  /** As it was set last; undefined while that is not known. */
  #description;
  /** Secrets that are there for certain. */
  #secrets = new Set();
  /** Both keys as they were seen last; undefined while they are not known. */
  #keys;
  #deployment = 0;
  /** An app that could not be deleted yet. */
  #leftOver;

  #does = {
    list: () => this.#list(),
    get: () => this.#get(),
    update: () => this.#update(),
    set: () => this.#set(),
    delete: () => this.#delete(),
    keys: () => this.#seeKeys(),
    regenerate: () => this.#regenerate(),
    deploy: () => this.#deploy(),
    create: () => this.#create(),
  };

  constructor(client, tally, number) {
    this.#client = client;
    this.#tally = tally;
    this.#name = `soak-worker-${number}`;
  }

  /** Makes the worker's app. */
  async begin() {
    const app = await this.#client.apps.create({ name: this.#name });
    await this.#client.apps.update(app, { spicepod: SPICEPOD });
    this.#id = app.id;
  }

  /** Does one step of the mixture. */
  async step(step) {
    this.#steps += 1;
    await this.#does[step]();
  }

  async #list() {
    const apps = await this.#tally.call(() => this.#client.apps.list({ pageSize: 20 }).toArray());
    if (apps === FAILED) return;
    const ids = new Set(apps.map((app) => app.id));
    const own = apps.some((app) => app.id === this.#id && app.name === this.#name);
    this.#tally.expect(ids.size === apps.length, () => 'list: an app came twice');
    this.#tally.expect(own, () => `list: ${this.#name} is missing among ${apps.length}`);
  }

  async #get() {
    const app = await this.#tally.call(() => this.#client.apps.get(this.#id));
    if (app === FAILED) return;
    this.#isOwn('get', app);
    const known = this.#description === undefined || app.description === this.#description;
    this.#tally.expect(known, () => `get: ${app.description}, not ${this.#description}`);
  }

  async #update() {
    const number = `${this.#steps}`;
    const description = `step ${number}`;
    this.#description = undefined;
    const changes = { description, tags: { step: number } };
    const app = await this.#tally.call(() => this.#client.apps.update(this.#id, changes));
    if (app === FAILED) return;
    this.#isOwn('update', app);
    const isSet = app.description === description && app.tags.step === number;
    this.#tally.expect(isSet, () => `update: ${app.description}, not ${description}`);
    this.#description = description;
  }

  async #set() {
    const name = `SOAK_${this.#steps % 3}`;
    const value = `value-${this.#steps}`;
    const secret = await this.#tally.call(() => this.#client.secrets.set(this.#id, name, value));
    if (secret === FAILED) return;
    this.#tally.expect(secret.name === name, () => `set: ${secret.name} instead of ${name}`);
    this.#secrets.add(name);
  }

  async #delete() {
    const [name] = this.#secrets;
    if (name === undefined) return await this.#get();
    this.#secrets.delete(name);
    await this.#tally.call(() => this.#client.secrets.delete(this.#id, name));
  }

  async #seeKeys() {
    const keys = await this.#tally.call(() => this.#client.apiKeys.get(this.#id));
    if (keys === FAILED) return;
    const came = both(keys);
    const before = this.#keys;
    const same = before === undefined || (came?.[0] === before[0] && came?.[1] === before[1]);
    this.#tally.expect(came && same, () => 'keys: not those that were there');
    this.#keys = came;
  }

  async #regenerate() {
    const before = this.#keys;
    this.#keys = undefined;
    const params = { keyNumber: 1 };
    const keys = await this.#tally.call(() => this.#client.apiKeys.regenerate(this.#id, params));
    if (keys === FAILED) return;
    const came = both(keys);
    const right = before === undefined || (came?.[0] !== before[0] && came?.[1] === before[1]);
    this.#tally.expect(came && right, () => 'regenerate: not the primary key, or not it alone');
    this.#keys = came;
  }

  async #deploy() {
    const params = { commitMessage: `step ${this.#steps}`, timeout: 10_000, pollInterval: 50 };
    const deployment = await this.#tally.call(() =>
      this.#client.deployments.deploy(this.#id, params),
    );
    if (deployment === FAILED) return;
    const right = deployment.status === 'succeeded' && deployment.id > this.#deployment;
    this.#tally.expect(right, () => `deploy: ${deployment.id} is ${deployment.status}`);
    this.#deployment = deployment.id;
  }

  async #create() {
    if (this.#leftOver !== undefined) await this.#remove(this.#leftOver);
    const name = `${this.#name}-${this.#steps}`;
    const app = await this.#tally.call(() => this.#client.apps.create({ name }));
    if (app === FAILED) return;
    this.#tally.expect(app.name === name, () => `create: ${app.name} instead of ${name}`);
    await this.#remove(app.id);
  }

  async #remove(id) {
    const deleted = await this.#tally.call(() => this.#client.apps.delete(id));
    this.#leftOver = deleted === FAILED ? id : undefined;
  }

  #isOwn(step, app) {
    const own = app.id === this.#id && app.name === this.#name;
    this.#tally.expect(own, () => `${step}: ${app.name} instead of ${this.#name}`);
  }
}

/** Both keys, when both came. */
function both({ apiKey, apiKey2 }) {
  return apiKey && apiKey2 ? [apiKey.reveal(), apiKey2.reveal()] : undefined;
}
