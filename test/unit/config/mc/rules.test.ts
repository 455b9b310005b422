/** What is found in .mc files, beyond the recorded cases: places, repairs, and what is left alone. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mc } from '../../../../server/src/core/config/mc/language';
import { fixed, problemsOf } from '../../../support/marked';

const head = "OSTYPE(`linux')dnl\n";
const foot = "MAILER(`local')dnl\nMAILER(`smtp')dnl\n";

/** The problems of lines put between OSTYPE and MAILER; the first of them is line 2. */
function within(lines: string): string[] {
  return problemsOf(mc, `${head}${lines}\n${foot}`);
}

/** Those lines after the first repair of `rule`. */
function repaired(lines: string, rule: string): string {
  const text = fixed(mc, `${head}${lines}\n${foot}`, rule);
  return text.slice(head.length, -foot.length - 1);
}

const clean = (lines: string): void => assert.deepEqual(within(lines), [], lines);

describe('mc: blanks that are none', () => {
  const rule = 'mc/odd-blank';

  it('keep sendmail from starting, in values and between macros', () => {
    assert.deepEqual(within("define(`confTO_IDENT',\u00a0`0')dnl"), ['2:23 error mc/odd-blank']);
    assert.deepEqual(within("define(`confPRIVACY_FLAGS', `goaway,\u3000restrictqrun')dnl"), ['2:37 error mc/odd-blank']);
    assert.deepEqual(within("FEATURE(`redirect')\u00a0dnl"), ['2:20 error mc/odd-blank']);
    assert.deepEqual(within("DAEMON_OPTIONS(`Port=25,\u00a0Name=MTA')dnl"), ['2:25 error mc/odd-blank']);
    assert.deepEqual(problemsOf(mc, `\ufeff${head}${foot}`), ['1:1 error mc/odd-blank']);
    const said = (text: string): string => mc.validate!(mc.parse(text)).find((p) => p.rule === 'mc/odd-blank')!.message;
    assert.match(said(`\ufeff${head}${foot}`), /U\+FEFF \(byte order mark\)/);
    assert.match(said(`${head}FEATURE(\`redirect')\u00a0dnl\n${foot}`), /the character U\+00A0, which looks like one/);
  });

  it('are repaired on the whole line, and what is not seen goes', () => {
    const line = "FEATURE(`mailertable',\u00a0`hash\u00a0-o\u2003/etc/mail/mailertable')dnl";
    assert.equal(repaired(line, rule), "FEATURE(`mailertable', `hash -o /etc/mail/mailertable')dnl");
    assert.equal(repaired("FEATURE(\u200b`redirect')dnl", rule), "FEATURE(`redirect')dnl");
  });

  it('are doubtful in texts, and nothing in comments', () => {
    assert.deepEqual(within("define(`confSMTP_LOGIN_MSG', `$j my\u00a0server')dnl"), ['2:36 warning mc/odd-blank']);
    const rules = 'LOCAL_RULESETS\nSLocal_check_mail\nR$*\u00a0\t$: $1\n# a\u00a0comment\n';
    assert.deepEqual(problemsOf(mc, `${head}${foot}${rules}`), ['6:4 warning mc/odd-blank']);
    clean("dnl a\u00a0comment\nFEATURE(`redirect')dnl\u00a0and another");
    clean("VERSIONID(`my\u00a0server')dnl\ndivert(-1)\na\u00a0comment\ndivert(0)dnl");
  });
});

