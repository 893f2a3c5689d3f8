// Plays every case of `tests/faults`: one test for each. Where `FAULTS_REPORT` names a folder, each that passes leaves
// a file there, for `cargo xtask faults`.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { documents } from './scenario/files.mjs';
import { play } from './scenario/play.mjs';
import { Recorder } from './scenario/record.mjs';

describe('faults', () => {
  for (const [name, scenario] of documents('tests/faults')) {
    test(name, async () => {
      await play(scenario, Recorder.of('faults', name));
      const folder = process.env['FAULTS_REPORT'];
      if (folder === undefined) return;
      mkdirSync(path.join(folder, 'node'), { recursive: true });
      writeFileSync(path.join(folder, 'node', name), '');
    });
  }
});
