/** What the files of a mail folder say of each other. */
import assert from 'node:assert/strict';
import { allStations, stepsFrom } from '../../../../server/src/core/config/folder/delivery';
import { mentionAt, mentionsIn, sameAs } from '../../../../server/src/core/config/folder/mentions';
import { mailFolder, type FolderFile, type MailFolder } from '../../../../server/src/core/config/folder/model';
import { isOwn, isVirtual } from '../../../../server/src/core/config/folder/own';
import { homesOf, languageInFolder, partsOf } from '../../../../server/src/core/config/folder/places';
import { refactorsInFolder } from '../../../../server/src/core/config/folder/refactor';
import { setupOf } from '../../../../server/src/core/config/folder/setup';
import { problemsInFolder, validateFolder } from '../../../../server/src/core/config/folder/validate';
import { languages } from '../../../../server/src/core/languages';
import type { RuleOptions } from '../../../../server/src/core/problem';
import { lineAt, placeAt } from '../../../../server/src/core/text';

type Texts = Readonly<Record<string, string>>;

const fail = (rule: string, error: unknown): never => {
  throw new Error(`rule ${rule} threw`, { cause: error });
};

function folderOf(texts: Texts): MailFolder {
  return mailFolder(
    Object.entries(texts).flatMap(([name, text]): FolderFile[] => {
      const language = languageInFolder(name);
      return language ? [{ uri: name, name, language, model: languages.get(language)!.parse(text) }] : [];
    }),
    Object.keys(texts),
  );
}

/** sendmail.mc with some lines between OSTYPE and MAILER. */
function mc(...lines: string[]): string {
  return ["OSTYPE(`linux')", ...lines, "MAILER(`local')", "MAILER(`smtp')", ''].join('dnl\n');
}

/** `access:2:1 warning folder/tag-needs-feature`, file by file. */
function between(texts: Texts, options: RuleOptions = { onBrokenRule: fail }): string[] {
  const folder = folderOf(texts);
  return [...validateFolder(folder, options)].flatMap(([uri, problems]) =>
    problems.map((p) => {
      const at = placeAt(folder.files.find((f) => f.uri === uri)!.model.source, p.start);
      return `${uri}:${at.line + 1}:${at.character + 1} ${p.severity} ${p.rule}`;
    }),
  );
}

const cw = "FEATURE(`use_cw_file')";
const access = "FEATURE(`access_db')";
const virtual = "FEATURE(`virtusertable')";

