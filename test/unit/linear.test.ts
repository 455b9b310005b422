import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { PLAIN as PLAIN_ACCESS } from '../../server/src/core/config/access/plain';
import { PLAIN } from '../../server/src/core/config/aliases/plain';
import { NATURAL } from '../../server/src/core/compare/normalise';
import { fingerprints } from '../../server/src/core/knowledge/fingerprints';
import { greetings } from '../../server/src/core/knowledge/greetings';
import { loginTraces } from '../../server/src/core/knowledge/loginTraces';
import { remedies } from '../../server/src/core/knowledge/remedies';
import { voices } from '../../server/src/core/knowledge/voices';
import { wordingThemes } from '../../server/src/core/knowledge/wordings';
import { BETWEEN, END, WHOLE } from '../../server/src/core/smtp/formats/generic/rows';
import { EVIDENCE } from '../../server/src/core/smtp/formats/generic/shapes';
import { TOKEN } from '../../server/src/core/smtp/redact/names';
import { allWordings } from '../../server/src/core/smtp/wording';
import { LOGGED, STAMPED, STAMPED_ONCE } from '../../server/src/core/smtp/wraps';
import { expressionsBelow, grammarExpressions, type Expression } from '../support/linear/expressions';
import { superlinear } from '../support/linear/linear';

/** Every file that makes regular expressions of strings: at how many places, and which. */
const made: Readonly<Record<string, readonly [places: number, Expression[]]>> = {
  'server/src/core/config/access/plain.ts': [1, [of('PLAIN of access', PLAIN_ACCESS.source, PLAIN_ACCESS.flags)]],
  'server/src/core/config/aliases/plain.ts': [1, [of('PLAIN of aliases', PLAIN.source, PLAIN.flags)]],
  'server/src/core/compare/normalise.ts': [1, [of('NATURAL', NATURAL.source, NATURAL.flags)]],
  'server/src/core/compare/advice.ts': [
    2, // the other is a keyword of ESMTP between two \b
    remedies.map((row) => of('remedy', row.product, 'i')),
  ],
  'server/src/core/smtp/formats/generic/rows.ts': [3, [BETWEEN, END, WHOLE].map((one) => of('line ends', one.source, one.flags))],
  'server/src/core/smtp/formats/generic/shapes.ts': [1, [of('EVIDENCE', EVIDENCE.source, EVIDENCE.flags)]],
  'server/src/core/smtp/wraps.ts': [
    3,
    [
      of('STAMPED', STAMPED.source, STAMPED.flags),
      of('STAMPED_ONCE', STAMPED_ONCE.source, STAMPED_ONCE.flags),
      of('LOGGED', LOGGED.source, LOGGED.flags),
    ],
  ],
  'server/src/core/smtp/redact/names.ts': [1, [of('TOKEN', TOKEN.source, TOKEN.flags)]],
  'server/src/core/smtp/redact/secrets.ts': [1, loginTraces.map((row) => of('trace of a login', row.before, 'g'))],
  'server/src/core/smtp/signs.ts': [
    3, // two are fingerprints as alternatives and nothing around them: their time is the sum of those
    [
      ...fingerprints.map((row) => of(`fingerprint of ${row.product}`, row.pattern, 'i')),
      ...voices.flatMap(({ program, banner, says }) =>
        [banner, ...Object.values(says)].flatMap((pattern) => (pattern ? of(`voice of ${program}`, pattern, 'i') : [])),
      ),
    ],
  ],
  'server/src/core/needle.ts': [1, []], // the patterns of signs.ts and wording.ts
  'server/src/core/smtp/wording.ts': [
    1,
    [
      ...greetings.map(([program, pattern]) => of(`greeting of ${program}`, pattern, 'i')),
      ...allWordings().map((row) => of(`wording ${row.id}`, row.pattern, 'iu')),
      ...wordingThemes.map((row) => of(`theme ${row.name}`, row.pattern, 'i')),
    ],
  ],
};

/** Patterns that are not linear by themselves, and why they do no harm. */
const harmless: Readonly<Record<string, string>> = {
  '(,)([A-Za-z_][A-Za-z0-9_]*)(=)(.)((?:(?!\\4).)*)(\\4)':
    'reads on to the next character that is the same: no further than the characters of a line differ',
};

