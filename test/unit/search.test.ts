import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeBase64, encodeBase64 } from '../../server/src/core/base64';
import { findWords } from '../../server/src/core/search';

describe('findWords', () => {
  const found = (text: string, words: string[]): string[] => findWords(text, words).map((f) => `${f.start}-${f.end} ${f.word}`);

  it('finds every word where it ends, the longest of those that end together', () => {
    assert.deepEqual(found('ushers', ['he', 'she', 'his', 'hers']), ['1-4 she', '2-6 hers']);
    assert.deepEqual(found('aaa', ['a', 'aa']), ['0-1 a', '0-2 aa', '1-3 aa']);
    assert.deepEqual(found('abc', []), []);
    assert.deepEqual(found('abc', ['']), []);
  });

  it('finds what indexOf finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c') }), fc.array(word), (text, words) => {
        const ends = new Set<number>();
        for (const w of words) for (let at = text.indexOf(w); at >= 0; at = text.indexOf(w, at + 1)) ends.add(at + w.length);
        assert.deepEqual(
          [...new Set(findWords(text, words).map((f) => f.end))],
          [...ends].sort((a, b) => a - b),
        );
      }),
    );
  });
});

describe('base64', () => {
  it('is what Node makes of the same bytes, and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
        const text = Buffer.from(bytes).toString('latin1');
        assert.equal(encodeBase64(text), Buffer.from(bytes).toString('base64'));
        assert.equal(decodeBase64(encodeBase64(text)), text);
      }),
    );
  });

  it('is nothing else', () => {
    for (const text of ['', 'abc', 'ab=c', 'a b=', 'abcd=', '====']) assert.equal(decodeBase64(text), undefined, text);
  });
});