describe('mc: quotes', () => {
  // As a web page shows m4's quotes; a line of prose, a comment and a quoted quote are in it.
  const mangled = `include(\`../m4/cf.m4@#)
define(\`confDEF_USER_ID@#,\`\`8:12@#@#)
OSTYPE(\`linux@#)
undefine(\`UUCP_RELAY@#)
dnl the mail hub, don't touch
define(\`confPRIVACY_FLAGS@#,\`authwarnings,novrfy@#)dnl
FEATURE(\`smrsh@#,\`/usr/sbin/smrsh@#)
FEATURE(access_db)
FEATURE(\`virtusertable@#,\`hash -o /etc/mail/virtusertable@#)dnl
MASQUERADE_AS(\`example.com@#)
MAILER(local)
MAILER(smtp)
`;

  it('finds each @# that stands for a quote, and repairs the file at once', () => {
    const problems = problemsOf(mc, mangled);
    assert.equal(problems.filter((p) => p.endsWith('error mc/mangled-quote')).length, mangled.split('@#').length - 1);
    assert.deepEqual(
      problems.filter((p) => !p.endsWith('mc/mangled-quote')),
      [],
    );
    const text = fixed(mc, mangled, 'mc/mangled-quote');
    assert.ok(!text.includes('@#'));
    assert.deepEqual(problemsOf(mc, text), []);
  });

  it('repairs the sample whatever stands in its comments', () => {
    const sample = readFileSync('samples/mail/sendmail.mc', 'utf8');
    assert.deepEqual(problemsOf(mc, sample), []);
    const damaged = sample.replaceAll("'", '@#');
    assert.ok(problemsOf(mc, damaged).every((p) => p.endsWith(' error mc/mangled-quote')));
    assert.deepEqual(problemsOf(mc, fixed(mc, damaged, 'mc/mangled-quote')), []);
  });

  it('leaves @# alone where it is text', () => {
    clean("define(`confSMTP_LOGIN_MSG', `$j @#) ready')dnl");
    assert.deepEqual(problemsOf(mc, `${head}${foot}LOCAL_RULESETS\nSmine\nR$*\t$@ $1\nHX-Mine: @#\n`), []);
  });

  it('closes an open quote where its line suggests', () => {
    assert.equal(repaired("define(`confTO_CONNECT', `1m)dnl", 'mc/unclosed-quote'), "define(`confTO_CONNECT', `1m')dnl");
    assert.equal(repaired("define(`confTO_CONNECT, `1m')dnl", 'mc/unclosed-quote'), "define(`confTO_CONNECT', `1m')dnl");
    assert.deepEqual(within("define(`confTO_CONNECT', `1m)dnl\nFEATURE(`acces_db')dnl"), [
      '2:26 error mc/unclosed-quote',
      '3:10 error mc/unknown-feature',
    ]);
  });

  it('looks through two pairs of quotes', () => {
    assert.deepEqual(within("DAEMON_OPTIONS(``Port=smpt,Name=MTA'')dnl").slice(0, 1), ['2:23 error mc/bad-value']);
    assert.deepEqual(
      within("FEATURE(`no_default_msa')dnl\nDAEMON_OPTIONS(``Port=25,Name=MTA'')dnl\nDAEMON_OPTIONS(``Port=587,Name=MSA'')dnl"),
      [],
    );
    assert.deepEqual(within("define(`confRECEIVED_HEADER', `from $s ${auth_type.')dnl"), ['2:40 error mc/bad-value']);
  });

  it('knows the quotes of other languages', () => {
    assert.equal(repaired('FEATURE(`redirect`)dnl', 'mc/wrong-quote'), "FEATURE(`redirect')dnl");
    assert.equal(repaired('FEATURE(`redirect")dnl', 'mc/wrong-quote'), "FEATURE(`redirect')dnl");
    assert.equal(repaired("FEATURE('redirect')dnl", 'mc/wrong-quote'), "FEATURE(`redirect')dnl");
    assert.equal(repaired('FEATURE("redirect")dnl', 'mc/wrong-quote'), "FEATURE(`redirect')dnl");
    assert.equal(repaired('define(‘confTO_IDENT’, ‘0’)dnl', 'mc/curly-quote'), "define(`confTO_IDENT', `0')dnl");
    clean("FEATURE(`dnsbl', `dnsbl.example.net', `\"550 Listed \" $&{client_addr}')dnl");
    clean("VERSIONID('mine')dnl");
  });

  it('takes a quote without its opening one for what it is', () => {
    assert.deepEqual(within("define(confTO_CONNECT', `1m')dnl"), ['2:8 warning mc/stray-quote']);
    assert.deepEqual(within("FEATURE(redirect')dnl"), ['2:9 error mc/stray-quote']);
    assert.deepEqual(within("define(`confSMTP_LOGIN_MSG', `$j Bob's server')dnl"), ['2:30 warning mc/stray-quote']);
    assert.equal(repaired("define(confTO_CONNECT', `1m')dnl", 'mc/stray-quote'), "define(`confTO_CONNECT', `1m')dnl");
    assert.deepEqual(within("MODIFY_MAILER_FLAGS(SMTP', `+z')dnl"), ['2:21 error mc/stray-quote']);
    assert.deepEqual(within("define(`LOCAL_MAILER_FLAGS', lsDFM')dnl"), ['2:30 error mc/stray-quote']);
    assert.deepEqual(within("define(`MINE', `INPUT_MAIL_FILTER(`$1', `S=inet:1@127.0.0.1')')dnl\nMINE(a')dnl"), [
      '3:6 error mc/stray-quote',
    ]);
    clean("VERSIONID(`it''`s mine')dnl");
  });

  it('knows which macros other quotes break', () => {
    clean("changequote([, ])dnl\nMASQUERADE_AS([example.com])dnl\nchangequote(`, ')dnl");
    assert.deepEqual(within("changequote([, ])dnl\nEXPOSED_USER([root])dnl\nchangequote(`, ')dnl"), [
      '3:1 error mc/changed-quotes',
    ]);
    assert.deepEqual(problemsOf(mc, `${head}${foot}changequote([, ])dnl\n`), ['4:1 error mc/changed-quotes']);
  });

  it('says of comments that a ` counts there, too', () => {
    assert.deepEqual(within('# the `access map'), ['2:7 error mc/unclosed-quote']);
    assert.equal(repaired('# the `access map', 'mc/unclosed-quote'), '# the access map');
    clean("dnl the `access map\n# it's here");
  });
});

