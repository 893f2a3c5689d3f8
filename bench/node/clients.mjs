// The clients that are measured: each reads an app, and a page of 100 apps, into objects of the same shape. A client is
// loaded when it is asked for, so that a process has only its own.

/** How many connections each may have. */
const CONNECTIONS = 64;

const TOKEN = 'example-token';
const headers = { authorization: `Bearer ${TOKEN}` };

/** What people write to get from the API's answer to what the package gives: the same names, dates, no absent map. */
function appOf(told) {
  const app = { id: told.id, name: told.name };
  if (told.description != null) app.description = told.description;
  if (told.visibility != null) app.visibility = told.visibility;
  if (told.created_at != null) app.createdAt = new Date(told.created_at);
  if (told.region != null) app.region = told.region;
  if (told.cname != null) app.cname = told.cname;
  if (told.cluster_id != null) app.clusterId = told.cluster_id;
  if (told.cluster_name != null) app.clusterName = told.cluster_name;
  if (told.endpoint != null) app.endpoint = told.endpoint;
  if (told.production_branch != null) app.productionBranch = told.production_branch;
  if (told.api_key != null) app.apiKey = told.api_key;
  app.tags = told.tags ?? {};
  if (told.warning != null) app.warning = told.warning;
  if (told.config != null) app.config = told.config;
  return app;
}

/** A client made of a function that gets JSON. */
function byHand(url, get) {
  return {
    one: async () => appOf(await get(`${url}/v1/apps/1`)),
    page: async () => (await get(`${url}/v1/apps?limit=100`)).apps.map(appOf),
  };
}

const CLIENTS = {
  'spice-cloud': async (url) => {
    const { SpiceCloud } = await import('spice-cloud');
    const client = new SpiceCloud({ baseUrl: url, token: TOKEN, maxInFlight: CONNECTIONS });
    return {
      one: () => client.apps.get(1),
      page: () => client.apps.list({ limit: 100 }).toArray(),
    };
  },

  undici: async (url) => {
    const { Agent, request } = await import('undici');
    const dispatcher = new Agent({ connections: CONNECTIONS });
    return byHand(url, async (address) => {
      const { statusCode, body } = await request(address, { dispatcher, headers });
      if (statusCode !== 200) throw new Error(`${statusCode}`);
      return await body.json();
    });
  },

  fetch: async (url) => {
    return byHand(url, async (address) => {
      const response = await fetch(address, { headers });
      if (!response.ok) throw new Error(`${response.status}`);
      return await response.json();
    });
  },

  axios: async (url) => {
    const { default: axios } = await import('axios');
    const { Agent } = await import('node:http');
    const httpAgent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    const client = axios.create({ headers, httpAgent, proxy: false });
    return byHand(url, async (address) => (await client.get(address)).data);
  },
};

/** A client by its name. */
export async function clientOf(name, url) {
  return await CLIENTS[name](url);
}
