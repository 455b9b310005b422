import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mc } from '../../../../server/src/core/config/mc/language';
import { toPlainText } from '../../../../server/src/core/markdown';
import names from '../../../fixtures/names.json';
import { cursor } from '../../../support/marked';
import { anyMc } from '../../../support/mcWords';

/** The hover at the cursor: the text it is about, `→`, what it says. */
function hover(marked: string): string {
  const { text, offset } = cursor(marked);
  const found = mc.hover!(mc.parse(text), offset);
  return found ? `${text.slice(found.span.start, found.span.end)} → ${toPlainText(found.markdown)}` : 'nothing';
}

/** Each text with what its hover must say, in this order. */
const cases: readonly (readonly [marked: string, ...says: string[]])[] = [
  ["FEAT|URE(`redirect')dnl", 'FEATURE → FEATURE macro of cf.m4', 'above any MAILER', 'cf/README'],
  ["FEATURE(`re|direct')dnl", "redirect → FEATURE(`redirect') feature", '551'],
  ['FEATURE(re|direct)dnl', "redirect → FEATURE(`redirect') feature"],
  [
    "FEATURE(`access_|db')dnl",
    'Without argument: hash -T<TMPF> /etc/mail/access.',
    'Here: reads /etc/mail/access.db, made from /etc/mail/access.',
    'To do: after a change run makemap hash /etc/mail/access < /etc/mail/access. No restart is needed.',
  ],
  [
    "FEATURE(`virtuser|table', `dbm -o /opt/vt')dnl",
    'Here: reads /opt/vt.pag, made from /opt/vt; it may be missing.',
    'makemap dbm /opt/vt < /opt/vt',
  ],
  ["FEATURE(`mailer|table', `LDAP')dnl", 'Here: asks LDAP.'],
  ["FEATURE(`mailer|table', `text /etc/mail/mt')dnl", 'Here: reads /etc/mail/mt itself; a change takes effect at once.'],
  [
    "define(`DATABASE_MAP_TYPE', `btree')dnl\ndefine(`MAIL_SETTINGS_DIR', `/opt/mail/')dnl\nFEATURE(`mailer|table')dnl",
    'makemap btree /opt/mail/mailertable < /opt/mail/mailertable',
  ],
  ["FEATURE(`use_cw_|file')dnl", 'Here: reads /etc/mail/local-host-names.', 'restart sendmail'],
  ["define(`confCW_FILE', `-o /etc/cw %[^\\#]')dnl\nFEATURE(`use_cw_|file')dnl", 'Here: reads /etc/cw.'],
  ["FEATURE(`access_db', `ha|sh -o -T<TMPF> /etc/mail/access')", 'hash → hash map type'],
  ["FEATURE(`access_db', `hash -|o -T<TMPF> /etc/mail/access')", '-o → -o flag of a map', '451'],
  ["FEATURE(`access_db', `hash -o -T<TM|PF> /etc/mail/access')", '-T<TMPF> → -T flag of a map'],
  ["FEATURE(`nouucp', `rej|ect')", "reject → FEATURE(`nouucp')", 'Arguments: reject | nospecial.'],
  ["FEATURE(`blacklist_re|cipients')", 'Use blocklist_recipients.'],
  ["MAILER(`sm|tp')dnl", "smtp → MAILER(`smtp') mailers smtp, esmtp, smtp8, dsmtp, relay"],
  ["OSTYPE(`li|nux')dnl", "linux → OSTYPE(`linux') operating system"],
  ["DOMAIN(`gene|ric')dnl", "generic → DOMAIN(`generic') settings of a site"],
  ["HACK(`no|dns')dnl", "nodns → HACK(`nodns') hack"],
  [
    "define(`confPRIVACY_|FLAGS', `goaway')dnl",
    'confPRIVACY_FLAGS → confPRIVACY_FLAGS sets the option PrivacyOptions (p)',
    'Any of: public, needmailhelo',
    'Here: goaway, in place of authwarnings.',
  ],
  ["define(`confPRIVACY_FLAGS', `authwarnings,no|expn')dnl", 'noexpn → noexpn in PrivacyOptions', '502'],
  ["define(`confPRIVACY_FLAGS', ``authwarnings,go|away'')dnl", 'goaway → goaway in PrivacyOptions'],
  ["define(`confDONT_BLAME_SENDMAIL', `GroupWritable|AliasFile')dnl", 'GroupWritableAliasFile in DontBlameSendmail'],
  ["define(`confBIND_OPTS', `-DNS|RCH +AAONLY')dnl", 'DNSRCH → DNSRCH in ResolverOptions', 'Here: turned off.'],
  ["define(`confDELIVERY_MODE', `q|')dnl", 'q → queue in DeliveryMode'],
  ["define(`confTO_|IDENT', `0')dnl", 'a number alone is minutes', 'Here: 0, in place of 5s.'],
  ["define(`confDEF_USER_|ID', ``8:12'')dnl", 'Here: 8:12, in place of 1:1.'],
  ["define(`confLOG_|LEVEL', `9')dnl", 'Here: 9, the default.'],
  [
    "define(`confLOG_|LEVEL', `12')dnl\ndefine(`confLOG_LEVEL', `14')dnl",
    'Here: 12, in place of 9. Line 2 sets it again, to 14: that counts in the end.',
  ],
  ["define(`confLOG_LEVEL', `12')dnl\ndefine(`confLOG_|LEVEL', `14')dnl", 'It replaces what line 1 sets.'],
  ["define(`SMART_|HOST', `relay.example.com')dnl", 'SMART_HOST → SMART_HOST', 'Here: relay.example.com.'],
  ["define(`SMART_HOST', `relay.exa|mple.com')dnl", 'relay.example.com → SMART_HOST'],
  ["define(`ALIAS_|FILE', `/etc/aliases')dnl", 'To do: after a change of the file run newaliases.'],
  ["ifdef(`SMART_|HOST', `', `define(`SMART_HOST', `a')')dnl", 'SMART_HOST → SMART_HOST', 'Line 1 sets it to a.'],
  ["dnl define(`confLOG_|LEVEL', `12')dnl", 'Behind dnl: m4 does not read it, it has no effect. Here: 12'],
  ["divert(0)dnl\n# FEATURE(`re|direct')\n", 'it is in effect'],
  [
    "DAEMON_|OPTIONS(`Name=MTA, Addr=127.0.0.1, M=E')dnl",
    'DAEMON_OPTIONS → DAEMON_OPTIONS macro of cf.m4',
    'Here: listens on port smtp of 127.0.0.1, for this host alone. E: Refuses ETRN',
  ],
  ["DAEMON_OPTIONS(`Po|rt=587')dnl", 'Port=587 → Port in DAEMON_OPTIONS'],
  ["DAEMON_OPTIONS(`Port=587, Na|me=MSA, M=Ea')dnl", 'Name=MSA → Name in DAEMON_OPTIONS'],
  ["DAEMON_OPTIONS(`Port=587, Name=MSA, |M=Ea')dnl", 'M=Ea → Modifiers in DAEMON_OPTIONS'],
  ["DAEMON_OPTIONS(`Port=587, M=E|a')dnl", 'a → a in DAEMON_OPTIONS, Modifiers', 'AUTH'],
  ["DAEMON_OPTIONS(`Port=587, M=Ea|')dnl", 'a → a in DAEMON_OPTIONS, Modifiers'],
  ["DAEMON_OPTIONS(`r|=8, R=1')dnl", 'r=8 → refuseLA'],
  ["DAEMON_OPTIONS(`r=8, R|=1')dnl", 'R=1 → RcvBufSize'],
  ["CLIENT_OPTIONS(`Family=inet, Modifier=|h')dnl", 'h → h in CLIENT_OPTIONS, Modifiers'],
  ["INPUT_MAIL_FILTER(`f', `S|=local:/run/f, F=T')dnl", 'S=local:/run/f → S in INPUT_MAIL_FILTER'],
  ["QUEUE_GROUP(`q', `P=/var/spool/mqueue/q, R|=2')dnl", 'R=2 → Runners in QUEUE_GROUP'],
  ["RELAY_DOMAIN_FILE(`/etc/mail/re|lays')dnl", 'RELAY_DOMAIN_FILE', 'Here: reads /etc/mail/relays.', 'HUP'],
  ["MODIFY_MAILER_FLAGS(`LOCAL', `+|S')dnl", 'S → S mailer flag', "Keeps root's rights"],
  ["define(`LOCAL_MAILER_FLAGS', `SPfh|n9')dnl", 'n → n mailer flag'],
  ["MASQUERADE_AS(`exam|ple.com')dnl", 'example.com → MASQUERADE_AS macro of cf.m4'],
  ['d|nl a comment\n', 'dnl → dnl macro of m4'],
  ['div|ert(-1)dnl\n', 'divert → divert macro of m4'],
  ['change|quote([, ])dnl\n', 'changequote → changequote macro of m4'],
  ['LOCAL_CONFIG\nO Privacy|Options=goaway\n', 'PrivacyOptions → PrivacyOptions option; in an .mc file confPRIVACY_FLAGS'],
  ["FEATURE(`access_|db'", "access_db → FEATURE(`access_db')"],
  ["FEATURE(`access_|db\nMAILER(`smtp')dnl\n", 'access_db'],
];

