import assert from 'node:assert/strict';
import { directives } from '../../server/src/core/knowledge/directives';
import { m4builtins } from '../../server/src/core/knowledge/m4builtins';
import { loadGrammar, scopesOf, tokensOf } from '../support/grammar';

/** A text, and its tokens with their scopes; white space and punctuation left out. */
type Rows = readonly (readonly [text: string, tokens: readonly string[]])[];

async function check(scope: string, rows: Rows): Promise<void> {
  const grammar = await loadGrammar(scope);
  for (const [text, tokens] of rows) assert.deepEqual(scopesOf(grammar, text), tokens, text);
}

describe('grammar: sendmail.mc', () => {
  it('colours calls, names, strings and comments', () =>
    check('source.sendmail-mc', [
      ['divert(-1)dnl', ['divert: keyword.control.m4', '-1: constant.numeric']],
      ['dnl # say `what', [' # say `what: comment.line.dnl']],
      ['# FEATURE(x)', [' FEATURE(x): comment.line.number-sign']],
      [
        "OSTYPE(`linux')dnl of course",
        ['OSTYPE: entity.name.function.macro', 'linux: entity.name.type', ' of course: comment.line.dnl'],
      ],
      [
        "define(`confPRIVACY_FLAGS', `authwarnings,novrfy')",
        [
          'define: keyword.control.m4',
          'confPRIVACY_FLAGS: variable.other.constant',
          'authwarnings,novrfy: string.quoted.other.m4',
        ],
      ],
      [
        "define(`confSMTP_LOGIN_MSG', `$j ${daemon_name} $&m')",
        [
          'define: keyword.control.m4',
          'confSMTP_LOGIN_MSG: variable.other.constant',
          '$j: variable.other.macro',
          '${daemon_name}: variable.other.macro',
          '$&m: variable.other.macro',
        ],
      ],
      [
        "FEATURE(`access_db', `hash -T<TMPF> /etc/mail/access')",
        [
          'FEATURE: entity.name.function.macro',
          'access_db: entity.name.type',
          'hash -T<TMPF> /etc/mail/access: string.quoted.other.m4',
        ],
      ],
      ['FEATURE(redirect)', ['FEATURE: entity.name.function.macro']],
      [
        "define(`confDEF_USER_ID', ``8:12'')",
        ['define: keyword.control.m4', 'confDEF_USER_ID: variable.other.constant', '8:12: string.quoted.other.m4'],
      ],
      [
        "ifdef(`confX', `define(`A', `$1')')",
        [
          'ifdef: keyword.control.m4',
          'confX: variable.other.constant',
          'define(: string.quoted.other.m4',
          'A: string.quoted.other.m4',
          ', : string.quoted.other.m4',
          '$1: variable.parameter.m4',
          '): string.quoted.other.m4',
        ],
      ],
      ["MASQUERADE_AS(`example.com')", ['MASQUERADE_AS: entity.name.function.macro', 'example.com: string.quoted.other.m4']],
    ]));

  it('follows quotes and calls over lines', () =>
    check('source.sendmail-mc', [
      [
        "define(`X',\n`one\ntwo')\nMAILER(`smtp')",
        [
          'define: keyword.control.m4',
          'X: variable.other.constant',
          'one: string.quoted.other.m4',
          'two: string.quoted.other.m4',
          'MAILER: entity.name.function.macro',
          'smtp: entity.name.type',
        ],
      ],
    ]));

  it('takes the lines after LOCAL_CONFIG as sendmail.cf, calls among them, until divert', () =>
    check('source.sendmail-mc', [
      [
        "LOCAL_CONFIG\nO MaxHopCount=25\ndnl note\nR$*\t$: $1\nMAILER(`smtp')\nO DialDelay=1\ndivert(0)dnl\nO x",
        [
          'LOCAL_CONFIG: keyword.other.section',
          'O: keyword.control.line',
          'MaxHopCount: support.constant.option',
          '=: keyword.operator',
          '25: constant.numeric',
          ' note: comment.line.dnl',
          'R: keyword.control.line',
          '$*: keyword.operator',
          '$:: keyword.operator',
          '$1: variable.parameter',
          'MAILER: entity.name.function.macro',
          'smtp: entity.name.type',
          'O: keyword.control.line',
          'DialDelay: support.constant.option',
          '=: keyword.operator',
          '1: constant.numeric',
          'divert: keyword.control.m4',
          '0: constant.numeric',
        ],
      ],
    ]));

  it('marks quotes that a web page has spoiled', () =>
    check('source.sendmail-mc', [
      [
        'FEATURE(`redirect@#)',
        [
          'FEATURE: entity.name.function.macro',
          'redirect: string.quoted.other.m4',
          '@#: invalid.illegal.quote',
          '): string.quoted.other.m4',
        ],
      ],
      ['OSTYPE(‘linux’)', ['OSTYPE: entity.name.function.macro', '‘: invalid.illegal.quote', '’: invalid.illegal.quote']],
    ]));

  it('knows every macro and builtin there is as a name, and no other word', async () => {
    const grammar = await loadGrammar('source.sendmail-mc');
    const first = (text: string) => tokensOf(grammar, text)[0]![0]!;
    for (const { name, opensSection } of directives) {
      const token = first(opensSection ? name : `${name}(\`x')`);
      assert.equal(token.text, name);
      assert.ok(token.scopes.length > 0, name);
    }
    for (const { name } of m4builtins) {
      if (name === 'dnl' || name.startsWith('__')) continue;
      assert.deepEqual(first(`${name}(\`x')`), {
        text: name,
        scopes: [...first(`${name}(\`x')`).scopes.slice(0, -1), 'keyword.control.m4.sendmail-mc'],
      });
    }
    assert.deepEqual(scopesOf(grammar, 'dnlFEATURE predefine xdnl'), []);
  });
});

