/**
 * What a transcript is after reading, whoever wrote it: sessions, each a list of events in the order of the log.
 *
 *   lines → a format's adapter → pieces → session.ts → sessions
 */
import type { HasSource } from '../problem';
import type { Span } from '../text';
import type { Survey } from './survey/survey';

/** Who wrote the log: the client, the server, or somebody who saw both (an article, a sniffer). */
export type Vantage = 'client' | 'server' | 'both';

export type Side = 'client' | 'server';

/** How a line ended on the wire; `cr` is a CR that no LF follows. */
export type LineEnd = 'crlf' | 'lf' | 'cr';

/** What a log says happened to the connection. */
export type Mark = 'open' | 'close' | 'tls' | 'eof';

/** Where one line of the wire stands in the log. A line that holds a lone CR covers several lines of the log. */
export interface WireLine extends Span {
  /** Line of the log, from 0. */
  readonly line: number;
  /** Only where the log shows it: formats that keep line ends, read from bytes that still have them. */
  readonly eol?: LineEnd;
}

/**
 * What an adapter makes of a line: who said what, in which connection. An adapter knows its format and nothing of SMTP's
 * state; whether a client's line is a command or message text is found out by session.ts.
 */
export interface Piece {
  /** Line of the log, from 0. */
  readonly line: number;
  /** UTF-16 offset, from the start of the log, where the wire text starts and ends. */
  readonly start: number;
  readonly end: number;
  /** `note`: a remark of the program that wrote the log; nothing that went over the wire. */
  readonly from: Side | 'note';
  /** The wire text without line end, escapes undone. */
  readonly text: string;
  /** Names the connection where the format does (process id, session id, peer); otherwise ''. */
  readonly key: string;
  /**
   * As the log has it, brought to ISO 8601 as far as it goes: `2026-11-22T03:52:58`, `10:38:54`, and `--11-22T03:52:58`
   * where the year is not told.
   */
  readonly time?: string;
  /** What the log says happened to the connection at this line. */
  readonly mark?: Mark;
  /** Name or address of the other end, where this line tells it. */
  readonly peer?: string;
  /** Who wrote this connection down, where it is not what the format usually is (a server's own outgoing sessions). */
  readonly vantage?: Vantage;
  /** Message text that the log only counts or leaves out. */
  readonly hidden?: boolean;
  /** Line end as it was on the wire, in formats that keep it. */
  readonly eol?: LineEnd;
  /** True if this piece continues the text of the one before it: after a lone CR (its `eol` is `cr`), or a folded reply. */
  readonly continues?: boolean;
}

interface EventBase extends Span {
  /** First and last line of the log, from 0. For message text that others' lines interrupt, the outermost. */
  readonly line: number;
  readonly endLine: number;
  /** As in `Piece.time`. */
  readonly time?: string;
}

/** What the client said. During AUTH the client's answers are commands too, with verb ''. */
export interface CommandEvent extends EventBase {
  readonly kind: 'command';
  /** In capitals, at most one word (`MAIL`); '' for a line that is part of an exchange (AUTH data). */
  readonly verb: string;
  /** The line as sent, without line end. */
  readonly text: string;
  /** As in `WireLine.eol`. */
  readonly eol?: LineEnd;
}

/** A whole reply, all its lines. */
export interface ReplyEvent extends EventBase {
  readonly kind: 'reply';
  readonly code: number;
  /** Enhanced status code of the first line that has one: `2.1.0`. */
  readonly enhanced?: string;
  /** Text of each line after code and separator. */
  readonly lines: readonly string[];
  /** Place of each of `lines` in the log: the wire text with its code. */
  readonly lineSpans: readonly WireLine[];
  /** The reply as sent: `250-a\n250 b`. */
  readonly text: string;
  /** Index in `Session.events` of the command (or data) it answers; undefined for the greeting or a reply nobody asked for. */
  readonly answers?: number;
}

/**
 * Message text between a 354 and the final dot, or in a BDAT chunk. Where the log shows nothing of it, an empty range at the
 * end of the line before. The reply to the final dot answers this event; the reply to a BDAT chunk answers its command.
 */
export interface DataEvent extends EventBase {
  readonly kind: 'data';
  /** Lines as sent, dot-stuffing and all, without the final dot; empty where the log hides them. */
  readonly lines: readonly string[];
  readonly lineSpans: readonly WireLine[];
  /** True where the log does not show the text. */
  readonly hidden: boolean;
  /** True if the log shows the final dot or the last chunk, or a reply shows that it was sent. */
  readonly ended: boolean;
  /** Line end of the final dot, as in `WireLine.eol`. */
  readonly endEol?: LineEnd;
  readonly text: string;
}

/** A remark of the program that wrote the log, or what happened to the connection. */
export interface NoteEvent extends EventBase {
  readonly kind: 'note';
  readonly mark?: Mark;
  readonly text: string;
}

export type SessionEvent = CommandEvent | ReplyEvent | DataEvent | NoteEvent;

/** One connection. */
export interface Session extends Span {
  /** First and last line of the log that belong to it, from 0. */
  readonly line: number;
  readonly endLine: number;
  /** Name of the log format, as `Transcript.format`. */
  readonly format: string;
  /** Who wrote it. One log can hold both: a relaying server's own outgoing sessions are the client's view. */
  readonly vantage: Vantage;
  /** The client's name: what it said in EHLO or HELO, else its address. */
  readonly client?: string;
  /** The server's name: what its greeting or EHLO reply said, else its address. */
  readonly server?: string;
  /** When it started, as in `Piece.time`; in logs without times, the date in the greeting (the server's clock). */
  readonly started?: string;
  /** True once TLS was agreed on or the log says so. */
  readonly tls: boolean;
  /**
   * False if the log starts in the middle of it (no greeting, no HELO or EHLO, no remark that the connection was opened) or
   * stops in the middle (a command or a message without its reply, and nothing says that the connection was lost).
   */
  readonly complete: boolean;
  readonly events: readonly SessionEvent[];
}

/** A whole log. */
export interface Transcript extends HasSource {
  /** Name of the format: `sendmail-X`, `swaks`; that of most sessions if they differ; `unknown` if nothing in it is SMTP. */
  readonly format: string;
  readonly vantage: Vantage;
  readonly sessions: readonly Session[];
  /** Of a long log that was opened and not read: it answers what can be answered without its sessions. */
  readonly survey?: Survey;
}