describe('mc: parentheses', () => {
  it('closes a call, and names the end of the file as m4 does', () => {
    assert.deepEqual(problemsOf(mc, `define(\`confTO_IDENT', \`0'dnl\n${head}${foot}`), [
      '1:1 error mc/unclosed-call',
      '4:1 error mc/unclosed-call',
    ]);
    assert.equal(repaired("define(`confTO_IDENT', `0'dnl", 'mc/unclosed-call'), "define(`confTO_IDENT', `0')dnl");
    // With a parenthesis open in the argument, and at the end of a quoted text, m4 names the line where that begins.
    assert.deepEqual(within("undefine(`X' (dnl"), ['2:1 error mc/unclosed-call']);
    assert.deepEqual(within('undefine(`X``)dnl'), ['2:1 error mc/unclosed-call', '2:10 error mc/unclosed-quote']);
  });

  it('finds what is apart, too many or glued', () => {
    assert.equal(repaired("define (`confTO_IDENT', `0')dnl", 'mc/space-before-parenthesis'), "define(`confTO_IDENT', `0')dnl");
    assert.equal(repaired("FEATURE  (`redirect')dnl", 'mc/space-before-parenthesis'), "FEATURE(`redirect')dnl");
    assert.equal(repaired("FEATURE(`redirect'))dnl", 'mc/extra-parenthesis'), "FEATURE(`redirect')dnl");
    assert.equal(
      repaired("FEATURE(`redirect')dnlFEATURE(`smrsh')dnl", 'mc/dnl-glued'),
      "FEATURE(`redirect')dnl\nFEATURE(`smrsh')dnl",
    );
    clean("dnl define (`x', `y')");
  });
});

describe('mc: names', () => {
  it('proposes the nearest', () => {
    assert.equal(repaired("FEATURE(`acces_db')dnl", 'mc/unknown-feature'), "FEATURE(`access_db')dnl");
    assert.equal(repaired("FEATURE(`Access_DB')dnl", 'mc/unknown-feature'), "FEATURE(`access_db')dnl");
    assert.equal(repaired("FEATURE(`access_db ')dnl", 'mc/unknown-feature'), "FEATURE(`access_db')dnl");
    assert.equal(repaired("MASQURADE_AS(`example.com')dnl", 'mc/unknown-macro'), "MASQUERADE_AS(`example.com')dnl");
    assert.equal(repaired("feature(`redirect')dnl", 'mc/unknown-macro'), "FEATURE(`redirect')dnl");
    assert.equal(
      repaired("define(`confPRIVACY_FLAG', `novrfy')dnl", 'mc/unknown-conf'),
      "define(`confPRIVACY_FLAGS', `novrfy')dnl",
    );
    assert.equal(fixed(mc, "OSTYPE(`linus')dnl\n" + foot, 'mc/unknown-ostype'), "OSTYPE(`linux')dnl\n" + foot);
    assert.equal(fixed(mc, head + "MAILER(`smpt')dnl\n", 'mc/unknown-mailer'), head + "MAILER(`smtp')dnl\n");
  });

  it('finds a misspelt macro that sendmail.cf would take for another line', () => {
    assert.deepEqual(within("DAEMON_OPTION(`Port=smtp, Name=MTA')dnl"), ['2:1 error mc/unknown-macro']);
    assert.deepEqual(within('LOCAL_CONFG'), ['2:1 error mc/unknown-macro']);
  });

  it('lets the file define names of its own', () => {
    clean("define(`CERT_DIR', `/etc/mail/certs')dnl\ndefine(`confSERVER_CERT', `CERT_DIR/host.pem')dnl");
    clean("define(`confMINE', `5m')dnl\nifdef(`confMINE', `define(`confTO_CONNECT', confMINE)')dnl");
  });

  it('looks where m4 reads: not behind dnl, not into branches it does not take', () => {
    clean("dnl FEATURE(`nosuch')\nifdef(`nowhere', `FEATURE(`nosuch')')dnl");
    assert.deepEqual(within("ifdef(`OSTYPE', `FEATURE(`nosuch')')dnl"), ['2:27 error mc/unknown-feature']);
    assert.deepEqual(within("# FEATURE(`nosuch')"), ['2:3 warning mc/macro-in-comment', '2:12 error mc/unknown-feature']);
    assert.equal(repaired("# FEATURE(`redirect')", 'mc/macro-in-comment'), "dnl # FEATURE(`redirect')");
  });
});

