/** Two sessions lined up, as steps: one for each thing said, a reply of many lines and a message taken apart where the sides differ. */
import { t } from '@vscode/l10n';
import type { CommandEvent, DataEvent, ReplyEvent, Session, SessionEvent, Side } from '../../smtp/model';
import { alignKeys, type Match } from '../align';
import { commandKey, masked, messageLine, queueIdOf } from '../normalise';
import { spoken } from '../places';
import type { AlignedRow, Change, SessionPair } from '../report';
import type { End, Pause, Step } from './model';

/** Of what kind a step is, for folding. */
export type Part = 'command' | 'reply' | 'reply-line' | 'header' | 'message';

export interface RawStep extends Omit<Step, 'kind' | 'evidence' | 'change' | 'word'> {
  readonly part: Part;
  /** The verb of a command, the name of a header field: for the words of a fold. */
  readonly name: string;
  /** Number of the exchange it belongs to, from 0. */
  readonly exchange: number;
  /** Both sides have the same, or what differs proves nothing. */
  readonly same: boolean;
  /** A final reply that gives the queue id: what an administrator looks for first. */
  readonly queueId: boolean;
  readonly times: Readonly<Partial<Record<Side, string>>>;
  /** How many lines of a message the step stands for. */
  readonly lines: number;
}

/** A step with its mark. */
export type MarkedStep = RawStep & Step;

/** A step with the clock's reading where that changes, and the pause before it. */
export interface Timed {
  readonly step: MarkedStep;
  readonly clock?: string;
  readonly pause?: Pause;
}

/** Differing lines of one message that are shown. */
const MOST_LINES = 40;
/** Characters of a line that are kept. */
const LONGEST = 400;

/** The steps of a pair. `hide` takes secrets out of a text. Linear in the events and the lines of the messages. */
export function stepsOf(pair: SessionPair, client: Session, server: Session, hide: (text: string) => string): RawStep[] {
  const steps: RawStep[] = [];
  let exchange = -1;
  const lines = new Map<string, number>();
  for (const e of client.events) if (e.kind === 'command' && e.verb !== '') lines.set(commandKey(e.verb, e.text), e.line);
  const sent: Sent = (e) => (e.kind === 'command' ? lines.get(commandKey(e.verb, e.text)) : undefined);
  for (const row of pair.rows) {
    const left = row.client === undefined ? undefined : client.events[row.client];
    const right = row.server === undefined ? undefined : server.events[row.server];
    const event = left ?? right;
    if (!event || event.kind === 'note') continue;
    // A reply that nobody asked for, as the greeting, is an exchange of its own.
    if (event.kind !== 'reply' || event.answers === undefined || exchange < 0) exchange++;
    addRow(steps, row, left, right, exchange, hide, sent);
  }
  return steps;
}

/** In which line the client sent a command. */
type Sent = (event: SessionEvent) => number | undefined;

type Add = (step: Partial<RawStep> & Pick<RawStep, 'part' | 'name' | 'same'>) => void;

function addRow(
  steps: RawStep[],
  row: AlignedRow,
  left: SessionEvent | undefined,
  right: SessionEvent | undefined,
  exchange: number,
  hide: (text: string) => string,
  sent: Sent,
): void {
  const event = (left ?? right)!;
  const times = {
    ...(left?.time !== undefined && { client: left.time }),
    ...(right?.time !== undefined && { server: right.time }),
  };
  const from: Side = event.kind === 'reply' ? 'server' : 'client';
  const add: Add = (step) => {
    const [a, b] = [step.client && shown(step.client, hide), step.server && shown(step.server, hide)];
    steps.push({
      from,
      exchange,
      times,
      lines: 1,
      queueId: false,
      ...step,
      ...(a && { client: a }),
      ...(b && { server: b }),
      common: a && b && !step.same ? commonStart(a.text, b.text) : 0,
    });
  };
  const same = row.same || row.neutral === true;
  const none =
    left && right
      ? {}
      : { why: emptyWord(event, left ? 'server' : 'client', row.neutral === true, left ? undefined : sent(event)) };
  if (event.kind === 'command') {
    const end = (e: SessionEvent | undefined): End | undefined =>
      e && { line: e.line, endLine: e.endLine, text: spoken(e as CommandEvent) };
    add({ part: 'command', name: event.verb || 'AUTH', same, ...ends(end(left), end(right)), ...none });
  } else if (event.kind === 'reply') {
    addReply(add, left as ReplyEvent | undefined, right as ReplyEvent | undefined, same, none);
  } else if (event.kind === 'data') addMessage(add, left as DataEvent | undefined, right as DataEvent | undefined, same, none);
}

