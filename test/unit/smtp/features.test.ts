import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Lens, OutlineNode } from '../../../server/src/core/language';
import { transcript } from '../../../server/src/core/smtp/language';
import { lineAt, lineSpan } from '../../../server/src/core/text';
import type { Transcript } from '../../../server/src/core/smtp/model';
import { corpusLogs, corpusText } from '../../support/corpus';
import { cursor } from '../../support/marked';

const relay = corpusText('pairs/direct--swaks--sendmail-relaying/server.log');
const interleaved = corpusText('pairs/mixed--interleaved6-direct--sendmail/server.log');
const hidden = corpusText('pairs/direct--sendmail-v-reject--sendmail/client.log');

/** The outline as indented lines: `1-24 name | detail`. */
function outline(text: string): string[] {
  const model = transcript.parse(text);
  const show = (node: OutlineNode, depth: number): string[] => [
    `${'  '.repeat(depth)}${lines(model, node.span)} ${node.name} | ${node.detail}`,
    ...(node.children ?? []).flatMap((child) => show(child, depth + 1)),
  ];
  return transcript.symbols!(model).flatMap((node) => show(node, 0));
}

function lines(model: Transcript, { start, end }: { start: number; end: number }): string {
  return `${lineAt(model.source, start) + 1}-${lineAt(model.source, end) + 1}`;
}

describe('transcript: outline', () => {
  it('shows sessions, their transactions and messages', () => {
    assert.deepEqual(outline(relay), [
      '1-90 client.example.org → mail.example.com | bob@example.org → alice@example.net, 250 2.0.0',
      '  16-88 bob@example.org → alice@example.net | 250 2.0.0',
      '    22-45 Message: Quarterly figures | 23 lines',
      '46-92 mail.example.com → relay.example.net | bob@example.org → alice@example.net, 250',
      '  54-87 bob@example.org → alice@example.net | 250',
      '    60-86 Message: Quarterly figures | 26 lines',
    ]);
  });

  it('says what became of each transaction', () => {
    assert.deepEqual(outline(hidden), [
      '1-54 client.example.org → mail.example.com | 2 transactions: 1 accepted, 1 refused',
      '  32-39 bob@example.org → blocked@example.com | 550 5.7.1',
      '  43-50 <> → bob@example.org | 250 2.0.0',
      '    49-49 Message | text not in the log',
    ]);
    const one = (...said: string[]): string =>
      outline(['S: 220 a', 'C: HELO c', 'S: 250 a', ...said].join('\n'))[1]!.replace(/^\s*\S+ /, '');
    const mail = ['C: MAIL FROM:<a@b>', 'S: 250 ok'];
    const accepted = ['C: RCPT TO:<c@d>', 'S: 250 ok'];
    const refused = ['C: RCPT TO:<e@f>', 'S: 550 5.1.1 no'];
    assert.equal(
      one(...mail, ...accepted, ...refused, 'C: DATA', 'S: 354 go', 'C: x', 'C: .', 'S: 452 4.3.1 full'),
      'a@b → c@d (1 refused) | 452 4.3.1',
    );
    assert.equal(one(...mail, ...refused, ...refused), 'a@b → e@f +1 | 550 5.1.1');
    assert.equal(one(...mail, ...accepted, ...accepted, 'C: RSET', 'S: 250 ok'), 'a@b → c@d +1 | dropped by the client');
    assert.equal(one(...mail, ...accepted, 'C: DATA', 'S: 451 later'), 'a@b → c@d | 451');
    assert.equal(
      one('C: MAIL FROM:', 'S: 250 ok', 'C: RCPT TO:', 'S: 250 ok'),
      'unknown sender → unknown recipient | outcome not in the log',
    );
    assert.equal(one('C: MAIL FROM: a@b SIZE=3', 'S: 550 no'), 'a@b | 550');
  });

  it('has every node inside its parent, and its name inside itself', () => {
    const check = (node: OutlineNode): void => {
      assert.ok(node.selection.start >= node.span.start && node.selection.end <= node.span.end, node.name);
      for (const child of node.children ?? []) {
        assert.ok(child.span.start >= node.span.start && child.span.end <= node.span.end, child.name);
        check(child);
      }
    };
    for (const log of corpusLogs()) transcript.symbols!(transcript.parse(corpusText(log))).forEach(check);
  });
});