describe('mc: order', () => {
  it('moves a FEATURE above MAILER', () => {
    const text = `${head}${foot}FEATURE(\`smrsh')dnl\n`;
    assert.deepEqual(problemsOf(mc, text), ['4:1 error mc/feature-after-mailer']);
    assert.equal(fixed(mc, text, 'mc/feature-after-mailer'), `${head}FEATURE(\`smrsh')dnl\n${foot}`);
  });

  it('knows what the files of OSTYPE, DOMAIN and FEATURE call', () => {
    assert.deepEqual(problemsOf(mc, foot + head), ['3:1 error mc/feature-after-mailer']);
    assert.deepEqual(problemsOf(mc, foot + "OSTYPE(`freebsd6')dnl\n"), []);
    assert.deepEqual(problemsOf(mc, `${head}${foot}DOMAIN(\`generic')dnl\n`), ['4:1 error mc/feature-after-mailer']);
    assert.deepEqual(problemsOf(mc, `${head}FEATURE(\`nullclient', \`hub.example.com')dnl\n`), []);
    assert.deepEqual(problemsOf(mc, `${head}FEATURE(\`msp')dnl\nMAILER(\`smtp')dnl\n`), ['3:1 error mc/duplicate-mailer']);
  });

  it('puts access_db above what needs it', () => {
    const text = "FEATURE(`blocklist_recipients')dnl\nFEATURE(`access_db')dnl";
    assert.deepEqual(within(text), ['2:1 error mc/feature-requires']);
    assert.equal(repaired(text, 'mc/feature-requires'), "FEATURE(`access_db')dnl\nFEATURE(`blocklist_recipients')dnl");
    assert.equal(
      repaired("FEATURE(`blocklist_recipients')dnl", 'mc/feature-requires'),
      "FEATURE(`access_db')dnl\nFEATURE(`blocklist_recipients')dnl",
    );
    assert.deepEqual(within("FEATURE(`delay_checks', `friend')dnl"), ['2:1 error mc/feature-requires']);
    assert.deepEqual(within("FEATURE(`access_db')dnl\nFEATURE(`conncontrol', `nodelay')dnl"), ['3:1 error mc/feature-requires']);
    clean("FEATURE(`greet_pause', `1000')dnl");
  });

  it('compares arguments as m4 does', () => {
    clean("FEATURE(`access_db')dnl\nFEATURE(`delay_checks')dnl\nFEATURE(`ratecontrol', ` NODELAY')dnl");
    clean("FEATURE(`nouucp', `rejected')dnl");
    assert.deepEqual(within("FEATURE(`nouucp', `Reject')dnl"), ['2:20 error mc/illegal-argument']);
    assert.deepEqual(within("FEATURE(`nocanonify', `canonify_hosts ')dnl"), ['2:24 error mc/illegal-argument']);
  });

  it('finds defines that come too late', () => {
    const text = "FEATURE(`access_db')dnl\ndefine(`DATABASE_MAP_TYPE', `btree')dnl";
    assert.deepEqual(within(text), ['3:1 warning mc/define-after-use']);
    assert.equal(repaired(text, 'mc/define-after-use'), "define(`DATABASE_MAP_TYPE', `btree')dnl\nFEATURE(`access_db')dnl");
    clean(
      "FEATURE(`access_db', `hash -T<TMPF> /etc/mail/access')dnl\ndefine(`DATABASE_MAP_TYPE', `btree')dnl\nFEATURE(`mailertable')dnl",
    );
    assert.deepEqual(problemsOf(mc, `${head}${foot}define(\`SMTP_MAILER_ARGS', \`TCP $h 26')dnl\n`), [
      '4:1 warning mc/define-after-use',
    ]);
    assert.deepEqual(problemsOf(mc, `${head}${foot}define(\`confTO_IDENT', \`0')dnl\n`), []);
  });
});

