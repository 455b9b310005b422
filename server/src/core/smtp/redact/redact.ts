/**
 * A log that can be shown to others: without its logins, and as asked without addresses, host names, IP addresses and message
 * text. It still parses to the same sessions, and two logs of one session still compare to the same verdict.
 */
import { decodeBase64, encodeBase64 } from '../../base64';
import type { Edit } from '../../problem';
import type { Span } from '../../text';
import type { Transcript } from '../model';
import { bareNames, placesOfBareNames, machineNames, type Wanted } from './bare';
import { telltales } from './keep';
import { maskText } from './mask';
import { maskMessages } from './messages';
import { eachName } from './names';
import { addressFor, hostFor, userFor } from './pseudonyms';
import { codesIn, secretsOf } from './secrets';

/** What is to be taken out beyond logins. */
export interface RedactOptions extends Wanted {
  readonly ips?: boolean;
  /** The text of messages, the header fields that people write among it. */
  readonly messages?: boolean;
}

/** All of it: `postmaster redact --all`. */
export const everything: RedactOptions = { addresses: true, hosts: true, ips: true, messages: true };

export interface Redaction {
  /** The new text. */
  readonly text: string;
  /** What was replaced, in order, no two on one place. */
  readonly edits: readonly Edit[];
  /** How many places held login data. */
  readonly secrets: number;
}

/** Takes out of a transcript what must not be shown. Never throws; time is linear in the log. */
export function redact(transcript: Transcript, options: RedactOptions = {}): Redaction {
  const log = transcript.source.text;
  const fixed = chunks(transcript);
  const secrets = secretsOf(transcript);
  const settled = settle([
    ...secrets.map(({ start, end, stead }) => ({ start, end, text: stead })),
    ...(options.messages ? maskMessages(transcript) : []),
    ...(options.hosts ? machineNames(transcript).map((h) => ({ ...h, text: hostFor(log.slice(h.start, h.end)) })) : []),
  ]);
  const names = options.addresses || options.hosts || options.ips ? replaceNames(transcript, options, settled) : [];
  const all = [...settled, ...names].sort((a, b) => a.start - b.start).map((edit) => inLength(edit, log, fixed));
  const changed = all.filter((edit) => edit.text !== log.slice(edit.start, edit.end));
  return { text: applied(log, changed), edits: changed, secrets: secrets.length };
}

/** Edits in order; of those that share characters the one that covers the other stays, else the first. */
function settle(edits: Edit[]): Edit[] {
  const settled: Edit[] = [];
  for (const edit of edits.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = settled.at(-1);
    if (!last || edit.start >= last.end) settled.push(edit);
  }
  return settled;
}

/** The edits that replace names everywhere but in `taken`, which are in order. */
function replaceNames(transcript: Transcript, options: RedactOptions, taken: readonly Edit[]): Edit[] {
  const log = transcript.source.text;
  const rewrite = rewriter(
    options,
    telltales(transcript, (text) => applied(text, namesIn(text, rewriter(options, new Set())))),
  );
  const bare = bareNames(transcript, options);
  const places = bare.size > 0 ? placesOfBareNames(transcript) : [];
  const edits: Edit[] = [];
  const settledHere = new Set(taken);
  let place = 0;
  const look = (from: number, to: number): void => {
    if (to <= from) return;
    eachName(log, from, to, (name) => {
      if (name.kind !== 'word') return void edits.push(...rewrite(log, name));
      const stead = bare.get(log.slice(name.start, name.end));
      if (stead === undefined || log[name.end] === '=') return;
      while (place < places.length && places[place]!.end <= name.start) place++;
      if (places[place] && places[place]!.start <= name.start) edits.push({ start: name.start, end: name.end, text: stead });
    });
  };
  const challenged = challenges(transcript, (text) => applied(text, namesIn(text, rewrite)));
  let from = 0;
  for (const edit of [...taken, ...challenged].sort((a, b) => a.start - b.start)) {
    if (edit.start < from) continue;
    look(from, edit.start);
    if (!settledHere.has(edit)) edits.push(edit);
    from = edit.end;
  }
  look(from, log.length);
  return edits;
}

type Rewriter = (text: string, name: Parameters<Parameters<typeof eachName>[3]>[0]) => Edit[];

/** What becomes of a name that stands for itself. Those in `kept`, in small letters, stay. */
function rewriter(options: RedactOptions, kept: ReadonlySet<string>): Rewriter {
  return (text, { kind, start, end, at }) => {
    const found = text.slice(start, end);
    if (kept.has(found.toLowerCase())) return [];
    if (kind === 'host') return options.hosts ? [{ start, end, text: hostFor(found) }] : [];
    if (kind === 'ip') return options.ips ? [{ start, end, text: addressFor(found) }] : [];
    if (kind !== 'address') return [];
    const edits: Edit[] = [];
    if (options.addresses) edits.push({ start, end: at!, text: userFor(text.slice(start, at)) });
    const domain = text.slice(at! + 1, end);
    if (kept.has(domain.toLowerCase())) return edits;
    if (!domain.startsWith('[')) return options.hosts ? [...edits, { start: at! + 1, end, text: hostFor(domain) }] : edits;
    const literal = /^\[(?:IPv6:)?(.*)\]$/i.exec(domain)?.[1] ?? '';
    const from = end - 1 - literal.length;
    return options.ips ? [...edits, { start: from, end: end - 1, text: addressFor(literal) }] : edits;
  };
}

function namesIn(text: string, rewrite: Rewriter): Edit[] {
  const edits: Edit[] = [];
  eachName(text, 0, text.length, (name) => edits.push(...rewrite(text, name)));
  return edits;
}

/** The server's challenges of CRAM-MD5 and its like that name it, wherever the log shows them. */
function challenges(transcript: Transcript, rewritten: (text: string) => string): Edit[] {
  const codes = new Map<string, string>();
  for (const { events } of transcript.sessions)
    for (const event of events) {
      if (event.kind !== 'reply' || event.code !== 334) continue;
      for (const line of event.lines) {
        const text = decodeBase64(line.trim());
        if (text === undefined || !/^[\x20-\x7e]+$/.test(text)) continue;
        const other = rewritten(text);
        if (other !== text) codes.set(line.trim(), encodeBase64(other));
      }
    }
  return codesIn(transcript.source.text, codes).map(({ start, end, stead }) => ({ start, end, text: stead }));
}

/** Message text in chunks whose length was announced (RFC 3030): a reader counts it. In order. */
function chunks(transcript: Transcript): Span[] {
  const spans: Span[] = [];
  for (const { events } of transcript.sessions) {
    let chunked = false;
    for (const event of events) {
      if (event.kind === 'command') chunked = event.verb === 'BDAT';
      else if (event.kind === 'data' && chunked) for (const span of event.lineSpans) spans.push(span);
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** An edit that keeps the length of what it replaces, where that counts. */
function inLength(edit: Edit, log: string, fixed: readonly Span[]): Edit {
  const length = edit.end - edit.start;
  if (edit.text.length === length || fixed.length === 0) return edit;
  let low = 0;
  let high = fixed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fixed[middle]!.end <= edit.start) low = middle + 1;
    else high = middle;
  }
  if (!fixed[low] || fixed[low]!.start > edit.start) return edit;
  const found = log.slice(edit.start, edit.end);
  return { ...edit, text: maskText(found, found.toLowerCase()) };
}

function applied(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const edit of edits) {
    parts.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
