import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { INITIAL } from 'vscode-textmate';
import { loadGrammar } from '../support/grammar';

const { grammars } = (JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { grammars: { scopeName: string }[] } })
  .contributes;

// As long as a line may be before the editor gives up on colouring it.
const LENGTH = 20_000;

const hostile: readonly string[] = [
  ...[
    'a',
    '`',
    "'",
    '(',
    ')',
    '"',
    '\\',
    ' ',
    '\t',
    '$',
    ':',
    '@',
    '<',
    '>',
    ',',
    '#',
    '.',
    '5',
    '-',
    '=',
    '|',
    'é',
    '\0',
    '‘',
  ].map((c) => c.repeat(LENGTH)),
  ...['ab ', 'a@', 'a:', '"a', '`a', 'define(', 'F(`', '$(', '5.', '<a', ' \t', 'x=', '\\"', 'a,', "b'"].map((c) =>
    c.repeat(LENGTH / c.length),
  ),
  ...[
    'R$*',
    'MAIL FROM:',
    '250-',
    'Connect:',
    'a: ',
    'H?',
    '12345 <<< ',
    'Nov 22 03:52:58 mail postfix/smtpd[1]: > ',
    'define(`',
  ].flatMap((head) => ['a', ' ', '<', '"', 'a ', 'a@', '['].map((c) => head + c.repeat(LENGTH / c.length))),
];

describe('grammar: hostile lines', () => {
  for (const scope of new Set(grammars.map((g) => g.scopeName))) {
    it(`${scope} colours any line to its end`, async function () {
      this.timeout(300_000); // A pattern that tries too much never ends.
      const grammar = await loadGrammar(scope);
      for (const line of hostile) {
        const { tokens, ruleStack } = grammar.tokenizeLine(line, INITIAL);
        assert.ok(tokens.at(-1)!.endIndex >= line.length, JSON.stringify(line.slice(0, 20)));
        grammar.tokenizeLine('', ruleStack);
      }
    });
  }
});