describe('a mail folder', () => {
  describe('tags that need a feature', () => {
    const table =
      'To:bob@example.com\tREJECT\nTo:example.org\tRELAY\nSpam:abuse@\tFRIEND\nClientConn:\t10\nConnect:10.1\tRELAY\n';

    it('are named where the feature is off', () => {
      assert.deepEqual(between({ 'sendmail.mc': mc(access), access: table }), [
        'access:1:1 warning folder/tag-needs-feature',
        'access:3:1 warning folder/tag-needs-feature',
        'access:4:1 warning folder/tag-needs-feature',
      ]);
    });
    it('are not where it is on, under its old name too', () => {
      const on = mc(access, "FEATURE(`blacklist_recipients')", "FEATURE(`delay_checks', `friend')", "FEATURE(`conncontrol')");
      assert.deepEqual(between({ 'sendmail.mc': on, access: table }), []);
    });
    it('nothing is known where sendmail.mc includes a file of its own, or is broken', () => {
      assert.deepEqual(between({ 'sendmail.mc': mc(access, "include(`/etc/mail/site.m4')"), access: table }), []);
      assert.deepEqual(between({ 'sendmail.mc': mc('FEATURE(`access_db'), access: table }), []);
    });
    it('are silenced by a comment, and changed by a setting', () => {
      const texts = { 'sendmail.mc': mc(access), access: '# postmaster-ignore folder/tag-needs-feature\nClientConn:\t10\n' };
      assert.deepEqual(between(texts), []);
      const loud = { ...texts, access: 'ClientConn:\t10\n' };
      assert.deepEqual(between(loud, { rules: { 'folder/tag-needs-feature': 'error' } }), [
        'access:1:1 error folder/tag-needs-feature',
      ]);
      assert.deepEqual(between(loud, { rules: { 'folder/tag-needs-feature': 'off' } }), []);
    });
  });

  describe('files nobody reads', () => {
    it('are named at their first entry', () => {
      const texts = {
        'sendmail.mc': mc(),
        access: '# comment\nConnect:10.1\tRELAY\n',
        mailertable: 'example.org\tsmtp:[10.1.2.3]\n',
        'local-host-names': 'example.com\n',
        'relay-domains': 'example.org\n',
      };
      assert.deepEqual(between(texts), [
        'access:2:1 warning folder/unread-file',
        'mailertable:1:1 warning folder/unread-file',
        'local-host-names:1:1 warning folder/unread-file',
      ]);
    });
    it('an empty one is no fault, nor one that a class is read from', () => {
      const reads = mc("GENERICS_DOMAIN_FILE(`/etc/mail/local-host-names')");
      assert.deepEqual(between({ 'sendmail.mc': reads, 'local-host-names': 'example.com\n', access: '# nothing yet\n' }), []);
    });
    it('confCW_FILE under another name counts', () => {
      const own = mc("define(`confCW_FILE', `-o /etc/mail/sendmail.cw')", cw);
      assert.deepEqual(between({ 'sendmail.mc': own, 'sendmail.cw': 'example.com\n' }), []);
    });
    it('submit.mc is not what reads them', () => {
      assert.deepEqual(between({ 'submit.mc': "FEATURE(`msp')\n", access: 'Connect:10.1\tRELAY\n' }), []);
    });
  });

  describe('files that are missing', () => {
    it('break the server without -o, and are said with it', () => {
      const texts = {
        'sendmail.mc': mc(access, virtual, "FEATURE(`mailertable', `hash -o /etc/mail/mailertable')"),
        virtusertable: '',
      };
      assert.deepEqual(between(texts), [
        'sendmail.mc:2:1 error folder/missing-file',
        'sendmail.mc:4:25 info folder/missing-file',
      ]);
    });
    it('are not missed where the map made of them is there, nor where no table lies beside sendmail.mc', () => {
      assert.deepEqual(between({ 'sendmail.mc': mc(access, virtual), virtusertable: '', 'access.db': '' }), []);
      assert.deepEqual(between({ 'sendmail.mc': mc(access, virtual), aliases: 'postmaster: root\n' }), []);
    });
  });

  describe('domains', () => {
    const names = { 'local-host-names': 'example.com\nshop.example.com\n' };
    it('a list under a name of its own is read where sendmail.mc names it', () => {
      const table = 'a@example.com\tbob\nb@example.net\tbob\n';
      const own = mc(cw, virtual, "VIRTUSER_DOMAIN_FILE(`/etc/mail/virtual-domains')");
      const folder = { 'sendmail.mc': own, ...names, virtusertable: table };
      assert.deepEqual(between(folder), []);
      assert.deepEqual(between({ ...folder, 'virtual-domains': 'example.net\n' }), []);
      assert.deepEqual(between({ ...folder, 'virtual-domains': 'example.org\n' }), [
        'virtusertable:2:3 warning folder/domain-not-local',
      ]);
    });
    it('keys of virtusertable must be local, or in VIRTUSER_DOMAIN', () => {
      const table = 'a@example.com\tbob\nb@example.net\tbob\n@mail.example.net\tbob\nc@sub.example.org\tbob\n';
      const folder = { 'sendmail.mc': mc(cw, virtual), ...names, virtusertable: table };
      assert.deepEqual(between(folder), [
        'virtusertable:2:3 warning folder/domain-not-local',
        'virtusertable:4:3 warning folder/domain-not-local',
      ]);
      const more = mc(cw, virtual, "VIRTUSER_DOMAIN(`example.net example.org')", "FEATURE(`virtuser_entire_domain')");
      assert.deepEqual(between({ ...folder, 'sendmail.mc': more }), []);
      const lines = mc(cw, virtual) + 'LOCAL_CONFIG\nCwexample.net\nC{VirtHost}sub.example.org\n';
      assert.deepEqual(between({ ...folder, 'sendmail.mc': lines }), []);
    });
    it('are not judged while the list of them is not there', () => {
      assert.deepEqual(between({ 'sendmail.mc': mc(cw, virtual), virtusertable: 'a@example.net\tbob\n' }), []);
    });
    it('keys of mailertable must not be local', () => {
      const table = 'example.com\tsmtp:[10.1.2.3]\n.example.com\tsmtp:[10.1.2.3]\nexample.org\tsmtp:[10.1.2.3]\n';
      assert.deepEqual(between({ 'sendmail.mc': mc(cw, "FEATURE(`mailertable')"), ...names, mailertable: table }), [
        'mailertable:1:1 warning folder/route-of-local-domain',
      ]);
    });
    it('keys of genericstable must be in class G', () => {
      const table = 'bob\tb@example.com\nbob@example.net\tb@example.com\nbob@sub.example.com\tb@example.com\n';
      const off = mc("FEATURE(`genericstable')", "GENERICS_DOMAIN(`example.com')");
      assert.deepEqual(between({ 'sendmail.mc': off, genericstable: table }), [
        'genericstable:2:5 warning folder/generics-domain',
        'genericstable:3:5 warning folder/generics-domain',
      ]);
      const on = mc(
        "FEATURE(`genericstable')",
        "GENERICS_DOMAIN(`example.com example.net')",
        "FEATURE(`generics_entire_domain')",
      );
      assert.deepEqual(between({ 'sendmail.mc': on, genericstable: table }), []);
    });
    it('are ours, may be ours, or are not', () => {
      const folder = folderOf({ 'sendmail.mc': mc(cw, virtual, "LOCAL_DOMAIN(`two.example three.example')"), ...names });
      const answers = ['EXAMPLE.com', 'three.example', 'mail.other.example', 'other.example', 'localhost'].map((d) =>
        isOwn(folder, d),
      );
      assert.deepEqual(answers, ['yes', 'yes', 'maybe', 'no', 'yes']);
      assert.equal(isVirtual(folder, 'other.example'), 'no');
      assert.equal(isOwn(folderOf(names), 'example.com'), 'maybe');
    });
  });

  it('mailers of mailertable must be there', () => {
    const table = 'a.example\tuucp-dom:x\nb.example\tesmtp:[10.1.2.3]\nc.example\tcyrus:x\nd.example\tmine:x\n';
    const config = mc("FEATURE(`mailertable')") + 'MAILER_DEFINITIONS\nMmine, P=[IPC], A=TCP $h\n';
    assert.deepEqual(between({ 'sendmail.mc': config, mailertable: table }), [
      'mailertable:1:11 error folder/missing-mailer',
      'mailertable:3:11 error folder/missing-mailer',
    ]);
  });

  it('sendmail.mc answers what a table alone can only guess', () => {
    const texts = {
      'sendmail.mc': mc(
        "FEATURE(`access_db', `hash -T<TMPF> /etc/mail/access', `skip')",
        "FEATURE(`mailertable')",
        "FEATURE(`redirect')",
      ),
      access: 'Connect:10.1\tSKIP\n',
      mailertable: 'b.example\tprocmail:x\n',
      aliases: 'postmaster: root\nold: new@example.com.REDIRECT\n',
    };
    const rules = (files: Texts, uri: string): string[] => {
      const folder = folderOf(files);
      const file = folder.files.find((f) => f.uri === uri)!;
      const own = languages.get(file.language)!.validate!(file.model);
      return problemsInFolder(folder, uri, own, validateFolder(folder)).map((p) => p.rule);
    };
    assert.deepEqual(rules({ access: texts.access }, 'access'), ['access/skip-needs-argument']);
    assert.deepEqual(rules(texts, 'access'), []);
    assert.ok(rules({ aliases: texts.aliases }, 'aliases').includes('aliases/redirect'));
    assert.ok(!rules(texts, 'aliases').includes('aliases/redirect'));
    assert.deepEqual(rules(texts, 'mailertable'), ['mailertable/unknown-mailer', 'folder/missing-mailer']);
  });

  describe('delivery', () => {
    const names = { 'local-host-names': 'example.com\n' };
    it('is followed through both files and the local domain', () => {
      const folder = folderOf({
        'sendmail.mc': mc(cw, virtual),
        ...names,
        virtusertable: 'info@example.com\toffice\nsales@example.com\tinfo@example.com\nx@example.com\terror:nouser no\n',
        aliases: 'office: alice, sales@example.com, bob@other.example\nroot: office+news, desk@EXAMPLE.com\ndesk: |/bin/x\n',
      });
      const ways = allStations(folder).map(
        (s) =>
          `${s.name} → ${stepsFrom(folder, s)
            .map((x) => x.to.name)
            .join(', ')}`,
      );
      assert.deepEqual(ways, [
        'office → sales@example.com',
        'root → office, desk',
        'desk → ',
        'info@example.com → office',
        'sales@example.com → info@example.com',
        'x@example.com → ',
      ]);
    });
    it('circles through a local domain, or through both files, are found once each', () => {
      const through = { 'sendmail.mc': mc(cw), ...names, aliases: 'a: b@example.com\nb: a@example.com\n' };
      assert.deepEqual(between(through), ['aliases:1:1 error folder/alias-circle', 'aliases:2:1 error folder/alias-circle']);
      const elsewhere = { ...through, aliases: 'a: b@example.net\nb: a@example.net\n' };
      assert.deepEqual(between(elsewhere), []);
    });
    it('a circle with another recipient is a warning, one of its own file its own matter, a name for itself none', () => {
      const both = { 'sendmail.mc': mc(cw, virtual), ...names, virtusertable: 'i@example.com\toffice\n' };
      assert.deepEqual(between({ ...both, aliases: 'office: alice, i@example.com\n' }), [
        'aliases:1:1 warning folder/alias-circle',
        'virtusertable:1:1 warning folder/alias-circle',
      ]);
      assert.deepEqual(between({ ...both, virtusertable: '', aliases: 'a: b\nb: a\nbob: bob@example.com\n' }), []);
    });
    it('a hundred thousand aliases in a row are walked without end of stack', function () {
      this.timeout(120_000);
      const aliases = Array.from({ length: 100_000 }, (_, i) => `a${i}: a${(i + 1) % 100_000}@example.com\n`).join('');
      const found = validateFolder(folderOf({ 'sendmail.mc': mc(cw), ...names, aliases }), { onBrokenRule: fail }).get('aliases');
      assert.equal(found?.length, 100_000);
      assert.match(found[0]!.message, /…/);
    });
  });

  describe('names', () => {
    const folder = folderOf({
      'sendmail.mc': mc(cw, virtual, "MASQUERADE_AS(`example.com')", "EXPOSED_USER(`root bob')"),
      'local-host-names': 'example.com\n',
      aliases: 'Office: \\bob, carol@example.com\nroot: "bob"\ntickets: |/bin/x\n',
      virtusertable: 'bob@example.com\toffice\n@example.com\terror:nouser no\n',
      genericstable: 'bob\tBob.B@Example.com\n',
      access: 'From:bob@example.com\tOK\nConnect:example.com\tRELAY\nConnect:10.1\tRELAY\n',
      mailertable: '.example.com\tsmtp:[gw.example.org]\n',
    });
    const placesOf = (uri: string, offset: number): string[] => {
      const at = mentionAt(folder, uri, offset);
      return at
        ? sameAs(folder, at).map((m) => {
            const { source } = m.file.model;
            return `${m.file.name}:${lineAt(source, m.start) + 1} ${source.text.slice(m.start, m.end)}`;
          })
        : [];
    };
    it('of users are found without quotes and backslash, where the domain is ours too', () => {
      assert.deepEqual(placesOf('genericstable', 1), [
        'aliases:1 bob',
        'aliases:2 bob',
        'genericstable:1 bob',
        'sendmail.mc:5 bob',
      ]);
      assert.deepEqual(placesOf('aliases', 1), ['aliases:1 Office', 'virtusertable:1 office']);
      assert.deepEqual(placesOf('aliases', 'Office: \\bob, c'.length), ['aliases:1 carol']);
    });
    it('of domains are found in keys, values, lists and macros', () => {
      assert.deepEqual(placesOf('local-host-names', 3), [
        'aliases:1 example.com',
        'virtusertable:1 example.com',
        'virtusertable:2 example.com',
        'mailertable:1 example.com',
        'genericstable:1 Example.com',
        'access:1 example.com',
        'access:2 example.com',
        'local-host-names:1 example.com',
        'sendmail.mc:4 example.com',
      ]);
    });
    it('lie within their files', () => {
      for (const { start, end, file, name } of mentionsIn(folder)) {
        assert.equal(file.model.source.text.slice(start, end).toLowerCase(), name);
      }
    });
  });

  describe('who may relay', () => {
    const moved = (texts: Texts, uri: string, text: string): Texts | undefined => {
      const folder = folderOf(texts);
      const start = texts[uri]!.indexOf(text);
      const [fix] = refactorsInFolder(folder, uri, { start, end: start });
      if (!fix) return undefined;
      const result = { ...texts };
      for (const edit of [...fix.edits].sort((a, b) => b.start - a.start)) {
        const name = edit.uri ?? uri;
        result[name] = result[name]!.slice(0, edit.start) + edit.text + result[name]!.slice(edit.end);
      }
      return result;
    };
    const before = { access: 'From:x@example.net\tOK\n', 'relay-domains': 'example.org\n10.1.2.\n' };
    it('moves from relay-domains to the access table and back', () => {
      const domain = moved(before, 'relay-domains', 'example.org')!;
      assert.deepEqual(domain, {
        access: 'From:x@example.net\tOK\nConnect:example.org\tRELAY\nTo:example.org\tRELAY\n',
        'relay-domains': '10.1.2.\n',
      });
      const network = moved(domain, 'relay-domains', '10.1')!;
      assert.match(network.access!, /^Connect:10\.1\.2\tRELAY$/m);
      const back = moved(moved(network, 'access', 'Connect:example')!, 'access', 'Connect:10.1')!;
      assert.deepEqual(back, { access: before.access, 'relay-domains': 'example.org\n10.1.2\n' });
    });
    it('is not moved where the other file would say more or less', () => {
      const only = { access: 'Connect:example.org\tRELAY\nTo:example.com\tREJECT\nexample.net\tRELAY\n', 'relay-domains': '' };
      for (const text of ['Connect', 'To:', 'example.net']) assert.equal(moved(only, 'access', text), undefined);
      assert.equal(moved({ access: 'Connect:10.1\tRELAY\n' }, 'access', 'Connect'), undefined);
    });
  });

  it('is found by the path of any of its files', () => {
    assert.deepEqual(homesOf('/etc/mail/access'), [{ folder: '/etc/mail', aliases: '/etc/aliases' }]);
    assert.deepEqual(homesOf('/etc/aliases'), [{ folder: '/etc/mail', aliases: '/etc/aliases' }, { folder: '/etc' }]);
    assert.deepEqual(homesOf('mail/access'), [{ folder: 'mail', aliases: 'aliases' }]);
    assert.deepEqual(homesOf('access'), [{ folder: '.' }]);
    assert.deepEqual(homesOf('untitled:Untitled-1'), []);
    assert.equal(languageInFolder('access'), 'sendmail-access');
    assert.equal(languageInFolder('x.smtp'), undefined);
  });

  it('has one file of a kind: the one with the name it has in sendmail, or the only one', () => {
    const parts = (...names: string[]): string => [...partsOf(names)].sort().join(' ');
    assert.equal(parts('access', 'old.access', 'access.db', 'README', 'sendmail.cw'), 'access sendmail.cw');
    assert.equal(parts('mine.access', 'a.aliases', 'b.aliases', 'submit.mc', 'my.mc'), 'mine.access my.mc submit.mc');
    const two = folderOf({ 'sendmail.mc': mc(access), 'a.access': 'GreetPause:10.1\t0\n', 'b.access': '' });
    assert.equal(two.access, undefined);
    assert.deepEqual(between({ 'sendmail.mc': mc(access), 'a.access': 'GreetPause:10.1\t0\n', 'b.access': '' }), []);
  });

  it('with two configurations and none named sendmail.mc has no setup', () => {
    assert.equal(setupOf(folderOf({ 'a.mc': mc(access), 'b.mc': mc(access) })), undefined);
    assert.ok(setupOf(folderOf({ 'a.mc': mc(access), 'submit.mc': '' })));
  });

  it('stands any bytes', () => {
    const junk = [
      '',
      '\0\xff\r\n\t',
      '@:\n:@\n,,\n',
      'a'.repeat(100_000),
      '"|\n`'.repeat(5000),
      "FEATURE(`access_db'",
      '$@ '.repeat(999),
    ];
    for (const text of junk) {
      const names = [
        'sendmail.mc',
        'access',
        'aliases',
        'virtusertable',
        'mailertable',
        'domaintable',
        'genericstable',
        'local-host-names',
        'trusted-users',
      ];
      const folder = folderOf({ ...Object.fromEntries(names.map((n) => [n, text])), 'sendmail.mc': mc(access, cw, virtual) });
      validateFolder(folder, { onBrokenRule: fail });
      validateFolder(folderOf(Object.fromEntries(names.map((n) => [n, text]))), { onBrokenRule: fail });
      for (const { start, end, file } of mentionsIn(folder))
        assert.ok(0 <= start && start <= end && end <= file.model.source.text.length);
      allStations(folder).forEach((s) => stepsFrom(folder, s));
    }
  });

  it('sees names of aliases that are nearly meant, and none that may be users', () => {
    const aliases = 'postmaster: root\nsupport: alice, bob\noffice2: carol\n';
    const table = (value: string): string[] => between({ aliases, virtusertable: `info@example.com\t${value}\n` });
    assert.deepEqual(table('suport'), ['virtusertable:1:18 hint folder/undefined-target']);
    assert.deepEqual(table('supprot'), ['virtusertable:1:18 hint folder/undefined-target']);
    for (const user of ['support', 'Support', 'alice', 'rapport', 'office3', 'suport@example.org', 'error:nouser 550 suport'])
      assert.deepEqual(table(user), [], user);
  });

  it("knows that qmail's control folder needs rcpthosts", () => {
    const rules = '127.:allow,RELAYCLIENT=""\n:allow\n';
    assert.deepEqual(between({ 'tcp.smtp': rules, me: '', locals: '' }), ['tcp.smtp:1:1 error folder/missing-rcpthosts']);
    assert.deepEqual(between({ 'tcp.smtp': rules, me: '', locals: '', rcpthosts: '' }), []);
    // Where it lies with other things nobody knows.
    assert.deepEqual(between({ 'tcp.smtp': rules, hosts: '' }), []);
  });
});
