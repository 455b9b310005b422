import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTranscript } from '../../server/src/core/smtp/reader';
import { recordSession, type Recorder, type Recording } from '../../server/src/record/record';
import type { RecordRequest } from '../../server/src/record/request';
import { smtpServer, type Answers, type SmtpServer } from '../support/smtpServer';
import { postmasterAsync, type Run } from './run';

const b64 = (text: string): string => Buffer.from(text).toString('base64');
const message = Buffer.from('Subject: test\r\n\r\none\n.two\nthree\r\n');

let server: SmtpServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Given {
  readonly answers?: Answers;
  readonly inTls?: Answers;
  readonly implicit?: boolean;
  readonly request?: Partial<RecordRequest>;
  readonly recorder?: Partial<Recorder>;
}

async function record({ answers, inTls, implicit, request, recorder }: Given = {}): Promise<Recording> {
  server = await smtpServer(answers, inTls, implicit);
  const asked: RecordRequest = {
    ...{ host: 'localhost', port: server.port, tls: 'starttls', name: 'client.example.org', timeout: 20_000 },
    ...{ from: 'a@example.org', to: ['b@example.com'], message },
    ...request,
  };
  return recordSession(asked, { trust: () => Promise.resolve(false), ...recorder });
}

/** What the recording says was said, without times: `C: QUIT`. */
const said = ({ transcript }: Recording): string[] =>
  transcript
    .split('\n')
    .slice(1, -1)
    .map((line) => line.slice(25));

const trusting = { trust: () => Promise.resolve(true) };
const offersTls = { EHLO: '250-mail.example.test\r\n250 STARTTLS\r\n' };
const login = { user: 'alice', password: 'Passw0rd' };

