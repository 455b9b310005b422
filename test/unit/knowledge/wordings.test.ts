import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transcript } from '../../../server/src/core/smtp/language';
import { allWordings, knownWordings, readWords, wordsOf } from '../../../server/src/core/smtp/wording';

const { examples } = JSON.parse(readFileSync(path.join(process.cwd(), 'test/fixtures/registries/wordings.json'), 'utf8')) as {
  examples: Record<string, string>;
};

describe('known wordings', () => {
  it('are all there, each once', () => {
    assert.deepEqual(
      allWordings().map((w) => w.id),
      Object.keys(examples),
    );
  });

  for (const wording of allWordings()) {
    it(`${wording.id} matches its example`, () => {
      const example = /^(\d{3})[ -](.*)$/su.exec(examples[wording.id] ?? '');
      assert.ok(example, examples[wording.id]);
      const found = knownWordings(Number(example[1]), wordsOf([example[2]!]));
      assert.ok(
        found.some((w) => w.id === wording.id),
        `${examples[wording.id]} is read as ${found.map((w) => w.id).join()}`,
      );
    });
  }

  it('have codes, a meaning and a mover', () => {
    for (const w of allWordings()) {
      assert.ok(w.codes.length > 0 && w.codes.every((c) => c >= 200 && c < 600), w.id);
      assert.match(w.text, /\.$/, w.id);
      assert.match(w.who, /^(client|server|recipient|sender|dns|network|policy)$/, w.id);
      assert.ok(!w.todo || /\.$/.test(w.todo), w.id);
    }
  });
});

describe('reading a reply', () => {
  const read = (reply: string, program?: string): string | undefined => {
    const lines = reply.split('\n');
    const reading = readWords(Number(lines[0]!.slice(0, 3)), wordsOf(lines.map((l) => l.slice(4))), program);
    return reading?.wording?.id ?? reading?.theme;
  };

  it('knows wordings, whatever the enhanced code', () => {
    assert.equal(read('550 5.7.1 <bob@x.example>... Relaying denied'), 'sm-relay');
    assert.equal(read('454 4.7.1 <bob@x.example>: Relay access denied'), 'pf-relay');
    assert.equal(read('450 4.2.0 <a@b.example>: Recipient address rejected: Greylisted, see http://x.example/'), 'postgrey');
  });

  it('lets the program that greets decide between programs', () => {
    assert.equal(read('550 5.1.1 User unknown'), 'cy-user');
    assert.equal(read('250 OK', 'Exim'), undefined);
    assert.equal(read('503 5.5.1 Already Authenticated', 'sendmail'), 'sm-auth-already');
  });

  it('joins the lines of a reply', () => {
    assert.equal(
      read(
        "550-5.7.26 Unauthenticated email from x.example is not accepted due to domain's\n550-5.7.26 DMARC policy. Please contact the administrator of x.example domain\n550 5.7.26 gsmtp",
      ),
      'go-dmarc',
    );
  });

  it('falls back to what the text is about', () => {
    assert.equal(read('451 4.7.1 Greylisting in action,please come back in 00:05:00'), 'greylisting');
    assert.equal(read('550 We do not relay: relaying denied for you'), 'relaying denied');
    assert.equal(read('554 Your address is on our block list'), 'a block list');
    assert.equal(read('550 go away'), undefined);
    assert.equal(read('250 spam is fine'), undefined);
  });
});

