/** Changes to open texts, held against the protocol's own library, change by change: it loses count behind a place beyond the end. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createSource } from '../../server/src/core/text';
import { openTexts } from '../../server/src/texts';

const uri = 'file:///aliases';
const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\r\n', 'ü', '😀'), maxLength: 40 });
const place = fc.record({ line: fc.integer({ min: 0, max: 12 }), character: fc.integer({ min: 0, max: 12 }) });
const range = fc.tuple(place, place).map((ends) => {
  const [start, end] = ends.sort((a, b) => a.line - b.line || a.character - b.character);
  return { start, end };
});
const change = fc.oneof({ weight: 4, arbitrary: fc.record({ range, text }) }, { weight: 1, arbitrary: fc.record({ text }) });

describe('an open text', () => {
  for (const known of [false, true])
    it(`is after any changes what the protocol says, ${known ? 'with' : 'without'} the lines of the one before`, () =>
      fc.assert(
        fc.property(text, fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 4 }), (before, edits) => {
          let theirs = before;
          const texts = openTexts(() => (known ? createSource(theirs) : undefined));
          const ours = texts.create(uri, 'mail-aliases', 1, before);
          for (const [i, changes] of edits.entries()) {
            texts.update(ours, changes, i + 2);
            for (const one of changes)
              theirs = TextDocument.update(TextDocument.create(uri, 'mail-aliases', 1, theirs), [one], 2).getText();
            assert.equal(ours.text, theirs);
            assert.equal(ours.version, i + 2);
          }
        }),
        { numRuns: 2000 },
      ));

  it('does not take the lines of another text for its own', () => {
    const texts = openTexts(() => createSource('one line'));
    const open = texts.create(uri, 'mail-aliases', 1, 'a: b\nc: d\n');
    const at = { line: 1, character: 0 };
    assert.equal(texts.update(open, [{ range: { start: at, end: at }, text: 'x' }], 2).text, 'a: b\nxc: d\n');
  });
});
