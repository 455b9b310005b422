import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { transcript } from '../../../server/src/core/smtp/language';
import { toPlainText } from '../../../server/src/core/markdown';
import { cursor } from '../../support/marked';

/** The hover at the `|` of a text as its reader sees it, and the text it covers. */
function hoverAt(marked: string): { over: string; text: string } | undefined {
  const { text, offset } = cursor(marked);
  const hover = transcript.hover!(transcript.parse(text), offset);
  return hover && { over: text.slice(hover.span.start, hover.span.end), text: toPlainText(hover.markdown) };
}

function textAt(marked: string): string {
  return hoverAt(marked)?.text ?? '';
}

const BEGIN = 'S: 220 mail.example.com ESMTP Postfix\nC: EHLO client.example.org\nS: 250-mail.example.com\n';
const EHLO =
  BEGIN + 'S: 250-SIZE 10240000\nS: 250-AUTH PLAIN LOGIN CRAM-MD5\nS: 250-STARTTLS\nS: 250-XXXXXXXA\nS: 250 8BITMIME\n';
const MAIL = 'C: MAIL FROM:<bob@example.org>\nS: 250 2.1.0 Ok\n';
const RCPT = 'C: RCPT TO:<alice@example.com>\nS: 250 2.1.5 Ok\n';

describe('hover over a reply', () => {
  it('says what it is, what it means here, what to do and where it is written', () => {
    const hover = hoverAt(EHLO + MAIL + 'C: RCPT TO:<grey@example.com>\nS: 451 4.|7.1 Greylisting in action');
    assert.equal(hover?.over, '451 4.7.1');
    assert.deepEqual(hover.text.split('\n'), [
      '451 4.7.1 temporary refusal: not allowed',
      'Answer to RCPT TO:<grey@example.com> (line 11). The text names greylisting: a first attempt is put off, a retry after some minutes is taken. Nothing is lost.',
      'To do: Let the client’s queue try again. A client without a queue cannot send to this server.',
      'RFC 5321 4.2.3 · RFC 3463 3.8',
    ]);
  });

  it('knows the words of the program that greets', () => {
    const text = textAt(EHLO + MAIL + 'C: RCPT TO:<x@other.example>\nS: 554 5.7.1 <x@other.example>: Relay acc|ess denied');
    assert.match(text, /Relaying denied: .*mynetworks nor logged in\. Postfix speaks\./);
    assert.match(text, /To do: Have the client log in/);
  });

  it('says when the words are of another program than the greeting', () => {
    const text = textAt(EHLO + MAIL + 'C: RCPT TO:<x@other.example>\nS: 550 |5.7.1 <x@other.example>... Relaying denied');
    assert.match(text, /The greeting says Postfix; these are words of sendmail\./);
  });

  it('says when the greeting’s program does not speak so, and who does', () => {
    assert.match(
      textAt(EHLO + MAIL + RCPT + 'C: DATA\nS: 3|54 Enter mail, end with "." on a line by itself'),
      /The greeting says Postfix, which does not speak so\./,
    );
    assert.match(textAt('S: 2|20 smtp.passthru\nC: QUIT\nS: 221 Bye'), /So speaks ClamSMTP or proxsmtp\./);
  });

  it('explains what the end of a message was answered', () => {
    const text = textAt(EHLO + MAIL + RCPT + 'C: DATA\nS: 354 Go\nC: Hello: x\nC: .\nS: 25|0 2.0.0 whatever');
    assert.match(text, /Answer to the end of the message \(line 16\)\. The server has taken the message over/);
  });

  it('explains a code that nobody knows by its class', () => {
    assert.match(textAt('S: 220 a ESMTP\nC: NOOP\nS: 47|9 strange'), /479 temporary refusal\nAnswer to NOOP \(line 2\)\. No RFC/);
  });
});

describe('hover over an EHLO reply', () => {
  it('explains keywords with what follows them', () => {
    assert.match(
      textAt(EHLO.replace('SIZE', 'SI|ZE')),
      /^SIZE in an EHLO reply: .*\n.*\nHere at most 10240000 bytes \(9\.8 MB\)\./,
    );
    assert.match(textAt(EHLO.replace('STARTTLS', 'START|TLS')), /^STARTTLS in an EHLO reply: offers TLS/);
  });

  it('explains login mechanisms', () => {
    const hover = hoverAt(EHLO.replace('CRAM', 'CR|AM'));
    assert.equal(hover?.over, 'CRAM-MD5');
    assert.match(hover.text, /^CRAM-MD5 login mechanism/);
    assert.match(textAt(EHLO.replace('AUTH', 'AU|TH')), /Here it is offered without TLS\./);
  });

  it('tells a keyword that was written over', () => {
    assert.match(textAt(EHLO.replace('XXXXXXXA', 'XXX|XXXXA')), /a keyword written over\n.*firewall/);
  });

  it('explains the code on every line', () => {
    assert.match(textAt(EHLO.replace('250-SIZE', '2|50-SIZE')), /^250 done\nAnswer to EHLO client\.example\.org \(line 2\)/);
  });
});

