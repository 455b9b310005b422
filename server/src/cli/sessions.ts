/** `postmaster sessions FILE`: the SMTP sessions of a log. */
import { t } from '@vscode/l10n';
import type { Session, SessionEvent, Transcript } from '../core/smtp/model';
import { readTranscript } from '../core/smtp/reader';
import { createWindows, type WindowSession } from '../core/smtp/windows';
import { decodeBytes, logsBelow, readBytes, readChunks, UsageError } from './files';
import { readable } from '../core/bytes';
import type { Outcome } from './outcome';

/** Reads a log (`-` is standard input) of any known format. A log without a session is told as such, with exit code 2. */
export function sessions(path: string, format: string): Outcome {
  const transcript = readLog(path);
  return { exit: 0, text: format === 'json' ? JSON.stringify(toJson(transcript), null, 1) : asText(transcript) };
}

/**
 * The sessions of logs and of folders of them, one a line, each as in `sessions --format json` with its file, format and vantage.
 * `complete` is as in the model; `ended` says whether the log shows its end. A log without a session has no lines: it can be a part
 * of a greater one.
 */
export function* sessionLines(paths: readonly string[]): Iterable<string> {
  for (const file of logsBelow(paths)) {
    const windows = createWindows();
    for (const chunk of readChunks(file)) yield* windows.push(chunk).map((found) => sessionLine(found, file));
    yield* windows.end().map((found) => sessionLine(found, file));
  }
}

function sessionLine({ session, before }: WindowSession, file: string): string {
  const { format, vantage, complete, events } = session;
  const ended = events.some(isEnd);
  return JSON.stringify({
    ...(file !== '-' && { file }),
    ...{ format, vantage, complete, ended },
    ...sessionToJson(session, before),
  });
}

function isEnd(event: SessionEvent): boolean {
  if (event.kind === 'note') return event.mark === 'close' || event.mark === 'eof';
  return event.kind === 'command' && event.verb === 'QUIT';
}

/** The transcript of a log; throws a `UsageError` where there is no SMTP session in it. */
export function readLog(path: string, bytes = readBytes(path)): Transcript {
  const transcript = readTranscript(decodeBytes(bytes));
  if (transcript.sessions.length > 0) return transcript;
  const name = path === '-' ? t('standard input') : path;
  throw new UsageError(whatElse(bytes, name));
}

/** What a file is that has no session, as far as its first bytes tell. */
function whatElse(bytes: Uint8Array, name: string): string {
  if (bytes.length === 0) return t('{0}: the file is empty.', name);
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (/^(?:\x1f\x8b|PK\x03\x04|BZh\d|\xfd7zXZ|\x28\xb5\x2f\xfd)/.test(head))
    return t('{0}: this is compressed. Unpack it first.', name);
  if (/^(?:\xd4\xc3\xb2\xa1|\xa1\xb2\xc3\xd4|\x0a\x0d\x0d\x0a)/.test(head))
    return t(
      '{0}: this is a recording of packets. Save what was said as text first, with `tshark -q -z follow,tcp,ascii,0 -r`.',
      name,
    );
  if (!/^(?:\xff\xfe|\xfe\xff)/.test(head) && head.includes('\0')) return t('{0}: this is no text.', name);
  return t('{0}: no SMTP session was found in it.', name);
}

/** The JSON that others rely on; lines from 1. */
function toJson(transcript: Transcript): object {
  return {
    format: transcript.format,
    vantage: transcript.vantage,
    sessions: transcript.sessions.map((session) => sessionToJson(session)),
  };
}

/** `before`: lines of the log that come before those the session was read from. */
function sessionToJson(s: Session, before = 0): object {
  return {
    line: before + s.line + 1,
    endLine: before + s.endLine + 1,
    client: s.client,
    server: s.server,
    started: s.started,
    tls: s.tls,
    events: s.events.map((event) => eventToJson(event, before)),
  };
}

function eventToJson(event: SessionEvent, before: number): object {
  return {
    line: before + event.line + 1,
    kind: event.kind,
    ...(event.kind === 'command' && { verb: event.verb }),
    ...(event.kind === 'reply' && { code: event.code, enhanced: event.enhanced }),
    text: readable(event.text),
    time: event.time,
  };
}

function asText(transcript: Transcript): string {
  const count = transcript.sessions.length;
  const written = { client: t('written by the client'), server: t('written by the server'), both: t('written by an observer') };
  const head = `${transcript.format}, ${written[transcript.vantage]}: ${count === 1 ? t('1 session') : t('{0} sessions', count)}`;
  return [head, ...transcript.sessions.map((s, i) => sessionAsText(s, i + 1))].join('\n\n');
}

function sessionAsText(session: Session, number: number): string {
  const who = `${session.client ?? '?'} → ${session.server ?? '?'}`;
  const facts = [session.started, session.tls ? 'TLS' : undefined, session.complete ? undefined : t('the beginning is missing')];
  const head = [t('{0}. lines {1}–{2}', number, session.line + 1, session.endLine + 1), who, ...facts].filter(Boolean).join('  ');
  const width = String(session.endLine + 1).length + 2;
  return [head, ...session.events.map((e) => `${String(e.line + 1).padStart(width)}  ${eventAsText(e)}`)].join('\n');
}

function eventAsText(event: SessionEvent): string {
  const first = readable(event.text.split('\n', 1)[0]!);
  const more = event.kind === 'reply' && event.lines.length > 1 ? '  ' + t('(+{0} lines)', event.lines.length - 1) : '';
  switch (event.kind) {
    case 'command':
      return 'C: ' + first;
    case 'reply':
      return 'S: ' + first + more;
    case 'data':
      return 'C: ' + (event.hidden ? t('(message text not shown)') : t('(message text, {0} lines)', event.lines.length));
    case 'note':
      return '   ' + first;
  }
}
