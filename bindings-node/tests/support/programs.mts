// Runs the programs of tests/programs, each in a Node of its own.

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { PATIENCE } from './server.mjs';

const PROGRAMS = join(import.meta.dirname, '..', 'programs');

/** How a program ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The variables of a program, by which a client without options finds a server; nothing else reaches into it. */
export function environment(url: string, token = 'example-token', more: object = {}) {
  const { PATH, HOME, LANG } = process.env;
  return { PATH, HOME, LANG, SPICE_CLOUD_API_URL: url, SPICE_API_TOKEN: token, ...more };
}

/** Runs a program to its end, however it ends. */
export function run(program: string, args: string[], env: object): Promise<Ended> {
  return runFile(join(PROGRAMS, `${program}.mjs`), args, env);
}

/** Runs a file of JavaScript to its end, however it ends. */
export function runFile(file: string, args: string[], env: object, input?: string): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: env as NodeJS.ProcessEnv, timeout: 2 * PATIENCE };
    const child = execFile(process.execPath, [file, ...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
    child.stdin?.end(input);
  });
}

/** Starts a program and leaves it running. */
export function start(program: string, args: string[], env: object): ChildProcess {
  return spawn(process.execPath, [join(PROGRAMS, `${program}.mjs`), ...args], {
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
