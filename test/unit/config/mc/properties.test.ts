import fc from 'fast-check';
import { mc } from '../../../../server/src/core/config/mc/language';
import { assertJudged, assertSound, HANG } from '../sound';

const word = fc.constantFrom(
  ...[
    '`',
    "'",
    '(',
    ')',
    ',',
    ' ',
    '\t',
    '\n',
    '\r\n',
    'dnl',
    '#',
    'define',
    'FEATURE',
    'ifdef',
    'divert',
    '(-1)',
    '$1',
    '$@',
    '@#',
    '‘',
    '𝄞',
  ],
  ...[
    'changequote',
    'LOCAL_CONFIG',
    'LOCAL_RULESETS',
    'EXPOSED_USER',
    "include(`cf.m4')",
    'defn',
    'shift',
    'undefine',
    'indir',
    'm4wrap',
  ],
  ...[
    'MAILER',
    'OSTYPE',
    "(`linux')",
    "(`smtp')",
    "FEATURE(`access_db')",
    "FEATURE(`blocklist_recipients')",
    'DAEMON_OPTIONS(`Port=x,',
  ],
  ...[
    "define(`confTO_IDENT',`",
    'R$*',
    'O Foo=1',
    'Kx hash',
    'Ma, P=',
    'Sx',
    'hello',
    '"',
    "INPUT_MAIL_FILTER(`a',`S=x",
    'VERSIONID',
    '{',
    '=',
  ],
);

describe('mc: any text', () => {
  it('is read without a throw, with all ranges inside', function () {
    this.timeout(HANG);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 50 }), (words) => assertSound(mc, words.join(''))),
      { numRuns: 1500 },
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assertSound(mc, text)));
  });

  it('takes time linear in it, however deep it nests', function () {
    this.timeout(HANG);
    const n = 100_000;
    const hard = [
      '`'.repeat(n),
      "`'".repeat(n),
      'define('.repeat(n),
      'define(  '.repeat(n) + ' '.repeat(n),
      '('.repeat(n),
      "ifdef(`a', ".repeat(n / 10),
      'FEATURE(`a\n'.repeat(n / 10),
      "define(`x', `x x')x",
      "define(`x', `x$@$@')x(`aaaaaaaaaaaa')",
      '`)dnl '.repeat(n / 5),
      'dnl FEATURE(`x\n'.repeat(n / 10),
      '@#'.repeat(n),
      "changequote([,])changequote(`,')".repeat(n / 30),
      '# ' + "FEATURE(`a')".repeat(n / 12),
      'indir(' + "`indir',".repeat(n / 8),
      "FEATURE(`access_db')dnl\n".repeat(n / 10),
      "FEATURE(`blocklist_recipients')dnl\n".repeat(n / 10),
      '  \n'.repeat(n),
      "MAILER(`smtp')  ".repeat(n / 10),
      'LOCAL_CONFIG\nKa hash /x\n'.repeat(n / 10),
      "define(`confX', `a' `b')\n".repeat(n / 20),
      'foo(bar)\n'.repeat(n / 5),
      'LOCAL_CONFIG\nMa, P=x, ' + 'b=c, '.repeat(n / 5),
    ];
    for (const text of hard) assertJudged(mc, text);
  });
});
