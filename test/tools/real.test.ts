/** What is recorded of the files in test/fixtures/real (real.json) is what the tools of this machine say of them. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { realFiles, type Said } from '../support/verdict';
import { ask } from './record';

const record = 'test/fixtures/real.json';

describe('files as people write them', () => {
  const recording = process.env.RECORD === '1';
  const recorded = recording ? {} : (JSON.parse(readFileSync(record, 'utf8')) as Record<string, Said[]>);
  const found: Record<string, Said[]> = {};
  for (const file of realFiles()) {
    it(file, () => {
      const says = ask(file.slice(0, file.indexOf('/')), readFileSync(`test/fixtures/real/${file}`));
      if (says.length > 0) found[file] = says;
      if (!recording) assert.deepEqual(says, recorded[file] ?? []);
    });
  }
  after(() => {
    if (recording) writeFileSync(record, `${JSON.stringify(found, null, 1)}\n`);
  });
});
