/**
 * What a transcript is after reading, whoever wrote it: sessions, each a list of events in the order of the log.
 *
 *   lines → a format's adapter → pieces → session.ts → sessions
 */
import type { HasSource } from '../problem';
import type { Span } from '../text';

/** Who wrote the log: the client, the server, or somebody who saw both (an article, a sniffer). */
export type Vantage = 'client' | 'server' | 'both';

export type Side = 'client' | 'server';

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
  /** As the log has it, brought to ISO 8601 as far as it goes: `2026-11-22T03:52:58`, `10:38:54`. */
  readonly time?: string;
  /** What the log says happened to the connection at this line. */
  readonly mark?: 'open' | 'close' | 'tls' | 'eof';
  /** Message text that the log only counts or leaves out. */
  readonly hidden?: boolean;
  /** Line end as it was on the wire, where the log shows it. */
  readonly eol?: 'crlf' | 'lf' | 'cr';
  /** True if this piece continues the text of the one before it (a folded reply). */
  readonly continues?: boolean;
}

interface EventBase extends Span {
  /** First and last line of the log, from 0. For message text that others' lines interrupt, the outermost. */
  readonly line: number;
  readonly endLine: number;
  /** As in `Piece.time`. */
  readonly time?: string;
}

/** What the client said. During AUTH and after BDAT the client's lines are commands too, with verb ''. */
export interface CommandEvent extends EventBase {
  readonly kind: 'command';
  /** In capitals, at most one word (`MAIL`); '' for a line that is part of an exchange (AUTH data). */
  readonly verb: string;
  /** The line as sent, without line end. */
  readonly text: string;
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
  readonly lineSpans: readonly (Span & { readonly line: number })[];
  /** The reply as sent: `250-a\n250 b`. */
  readonly text: string;
  /** Index in `Session.events` of the command (or data) it answers; undefined for the greeting or a reply nobody asked for. */
  readonly answers?: number;
}

/** Message text between a 354 and the final dot (or in a BDAT chunk). */
export interface DataEvent extends EventBase {
  readonly kind: 'data';
  /** Lines as sent, dot-stuffing and all, without the final dot; empty where the log hides them. */
  readonly lines: readonly string[];
  readonly lineSpans: readonly (Span & { readonly line: number })[];
  /** True where the log does not show the text. */
  readonly hidden: boolean;
  /** True if the log shows the final dot (or the last chunk). */
  readonly ended: boolean;
  readonly text: string;
}

/** A remark of the program that wrote the log, or what happened to the connection. */
export interface NoteEvent extends EventBase {
  readonly kind: 'note';
  readonly mark?: 'open' | 'close' | 'tls' | 'eof';
  readonly text: string;
}

export type SessionEvent = CommandEvent | ReplyEvent | DataEvent | NoteEvent;

/** One connection. */
export interface Session extends Span {
  /** First and last line of the log that belong to it, from 0. */
  readonly line: number;
  readonly endLine: number;
  /** Who wrote it. One log can hold both: a relaying server's own outgoing sessions are the client's view. */
  readonly vantage: Vantage;
  /** The client's name: what it said in EHLO or HELO, else its address. */
  readonly client?: string;
  /** The server's name: what its greeting or EHLO reply said, else its address. */
  readonly server?: string;
  /** When it started, as in `Piece.time`. */
  readonly started?: string;
  /** True once TLS was agreed on or the log says so. */
  readonly tls: boolean;
  /** False if the log starts in the middle of it (no greeting and no HELO or EHLO). */
  readonly complete: boolean;
  readonly events: readonly SessionEvent[];
}

/** A whole log. */
export interface Transcript extends HasSource {
  /** Name of the format: `sendmail-X`, `swaks`; `unknown` if nothing in it is SMTP. */
  readonly format: string;
  readonly vantage: Vantage;
  readonly sessions: readonly Session[];
}
