import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cf } from '../../../../server/src/core/config/cf/language';
import { toPlainText } from '../../../../server/src/core/markdown';
import names from '../../../fixtures/names.json';
import { cursor } from '../../../support/marked';

/** The hover at the cursor: the text it is about, `→`, what it says. */
function hover(marked: string): string {
  const { text, offset } = cursor(marked);
  const found = cf.hover!(cf.parse(text), offset);
  return found ? `${text.slice(found.span.start, found.span.end)} → ${toPlainText(found.markdown)}` : 'nothing';
}

/** The text after the item `label` is taken. */
function taken(marked: string, label: string): string {
  const { text, offset } = cursor(marked);
  const item = cf.complete!(cf.parse(text), offset).find((i) => i.label === label);
  return item ? text.slice(0, item.span.start) + item.text + text.slice(item.span.end) : `no ${label}`;
}

describe('hover in sendmail.cf', () => {
  const cases: readonly (readonly [marked: string, ...says: string[]])[] = [
    [
      'O Privacy|Options=goaway,noetrn',
      'PrivacyOptions → PrivacyOptions option; in an .mc file confPRIVACY_FLAGS',
      'Here: goaway,noetrn.',
    ],
    ['O PrivacyOptions=goaway,no|etrn', 'noetrn → noetrn in PrivacyOptions'],
    ['O privacyoption|s=goaway', 'privacyoptions → PrivacyOptions option'],
    ['O PrivacyOpt|=goaway', 'PrivacyOpt → PrivacyOptions option'],
    ['O|pgoaway', 'p → PrivacyOptions option'],
    ['O Timeout.id|ent=0', 'Timeout.ident → Timeout.ident option; in an .mc file confTO_IDENT', 'Here: 0.'],
    ['O DaemonPort|Options=Port=587, M=Ea', 'DaemonPortOptions → DaemonPortOptions option', 'In an .mc file DAEMON_OPTIONS.'],
    ['O DaemonPortOptions=Po|rt=587, M=Ea', 'Port=587 → Port in DAEMON_OPTIONS'],
    ['O DaemonPortOptions=Port=587, M=E|a', 'a → a in DAEMON_OPTIONS, Modifiers'],
    ['O LogLevel=1|4', '14 → LogLevel option'],
    ['Kaccess ha|sh -T<TMPF> /etc/mail/access', 'hash → hash map type', 'makemap hash /etc/mail/access < /etc/mail/access'],
    ['Kaccess hash -T|<TMPF> /etc/mail/access', '-T<TMPF> → -T flag of a map'],
    ['Mlocal, P=/bin/mail, F=lsDFMAw5:/|@q|, A=mail -d $u'.replace('|@q|', '@|q'), 'q → q mailer flag'],
    ['Mlocal, |P=/bin/mail, A=mail', 'P=/bin/mail → P in M lines'],
    ['Xfilter, S|=local:/run/f, F=T', 'S=local:/run/f → S in INPUT_MAIL_FILTER'],
    ['Qgroup, R|=2', 'R=2 → Runners in QUEUE_GROUP'],
    ['|Dj$w.example.com', 'D → D first letter of a line'],
    ['|R$*\t$@ x', 'R → R first letter of a line'],
  ];
  for (const [marked, ...says] of cases) {
    it(JSON.stringify(marked), () => {
      const text = hover(marked);
      for (const part of says) assert.ok(text.includes(part), `${part}\nis not said in\n${text}`);
    });
  }

  it('explains every option', () => {
    const wanted = names.options.filter((n) => !['DANE', 'AddBcc'].includes(n));
    assert.deepEqual(
      wanted.filter(
        (n) => !hover(`O |${n}=x`).startsWith(`${n} → ${n === 'FallBackSmartHost' ? 'FallbackSmartHost' : n} option`),
      ),
      [],
    );
  });

  it('takes any text and any place', () => {
    const piece = fc.constantFrom(
      'O ',
      'PrivacyOptions',
      '=',
      'goaway',
      ',',
      '\n',
      'K',
      'hash',
      ' -o',
      'Mlocal',
      'F=',
      'Xf',
      ' ',
      '#',
      '\t',
      'R$*',
      'M=E',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.nat(150), (pieces, place) => {
        const text = pieces.join('');
        const offset = Math.min(place, text.length);
        const model = cf.parse(text);
        const found = cf.hover!(model, offset);
        const inside = (s: { start: number; end: number }): boolean =>
          s.start >= 0 && s.end <= text.length && s.start <= offset && offset <= s.end;
        return (!found || inside(found.span)) && cf.complete!(model, offset).every((i) => inside(i.span));
      }),
    );
  });
});

describe('completion in sendmail.cf', () => {
  const cases: readonly (readonly [marked: string, label: string, after: string])[] = [
    ['O Priv|', 'PrivacyOptions', 'O PrivacyOptions='],
    ['O Priv|=goaway', 'PrivacyOptions', 'O PrivacyOptions=goaway'],
    ['O Timeout.i|', 'Timeout.ident', 'O Timeout.ident='],
    ['O PrivacyOptions=goaway,rest|', 'restrictmailq', 'O PrivacyOptions=goaway,restrictmailq'],
    ['O DeliveryMode=|', 'queue', 'O DeliveryMode=queue'],
    ['O MeToo=|', 'False', 'O MeToo=False'],
    ['Kaccess |', 'hash', 'Kaccess hash'],
  ];
  for (const [marked, label, after] of cases)
    it(`${JSON.stringify(marked)} ${label}`, () => assert.equal(taken(marked, label), after));

  it('offers nothing elsewhere', () => {
    for (const marked of ['R$*|', '# O Priv|', 'O SmtpGreetingMessage=|']) {
      const { text, offset } = cursor(marked);
      assert.deepEqual(cf.complete!(cf.parse(text), offset), [], marked);
    }
  });
});