describe('grammar: sendmail.cf', () => {
  it('colours each kind of line', () =>
    check(
      'source.sendmail-cf',
      [
        ['# words', [' words: comment.line.number-sign']],
        ['DSrelay.example.net', ['D: keyword.control.line', 'S: variable.other.macro']],
        ['D{tls_version}x', ['D: keyword.control.line', '{tls_version}: variable.other.macro']],
        ['Cwlocalhost', ['C: keyword.control.line', 'w: variable.other.class']],
        ['Fw/etc/mail/local-host-names', ['F: keyword.control.line', 'w: variable.other.class']],
        [
          'Kaccess hash -o /etc/mail/access',
          ['K: keyword.control.line', 'access: entity.name.type.map', 'hash: support.type.map', '-o: storage.modifier'],
        ],
        [
          'O Timeout.connect=1m',
          ['O: keyword.control.line', 'Timeout.connect: support.constant.option', '=: keyword.operator', '1m: constant.numeric'],
        ],
        [
          'SCanonify2=96',
          ['S: keyword.control.line', 'Canonify2: entity.name.function.ruleset', '=: keyword.operator', '96: constant.numeric'],
        ],
        [
          'R$* $| <$={w}>\t$#error $@ 5.7.1 $: $>Next $(access $1 $: $&m $)\tno entry',
          [
            'R: keyword.control.line',
            '$*: keyword.operator',
            '$|: keyword.operator',
            ' <: meta.rule.left',
            '$=: keyword.operator',
            '{w}: variable.other.class',
            '>: meta.rule.left',
            '$#: keyword.operator',
            'error: entity.name.type.mailer',
            '$@: keyword.operator',
            ' 5.7.1 : meta.rule.right',
            '$:: keyword.operator',
            '$>: keyword.operator',
            'Next: entity.name.function.ruleset',
            '$(: keyword.operator',
            'access: entity.name.type.map',
            '$1: variable.parameter',
            '$:: keyword.operator',
            '$&m: variable.other.macro',
            '$): keyword.operator',
            'no entry: comment.line.rule',
          ],
        ],
        [
          'Mlocal, P=/bin/mail,\n\tA=mail -d $u',
          [
            'M: keyword.control.line',
            'local: entity.name.type.mailer',
            'P: variable.parameter',
            '=: keyword.operator',
            'A: variable.parameter',
            '=: keyword.operator',
            '$u: variable.other.macro',
          ],
        ],
        [
          'H?P?Return-Path: <$g>',
          ['H: keyword.control.line', '?P?: storage.modifier', 'Return-Path: entity.name.tag.header', '$g: variable.other.macro'],
        ],
        ['Pjunk=-100', ['P: keyword.control.line', 'junk: support.constant', '=: keyword.operator', '-100: constant.numeric']],
        ['OPrivacyOptions=goaway', ['O: keyword.control.line', 'P: support.constant.option']],
      ].map((row) => row as [string, string[]]),
    ));
});

