import assert from 'node:assert/strict';
import { transcript } from '../../../server/src/core/smtp/language';
import { cursor } from '../../support/marked';

function labels(marked: string): string[] {
  const { text, offset } = cursor(marked);
  return transcript.complete!(transcript.parse(text), offset).map((c) => c.label);
}

describe('completion in transcripts', () => {
  it('offers commands at the beginning of a client’s line', () => {
    for (const line of ['|', 'C: R|', ' -> |', '12345 <<< |']) assert.ok(labels(line).includes('RCPT'), line);
    assert.ok(!labels('C: |').includes('TURN'), 'nothing obsolete');
  });

  it('replaces the word begun', () => {
    const { text, offset } = cursor('C: RC|');
    const item = transcript.complete!(transcript.parse(text), offset).find((c) => c.label === 'RCPT');
    assert.deepEqual(item?.span, { start: 3, end: 5 });
  });

  it('offers parameters behind an address, mechanisms behind AUTH, nothing else', () => {
    assert.ok(labels('C: MAIL FROM:<a@b.example> |').includes('SIZE='));
    assert.ok(labels('C: RCPT TO:<a@b.example> N|').includes('NOTIFY='));
    assert.ok(!labels('C: RCPT TO:<a@b.example> |').includes('SIZE='));
    assert.ok(labels('C: AUTH |').includes('PLAIN'));
    assert.deepEqual(labels('C: AUTH PLAIN |'), []);
    assert.deepEqual(labels('C: MAIL FROM:|'), []);
  });
});
