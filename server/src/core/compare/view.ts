/** What a rule sees: two dialogues lined up, and what their logs allow to be said about them. */
import type { Sign } from '../smtp/signs';
import { signsOf } from '../smtp/signs';
import type { CommandEvent, DataEvent, ReplyEvent } from '../smtp/model';
import type { ExchangeRow } from './align';
import { alignExchanges } from './align';
import type { Dialogue, Exchange } from './dialogue';
import { messageIdOf } from './dialogue';
import type { MessagePair } from './message';
import { compareMessages } from './message';
import { compareTexts, naturalParts } from './normalise';
import type { Change, LogPlace, Weight } from './report';

/** One finding of a rule, before it becomes evidence. */
export interface Finding {
  /** Where this place weighs otherwise than the rule. */
  readonly weight?: Weight;
  readonly change: Change;
  readonly message: string;
  readonly client?: LogPlace;
  readonly server?: LogPlace;
  readonly product?: string;
}

/** One way in which a thing between client and server shows. One small file a rule; its page is docs/rules/<id>.md. */
export interface CompareRule {
  /** Stable and in kebab case: `compare/reply-text-differs`. */
  readonly id: string;
  /** What it proves where nothing weakens it. What each weight is worth: verdict.ts. */
  readonly weight: Weight;
  check(view: PairView, report: (finding: Finding) => void): void;
}

/** One of the two dialogues, with lookups that are made when first asked for. */
export interface SideView extends Dialogue {
  /** Fingerprints found in an event of the session. */
  readonly signs: (event: number) => readonly Sign[];
}

/** Why a side may have nothing although the other side's exchange took place. */
export type Excuse = 'head' | 'tail' | 'unanswered' | 'not-logged' | 'closing' | 'secret' | 'other-attempt';

export interface Row extends ExchangeRow {
  /** Place in `PairView.rows`. */
  readonly at: number;
  /** Set on a row of one side that proves nothing, because the other log need not show it. */
  readonly excuse?: Excuse;
}

export interface PairView {
  readonly client: SideView;
  readonly server: SideView;
  readonly rows: readonly Row[];
  /**
   * Whether both logs tell of one connection: `yes` where a dated greeting or a queue id agrees, `no` where one contradicts
   * (two attempts, or a relay that has ids of its own). Between two attempts only what a server says every time counts.
   */
  readonly sameConnection: 'yes' | 'no' | 'unknown';
  /** How one knows: the queue id or date that agrees or not. */
  readonly sameBy?: { readonly what: 'queue-id' | 'greeting-date'; readonly client: string; readonly server: string };
  /** Messages whose text both logs show and that are the same message. */
  readonly messages: readonly MessagePair[];
}

/** Lines two dialogues up and finds out what may be said of them. Linear apart from the bounded part of the alignment. */
export function viewOf(client: Dialogue, server: Dialogue, ambiguous = false): PairView {
  const found = sameConnection(client, server);
  // Where other sessions fit as well, they may be two attempts.
  const same = ambiguous && found.sameConnection === 'unknown' ? { sameConnection: 'no' as const } : found;
  const rows = excused(alignExchanges(client, server), client, server, same.sameConnection);
  let messages: readonly MessagePair[] | undefined;
  return {
    client: withSigns(client),
    server: withSigns(server),
    rows,
    ...same,
    get messages() {
      return (messages ??= messagePairs(client, server, rows, same.sameConnection));
    },
  };
}

function withSigns(dialogue: Dialogue): SideView {
  let byEvent: Map<number, Sign[]> | undefined;
  return {
    ...dialogue,
    signs: (event) => {
      byEvent ??= groupByEvent(signsOf(dialogue.session));
      return byEvent.get(event) ?? [];
    },
  };
}

function groupByEvent(signs: readonly Sign[]): Map<number, Sign[]> {
  const groups = new Map<number, Sign[]>();
  for (const sign of signs) {
    const group = groups.get(sign.event);
    if (group) group.push(sign);
    else groups.set(sign.event, [sign]);
  }
  return groups;
}

function sameConnection(client: Dialogue, server: Dialogue): Pick<PairView, 'sameConnection' | 'sameBy'> {
  const shared = client.queueIds.find((id) => server.queueIds.includes(id));
  if (shared !== undefined) return { sameConnection: 'yes', sameBy: { what: 'queue-id', client: shared, server: shared } };
  if (client.queueIds.length > 0 && server.queueIds.length > 0)
    return { sameConnection: 'no', sameBy: { what: 'queue-id', client: client.queueIds[0]!, server: server.queueIds[0]! } };
  const left = dateIn(client.greeting);
  const right = dateIn(server.greeting);
  if (left !== undefined && right !== undefined)
    return {
      sameConnection: left === right ? 'yes' : 'no',
      sameBy: { what: 'greeting-date', client: left, server: right },
    };
  return { sameConnection: 'unknown' };
}

function dateIn(reply: ReplyEvent | undefined): string | undefined {
  const text = reply?.lines[0];
  if (text === undefined) return undefined;
  const part = naturalParts(text).find((p) => p.natural === 'date');
  return part && text.slice(part.start, part.end);
}

