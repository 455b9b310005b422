/** The security audit: what it names, what it leaves out, and where its links lead. */
import assert from 'node:assert/strict';
import { auditOf } from '../../../../server/src/core/config/folder/audit';
import { mailFolder, type FolderFile } from '../../../../server/src/core/config/folder/model';
import { languageInFolder } from '../../../../server/src/core/config/folder/places';
import { languages } from '../../../../server/src/core/languages';
import { mc } from '../../../../server/src/core/config/mc/language';
import { fixed, problemsOf } from '../../../support/marked';

function audit(texts: Readonly<Record<string, string>>) {
  const files = Object.entries(texts).map(([name, text]): FolderFile => {
    const language = languageInFolder(name)!;
    return { uri: `file:///etc/mail/${name}`, name, language, model: languages.get(language)!.parse(text) };
  });
  return auditOf(mailFolder(files), '/etc/mail');
}

/** A whole configuration with nothing left to say about. */
const safe = `OSTYPE(\`linux')dnl
define(\`confPRIVACY_FLAGS', \`goaway,restrictmailq,restrictqrun')dnl
define(\`confSMTP_LOGIN_MSG', \`$j ready')dnl
FEATURE(\`smrsh')dnl
FEATURE(\`access_db')dnl
MAILER(\`local')dnl
MAILER(\`smtp')dnl
`;

/** Only rules about security, as `line severity rule`. */
function security(text: string): string[] {
  return problemsOf(mc, text, { rules: {} })
    .filter((p) => /privacy|greeting|auth|tls|smrsh|blame|relay/.test(p))
    .map((p) => p.replace(/:\d+/, ''));
}

describe('security audit', () => {
  it('names what opens the relay or the machine, the worst of a file first, with links', () => {
    const { text, links, count } = audit({
      'sendmail.mc': safe.replace('goaway,', '').replace("FEATURE(`access_db')", "FEATURE(`promiscuous_relay')"),
      access: 'Connect:com\tRELAY\nConnect:10.1\tRELAY\nFREE.STEALTH\t550 no\n',
      aliases: 'postmaster: root\nmailer-daemon: root\ndecode: "|/usr/bin/uudecode"\nlost: nobody-here\n',
      'relay-domains': 'org\n',
    });
    const rules = [...text.matchAll(/\((\w+\/[\w-]+)\)/g)].map((m) => m[1]);
    assert.deepEqual(rules, [
      'mc/open-relay',
      'mc/privacy-flags',
      'access/open-relay',
      'aliases/dangerous-program',
      'domains/open-relay',
    ]);
    assert.equal(count, 5);
    assert.deepEqual(
      links.map((l) => [text.slice(l.start, l.end), l.uri.slice('file:///etc/mail/'.length), l.line]),
      [
        ['sendmail.mc:5', 'sendmail.mc', 4],
        ['sendmail.mc:2', 'sendmail.mc', 1],
        ['access:1', 'access', 0],
        ['aliases:3', 'aliases', 2],
        ['relay-domains:1', 'relay-domains', 0],
      ],
    );
    assert.match(text, /Looked at: sendmail\.mc, access, aliases, relay-domains\./);
  });

  it('says what it looked at where it finds nothing', () => {
    const { text, count } = audit({ 'sendmail.mc': safe, access: 'Connect:10.1\tRELAY\n' });
    assert.equal(count, 0);
    assert.match(text, /Nothing was found/);
    assert.match(text, /Looked at: sendmail\.mc, access\./);
    assert.match(audit({ access: '' }).text, /There is no sendmail\.mc here/);
  });

  it('of sendmail.mc: what is missing, and what is there', () => {
    assert.deepEqual(security(safe), []);
    assert.deepEqual(security("OSTYPE(`linux')dnl\nMAILER(`local')dnl\nMAILER(`smtp')dnl\n"), [
      '2 info mc/privacy-flags',
      '2 info mc/greeting-version',
      '2 hint mc/missing-smrsh',
    ]);
    assert.deepEqual(security(safe + "define(`confDONT_BLAME_SENDMAIL', `Safe')dnl\n"), []);
    assert.deepEqual(security(safe + "define(`confCIPHER_LIST', `HIGH:!aNULL:!RC4')dnl\n"), []);
    assert.deepEqual(security(safe + "define(`confCIPHER_LIST', `HIGH:RC4')dnl\n"), ['8 info mc/weak-tls']);
    assert.deepEqual(security(safe + "define(`confSERVER_SSL_OPTIONS', `+SSL_OP_NO_SSLv2 -SSL_OP_NO_SSLv3')dnl\n"), [
      '8 info mc/weak-tls',
    ]);
    assert.deepEqual(security(safe + "TRUST_AUTH_MECH(`PLAIN')dnl\n"), ['8 info mc/auth-without-tls']);
    assert.deepEqual(security(safe + "TRUST_AUTH_MECH(`PLAIN')dnl\ndefine(`confAUTH_OPTIONS', `A p y')dnl\n"), []);
    assert.deepEqual(security(safe + "TRUST_AUTH_MECH(`DIGEST-MD5')dnl\n"), []);
  });

  it('its repairs leave nothing to say', () => {
    let text = "OSTYPE(`linux')dnl\nTRUST_AUTH_MECH(`PLAIN LOGIN')dnl\nMAILER(`local')dnl\nMAILER(`smtp')dnl\n";
    for (const rule of ['privacy-flags', 'greeting-version', 'missing-smrsh', 'auth-without-tls'])
      text = fixed(mc, text, `mc/${rule}`);
    assert.deepEqual(security(text), []);
    assert.deepEqual(problemsOf(mc, text), []);
  });

  it('is left out of the problems by one setting', () => {
    const model = mc.parse("OSTYPE(`linux')dnl\nFEATURE(`promiscuous_relay')dnl\nMAILER(`smtp')dnl\n");
    assert.ok(mc.validate!(model).some((p) => p.audit));
    assert.ok(!mc.validate!(model, { audit: false }).some((p) => p.audit));
  });
});
