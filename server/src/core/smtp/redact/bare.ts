/** Names without a dot or an @, which only their place shows to be names: the client's in HELO, a local recipient, a syslog's host. */
import { readSyslog } from '../formats/syslog';
import { parametersIn } from '../machine';
import type { CommandEvent, ReplyEvent, Session, Transcript } from '../model';
import { lineSpan, type Span } from '../../text';
import { loginsOf } from './logins';
import { hostFor, userFor } from './pseudonyms';

/** Which names are to be replaced. */
export interface Wanted {
  /** Of people: what stands before the @, and users' names. */
  readonly addresses?: boolean;
  readonly hosts?: boolean;
}

/** The bare names of a log, each with what stands for it. */
export function bareNames(transcript: Transcript, wanted: Wanted): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const add = (name: string | undefined, stead: (name: string) => string): void => {
    if (name === undefined || !/^[\w\u0080-\uffff][\w\u0080-\uffff-]*$/.test(name) || /^\d+$/.test(name)) return;
    const replaced = stead(name);
    if (replaced !== name && !COMMON.has(name.toLowerCase())) names.set(name, replaced);
  };
  for (const { events } of transcript.sessions)
    for (const event of events) {
      if (event.kind !== 'command') continue;
      if (wanted.hosts && HELLO.has(event.verb)) add(event.text.trim().split(/\s+/)[1], hostFor);
      if (!wanted.addresses) continue;
      if (event.verb === 'MAIL' || event.verb === 'RCPT') add(/:\s*<?([^\s<>@]+)>?/.exec(event.text)?.[1], userFor);
      else if (event.verb === 'VRFY' || event.verb === 'EXPN') add(event.text.trim().split(/\s+/)[1], userFor);
      else if (event.verb === 'XCLIENT' || event.verb === 'XFORWARD')
        add(parametersIn(event.text).find((p) => p.name === 'LOGIN')?.value, userFor);
    }
  if (wanted.addresses) for (const { user } of loginsOf(transcript)) add(user, userFor);
  return names;
}

const HELLO: ReadonlySet<string> = new Set(['EHLO', 'HELO', 'LHLO']);

/** Words that logs use in another sense. */
const COMMON: ReadonlySet<string> = new Set(
  'unknown localhost from by with id for mail mailer smtp esmtp lmtp local rcpt data to host user reply send connect error ok status sent and the test via'.split(
    ' ',
  ),
);

/**
 * Where a word may be a bare name: what follows the verb of a command, the text of a reply, remarks, and lines of no session. In
 * order; none where the log's own marks, commands and keywords stand.
 */
export function placesOfBareNames(transcript: Transcript): Span[] {
  const { source, sessions } = transcript;
  const places: Span[] = [];
  const told = new Uint8Array(source.lineStarts.length); // lines with something of a session
  for (const session of sessions)
    session.events.forEach((event) => {
      told.fill(1, event.line, event.endLine + 1);
      if (event.kind === 'note') places.push({ start: event.start, end: event.end });
      else if (event.kind === 'command') places.push(afterVerb(event, source.text));
      else if (event.kind === 'reply') for (const span of textsOf(event, session)) places.push(span);
    });
  for (let line = 0; line < told.length; line++) {
    if (told[line]) continue;
    const { start, end } = lineSpan(source, line);
    const from = start + (readSyslog(source.text.slice(start, end))?.from ?? 0);
    if (end > from) places.push({ start: from, end });
  }
  return places.sort((a, b) => a.start - b.start);
}

function afterVerb({ verb, start, end }: CommandEvent, log: string): Span {
  const text = log.slice(start, end);
  const colon = verb === 'MAIL' || verb === 'RCPT' ? text.indexOf(':') : -1;
  const close = text.indexOf('>', colon);
  const from = colon >= 0 ? colon + 1 : (/^\s*\S*\s*/.exec(text)?.[0].length ?? 0);
  return { start: start + from, end: colon >= 0 && close >= 0 ? start + close : end };
}

/** Of the answer to EHLO only the first line: the others are keywords. */
function textsOf(reply: ReplyEvent, { events }: Session): readonly Span[] {
  const asked = reply.answers === undefined ? undefined : events[reply.answers];
  const hello = asked?.kind === 'command' && HELLO.has(asked.verb);
  return hello ? reply.lineSpans.slice(0, 1) : reply.lineSpans;
}

/** The names of the machines that wrote the lines of a log, where a line begins with one; those with a dot left out. In order. */
export function machineNames(transcript: Transcript): Span[] {
  const { source } = transcript;
  const names: Span[] = [];
  for (let line = 0; line < source.lineStarts.length; line++) {
    const { start, end } = lineSpan(source, line);
    const mark = source.text.slice(start, Math.min(end, start + LONGEST_MARK));
    const host = readSyslog(mark)?.host;
    if (host !== undefined) {
      const at = start + mark.indexOf(` ${host} `) + 1;
      if (!host.includes('.')) names.push({ start: at, end: at + host.length });
    } else for (const { start: from, end: to } of connectorNames(mark)) names.push({ start: start + from, end: start + to });
  }
  return names;
}

/** In Exchange's log the machine stands in the connector's name, mostly twice: `…Z,SRV\Default Frontend SRV,…`. */
function connectorNames(mark: string): Span[] {
  const connector = /^(\d{4}-\d\d-\d\dT[\d:.]+Z,)(([\w-]{1,64})\\[^,]{0,200}),/.exec(mark);
  if (!connector) return [];
  const [, time, column, name] = connector as unknown as [string, string, string, string];
  const spans: Span[] = [];
  for (let at = column.indexOf(name); at >= 0; at = column.indexOf(name, at + name.length))
    spans.push({ start: time.length + at, end: time.length + at + name.length });
  return spans;
}

/** More than the beginning of a line takes. */
const LONGEST_MARK = 400;
