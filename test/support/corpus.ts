/**
 * The captured logs of test/fixtures/corpus, the made ones of test/fixtures/formats, and their sessions in the short form of the
 * files NAME.sessions.json.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Session, SessionEvent, Transcript } from '../../server/src/core/smtp/model';

/** The tests run in the project's folder. */
const root = path.resolve('test/fixtures/corpus');

/** Every log of the corpus by its path below it, with forward slashes, in order. */
export function corpusLogs(): string[] {
  return logsBelow(root);
}

/** The logs written after what is documented of formats that nobody captured, by their paths from the corpus. */
export function madeLogs(): string[] {
  return logsBelow(path.join(root, '../formats')).map((f) => `../formats/${f}`);
}

function logsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((f) => f.split(path.sep).join('/'))
    .filter((f) => f.endsWith('.log'))
    .sort();
}

/** A log as the command line reads it: one character for each byte. */
export function corpusText(log: string): string {
  return readFileSync(path.join(root, log), 'latin1');
}

/** What is expected of a log: beside it, in NAME.sessions.json. */
export function corpusExpectation(log: string): CompactTranscript {
  return JSON.parse(readFileSync(path.join(root, log.replace(/\.log$/, '.sessions.json')), 'utf8')) as CompactTranscript;
}

/** `dialogue` has for each event but notes its lines from 1 and `C` with the verb, `S` with the code, or `M` with the number of lines. */
export interface CompactTranscript {
  readonly format: string;
  readonly vantage: string;
  readonly sessions: readonly {
    readonly vantage: string;
    readonly client?: string;
    readonly server?: string;
    readonly tls: boolean;
    readonly dialogue: readonly string[];
  }[];
}

export function compact(transcript: Transcript): CompactTranscript {
  const { format, vantage, sessions } = transcript;
  return { format, vantage, sessions: sessions.map(compactSession) };
}

function compactSession(session: Session): CompactTranscript['sessions'][number] {
  const { vantage, client, server, tls, events } = session;
  const dialogue = events.filter((e) => e.kind !== 'note').map(compactEvent);
  return { vantage, ...(client && { client }), ...(server && { server }), tls, dialogue };
}

function compactEvent(event: SessionEvent): string {
  const lines = event.line === event.endLine ? `${event.line + 1}` : `${event.line + 1}-${event.endLine + 1}`;
  switch (event.kind) {
    case 'command':
      return `${lines} C ${event.verb || '*'}`;
    case 'reply':
      return `${lines} S ${event.code}`;
    case 'data':
      return `${lines} M ${event.hidden ? 'hidden' : event.lines.length}${event.ended ? '' : ' unended'}`;
    case 'note':
      return `${lines} N`;
  }
}
