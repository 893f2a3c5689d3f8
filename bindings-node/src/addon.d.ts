/** A call: a conversation with the core. When it is collected as garbage it is cancelled. */
export declare class Call {
  /** The next step as JSON, if it is there; else the token comes out of `wakes` when it is worth another look. */
  poll(wakes: Wakes, token: number): string | null
  /** Gives the token that was asked for, and how many seconds it is valid, if that is known. */
  answerToken(token: string, expiresIn?: number | undefined | null): void
  /** Says what came of what was asked for, as JSON. */
  answerValue(value: string): void
  /** Says why there is no token, or why nothing came of what was asked for. */
  answerFailed(words: string): void
  /** Gives the call up: its request is dropped. */
  cancel(): void
}

/**
 * The command `spice-cloud` on the streams of the process. It runs on a thread of its own, which nobody waits for: it may
 * be reading what a person types while the process ends.
 */
export declare class Command {
  /** Starts it. The first argument is the name of the program. `token` comes out of `wakes` when there is a code. */
  static start(args: Array<string>, wakes: Wakes, token: number): Command
  /** The exit code, once it has ended. */
  get code(): number | null
  /** Asks it to stop. */
  cancel(): void
}

/** A running emulator. It stops when it is collected as garbage. */
export declare class Emulator {
  /** Starts one, with settings as JSON. */
  static start(settings: string): Promise<Emulator>
  /** Its address. */
  get url(): string
  /** Its port. */
  get port(): number
  /** A token that may do everything. */
  get token(): string
  /** The id of its OAuth client. */
  get clientId(): string
  /** The secret of its OAuth client. */
  get clientSecret(): string
  /** A call of its administration, as HTTP has it under `/_emulator/`; body and answer are JSON. */
  admin(method: string, path: string, body?: string | undefined | null): Promise<string>
  /** Copies everything that requests can change. */
  snapshot(): Snapshot
  /** Puts everything back as it was. */
  restore(snapshot: Snapshot): void
  /** Stops it; its port is free then. */
  stop(): Promise<void>
}

/** A client with its connections, its credentials and its log. */
export declare class Session {
  /** Opens a client with options as JSON. */
  constructor(options: string)
  /** Makes a call with parameters as JSON. It sends nothing before its first step is asked for. */
  call(operation: string, params: string): Call
  /** Ends all calls, and every later one. */
  close(): void
  /** Says how much is to be logged. */
  setLogLevel(level: string): void
  /** What there is to log since the last time, each line as JSON. */
  drainLog(): Array<string>
  /** Wakes once when there is something to log. */
  watchLog(wakes: Wakes, token: number): void
  /** Name and code of every kind of error. */
  static errorKinds(): Array<Array<string>>
}

/** Everything that requests can change, at one moment. */
export declare class Snapshot {}

/** The calls of an event loop that are worth another look. */
export declare class Wakes {
  /** `ring` is called in the event loop when `drain` has something. */
  constructor(ring: () => void)
  /** The tokens since the last time. */
  drain(): Array<number>
}
