/** What a rule sees: two dialogues lined up, and what their logs allow to be said about them. */
import type { Sign } from '../smtp/signs';
import { signsOf } from '../smtp/signs';
import type { DataEvent, ReplyEvent } from '../smtp/model';
import { alignExchanges } from './align';
import type { Dialogue, Exchange, Strays } from './dialogue';
import { messageIdOf, NO_STRAYS } from './dialogue';
import type { Row } from './excuse';
import { excused } from './excuse';
import { leftOutAt } from './leftOut';
import { compareMessages, type MessagePair } from './message';
import { compareTexts, naturalParts } from './normalise';
import { dataOf, endsLog, replyOf } from './places';
import type { Change, LogPlace, Weight } from './report';
import { isVerbatim, showsDots } from './verbatim';

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
  /** True for a rule that finds things in dialogues that are the same line by line: by their times, or by one side alone. */
  readonly evenIfSame?: boolean;
  check(view: PairView, report: (finding: Finding) => void): void;
}

/** One of the two dialogues, with lookups that are made when first asked for. */
export interface SideView extends Dialogue {
  /** Fingerprints found in an event of the session. */
  readonly signs: (event: number) => readonly Sign[];
}

export interface PairView {
  readonly client: SideView;
  readonly server: SideView;
  readonly rows: readonly Row[];
  /** True if every line of the dialogue is the same in both logs. */
  readonly identical: boolean;
  /**
   * Whether both logs tell of one connection: `yes` where a dated greeting or a queue id agrees, `no` where one contradicts
   * (two attempts, or a relay that has ids of its own). Between two attempts only what a server says every time counts.
   */
  readonly sameConnection: 'yes' | 'no' | 'unknown';
  /** How one knows: the queue id or date that agrees or not. */
  readonly sameBy?: { readonly what: 'queue-id' | 'greeting-date'; readonly client: string; readonly server: string };
  /** Sessions without a partner that belong to this pair: the thing in between splits or joins connections. */
  readonly strays: Strays;
  /** Messages whose text both logs show and that are the same message. */
  readonly messages: readonly MessagePair[];
}

/** Two dialogues that belong together; `ambiguous` if others fit as well. */
export interface Joined {
  readonly client: Dialogue;
  readonly server: Dialogue;
  readonly ambiguous?: boolean;
  readonly strays?: Strays;
}

/** Lines two dialogues up and finds out what may be said of them. Linear apart from the bounded part of the alignment. */
export function viewOf({ client, server, ambiguous = false, strays = NO_STRAYS }: Joined): PairView {
  const found = sameConnection(client, server);
  // Where other sessions fit as well, they may be two attempts.
  const same = ambiguous && found.sameConnection === 'unknown' ? { sameConnection: 'no' as const } : found;
  const rows = excused(alignExchanges(client, server), client, server, same.sameConnection);
  let messages: readonly MessagePair[] | undefined;
  return {
    client: withSigns(client),
    server: withSigns(server),
    rows,
    identical: rows.every((row) => isIdentical(row, client, server)),
    strays,
    ...same,
    get messages() {
      return (messages ??= messagePairs(client, server, rows, same.sameConnection));
    },
  };
}

function isIdentical(row: Row, client: Dialogue, server: Dialogue): boolean {
  if (!row.client || !row.server) return false;
  if (replyOf(client, row.client)?.text !== replyOf(server, row.server)?.text) return false;
  const left = row.client.asked === undefined ? undefined : client.session.events[row.client.asked];
  const right = row.server.asked === undefined ? undefined : server.session.events[row.server.asked];
  if (left?.kind === 'data' && right?.kind === 'data') return left.hidden === right.hidden && left.text === right.text;
  return left?.text === right?.text;
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
    const known = ids[0] !== undefined && ids[0] === ids[1];
    const other = !known && ids[0] !== undefined && ids[1] !== undefined;
    if (same === 'no' && !known) continue;
    // Text whose beginning a log lost cannot be held against the whole.
    if (!hasBeginning(client, row.client!) || !hasBeginning(server, row.server!)) continue;
    const pair = compareMessages(left, right, {
      sentAll: isAnswered(client, row.client!),
      gotAll: isAnswered(server, row.server!),
      showDots: showsDots(client) && showsDots(server),
      leftOut: [leftOutAt(client.transcript.source.text, left), leftOutAt(server.transcript.source.text, right)].filter(
        (at) => at !== undefined,
      ),
      asSent: isVerbatim(client) && isVerbatim(server),
    });
    // Without an id in common two messages must at least look like one; with another id they must be the same apart from it.
    if (known || (other ? isOnlyRenamed(pair, same) : same === 'yes' || pair.arrived * 2 >= pair.sent)) pairs.push(pair);
  }
  return pairs;
}

