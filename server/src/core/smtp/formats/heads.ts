/**
 * Programs that write above each piece which way it went, and below it what was said: `FROM REMOTE TO CHILD: 25 bytes` (spamdyke's
 * full log). Their own lines teach which heads stand before commands and which before replies.
 */
import type { Line } from '../lines';
import type { Piece, Side, Vantage } from '../model';
import { isBase64, isCommandLine, replyOf, startsWithCode } from '../wire';
import { NOTHING, pieceOf, type Format, type FormatReader } from './format';
import { RECEIVED, SENT } from './generic/sides';
import { timeIn } from './generic/stamp';
import { detectTerminal } from './terminal';

export const heads: Format = {
  name: 'generic',
  vantage: 'both',
  detect(lines) {
    const known = learnHeads(lines);
    return known.size > 1 ? 1 + detectTerminal(lines) : 0;
  },
  open: () => createReader(),
};

/** A head without its numbers; '' for what is none. */
function formOf(line: string): string {
  if (line.length > LONGEST || startsWithCode(line) || isCommandLine(line) || !/[A-Za-z<>=*#-]/.test(line)) return '';
  return line.trim().replace(/\d+/g, '0');
}

const LONGEST = 200;
const FEWEST = 2;

/** The sides of heads by their forms: of each side at least one that stands twice or more before nothing else. */
function learnHeads(lines: readonly string[]): Map<string, Side> {
  const votes = new Map<string, { server: number; client: number }>();
  for (let i = 1; i < lines.length; i++) {
    const side = startsWithCode(lines[i]!) ? 'server' : isCommandLine(lines[i]!) ? 'client' : undefined;
    const form = side && formOf(lines[i - 1]!);
    if (!side || !form) continue;
    let vote = votes.get(form);
    if (!vote) votes.set(form, (vote = { server: 0, client: 0 }));
    vote[side]++;
  }
  const known = new Map<string, Side>();
  for (const [form, { server, client }] of votes)
    if (Math.min(server, client) === 0 && server + client >= FEWEST) known.set(form, server > 0 ? 'server' : 'client');
  return new Set(known.values()).size === 2 ? known : new Map<string, Side>();
}

function createReader(): FormatReader & { learn(lines: readonly string[]): void } {
  let known = new Map<string, Side>();
  let vantage: Vantage | undefined;
  let side: Side | undefined;
  let head = '';
  let blanks: Line[] = [];
  let first = false; // nothing was said below the head yet
  let message = false;
  let asked = false; // 334

  function learn(lines: readonly string[]): void {
    if (known.size > 0) return;
    known = learnHeads(lines);
    vantage = vantageOf(known);
  }

  function read(line: Line): readonly Piece[] | undefined {
    const found = known.get(formOf(line.text));
    if (found) {
      side = found;
      head = line.text;
      first = true;
      blanks = [];
      return NOTHING;
    }
    if (!side) return undefined;
    if (line.text === '') {
      blanks.push(line);
      return NOTHING;
    }
    const pieces = [...blanks, line].map(said);
    blanks = [];
    return pieces;
  }

  function said(line: Line): Piece {
    const { text } = line;
    const time = timeIn(head, head.length);
    const key = (head.match(/[\w.-]{1,60}:\d{2,5}(?!\S)/g) ?? []).sort().join(' ');
    const from = side === 'server' ? replyOf(text) : first || message || isCommandLine(text) || (asked && isBase64(text));
    first = false;
    if (side === 'server') {
      message = text.startsWith('354');
      asked = text.startsWith('334');
    } else if (text === '.') message = false;
    return pieceOf(line, 0, { from: from ? side! : 'note', key, ...(time && { time }), ...(vantage && { vantage }) });
  }

  return { read, learn };
}

/** Who wrote such heads: words that are not in all of them tell what was sent and what received. */
function vantageOf(known: ReadonlyMap<string, Side>): Vantage | undefined {
  for (const [form, side] of known) {
    const words = form.toLowerCase().split(/[^a-z]+/);
    const others = [...known].filter(([, other]) => other !== side).map(([other]) => other.toLowerCase().split(/[^a-z]+/));
    const own = words.filter((word) => word !== '' && !others.some((list) => list.includes(word)));
    const sent = own.some((word) => SENT.test(word));
    if (sent || own.some((word) => RECEIVED.test(word))) return sent === (side === 'server') ? 'server' : 'client';
    if (/\bfrom (?:the )?(?:remote|peer|network)\b/i.test(form)) return side === 'client' ? 'server' : 'client';
  }
  return undefined;
}
