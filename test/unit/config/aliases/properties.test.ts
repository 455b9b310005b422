import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aliases } from '../../../../server/src/core/config/aliases/language';
import type { AliasModel } from '../../../../server/src/core/config/aliases/model';
import { readLogical } from '../../../../server/src/core/config/aliases/scanner';
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

/** Entries of the plain forms, of forms that are nearly so, and what stands between them. Few names, so that they meet. */
const name = fc.constantFrom(
  ...'a b c d e f owner-a list postmaster mailer-daemon root decode uudecode daemon postmastre A "b" a.b a+b *'.split(' '),
);
const recipient = fc.oneof(
  name,
  fc.constantFrom(
    ...'a@x.org b@mail.x.org c@localhost d@localhost.x.org e@x.REDIRECT f@x.redirect.org \\\\a |/bin/sh "|/bin/p x" :include:/l /f /var/x /var/passwd /home/a/../b /dev/null /var/x/ "|/bin/sh" a@mail.x.org <a@x.org> a@ @x error:no é owner-b a;b nobody abuse'.split(
      ' ',
    ),
    '',
    'a b',
    '"A B" <a@x.org>',
    '"A" <a@x.org',
    '"|/usr/bin/perl -e 1"',
    '"|/usr/lib/vacation -a a b"',
  ),
);
const entry = fc
  .tuple(
    name,
    fc.constantFrom(':', ': ', ' :\t', ':\n ', ''),
    fc.array(fc.tuple(recipient, fc.constantFrom(',', ', ', ',\n\t', ' , '))),
  )
  .map(([left, colon, right]) => left + colon + right.flat().slice(0, -1).join(''));
const line = fc.tuple(
  fc.oneof({ weight: 12, arbitrary: entry }, { weight: 1, arbitrary: fc.constantFrom('', '# a', ' b', '#\n x: y') }),
  fc.constantFrom('\n', '\n', '\n', ' \n', '\r\n', '\n\n', '\\\n', '\0\n'),
);
/** Rows of aliases that lead on, near to and beyond what sendmail follows. */
const chain = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.constantFrom('a@x.org', 'root', 'nobody-known', 'n0', 'a'), fc.boolean())
  .map(([length, end, back]) => {
    const rows = Array.from({ length }, (_, i) => [`n${i}: ${i + 1 < length ? `n${i + 1}` : end}`, '\n']);
    return back ? rows.reverse() : rows;
  });

describe('aliases: plain entries', () => {
  it('have the problems that all entries have', function () {
    this.timeout(HANG);
    const all = fc.tuple(fc.array(line, { maxLength: 10 }), fc.oneof(chain, fc.constant([])));
    fc.assert(
      fc.property(all, ([lines, rows]) => {
        const text = [...lines, ...rows].flat().join('');
        const model = aliases.parse(text);
        const kept = model.entries.filter((e) => e.name.key !== undefined && model.kept.get(e.name.key) === e);
        const looked = Object.create(model, {
          blocks: { value: [everything(model)] },
          unsettled: { value: kept },
        }) as typeof model;
        assert.deepEqual(aliases.validate!(model), aliases.validate!(looked));
        assert.deepEqual(
          model.entries.map((e) => e.start),
          startsOfEntries(text),
        );
        for (const e of model.entries) assert.equal(model.at(e.end), e);
      }),
      { numRuns: 3000 },
    );
  });
});

/** The one block of a small file with all entries among its lines, plain or not. */
function everything(model: AliasModel): AliasModel['blocks'][number] {
  const { source, entries } = model;
  const [block] = model.blocks;
  const none = { comments: [], orphans: [], noColon: [], tooLong: [] };
  const odd = entries.flatMap((entry) => entry.targets.flatMap((target) => (target.address.plain ? [] : { entry, target })));
  const lists = entries.flatMap(({ start, name, targets }) =>
    name.key !== undefined && targets.some((x) => x.address.kind === 'include')
      ? [{ entry: start, start: name.start, end: name.end, text: name.text, key: name.key }]
      : [],
  );
  const keys = { hashes: new Float64Array(), starts: new Int32Array() };
  const content = { keys, leads: { from: [], to: [], closer: [] }, ...block?.content, lists };
  const lines = { ...none, ...block?.content.lines, source, special: entries, odd, at: (at: number) => model.at(at) };
  return { start: 0, end: source.text.length, content: { ...content, lines } };
}

/** Where the lines begin, continuation lines joined, that hold a name and a colon. */
function startsOfEntries(text: string): number[] {
  const starts: number[] = [];
  for (let start = 0; start < text.length;) {
    const { line: logical, next } = readLogical(text, start);
    if (/^[^#\s].*:/s.test(logical.text) || logical.text.startsWith(':') || /^[\v\f\r].*:/s.test(logical.text))
      starts.push(start);
    start = next;
  }
  return starts;
}

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
