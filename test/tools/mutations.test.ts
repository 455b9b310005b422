/**
 * What the tools say of a thousand single edits of valid files is recorded in test/fixtures/mutations.json, for machines without
 * the tools; here both are held against each other.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { chosenEdits, mutated, type Recorded, sourceOf } from '../support/mutations';
import { ask } from './record';

const record = 'test/fixtures/mutations.json';

describe('a thousand slips of the hand', () => {
  const recording = process.env.RECORD === '1';
  const recorded = recording ? [] : (JSON.parse(readFileSync(record, 'utf8')) as Recorded[]);
  const found: Recorded[] = [];
  const chosen = chosenEdits();
  it('are those that are recorded', () => {
    if (!recording)
      assert.deepEqual(
        recorded.map(({ says, ...edit }) => (void says, edit)),
        chosen,
      );
  });
  for (const file of new Set(chosen.map((edit) => edit.file))) {
    it(file, () => {
      const text = sourceOf(file);
      const type = file.slice(0, file.indexOf('/'));
      const says = chosen
        .filter((edit) => edit.file === file)
        .map((edit) => ({ ...edit, says: ask(type, Buffer.from(mutated(text, edit), 'latin1')) }));
      found.push(...says);
      if (!recording)
        assert.deepEqual(
          says,
          recorded.filter((edit) => edit.file === file),
        );
    });
  }
  after(() => {
    if (recording) writeFileSync(record, `[\n${found.map((edit) => JSON.stringify(edit)).join(',\n')}\n]\n`);
  });
});
