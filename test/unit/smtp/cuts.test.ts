import assert from 'node:assert/strict';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import { corpusText, madeLogs } from '../../support/corpus';

/** Who said what stands on each line of a log: dumps of bytes, whose lines hold parts of both, are left out. */
function sides(text: string, from = 0): { sessions: number; told: Map<number, string> } {
  const { sessions, format } = readTranscript(text);
  const told = new Map<number, string>();
  if (format !== 'dump')
    for (const { events } of sessions)
      for (const event of events) {
        const add = (line: number, side: string) => told.set(line + from, (told.get(line + from) ?? '') + side);
        if (event.kind === 'command') add(event.line, 'C');
        if (event.kind === 'reply') for (const { line } of event.lineSpans) add(line, 'S');
      }
  return { sessions: sessions.length, told };
}

describe('a log cut off at its end', () => {
  for (const log of madeLogs())
    it(log, () => {
      const lines = corpusText(log).split(/(?<=\n)/);
      const whole = sides(lines.join(''));
      for (let end = 1; end < lines.length; end += Math.max(1, Math.floor(lines.length / 6))) {
        const part = sides(lines.slice(0, end).join(''));
        assert.ok(part.sessions <= whole.sessions, `${part.sessions} sessions before line ${end + 1}`);
        for (const [line, side] of part.told)
          assert.ok((whole.told.get(line) ?? '').includes(side[0]!), `line ${line + 1} before line ${end + 1}: ${side}`);
      }
    });
});

describe('a program known by its own words after another one', () => {
  const swaks = corpusText('../formats/swaks-tls-auth.log');
  const many = sides(swaks).told.size;
  for (const log of [
    '../formats/apple-mail.log',
    '../formats/exchange.log',
    '../formats/curl-verbose.log',
    '../formats/mailenable.log',
  ])
    it(log, () => {
      const first = corpusText(log).replace(/\n?$/, '\n');
      const both = sides(first + swaks);
      assert.equal(both.told.size, sides(first).told.size + many);
      assert.equal(both.sessions, sides(first).sessions + 1);
    });
});
