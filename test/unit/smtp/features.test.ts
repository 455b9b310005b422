import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Lens, OutlineNode } from '../../../server/src/core/language';
import { transcript } from '../../../server/src/core/smtp/language';
import { lineAt } from '../../../server/src/core/text';
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
      'keyword client: DATA',
      'number server: 354',
      'string client: QUIT',
      'number server: 250',
      'keyword client: QUIT',
    ]);
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
      'client.example.org → unknown server · dialogue not in the log',
    ]);
  });

  it('shows no login data', () => {
    for (const log of corpusLogs().filter((l) => l.includes('auth'))) {
      const text = corpusText(log);
      const shown = [...lenses(text), ...outline(text)].join('\n');
      assert.doesNotMatch(shown, /AUTH|AGFsaWNl|UGFzc3cw|Passw0rd/, log);
    }
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
          ...transcript.definition!(model, at),
          ...transcript.references!(model, at),
        ];
        for (const { start, end } of spans) assert.ok(start >= 0 && start <= end && end <= text.length);
        for (const f of transcript.folds!(model))
          assert.ok(f.startLine < f.endLine && f.endLine < model.source.lineStarts.length);
      },
    ),
  );
});
