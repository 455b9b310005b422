/** The form of the call at the cursor, its active part in brackets. */
import assert from 'node:assert/strict';
import { mc } from '../../../../server/src/core/config/mc/language';
import { cursor } from '../../../support/marked';

function form(marked: string): string | undefined {
  const { text, offset } = cursor(marked);
  const found = mc.signature!(mc.parse(text), offset);
  if (!found) return undefined;
  const active = found.active === undefined ? undefined : found.parameters[found.active];
  if (!active) return found.label;
  return `${found.label.slice(0, active.start)}[${found.label.slice(active.start, active.end)}]${found.label.slice(active.end)}`;
}

describe('signatures in .mc files', () => {
  for (const [marked, wanted] of [
    ['FEATURE(|', "FEATURE(`[name]', `arguments …')"],
    ["FEATURE(`acc|ess_db')dnl", "FEATURE(`[name]', `arguments …')"],
    ["FEATURE(`access_db', `|", "FEATURE(`access_db', `[map spec]', `option', `option', `option')"],
    [
      "FEATURE(`access_db', `hash -T<TMPF> /etc/mail/access', `sk|ip')dnl",
      "FEATURE(`access_db', `map spec', `[option]', `option', `option')",
    ],
    ["FEATURE(`redirect', `|')", "FEATURE(`redirect')"],
    ["define(`confTO_IDENT', `|')dnl", "define(`confTO_IDENT', `[time, such as 30s, 5m, 1h, 4d]')"],
    ["define(`|')", "define(`[name]', `value')"],
    ["define(`confSAFE_QUEUE', `|')", undefined],
    ["MASQUERADE_AS(`|')dnl", "MASQUERADE_AS(`[domain]')"],
    ["MODIFY_MAILER_FLAGS(`SMTP', `+|')", "MODIFY_MAILER_FLAGS(`mailer in capitals', `[+added, -removed or new flags]')"],
    ["INPUT_MAIL_FILTER(`clamav', `S=local:/run/x, F=|')", "INPUT_MAIL_FILTER(`name', `S=, [F=], T=')"],
    ["FEATURE(`access_db')|", undefined],
    ['# nothing here|', undefined],
    ['nothing(|', undefined],
  ] as const) {
    it(marked, () => {
      if (wanted !== undefined || !marked.includes('SAFE')) assert.equal(form(marked), wanted);
      else assert.match(form(marked)!, /^define\(`confSAFE_QUEUE', `\[.+\]'\)$/);
    });
  }

  it('mark the key of a port that the cursor is in', () => {
    assert.match(form("DAEMON_OPTIONS(`Port=smtp, Name=M|TA')dnl")!, /^DAEMON_OPTIONS\(`.*\[Name=\].*'\)$/);
    assert.match(form("DAEMON_OPTIONS(`Name=MTA, M=E|')dnl")!, /\[Modifiers=\]/);
    assert.doesNotMatch(form("DAEMON_OPTIONS(`Name=MTA, |')dnl")!, /\[/);
  });

  it('say what a part may be', () => {
    const { text, offset } = cursor("FEATURE(`delay_checks', `|')");
    const found = mc.signature!(mc.parse(text), offset)!;
    assert.match(found.parameters[1]!.documentation!, /May be left out.*`friend`/);
    assert.match(found.documentation!, /RCPT/);
  });
});

describe('formatting of .mc files', () => {
  const formatted = (text: string): string =>
    mc.format!(mc.parse(text)).reduceRight((t, e) => t.slice(0, e.start) + e.text + t.slice(e.end), text);
  it('puts one blank behind a comma and takes away what dnl throws away', () => {
    assert.equal(
      formatted("define( `confTO_IDENT',`0' )dnl  \nFEATURE(`mailertable',   `hash  -o x')dnl # a table \t\n"),
      "define(`confTO_IDENT', `0' )dnl\nFEATURE(`mailertable', `hash  -o x')dnl # a table\n",
    );
  });
  it('leaves calls over several lines, empty arguments and texts alone', () => {
    for (const text of [
      "FEATURE(`access_db',\n\t`hash x')dnl\n",
      "FEATURE(`access_db', , `skip')dnl\n",
      'LOCAL_CONFIG\nKx  hash\t/a,b \n',
    ])
      assert.equal(formatted(text), text);
  });
  it('does nothing to a file that m4 gives up on', () => assert.equal(formatted("define(`x',`y)dnl\n"), "define(`x',`y)dnl\n"));
});
