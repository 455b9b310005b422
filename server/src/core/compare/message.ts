/** Holds a message as the client sent it against the same message as the server got it: header fields, lines, line ends, dots. */
import type { HeaderField } from '../smtp/signs';
import { headerFields } from '../smtp/signs';
import type { DataEvent } from '../smtp/model';
import { compareBodies } from './body';
import { compareHeaders, hasHeader, NO_HEADERS } from './headers';
import { messageLine } from './normalise';

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
