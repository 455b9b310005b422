/** Holds the body of a message as the client sent it against the one that the server got. */
import type { DataEvent } from '../smtp/model';
import { alignKeys } from './align';
import { isRespaced } from './blanks';
import { isGap, isLeftOut, isSameButForTheLog } from './leftOut';
import type { ChangedLine, MessageLogs, MessagePair } from './message';
import { messageLine, plain } from './normalise';

type BodyDifference = Pick<
  MessagePair,
  | 'bodyAdded'
  | 'bodyRemoved'
  | 'bodyChanged'
  | 'addedAtEnd'
  | 'eightBit'
  | 'dots'
  | 'trimmed'
  | 'padded'
  | 'respaced'
  | 'emptyAdded'
  | 'emptyRemoved'
> & {
  /** Lines of the client's body that did not arrive as they were. */
  readonly gone: number;
};

const NOTHING: BodyDifference = {
  gone: 0,
  bodyAdded: [],
  bodyRemoved: [],
  bodyChanged: [],
  addedAtEnd: false,
  eightBit: [],
  dots: [],
  trimmed: [],
  padded: [],
  respaced: [],
  emptyAdded: [],
  emptyRemoved: [],
};

/** The bodies begin at the lines `clientAt` and `serverAt`. */
export function compareBodies(
  client: DataEvent,
  server: DataEvent,
  clientAt: number,
  serverAt: number,
  { sentAll, gotAll, showDots, asSent, leftOut }: MessageLogs,
): BodyDifference {
  // Some logs show the header alone, some leave lines out of the middle.
  if (clientAt >= client.lines.length || serverAt >= server.lines.length) return NOTHING;
  if (leftOut.length > 0 || (!asSent && (client.lines.some(isGap) || server.lines.some(isGap)))) return NOTHING;
  const rows = alignLines(client.lines, server.lines, clientAt, serverAt);
  const added: number[] = [];
  const removed: number[] = [];
  const changed: ChangedLine[] = [];
  const eightBit: ChangedLine[] = [];
  const emptyAdded: number[] = [];
  const emptyRemoved: number[] = [];
  const gap: { client: number[]; server: number[] } = { client: [], server: [] };
  let lastCommon = serverAt - 1;
  let standIn = false;
  const flush = (): void => {
    const mine = gap.client.map((c) => client.lines[c]!);
    const theirs = gap.server.map((s) => server.lines[s]!);
    standIn ||= standsFor(mine, theirs) || standsFor(theirs, mine);
    const pairs = Math.min(gap.client.length, gap.server.length);
    gap.client.forEach((c, k) => {
      const s = gap.server[k];
      if (s === undefined || k >= pairs) removed.push(c);
      else if (isSameButForTheLog(mine[k]!, theirs[k]!)) return;
      else if (lost8bit(client.lines[c]!, server.lines[s]!)) eightBit.push({ client: c, server: s });
      else changed.push({ client: c, server: s });
    });
    for (const s of gap.server.slice(pairs)) added.push(s);
    gap.client = [];
    gap.server = [];
  };
  for (const row of rows.middle) {
    if (row.client !== undefined && row.server !== undefined) {
      flush();
      lastCommon = row.server;
    } else if (row.client !== undefined) {
      (client.lines[row.client]!.trim() === '' ? emptyRemoved : gap.client).push(row.client);
    } else (server.lines[row.server!]!.trim() === '' ? emptyAdded : gap.server).push(row.server!);
  }
  flush();
  if (standIn) return NOTHING;
  if (rows.tail > 0) lastCommon = server.lines.length - 1;
  // A log that shows a part of the message shows none of the rest; one that shows lines as they were shows all of them.
  const shown = client.lines.length - clientAt;
  const isPart = (removed.length * 2 > shown && !asSent) || !gotAll;
  const showEmpty = asSent && sentAll && gotAll;
  return {
    gone: removed.length + changed.length,
    bodyAdded: sentAll ? added : [],
    bodyRemoved: isPart ? [] : removed,
    bodyChanged: sentAll && gotAll ? changed : [],
    addedAtEnd: added.length > 0 && added[0]! > lastCommon,
    eightBit,
    emptyAdded: showEmpty ? emptyAdded : [],
    emptyRemoved: showEmpty ? emptyRemoved : [],
    ...alteredLines(client, server, rows, showDots),
  };
}