function messagePairs(client: Dialogue, server: Dialogue, rows: readonly Row[], same: PairView['sameConnection']): MessagePair[] {
  const pairs: MessagePair[] = [];
  for (const row of rows) {
    const left = dataOf(client, row.client);
    const right = dataOf(server, row.server);
    if (!left || !right || left.hidden || right.hidden || left.lines.length === 0 || right.lines.length === 0) continue;
    const ids = [messageIdOf(left), messageIdOf(right)];
    const known = ids[0] !== undefined && ids[1] !== undefined;
    if (known ? ids[0] !== ids[1] : same === 'no') continue;
    // Text whose beginning a log lost cannot be held against the whole.
    if (!hasBeginning(client, row.client!) || !hasBeginning(server, row.server!)) continue;
    const pair = compareMessages(left, right, row.client!.reply !== undefined, row.server!.reply !== undefined);
    // Without an id in common two messages must at least look like one.
    if (known || same === 'yes' || pair.arrived * 2 >= pair.sent) pairs.push(pair);
  }
  return pairs;
}

/**
 * Marks the rows of one side that the other log need not show: what a log leaves out at its head or tail, a QUIT, what was
 * never answered, logins.
 */
function excused(rows: readonly ExchangeRow[], client: Dialogue, server: Dialogue, same: PairView['sameConnection']): Row[] {
  const common = rows.flatMap((row, at) => (row.client && row.server && row.client.kind !== 'unasked' ? [at] : []));
  const first = common[0] ?? rows.length;
  const last = common.at(-1) ?? -1;
  const tail = rows.slice(last + 1);
  const clientGoesOn = goesOn(client, tail, 'client');
  const serverGoesOn = goesOn(server, tail, 'server');
  return rows.map((row, at) => {
    if (row.client && row.server) return { ...row, at };
    const own = (row.client ?? row.server)!;
    const other = row.client ? server : client;
    const excuse = ((): Excuse | undefined => {
      if (same === 'no') return 'other-attempt';
      if (own.kind === 'greeting' || own.kind === 'unasked') return 'not-logged';
      if (!other.shows.commands) return 'not-logged';
      if (own.verb === 'QUIT' && !(row.client && answeredAfterClose(client, own, server))) return 'closing';
      if (own.verb === 'AUTH' || (own.kind === 'command' && own.verb === '')) return 'secret';
      if (at < first && other.greeting === undefined) return 'head';
      if (own.reply === undefined && row.client) return 'unanswered';
      if (at > last && own.verb !== 'QUIT' && !(row.client ? serverGoesOn : clientGoesOn)) return 'tail';
      if (own.kind === 'message' && mergesMessage(other, rows[at - 1])) return 'not-logged';
      return undefined;
    })();
    return excuse ? { ...row, at, excuse } : { ...row, at };
  });
}

/** True if the client's QUIT was answered although the server had closed the connection with 421 before. */
function answeredAfterClose(client: Dialogue, quit: Exchange, server: Dialogue): boolean {
  const told = replyOf(client, quit);
  const last = server.session.events.findLast((e): e is ReplyEvent => e.kind === 'reply');
  const lost = server.session.events.some((e) => e.kind === 'note' && e.mark === 'eof');
  return told !== undefined && told.code !== 221 && told.code !== 421 && last?.code === 421 && !lost;
}

/** True if the log shows that the session went on or how it ended: the rest of the other log was not cut off here. */
function goesOn(side: Dialogue, tail: readonly ExchangeRow[], which: 'client' | 'server'): boolean {
  return side.ended || tail.some((row) => row[which]?.kind === 'command' && row[which].reply !== undefined);
}

/** Some logs have one line for DATA and the message, with the last reply's code. */
function mergesMessage(other: Dialogue, before: ExchangeRow | undefined): boolean {
  if (!before?.client || !before.server || before.client.verb !== 'DATA') return false;
  const reply = replyOf(other, other.exchanges.includes(before.server) ? before.server : before.client);
  return reply?.code !== 354;
}

/** True if the log shows what the message came after: DATA or BDAT. */
function hasBeginning(side: Dialogue, message: Exchange): boolean {
  for (let i = (message.asked ?? 0) - 1; i >= 0; i--) {
    const event = side.session.events[i]!;
    if (event.kind === 'command') return event.verb === 'DATA' || event.verb === 'BDAT' || event.verb === 'RCPT';
    if (event.kind === 'data') return false;
  }
  return false;
}

/** The message of an exchange, if it has one that the log mentions. */
export function dataOf(side: Dialogue, exchange: Exchange | undefined): DataEvent | undefined {
  const event = exchange?.asked === undefined ? undefined : side.session.events[exchange.asked];
  return event?.kind === 'data' ? event : undefined;
}

export function commandOf(side: Dialogue, exchange: Exchange | undefined): CommandEvent | undefined {
  const event = exchange?.asked === undefined ? undefined : side.session.events[exchange.asked];
  return event?.kind === 'command' ? event : undefined;
}