describe('transcript: folds', () => {
  const folds = (text: string): string[] =>
    transcript.folds!(transcript.parse(text)).map((f) => `${f.startLine + 1}-${f.endLine + 1}${f.kind ? ' ' + f.kind : ''}`);

  it('folds sessions, long replies and messages', () => {
    const text = corpusText('pairs/direct--swaks--sendmail/server.log');
    assert.deepEqual(folds(text + text), ['1-48 region', '3-15', '22-45', '49-96 region', '51-63', '70-93']);
  });

  it('folds no session that would hide lines of another', () => {
    assert.deepEqual(folds(relay), ['3-15', '22-45', '49-53', '60-86']);
    assert.ok(folds(interleaved).every((f) => !f.endsWith('region')));
  });

  it('gives folds that do not cross', () => {
    for (const log of corpusLogs()) {
      const open: number[] = [];
      for (const { startLine, endLine } of transcript.folds!(transcript.parse(corpusText(log)))) {
        while (open.length > 0 && open.at(-1)! < startLine) open.pop();
        assert.ok(open.length === 0 || endLine <= open.at(-1)!, log);
        open.push(endLine);
      }
    }
  });
});

describe('transcript: links', () => {
  const target = (marked: string): string[] => {
    const { text, offset } = cursor(marked);
    return transcript.definition!(transcript.parse(text), offset).map((s) => text.slice(s.start, s.end));
  };

  it('leads from a reply to its command, also when they were pipelined', () => {
    const log = ['5 >>> 220 a', '5 <<< MAIL FROM:<a@b>', '5 <<< RCPT TO:<c@d>', '5 >>> 250 ok', '5 >>> 550 n|o'].join('\n');
    assert.deepEqual(target(log), ['RCPT TO:<c@d>']);
    assert.deepEqual(target(log.replace('|', '').replace('220 a', '220| a')), []);
    assert.deepEqual(target('<-  220 a\n -> EHLO c\n<-  250-a\n<-|  250 b\n'), ['EHLO c'], 'the marker belongs to the line');
  });

  it('leads from a message to its DATA, and from the last reply to the message', () => {
    const log = ['5 >>> 220 a', '5 <<< DATA', '5 >>> 354 go', '5 <<< Subject: x', '5 <<< y', '5 <<< .', '5 >>> 250 ok'];
    const at = (line: number): string[] =>
      target(log.map((l, i) => (i === line ? l.slice(0, -1) + '|' + l.slice(-1) : l)).join('\n'));
    assert.deepEqual(at(4), ['DATA']);
    assert.deepEqual(at(5), ['DATA']);
    assert.deepEqual(at(6), ['Subject: x']);
  });

  it('follows one session through the others', () => {
    const model = transcript.parse(interleaved);
    const found = transcript.references!(model, interleaved.indexOf('ehlo ws3'));
    const pids = found.map((s) => interleaved.slice(model.source.lineStarts[lineAt(model.source, s.start)]).slice(0, 5));
    assert.equal(new Set(pids).size, 1);
    assert.equal(found.length, model.sessions.find((s) => s.client === 'ws3.example.org')!.events.length);
  });
});