describe('recordSession', () => {
  it('records the dialogue and the message as they went over the wire', async () => {
    const recording = await record();
    assert.equal(recording.ending, 'accepted');
    assert.equal(recording.detail, '250 2.0.0 taken');
    const lines = said(recording);
    assert.match(lines[0]!, /^-- Connecting to localhost, port \d+$/);
    assert.match(lines[1]!, /^-- Connected to 127\.0\.0\.1 port \d+ from 127\.0\.0\.1$/);
    assert.deepEqual(lines.slice(2), [
      'S: 220 mail.example.test ESMTP',
      'C: EHLO client.example.org',
      'S: 250-mail.example.test',
      'S: 250-8BITMIME',
      'S: 250 SIZE',
      `C: MAIL FROM:<a@example.org> SIZE=${message.length}`,
      'S: 250 2.1.0 ok',
      'C: RCPT TO:<b@example.com>',
      'S: 250 2.1.5 ok',
      'C: DATA',
      'S: 354 go on',
      'C: Subject: test',
      'C: ',
      'C: one',
      'C: ..two',
      'C: three',
      'C: .',
      'S: 250 2.0.0 taken',
      'C: QUIT',
      'S: 221 2.0.0 bye',
      '-- Connection closed',
    ]);
    assert.deepEqual(
      server!.received,
      lines.filter((l) => l.startsWith('C: ')).map((l) => l.slice(3)),
    );
    assert.equal(readTranscript(recording.transcript).sessions[0]!.complete, true);
  });

  it('keeps line ends and bytes that are no text', async () => {
    const recording = await record({ answers: { '220': '220 mail\xe9 ESMTP\n', RCPT: '550-no\r\n550 \x07such user\r\n' } });
    assert.equal(recording.ending, 'refused');
    assert.match(recording.transcript, /S: 220 mail\\xE9 ESMTP\\n\n/);
    assert.match(recording.transcript, /S: 550 \\x07such user\n/);
    assert.match(recording.detail, /^550-no 550/);
    assert.deepEqual(said(recording).slice(-3), ['C: QUIT', 'S: 221 2.0.0 bye', '-- Connection closed']);
  });

  it('keeps the plain text within TLS, says whose certificate it is, and asks before it goes on', async () => {
    const asked: string[] = [];
    const trust: Recorder['trust'] = ({ reason, subject }) => {
      asked.push(`${reason} ${subject}`, ...server!.received);
      return Promise.resolve(true);
    };
    const recording = await record({ answers: offersTls, inTls: { EHLO: '250 mail.example.test\r\n' }, recorder: { trust } });
    assert.equal(recording.ending, 'accepted');
    // What the server knows by then is no more than a name.
    assert.deepEqual(asked, [
      'DEPTH_ZERO_SELF_SIGNED_CERT mail.example.test',
      'EHLO client.example.org',
      'STARTTLS',
      'EHLO client.example.org',
    ]);
    const { transcript } = recording;
    assert.match(
      transcript,
      /C: STARTTLS\n.* S: 220 .*\n.* -- TLS started: TLSv1\.\d \S+\n.* -- Certificate of mail\.example\.test, /,
    );
    assert.match(transcript, /-- The certificate is not valid: DEPTH_ZERO_SELF_SIGNED_CERT\n.* -- It is accepted all the same\n/);
    assert.match(transcript, /C: \.\.two\n/);
    const [session] = readTranscript(transcript).sessions;
    assert.equal(session!.tls, true);
    assert.equal(session!.complete, true);
  });

  it('sends nothing more to a server whose certificate is not accepted', async () => {
    const recording = await record({ answers: offersTls, request: { login } });
    assert.equal(recording.ending, 'distrusted');
    assert.equal(server!.received.at(-1), 'QUIT');
    assert.ok(!server!.received.some((line) => /^(AUTH|MAIL)/.test(line)));
  });

  it('speaks TLS from the first byte on', async () => {
    const recording = await record({ implicit: true, request: { tls: 'implicit' }, recorder: trusting });
    assert.equal(recording.ending, 'accepted');
    assert.match(recording.transcript, /-- Connected to .*\n.* -- TLS started.*\n.* -- Certificate.*\n.* S: 220 /);
  });

  it('notes what was slipped in behind the answer to STARTTLS, and does not believe it', async () => {
    const answers = { ...offersTls, STARTTLS: '220 2.0.0 ready\r\n250-mail.example.test\r\n250 AUTH PLAIN\r\n' };
    const recording = await record({ answers, inTls: { EHLO: '250 mail.example.test\r\n' }, recorder: trusting });
    assert.match(recording.transcript, /S: 250 AUTH PLAIN\n.* -- TLS started/);
    assert.equal(recording.ending, 'accepted');
  });

  it('does not fall back to clear text where TLS is required', async () => {
    const recording = await record({ answers: { STARTTLS: '502 5.5.1 no\r\n' }, request: { tls: 'required' } });
    assert.equal(recording.ending, 'refused');
    assert.ok(!server!.received.some((line) => line.startsWith('MAIL')));
  });

  it('does not send a password in clear text because something on the way withholds TLS', async () => {
    const recording = await record({ answers: { EHLO: '250-mail.example.test\r\n250 AUTH PLAIN\r\n' }, request: { login } });
    assert.equal(recording.ending, 'failed');
    assert.match(recording.transcript, /-- The server offers no TLS: the login is not sent/);
    assert.ok(!server!.received.some((line) => line.startsWith('AUTH')));
  });

  for (const mechanism of ['PLAIN', 'LOGIN', 'CRAM-MD5']) {
    it(`logs in by ${mechanism} and keeps neither name nor password`, async () => {
      const first = { PLAIN: '235 ok\r\n', LOGIN: `334 ${b64('Username:')}\r\n`, 'CRAM-MD5': `334 ${b64('<1@mail>')}\r\n` }[
        mechanism
      ]!;
      const answers = {
        EHLO: `250-mail.example.test\r\n250 AUTH ${mechanism}\r\n`,
        AUTH: first,
        '*': mechanism === 'LOGIN' ? [`334 ${b64('Password:')}\r\n`, '235 ok\r\n'] : '235 ok\r\n',
      };
      const kept: string[] = [];
      const recording = await record({ answers, request: { login, tls: 'none' }, recorder: { onLine: (_, l) => kept.push(l) } });
      assert.equal(recording.ending, 'accepted', recording.detail);
      assert.match(server!.received.join('\n'), /^AUTH/m);
      for (const text of [recording.transcript, kept.join('\n')])
        for (const secret of ['Passw0rd', b64('Passw0rd'), b64('\0alice\0Passw0rd'), b64('alice')])
          assert.ok(!text.includes(secret), text);
    });
  }

  it('keeps the password out where the server repeats it', async () => {
    const echo = `500 5.5.1 unknown: AUTH PLAIN ${b64('\0alice\0Passw0rd')} Passw0rd\r\n`;
    const answers = { EHLO: '250-mail.example.test\r\n250 AUTH PLAIN\r\n', AUTH: echo };
    const { ending, detail, transcript } = await record({ answers, request: { login, tls: 'none' } });
    assert.equal(ending, 'refused');
    for (const text of [detail, transcript])
      for (const secret of ['Passw0rd', b64('\0alice\0Passw0rd')]) assert.ok(!text.includes(secret), text);
  });

  it('ends when it is cancelled, with what was said until then', async () => {
    const controller = new AbortController();
    const onLine = (_: unknown, text: string): void => void (text.startsWith('MAIL') && controller.abort());
    const recording = await record({ answers: { MAIL: '' }, recorder: { signal: controller.signal, onLine } });
    assert.equal(recording.ending, 'cancelled');
    assert.match(recording.transcript, /C: MAIL FROM:.*\n.* -- Cancelled\n/);
    assert.ok(!server!.received.includes('QUIT'));
  });

  it('gives no control characters of a server to the terminal', async () => {
    const recording = await record({ answers: { '220': '554 \x1b]0;title\x07 no\r\n' } });
    assert.equal(recording.ending, 'refused');
    for (const text of [recording.detail, recording.transcript]) assert.ok(!/[^\P{Cc}\n]/u.test(text), JSON.stringify(text));
  });

  it('says in words that what answers does not speak TLS', async () => {
    const recording = await record({ request: { tls: 'implicit' } });
    assert.equal(recording.ending, 'failed');
    assert.match(recording.detail, /^TLS: [a-z ]+$/);
    assert.match(recording.transcript, /-- Connection lost\n/);
  });

  it('gives up on a server that does not answer', async () => {
    const recording = await record({ answers: { '220': '' }, request: { timeout: 200 } });
    assert.equal(recording.ending, 'failed');
    assert.match(recording.transcript, /-- The session broke off: /);
  });

  it('tells that there is no connection', async () => {
    server = await smtpServer();
    const { port } = server;
    await server.close();
    const request: RecordRequest = { host: '127.0.0.1', port, tls: 'none', from: '', to: ['b@example.com'], message };
    const recording = await recordSession(request, trusting);
    assert.equal(recording.ending, 'unreachable');
    assert.match(recording.detail, /ECONNREFUSED/);
  });
});

