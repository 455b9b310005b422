/** Holds a message as the client sent it against the same message as the server got it: header fields, lines, line ends, dots. */
import type { HeaderField } from '../smtp/signs';
import { headerFields } from '../smtp/signs';
import type { DataEvent } from '../smtp/model';
import { alignKeys } from './align';
import { isRespaced } from './blanks';
import { compareTexts, isBlackedOutOnly, messageLine, plain } from './normalise';

/** Indices of lines in both messages, of a line that is in both with other words. */
export interface ChangedLine {
  readonly client: number;
  readonly server: number;
}

export interface MessagePair {
  readonly client: DataEvent;
  readonly server: DataEvent;
  /** Lines of the client's message, blank ones left out, and how many of them arrived as they were. */
  readonly sent: number;
  readonly arrived: number;
  readonly headersAdded: readonly HeaderField[];
  readonly headersRemoved: readonly HeaderField[];
  readonly headersChanged: readonly HeaderPair[];
  /** Fields whose text arrived as it was, with line breaks at other places. */
  readonly headersRefolded: readonly HeaderPair[];
  /** Fields that arrived behind others that the client sent after them. */
  readonly headersMoved: readonly HeaderPair[];
  /** Body lines that only one side has, blank ones left out; indices of `DataEvent.lines`. */
  readonly bodyAdded: readonly number[];
  readonly bodyRemoved: readonly number[];
  readonly bodyChanged: readonly ChangedLine[];
  /** True if all of `bodyAdded` stands behind the last line of the client's body that arrived. */
  readonly addedAtEnd: boolean;
  /** Lines whose 8-bit characters arrived as question marks or without their eighth bit. */
  readonly eightBit: readonly ChangedLine[];
  /** Lines that begin with a dot and arrived with a dot more or less, as far as the logs tell (`unevenDots`). */
  readonly dots: readonly ChangedLine[];
  /** Body lines that arrived without the blanks at their end, or with blanks there that were not sent. */
  readonly trimmed: readonly ChangedLine[];
  readonly padded: readonly ChangedLine[];
  /** Lines of the header and of the body that arrived with other white space in them. */
  readonly headersRespaced: readonly ChangedLine[];
  readonly respaced: readonly ChangedLine[];
  /** Empty lines of the body that only one side has, where both logs show all of the message. */
  readonly emptyAdded: readonly number[];
  readonly emptyRemoved: readonly number[];
  /** Lines that the server got with a lone LF or CR and that the client did not send so. */
  readonly bareLf: readonly number[];
  /** True if the client's log shows which line ends it sent; they were whole then. */
  readonly clientShowsLineEnds: boolean;
  /** True if every line that the client ended in LF alone arrived with CR LF. */
  readonly lfMended: boolean;
}

export interface HeaderPair {
  readonly client: HeaderField;
  readonly server: HeaderField;
}

/** What is known of the two logs besides the messages in them. */
export interface MessageLogs {
  /** Whether each side's log shows the message to its end, as the reply to it proves. */
  readonly sentAll: boolean;
  readonly gotAll: boolean;
  /** True if both show a line with the dots that went over the wire. */
  readonly showDots: boolean;
  /** True if both show every line as it went over the wire. */
  readonly asSent: boolean;
  /** Where somebody took lines out of them and says so: indices of lines. */
  readonly leftOut: readonly number[];
}

/**
 * Compares two messages. Linear where they agree; the rest is bounded by `alignKeys`.
 */
export function compareMessages(client: DataEvent, server: DataEvent, logs: MessageLogs): MessagePair {
  const left = headerFields(client);
  const right = headerFields(server);
  const headersWhole =
    hasHeader(client, left.bodyAt, logs.sentAll) &&
    hasHeader(server, right.bodyAt, logs.gotAll) &&
    logs.leftOut.every((at) => at >= Math.min(left.bodyAt, right.bodyAt));
  const headers = headersWhole ? compareHeaders(client, server, left.fields, right.fields) : NO_HEADERS;
  const { gone: bodyGone, ...bodies } = compareBodies(client, server, left.bodyAt, right.bodyAt, {
    ...logs,
    sentAll: logs.sentAll && client.ended,
    gotAll: logs.gotAll && server.ended,
  });
  const sent = client.lines.filter((l) => l.trim() !== '').length;
  const lost = [...headers.headersRemoved, ...headers.headersChanged.map((h) => h.client)];
  const gone = lost.reduce((n, f) => n + f.endLine - f.line + 1, 0) + bodyGone;
  return { client, server, sent, arrived: sent - gone, ...headers, ...bodies, ...compareLineEnds(client, server) };
}

type HeaderDifference = Pick<
  MessagePair,
  'headersAdded' | 'headersRemoved' | 'headersChanged' | 'headersRefolded' | 'headersMoved' | 'headersRespaced'
>;

const NO_HEADERS: HeaderDifference = {
  headersAdded: [],
  headersRemoved: [],
  headersChanged: [],
  headersRefolded: [],
  headersMoved: [],
  headersRespaced: [],
};

/** True if the log shows the whole header: the blank line behind it, or a message that has no body. */
function hasHeader(data: DataEvent, bodyAt: number, all: boolean): boolean {
  return data.lines[bodyAt - 1] === '' || (all && data.ended);
}

