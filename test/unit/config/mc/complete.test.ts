import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mc } from '../../../../server/src/core/config/mc/language';
import type { Completion } from '../../../../server/src/core/language';
import names from '../../../fixtures/names.json';
import { cursor } from '../../../support/marked';
import { anyMc } from '../../../support/mcWords';

function completions(marked: string): { text: string; offset: number; items: Completion[] } {
  const { text, offset } = cursor(marked);
  const items = mc.complete!(mc.parse(text), offset);
  return { text, offset, items: [...items].sort((a, b) => (a.sort ?? a.label).localeCompare(b.sort ?? b.label)) };
}

function labels(marked: string): string[] {
  return completions(marked).items.map((i) => i.label);
}

/** The text after the item `label` is taken, snippets as they are written. */
function taken(marked: string, label: string): string {
  const { text, items } = completions(marked);
  const item = items.find((i) => i.label === label);
  if (!item)
    return `no ${label} among ${items.length}: ${items
      .slice(0, 8)
      .map((i) => i.label)
      .join(' ')}`;
  return text.slice(0, item.span.start) + item.text + text.slice(item.span.end);
}

describe('completion in an .mc file', () => {
  const cases: readonly (readonly [marked: string, label: string, after: string])[] = [
    // Macros at the start of a line.
    ['FEA|', 'FEATURE', "FEATURE(`${1:name}')dnl"],
    ['|', 'define', "define(`${1:name}', `${2:value}')dnl"],
    ["OSTYPE(`linux')dnl\nMAI|\n", 'MAILER', "OSTYPE(`linux')dnl\nMAILER(`${1:smtp}')dnl\n"],
    ["FEA|(`redirect')dnl", 'FEATURE', "FEATURE(`redirect')dnl"],
    ['LOCAL_C|', 'LOCAL_CONFIG', 'LOCAL_CONFIG\n$0'],
    ['MASQ|UE dnl x', 'MASQUERADE_AS', "MASQUERADE_AS(`$1') dnl x"],
    ["ifdef(`X', `FEA|')dnl", 'FEATURE', "ifdef(`X', `FEATURE(`${1:name}')')dnl"],
    // Names: quotes only where they are missing, the call closed where nothing follows.
    ["FEATURE(`acc|')dnl", 'access_db', "FEATURE(`access_db')dnl"],
    ["FEATURE(`acc|_x')dnl", 'access_db', "FEATURE(`access_db')dnl"],
    ['FEATURE(`acc|', 'access_db', "FEATURE(`access_db')dnl"],
    ["FEATURE(`acc|\nMAILER(`smtp')dnl\n", 'access_db', "FEATURE(`access_db')dnl\nMAILER(`smtp')dnl\n"],
    ['FEATURE(acc|', 'access_db', "FEATURE(`access_db')dnl"],
    ['FEATURE(acc|)dnl', 'access_db', "FEATURE(`access_db')dnl"],
    ['FEATURE(|)', 'access_db', "FEATURE(`access_db')"],
    ['FEATURE(|', 'access_db', "FEATURE(`access_db')dnl"],
    ['FEATURE( acc|)', 'access_db', "FEATURE( `access_db')"],
    ['FEATURE(`acc|)', 'access_db', "FEATURE(`access_db')"],
    ["FEATURE(`acc|, `hash x')", 'access_db', "FEATURE(`access_db', `hash x')"],
    ["FEATURE(acc|, `hash x')", 'access_db', "FEATURE(`access_db', `hash x')"],
    ["FEATURE(`|')", 'nouucp', "FEATURE(`nouucp', `${1|reject,nospecial|}')"],
    ['FEATURE(`nou|', 'nouucp', "FEATURE(`nouucp', `${1|reject,nospecial|}')dnl"],
    ["FEATURE(`nou|', `reject')", 'nouucp', "FEATURE(`nouucp', `reject')"],
    ["FEATURE(`prefix|')", 'prefixmod', "FEATURE(`prefixmod', `${1:prefix}', `${2:flags}')"],
    ['MAILER(`sm|', 'smtp', "MAILER(`smtp')dnl"],
    ["OSTYPE(`sol|')dnl", 'solaris2.ml', "OSTYPE(`solaris2.ml')dnl"],
    ["OSTYPE(`sco-u|w-2.1')dnl", 'sco3.2', "OSTYPE(`sco3.2')dnl"],
    ["DOMAIN(`g|')dnl", 'generic', "DOMAIN(`generic')dnl"],
    ['HACK(|)', 'nodns', "HACK(`nodns')"],
    // What define sets.
    ["define(`confLOG|')dnl", 'confLOG_LEVEL', "define(`confLOG_LEVEL', `${1:9}')dnl"],
    ['define(`confLOG|', 'confLOG_LEVEL', "define(`confLOG_LEVEL', `${1:9}')dnl"],
    ["define(`confLOG|', `12')dnl", 'confLOG_LEVEL', "define(`confLOG_LEVEL', `12')dnl"],
    ["define(`confME|')", 'confME_TOO', "define(`confME_TOO', `${1|False,True|}')"],
    ["define(`confSMTP_LOG|')", 'confSMTP_LOGIN_MSG', "define(`confSMTP_LOGIN_MSG', `${1:\\$j Sendmail \\$v/\\$Z; \\$b}')"],
    ["define(`SMART|')", 'SMART_HOST', "define(`SMART_HOST', `$1')"],
    ["undefine(`conf|')", 'confLOG_LEVEL', "undefine(`confLOG_LEVEL')"],
    // Values.
    ["define(`confPRIVACY_FLAGS', `|')dnl", 'goaway', "define(`confPRIVACY_FLAGS', `goaway')dnl"],
    ["define(`confPRIVACY_FLAGS', `goaway,rest|')dnl", 'restrictmailq', "define(`confPRIVACY_FLAGS', `goaway,restrictmailq')dnl"],
    ["define(`confPRIVACY_FLAGS', `goaway,rest|", 'restrictmailq', "define(`confPRIVACY_FLAGS', `goaway,restrictmailq')dnl"],
    ["define(`confPRIVACY_FLAGS', ``goaway,rest|'')", 'restrictmailq', "define(`confPRIVACY_FLAGS', ``goaway,restrictmailq'')"],
    ["define(`confPRIVACY_FLAGS', ``goaway,rest|", 'restrictmailq', "define(`confPRIVACY_FLAGS', ``goaway,restrictmailq'')dnl"],
    ["define(`confPRIVACY_FLAGS', go|)", 'goaway', "define(`confPRIVACY_FLAGS', `goaway')"],
    ["define(`confPRIVACY_FLAGS', `no|,goaway')", 'noetrn', "define(`confPRIVACY_FLAGS', `noetrn,goaway')"],
    ["define(`confBIND_OPTS', `-DNS|')", 'DNSRCH', "define(`confBIND_OPTS', `-DNSRCH')"],
    ["define(`confME_TOO', `|')", 'False', "define(`confME_TOO', `False')"],
    ["define(`confDELIVERY_MODE', `back|ground')", 'queue', "define(`confDELIVERY_MODE', `queue')"],
    ["define(`confTO_IDENT', `|')", '5s', "define(`confTO_IDENT', `5s')"],
    [
      "INPUT_MAIL_FILTER(`clam', `S=local:/x')dnl\ndefine(`confINPUT_MAIL_FILTERS', `|')",
      'clam',
      "INPUT_MAIL_FILTER(`clam', `S=local:/x')dnl\ndefine(`confINPUT_MAIL_FILTERS', `clam')",
    ],
    [
      "FEATURE(`access_db', `|')",
      'hash -o -T<TMPF> /etc/mail/access',
      "FEATURE(`access_db', `hash -o -T<TMPF> /etc/mail/access')",
    ],
    ["FEATURE(`access_db', `', `sk|')", 'skip', "FEATURE(`access_db', `', `skip')"],
    ["FEATURE(`nouucp', |", 'reject', "FEATURE(`nouucp', `reject')dnl"],
    ["TRUST_AUTH_MECH(`LOGIN PL|')", 'PLAIN', "TRUST_AUTH_MECH(`LOGIN PLAIN')"],
    ["MODIFY_MAILER_FLAGS(`LOCAL', `+|')", 'e', "MODIFY_MAILER_FLAGS(`LOCAL', `+e')"],
    ["MODIFY_MAILER_FLAGS(`|')", 'LOCAL', "MODIFY_MAILER_FLAGS(`LOCAL')"],
    // Keys and their values.
    ["DAEMON_OPTIONS(`|')dnl", 'Port', "DAEMON_OPTIONS(`Port=')dnl"],
    ["DAEMON_OPTIONS(`Port=587, |')dnl", 'Name', "DAEMON_OPTIONS(`Port=587, Name=')dnl"],
    ['DAEMON_OPTIONS(`Port=587, Na|', 'Name', 'DAEMON_OPTIONS(`Port=587, Name='],
    ["DAEMON_OPTIONS(`Po|=587')dnl", 'Port', "DAEMON_OPTIONS(`Port=587')dnl"],
    ["DAEMON_OPTIONS(`Port=587, M=E|')dnl", 'a', "DAEMON_OPTIONS(`Port=587, M=Ea')dnl"],
    ["DAEMON_OPTIONS(`Family=|, Port=25')dnl", 'inet6', "DAEMON_OPTIONS(`Family=inet6, Port=25')dnl"],
    ["DAEMON_OPTIONS(`D=|')dnl", 'queue', "DAEMON_OPTIONS(`D=queue')dnl"],
    ["INPUT_MAIL_FILTER(`f', `S=local:/x, F=|')", 'T', "INPUT_MAIL_FILTER(`f', `S=local:/x, F=T')"],
    ["INPUT_MAIL_FILTER(`f',\n  `S=local:/x, F=|')", 'T', "INPUT_MAIL_FILTER(`f',\n  `S=local:/x, F=T')"],
  ];
  for (const [marked, label, after] of cases)
    it(`${JSON.stringify(marked)} ${label}`, () => assert.equal(taken(marked, label), after));

  it('offers nothing where anything may be written, in comments and behind a closed value', () => {
    for (const marked of [
      "dnl FEATURE(`acc|')",
      "FEATURE(`access_db')dnl acc|",
      "FEATURE(`access_db'|)",
      "VERSIONID(`my |file')dnl",
      "MASQUERADE_AS(`exam|')dnl",
      'some words here|',
      "DAEMON_OPTIONS(`Name=|')",
      "MAILER(`smtp', `|')",
    ])
      assert.deepEqual(labels(marked), [], marked);
  });

  it('puts what is not there yet before what is', () => {
    const first = labels("MAILER(`local')dnl\nMAILER(`|')dnl");
    assert.equal(first[0], 'smtp');
    assert.equal(first.at(-1), 'local');
    assert.ok(labels('|').indexOf('OSTYPE') === 0);
    assert.ok(labels("OSTYPE(`linux')dnl\n|").indexOf('OSTYPE') > 3);
    assert.ok(!labels("define(`confPRIVACY_FLAGS', `goaway,|')").includes('goaway'));
    assert.ok(!labels("DAEMON_OPTIONS(`Port=587, |')").includes('Port'));
    assert.ok(!labels("DAEMON_OPTIONS(`M=Ea|')").includes('E'));
  });

  it('marks what is obsolete and puts it last', () => {
    const { items } = completions("FEATURE(`|')");
    assert.deepEqual(
      items.filter((i) => i.deprecated).map((i) => i.label),
      items.slice(-3).map((i) => i.label),
    );
    assert.deepEqual(
      items
        .filter((i) => i.deprecated)
        .map((i) => i.label)
        .sort(),
      ['blacklist_recipients', 'notsticky', 'tls_failures'],
    );
    assert.ok(completions("define(`|')").items.find((i) => i.label === 'confUNSAFE_GROUP_WRITES')?.deprecated);
  });

  it('has an entry with a text for every name of sendmail 8.17.1', () => {
    const expect = (marked: string, wanted: readonly string[]): void => {
      const { items } = completions(marked);
      const have = new Map(items.map((i) => [i.label, i]));
      assert.equal(have.size, items.length, `${marked}: a name twice`);
      assert.deepEqual(
        wanted.filter((n) => (have.get(n)?.documentation ?? '').length < 20),
        [],
        marked,
      );
    };
    expect("FEATURE(`|')", names.features);
    expect("define(`|')", [...names.conf, ...names.defines]);
    expect('|', names.directives);
    expect("MAILER(`|')", names.mailers);
    expect("OSTYPE(`|')", names.ostypes);
    expect("DOMAIN(`|')", names.domains);
    expect("HACK(`|')", names.hacks);
    expect("define(`confPRIVACY_FLAGS', `|')", names.values.PrivacyOptions);
    expect("define(`confDONT_BLAME_SENDMAIL', `|')", names.values.DontBlameSendmail);
    expect("DAEMON_OPTIONS(`M=|')", names.daemonModifiers);
    expect("MAIL_FILTER(`f', `|')", names.milterKeys);
  });

  it('takes any text and any place; ranges lie in one line of the text and touch the place', () => {
    fc.assert(
      fc.property(anyMc, ({ text, offset }) => {
        return mc.complete!(mc.parse(text), offset).every(
          (i) =>
            i.span.start >= 0 &&
            i.span.end <= text.length &&
            i.span.start <= offset &&
            offset <= i.span.end &&
            !text.slice(i.span.start, i.span.end).includes('\n'),
        );
      }),
    );
  });
});
