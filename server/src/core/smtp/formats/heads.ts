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
    if (learnHeads(lines).sides.size === 0) return 0;
    return 1 + detectTerminal(lines.flatMap((line) => (isSaid(line) ? withoutEnd(line.slice(margin(line))) : [])));
  },
  open: () => createReader(),
};

/** A head without its numbers; '' for what is none. */
function formOf(line: string): string {
  if (line.length > LONGEST || isSaid(line) || !/[A-Za-z<>=*#-]/.test(line)) return '';
  return line.trim().replace(/\d+/g, '0').replace(/\s+/g, ' ');
}

const LONGEST = 200;
const FEWEST = 2;
/** Lines above what was said in which its head is looked for: a rule or an empty line may stand between. */
const ABOVE = 3;

function isSaid(line: string): boolean {
  const text = line.slice(margin(line));
  return startsWithCode(text) || isCommandLine(withoutEnd(text));
}

/** How far what was said is indented, with a quote before it at times. */
function margin(line: string): number {
  return /^[ \t]*"?/.exec(line)![0].length;
}

/** `\\r` as kdump shows it, and the quote that closes. */
function withoutEnd(text: string): string {
  return text.endsWith('\\r') ? text.slice(0, -2) : text;
}

interface Heads {
  /** Sides by the forms of heads. */
  readonly sides: ReadonlyMap<string, Side>;
  /** Forms that stand below heads of both sides, before what was said. */
  readonly rules: ReadonlySet<string>;
}

/** A head stands twice or more before nothing else, or once if it is like one of the other side. */
function learnHeads(lines: readonly string[]): Heads {
  const votes = new Map<string, { server: number; client: number }>();
  lines.forEach((line, i) => {
    if (!isSaid(line)) return;
    const side = startsWithCode(line.slice(margin(line))) ? 'server' : 'client';
    for (let above = 1; above <= ABOVE && above <= i && !isSaid(lines[i - above]!); above++) {
      const form = formOf(lines[i - above]!);
      if (form === '') continue;
      let vote = votes.get(form);
      if (!vote) votes.set(form, (vote = { server: 0, client: 0 }));
      vote[side]++;
    }
  });
  const sides = new Map<string, Side>();
  const rules = new Set<string>();
  const once: [string, Side][] = [];
  for (const [form, { server, client }] of votes) {
    const side = server > 0 ? 'server' : 'client';
    if (Math.min(server, client) > 0) rules.add(form);
    else if (server + client >= FEWEST) sides.set(form, side);
    else once.push([form, side]);
  }
  for (const [form, side] of once)
    if ([...sides].some(([other, its]) => its !== side && isAlike(form, other))) sides.set(form, side);
  return { sides: new Set(sides.values()).size === 2 ? sides : new Map(), rules };
}

/** True if most words of a head are those of the other, each in its place. */
function isAlike(form: string, other: string): boolean {
  const [words, others] = [form.split(' '), other.split(' ')];
  return words.length === others.length && 2 * words.filter((word, i) => word === others[i]).length > words.length;
}

function createReader(): FormatReader & { learn(lines: readonly string[]): void } {
  let known: Heads = { sides: new Map(), rules: new Set() };
  let vantage: Vantage | undefined;
  let side: Side | undefined;
  let head = '';
  let blanks: Line[] = [];
  let indent = 0;
  let first = false; // nothing was said below the head yet
  let message = false;
  let asked = false; // 334

  function learn(lines: readonly string[]): void {
    if (known.sides.size > 0) return;
    known = learnHeads(lines);
    vantage = vantageOf(known.sides);
  }

  function read(line: Line): readonly Piece[] | undefined {
    const form = formOf(line.text);
    const found = known.sides.get(form);
    if (found) {
      side = found;
      head = line.text;
      first = true;
      blanks = [];
      return NOTHING;
    }
    if (!side) return undefined;
    if ((first || !message) && known.rules.has(form)) return NOTHING;
    if (line.text === '') {
      if (!first) blanks.push(line);
      return NOTHING;
    }
    if (first) indent = margin(line.text);
    if (line.text.trim() === '"') return NOTHING;
    const pieces = [...blanks, line].map(said);
    blanks = [];
    return pieces;
  }

  function said(line: Line): Piece {
    const from = Math.min(indent, margin(line.text));
    const text = withoutEnd(line.text.slice(from));
    const time = timeIn(head, head.length);
    const key = (head.match(/[\w.-]{1,60}:\d{2,5}(?!\d)/g) ?? []).sort().join(' ');
    const known = side === 'server' ? replyOf(text) : first || message || isCommandLine(text) || (asked && isBase64(text));
    first = false;
    if (side === 'server') {
      message = text.startsWith('354');
      asked = text.startsWith('334');
    } else if (text === '.') message = false;
    const piece = pieceOf(line, from, { from: known ? side! : 'note', key, ...(time && { time }), ...(vantage && { vantage }) });
    return { ...piece, text };
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
