// Servers that answer byte for byte what a test says, and that know when a peer goes away. Nothing here sleeps: whoever
// waits is woken by what happens, or gives up after `PATIENCE` milliseconds.

import { EventEmitter, once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** How long anything may take that is expected to happen, in milliseconds. */
export const PATIENCE = 20_000;

/** A request as it came. */
export interface Request {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A whole answer; a body that is no text is written as JSON. */
export function answer(status: number, body: unknown = '', headers: object = {}): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const lines = [`HTTP/1.1 ${status} -`];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (status !== 204) lines.push(`content-length: ${Buffer.byteLength(text)}`);
  return `${lines.join('\r\n')}\r\n\r\n${text}`;
}

/** Gives what is sent for a request. With `null` the connection ends, after whatever was sent before. */
export type Script = (exchange: Exchange) => string | null | Promise<string | null>;

/** A request that waits for its answer. */
export class Exchange {
  readonly request: Request;
  readonly server: RawServer;
  readonly #socket: Socket;

  constructor(server: RawServer, socket: Socket, request: Request) {
    this.server = server;
    this.#socket = socket;
    this.request = request;
  }

  /** Sends a part of an answer. */
  send(text: string): void {
    this.#socket.write(text);
  }

  /** Waits until the server is told to go on; false when the peer went away instead. */
  async held(): Promise<boolean> {
    const gone = once(this.#socket, 'close').then(() => false);
    return await Promise.race([gone, this.server.toldToGoOn.then(() => true)]);
  }
}

/** A server that asks a script for each answer; connections are kept. */
export class RawServer {
  readonly requests: Request[] = [];
  /** The requests whose peers went away before they were answered. */
  readonly gone: Request[] = [];
  readonly toldToGoOn: Promise<void>;
  readonly #script: Script;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #changed = new EventEmitter();
  #goOn = () => {};
  #url = '';

  private constructor(script: Script) {
    this.#script = script;
    this.toldToGoOn = new Promise((resolve) => {
      this.#goOn = resolve;
    });
    this.#changed.setMaxListeners(0);
    this.#server = createServer((socket) => this.#serve(socket));
  }

  /** Starts one. */
  static async start(script: Script): Promise<RawServer> {
    const server = new RawServer(script);
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    const address = server.#server.address();
    if (typeof address === 'object') server.#url = `http://127.0.0.1:${address?.port}`;
    return server;
  }

  /** Gives these answers, the last one for good, and then ends the connection. */
  static fixed(...answers: string[]): Promise<RawServer> {
    const left = [...answers];
    return RawServer.start((exchange) => {
      exchange.send((left.length > 1 ? left.shift() : left[0]) ?? '');
      return null;
    });
  }

  /** Answers nothing until it is told to go on, and then everything as usual. */
  static slow(): Promise<RawServer> {
    return RawServer.start(async (exchange) => {
      return (await exchange.held()) ? usual(exchange.request) : null;
    });
  }

  /** Answers everything as usual. */
  static usual(): Promise<RawServer> {
    return RawServer.start(({ request }) => usual(request));
  }

  get url(): string {
    return this.#url;
  }

  /** Waits until so many requests have come. */
  async waitForRequests(count: number): Promise<void> {
    await this.#until(() => this.requests.length >= count, `${count} requests`);
  }

  /** Waits until so many peers went away without an answer. */
  async waitForGone(count = 1): Promise<void> {
    await this.#until(() => this.gone.length >= count, `${count} peers to go away`);
  }

  /** Lets every held exchange end, also those to come. */
  goOn(): void {
    this.#goOn();
  }

  /** Stops listening and ends every connection. */
  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #until(happened: () => boolean, what: string): Promise<void> {
    const signal = AbortSignal.timeout(PATIENCE);
    while (!happened()) {
      try {
        await once(this.#changed, 'change', { signal });
      } catch {
        const seen = this.requests.map(({ method, target }) => `${method} ${target}`);
        throw new Error(`waited in vain for ${what}; the server saw ${seen}`);
      }
    }
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    let pending: Request | undefined;
    let text = '';
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#sockets.delete(socket);
      if (pending === undefined) return;
      this.gone.push(pending);
      this.#changed.emit('change');
    });
    socket.setEncoding('latin1').on('data', async (part) => {
      text += part;
      const request = read(text);
      if (request === undefined) return;
      text = '';
      pending = request;
      this.requests.push(request);
      this.#changed.emit('change');
      const reply = await this.#script(new Exchange(this, socket, request));
      if (socket.destroyed) return;
      pending = undefined;
      if (reply === null) socket.end();
      else socket.write(reply);
    });
  }
}

/** The request that a text is, once all of it has come. */
function read(text: string): Request | undefined {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const [method = '', target = ''] = first.split(' ');
  const pairs = lines.map((line) => {
    const place = line.indexOf(':');
    return [line.slice(0, place).toLowerCase(), line.slice(place + 1).trim()];
  });
  const headers: Record<string, string> = Object.fromEntries(pairs);
  const body = text.slice(end + 4);
  const isWhole = body.length >= Number(headers['content-length'] ?? 0);
  return isWhole ? { method, target, headers, body } : undefined;
}

/** What is read from the API, as far as tests do. */
const BODIES: Readonly<Record<string, unknown>> = {
  '/v1/apps': { apps: [] },
  '/v1/regions': { regions: [], default: 'us-west-2' },
  '/v1/orgs': { orgs: [{ id: 1, name: 'acme' }] },
};

/** A good answer to some reads, and to the creation of an app. */
export function usual({ method, target }: Request): string {
  const app = { id: 7, name: 'sales-bi' };
  if (method === 'POST') return answer(201, app);
  return answer(200, BODIES[target.split('?')[0] ?? ''] ?? app);
}
