import fc from 'fast-check';
import { aliases } from '../../../../server/src/core/config/aliases/language';
import { assertJudged, assertSound, HANG } from '../sound';

const word = fc.constantFrom(
  ...'a b root postmaster list :include:/x |/bin/p "|p a" /f \\ : , ; # ( ) < > " @ @x.org a@b é % ! + error: .REDIRECT'.split(
    ' ',
  ),
  ' ',
  '\t',
  '\n',
  '\n ',
  '\\\n',
  '\r',
  '\r\n',
  '\0',
  '\ud800',
);

describe('aliases: any text', () => {
  it('is read without a throw, with all ranges inside', function () {
    this.timeout(HANG);
    fc.assert(fc.property(fc.array(word, { maxLength: 60 }), (words) => assertSound(aliases, words.join(''))));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assertSound(aliases, text)));
  });

  it('takes time linear in it: many entries, long chains, wide circles', function () {
    this.timeout(HANG);
    const make = (count: number, line: (i: number) => string): string =>
      Array.from({ length: count }, (_, i) => line(i)).join('');
    const texts = {
      plain: make(100_000, (i) => `user${i}: user${i}@host${i % 100}.example.net, other${i}\n`),
      chain: make(60_000, (i) => `n${i}: n${i + 1}\n`),
      circle: make(60_000, (i) => `n${i}: n${(i + 1) % 60_000}\n`),
      same: make(60_000, (i) => `same: x${i}\n`),
      comments: make(60_000, () => '#\n x\n'),
      odd: make(60, () => `all: ${'a:b, '.repeat(1600)}\n`),
    };
    for (const text of Object.values(texts)) assertJudged(aliases, text);
  });

  it('takes time linear in one long line', function () {
    this.timeout(HANG);
    for (const unit of ['x', ' ', ',', '"', '(', '<', '\\', '\\\n', '\n ', 'a,\n\t', '((', 'a:']) {
      const text = unit.repeat((unit === 'x' ? 5_000_000 : 500_000) / unit.length);
      assertJudged(aliases, text);
      assertJudged(aliases, `a: ${text}`);
      const many = `a: ${text.slice(0, 8000)}\n`.repeat(50);
      assertJudged(aliases, many);
    }
  });
});