function addReply(
  add: Add,
  left: ReplyEvent | undefined,
  right: ReplyEvent | undefined,
  same: boolean,
  none: { why?: string },
): void {
  const one = (left ?? right)!;
  const name = String(one.code);
  const queueId = queueIdOf(one.lines[0] ?? '') !== undefined;
  if (same || !left || !right || (left.lines.length === 1 && right.lines.length === 1)) {
    add({ part: 'reply', name, same, queueId, ...ends(left && whole(left), right && whole(right)), ...none });
    return;
  }
  const keyword = (line: string): string => line.split(/[ =]/, 1)[0]!.toUpperCase();
  const rows = lineRows(replyKeys(left), replyKeys(right), keyword);
  // The order of keywords says nothing: those that differ stand together, behind the first line.
  const inOrder = [...rows.slice(0, 1), ...rows.slice(1).filter((r) => !r.same), ...rows.slice(1).filter((r) => r.same)];
  for (const { client, server, same: equal } of inOrder) {
    const a = client === undefined ? undefined : lineOf(left, client);
    const b = server === undefined ? undefined : lineOf(right, server);
    const why = a && b ? {} : { why: a ? t('the server did not send this') : t('not passed on') };
    const first = client === 0 && server === 0;
    const alike = first ? masked(left.lines[0]!) === masked(right.lines[0]!) : equal;
    add({ part: first ? 'reply' : 'reply-line', name: keyword((a ?? b)!.text.slice(4)), same: alike, ...ends(a, b), ...why });
  }
}

/** The first lines of two replies belong together, whatever their words. */
function replyKeys(reply: ReplyEvent): string[] {
  return reply.lines.map((line, i) => (i === 0 ? '' : masked(line)));
}

interface LineRow extends Match {
  readonly same: boolean;
}

/** Lines lined up; a line that only changed its place is the same, and of what is left over lines of one name belong together. */
function lineRows(left: readonly string[], right: readonly string[], nameOf: (line: string) => string): LineRow[] {
  const matches = alignKeys(left, right);
  const moved = new Map<string, number[]>();
  for (const { client, server } of matches)
    if (client === undefined) moved.set(right[server!]!, [...(moved.get(right[server!]!) ?? []), server!]);
  const partner = new Map<number, number>();
  for (const { client, server } of matches) {
    const at = server === undefined && left[client!] !== '' ? moved.get(left[client!]!)?.shift() : undefined;
    if (at !== undefined) partner.set(client!, at);
  }
  const taken = new Set(partner.values());
  const rows: LineRow[] = [];
  let gap: { client: number[]; server: number[] } = { client: [], server: [] };
  const flush = (): void => {
    const alone = new Set(gap.server);
    const inPlace = gap.client.length === gap.server.length;
    gap.client.forEach((client, i) => {
      const name = nameOf(left[client]!);
      const server =
        gap.server.find((s) => alone.has(s) && nameOf(right[s]!) === name) ??
        (inPlace && alone.has(gap.server[i]!) ? gap.server[i] : undefined);
      if (server === undefined) rows.push({ client, same: false });
      else {
        alone.delete(server);
        rows.push({ client, server, same: false });
      }
    });
    for (const server of alone) rows.push({ server, same: false });
    gap = { client: [], server: [] };
  };
  for (const { client, server } of matches) {
    if (client !== undefined && server !== undefined) {
      flush();
      rows.push({ client, server, same: true });
    } else if (client !== undefined && partner.has(client)) rows.push({ client, server: partner.get(client)!, same: true });
    else if (client !== undefined) gap.client.push(client);
    else if (!taken.has(server!)) gap.server.push(server!);
    // What would be matched in a gap of many lines tells nothing.
    if (gap.client.length > MOST_LINES || gap.server.length > MOST_LINES) flush();
  }
  flush();
  return rows;
}

