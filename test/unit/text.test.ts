import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createSource, lineAt, lineCount, lineSpan, lineText, offsetAt, placeAt } from '../../server/src/core/text';

describe('text', () => {
  it('indexes LF, CR LF and a lone CR as line ends', () => {
    const source = createSource('a\nbc\r\nd\re');
    assert.equal(lineCount(source), 4);
    assert.deepEqual(
      [0, 1, 2, 3].map((l) => lineText(source, l)),
      ['a', 'bc', 'd', 'e'],
    );
  });

  it('gives places that lead back to their offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é', '𝄞') }), fc.nat(), (text, n) => {
        const source = createSource(text);
        // Nothing is between CR and LF.
        const any = n % (text.length + 1);
        const offset = text[any - 1] === '\r' && text[any] === '\n' ? any - 1 : any;
        assert.equal(offsetAt(source, placeAt(source, offset)), offset);
        const line = lineAt(source, offset);
        assert.ok(lineSpan(source, line).start <= offset);
      }),
    );
  });

  it('takes places outside the text as its ends', () => {
    const source = createSource('ab\ncd');
    assert.equal(offsetAt(source, { line: 9, character: 0 }), 5);
    assert.equal(offsetAt(source, { line: -1, character: 3 }), 0);
    assert.equal(lineText(source, 9), '');
  });
});
