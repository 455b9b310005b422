/** Who speaks in a session: fingerprints of programs between client and server, and the voice of the server itself. */
import type { Fingerprint, SignPlace } from '../knowledge/fingerprints';
import { fingerprints } from '../knowledge/fingerprints';
import type { Voice, VoicePlace } from '../knowledge/voices';
import { voices } from '../knowledge/voices';
import { fits, needled, searched, type Needled } from '../needle';
import type { Span } from '../text';
import type { DataEvent, ReplyEvent, Session } from './model';

/** One fingerprint found. */
export interface Sign {
  readonly fingerprint: Fingerprint;
  /** Index in `Session.events`. */
  readonly event: number;
  /** Index of the reply's or the message's line within the event; 0 for a command. */
  readonly part: number;
  /** What was found, without the log's own markers. */
  readonly text: string;
}

/** What the reply at `index` answers. A greeting is the first reply of a connection, before the client said anything. */
export function placeOfReply(session: Session, index: number): 'banner' | 'ehlo' | 'data' | 'end' | 'quit' | 'reply' {
  const reply = session.events[index] as ReplyEvent;
  if (reply.answers === undefined) return isGreeting(session, index) ? 'banner' : 'reply';
  const asked = session.events[reply.answers];
  if (asked?.kind === 'data') return 'end';
  if (asked?.kind !== 'command') return 'reply';
  switch (asked.verb) {
    case 'EHLO':
    case 'HELO':
    case 'LHLO':
      return 'ehlo';
    case 'DATA':
      return 'data';
    case 'QUIT':
      return 'quit';
    default:
      return 'reply';
  }
}

function isGreeting(session: Session, index: number): boolean {
  for (let i = index - 1; i >= 0; i--) if (session.events[i]!.kind !== 'note') return false;
  return true;
}

const known = new WeakMap<Session, readonly Sign[]>();

/** Every fingerprint in a session, in order of place. Time is linear in the session's text; asked again, it costs nothing. */
export function signsOf(session: Session): readonly Sign[] {
  let signs = known.get(session);
  if (!signs) known.set(session, (signs = findSigns(session)));
  return signs;
}

function findSigns(session: Session): Sign[] {
  const found: Sign[] = [];
  const look = (places: readonly SignPlace[], event: number, part: number, text: string): void => {
    if (text.length > LONGEST) return;
    const words = searched(text);
    for (const place of places)
      for (const { row, pattern } of byPlace().get(place) ?? [])
        if (fits(pattern, words)) found.push({ fingerprint: row, event, part, text });
  };
  session.events.forEach((event, i) => {
    if (event.kind === 'command') look(['command'], i, 0, event.text);
    else if (event.kind === 'reply') {
      const place = placeOfReply(session, i);
      const places: SignPlace[] = place === 'reply' ? ['reply'] : [place, 'reply'];
      event.lines.forEach((line, part) => look(places, i, part, `${event.code} ${line}`));
    } else if (event.kind === 'data') {
      const { fields, bodyAt } = headerFields(event);
      for (const field of fields) look(['header'], i, field.line, field.text);
      for (let part = bodyAt; part < event.lines.length; part++) look(['body'], i, part, event.lines[part]!);
    }
  });
  return found;
}

/** True if a fingerprint of a command or a reply may be in this line, whatever it answers. */
export function maySign(text: string): boolean {
  const words = searched(text);
  for (const [place, patterns] of byPlace())
    if (place !== 'header' && place !== 'body' && patterns.some(({ pattern }) => fits(pattern, words))) return true;
  return false;
}

/** How a line of a message looks in which a fingerprint may be, for who looks at many: all others have none. */
export interface ScannerMarks {
  /** The two characters such a line begins with, in both cases, the second one times 256; and what it begins with (sticky). */
  readonly first: ReadonlySet<number>;
  readonly start: RegExp;
  /** What it may have anywhere (global). */
  readonly anywhere: RegExp;
}

