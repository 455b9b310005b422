import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Transcript } from '../../../server/src/core/smtp/model';
import { createReader, readTranscript } from '../../../server/src/core/smtp/reader';
import { createSource } from '../../../server/src/core/text';
import { compact, corpusExpectation, corpusLogs, corpusText, madeLogs } from '../../support/corpus';

/** A short log of each format, and those with bytes that are out of the ordinary. */
const logs = shortest(corpusLogs());

function shortest(names: readonly string[]): { log: string; text: string }[] {
  const byFormat = new Map<string, { log: string; text: string }>();
  for (const log of names) {
    const text = corpusText(log);
    const { format } = corpusExpectation(log);
    const known = byFormat.get(format);
    if (!known || text.length < known.text.length) byFormat.set(format, { log, text });
  }
  const others = ['pairs/seed-ibm/server.log', 'pairs/proxsmtp--swaks-footer-bare-lf--sendmail/server.log'];
  return [...byFormat.values(), ...others.map((log) => ({ log, text: corpusText(log) }))];
}

function inChunks(text: string, sizes: readonly number[]): Transcript {
  const reader = createReader();
  for (let at = 0, i = 0; at < text.length; i++) {
    const size = sizes[i % sizes.length]!;
    reader.push(text.slice(at, at + size));
    at += size;
  }
  return reader.end();
}

/** Anything, made of the bits that logs are made of. */
const anyLog = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '12846 >>> ',
        '12846 <<< ',
        '12847 === CONNECT host.',
        ' -> ',
        '<-  ',
        '> ',
        '< ',
        '>>> ',
        'S: ',
        'C: ',
        'SMTP: 10:38:54 [rx] ',
        'SMTP: 10:38:54 [tx] ',
        "send: '",
        "reply: b'",
        'Nov 22 03:52:58 mail postfix/smtpd[1]: ',
        '> a[1.2.3.4]: ',
        '< a[1.2.3.4]: ',
        ' Out: ',
        ' In:  ',
        '[->] ',
        '220 host ESMTP',
        '250-a',
        '250 b',
        '354 go',
        '334 VXNlcg==',
        '221 bye',
        'EHLO c',
        'MAIL FROM:<a@b>',
        'RCPT TO:<c@d>',
        'DATA',
        'BDAT 12 LAST',
        'AUTH LOGIN',
        'STARTTLS',
        'QUIT',
        '.',
        '^M',
        "\\r\\n'",
      ),
      fc.constantFrom('\n', '\r\n', '\r', '\n', '\r\n'),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('reader', function () {
  this.timeout(20_000); // many runs, on machines that have other things to do

  it('gives the same result whatever the chunks', () => {
    fc.assert(
      fc.property(anyLog, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (text, sizes) => {
        assert.deepEqual(inChunks(text, sizes), readTranscript(text));
      }),
      { numRuns: 300 },
    );
    for (const { text } of logs) for (const size of [1, 7, 1000]) assert.deepEqual(inChunks(text, [size]), readTranscript(text));
  });

  it('takes any string, and its ranges lie inside', () => {
    fc.assert(
      fc.property(fc.oneof(anyLog, fc.string({ unit: 'binary' })), (text) => {
        inRange(readTranscript(text));
      }),
      { numRuns: 300 },
    );
    for (const { text } of logs) inRange(readTranscript(text));
  });

  it('counts lines as the editor does', () => {
    const text = ['12846 >>> 220 a', '12846 <<< EHLO b\r', 'prose \r with \r\r more', '12846 >>> 250 a'].join('\n');
    const { sessions, source } = readTranscript(text);
    assert.deepEqual(source, createSource(text));
    assert.deepEqual(
      sessions[0]!.events.map((e) => [e.kind, e.line]),
      [
        ['reply', 0],
        ['command', 1],
        ['note', 2],
        ['note', 3],
        ['note', 5],
        ['reply', 6],
      ],
    );
  });

  it('reads a log the same with any line ends', () => {
    for (const { log, text } of logs) {
      const plain = text.replace(/\r\n/g, '\n');
      assert.deepEqual(compact(readTranscript(plain)), compact(readTranscript(text)), log);
      assert.deepEqual(compact(readTranscript(plain.replace(/\n/g, '\r\n'))), compact(readTranscript(text)), log + ' with CR LF');
    }
  });

  it('reads a log cut at any line without taking text for protocol', () => {
    for (const { log, text } of logs) {
      if (log.includes('openssl--')) continue; // that a typed line was not sent shows only in the line after it
      const lines = text.split('\n');
      const commands = new Set(commandsOf(readTranscript(text)));
      for (let cut = 1; cut < lines.length; cut++) {
        const head = readTranscript(lines.slice(0, cut).join('\n'));
        inRange(head);
        const strange = commandsOf(head).filter((c) => !commands.has(c));
        assert.deepEqual(strange, [], `${log}: cut after line ${cut}`);
        inRange(readTranscript(lines.slice(cut).join('\n')));
      }
    }
  });

  it('reads the rest of a log whose beginning is lost', () => {
    const text = corpusText('pairs/direct--swaks--sendmail/server.log');
    const lines = text.split('\n').slice(0, -1);
    const whole = readTranscript(text).sessions[0]!;
    const said = whole.events.map((e) => ({ line: e.line, kind: e.kind }));
    for (let cut = 1; cut < lines.length; cut++) {
      const { sessions } = readTranscript(lines.slice(cut).join('\n'));
      assert.equal(sessions.length, 1, `cut after line ${cut}`);
      assert.equal(sessions[0]!.complete, cut === 1, `cut after line ${cut}`); // EHLO is a beginning, too
      const kept = sessions[0]!.events.map((e) => ({ line: e.line + cut, kind: e.kind }));
      const expected = said.map((e, i) => ({ ...e, line: Math.max(e.line, cut), last: whole.events[i]!.endLine }));
      assert.deepEqual(
        kept,
        expected.filter((e) => e.last >= cut).map(({ line, kind }) => ({ line, kind })),
        `cut after line ${cut}`,
      );
    }
  });

  it('knows what is no transcript', () => {
    for (const text of [
      '',
      '\r\n\r\n',
      "divert(0)dnl\nVERSIONID(`x')dnl\nOSTYPE(linux)dnl\nMAILER(smtp)dnl\n",
      'postmaster: root\nroot: alice\n',
      '# Notes\n\n> quoted text\n\n250 grams of flour\n3 eggs\n\nQUIT smoking\n',
      'From: a@b\nSubject: x\n\nHELP\n> DATA\n',
      '200 OK\n404 Not Found\nGET / HTTP/1.1\n',
      '{\n  "a": [1, 2]\n}\n',
    ])
      assert.deepEqual(compact(readTranscript(text)), { format: 'unknown', vantage: 'both', sessions: [] }, text);
  });

  // Whoever takes more than linear time never ends here.
  it('reads logs whose lines are long', () => {
    for (const { log, text } of [...logs, ...madeLogs().map((log) => ({ log, text: corpusText(log) }))]) {
      const long = withLongLines(text);
      const transcript = readTranscript(long);
      inRange(transcript);
      assert.equal(transcript.source.text, long, log);
    }
  }).timeout(HANG);

  it('reads logs that are long', () => {
    const session = corpusText('pairs/direct--swaks--sendmail/server.log');
    const long = session.repeat(Math.ceil(100_000 / session.split('\n').length));
    const hard = [
      long,
      '12846 <<< '.repeat(100_000),
      '\r'.repeat(100_000),
      ' '.repeat(500_000),
      'QUIT\n'.repeat(100_000) + '354 x\n'.repeat(100_000),
      Array.from({ length: 60_000 }, (_, i) => `${i} >>> 250 a\n`).join(''),
      Array.from({ length: 60_000 }, (_, i) => `${i} <<< MAIL FROM:<a@b>\n`).join(''),
      Array.from({ length: 60_000 }, (_, i) => `${i} <<< QUIT\n${i + 300_000} >>> 250 a\n`).join(''),
      `send: '${'\\'.repeat(300_000)}\n`,
      '12846 <<< a\r'.repeat(100_000),
      'some prose without any sense\n'.repeat(100_000),
      'MAIL FROM:' + ' '.repeat(300_000) + '\n250 ok\n',
    ];
    for (const text of hard) inRange(readTranscript(text));
    assert.equal(readTranscript(long).sessions.length, long.length / session.length);
  }).timeout(HANG);
});