describe('mc: values', () => {
  const value = (name: string, text: string): string[] =>
    within(`define(\`${name}', \`${text}')dnl`).map((p) => p.slice(p.indexOf(' ') + 1));

  it('checks each kind as sendmail reads it', () => {
    for (const time of ['30s', '1h30m', '5d', '0', '-1', 'now', '10'])
      assert.deepEqual(value('confTO_QUEUERETURN', time), [], time);
    for (const time of ['one hour', '5 m', '1.5h', '2H'])
      assert.deepEqual(value('confTO_QUEUERETURN', time), ['error mc/bad-value'], time);
    for (const bool of ['True', 'false', 'yes', 'n', 't']) assert.deepEqual(value('confMATCH_GECOS', bool), [], bool);
    for (const bool of ['maybe', '1', 'on']) assert.deepEqual(value('confMATCH_GECOS', bool), ['warning mc/bad-value'], bool);
    for (const int of ['25', '0', '-1']) assert.deepEqual(value('confMAX_HOP', int), [], int);
    for (const int of ['many', '10M']) assert.deepEqual(value('confMAX_MESSAGE_SIZE', int), ['warning mc/bad-value'], int);
    for (const mode of ['background', 'queue', 'i']) assert.deepEqual(value('confDELIVERY_MODE', mode), [], mode);
    for (const mode of ['fast', 'Background']) assert.deepEqual(value('confDELIVERY_MODE', mode), ['error mc/bad-value'], mode);
    assert.deepEqual(value('confPRIVACY_FLAGS', 'GoAway; noetrn restrictqrun'), []);
    assert.deepEqual(value('confBIND_OPTS', '-DNSRCH +WorkAroundBrokenAAAA'), []);
    assert.deepEqual(value('confBIND_OPTS', '+DNSRCH,-DEFNAMES'), ['error mc/bad-value']);
    assert.deepEqual(value('confSERVER_SSL_OPTIONS', '+SSL_OP_NO_SSLv3 -SSL_OP_TLSEXT_PADDING'), []);
  });

  it('judges the last define of a name only', () => {
    assert.deepEqual(within("define(`confTO_IDENT', `x')dnl\ndefine(`confTO_IDENT', `5s')dnl"), []);
  });

  it('repairs the word alone', () => {
    assert.equal(
      repaired("define(`confPRIVACY_FLAGS', `novrfy,nobodyreturns,noetrn')dnl", 'mc/bad-value'),
      "define(`confPRIVACY_FLAGS', `novrfy,nobodyreturn,noetrn')dnl",
    );
    assert.equal(
      repaired("INPUT_MAIL_FILTER(`f', `S=locl:/run/f.sock, F=T')dnl", 'mc/bad-value'),
      "INPUT_MAIL_FILTER(`f', `S=local:/run/f.sock, F=T')dnl",
    );
  });

  it('reads ports and filters', () => {
    const ports = (text: string): string[] => within(`DAEMON_OPTIONS(\`${text}')dnl`).filter((p) => !p.endsWith('mc/same-port'));
    for (const good of [
      'Port=smtp, Name=MTA',
      'Family=inet6, Addr=::1, Port=25',
      'Port=587,Name=MSA,M=Ea',
      'Name=NoMTA, Addr=127.0.0.1, M=E',
      'Port=465, Modify=s',
      'Family=unix, Addr=/run/x',
    ])
      assert.deepEqual(ports(good), [], good);
    assert.deepEqual(ports('Port=smtp Name=MTA'), ['2:22 error mc/bad-value']);
    assert.deepEqual(ports('Port=nosuch'), ['2:22 error mc/bad-value']);
    assert.deepEqual(ports('Addr=::1'), ['2:22 error mc/bad-value']);
    assert.deepEqual(ports('Xyz=1'), ['2:17 error mc/bad-value']);
    assert.deepEqual(ports('Adr=127.0.0.1'), ['2:17 warning mc/bad-value']);
    assert.deepEqual(within('DAEMON_OPTIONS(Port=smtp, Name=MTA)dnl'), ['2:27 warning mc/argument-count']);
    assert.equal(
      repaired('DAEMON_OPTIONS(Port=smtp, Name=MTA)dnl', 'mc/argument-count'),
      "DAEMON_OPTIONS(`Port=smtp, Name=MTA')dnl",
    );
    const filter = (text: string): string[] =>
      within(`INPUT_MAIL_FILTER(\`f', \`${text}')dnl`).map((p) => p.slice(p.indexOf(' ') + 1));
    for (const good of ['S=local:/run/f.sock', 'S=inet:8891@localhost, F=T, T=C:15m;S:4m;R:4m;E:10m', 'S=unix:/x, F='])
      assert.deepEqual(filter(good), [], good);
    for (const bad of [
      'F=T',
      'S=inet:8891',
      'S=local:/x, Z=1',
      'S=local:/x, T=C:5m,S:10s',
      'S=local:/x, T=Q:1m',
      'S=local:/x, T=S:x',
    ])
      assert.deepEqual(filter(bad), ['error mc/bad-value'], bad);
  });

  it('reads the maps of tables', () => {
    clean(
      "FEATURE(`mailertable', `hash -o /etc/mail/mailertable.db')dnl\nFEATURE(`virtusertable', `DATABASE_MAP_TYPE -o /etc/mail/v')dnl",
    );
    clean(
      "FEATURE(`access_db', `LDAP')dnl\nFEATURE(`genericstable', `text -k 0 -v 1 /etc/mail/g')dnl\nGENERICS_DOMAIN(`example.com')dnl",
    );
    for (const bad of ['/etc/mail/m', 'hsh /etc/mail/m', 'hash', 'hash -o', 'dbm /etc/mail/m', 'hash -Zo /etc/mail/m'])
      assert.deepEqual(within(`FEATURE(\`mailertable', \`${bad}')dnl`), ['2:25 error mc/map-spec'], bad);
    assert.equal(
      repaired("FEATURE(`mailertable', `/etc/mail/m')dnl", 'mc/map-spec'),
      "FEATURE(`mailertable', `hash /etc/mail/m')dnl",
    );
  });
});

describe('mc: what reaches sendmail.cf', () => {
  it('knows when blanks keep sendmail from starting', () => {
    // OSTYPE(`linux') leaves an empty line behind, FEATURE(`redirect') a comment.
    assert.deepEqual(within("  dnl\nFEATURE(`redirect')dnl"), ['2:1 error mc/blank-output']);
    assert.deepEqual(within("FEATURE(`redirect')dnl\n  dnl"), ['3:1 warning mc/blank-output']);
    assert.deepEqual(within("FEATURE(`redirect')\n  \n"), ['3:1 error mc/blank-output']);
    assert.equal(repaired("FEATURE(`redirect') dnl\n", 'mc/blank-output'), "FEATURE(`redirect')dnl\n");
    assert.equal(
      repaired("FEATURE(`redirect') FEATURE(`smrsh')dnl", 'mc/blank-output'),
      "FEATURE(`redirect')\nFEATURE(`smrsh')dnl",
    );
    clean("VERSIONID(`mine') dnl the blank ends a comment of sendmail.cf");
    clean("FEATURE(`redirect')\n\n\nFEATURE(`smrsh')\n");
  });

  it('reads the lines of sections as sendmail does', () => {
    const cf = (lines: string): string[] => problemsOf(mc, `${head}${foot}LOCAL_CONFIG\n${lines}\n`);
    assert.deepEqual(
      cf('Cwexample.com\nKmymap hash -o /etc/mail/mymap\nKlong regex -a@MATCH\n   ^[0-9]+$\nO MaxHopCount=30\n# a comment'),
      [],
    );
    assert.deepEqual(cf('Kmymap hsh /etc/mail/mymap'), ['5:8 error cf/bad-map']);
    assert.deepEqual(cf('O NoSuchOption=1'), ['5:3 error cf/unknown-option']);
    assert.deepEqual(cf('O PrivacyOption=novrfy'), ['5:3 warning cf/abbreviated-option']);
    assert.deepEqual(cf('hello world'), ['5:1 error mc/stray-text']);
    assert.deepEqual(cf('R$*\t$@ $1'), ['5:1 error cf/rule-without-ruleset']);
    assert.deepEqual(problemsOf(mc, `${head}${foot}LOCAL_RULE_0\nR$+ < @ $* > $*   $#local $: $1\n`), ['5:1 error cf/rule-tab']);
    assert.deepEqual(problemsOf(mc, `${head}${foot}LOCAL_RULESETS\nSmine\nR$+\t$@ $2\n`), ['6:8 error cf/rule-syntax']);
  });

  it('reads lines of sendmail.cf outside of sections', () => {
    clean('Dj$w.example.com\nCwexample.com example.net');
    assert.deepEqual(within('the features of this host'), ['2:1 error mc/stray-text']);
    assert.equal(repaired('the features of this host', 'mc/stray-text'), 'dnl the features of this host');
    assert.deepEqual(within("FEATURE(`redirect');"), ['2:20 error mc/stray-text']);
  });

  it('sees what follows a line break in a value', () => {
    assert.deepEqual(within("define(`confSMTP_LOGIN_MSG', `$j\nready')dnl"), ['3:1 error mc/stray-text']);
    clean("define(`confSMTP_LOGIN_MSG', `$j\n  ready')dnl");
    assert.deepEqual(within("FEATURE(`mailertable', `hash -o /etc/m\nail/m')dnl"), ['3:1 error mc/stray-text']);
  });

  it('sees what EXPOSED_USER and its kin throw away', () => {
    const text = "EXPOSED_USER(`root') FEATURE(`redirect')dnl";
    assert.deepEqual(within(text), ['2:22 warning mc/lost-line']);
    assert.equal(repaired(text, 'mc/lost-line'), "EXPOSED_USER(`root')dnl\nFEATURE(`redirect')dnl");
    clean("EXPOSED_USER(`root') root is who he is");
  });
});

