/** A table that is edited says at each step what it would say if it were opened anew. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { access } from '../../../server/src/core/config/access/language';
import { aliases } from '../../../server/src/core/config/aliases/language';
import { tables } from '../../../server/src/core/config/tables/language';
import type { Language } from '../../../server/src/core/language';
import type { HasSource } from '../../../server/src/core/problem';
import { createSource } from '../../../server/src/core/text';
import { HANG } from './sound';

/** Lines that large files are made of, and lines that have something to say to their neighbours or to the file. */
const lines: Readonly<Record<string, { plain: (n: number) => string; odd: readonly string[] }>> = {
  'mail-aliases': {
    plain: (n) =>
      n % 7 === 0 ? `list${n}: name${n + 3}, user@example.net,\n\tother${n}@example.org` : `name${n}: user${n}@example.org`,
    odd: [
      ...['a: b', 'b: a', 'a: c', 'list: :include:/etc/lists/x', 'owner-list: a', 'name7: name14', 'name3: "|/bin/sh"', 'x: x'],
      ...[
        'no colon',
        '  indented',
        '\tb@example.net',
        '# comment',
        '#',
        '',
        ' ',
        'q: "open',
        'q": x',
        'long: a,',
        'c: d\\',
        'é: a',
      ],
      ...[
        'w: /etc/passwd',
        'y: y@mail.example.org',
        'postmaster: root',
        'z: \\z, z@example.org',
        'u: posmtaster',
        'd: a b',
        'n: \0',
      ],
      ...[
        '# postmaster-ignore aliases/duplicate-alias',
        'r: root@localhost',
        'k: a+b',
        'abuse: "Some Body" <a@x.org>',
        'm: ,,a,',
      ],
    ],
  },
  'sendmail-access': {
    plain: (n) =>
      n % 3 === 0 ? `Connect:10.1.${n % 250}.${n % 99}\tREJECT` : `From:user${n}@example.org\tERROR:5.7.1:550 Not welcome`,
    odd: [
      ...[
        'Connect:10.1.3.3\tOK',
        'from:USER1@example.org REJECT',
        'Conect:x.example\tREJECT',
        'X:a\tOK',
        'TLS_Srv:\tVERIFY+CITag:X',
      ],
      ...[
        '10.0.0.0/8 RELAY',
        ' indented OK',
        '\t',
        '#c',
        '',
        'novalue',
        'To:a@x.example RELAY # why',
        'a.example\tRELAY\\',
        'é\tOK',
      ],
      ...['# postmaster-ignore access/cidr', 'com\tRELAY', 'From:x@y.example\tREJCT', 'b.example ERROR:550 (x)', 'n\0\tOK'],
    ],
  },
};
const tableLines = {
  plain: (n: number) => `user${n}@a.example\tuser${n + 1}@b.example`,
  odd: [
    ...[
      'a@a.example\tb@a.example',
      'b@a.example\ta@a.example',
      '@a.example\terror:nouser No',
      'A@a.example\tc',
      '#c',
      '',
      ' x',
      'y',
    ],
    ...['a.example\tesmpt:[b.example]', 'b.example\ta.example', '.c.example\tsmtp:d.example:25', 'user5@a.example\t%1@x # y'],
  ],
};

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: readonly (string | number)[];
  readonly end: string;
  readonly whole: boolean;
}

const edit = (odd: readonly string[]): fc.Arbitrary<Edit> =>
  fc.record({
    at: fc.nat(),
    removed: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(0, 0, 0, 1, 1, 2, 40) },
      { weight: 2, arbitrary: fc.constantFrom(500, 9000, 20_000, 1_000_000) },
    ),
    inserted: fc.array(
      fc.oneof(
        fc.constantFrom(...odd),
        fc.constantFrom('x', ' ', '\t', '#', '\\', '"', ',', ':', '\r', '\n'),
        fc.constantFrom(0, 3, 300, 900),
      ),
      { maxLength: 4 },
    ),
    end: fc.constantFrom('\n', '\n', '\n', '\r\n', '', ' ', '\r'),
    whole: fc.boolean(),
  });

/** A number among what is inserted stands for so many plain lines. */
function apply(text: string, { at, removed, inserted, end, whole }: Edit, plain: (n: number) => string): string {
  const place = at % (text.length + 1);
  const start = whole ? text.lastIndexOf('\n', place - 1) + 1 : place;
  const make = (item: string | number): string =>
    typeof item === 'string' ? item : Array.from({ length: item }, (_, i) => plain(at + i)).join(end || '\n');
  return text.slice(0, start) + inserted.map((item) => make(item) + end).join('') + text.slice(start + removed);
}

function assertSame<M extends HasSource>(language: Language<M>, text: string, edited: M): void {
  const fresh = language.parse(text);
  const fail = (rule: string, error: unknown): never => {
    throw new Error(`rule ${rule} threw`, { cause: error });
  };
  // The starts of its lines are numbers in a row, however they are kept.
  assert.equal(edited.source.text, text);
  assert.deepEqual([...edited.source.lineStarts], [...createSource(text).lineStarts]);
  assert.deepEqual(language.validate!(edited, { onBrokenRule: fail }), language.validate!(fresh, { onBrokenRule: fail }));
  for (let i = 0; i < 20; i++) {
    const offset = Math.floor((text.length * i) / 19);
    assert.deepEqual(language.hover!(edited, offset), language.hover!(fresh, offset));
    assert.deepEqual(language.definition?.(edited, offset), language.definition?.(fresh, offset));
  }
  assert.deepEqual(language.symbols!(edited), language.symbols!(fresh));
  assert.deepEqual(language.folds!(edited), language.folds!(fresh));
}

for (const language of [access, aliases, ...tables] as unknown as Language[]) {
  const { plain, odd } = lines[language.id] ?? tableLines;
  const start = fc
    .tuple(fc.constantFrom(0, 200, 900), fc.array(fc.tuple(fc.nat(900), fc.constantFrom(...odd)), { maxLength: 12 }))
    .map(([count, more]) => {
      const all = Array.from({ length: count }, (_, i) => plain(i));
      for (const [at, line] of more) all.splice(at, 0, line);
      return all.join('\n');
    });

  describe(`${language.id}: edits`, () => {
    it('leave what a fresh look at the text would find', function () {
      this.timeout(HANG);
      fc.assert(
        fc.property(start, fc.array(edit(odd), { minLength: 1, maxLength: 8 }), (first, edits) => {
          let text = first;
          let model = language.parse(text);
          for (const one of edits) {
            text = apply(text, one, plain);
            model = language.parse(text, model);
          }
          assertSame(language, text, model);
        }),
        { numRuns: 60 },
      );
    });

    it('are found out in lines of any length', function () {
      this.timeout(HANG);
      for (const [before, after] of [
        ['', 'a: b\n'],
        ['a: b\n', ''],
        ['x'.repeat(100_000), 'x'.repeat(100_001)],
        [`a: ${'b, '.repeat(10_000)}\n`, `a: ${'b, '.repeat(9_999)}\n`],
        ['\n'.repeat(20_000), '\n'.repeat(19_000)],
        ['\r\n'.repeat(20_000), `a${'\r\n'.repeat(20_000)}`],
      ] as const)
        assertSame(language, after, language.parse(after, language.parse(before)));
    });
  });
}
