/** What a place of a transcript means: the code, command, keyword, parameter or field, and what it means here. */
import { t } from '@vscode/l10n';
import type { Hover } from '../language';
import { receivedWith } from '../knowledge/headers';
import { specialLines } from '../knowledge/smtpCommands';
import { code, explain } from '../markdown';
import { shorten } from './describe';
import { decodeWords } from './encodedWords';
import { headerEntry, headerOf, type Context } from './entries';
import { overCommand } from './hoverCommand';
import { overReply } from './hoverReply';
import type { DataEvent, Transcript } from './model';
import { eventAt } from './places';
import { headerFields } from './signs';

/** The hover at `offset` (UTF-16, from 0); none over notes and over message text that says nothing of the transfer. */
export function hover(model: Transcript, offset: number): Hover | undefined {
  const place = eventAt(model, offset);
  if (!place) return undefined;
  const { session, index, event, part } = place;
  const found =
    event.kind === 'reply'
      ? overReply(model, session, event, index, part, offset)
      : event.kind === 'command'
        ? overCommand(session, event, index, offset)
        : event.kind === 'data'
          ? overMessage(event, part, offset)
          : undefined;
  // The log's own marks before and behind the wire's text explain nothing.
  return found && offset >= found.span.start && offset <= found.span.end ? found : undefined;
}

function overMessage(data: DataEvent, part: number, offset: number): Hover | undefined {
  const line = data.lines[part];
  const span = data.lineSpans[part];
  if (line === undefined || !span || offset < span.start || offset > span.end) return endOfMessage(data, offset);
  const { fields, bodyAt } = headerFields(data);
  if (part < bodyAt) {
    const field = fields.find((f) => part >= f.line && part <= f.endLine);
    const row = field && headerOf(field.name);
    const decoded = field && decodeWords(field.text);
    if (!field || !(row || decoded)) return undefined;
    const span = { start: data.lineSpans[field.line]!.start, end: data.lineSpans[field.endLine]!.end };
    const context = row?.[0] === 'Received' ? receivedContext(field.text) : decodedContext(field.name, decoded);
    const shown = row ?? [field.name, t('Not known here.'), 'RFC 5322 3.6.8'];
    return { span, markdown: headerEntry(shown, field.name, context) };
  }
  if (!line.startsWith('..') || offset > span.start + 2) return undefined;
  return { span: { start: span.start, end: span.start + 2 }, markdown: specialEntry('..') };
}

/** The line with the final dot, which belongs to no line of the message. */
function endOfMessage(data: DataEvent, offset: number): Hover | undefined {
  if (!data.ended || offset < data.end - 1 || offset > data.end) return undefined;
  return { span: { start: data.end - 1, end: data.end }, markdown: specialEntry('.') };
}

function specialEntry(line: string): string {
  const row = specialLines.find((r) => r.line === line)!;
  return explain({ title: row.line, what: t(row.what), here: t(row.text), sources: row.source }, t('To do'));
}

/** A field's text as people read it, where it has encoded words (RFC 2047). */
function decodedContext(name: string, decoded: string | undefined): Context {
  if (decoded === undefined) return {};
  return { here: t('Reads: {0}', code(shorten(decoded.slice(name.length + 1).trim(), 300))) };
}

function receivedContext(text: string): Context {
  const protocol = /\bwith\s{1,20}([A-Z0-9]{3,12})\b/.exec(text)?.[1];
  const meaning = protocol === undefined ? undefined : receivedWith[protocol];
  return meaning === undefined ? {} : { here: t('Here “with {0}”: {1}.', protocol!, t(meaning)) };
}
