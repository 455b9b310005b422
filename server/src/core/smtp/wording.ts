/** What is known of a reply's words: which program says it so, what it means, what to do. */
import { t } from '@vscode/l10n';
import { greetings } from '../knowledge/greetings';
import { wordingAdvice, wordingRows, wordingThemes } from '../knowledge/wordings';
import { fits, needled, searched, type Needled } from '../needle';
import type { ReplyEvent, Session } from './model';
import { placeOfReply, programOfGreeting } from './signs';

/** A row of knowledge/wordings.ts. */
export interface Wording {
  readonly id: string;
  /** Programs or providers that say it. */
  readonly software: readonly string[];
  readonly codes: readonly number[];
  /** The usual enhanced code, as `5.7.1`. */
  readonly enhanced?: string;
  /** Where it is usually said: connect, helo, mail, rcpt, data, eod, quit, auth, starttls or any. */
  readonly stage: string;
  /** Whose move it is: client, server, recipient, sender, dns, network or policy. */
  readonly who: string;
  /** Number of fixed characters in the pattern: how much the row knows. */
  readonly weight: number;
  readonly pattern: string;
  readonly text: string;
  readonly todo?: string;
}

/** What a reply's text says, in the user's language. */
export interface Reading {
  /** Row of the wording, where one is known; a theme has none. */
  readonly wording?: Wording;
  /** What the text is about where only that can be told: `greylisting`. */
  readonly theme?: string;
  /** Programs that say it so; where the greeting does not decide, all whose words fit. */
  readonly software?: readonly string[];
  readonly text: string;
  readonly todo?: string;
}

/** What stands between the fields of a row. */
const FIELD = ' ¦ ';

const ENHANCED = /^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)/;

// A reply line is short; a longer one is no reply, and patterns should not have to read it.
const LONGEST = 2000;

/** Whose address it is says nothing. */
const ADDRESS = /<[^\s<>@]{1,64}@[^\s<>@]{1,255}>/g;

/**
 * The words of a reply as patterns want them: lines joined by a space, enhanced codes cut off, white space collapsed, one address
 * for all. `lines` are the texts after code and separator.
 */
export function wordsOf(lines: readonly string[]): string {
  return lines
    .map((line) => line.replace(ENHANCED, ''))
    .join(' ')
    .slice(0, LONGEST)
    .replace(/\s+/g, ' ')
    .replace(ADDRESS, '<user@example.com>')
    .trim();
}

/** Every known wording that a reply with this code and these words (see `wordsOf`) fits, the one that knows most first. */
export function knownWordings(code: number, words: string): readonly Wording[] {
  const reply = `${code} ${words}`;
  const known = lastKnown.get(reply);
  if (known) return known;
  const found: Wording[] = [];
  const text = searched(words);
  for (const row of rowsByCode().get(code) ?? []) if (fits(patternOf(row), text)) found.push(wordingOf(row));
  found.sort((a, b) => b.weight - a.weight);
  if (lastKnown.size === MOST_KNOWN) lastKnown.clear();
  lastKnown.set(reply, found);
  return found;
}

/** What a reply of a session says: the wording of the program that greets there before those of others, else its theme. */
export function readReply(session: Session, reply: ReplyEvent): Reading | undefined {
  const asked = reply.answers === undefined ? undefined : session.events[reply.answers];
  // Whatever the words: a server from before 1995, or something on the way that lets only HELO through (RFC 5321 3.2).
  if (asked?.kind === 'command' && asked.verb === 'EHLO' && (reply.code === 500 || reply.code === 502))
    return {
      text: t('The server does not know EHLO, or something on the way does not let it through.'),
      todo: t('The client says HELO and goes on without extensions: no TLS, no login.'),
    };
  const words = wordsOf(reply.lines);
  // The program decides between several.
  const program = knownWordings(reply.code, words).length > 1 ? programOf(session) : undefined;
  return readWords(reply.code, words, program);
}