interface LineRows {
  /** Equal lines at the start and at the end of the bodies. */
  readonly head: number;
  readonly tail: number;
  readonly middle: readonly { readonly client?: number; readonly server?: number }[];
  readonly clientAt: number;
  readonly serverAt: number;
}

/** Lines two bodies up; what is equal at both ends costs no keys. */
function alignLines(client: readonly string[], server: readonly string[], clientAt: number, serverAt: number): LineRows {
  let head = 0;
  const most = Math.min(client.length - clientAt, server.length - serverAt);
  while (head < most && sameLine(client[clientAt + head]!, server[serverAt + head]!)) head++;
  let tail = 0;
  while (tail < most - head && sameLine(client[client.length - 1 - tail]!, server[server.length - 1 - tail]!)) tail++;
  const left = client.slice(clientAt + head, client.length - tail).map(messageLine);
  const right = server.slice(serverAt + head, server.length - tail).map(messageLine);
  const middle = alignKeys(left, right).map((row) => ({
    ...(row.client === undefined ? {} : { client: row.client + clientAt + head }),
    ...(row.server === undefined ? {} : { server: row.server + serverAt + head }),
  }));
  return { head, tail, middle, clientAt, serverAt };
}

function sameLine(a: string, b: string): boolean {
  return a === b || messageLine(a) === messageLine(b);
}

/** True if one line of `some` stands in place of many of `others`. */
function standsFor(some: readonly string[], others: readonly string[]): boolean {
  return some.length <= 2 && others.length > 2 && some.some(isLeftOut);
}

/** True if `server` is `client` with every 8-bit character turned into a question mark or robbed of its eighth bit. */
function lost8bit(client: string, server: string): boolean {
  if (!/[^\x00-\x7f]/.test(client) || /[^\x00-\x7f]/.test(server)) return false;
  const marks = client.replace(/[^\x00-\x7f]+/g, '?');
  if (plain(marks) === plain(server.replace(/\?+/g, '?'))) return true;
  return [...client].map((c) => String.fromCharCode(c.charCodeAt(0) & 0x7f)).join('') === server;
}

/** Lines that are the same but for dots at their start or white space. */
function alteredLines(
  client: DataEvent,
  server: DataEvent,
  rows: LineRows,
  showDots: boolean,
): Pick<MessagePair, 'dots' | 'trimmed' | 'padded' | 'respaced'> {
  const pairs: ChangedLine[] = [];
  for (let k = 0; k < rows.head; k++) pairs.push({ client: rows.clientAt + k, server: rows.serverAt + k });
  for (const { client: c, server: s } of rows.middle)
    if (c !== undefined && s !== undefined) pairs.push({ client: c, server: s });
  for (let k = rows.tail; k > 0; k--) pairs.push({ client: client.lines.length - k, server: server.lines.length - k });
  const even: ChangedLine[] = [];
  const more: ChangedLine[] = [];
  const fewer: ChangedLine[] = [];
  const trimmed: ChangedLine[] = [];
  const padded: ChangedLine[] = [];
  const respaced: ChangedLine[] = [];
  for (const pair of pairs) {
    const left = client.lines[pair.client]!;
    const right = server.lines[pair.server]!;
    if (left !== right) {
      if (endsInBlank(left) && left.trimEnd() === right) trimmed.push(pair);
      else if (endsInBlank(right) && right.trimEnd() === left) padded.push(pair);
      else if (isRespaced(left, right)) respaced.push(pair);
    }
    if (left.charCodeAt(0) !== DOT && right.charCodeAt(0) !== DOT) continue;
    if (left === right) even.push(pair);
    else if ('.' + left === right) more.push(pair);
    else if (left === '.' + right) fewer.push(pair);
  }
  return { dots: unevenDots(even, more, fewer, showDots), trimmed, padded, respaced };
}

/** True if white space stands at the end of a line. */
export function endsInBlank(line: string): boolean {
  return /[ \t]$/.test(line);
}

/** Some clients log a line before they double its dot, but always the same way: only a mixture was made on the way. */
function unevenDots(
  even: readonly ChangedLine[],
  more: readonly ChangedLine[],
  fewer: readonly ChangedLine[],
  showDots: boolean,
): readonly ChangedLine[] {
  if (showDots) return [...more, ...fewer];
  if (more.length > 0 && fewer.length > 0) return more.length < fewer.length ? more : fewer;
  return even.length > 0 ? [...more, ...fewer] : [];
}

const DOT = 46;
