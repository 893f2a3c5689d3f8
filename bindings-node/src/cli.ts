#!/usr/bin/env node
/* The command line. */

import { bridge } from './bridge.js';
import { native } from './native.js';

const token = bridge.listen(() => {
  const { code } = command;
  if (code === null) return;
  bridge.release();
  process.off('SIGINT', stop).off('SIGTERM', stop);
  process.exitCode = code;
});

bridge.hold();
const command = native.Command.start(
  ['spice-cloud', ...process.argv.slice(2)],
  bridge.wakes,
  token,
);

function stop(): void {
  command.cancel();
}

process.on('SIGINT', stop).on('SIGTERM', stop);