describe('postmaster record', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(tmpdir(), 'postmaster-record-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (args: readonly string[], env: Record<string, string> = {}): Promise<Run> =>
    postmasterAsync(['record', ...args], undefined, env);
  const addresses = ['--from', 'a@example.org', '--to', 'b@example.com'];

  it('prints the recording; exit 0', async () => {
    server = await smtpServer();
    const { exit, out, err } = await run([`127.0.0.1:${server.port}`, ...addresses, '--helo', 'client.example.org']);
    assert.equal(err, '');
    assert.equal(exit, 0);
    assert.equal(readTranscript(out).format, 'postmaster');
    assert.ok(server.received.includes('EHLO client.example.org'));
  });

  it('writes it into a file and says what the server said; the password comes from the environment', async () => {
    server = await smtpServer({ EHLO: '250-mail.example.test\r\n250 AUTH PLAIN\r\n', AUTH: '235 ok\r\n' });
    const file = path.join(folder, 'out.smtp');
    const args = [`127.0.0.1:${server.port}`, ...addresses, '--tls', 'none', '--auth', 'alice', '-o', file];
    const { exit, out } = await run(args, { POSTMASTER_PASSWORD: 'Passw0rd' });
    assert.equal(out.trim(), 'the server took the message: 250 2.0.0 taken');
    assert.equal(exit, 0);
    assert.ok(server.received.includes(`AUTH PLAIN ${b64('\0alice\0Passw0rd')}`));
    assert.ok(!/Passw0rd|AGFsaWNl/.test(readFileSync(file, 'utf8')));
  });

  it('records a refusal, too; exit 1', async () => {
    server = await smtpServer({ RCPT: '550 5.7.1 no\r\n' });
    const { exit, out, err } = await run([`127.0.0.1:${server.port}`, ...addresses]);
    assert.equal(exit, 1);
    assert.match(out, /S: 550 5\.7\.1 no/);
    assert.match(err, /^postmaster: the server refused: 550 5\.7\.1 no\n$/);
  });

  const wrong: [string, string[]][] = [
    ['no server', [...addresses]],
    ['no sender', ['localhost', '--to', 'b@example.com']],
    ['a command in an address', ['localhost', '--from', 'a@b>\r\nRSET', '--to', 'b@example.com']],
    ['an unknown way of TLS', ['localhost', ...addresses, '--tls', 'maybe']],
    ['a password nobody can type', ['localhost', ...addresses, '--auth', 'alice']],
    ['a message that is not there', ['localhost', ...addresses, '--message', 'no/such/file']],
    ['nobody at home', ['127.0.0.1:1', ...addresses]],
  ];
  for (const [name, args] of wrong) {
    it(`says in one line what is wrong; exit 2: ${name}`, async () => {
      const { exit, out, err } = await run(args, { POSTMASTER_PASSWORD: '' });
      assert.equal(exit, 2);
      assert.equal(out, '');
      assert.equal(err.trimEnd().split('\n').length, 1, err);
    });
  }
});