function of(where: string, source: string, flags: string): Expression {
  return { where, source, flags };
}

function manifestExpressions(): Expression[] {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { languages: { id: string; firstLine?: string; configuration?: string }[] };
  };
  return contributes.languages.flatMap(({ id, firstLine, configuration }) => {
    const { wordPattern } = (configuration ? JSON.parse(readFileSync(configuration, 'utf8')) : {}) as { wordPattern?: string };
    return [
      ...(firstLine ? [of(`first line of ${id}`, firstLine, '')] : []),
      ...(wordPattern ? [of(`words of ${id}`, wordPattern, 'g')] : []),
    ];
  });
}

describe('regular expressions take linear time', () => {
  const used = new Set<string>();
  const check = (expressions: readonly Expression[]): void => {
    const faults = expressions.flatMap(({ where, source, flags }) => {
      const found = superlinear(source, flags);
      if (found && source in harmless) used.add(source);
      else if (found)
        return `${where}: /${source}/${flags} shares ${JSON.stringify(found.pump)} out to ${found.parts.join(' and ')} in many ways`;
      return [];
    });
    assert.deepEqual(faults, []);
  };
  const sources = [expressionsBelow('server/src'), expressionsBelow('client/src')];

  it('in the source', () => {
    const literals = sources.flatMap((s) => s.literals);
    assert.ok(literals.length > 500);
    check(literals);
  });

  it('where they are made of strings', () => {
    assert.deepEqual(
      Object.fromEntries(sources.flatMap((s) => [...s.made]).sort()),
      Object.fromEntries(
        Object.entries(made)
          .map(([file, [places]]) => [file, places] as const)
          .sort(),
      ),
      'list them above',
    );
    check(Object.values(made).flatMap(([, expressions]) => expressions));
  }).timeout(60_000);

  it('in the manifest', () => check(manifestExpressions()));

  for (const file of readdirSync('syntaxes').filter((name) => name.endsWith('.tmLanguage.json')))
    it(`in ${file}`, () => check(grammarExpressions(`syntaxes/${file}`)));

  it('but for those that do no harm', () => assert.deepEqual([...used], Object.keys(harmless)));
});

describe('whether a regular expression is linear', () => {
  const linear = [
    ['abc', ''],
    ['^a+$', ''],
    ['a+', 'g'],
    ['\\s*x', 'y'],
    ['^\\s*(\\S+)\\s+(\\S+)', ''],
    ['\\b\\w+(?=;)', 'g'],
    ['(?<![.])[.]+$', ''],
    ['^ *x', 'm'],
    ['"[^"]*"', 'g'],
    ['<[^<>]*>', 'g'],
    ['=.*$', 's'],
    ['^(?:ab)*c', ''],
    ['a.{0,300}b', ''],
    ['(?:[^"\\\\]|\\\\.)*', 'g'],
    ['^(?:"(?:[^"\\\\]|\\\\.)*"|[^:"])*:', ''],
  ] as const;
  for (const [source, flags] of linear) it(`/${source}/${flags} is`, () => assert.equal(superlinear(source, flags), undefined));

  const other = [
    ['a+$', '', 'a'],
    ['\\s+$', 'g', '\t'],
    ['^a*a*$', '', 'a'],
    ['^(a+)+$', '', 'a'],
    ['^(?:a|a)*$', '', 'a'],
    ['^(?:a|A)*$', 'i', 'A'],
    ['^(?:(?:a?)*)*$', '', 'a'],
    ['^(?:.*,)*x', '', ','],
    ['\\([^)]*\\)', 'g', '(!'],
    ['x(?:\\S*y)?', 'g', 'x!'],
    ['a.*b', '', 'a!'],
    ['(?=.*z)x', '', '!'],
    ['^(.+?)(?: via .*)?$', '', ' via !'],
    ['(`+)[^`]+\\1', 'g', '`'],
    ['^\\w+\\d+$', '', '0'],
  ] as const;
  for (const [source, flags, pump] of other)
    it(`/${source}/${flags} is not, for ${JSON.stringify(pump)} again and again`, () =>
      assert.equal(superlinear(source, flags)?.pump, pump));
});