function addMessage(
  add: Add,
  left: DataEvent | undefined,
  right: DataEvent | undefined,
  same: boolean,
  none: { why?: string },
): void {
  if (same || !left || !right || left.hidden || right.hidden) {
    const lines = Math.max(left?.lines.length ?? 0, right?.lines.length ?? 0);
    const text =
      lines === 0
        ? t('message, its text in neither log')
        : left?.hidden !== right?.hidden
          ? t('message, {0} lines, its text in one log only', lines)
          : t('message, {0} lines', lines);
    const end = (data: DataEvent | undefined): End | undefined => data && { ...data, text };
    const hidden = left !== undefined && right !== undefined;
    add({ part: 'message', name: t('message'), same: same || hidden, lines, ...ends(end(left), end(right)), ...none });
    return;
  }
  const bodyAt = left.lines.indexOf('') < 0 ? left.lines.length : left.lines.indexOf('');
  let run: Match[] = [];
  const flush = (): void => {
    for (const header of [true, false]) {
      const part = run.filter((m) => m.client! < bodyAt === header);
      const [first, last] = [part[0], part.at(-1)];
      if (!first || !last) continue;
      const end = (data: DataEvent, a: number, b: number): End => ({ ...lineIn(data, a, ''), endLine: lineIn(data, b, '').line });
      const names = [first, last].map((m) => fieldName(left.lines[m.client!]!));
      add({
        part: header ? 'header' : 'message',
        name: header ? [...new Set(names)].join(' … ') : t('message text'),
        same: true,
        lines: part.length,
        ...ends(end(left, first.client!, last.client!), end(right, first.server!, last.server!)),
      });
    }
    run = [];
  };
  let differing = 0;
  const rows = lineRows(left.lines.map(messageLine), right.lines.map(messageLine), fieldName);
  // Where all words are the same, dots and blanks make the difference.
  const inBytes = rows.every((r) => r.same);
  for (const { client, server, same: equal } of rows) {
    if (equal && !(inBytes && left.lines[client!] !== right.lines[server!])) {
      run.push({ client: client!, server: server! });
      continue;
    }
    const a = client === undefined ? undefined : lineIn(left, client, left.lines[client]!);
    const b = server === undefined ? undefined : lineIn(right, server, right.lines[server]!);
    if ((a ?? b)!.text === '' || ++differing > MOST_LINES) continue;
    flush();
    const why = a && b ? {} : { why: a ? t('did not arrive') : t('the client did not send this') };
    add({ part: 'message', name: fieldName((a ?? b)!.text), same: false, ...ends(a, b), ...why });
  }
  if (differing === 0) {
    // Only line ends differ.
    const lines = left.lines.length;
    const end = (data: DataEvent): End => ({ ...data, text: t('message, {0} lines', data.lines.length) });
    add({ part: 'message', name: t('message'), same: false, lines, ...ends(end(left), end(right)) });
    return;
  }
  flush();
  if (differing > MOST_LINES) {
    const text = t('{0} more lines that differ', differing - MOST_LINES);
    add({ part: 'message', name: '', same: false, ...ends({ ...left, text }, { ...right, text }) });
  }
}

function lineIn(data: DataEvent, i: number, text: string): End {
  const line = data.lineSpans[i]?.line ?? data.line;
  return { line, endLine: line, text };
}

function ends(client: End | undefined, server: End | undefined): { client?: End; server?: End } {
  return { ...(client && { client }), ...(server && { server }) };
}

function fieldName(line: string): string {
  const colon = line.indexOf(':');
  return colon > 0 && colon < 40 ? line.slice(0, colon) : line.trim().slice(0, 20);
}

function whole(reply: ReplyEvent): End {
  const { text } = lineOf(reply, 0);
  const more = reply.lines.length - 1;
  return { line: reply.line, endLine: reply.endLine, text: more > 0 ? `${text} ${t('(+{0} lines)', more)}` : text };
}

function lineOf(reply: ReplyEvent, i: number): End {
  const line = reply.lineSpans[i]?.line ?? reply.line;
  return { line, endLine: line, text: `${reply.code}${i < reply.lines.length - 1 ? '-' : ' '}${reply.lines[i] ?? ''}`.trimEnd() };
}

/** Why one side has nothing here. */
function emptyWord(event: SessionEvent, missing: Side, neutral: boolean, elsewhere: number | undefined): string {
  if (neutral) return missing === 'client' ? t("not in the client's log") : t("not in the server's log");
  if (event.kind === 'reply') return missing === 'client' ? t('not passed on') : t('the server did not say this');
  if (missing === 'server') return t('not passed on');
  const verb = event.kind === 'command' ? event.verb : '';
  if (elsewhere !== undefined) return t('sent in line {0}', elsewhere + 1);
  return verb === '' ? t('the client did not send this') : t('the client sent no {0}', verb);
}

function shown(end: End, hide: (text: string) => string): End {
  const text = hide(end.text);
  return { line: end.line, endLine: end.endLine, text: text.length > LONGEST ? text.slice(0, LONGEST) + '…' : text };
}

function commonStart(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  // Whole words: `220 ` and not `220 m`.
  while (i > 0 && !/[\s-]/.test(a[i - 1]!)) i--;
  return i;
}

/** How a step looks that only one side has, or that both have with other words. */
export function changeOf(step: Pick<RawStep, 'client' | 'server' | 'from'>): Change {
  if (step.client && step.server) return 'changed';
  // What its speaker's log has alone never arrived; what its hearer's log has alone was put in.
  return (step.from === 'client') === (step.client !== undefined) ? 'withheld' : 'added';
}