/** A greeting of each program that can be told by it. */
const GREETINGS: Readonly<Record<string, string>> = {
  sendmail: 'mail.example.com ESMTP Sendmail 8.17.1/8.17.1; Sun, 22 Nov 2026 05:00:00 GMT',
  Postfix: 'mail.example.com ESMTP Postfix (Debian/GNU)',
  Exim: 'mail.example.com ESMTP Exim 4.96 Sun, 22 Nov 2026 05:00:00 +0000',
  OpenSMTPD: 'mail.example.com ESMTP OpenSMTPD',
  Courier: 'mail.example.com ESMTP Courier 1.1.6',
  Haraka: 'mail.example.com ESMTP Haraka/3.0.3 ready',
  qpsmtpd: 'mail.example.com ESMTP qpsmtpd 0.94 ready; send us your mail, but not your spam.',
  aiosmtpd: 'mail.example.com Python SMTP 1.4.3',
  'Cyrus lmtpd': 'mail.example.com Cyrus LMTP v2.5.10 server ready',
  Exchange: 'EX01.example.com Microsoft ESMTP MAIL Service ready at Sun, 22 Nov 2026 05:00:00 +0000',
  Gmail: 'mx.google.com ESMTP a1-20020a05 - gsmtp',
  Yahoo: 'mtaproxy511.free.mail.gq1.yahoo.com ESMTP ready',
  iCloud: 'p00-icloudmta-asmtp-us-central-1k iCloud SMTP - 2026B56',
  Proofpoint: 'mx0a-00123456.pphosted.com ESMTP mfa-m0012345',
  Barracuda: 'mail.example.com ESMTP (0123456789abcdef0123456789abcdef)',
  Mimecast: 'eu-smtp-inbound-1.mimecast.com ESMTP',
  QQ: 'newxmmxszc6-3.qq.com MX QQ Mail Server.',
  '163': '163.com Anti-spam GT for Coremail System (163com[20141201])',
  'Alibaba mail': 'mx1.example.com MX AliMail Server(10.1.1.1)',
  GMX: 'gmx.net (mxgmx015) Nemesis ESMTP Service ready',
  'T-Online': 'mailin05.example.com T-Online ESMTP receiver ready.',
  Orange: 'mwinf5c04 ME ESMTP server ready',
  Comcast: 'resimta-c1p-031234.sys.comcast.net ESMTP server ready',
  'Amazon SES': 'email-smtp.amazonaws.com ESMTP SimpleEmailService-d-ABC',
  'IBM Domino': 'mail.example.com ESMTP Service (IBM Domino Release 9.0.1) ready',
  MDaemon: 'mail.example.com ESMTP MDaemon 23.0.1; Sun, 22 Nov 2026 05:00:00 +0000',
};
/** Filters and lists speak through another program; qmail and hMailServer greet with nothing that names them. */
const THROUGH = 'Postfix';
const NAMELESS = ['qmail', 'hMailServer'];

const BEFORE: Readonly<Record<string, string>> = {
  helo: 'C: EHLO client.example.org',
  mail: 'C: MAIL FROM:<bob@example.org>',
  rcpt: 'C: RCPT TO:<alice@example.com>',
  data: 'C: DATA',
  eod: 'C: DATA\nS: 354 go\nC: Subject: x\nC:\nC: x\nC: .',
  quit: 'C: QUIT',
  auth: 'C: AUTH PLAIN AGEAYg==',
  starttls: 'C: STARTTLS',
  any: 'C: RCPT TO:<alice@example.com>',
};

describe('the hover over each known wording, under its program’s greeting', () => {
  for (const wording of allWordings())
    it(wording.id, () => {
      const { software, stage } = wording;
      const greets = software.find((name) => GREETINGS[name] !== undefined);
      const nameless = software.some((name) => NAMELESS.includes(name));
      const greeting = greets ? GREETINGS[greets]! : nameless ? 'mail.example.com ESMTP' : GREETINGS[THROUGH]!;
      const example = examples[wording.id]!;
      const hello = 'C: EHLO client.example.org\nS: 250 mail.example.com\n';
      const before = stage === 'connect' ? '' : `S: 220 ${greeting}\n${stage === 'helo' ? '' : hello}${BEFORE[stage]!}\n`;
      const text = `${before}S: ${example}\nC: QUIT\nS: 221 Bye`;
      const markdown = transcript.hover!(transcript.parse(text), before.length + 4)?.markdown ?? '';
      const shown = markdown.replaceAll('\\', '');
      const known = allWordings().filter((w) => shown.includes(w.text));
      assert.ok(known.length > 0, `no meaning: ${shown}`);
      // The same words may stand in two rows: where the greeting tells the program, the meaning is that of its own row.
      if (greets)
        assert.ok(
          known.some((w) => w.software.some((name) => software.includes(name))),
          `means ${known.map((w) => w.id).join()}: ${shown}`,
        );
      assert.ok(
        software.some((name) => shown.includes(name)),
        `names none of ${software.join()}: ${shown}`,
      );
      if (Number(example.slice(0, 3)) >= 400) assert.match(shown, /To do\*?: \S/);
    });
});
