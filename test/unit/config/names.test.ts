/**
 * Every name of sendmail 8.17.1 (test/fixtures/names.json: features, macros, options, their values, maps, flags, classes, rulesets)
 * has a hover where it stands, and is offered where it is to be written.
 */
import assert from 'node:assert/strict';
import { access } from '../../../server/src/core/config/access/language';
import { cf } from '../../../server/src/core/config/cf/language';
import { mc } from '../../../server/src/core/config/mc/language';
import type { Language } from '../../../server/src/core/language';
import type { HasSource } from '../../../server/src/core/problem';
import names from '../../fixtures/names.json';

/** A name in its place: what stands before and behind it, and what is typed there for it to be offered. */
interface Place {
  readonly what: string;
  readonly names: readonly string[];
  readonly language: Language<HasSource>;
  readonly before: string;
  readonly after: string;
  /** Where it is not offered: it is only read, or everything may stand there. */
  readonly only?: 'hover' | 'complete';
}

const inMc = mc as unknown as Language<HasSource>;
const inCf = cf as unknown as Language<HasSource>;
const inAccess = access as unknown as Language<HasSource>;

const valueIn = (name: string): string => `define(\`${name}', \``;
const mailer = 'Mx, P=/bin/x, ';

/** Values that sendmail takes and that a user should not write. */
const shunned = new Set(['public']);

/** Names of keys that by their first letter set something else: delayLA, SendBufferSize. */
const misleading = new Set(['delay', 'Softbounce']);

const confOf: Record<string, string> = {
  PrivacyOptions: 'confPRIVACY_FLAGS',
  DontBlameSendmail: 'confDONT_BLAME_SENDMAIL',
  DeliveryMode: 'confDELIVERY_MODE',
  EightBitMode: 'confEIGHT_BIT_HANDLING',
  ErrorMode: 'confERROR_MODE',
  QueueSortOrder: 'confQUEUE_SORT_ORDER',
  NoRecipientAction: 'confNO_RCPT_ACTION',
  SuperSafe: 'confSAFE_QUEUE',
  MailboxDatabase: 'confMAILBOX_DATABASE',
  ResolverOptions: 'confBIND_OPTS',
  ServerSSLOptions: 'confSERVER_SSL_OPTIONS',
};

