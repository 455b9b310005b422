/**
 * Both logs brought to one form and lined up row by row, for a diff editor: `S: …` and `C: …`, what differs by nature replaced
 * by a stable word, blank rows where one side has nothing. What proves nothing is the same on both sides, so that the diff
 * shows exactly what matters.
 */
import { t } from '@vscode/l10n';
import type { CommandEvent, DataEvent, ReplyEvent, Session, SessionEvent, Transcript } from '../smtp/model';
import { atOnce } from '../steps';
import { alignKeys } from './align';
import { compareTexts, masked, messageLine } from './normalise';
import type { AlignedRow, CompareReport, SessionPair } from './report';

/** One side's text and, for each of its lines, the line of the log it comes from (both from 0). */
export interface AlignedText {
  readonly text: string;
  readonly lines: readonly (number | undefined)[];
}

export interface AlignedTexts {
  readonly client: AlignedText;
  readonly server: AlignedText;
}

interface Line {
  readonly text: string;
  readonly line?: number;
}

interface Rows {
  readonly client: Line[];
  readonly server: Line[];
}

/**
 * The two texts, of as many lines each. `client` and `server` are the transcripts in the order they were given to `compare`;
 * `pairs` chooses which of the report's pairs are shown (all without it).
 */
export function alignedTexts(
  report: CompareReport,
  first: Transcript,
  second: Transcript,
  pairs?: readonly number[],
): AlignedTexts {
  return atOnce(alignedInSteps(report, first, second, pairs));
}

/** The same, a pair in a step. */
export function* alignedInSteps(
  report: CompareReport,
  first: Transcript,
  second: Transcript,
  pairs?: readonly number[],
): Generator<void, AlignedTexts> {
  const [client, server] = report.swapped ? [second, first] : [first, second];
  const rows: Rows = { client: [], server: [] };
  const chosen = pairs === undefined ? report.pairs : pairs.flatMap((i) => report.pairs[i] ?? []);
  for (const [i, pair] of chosen.entries()) {
    if (chosen.length > 1) {
      if (i > 0) both(rows, '');
      both(rows, t('── session {0} of {1} ──', i + 1, chosen.length));
    }
    addPair(rows, pair, client.sessions[pair.clientSession]!, server.sessions[pair.serverSession]!);
    yield;
  }
  return { client: textOf(rows.client), server: textOf(rows.server) };
}

function textOf(lines: readonly Line[]): AlignedText {
  return { text: lines.map((l) => l.text + '\n').join(''), lines: lines.map((l) => l.line) };
}

function both(rows: Rows, text: string): void {
  add(rows, { text }, { text });
}

function add(rows: Rows, left: Line | undefined, right: Line | undefined): void {
  rows.client.push(left ?? { text: '' });
  rows.server.push(right ?? { text: '' });
}

function addPair(rows: Rows, pair: SessionPair, client: Session, server: Session): void {
  for (const row of pair.rows) addRow(rows, row, client, server);
}

function addRow(rows: Rows, row: AlignedRow, client: Session, server: Session): void {
  const left = row.client === undefined ? undefined : client.events[row.client];
  const right = row.server === undefined ? undefined : server.events[row.server];
  if (left?.kind === 'data' || right?.kind === 'data')
    addMessage(rows, left as DataEvent | undefined, right as DataEvent | undefined, row);
  else if (!left || !right) addLonely(rows, left, right, row);
  else addBoth(rows, linesOf(left), linesOf(right));
}

/** What only one side has. If that proves nothing both sides show it. */
function addLonely(rows: Rows, left: SessionEvent | undefined, right: SessionEvent | undefined, row: AlignedRow): void {
  const lines = linesOf((left ?? right)!);
  for (const line of lines) {
    const note: Line = { text: row.neutral ? `${line.text}   ‹${t('in one log only')}›` : line.text, line: line.line };
    const other: Line | undefined = row.neutral ? { text: note.text } : undefined;
    add(rows, left ? note : other, right ? note : other);
  }
}