describe('hover over a command', () => {
  it('explains it and says what came of it', () => {
    assert.match(
      textAt(EHLO + MAIL.replace('MAIL', 'MA|IL')),
      /^MAIL begins a transaction.*\nMAIL FROM:.*\n.*\nAnswered 250 2\.1\.0 Ok \(line 10\)\./,
    );
  });

  it('explains parameters, and whether they are offered', () => {
    const mail = 'C: MAIL FROM:<bob@example.org> SI|ZE=1200 RET=HDRS\nS: 250 2.1.0 Ok\n';
    assert.match(textAt(EHLO + mail), /^SIZE= parameter of MAIL: .*\n.*\nThe server takes at most 10240000 bytes/);
    assert.match(textAt(EHLO + mail.replace('|', '').replace('RET', 'R|ET')), /The EHLO reply does not list DSN\./);
  });

  const reset = 'C: RS|ET\nS: 250 2.0.0 Ok\n';
  const resets: [string, string, RegExp][] = [
    [
      'a refused recipient',
      MAIL + 'C: RCPT TO:<x@b.example>\nS: 550 5.1.1 no\n' + reset + 'C: QUIT\nS: 221 Bye',
      /a recipient was refused\..*honest use/s,
    ],
    [
      'the next message',
      MAIL + RCPT + 'C: DATA\nS: 354 Go\nC: x: y\nC: .\nS: 250 Ok\n' + reset + MAIL,
      /the connection is used again/,
    ],
    [
      'a refused message',
      MAIL + RCPT + 'C: DATA\nS: 354 Go\nC: x: y\nC: .\nS: 554 no\n' + reset + 'C: QUIT\nS: 221 Bye',
      /follows a refused message/,
    ],
    ['nothing begun', reset + MAIL, /nothing was begun yet/],
    [
      'DATA withheld',
      MAIL + RCPT + reset + MAIL + RCPT + 'C: QUIT\nS: 221 Bye',
      /in place of DATA.*Compare with the client’s log/s,
    ],
    ['nothing that shows', MAIL + RCPT + reset + 'C: QUIT\nS: 221 Bye', /nothing in the log explains it/],
  ];
  for (const [name, text, expected] of resets)
    it(`explains RSET after ${name}`, () => assert.match(textAt(EHLO + text), expected));

  it('explains commands that are not SMTP’s', () => {
    assert.match(textAt('S: 220 a ESMTP\nC: GE|T / HTTP/1.1\nS: 500 what'), /not SMTP: a web request/);
    assert.match(textAt('S: 220 a ESMTP\nC: XX|XX client\nS: 500 what'), /a command written over/);
  });
});

describe('hover over a login', () => {
  const secret = 'c2VjcmV0'; // "secret"
  const plain = 'C: AUTH PLAIN AGFs|aWNlAHNlY3JldA==\nS: 235 2.7.0 Ok'; // \0alice\0secret
  const login = `C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: YWxpY2U=\nS: 334 UGFzc3dvcmQ6\nC: ${secret}\nS: 535 5.7.8 no`;

  it('names the user and never shows the password', () => {
    assert.match(textAt(EHLO + plain), /^Login data\nUser name: alice\. Nothing else of it is shown here\./);
    assert.match(textAt(EHLO + login.replace('YWxp', 'YW|xp')), /User name: alice\./);
    assert.match(textAt(EHLO + login.replace(secret, 'c2Vj|cmV0')), /Its content is not shown here/);
  });

  it('explains what the server asks for', () => {
    assert.match(textAt(EHLO + login.replace('334 UGF', '33|4 UGF')), /asks for the password/);
    assert.match(textAt(EHLO + login.replace('334 VXN', '33|4 VXN')), /asks for the user name/);
  });

  it('shows nothing where it is not sure what is the name', () => {
    // Without the empty identity before it, the second part is the password.
    const wrong = 'C: AUTH PLAIN YWxp|Y2UAc2VjcmV0\nS: 535 5.7.8 no';
    assert.doesNotMatch(textAt(EHLO + wrong), /alice|secret/);
    const prompts = login.replace('VXNlcm5hbWU6', 'Zm9vOg==').replace('YWxp', 'YW|xp');
    assert.doesNotMatch(textAt(EHLO + prompts), /alice/);
  });

  it('shows nothing of what is typed after a refused AUTH', () => {
    const typed = 'C: AUTH LOGIN\nS: 503 5.5.1 AUTH not available\nC: c2VjcmV0\nS: 500 5.5.1 Command unrecognized: "c2VjcmV0"';
    const model = transcript.parse(EHLO + typed);
    for (let offset = 0; offset <= EHLO.length + typed.length; offset++)
      assert.doesNotMatch(transcript.hover!(model, offset)?.markdown ?? '', /c2VjcmV0/);
    for (const problem of transcript.validate!(model)) assert.doesNotMatch(problem.message, /c2VjcmV0/);
  });

  it('shows no login data anywhere, wherever the pointer is', () => {
    for (const text of [EHLO + plain.replace('|', ''), EHLO + login]) {
      const model = transcript.parse(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const markdown = transcript.hover!(model, offset)?.markdown ?? '';
        assert.doesNotMatch(markdown, /c2VjcmV0|AGFsaWNl|\bsecret\b/, markdown);
      }
    }
  });
});