describe('mc: whole files', () => {
  it('takes a file in the style of Red Hat', () => {
    const text = `divert(-1)dnl
dnl # This is the macro config file for m4. Make changes here and run make -C /etc/mail.
include(\`/usr/share/sendmail-cf/m4/cf.m4')dnl
VERSIONID(\`setup for linux')dnl
OSTYPE(\`linux')dnl
dnl # define(\`SMART_HOST', \`smtp.your.provider')dnl
define(\`confDEF_USER_ID', \`\`8:12'')dnl
define(\`confTO_CONNECT', \`1m')dnl
define(\`confTRY_NULL_MX_LIST', \`True')dnl
define(\`confDONT_PROBE_INTERFACES', \`True')dnl
define(\`PROCMAIL_MAILER_PATH', \`/usr/bin/procmail')dnl
define(\`ALIAS_FILE', \`/etc/aliases')dnl
define(\`confAUTH_OPTIONS', \`A')dnl
dnl TRUST_AUTH_MECH(\`EXTERNAL DIGEST-MD5 CRAM-MD5 LOGIN PLAIN')dnl
FEATURE(\`no_default_msa', \`dnl')dnl
FEATURE(\`smrsh', \`/usr/sbin/smrsh')dnl
FEATURE(\`mailertable', \`hash -o /etc/mail/mailertable.db')dnl
FEATURE(redirect)dnl
FEATURE(always_add_domain)dnl
FEATURE(use_cw_file)dnl
FEATURE(local_procmail, \`', \`procmail -t -Y -a $h -d $u')dnl
FEATURE(\`access_db', \`hash -T<TMPF> -o /etc/mail/access.db')dnl
FEATURE(\`blocklist_recipients')dnl
EXPOSED_USER(\`root')dnl
DAEMON_OPTIONS(\`Port=smtp,Addr=127.0.0.1, Name=MTA')dnl
FEATURE(\`accept_unresolvable_domains')dnl
LOCAL_DOMAIN(\`localhost.localdomain')dnl
MASQUERADE_AS(\`mydomain.com')dnl
FEATURE(masquerade_envelope)dnl
MAILER(smtp)dnl
MAILER(procmail)dnl
dnl MAILER(cyrusv2)dnl
`;
    assert.deepEqual(
      problemsOf(mc, text).filter((p) => !/ (hint|info) /.test(p)),
      [],
    );
  });

  it('says nothing of an empty file, and of a part without OSTYPE that another file includes', () => {
    assert.deepEqual(problemsOf(mc, ''), []);
    assert.deepEqual(problemsOf(mc, 'dnl nothing here\n'), []);
  });

  it('is silenced for a line', () => {
    clean("dnl postmaster-ignore mc/unknown-feature\nFEATURE(`of_my_own')dnl");
  });
});

