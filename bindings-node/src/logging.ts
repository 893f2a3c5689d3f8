/* Lines of the core's log, handed on in the event loop: to a logger and to the user's hook. */

import { bridge } from './bridge.js';
import { milliseconds, type Told } from './told.js';

/** From which weight on something is logged. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'off';

/** Where the log goes: `console`, or a logger of pino, winston and the like. */
export interface Logger {
  debug?(message: string, fields: object): void;
  info?(message: string, fields: object): void;
  warn?(message: string, fields: object): void;
  error?(message: string, fields: object): void;
}

/** One attempt of a call, as `onRequest` is told of it. It holds nothing secret. */
export interface RequestEvent {
  /** The operation, such as `apps.list`. */
  readonly operation: string;
  /** The HTTP method. */
  readonly method: string;
  /** The path with placeholders, such as `/v1/apps/{app_id}`. */
  readonly path: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** The status that was answered; null if none was. */
  readonly status: number | null;
  /** `ok`, or the name of the error, such as `NotFound`. */
  readonly outcome: string;
  /** How long the attempt took, in milliseconds. */
  readonly took: number;
  /** The server's name for the request; null if it gave none. */
  readonly requestId: string | null;
  /** In how many milliseconds another attempt follows; null if none does. */
  readonly retryIn: number | null;
}

/** @internal What a session of the core has for its log. */
interface Source {
  drainLog(): string[];
  setLogLevel(level: string): void;
  watchLog(wakes: typeof bridge.wakes, token: number): void;
}

/** What no error tells: without a logger these are warnings of the process. */
const UNSEEN = ['cancelled', 'lost'];

/** @internal The levels, the lightest first. */
export const LEVELS: readonly string[] = ['debug', 'info', 'warn', 'error', 'off'];

/** To stderr: what is printed on stdout is the program's. */
const STDERR: Logger = { debug: print, info: print, warn: print, error: print };

const forgotten = new FinalizationRegistry<number>((token) => bridge.forget(token));

/** @internal The log of a client and of its copies. */
export class Log {
  readonly #source: Source;
  readonly #hook: ((event: RequestEvent) => unknown) | undefined;
  readonly #logger: Logger | undefined;
  readonly #level: string;
  readonly #token: number;
  #isWatched = false;

  constructor(
    source: Source,
    hook: ((event: RequestEvent) => unknown) | undefined,
    logger: Logger | undefined,
    level: string | undefined,
  ) {
    const asked = level ?? process.env['SPICE_CLOUD_LOG']?.trim().toLowerCase();
    // A word for somebody else's taste is no reason to fail.
    const isAsked = asked !== undefined && LEVELS.includes(asked);
    this.#source = source;
    this.#hook = hook;
    this.#logger = logger ?? (isAsked ? STDERR : undefined);
    this.#level = isAsked ? asked : 'warn';
    // The hook is told of everything, whatever is logged.
    source.setLogLevel(hook === undefined ? this.#level : 'debug');
    // The bridge must not keep a client that nobody has any more.
    const self = new WeakRef(this);
    this.#token = bridge.listen(() => {
      const log = self.deref();
      if (log !== undefined) log.#ring();
    });
    forgotten.register(this, this.#token);
    this.#watch();
  }

  /** Hands on what has come since. */
  drain(): void {
    for (const line of this.#source.drainLog()) this.#handOn(JSON.parse(line) as Told);
    this.#watch();
  }

  #ring(): void {
    this.#isWatched = false;
    this.drain();
  }

  #watch(): void {
    if (this.#isWatched) return;
    this.#isWatched = true;
    this.#source.watchLog(bridge.wakes, this.#token);
  }

  #handOn(line: Told): void {
    const level = String(line['level']);
    const event = String(line['event']);
    if (LEVELS.indexOf(level) >= LEVELS.indexOf(this.#level)) {
      if (this.#logger !== undefined) this.#tell(level, describe(line), inMilliseconds(line));
      else if (UNSEEN.includes(event)) process.emitWarning(describe(line), 'SpiceCloudWarning');
    }
    if (this.#hook !== undefined && (event === 'request' || event === 'retry')) {
      const { level: _level, event: _event, ...attempt } = inMilliseconds(line);
      this.#call(this.#hook, attempt as unknown as RequestEvent);
    }
  }

  /** What goes wrong in code of the user is told, and hinders nobody. */
  #call(hook: (event: RequestEvent) => unknown, event: RequestEvent): void {
    const complain = (error: unknown) => {
      this.#tell('error', `onRequest failed: ${String(error)}`, { error });
    };
    try {
      Promise.resolve(hook(event)).catch(complain);
    } catch (error) {
      complain(error);
    }
  }

  #tell(level: string, message: string, fields: object): void {
    const logger = this.#logger ?? STDERR;
    try {
      logger[level as 'debug' | 'info' | 'warn' | 'error']?.(message, fields);
    } catch (error) {
      process.emitWarning(`the logger failed: ${String(error)}`, 'SpiceCloudWarning');
    }
  }
}

function print(message: string): void {
  console.error(`spice-cloud: ${message}`);
}

/** A line under the names and with the durations of this language. */
function inMilliseconds(line: Told): Told {
  const { took, request_id, retry_in, ...others } = line;
  const known = (value: unknown) => (typeof value === 'number' ? milliseconds(value) : null);
  if (took === undefined) return others;
  return { ...others, took: known(took), requestId: request_id ?? null, retryIn: known(retry_in) };
}

/** A line for people. */
function describe(line: Told): string {
  const { event, operation, method, path, outcome, status, took, attempt } = line;
  if (event === 'token') return `token: ${outcome} in ${Number(took).toFixed(3)} s`;
  if (event === 'cancelled') {
    return `${operation} was cancelled, but the request of a change may have been sent already`;
  }
  if (event === 'lost') return `${line['lines']} lines of the log came too fast and were lost`;
  const request = line['request_id'] === null ? '' : `, request ${line['request_id']}`;
  const again =
    line['retry_in'] === null ? '' : `, again in ${Number(line['retry_in']).toFixed(3)} s`;
  const ended = `${operation} ${method} ${path}: ${status ?? outcome} in ${Number(took).toFixed(3)} s`;
  return `${ended} (attempt ${attempt}${request})${again}`;
}