/** Lines of one reply or command on both sides, lined up among themselves. */
function addBoth(rows: Rows, left: readonly Line[], right: readonly Line[]): void {
  const matches = alignKeys(
    left.map((l) => masked(l.text)),
    right.map((l) => masked(l.text)),
  );
  const gap: Rows = { client: [], server: [] };
  const flush = (): void => {
    for (let i = 0; i < Math.max(gap.client.length, gap.server.length); i++) {
      const a = gap.client[i];
      const b = gap.server[i];
      // Where a line changed, its date or id is not what matters.
      if (a && b) addSame(rows, a, b);
      else add(rows, a, b);
    }
    gap.client.length = 0;
    gap.server.length = 0;
  };
  for (const match of matches) {
    const a = match.client === undefined ? undefined : left[match.client]!;
    const b = match.server === undefined ? undefined : right[match.server]!;
    if (a && b) {
      flush();
      addSame(rows, a, b);
    } else if (a) gap.client.push(a);
    else if (b) gap.server.push(b);
  }
  flush();
}

/** Two lines that say the same or the same but for what changes every time. */
function addSame(rows: Rows, left: Line, right: Line): void {
  const difference = compareTexts(left.text, right.text).difference;
  if (difference === 'same') add(rows, left, { ...right, text: left.text });
  else if (difference === 'natural' && masked(left.text) !== masked(right.text)) add(rows, left, { ...right, text: left.text });
  else add(rows, { ...left, text: masked(left.text) }, { ...right, text: masked(right.text) });
}

function addMessage(rows: Rows, left: DataEvent | undefined, right: DataEvent | undefined, row: AlignedRow): void {
  const shown = (left && !left.hidden ? left : undefined) ?? (right && !right.hidden ? right : undefined);
  const count = shown?.lines.length ?? 0;
  if (!left || !right || left.hidden || right.hidden) {
    // Text that one log hides cannot be compared: both sides show that there is a message.
    const text = count > 0 ? t('C: ‹message text, {0} lines, in one log only›', count) : t('C: ‹message text, in neither log›');
    const place = (data: DataEvent | undefined): Line | undefined => data && { text, line: data.line };
    const neutral = row.neutral === true || (left !== undefined && right !== undefined);
    add(rows, place(left) ?? (neutral ? { text } : undefined), place(right) ?? (neutral ? { text } : undefined));
    return;
  }
  const matches = alignKeys(left.lines.map(messageLine), right.lines.map(messageLine));
  const line = (data: DataEvent, i: number): Line => ({
    text: `C: ${data.lines[i]!}`,
    line: data.lineSpans[i]?.line ?? data.line,
  });
  for (const match of matches) {
    const a = match.client === undefined ? undefined : line(left, match.client);
    const b = match.server === undefined ? undefined : line(right, match.server);
    if (a && b) add(rows, a, { ...b, text: a.text });
    else add(rows, a, b);
  }
}

/** The lines of an event in the common form. */
function linesOf(event: SessionEvent): Line[] {
  switch (event.kind) {
    case 'command':
      return [{ text: `C: ${spoken(event)}`, line: event.line }];
    case 'reply':
      return replyLines(event);
    case 'data':
      return event.lines.map((l, i) => ({ text: `C: ${l}`, line: event.lineSpans[i]?.line ?? event.line }));
    case 'note':
      return [];
  }
}

function replyLines(reply: ReplyEvent): Line[] {
  return reply.lines.map((text, i) => ({
    text: `S: ${reply.code}${i < reply.lines.length - 1 ? '-' : ' '}${text}`.trimEnd(),
    line: reply.lineSpans[i]?.line ?? reply.line,
  }));
}

/** A command without what it says to log in. */
function spoken(command: CommandEvent): string {
  if (command.verb === '') return '‹secret›';
  if (command.verb !== 'AUTH') return command.text;
  return (
    command.text.trim().split(/\s+/).slice(0, 2).join(' ') + (/^\S+\s+\S+\s+\S/.test(command.text.trim()) ? ' ‹secret›' : '')
  );
}