/** How long a test may take that hangs, in milliseconds. */
const HANG = 300_000;

/** Each kind of line of a log, once more with something behind it that a careless pattern would try in every way. */
function withLongLines(text: string): string {
  const tails = [' '.repeat(40_000) + 'x', '.'.repeat(40_000) + 'x', '['.repeat(40_000), '> '.repeat(20_000)];
  const kinds = new Set<string>();
  return text
    .split('\n')
    .slice(0, 80)
    .flatMap((line) => {
      const kind = line
        .replace(/\d+/g, '0')
        .replace(/[a-z]+/g, 'a')
        .slice(0, 30);
      if (kinds.has(kind) || kinds.size > 12) return [line];
      kinds.add(kind);
      return [line, ...tails.map((tail) => line + tail)];
    })
    .join('\n');
}

/** The commands with their lines. */
function commandsOf(transcript: Transcript): string[] {
  return compact(transcript).sessions.flatMap((s) => s.dialogue.filter((d) => d.includes(' C ')));
}

/** Everything a transcript says of places must lie in it. */
function inRange({ source, sessions }: Transcript): void {
  const { length } = source.text;
  const lines = source.lineStarts.length;
  for (const session of sessions) {
    ok(session.start, session.end, session.line, session.endLine);
    session.events.forEach((event, i) => {
      ok(event.start, event.end, event.line, event.endLine);
      assert.ok(event.line >= session.line && event.endLine <= session.endLine, 'an event outside its session');
      if (event.kind === 'reply' || event.kind === 'data') {
        assert.equal(event.lines.length, event.lineSpans.length);
        for (const span of event.lineSpans) ok(span.start, span.end, span.line, span.line);
      }
      if (event.kind !== 'reply' || event.answers === undefined) return;
      const asked = session.events[event.answers];
      assert.ok(event.answers < i && (asked?.kind === 'command' || asked?.kind === 'data'), 'a reply to no command');
    });
  }

  function ok(start: number, end: number, line: number, endLine: number): void {
    assert.ok(start >= 0 && start <= end && end <= length, `range ${start}-${end} of ${length}`);
    assert.ok(line >= 0 && line <= endLine && endLine < lines, `lines ${line}-${endLine} of ${lines}`);
    assert.ok(
      source.lineStarts[line]! <= start && start <= (source.lineStarts[line + 1] ?? length),
      'a line that is not of its range',
    );
  }
}