export function replyOf(side: Dialogue, exchange: Exchange | undefined): ReplyEvent | undefined {
  const event = exchange?.reply === undefined ? undefined : side.session.events[exchange.reply];
  return event?.kind === 'reply' ? event : undefined;
}

/** Where a command stands. What a client says to log in is left out. */
export function commandPlace(side: Dialogue, exchange: Exchange): LogPlace {
  const command = commandOf(side, exchange);
  if (command) return { line: command.line, endLine: command.endLine, text: spoken(command) };
  const data = dataOf(side, exchange);
  if (data) return { line: data.line, endLine: data.endLine, text: data.hidden ? '' : (data.lines[0] ?? '') };
  return replyPlace(side, exchange)!;
}

function spoken(command: CommandEvent): string {
  if (command.verb === '') return '…';
  if (command.verb !== 'AUTH') return command.text;
  const words = command.text.trim().split(/\s+/);
  return words.length > 2 ? `${words[0]} ${words[1]} …` : command.text;
}

/** Where a reply stands, or those of its lines (indices into `lines`) that are meant. */
export function replyPlace(side: Dialogue, exchange: Exchange | undefined, parts?: readonly number[]): LogPlace | undefined {
  const reply = replyOf(side, exchange);
  if (!reply) return undefined;
  if (!parts || parts.length === 0) return { line: reply.line, endLine: reply.endLine, text: replyText(reply) };
  const lines = parts.map((p) => reply.lineSpans[p]?.line ?? reply.line);
  return {
    line: lines[0]!,
    endLine: lines.at(-1)!,
    text: parts.map((p) => wireLine(reply, p)).join(', '),
    ...(lines.length > 1 ? { lines } : {}),
  };
}

function replyText(reply: ReplyEvent): string {
  return reply.lines.length > 1 ? `${wireLine(reply, 0)} …` : wireLine(reply, 0);
}

function wireLine(reply: ReplyEvent, part: number): string {
  const separator = part < reply.lines.length - 1 ? '-' : ' ';
  return `${reply.code}${separator}${reply.lines[part] ?? ''}`.trimEnd();
}

/** How the replies of a row compare, all lines as one text; undefined unless both logs show one. */
export function compareReplies(view: PairView, row: Row): ReturnType<typeof compareTexts> | undefined {
  const left = replyOf(view.client, row.client);
  const right = replyOf(view.server, row.server);
  if (!left || !right) return undefined;
  if (left.text === right.text) return { difference: 'same', naturals: [] };
  // Some logs have codes only.
  if (isBlank(left) || isBlank(right)) return { difference: left.code === right.code ? 'same' : 'different', naturals: [] };
  const mine = left.lines.join(' ');
  const theirs = right.lines.join(' ');
  if ((endsLog(view.client, left) && theirs.startsWith(mine)) || (endsLog(view.server, right) && mine.startsWith(theirs)))
    return { difference: 'natural', naturals: ['cut'] };
  return compareTexts(mine, theirs);
}

/** True if a log breaks off with this reply, perhaps within it. */
function endsLog(side: Dialogue, reply: ReplyEvent): boolean {
  return !side.ended && side.session.events.at(-1) === reply;
}

export function isBlank(reply: ReplyEvent): boolean {
  return reply.lines.every((l) => l.trim() === '');
}

/** The product whose habit a reply of the client's log is, the strongest sign first; only where the server's log has other words. */
export function signOf(side: SideView, event: number | undefined, strengths: readonly string[] = ['strong']): Sign | undefined {
  if (event === undefined) return undefined;
  const signs = side.signs(event);
  return strengths.map((s) => signs.find((sign) => sign.fingerprint.strength === s)).find((s) => s !== undefined);
}

/** The weight one step down, for what is doubtful here. */
export function lighter(weight: Weight): Weight {
  return ORDER[Math.min(ORDER.indexOf(weight) + 1, ORDER.length - 1)]!;
}

/** What a change of the message weighs: more where a product signed it, less between two attempts. */
export function weightOf(weight: Weight, sign: Sign | undefined, same: PairView['sameConnection']): Weight {
  if (sign?.fingerprint.strength === 'strong') return 'decisive';
  return same === 'no' ? lighter(weight) : weight;
}

const ORDER: readonly Weight[] = ['decisive', 'strong', 'moderate', 'weak', 'neutral'];

/** Where lines of a message stand; indices of `DataEvent.lines`. */
export function messagePlace(data: DataEvent, lines: readonly number[]): LogPlace {
  const at = lines.map((i) => data.lineSpans[i]?.line ?? data.line);
  return {
    line: at[0] ?? data.line,
    endLine: at.at(-1) ?? data.endLine,
    text: data.lines[lines[0] ?? 0] ?? '',
    ...(at.length > 1 ? { lines: at } : {}),
  };
}

/** The product that signed a line of the server's message, the strongest sign first. */
export function signIn(side: SideView, data: DataEvent, lines: readonly number[]): Sign | undefined {
  const event = side.session.events.indexOf(data);
  const signs = side.signs(event).filter((s) => s.fingerprint.strength !== 'weak' && lines.includes(s.part));
  return signs.find((s) => s.fingerprint.strength === 'strong') ?? signs[0];
}