/** As `readReply`, for a code and words without a session. `program` is the one that speaks, if it is known. */
export function readWords(code: number, words: string, program?: string): Reading | undefined {
  const known = knownWordings(code, words);
  const own = program === undefined ? undefined : known.find((w) => w.software.includes(program));
  const wording = own ?? known[0];
  if (wording) {
    // A row with half the fixed words fits too many texts to be named beside it.
    const same = own ? [own] : known.filter((w) => w.weight * 2 >= wording.weight);
    const software = [...new Set(same.flatMap((w) => w.software))];
    return { wording, software, text: t(wording.text), ...(wording.todo ? { todo: t(wording.todo) } : {}) };
  }
  if (code < 400) return undefined;
  const theme = themes().find((row) => row.regexp.test(words))?.theme;
  return theme && { theme: t(theme.name), text: t(theme.text), ...(theme.todo ? { todo: t(theme.todo) } : {}) };
}

/** The server program that a session's greeting names. */
export function programOf(session: Session): string | undefined {
  const i = session.events.findIndex((e) => e.kind === 'reply');
  if (i < 0 || placeOfReply(session, i) !== 'banner') return undefined;
  const greeting = session.events[i] as ReplyEvent;
  const text = `${greeting.code} ${greeting.lines[0] ?? ''}`;
  compiledGreetings ??= greetings.map(([program, pattern]) => ({ program, pattern: needled(pattern, 'i') }));
  // A provider is told apart from the program that it runs.
  const words = searched(text);
  const provider = text.length < LONGEST ? compiledGreetings.find((row) => fits(row.pattern, words)) : undefined;
  return provider?.program ?? programOfGreeting(text)?.program;
}

/** All wordings; for tests and tables. */
export function allWordings(): readonly Wording[] {
  return allRows().map(wordingOf);
}

/** A row in its text, and what it says, once that was asked. */
interface Row {
  readonly line: string;
  readonly software: readonly string[];
  wording?: Wording;
  pattern?: Needled;
}

// Of a row only the codes are looked at before one of them is asked for.
let byCode: Map<number, Row[]> | undefined;
// A log says the same again and again.
const MOST_KNOWN = 100;
const lastKnown = new Map<string, readonly Wording[]>();
let compiledGreetings: { program: string; pattern: Needled }[] | undefined;
let compiledThemes: { theme: (typeof wordingThemes)[number]; regexp: RegExp }[] | undefined;

function allRows(): Row[] {
  const rows: Row[] = [];
  let software: string[] = [];
  for (const line of wordingRows.split('\n')) {
    if (line.startsWith('# ')) software = line.slice(2).split(', ');
    else if (line !== '') rows.push({ line, software });
  }
  return rows;
}

function rowsByCode(): Map<number, Row[]> {
  if (byCode) return byCode;
  byCode = new Map();
  for (const row of allRows()) {
    const at = row.line.indexOf(FIELD) + FIELD.length;
    for (const code of row.line.slice(at, row.line.indexOf(' ', at)).split(',').map(Number)) {
      const list = byCode.get(code);
      if (list) list.push(row);
      else byCode.set(code, [row]);
    }
  }
  return byCode;
}

function wordingOf(row: Row): Wording {
  return (row.wording ??= parseRow(row.line, row.software));
}

function patternOf(row: Row): Needled {
  return (row.pattern ??= needled(wordingOf(row).pattern, 'iu'));
}

function parseRow(line: string, software: readonly string[]): Wording {
  const [id = '', use = '', pattern = '', text = '', advice] = line.split(FIELD);
  const [codes = '', enhanced = '-', stage = 'any', who = '', weight = '0'] = use.split(' ');
  const todo = advice?.startsWith('@') ? wordingAdvice[advice.slice(1)] : advice;
  return {
    id,
    software,
    codes: codes.split(',').map(Number),
    ...(enhanced === '-' ? {} : { enhanced }),
    stage,
    who,
    weight: Number(weight),
    pattern,
    text,
    ...(todo ? { todo } : {}),
  };
}

function themes(): { theme: (typeof wordingThemes)[number]; regexp: RegExp }[] {
  return (compiledThemes ??= wordingThemes.map((theme) => ({ theme, regexp: new RegExp(theme.pattern, 'i') })));
}