describe('hover over a message', () => {
  const message = (text: string): string => EHLO + MAIL + RCPT + `C: DATA\nS: 354 Go\n${text}\nC: .\nS: 250 Ok`;

  it('explains header fields, folded lines with them', () => {
    const hover = hoverAt(
      message('C: Received: from a.example by b.example\nC:  with ESM|TPS id x\nC: Subject: hi\nC:\nC: text'),
    );
    assert.match(hover?.over ?? '', /^Received: [^]*id x$/);
    assert.match(hover?.text ?? '', /Here “with ESMTPS”: over TLS/);
    assert.match(textAt(message('C: X-Spam-Sta|tus: No\nC:\nC: text')), /^X-Spam-Status header field/);
  });

  it('explains doubled dots and the end, and nothing of the text', () => {
    assert.match(textAt(message('C: Subject: hi\nC:\nC: .|.dot')), /^\.\. doubled dot/);
    assert.match(textAt(message('C: Subject: hi\nC:\nC: text').replace('C: .\n', 'C: |.\n')), /^\. end of the message/);
    assert.equal(hoverAt(message('C: Subject: hi\nC:\nC: some te|xt')), undefined);
  });
});

describe('hover over anything', () => {
  it('never throws, and covers the place it is asked about', () => {
    const lines = [...(EHLO + MAIL + RCPT).split('\n'), 'C: AUTH PLAIN', 'S: 334 ', 'C: =', 'C: .', 'S: 421', '250-', 'x'];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...lines), fc.string()), { maxLength: 25 }), fc.nat(), (parts, n) => {
        const text = parts.join('\n');
        const offset = n % (text.length + 1);
        const model = transcript.parse(text);
        const hover = transcript.hover!(model, offset);
        if (!hover) return;
        assert.ok(hover.span.start <= offset && offset <= hover.span.end && hover.span.end <= text.length);
        assert.ok(hover.markdown.length > 0);
      }),
    );
  });
});

describe('hover in captured logs', () => {
  const folder = path.join(process.cwd(), 'test/fixtures/corpus/pairs');
  // The password of the captures, alone and inside what AUTH PLAIN and LOGIN make of it.
  const secrets = ['Passw0rd', 'UGFzc3cwcmQ', 'BQYXNzdzByZ', 'AFBhc3N3MHJk', 'bABQYXNzdzByZA'];

  for (const name of readdirSync(folder))
    it(name, () => {
      for (const side of ['client.log', 'server.log']) {
        const text = readFileSync(path.join(folder, name, side), 'latin1');
        const model = transcript.parse(text);
        for (const session of model.sessions)
          for (const event of session.events) {
            if (event.kind !== 'command' && event.kind !== 'reply') continue;
            for (const offset of [event.start, event.start + 5, event.start + 12, event.end]) {
              if (offset > event.end) continue;
              const markdown = transcript.hover!(model, offset)?.markdown;
              if (offset === event.start) assert.ok(markdown, `${side} ${event.line + 1}: ${event.text}`);
              for (const secret of secrets) assert.ok(!markdown?.includes(secret), `${side} ${event.line + 1}`);
            }
          }
        for (const problem of transcript.validate!(model))
          for (const secret of secrets) assert.ok(!problem.message.includes(secret), problem.message);
      }
    });
});
