import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aliases } from '../../../../server/src/core/config/aliases/language';
import { assertSound, LONGEST, ms, SLOW } from '../sound';

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
    this.timeout(SLOW);
    fc.assert(fc.property(fc.array(word, { maxLength: 60 }), (words) => assertSound(aliases, words.join(''))));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assertSound(aliases, text)));
  });

  it('takes time linear in it: many entries, long chains, wide circles', function () {
    this.timeout(SLOW);
    const make = (count: number, line: (i: number) => string): string =>
      Array.from({ length: count }, (_, i) => line(i)).join('');
    const texts = {
      plain: make(100_000, (i) => `user${i}: user${i}@host${i % 100}.example.net, other${i}\n`),
      chain: make(40_000, (i) => `n${i}: n${i + 1}\n`),
      circle: make(40_000, (i) => `n${i}: n${(i + 1) % 40_000}\n`),
      same: make(40_000, (i) => `same: x${i}\n`),
      comments: make(40_000, () => '#\n x\n'),
      odd: make(60, () => `all: ${'a:b, '.repeat(1600)}\n`),
    };
    for (const [name, text] of Object.entries(texts)) {
      assert.ok(ms(() => aliases.validate!(aliases.parse(text))) < LONGEST, name);
    }
  });

  it('takes time linear in one long line', function () {
    this.timeout(SLOW);
    for (const unit of ['x', ' ', ',', '"', '(', '<', '\\', '\\\n', '\n ', 'a,\n\t', '((', 'a:']) {
      const text = unit.repeat((unit === 'x' ? 5_000_000 : 500_000) / unit.length);
      assert.ok(ms(() => aliases.validate!(aliases.parse(text))) < LONGEST, JSON.stringify(unit));
      assert.ok(ms(() => aliases.validate!(aliases.parse(`a: ${text}`))) < LONGEST, `a: ${JSON.stringify(unit)}`);
      const many = `a: ${text.slice(0, 8000)}\n`.repeat(50);
      assert.ok(ms(() => aliases.validate!(aliases.parse(many))) < LONGEST, `many ${JSON.stringify(unit)}`);
    }
  });
});
