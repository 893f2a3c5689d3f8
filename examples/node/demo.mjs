// A session with Spice.ai Cloud, on an emulator inside this process: it needs no account.
//
// On the real cloud nothing changes but the client: there it is `new SpiceCloud()`, with a token in the variable
// SPICE_API_TOKEN.

import { readFile } from 'node:fs/promises';
import { NotFound } from 'spice-cloud';
import { startEmulator } from 'spice-cloud/testing';
import { Story } from './story.mjs';

/** What happens, from the first look at the API to the last trace of the app. */
async function tell(story, spice) {
  const spicepod = await readFile(new URL('../sales-bi/spicepod.yaml', import.meta.url), 'utf8');

  const regions = await story.step('look at the regions', async (say) => {
    const regions = await spice.regions.list();
    const names = regions.regions.map((one) => one.region).join(', ');
    say(`${names}; the default is ${regions.default}`);
    return regions;
  });

  const app = await story.step('create an app', async (say) => {
    const region = regions.default;
    const app = await spice.apps.create({ name: 'sales-bi', region, description: 'A demo' });
    say(`${app.name} (id ${app.id}), at https://${app.name}.spice.ai once it runs`);
    return app;
  });

  await story.step('set its spicepod', async (say) => {
    await spice.apps.update(app, { spicepod });
    say(`${app.name} has examples/sales-bi/spicepod.yaml now`);
  });

  await story.step('set its secrets', async (say) => {
    // Each that the spicepod refers to, once.
    const references = spicepod.matchAll(/\$\{secrets:(\w+)\}/g);
    const names = [...new Set(Array.from(references, ([, name]) => name))];
    await spice.secrets.setMany(
      app,
      Object.fromEntries(names.map((name) => [name, `made-up-${name}`])),
    );
    say(`${names.join(', ')}; nobody can read the values back`);
  });

  await story.step('deploy and watch', async (say) => {
    const statuses = [];
    const deployment = await spice.deployments.deploy(app, {
      commitMessage: 'First deployment',
      pollInterval: 150,
      onEvent: ({ status }) => {
        if (statuses.includes(status)) return;
        statuses.push(status);
        story.note(`      ${status}`);
      },
    });
    say(`deployment ${deployment.id}: ${statuses.join(' → ')}`);
  });

  await story.step('list all apps', async (say) => {
    let count = 0;
    for await (const _ of spice.apps.list({ pageSize: 10 })) count += 1;
    say(`${count} apps, in pages of 10`);
  });

  await story.step('ask two things at once', async (say) => {
    const [found, members] = await Promise.all([spice.apps.find(app.name), spice.members.list()]);
    say(`${app.name} has the id ${found?.id}, and there are ${members.length} members`);
  });

  await story.step('ask for a missing app', async (say) => {
    try {
      await spice.apps.get(999_999_999);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      say(`${error.name}, ${error.status}: ${error.message}`);
    }
  });

  await story.step('delete the app', async (say) => {
    await spice.apps.delete(app);
    say('deleted, with all that it ran');
  });
}

const emulator = await startEmulator({ seed: 'demo' });
const intro = 'A session with Spice.ai Cloud in Node, on an emulator of its own.';
const story = new Story(intro, emulator);
const spice = emulator.client();
await tell(story, spice);
story.show();
spice.close();
await emulator.stop();