/** A client that sends once more makes a new id and a new date: a message of the same date in which all else is the same is one. */
function isOnlyRenamed({ arrived, sent, headersChanged, client }: MessagePair, same: PairView['sameConnection']): boolean {
  if (same === 'yes') return arrived * 2 >= sent;
  const [first, second] = headersChanged;
  const isId = second === undefined && first?.client.name.toLowerCase() === 'message-id';
  return isId && arrived === sent - 1 && client.lines.some((l) => /^date:./i.test(l));
}

/** The command before a message: DATA, BDAT, or in a log that lost lines another. */
function commandBefore(side: Dialogue, message: Exchange): Exchange | undefined {
  const at = side.exchanges.indexOf(message);
  return at > 0 && side.exchanges[at - 1]!.kind === 'command' ? side.exchanges[at - 1] : undefined;
}

/** True if the log shows what the message came after. A pasted message may stand before the 354. */
function hasBeginning(side: Dialogue, message: Exchange): boolean {
  const { verb } = commandBefore(side, message) ?? {};
  return verb === 'DATA' || verb === 'BDAT' || verb === 'RCPT';
}

/** True if a reply shows that the message was complete. The reply to a chunk answers its BDAT. */
function isAnswered(side: Dialogue, message: Exchange): boolean {
  if (message.reply !== undefined) return true;
  const before = commandBefore(side, message);
  return before?.verb === 'BDAT' && before.reply !== undefined;
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
  // Postfix's postscreen says the first line of a greeting, and smtpd, whose log this is, the last.
  if (row.client!.kind === 'greeting' && left.lines.length > right.lines.length && left.lines.at(-1) === theirs)
    return { difference: 'natural', naturals: ['cut'] };
  if ((endsLog(view.client, left) && theirs.startsWith(mine)) || (endsLog(view.server, right) && mine.startsWith(theirs)))
    return { difference: 'natural', naturals: ['cut'] };
  return compareTexts(mine, theirs);
}

export function isBlank(reply: ReplyEvent): boolean {
  return reply.lines.every((l) => l.trim() === '');
}

/** True for a log that shows replies without their texts. */
export function isTerse(side: Dialogue): boolean {
  return side.shows.replies && !side.shows.replyTexts;
}

/** The product whose habit a row's reply is in the client's log and not in the server's, the strongest sign first. */
export function replySign(view: PairView, row: Row, strengths: readonly string[] = ['strong']): Sign | undefined {
  const { reply } = row.client ?? {};
  if (reply === undefined) return undefined;
  // The server may be that product itself.
  const own = row.server?.reply === undefined ? [] : view.server.signs(row.server.reply).map((s) => s.fingerprint.product);
  return strongest(
    view.client.signs(reply).filter((s) => !own.includes(s.fingerprint.product)),
    strengths,
  );
}

/** The product whose habit an event is, the strongest sign first. */
export function signOf(side: SideView, event: number | undefined, strengths: readonly string[] = ['strong']): Sign | undefined {
  return event === undefined ? undefined : strongest(side.signs(event), strengths);
}

function strongest(signs: readonly Sign[], strengths: readonly string[]): Sign | undefined {
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

/** Every fingerprint in a message. */
export function signsIn(side: SideView, data: DataEvent): readonly Sign[] {
  return side.signs(side.session.events.indexOf(data));
}

/** The product that signed a line of the server's message, the strongest sign first. */
export function signIn(side: SideView, data: DataEvent, lines: readonly number[]): Sign | undefined {
  const signs = signsIn(side, data).filter((s) => s.fingerprint.strength !== 'weak' && lines.includes(s.part));
  return signs.find((s) => s.fingerprint.strength === 'strong') ?? signs[0];
}