/** By name and text, whatever the folding. Of several fields of one name those with equal texts belong together. */
function compareHeaders(
  { lines: sent }: DataEvent,
  { lines: got }: DataEvent,
  client: readonly HeaderField[],
  server: readonly HeaderField[],
): HeaderDifference {
  const waiting = new Map<string, HeaderField[]>();
  for (const field of client) {
    const key = field.name.toLowerCase();
    const list = waiting.get(key);
    if (list) list.push(field);
    else waiting.set(key, [field]);
  }
  const unmatched: HeaderField[] = [];
  const headersRefolded: HeaderPair[] = [];
  const headersMoved: HeaderPair[] = [];
  const headersRespaced: ChangedLine[] = [];
  let last = -1;
  for (const field of server) {
    const list = waiting.get(field.name.toLowerCase());
    const at = list?.findIndex((f) => f.text === field.text || isSameButForTheLog(f.text, field.text)) ?? -1;
    if (at < 0) unmatched.push(field);
    else {
      const before = list!.splice(at, 1)[0]!;
      if (before.line < last) headersMoved.push({ client: before, server: field });
      else last = before.line;
      if (before.endLine - before.line !== field.endLine - field.line) headersRefolded.push({ client: before, server: field });
      else
        for (let k = 0; before.line + k <= before.endLine; k++)
          if (isRespaced(sent[before.line + k]!, got[field.line + k]!))
            headersRespaced.push({ client: before.line + k, server: field.line + k });
    }
  }
  const headersAdded: HeaderField[] = [];
  const headersChanged: HeaderPair[] = [];
  for (const field of unmatched) {
    const before = waiting.get(field.name.toLowerCase())?.shift();
    if (before) headersChanged.push({ client: before, server: field });
    else headersAdded.push(field);
  }
  const headersRemoved = [...waiting.values()].flat();
  return { headersAdded, headersChanged, headersRefolded, headersMoved, headersRespaced, headersRemoved };
}

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

function compareBodies(
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

/** An article's `...` in place of message text. */
function isGap(line: string): boolean {
  return /^\[?(?:\.{3}|…)\]?$/.test(line);
}

/**
 * The index of the line before which somebody wrote a line of his own into the message in a log's `text` to say that lines are left
 * out: one without the log's marks. Undefined if nobody did.
 */
export function leftOutAt(text: string, { start, end, lineSpans }: DataEvent): number | undefined {
  let from = start;
  let line = lineSpans[0]?.line ?? 0;
  for (let i = 0; i <= lineSpans.length; i++) {
    const next = lineSpans[i];
    // Lines of other sessions may stand between, any number of them.
    if ((next === undefined || next.line > line + 1) && (next?.start ?? end) - from < MOST_BETWEEN) {
      const between = text
        .slice(from, next?.start ?? end)
        .split('\n')
        .slice(1, -1);
      if (between.some((l) => isGap(l.trim()) || isLeftOut(l.trim()))) return i;
    }
    if (next) ({ end: from, line } = next);
  }
  return undefined;
}

/** Characters between two lines of a message. */
const MOST_BETWEEN = 2000;

/** True for a line that one log cut, robbed of what is in angle brackets, or in which somebody made words unreadable. */
function isSameButForTheLog(client: string, server: string): boolean {
  const { difference, naturals } = compareTexts(client, server);
  return difference === 'same' || naturals.includes('cut') || isBlackedOutOnly(client, server);
}

/** What people write in place of the text that they take out of a log: `[body removed]`, `<snip>`, `(24 lines deleted)`. */
function isLeftOut(line: string): boolean {
  if (line.length > 80) return false;
  return (
    /^\W*(?:snip(?:ped)?|cut|redacted|omitted|removed|deleted)\W*$/i.test(line) ||
    (/\b(?:snip(?:ped)?|redacted|omitted|removed|deleted|left out|not shown|cut)\b/i.test(line) &&
      /\b(?:message|body|mail|text|content|data|headers?|lines?)\b/i.test(line))
  );
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

type LineEndDifference = Pick<MessagePair, 'bareLf' | 'clientShowsLineEnds' | 'lfMended'>;

function compareLineEnds(client: DataEvent, server: DataEvent): LineEndDifference {
  const bare = server.lineSpans.flatMap((s, i) => (s.eol === 'lf' || s.eol === 'cr' ? [i] : []));
  const clientShowsLineEnds = client.lineSpans.length > 0 && client.lineSpans.every((s) => s.eol !== undefined);
  const own = client.lineSpans.some((s) => s.eol === 'lf' || s.eol === 'cr');
  const whole = server.lineSpans.length >= client.lineSpans.length && server.lineSpans.every((s) => s.eol === 'crlf');
  const lfMended = own && clientShowsLineEnds && whole;
  // A log whose lines all end in LF may not show line ends at all; that the client sent others must be seen then.
  const all = bare.length === server.lineSpans.length;
  if (bare.length === 0 || (all && (own || !clientShowsLineEnds))) return { bareLf: [], clientShowsLineEnds, lfMended };
  return { bareLf: own && !onlyAdded(client, server, bare) ? [] : bare, clientShowsLineEnds, lfMended };
}

/** True if none of these lines of the server's message was sent by the client. */
function onlyAdded(client: DataEvent, server: DataEvent, lines: readonly number[]): boolean {
  const sent = new Set(client.lines.map(messageLine));
  return lines.every((i) => !sent.has(messageLine(server.lines[i]!)));
}

const DOT = 46;