describe('transcript: queue ids', () => {
  const log = [
    'Nov 22 03:52:58 mail postfix/smtpd[13]: connect from c.example.org[192.0.2.1]',
    'Nov 22 03:52:58 mail postfix/smtpd[13]: F1B4D3FE6: client=c.example.org[192.0.2.1]',
    'Nov 22 03:52:59 mail postfix/qmgr[14]: F1B4D3FE6: from=<a@b.example>, size=334, nrcpt=1 (queue active)',
    'Nov 22 03:52:59 mail postfix/smtp[15]: F1B4D3FE6: to=<d@e.example>, status=sent (250 2.0.0 Ok: queued as 0A1B2C3D4E)',
    'Nov 22 03:52:59 mail postfix/qmgr[14]: F1B4D3FE6: removed',
    'Nov 22 03:52:59 mail postfix/qmgr[14]: XF1B4D3FE6X: removed',
  ].join('\n');
  const model = transcript.parse(log);
  const linesOf = (spans: readonly { start: number }[]): number[] => spans.map((s) => lineAt(model.source, s.start) + 1);

  it('lead to their other lines, and are marked in all of them', () => {
    const at = log.indexOf('F1B4D3FE6: from') + 3;
    assert.deepEqual(linesOf(transcript.definition!(model, at)), [2, 4, 5]);
    assert.deepEqual(linesOf(transcript.references!(model, at)), [2, 3, 4, 5]);
    assert.deepEqual(linesOf(transcript.highlights!(model, at)), [2, 3, 4, 5]);
  });

  const ids: [string, string][] = [
    ['Postfix', '250 2.0.0 Ok: queued as F1B4|D3FE6'],
    ['sendmail', '250 2.0.0 6AM4KOV|B023843 Message accepted for delivery'],
    ['Exim', '250 OK id=1rX2aB-00|0Abc-1D'],
    ['Exchange', '250 2.6.0 <a@b> [InternalId=4578|9012] Queued mail for delivery'],
    ['Gmail', '250 2.0.0 OK 1700000000 d9443c0|1a7336-2a1b3cd - gsmtp'],
  ];
  for (const [name, marked] of ids)
    it(`are known in ${name}'s form`, () => {
      const { text, offset } = cursor(`S: 220 a\nC: DATA\nS: 354 go\nC: .\nS: ${marked}\n`);
      assert.equal(transcript.highlights!(transcript.parse(text), offset).length, 1);
    });

  it('are no other words', () => {
    const { text, offset } = cursor('S: 220 a\nC: NOOP abc123|def\nS: 250 abc123def\n');
    assert.deepEqual(transcript.highlights!(transcript.parse(text), offset).length, 2, 'the exchange');
  });
});

describe('transcript: highlights', () => {
  it('mark the session where others run between its lines, else the exchange', () => {
    const model = transcript.parse(interleaved);
    const session = model.sessions.find((s) => s.client === 'ws3.example.org')!;
    assert.equal(transcript.highlights!(model, interleaved.indexOf('ehlo ws3')).length, session.events.length);
    const alone = 'S: 220 a\nC: HELO c\nS: 250 a\nC: NOOP\nS: 250 ok\n';
    const marked = transcript.highlights!(transcript.parse(alone), alone.indexOf('250 ok'));
    assert.deepEqual(
      marked.map((s) => alone.slice(s.start, s.end)),
      ['250 ok', 'NOOP'],
    );
  });
});