const places: readonly Place[] = [
  { what: 'features', names: names.features, language: inMc, before: 'FEATURE(`', after: "')dnl" },
  { what: 'mailers', names: names.mailers, language: inMc, before: 'MAILER(`', after: "')dnl" },
  { what: 'systems', names: names.ostypes, language: inMc, before: 'OSTYPE(`', after: "')dnl" },
  { what: 'domains', names: names.domains, language: inMc, before: 'DOMAIN(`', after: "')dnl" },
  { what: 'hacks', names: names.hacks, language: inMc, before: 'HACK(`', after: "')dnl" },
  { what: 'macros of cf.m4', names: names.directives, language: inMc, before: '', after: '' },
  { what: 'names of options', names: names.conf, language: inMc, before: 'define(`', after: "', `')dnl" },
  { what: 'other names', names: names.defines, language: inMc, before: 'define(`', after: "', `')dnl" },
  ...Object.entries(names.values).map(([list, values]): Place => ({
    what: `values of ${list}`,
    names: values.filter((v) => !shunned.has(v)),
    language: inMc,
    before: valueIn(confOf[list]!),
    after: "')dnl",
  })),
  { what: 'modifiers of ports', names: names.daemonModifiers, language: inMc, before: 'DAEMON_OPTIONS(`M=', after: "')dnl" },
  {
    what: 'keys of ports',
    names: names.daemonKeys.filter((n) => !misleading.has(n)),
    language: inMc,
    before: 'DAEMON_OPTIONS(`',
    after: "=x')dnl",
  },
  { what: 'keys of filters', names: names.milterKeys, language: inMc, before: "INPUT_MAIL_FILTER(`x', `", after: "=x')dnl" },
  { what: 'options', names: names.options, language: inCf, before: 'O ', after: '=x' },
  { what: 'timeouts', names: names.timeouts.map((n) => `Timeout.${n}`), language: inCf, before: 'O ', after: '=1m' },
  { what: 'map types', names: names.mapTypes, language: inCf, before: 'Kx ', after: ' /etc/mail/x' },
  { what: 'flags of maps', names: names.mapFlags, language: inCf, before: 'Kx hash ', after: ' /etc/mail/x', only: 'hover' },
  { what: 'first letters', names: names.cfLines, language: inCf, before: '', after: '', only: 'hover' },
  { what: 'first letters', names: names.cfLines, language: inCf, before: '', after: '', only: 'complete' },
  { what: 'keys of mailers', names: names.mailerEquates, language: inCf, before: mailer, after: '=x, A=x' },
  { what: 'flags of mailers', names: names.mailerFlags, language: inCf, before: `${mailer}F=`, after: ', A=x' },
  { what: 'macros of sendmail.cf', names: names.macros, language: inCf, before: 'HX-A: $', after: ' b' },
  {
    what: 'classes',
    names: names.classes.map((n) => (n.length > 1 ? `{${n}}` : n)),
    language: inCf,
    before: 'R$=',
    after: '\t$@ x',
  },
  { what: 'rulesets', names: names.rulesets, language: inCf, before: 'R$*\t$>', after: ' $1' },
  { what: 'rulesets that are written', names: names.rulesets, language: inCf, before: 'S', after: '' },
  {
    what: 'macros in a section of an .mc file',
    names: names.macros,
    language: inMc,
    before: 'LOCAL_CONFIG\nHX-A: $',
    after: ' b',
  },
  {
    what: 'macros in a value',
    names: names.macros,
    language: inMc,
    before: valueIn('confSMTP_LOGIN_MSG') + '$',
    after: "')dnl",
    only: 'hover',
  },
  { what: 'tags', names: names.accessTags, language: inAccess, before: '', after: ':x.example\tOK' },
];

describe('every operator of rules', () => {
  const sides = [
    { before: 'R$+ ', after: ' x\t$@ y', signs: names.ruleOperators.left },
    { before: 'R$+\tx ', after: ' y', signs: names.ruleOperators.right },
  ];
  for (const language of [inCf, inMc]) {
    const head = language === inCf ? '' : 'LOCAL_RULESETS\nSx\n';
    it(`has a hover and is offered: ${language.id}`, () => {
      for (const { before, after, signs } of sides)
        for (const sign of signs) {
          const start = head + before;
          const hover = language.hover!(language.parse(`${start}${sign}${after}\n`), start.length + 1);
          assert.ok((hover?.markdown.length ?? 0) > 30, sign);
          const offered = language.complete!(language.parse(`${start}$\n`), start.length + 1).map((c) => c.label);
          assert.ok(offered.includes(sign.replace(/\d/, '1')), sign);
        }
    });
  }
});

describe('every name of sendmail 8.17.1', () => {
  for (const { what, names: wanted, language, before, after, only } of places) {
    if (only !== 'complete')
      it(`${what}: hover`, () => {
        const without = wanted.filter((name) => {
          const text = `${before}${name}${after}\n`;
          const markdown = language.hover!(language.parse(text), before.length + (name.length > 1 ? 1 : 0))?.markdown ?? '';
          return markdown.length < 20;
        });
        assert.deepEqual(without, []);
      });
    if (only !== 'hover')
      it(`${what}: completion`, () => {
        const text = `${before}\n`;
        const labels = new Set(language.complete!(language.parse(text), before.length).map((c) => c.label.toLowerCase()));
        const offered = (name: string): boolean =>
          [name, name.replace(/[{}]/g, ''), `${name}:`].some((label) => labels.has(label.toLowerCase()));
        assert.deepEqual(
          wanted.filter((name) => !offered(name)),
          [],
        );
      });
  }
});
