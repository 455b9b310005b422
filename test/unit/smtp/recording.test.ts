import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DataEvent, ReplyEvent } from '../../../server/src/core/smtp/model';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import { faultOf, isAddress, parseServer, testMessage, type RecordRequest } from '../../../server/src/record/request';
import { createLog } from '../../../server/src/record/transcript';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** A recording of a dialogue, each entry one side's bytes. */
function recorded(dialogue: readonly (readonly ['C:' | 'S:', string])[], secrets: readonly string[] = []): string {
  const log = createLog(secrets);
  log.note('Connected to 192.0.2.1 port 25 from 192.0.2.9');
  for (const [who, text] of dialogue) log.bytes(who, bytes(text));
  log.flush();
  log.note('Connection closed');
  return log.text();
}

/** As a file is read: one character for each byte. */
const read = (text: string) => readTranscript(Buffer.from(text, 'utf8').toString('latin1'));

const opening = [
  ['S:', '220 mail.example.com ESMTP\r\n'],
  ['C:', 'EHLO client.example.org\r\n'],
  ['S:', '250-mail.example.com\r\n250 AUTH PLAIN LOGIN CRAM-MD5\r\n'],
] as const;

describe('recordings', () => {
  it("are read as the client's log of one session, with times and the other end's address", () => {
    const transcript = read(recorded([...opening, ['C:', 'QUIT\r\n'], ['S:', '221 bye\r\n']]));
    assert.equal(transcript.format, 'postmaster');
    assert.equal(transcript.vantage, 'client');
    const [session, ...more] = transcript.sessions;
    assert.equal(more.length, 0);
    assert.equal(session!.complete, true);
    assert.equal(session!.server, 'mail.example.com');
    assert.match(session!.started!, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const said = session!.events.filter((e) => e.kind !== 'note').map((e) => e.text);
    assert.deepEqual(said, [
      '220 mail.example.com ESMTP',
      'EHLO client.example.org',
      '250-mail.example.com\n250 AUTH PLAIN LOGIN CRAM-MD5',
      'QUIT',
      '221 bye',
    ]);
  });

  it('keep line ends, bytes that are no text, backslashes and what was cut off', () => {
    const message = 'Subject: \xc3\xa9 \xe9\r\n\r\nC:\\temp\\new\nbare\rreturn\x00\xe2\x80\xa8\r\n.\r\n';
    const text = recorded([
      ...opening,
      ['C:', 'MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.com>\r\nDATA\r\n'],
      ['S:', '250 ok\r\n250 ok\r\n354 go\n'],
      ['C:', message],
      ['S:', '250 taken'],
    ]);
    assert.match(text, /C: Subject: é \\xE9\n/);
    assert.match(text, /C: C:\\\\temp\\\\new\\n\n/);
    assert.match(text, /S: 250 taken\\c\n/);
    const [session] = read(text).sessions;
    const data = session!.events.find((e): e is DataEvent => e.kind === 'data')!;
    assert.deepEqual(data.lines, ['Subject: \xc3\xa9 \xe9', '', 'C:\\temp\\new', 'bare\rreturn\x00\xe2\x80\xa8']);
    assert.deepEqual(
      data.lineSpans.map((l) => l.eol),
      ['crlf', 'crlf', 'lf', 'crlf'],
    );
    const replies = session!.events.filter((e): e is ReplyEvent => e.kind === 'reply');
    assert.equal(replies.find((r) => r.code === 354)!.lineSpans[0]!.eol, 'lf');
    assert.equal(replies.at(-1)!.lineSpans[0]!.eol, undefined);
  });

  it('give back every message that goes in, however it is cut into chunks', () => {
    const line = fc.array(fc.constantFrom('a', '\\', '\\n', '\\xE9', 'é', '\xe2', '\x82', '\r', '\x7f', ' '), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 7 }), (lines, size) => {
        const wire = lines.map((l) => `x${l.join('')}`);
        const log = createLog([]);
        log.bytes('S:', bytes('354 go\r\n'));
        const all = wire.join('\r\n') + '\r\n.\r\n';
        for (let i = 0; i < all.length; i += size) log.bytes('C:', bytes(all.slice(i, i + size)));
        log.bytes('S:', bytes('250 ok\r\n'));
        const [session] = read(log.text()).sessions;
        const data = session!.events.find((e): e is DataEvent => e.kind === 'data')!;
        const joined = data.lines.map((l) => `${l}\r\n`).join('');
        assert.equal(joined, wire.join('\r\n') + '\r\n');
      }),
    );
  });

  const b64 = (text: string): string => Buffer.from(text, 'latin1').toString('base64');
  const logins: Record<string, [('C:' | 'S:')[], string[]]> = {
    PLAIN: [
      ['C:', 'S:'],
      [`AUTH PLAIN ${b64('\0alice\0Passw0rd')}`, '235 2.7.0 ok'],
    ],
    'PLAIN without an initial response': [
      ['C:', 'S:', 'C:', 'S:'],
      ['AUTH PLAIN', '334 ', b64('\0alice\0Passw0rd'), '235 2.7.0 ok'],
    ],
    LOGIN: [
      ['C:', 'S:', 'C:', 'S:', 'C:', 'S:'],
      ['AUTH LOGIN', `334 ${b64('Username:')}`, b64('alice'), `334 ${b64('Password:')}`, b64('Passw0rd'), '535 5.7.8 no'],
    ],
    'CRAM-MD5': [
      ['C:', 'S:', 'C:', 'S:'],
      ['AUTH CRAM-MD5', `334 ${b64('<1.2@mail>')}`, b64('alice 0123456789abcdef0123456789abcdef'), '235 ok'],
    ],
    'an AUTH that the server repeats in its error': [
      ['C:', 'S:'],
      [
        `AUTH PLAIN ${b64('\0alice\0Passw0rd')}`,
        `500 5.5.1 Command unrecognized: "AUTH PLAIN ${b64('\0alice\0Passw0rd')}" (Passw0rd)`,
      ],
    ],
  };
  for (const [name, [who, said]] of Object.entries(logins)) {
    it(`never hold a password or what it can be read from: ${name}`, () => {
      const dialogue = said.map((text, i) => [who[i]!, `${text}\r\n`] as const);
      const text = recorded(
        [...opening, ...dialogue, ['C:', 'MAIL FROM:<a@example.org>\r\n'], ['S:', '250 ok\r\n']],
        ['Passw0rd'],
      );
      for (const secret of [b64('\0alice\0Passw0rd'), b64('Passw0rd'), 'Passw0rd', b64('alice'), '0123456789abcdef'])
        assert.ok(!text.includes(secret), text);
      assert.match(text, /C: MAIL FROM:<a@example\.org>/);
      assert.equal(read(text).sessions.length, 1);
    });
  }

  it('leave alone what looks like a login in a message', () => {
    const text = recorded([...opening, ['C:', 'DATA\r\n'], ['S:', '354 go\r\n'], ['C:', 'AUTH PLAIN abc\r\nPassw0rd\r\n.\r\n']]);
    assert.match(text, /C: AUTH PLAIN abc\n.* C: Passw0rd\n/);
  });
});