describe('transcript: selections', () => {
  const grown = (marked: string): string[] => {
    const { text, offset } = cursor(marked);
    const model = transcript.parse(text);
    return transcript.selections!(model, offset).map((s) => lines(model, s) + ' ' + text.slice(s.start, s.end).split('\n')[0]);
  };
  const log = [
    'S: 220 a',
    'C: EHLO c',
    'S: 250-a',
    'S: 250 SIZE',
    'C: MAIL FROM:<a@b>',
    'S: 250 ok',
    'C: RCPT TO:<c@d>',
    'S: 250 ok',
  ];
  const mail = ['C: DATA', 'S: 354 go', 'C: Subject: x', 'C: ', 'C: y', 'C: .', 'S: 250 done', 'C: QUIT', 'S: 221 bye'];
  const all = [...log, ...mail];
  const at = (line: number): string[] =>
    grown(all.map((l, i) => (i === line - 1 ? l.slice(0, 4) + '|' + l.slice(4) : l)).join('\n'));

  it('grow from line to exchange, transaction and session', () => {
    assert.deepEqual(at(3), ['3-3 250-a', '3-4 250-a', '3-4 S: 250-a', '2-4 C: EHLO c', '1-17 S: 220 a']);
    assert.deepEqual(at(7), [
      '7-7 RCPT TO:<c@d>',
      '7-7 C: RCPT TO:<c@d>',
      '7-8 C: RCPT TO:<c@d>',
      '5-15 C: MAIL FROM:<a@b>',
      '1-17 S: 220 a',
    ]);
    assert.deepEqual(at(13), [
      '13-13 y',
      '11-14 Subject: x',
      '11-14 C: Subject: x',
      '11-15 C: Subject: x',
      '5-15 C: MAIL FROM:<a@b>',
      '1-17 S: 220 a',
    ]);
  });

  it('each lie inside the next, in every log', () => {
    for (const log of corpusLogs()) {
      const model = transcript.parse(corpusText(log));
      for (let n = 0; n < 40; n++) {
        const line = Math.floor((n * model.source.lineStarts.length) / 40);
        const offset = lineSpan(model.source, line).end;
        let inner: { start: number; end: number } | undefined;
        for (const span of transcript.selections!(model, offset)) {
          assert.ok(span.start <= offset && offset <= span.end, log);
          if (inner)
            assert.ok(span.start <= inner.start && span.end >= inner.end && span.end - span.start > inner.end - inner.start);
          inner = span;
        }
      }
    }
  });
});

describe('transcript: inlay hints', () => {
  const hints = (text: string, options = { elapsedTime: true, userNames: true }): string[] => {
    const model = transcript.parse(text);
    return transcript.inlays!(model, { start: 0, end: text.length }, options).map(
      (h) => `${lineAt(model.source, h.offset) + 1} ${h.label}`,
    );
  };

  it('say how long it took since the event before, of the same session', () => {
    const stamp = (line: string): string => `[2026-11-22 ${line.slice(0, 8)}] DEBUG [${line.slice(9, 10)}] ${line.slice(11)}`;
    const log = [
      '04:00:00 a S: 220 x',
      '04:00:10 b S: 220 y',
      '04:00:12 a C: EHLO c',
      '04:01:15 b C: EHLO d',
      '04:01:15 b S: 250 y',
    ];
    assert.deepEqual(hints(log.map(stamp).join('\n')), ['3 +12 s', '4 +1 min 5 s']);
    assert.deepEqual(hints(log.map(stamp).join('\n'), { elapsedTime: false, userNames: true }), []);
  });

  it('say who logs in, and never the password', () => {
    const begin = 'S: 220 a\nC: EHLO c\nS: 250 AUTH PLAIN LOGIN CRAM-MD5\n';
    assert.deepEqual(hints(begin + 'C: AUTH PLAIN AGZyZWQAc3dvcmRmaXNo\nS: 235 ok'), ['4 user fred']);
    const login = 'C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: ZnJlZA==\nS: 334 UGFzc3dvcmQ6\nC: c3dvcmRmaXNo\nS: 235 ok';
    assert.deepEqual(hints(begin + login), ['6 user fred']);
    assert.deepEqual(hints(begin + login.replace('VXNlcm5hbWU6', 'V2hvPw==')), [], 'a challenge nobody knows');
    assert.deepEqual(hints(begin + login, { elapsedTime: true, userNames: false }), []);
    for (const log of corpusLogs()) assert.doesNotMatch(hints(corpusText(log)).join('\n'), /Passw0rd/, log);
  });

  it('are given for what is in view only', () => {
    const text = corpusText('pairs/direct--smtplib2--postfix/client.log');
    const model = transcript.parse(text);
    const options = { elapsedTime: true, userNames: true };
    const all = transcript.inlays!(model, { start: 0, end: text.length }, options);
    const half = { start: text.length / 2, end: text.length };
    assert.ok(all.length > 0);
    assert.deepEqual(
      transcript.inlays!(model, half, options),
      all.filter((h) => h.offset >= half.start),
    );
  });
});