/** The marks. A header field, which may be folded, is told by its name alone. */
export function marksOfScanners(): ScannerMarks {
  const starts: string[] = [];
  const anywhere: string[] = [];
  for (const { where, pattern } of fingerprints) {
    if (where !== 'header' && where !== 'body') continue;
    if (!pattern.startsWith('^')) anywhere.push(pattern);
    else starts.push(where === 'body' ? pattern.slice(1) : pattern.slice(1, pattern.search(/(?<!\(\?):|$/)));
  }
  return {
    first: new Set(starts.flatMap((s) => bothCases(s, 0).flatMap((a) => bothCases(s, 1).map((b) => a + b * 256)))),
    start: new RegExp(starts.map((s) => `(?:${s})`).join('|'), 'iy'),
    anywhere: new RegExp(anywhere.map((s) => `(?:${s})`).join('|'), 'gi'),
  };
}

/** The characters that one of a pattern stands for. */
function bothCases(pattern: string, at: number): number[] {
  const c = pattern[at]!;
  return /[\w-]/.test(c) ? [c.toLowerCase().charCodeAt(0), c.toUpperCase().charCodeAt(0)] : Array.from(Array(128).keys());
}

/** Where in a text a fingerprint is, by offsets in it; undefined if it is not there. */
export function placeOfSign(fingerprint: Fingerprint, text: string): Span | undefined {
  const m = new RegExp(fingerprint.pattern, 'i').exec(text);
  return m ? { start: m.index, end: m.index + m[0].length } : undefined;
}

// Lines of messages can be of any length; no fingerprint needs more than a reply line's worth.
const LONGEST = 4096;

/** A header field, continuation lines joined by a space. `line` and `endLine` are indices of `DataEvent.lines`. */
export interface HeaderField {
  readonly name: string;
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
}

/** The header fields of a message and the index of the first line of its body. */
export function headerFields(data: Pick<DataEvent, 'lines'>): { fields: HeaderField[]; bodyAt: number } {
  const fields: { name: string; parts: string[]; line: number; endLine: number }[] = [];
  let i = 0;
  for (; i < data.lines.length; i++) {
    const line = data.lines[i]!;
    if (line === '') {
      i++;
      break;
    }
    const last = fields.at(-1);
    if (last && /^[ \t]/.test(line)) {
      last.parts.push(line.trim());
      last.endLine = i;
      continue;
    }
    const name = /^([!-9;-~]{1,100}):/.exec(line)?.[1];
    // Without a field name the message has no header any more: the rest is body.
    if (name === undefined) break;
    fields.push({ name, parts: [line], line: i, endLine: i });
  }
  return {
    fields: fields.map((f) => ({ name: f.name, text: f.parts.join(' '), line: f.line, endLine: f.endLine })),
    bodyAt: i,
  };
}

/** The server program that a greeting names, if it names one. `text` is the greeting's first line, with its code. */
export function programOfGreeting(text: string): Voice | undefined {
  const words = searched(text);
  return compiledVoices().find((v) => v.voice.fixed.length > 0 && v.banner && fits(v.banner, words))?.voice;
}

/** The programs known to say `text` (a reply's first line, with its code) at a place. */
export function programsSaying(place: VoicePlace, text: string): Voice[] {
  const words = searched(text);
  return compiledVoices()
    .filter(({ says: { [place]: pattern } }) => pattern && fits(pattern, words))
    .map((v) => v.voice);
}

/** A positive reply which the program that the greeting names does not give. */
export interface StrangeVoice {
  /** Whom the greeting names. */
  readonly program: string;
  readonly banner: number;
  /** Index in `Session.events` of the reply that is not its own, and what it answers. */
  readonly event: number;
  readonly place: VoicePlace;
  readonly text: string;
  /** Programs that do speak so; empty if none is known. */
  readonly others: readonly string[];
}

/** Replies of a session that the program its greeting names cannot have said. */
export function strangeVoices(session: Session): StrangeVoice[] {
  const banner = session.events.findIndex((e, i) => e.kind === 'reply' && placeOfReply(session, i) === 'banner');
  if (banner < 0) return [];
  const voice = programOfGreeting(firstLine(session.events[banner] as ReplyEvent));
  if (!voice) return [];
  const found: StrangeVoice[] = [];
  session.events.forEach((event, i) => {
    if (event.kind !== 'reply' || event.code >= 400) return;
    const place = placeOfReply(session, i);
    if (place !== 'data' && place !== 'end' && place !== 'quit') return;
    if (!voice.fixed.includes(place) || (place === 'data') !== (event.code === 354)) return;
    const text = firstLine(event);
    const speakers = programsSaying(place, text);
    if (speakers.includes(voice)) return;
    found.push({ program: voice.program, banner, event: i, place, text, others: speakers.map((s) => s.program) });
  });
  return found;
}

/** Programs that other servers stand behind as a rule: a filter after the queue or before it answers the end of the message. */
const FILTERED = new Set(['Postfix']);

/** Ends of messages that a program known by its words answered behind the one which greets. */
export function answeredBehind(session: Session): StrangeVoice[] {
  const banner = session.events.findIndex((e, i) => e.kind === 'reply' && placeOfReply(session, i) === 'banner');
  const voice = banner < 0 ? undefined : programOfGreeting(firstLine(session.events[banner] as ReplyEvent));
  if (!voice || !FILTERED.has(voice.program)) return [];
  const found: StrangeVoice[] = [];
  session.events.forEach((event, i) => {
    if (event.kind !== 'reply' || event.code !== 250 || placeOfReply(session, i) !== 'end') return;
    const text = firstLine(event);
    const speakers = programsSaying('end', text);
    // Words that nobody has for himself tell nothing.
    if (speakers.includes(voice) || !speakers.some((s) => s.banner !== undefined) || /^250 (?:2\.\d\.\d )?\S{1,3}$/i.test(text))
      return;
    found.push({ program: voice.program, banner, event: i, place: 'end', text, others: speakers.map((s) => s.program) });
  });
  return found;
}

/** First line of a reply as patterns see it: `220 text`. */
function firstLine(reply: ReplyEvent): string {
  return `${reply.code} ${reply.lines[0] ?? ''}`.trimEnd();
}

// Compiled at first use: a session without a transcript never pays for them.
let places: Map<SignPlace, { readonly row: Fingerprint; readonly pattern: Needled }[]> | undefined;

function byPlace(): NonNullable<typeof places> {
  if (places) return places;
  places = new Map();
  for (const row of fingerprints) {
    const one = { row, pattern: needled(row.pattern, 'i') };
    const list = places.get(row.where);
    if (list) list.push(one);
    else places.set(row.where, [one]);
  }
  return places;
}

interface CompiledVoice {
  readonly voice: Voice;
  readonly banner?: Needled;
  readonly says: Readonly<Partial<Record<VoicePlace, Needled>>>;
}

let compiled: CompiledVoice[] | undefined;

function compiledVoices(): CompiledVoice[] {
  compiled ??= voices.map((voice) => ({
    voice,
    ...(voice.banner ? { banner: needled(voice.banner, 'i') } : {}),
    says: Object.fromEntries(Object.entries(voice.says).map(([place, pattern]) => [place, needled(pattern, 'i')])),
  }));
  return compiled;
}