describe('grammar: the tables', () => {
  it('colours access', () =>
    check('source.sendmail-access', [
      ['# c', [' c: comment.line.number-sign']],
      ['Connect:10.1\tRELAY', ['Connect: keyword.other.tag', '10.1: entity.name.tag.key', 'RELAY: keyword.control.action']],
      ['FROM:a@b  reject', ['FROM: keyword.other.tag', 'a@b: entity.name.tag.key', 'reject: keyword.control.action']],
      ['example.com OK', ['example.com: entity.name.tag.key', 'OK: keyword.control.action']],
      [
        'spam.example ERROR:5.7.1:550 Go away',
        [
          'spam.example: entity.name.tag.key',
          'ERROR: keyword.control.action',
          '5.7.1: constant.numeric.enhanced',
          '550: constant.numeric.reply',
          ' Go away: string.unquoted',
        ],
      ],
      [
        'a ERROR:"550 no"',
        [
          'a: entity.name.tag.key',
          'ERROR: keyword.control.action',
          '": string.unquoted',
          '550: constant.numeric.reply',
          ' no": string.unquoted',
        ],
      ],
      [
        'a 550 5.7.1 no',
        ['a: entity.name.tag.key', '550: constant.numeric.reply', '5.7.1: constant.numeric.enhanced', ' no: string.unquoted'],
      ],
      ['GreetPause:x 5000', ['GreetPause: keyword.other.tag', 'x: entity.name.tag.key', '5000: constant.numeric']],
      [
        'Connect:IPv6:2001:db8 OK',
        ['Connect: keyword.other.tag', 'IPv6:2001:db8: entity.name.tag.key', 'OK: keyword.control.action'],
      ],
      ['a QUARANTINE:why', ['a: entity.name.tag.key', 'QUARANTINE: keyword.control.action', 'why: string.unquoted']],
    ]));

  it('does not colour as an action what sendmail does not take for one', () =>
    check('source.sendmail-access', [
      ['Connect:10.1 RELAY # office', ['Connect: keyword.other.tag', '10.1: entity.name.tag.key']],
      ['a RELAYED', ['a: entity.name.tag.key']],
      [' # indented', []],
      [' a RELAY', []],
    ]));

  it('colours aliases', () =>
    check('source.mail-aliases', [
      ['# c', [' c: comment.line.number-sign']],
      [
        'root: alice@example.com, bob',
        ['root: entity.name.function.alias', 'alice: variable.other.user', 'example.com: support.constant.domain'],
      ],
      ['MAILER-DAEMON : postmaster', ['MAILER-DAEMON : entity.name.function.alias']],
      ['"a b": x', ['"a b": entity.name.function.alias']],
      [
        'p: "|/bin/x a, b", /dev/null',
        [
          'p: entity.name.function.alias',
          '|: keyword.operator.pipe',
          '/bin/x a, b: string.quoted.program',
          '/dev/null: string.unquoted.file',
        ],
      ],
      ['p: |"/bin/x a", y', ['p: entity.name.function.alias', '|: keyword.operator.pipe', '"/bin/x a": string.quoted.program']],
      [
        'l: :include:/etc/l, \\root',
        [
          'l: entity.name.function.alias',
          ':include:: keyword.control.include',
          '/etc/l: string.unquoted.file',
          '\\: keyword.operator.escape',
          'root: variable.other.user',
        ],
      ],
      ['a: b,\n  c@d.e', ['a: entity.name.function.alias', 'c: variable.other.user', 'd.e: support.constant.domain']],
      ['no colon here', []],
    ]));

  it('colours the map tables, domain lists and tcp rules', async () => {
    await check('source.sendmail-table', [
      ['# c', [' c: comment.line.number-sign']],
      [
        '@example.com\t%1@x.org',
        ['@example.com: entity.name.tag.key', '%1: variable.parameter', 'x.org: support.constant.domain'],
      ],
      ['.dom smtp:[10.1.2.3]', ['.dom: entity.name.tag.key', 'smtp: support.type.mailer']],
      [
        'a@b error:5.1.1:550 gone',
        [
          'a@b: entity.name.tag.key',
          'error: keyword.control.action',
          '5.1.1: constant.numeric.enhanced',
          '550: constant.numeric.reply',
          ' gone: string.unquoted',
        ],
      ],
      [
        'a@b error:nouser gone',
        [
          'a@b: entity.name.tag.key',
          'error: keyword.control.action',
          'nouser: constant.numeric.enhanced',
          ' gone: string.unquoted',
        ],
      ],
    ]);
    await check('source.sendmail-domains', [
      ['example.com # ours', ['example.com: support.constant.domain', ' ours: comment.line.number-sign']],
    ]);
    await check('source.tcp-rules', [
      [
        '127.:allow,RELAYCLIENT="",X=/a b/',
        [
          '127.: entity.name.tag.address',
          'allow: keyword.control',
          'RELAYCLIENT: variable.other.environment',
          '=: keyword.operator',
          'X: variable.other.environment',
          '=: keyword.operator',
          'a b: string.quoted',
        ],
      ],
      [':deny', ['deny: keyword.control']],
    ]);
  });
});