describe('transcript: tokens', () => {
  const tokens = (text: string): string[] =>
    transcript.semanticTokens!(transcript.parse(text)).map(
      (t) => `${t.type}${t.modifiers ? ' ' + t.modifiers.join() : ''}: ${text.slice(t.start, t.end)}`,
    );

  it('tells commands from message text and replies from remarks', () => {
    const text = ['Trying 1.2.3.4...', '220 a', 'DATA', '354 go', 'QUIT', '.', '250 ok', 'QUIT'].join('\n');
    assert.deepEqual(tokens(text), [
      'comment: Trying 1.2.3.4...',
      'number server: 220',
      'function server:  a',
      'keyword client: DATA',
      'number server: 354',
      'function server:  go',
      'string client: QUIT',
      'number server: 250',
      'function server:  ok',
      'keyword client: QUIT',
    ]);
  });

  it('colours whole lines of each side, an answer of a login too', () => {
    const log = 'S: 220 a\nC: EHLO b\nS: 250-a\nS: 250 AUTH LOGIN\nC: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: ZnJlZA==\n';
    assert.deepEqual(tokens(log).slice(2), [
      'keyword client: EHLO',
      'variable client:  b',
      'number server: 250',
      'function server: -a',
      'number server: 250',
      'function server:  AUTH LOGIN',
      'keyword client: AUTH',
      'variable client:  LOGIN',
      'number server: 334',
      'function server:  VXNlcm5hbWU6',
      'variable client: ZnJlZA==',
    ]);
  });

  it('gives those of a range as it gives them of the whole', () => {
    for (const log of corpusLogs()) {
      const model = transcript.parse(corpusText(log));
      const all = transcript.semanticTokens!(model);
      const { lineStarts, text } = model.source;
      const [start, end] = [lineStarts[lineStarts.length >> 2]!, lineStarts[lineStarts.length >> 1] ?? text.length];
      const inside = (t: { start: number; end: number }): boolean => t.start < end && t.end > start;
      assert.deepEqual(transcript.semanticTokens!(model, { start, end }).filter(inside), all.filter(inside), log);
    }
  });

  it('gives them in order and without overlap, with types and modifiers of the legend', () => {
    const { types, modifiers } = transcript.tokenLegend!;
    for (const log of corpusLogs()) {
      let end = 0;
      for (const token of transcript.semanticTokens!(transcript.parse(corpusText(log)))) {
        assert.ok(token.start >= end && token.end > token.start, log);
        assert.ok(types.includes(token.type) && (token.modifiers ?? []).every((m) => modifiers.includes(m)));
        end = token.end;
      }
    }
  });
});

describe('transcript: lenses', () => {
  const told = (text: string): Lens[] => transcript.lenses!(transcript.parse(text)).filter((l) => !l.command);
  const lenses = (text: string): string[] => told(text).map((l) => l.title);

  it('sums up each session above its first line', () => {
    const model = transcript.parse(interleaved);
    assert.deepEqual(
      told(interleaved).map((l) => lineAt(model.source, l.span.start)),
      model.sessions.map((s) => s.line),
    );
    assert.deepEqual(lenses(hidden), ['client.example.org → mail.example.com · 2 transactions: 1 accepted, 1 refused · TLS']);
    assert.deepEqual(lenses('5 >>> 220 a\n5 <<< MAIL FROM:<a@b>\n'), [
      'unknown client → a · a@b, outcome not in the log · no TLS · cut off',
    ]);
    assert.deepEqual(lenses(corpusText('pairs/direct--swaks--postfix-plain-log/server.log')), [
      'client.example.org → unknown server · dialogue not in the log · under 1 s',
    ]);
  });

  it('says how long a session took, where the log tells', () => {
    const at = (time: string, text: string): string => `Nov 22 ${time} mail postfix/smtpd[7]: ${text}`;
    const peer = 'client.example.org[192.0.2.1]';
    const log = [
      at('23:59:40', `connect from ${peer}`),
      at('23:59:40', `> ${peer}: 220 mail.example.com ESMTP Postfix`),
      at('23:59:41', `< ${peer}: QUIT`),
      at('23:59:41', `> ${peer}: 221 2.0.0 Bye`),
      at('23:59:55', `disconnect from ${peer}`),
    ];
    assert.deepEqual(lenses(log.join('\n')), ['client.example.org → mail.example.com · no mail · no TLS · 15 s']);
    assert.deepEqual(lenses(log.slice(0, 2).join('\n')), [
      'client.example.org → mail.example.com · dialogue not in the log · under 1 s',
    ]);
    const midnight = log.join('\n').replace('Nov 22 23:59:55', 'Nov 23 00:01:10');
    assert.deepEqual(lenses(midnight), ['client.example.org → mail.example.com · no mail · no TLS · 1 min 30 s']);
  });

  it('shows no login data', () => {
    for (const log of corpusLogs().filter((l) => l.includes('auth'))) {
      const text = corpusText(log);
      const shown = [...lenses(text), ...outline(text)].join('\n');
      assert.doesNotMatch(shown, /AUTH|AGFsaWNl|UGFzc3cw|Passw0rd/, log);
    }
  });
});