describe('mc: names in the wrong place', () => {
  it('says how a name is written that is no feature', () => {
    assert.equal(repaired("FEATURE(`SMART_HOST', `a.example')dnl", 'mc/unknown-feature'), "define(`SMART_HOST', `a.example')dnl");
    assert.equal(repaired("FEATURE(`MASQUERADE_AS', `a.example')dnl", 'mc/unknown-feature'), "MASQUERADE_AS(`a.example')dnl");
    assert.equal(repaired("FEATURE(`procmail')dnl", 'mc/unknown-feature'), "MAILER(`procmail')dnl");
    assert.equal(repaired("FEATURE(`rbl')dnl", 'mc/unknown-feature'), "FEATURE(`dnsbl')dnl");
    assert.equal(repaired("FEATURE(`redirect ')dnl", 'mc/unknown-feature'), "FEATURE(`redirect')dnl");
    assert.equal(repaired("MAILER(`local_procmail')dnl", 'mc/unknown-mailer'), "FEATURE(`local_procmail')dnl");
  });

  it('says how a name is set that is called', () => {
    assert.equal(repaired("SMART_HOST(`a.example')dnl", 'mc/unknown-macro'), "define(`SMART_HOST', `a.example')dnl");
    assert.equal(repaired("FEATURE(`redirect')DNL", 'mc/unknown-macro'), "FEATURE(`redirect')dnl");
    clean('Dwmail');
    clean('Dmexample.com');
  });

  it('knows the words in values that m4 runs when it reads them again', () => {
    assert.deepEqual(within("define(`confMAILER_NAME', `MAILER-DAEMON')dnl"), ['2:28 error mc/missing-argument']);
    assert.deepEqual(within("EXPOSED_USER(`root MAILER-DAEMON')dnl"), ['2:20 error mc/missing-argument']);
    assert.deepEqual(within("FEATURE(`dnsbl', `a.example', `\"550 Your DOMAIN is listed\"')dnl"), [
      '2:42 error mc/missing-argument',
    ]);
    clean("define(`confMAILER_NAME', ``MAILER-DAEMON'')dnl");
    clean("EXPOSED_USER(``root MAILER-DAEMON'')dnl");
    clean("FEATURE(`dnsbl', `a.example', `\"550 Your domain is listed; please divert, or dnl\"')dnl");
  });

  it('knows what m4 says of a last line without an end', () => {
    assert.deepEqual(problemsOf(mc, `${head}MAILER(\`smtp')dnl`), ['2:1 warning mc/late-warning']);
    assert.deepEqual(problemsOf(mc, `${head}MAILER(\`smtp')`), []);
    assert.equal(fixed(mc, `${head}MAILER(\`smtp')dnl x`, 'mc/late-warning'), `${head}MAILER(\`smtp')dnl x\n`);
  });

  it('knows addresses in brackets and lists without a file', () => {
    assert.equal(
      repaired("DAEMON_OPTIONS(`Family=inet6, Addr=[::1], Port=26')dnl", 'mc/bad-value'),
      "DAEMON_OPTIONS(`Family=inet6, Addr=::1, Port=26')dnl",
    );
    assert.deepEqual(within("define(`confCR_FILE', `')dnl"), ['2:24 error mc/bad-value']);
    clean("define(`confCT_FILE', `')dnl");
  });

  it('repairs what m4 then takes as it is meant', () => {
    const flags = "`authwarnings,restrictqrun,noexpn,novrfy,restrictmailq')dnl";
    assert.equal(
      repaired("define(`confPRIVACY_FLAGS',dnl\n`authwarnings,restrictqrun')dnl", 'mc/privacy-flags'),
      `define(\`confPRIVACY_FLAGS', ${flags}`,
    );
    clean("define(`confPRIVACY_FLAGS', ``goaway,authwarnings,restrictmailq,restrictqrun'')dnl");
    const procmail = "OSTYPE(`linux')dnl\nMAILER(`procmail')dnl\nMAILER(`local')dnl\nMAILER(`smtp')dnl\n";
    assert.match(fixed(mc, procmail, 'mc/missing-smrsh'), /^OSTYPE\(`linux'\)dnl\nFEATURE\(`smrsh'\)dnl\nMAILER/);
  });

  it('knows macros and features that define makes useless', () => {
    // A name of the file's own that is used as a value, and one that another macro calls.
    clean("define(`SITE', `example.org')dnl\nMASQUERADE_AS(SITE)dnl");
    assert.deepEqual(within("define(`MAIL_FILTER', `a, S=local:/a')dnl\nINPUT_MAIL_FILTER(`a', `S=local:/a')dnl"), [
      '2:1 error mc/defined-macro',
    ]);
    assert.equal(repaired("define(`MASQUERADE_AS', `a.example')dnl", 'mc/defined-macro'), "MASQUERADE_AS(`a.example')dnl");
    assert.deepEqual(within("define(`access_db', `x')dnl\nFEATURE(`access_db')dnl"), ['2:1 error mc/defined-macro']);
    // A helper of the file itself.
    clean("define(`bcc', `LOCAL_DOMAIN(`$1')')dnl\nbcc(`a.example')dnl");
  });

  it('knows other names without their underscore', () => {
    assert.equal(repaired("define(`SMARTHOST', `a.example')dnl", 'mc/unknown-conf'), "define(`SMART_HOST', `a.example')dnl");
    clean("define(`MYDOMAIN', `a.example')dnl\nMASQUERADE_AS(MYDOMAIN)dnl");
  });
});

describe('mc: lists and hosts', () => {
  it('finds commas in lists of names', () => {
    assert.equal(repaired("LOCAL_DOMAIN(`a.example, b.example')dnl", 'mc/class-names'), "LOCAL_DOMAIN(`a.example b.example')dnl");
    assert.equal(repaired("TRUST_AUTH_MECH(`LOGIN,PLAIN')dnl", 'mc/class-names'), "TRUST_AUTH_MECH(`LOGIN PLAIN')dnl");
    assert.equal(repaired("MASQUERADE_AS(`@a.example')dnl", 'mc/class-names'), "MASQUERADE_AS(`a.example')dnl");
    clean("RELAY_DOMAIN(`10.1. 192.168 IPv6:2001:db8:1')dnl");
    clean("VIRTUSER_DOMAIN_FILE(`/etc/mail/virtuser-domains')dnl");
    clean("CANONIFY_DOMAIN(`a.example')dnl");
  });

  it('moves the port of a relay to where it counts', () => {
    assert.equal(
      repaired("define(`SMART_HOST', `relay:[a.example]:587')dnl", 'mc/relay-form'),
      "define(`RELAY_MAILER_ARGS', `TCP $h 587')dnl\ndefine(`SMART_HOST', `relay:[a.example]')dnl",
    );
    clean("define(`SMART_HOST', `smtp:a.example:b.example')dnl");
    clean("define(`SMART_HOST', `[192.0.2.1]')dnl");
    clean("define(`LUSER_RELAY', `local:postmaster')dnl");
    clean("define(`UUCP_RELAY', `uucp-dom:gw')dnl");
  });

  it('knows listeners that cannot both be opened', () => {
    const msa = "DAEMON_OPTIONS(`Port=submission, Name=MSA, M=Ea')dnl";
    assert.deepEqual(within(msa), ['2:1 info mc/same-port']);
    assert.deepEqual(within(`FEATURE(\`no_default_msa')dnl\n${msa}\n${msa}`), ['4:1 warning mc/same-port']);
    assert.equal(repaired(msa, 'mc/same-port'), `FEATURE(\`no_default_msa')dnl\n${msa}`);
    clean(`FEATURE(\`no_default_msa')dnl\n${msa}`);
    clean("DAEMON_OPTIONS(`Name=a, Family=inet')dnl\nDAEMON_OPTIONS(`Name=b, Family=inet6')dnl");
    clean("DAEMON_OPTIONS(`Name=a, Addr=127.0.0.1')dnl\nDAEMON_OPTIONS(`Name=b, Addr=192.0.2.1')dnl");
  });

  it('knows commas that are missing between the equates of a listener or a filter', () => {
    assert.deepEqual(within("DAEMON_OPTIONS(`Port=25 Addr=127.0.0.1 Name=MTA')dnl"), ['2:22 warning mc/bad-value']);
    assert.deepEqual(within("DAEMON_OPTIONS(`Port:25')dnl"), ['2:17 warning mc/bad-value']);
    assert.equal(
      repaired("INPUT_MAIL_FILTER(`a', `S=local:/run/a; F=T')dnl", 'mc/bad-value'),
      "INPUT_MAIL_FILTER(`a', `S=local:/run/a, F=T')dnl",
    );
    assert.deepEqual(within("INPUT_MAIL_FILTER(`', `S=local:/run/a')dnl"), ['2:1 error mc/bad-value']);
  });

  it('knows rulesets that are not free', () => {
    const own = (name: string): string[] => problemsOf(mc, `${head}${foot}LOCAL_RULESETS\nS${name}\nR$*\t$@ OK\n`);
    assert.deepEqual(own('check_rcpt'), ['5:2 warning mc/taken-ruleset']);
    assert.deepEqual(own('EnvFromSMTP'), ['5:2 warning mc/taken-ruleset']);
    for (const name of ['Local_check_rcpt', 'check_compat', 'MyOwn', 'check_eoh']) assert.deepEqual(own(name), [], name);
  });

  it('knows mechanisms, single threads and runners', () => {
    assert.equal(
      repaired("define(`confAUTH_MECHANISMS', `LOGIN,PLAIN')dnl", 'mc/bad-value'),
      "define(`confAUTH_MECHANISMS', `LOGIN PLAIN')dnl",
    );
    assert.equal(
      repaired("define(`confAUTH_MECHANISMS', `LOGON PLAIN')dnl", 'mc/bad-value'),
      "define(`confAUTH_MECHANISMS', `LOGIN PLAIN')dnl",
    );
    assert.deepEqual(within("define(`confSINGLE_THREAD_DELIVERY', `True')dnl"), ['2:1 warning mc/late-warning']);
    assert.deepEqual(within("QUEUE_GROUP(`big', `P=/var/spool/mqueue/big, R=4')dnl"), ['2:46 warning mc/queue-group']);
    clean("QUEUE_GROUP(`big', `P=/var/spool/mqueue/big, F=f, R=4')dnl");
    clean("define(`confQUEUE_SORT_ORDER', `shuffle')dnl");
  });

  it('knows what an ldap map needs, and both parts of an old time', () => {
    assert.deepEqual(within("FEATURE(`mailertable', `ldap -1 -v host')dnl"), ['2:25 error mc/map-spec']);
    clean("FEATURE(`mailertable', `ldap -1 -v host -k (domain=%0)')dnl");
    clean("FEATURE(`mailertable', `ldap -1 -h ldap.example.com -b dc=example -v host -k (domain=%0)')dnl");
    assert.deepEqual(
      within("define(`confMESSAGE_TIMEOUT', `5d/2x')dnl").filter((p) => p.includes('error')),
      ['2:32 error mc/bad-value'],
    );
  });

  it('takes a system of old for what it is', () => {
    assert.deepEqual(problemsOf(mc, `OSTYPE(\`bsdi2.0')dnl\n${foot}`), ['1:1 warning mc/deprecated-feature']);
  });
});