describe('what is to be sent', () => {
  const good: RecordRequest = {
    host: 'mail.example.com',
    port: 25,
    tls: 'starttls',
    from: 'a@example.org',
    to: ['b@example.com'],
    message: bytes('x'),
  };
  it('is taken as it is', () => {
    assert.equal(faultOf(good), undefined);
    assert.equal(faultOf({ ...good, from: '', to: ['"a b"@example.com', 'postmaster'], name: '[192.0.2.1]' }), undefined);
  });

  const bad: [string, Partial<RecordRequest>][] = [
    ['from', { from: 'a@example.org>\r\nRCPT TO:<c@example.net' }],
    ['from', { from: '<a@example.org>' }],
    ['from', { from: 'a@b@c' }],
    ['to', { to: ['b@example.com', 'c@example.net\nDATA'] }],
    ['to', { to: ['"a\r\nb"@example.com'] }],
    ['to', { to: ['b @example.com'] }],
    ['to', { to: [] }],
    ['name', { name: 'client\r\nMAIL FROM:<x>' }],
    ['name', { name: '' }],
    ['host', { host: 'mail example' }],
    ['host', { host: '-oProxy' }],
    ['port', { port: 0 }],
    ['port', { port: 65_536 }],
    ['message', { message: bytes('') }],
  ];
  for (const [fault, change] of bad) {
    it(`is refused: ${JSON.stringify(change)}`, () => assert.equal(faultOf({ ...good, ...change }), fault));
  }

  it('names a server with or without a port', () => {
    const servers: Record<string, ReturnType<typeof parseServer>> = {
      'mail.example.com': { host: 'mail.example.com' },
      'mail.example.com:587': { host: 'mail.example.com', port: 587 },
      '192.0.2.1:25': { host: '192.0.2.1', port: 25 },
      '[2001:db8::1]:25': { host: '2001:db8::1', port: 25 },
      '2001:db8::1': { host: '2001:db8::1' },
      '[2001:db8::1]': { host: '2001:db8::1' },
      '': undefined,
      'mail.example.com:': undefined,
      'mail.example.com:70000': undefined,
      'smtp://mail.example.com': undefined,
    };
    for (const [text, server] of Object.entries(servers)) assert.deepEqual(parseServer(text), server, text);
  });

  it('is by default a message whose header holds nothing but the addresses that were given', () => {
    const text = Buffer.from(testMessage('a@example.org', ['b@example.com'], new Date(0), 'id')).toString('latin1');
    assert.match(text, /^Date: Thu, 01 Jan 1970 00:00:00 \+0000\r\nFrom: <a@example.org>\r\nTo: <b@example.com>\r\n/);
    assert.match(text, /\r\n\.This/);
    assert.ok(!/[^\r]\n/.test(text));
    assert.ok(isAddress('ümlaut@exämple.org'));
    const other = Buffer.from(testMessage('', ['ümlaut@exämple.org'], new Date(0), 'id')).toString('latin1');
    assert.ok(/^[\x00-\x7f]*$/.test(other), other);
  });
});