describe('transcript: links', () => {
  const linked = (text: string): string[] =>
    transcript.links!(transcript.parse(text)).map((l) => `${text.slice(l.span.start, l.span.end)} → ${l.target}`);
  const rfc = 'https://www.rfc-editor.org/rfc/rfc';
  const after = (line: string): string[] => linked(`S: 220 a\nC: EHLO b\nS: 250 a\nC: MAIL FROM:<a@b>\nS: ${line}\n`);

  const cases: [string, string, string[]][] = [
    ['the enhanced code of a refusal', '451 4.7.1 Later', [`451 4.7.1 → ${rfc}3463#section-3.8`]],
    ['its reply code where the log has nothing else', '450 Later', [`450 → ${rfc}5321#section-4.2.3`]],
    ['neither success nor a code in words', '250 2.1.0 not 550 5.7.1', []],
    ['an RFC that a server names', '250 2.1.0 see RFC 2920, rfc1870', [`RFC 2920 → ${rfc}2920`, `rfc1870 → ${rfc}1870`]],
    ['its section', '250 2.1.0 RFC5321, section 4.5.3.1', [`RFC5321, section 4.5.3.1 → ${rfc}5321#section-4.5.3.1`]],
    ['its section before it', '250 See section 2.3.5 of RFC 5321', [`section 2.3.5 of RFC 5321 → ${rfc}5321#section-2.3.5`]],
    ['no type and no address type', '250 message/rfc822 rfc822;bob@b x-rfc822 RFC 22', []],
  ];
  for (const [name, line, expected] of cases) it(name, () => assert.deepEqual(after(line), expected));

  it('are as many as an editor can draw, in order', () => {
    const links = transcript.links!(transcript.parse(`S: 220 a\n${'C: NOOP\nS: 451 4.7.1 RFC 5321\n'.repeat(20_000)}`));
    assert.equal(links.length, 5000);
    assert.ok(links.every((l, i) => i === 0 || links[i - 1]!.span.end <= l.span.start));
  });
});

it('transcript: every feature takes any log', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('5 >>> 220 a\n', '5 <<< DATA\r', '5 >>> 354\n', '5 <<< \n', '6 <<< MAIL FROM:\n', '\r', 'x\n'), {
        maxLength: 20,
      }),
      fc.nat(),
      (parts, n) => {
        const text = parts.join('');
        const model = transcript.parse(text);
        const at = n % (text.length + 1);
        const spans = [
          ...transcript.symbols!(model).map((s) => s.span),
          ...transcript.semanticTokens!(model),
          ...transcript.lenses!(model).map((l) => l.span),
          ...transcript.links!(model).map((l) => l.span),
          ...transcript.definition!(model, at),
          ...transcript.references!(model, at),
          ...transcript.highlights!(model, at),
          ...transcript.selections!(model, at),
        ];
        for (const { start, end } of spans) assert.ok(start >= 0 && start <= end && end <= text.length);
        for (const f of transcript.folds!(model))
          assert.ok(f.startLine < f.endLine && f.endLine < model.source.lineStarts.length);
      },
    ),
  );
});