describe('hover in an .mc file', () => {
  for (const [marked, ...says] of cases) {
    it(JSON.stringify(marked), () => {
      const text = hover(marked);
      let at = 0;
      for (const part of says) {
        const found = text.indexOf(part, at);
        assert.ok(found >= 0, `${part}\nis not said in\n${text}`);
        at = found + part.length;
      }
    });
  }

  it('says nothing of names nobody knows and of plain text', () => {
    for (const marked of ["FEATURE(`no_such_thi|ng')", "MAILER(`no|ne')", "define(`ownN|ame', `x')", 'some wo|rds', '|'])
      assert.doesNotMatch(hover(marked), /→ .*(feature|MAILER\(|sets)/, marked);
  });

  it('explains every name of sendmail 8.17.1 where it is used', () => {
    const places: string[] = [
      ...names.features.map((n) => `FEATURE(\`|${n}')`),
      ...names.conf.map((n) => `define(\`|${n}', \`x')`),
      ...names.defines.map((n) => `define(\`|${n}', \`x')`),
      ...names.directives.map((n) => `|${n}`),
      ...names.mailers.map((n) => `MAILER(\`|${n}')`),
      ...names.ostypes.map((n) => `OSTYPE(\`|${n}')`),
      ...names.domains.map((n) => `DOMAIN(\`|${n}')`),
      ...names.hacks.map((n) => `HACK(\`|${n}')`),
      ...names.values.PrivacyOptions.map((n) => `define(\`confPRIVACY_FLAGS', \`|${n}')`),
      ...names.values.DontBlameSendmail.map((n) => `define(\`confDONT_BLAME_SENDMAIL', \`|${n}')`),
      ...names.daemonModifiers.map((n) => `DAEMON_OPTIONS(\`M=|${n}')`),
      ...names.milterKeys.map((n) => `MAIL_FILTER(\`f', \`|${n}=x')`),
      ...names.mapTypes.map((n) => `FEATURE(\`mailertable', \`|${n} x')`),
      ...names.mapFlags.map((n) => `FEATURE(\`mailertable', \`hash |${n} x')`),
    ];
    const silent = places.filter((marked) => {
      const name = /\|([^'=\s]+)/.exec(marked)![1]!;
      const text = hover(marked);
      return !text.startsWith(name) || text.length < name.length + 40;
    });
    assert.deepEqual(silent, []);
  });

  it('shows what the file says as words: no picture is fetched', () => {
    const found = mc.hover!(mc.parse("DAEMON_OPTIONS(`Port=25\n\n![x](https://example.net/)')"), 3)!;
    assert.match(found.markdown, /port `25 !\[x\]\(https:/);
  });

  it('takes any text and any place; its range lies in the text and touches the place', () => {
    fc.assert(
      fc.property(anyMc, ({ text, offset }) => {
        const found = mc.hover!(mc.parse(text), offset);
        if (!found) return true;
        return found.span.start >= 0 && found.span.end <= text.length && found.span.start <= offset && offset <= found.span.end;
      }),
    );
  });
});
