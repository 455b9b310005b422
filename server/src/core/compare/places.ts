/** The events of an exchange, and where they stand in the log, for showing. What a client says to log in is left out. */
import type { CommandEvent, DataEvent, ReplyEvent } from '../smtp/model';
import type { Dialogue, Exchange } from './dialogue';
import type { LogPlace } from './report';

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

/** True if a log breaks off with this command or reply, perhaps within it. */
export function endsLog(side: Dialogue, event: CommandEvent | ReplyEvent): boolean {
  return side.session.events.at(-1) === event;
}

/** Where a command stands. What a client says to log in is left out. */
export function commandPlace(side: Dialogue, exchange: Exchange): LogPlace {
  const command = commandOf(side, exchange);
  if (command) return { line: command.line, endLine: command.endLine, text: spoken(command) };
  const data = dataOf(side, exchange);
  if (data) return { line: data.line, endLine: data.endLine, text: data.hidden ? '' : (data.lines[0] ?? '') };
  return replyPlace(side, exchange)!;
}

/** A command without what it says to log in. */
export function spoken(command: CommandEvent): string {
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
