/**
 * What a log was wrapped in after it was written: quoted in a mail, indented, numbered, found by grep, collected by syslog,
 * journald or a container engine, stamped with times.
 */
import { END, objectOf, placeOfValue } from './formats/generic/rows';
import { readSyslog } from './formats/syslog';
import { timeIn } from './formats/generic/stamp';
import type { Line } from './lines';

/** A line without its wrapping. */
export interface Bare {
  readonly line: Line;
  /** Names the program or the file that wrote the line, where the wrapping does. */
  readonly key: string;
  readonly time?: string;
}

/** One kind of wrapping. */
export interface Wrap {
  readonly name: string;
  /** Undefined for a line that is not wrapped so. */
  strip(line: Line): Bare | undefined;
}

/** Undoes several wrappings, the outermost first; a line that lacks one is taken as it is. */
export function unwrap(line: Line, wraps: readonly Wrap[]): Bare {
  let bare: Bare = { line, key: '' };
  for (const wrap of wraps) {
    const inner = wrap.strip(bare.line);
    if (!inner) return bare;
    const time = inner.time ?? bare.time;
    bare = { line: inner.line, key: bare.key + inner.key, ...(time && { time }) };
  }
  return bare;
}

function cut(line: Line, at: number, key = '', time?: string): Bare {
  const rest = { ...line, start: line.start + at, text: line.text.slice(at) };
  return { line: rest, key, ...(time && { time }) };
}

/** A wrapping that a pattern finds at the beginning of the line; its first group names the connection, if it has one. */
function leader(name: string, pattern: RegExp, keyed = false): Wrap {
  return {
    name,
    strip(line) {
      const m = pattern.exec(line.text);
      if (!m || m[0] === '') return undefined;
      return cut(line, m[0].length, keyed ? (m[1] ?? '') : '', timeIn(m[0], m[0].length));
    },
  };
}

/** `INFO`, `[debug]`: a logger's level, and what may stand behind it. */
const levelBefore = (gap: string): string =>
  '(?:[[(<]?\\b(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FINE(?:R|ST)?|VERBOSE|DBG|INF|D|I|T|V)\\b[\\])>]?[:,]?' +
  `(?: - | \\| |${gap}))?`;
const LEVEL = levelBefore('\\s+');
const STAMP =
  '[[(]?(?:[A-Z][a-z]{2,8},? )?(?:\\d{4}[-/.]\\d\\d[-/.]\\d\\d|\\d{1,2}[-/.](?:\\d{1,2}|[A-Z][a-z]{2})[-/.]\\d{2,4}|[A-Z][a-z]{2} {1,2}\\d{1,2}(?:,? \\d{4})?|\\d{1,2} [A-Z][a-z]{2} \\d{4})?[T ,:_-]{0,2}\\d{1,2}:\\d\\d:\\d\\d(?:[.,:]\\d{1,9})?(?: ?[AP]M)?(?: ?(?:Z|UTC|GMT|[A-Z]{1,3}[DS]T|CET|EET|WET|MSK|[JKH][KS]T|[+-]\\d\\d:?\\d\\d)\\b)?(?: 20\\d\\d)?[\\])]?[:,]?(?: - | \\| |[\\t ]|$)';

/** Day and time of any form, perhaps a level behind them. */
export const STAMPED = new RegExp(`^${STAMP}${LEVEL}`);

/** The same where what is said may begin with blanks. */
export const STAMPED_ONCE = new RegExp(`^${STAMP}${levelBefore(' ')}`);

/** What loggers put between the time and what was said: thread, level, the name of the logger. */
const LOGGER = '(?:\\[[^\\]]{1,60}\\] ?)?';
export const LOGGED = new RegExp(
  `^${STAMP}(?:- )?${LOGGER}${LEVEL}${LOGGER}(?:\\d{1,7} --- ${LOGGER})?[\\w.$/-]{1,80}(?: - | ?: | {2,}: |:)${LEVEL}(?:- )?`,
);

/** Fields of JSON in which collectors keep a line, in the order of their certainty. */
const MESSAGES = ['MESSAGE', 'log', 'message', 'msg', 'line', 'text'];

const json: Wrap = {
  name: 'json',
  strip(line) {
    const fields = new Map(objectOf(line.text));
    const name = MESSAGES.find((one) => fields.has(one));
    if (name === undefined) return undefined;
    const { start, end } = placeOfValue(line.text, name);
    const text = fields
      .get(name)!
      .replace(/\r?\n$/, '')
      .slice(0, end - start);
    const stamp = fields.get('time') ?? fields.get('@timestamp') ?? fields.get('timestamp') ?? '';
    const time = timeIn(stamp, stamp.length);
    const inner = { ...line, start: line.start + start, text };
    const program = fields.get('SYSLOG_IDENTIFIER');
    const pid = fields.get('_PID') ?? fields.get('SYSLOG_PID') ?? '';
    return { line: inner, key: program === undefined ? '' : `${program}[${pid}]`, ...(time && { time }) };
  },
};

const LOGFMT = /(?:^|\s)(?:msg|message|log|text|line)=("(?:[^"\\]|\\.)*"|[^\s"]+)/;

const logfmt: Wrap = {
  name: 'logfmt',
  strip(line) {
    const m = /^[\w.@-]{1,40}=/.test(line.text) ? LOGFMT.exec(line.text) : undefined;
    if (!m) return undefined;
    const quoted = m[1]!.startsWith('"');
    const start = m.index + m[0].length - m[1]!.length + (quoted ? 1 : 0);
    const text = quoted ? unescaped(m[1]!.slice(1, -1)) : m[1]!;
    const stamp = /(?:^|\s)(?:time|ts|timestamp)="?([^\s"]+)/.exec(line.text)?.[1] ?? '';
    const time = timeIn(stamp, stamp.length);
    return { line: { ...line, start: line.start + start, text }, key: '', ...(time && { time }) };
  },
};

function unescaped(text: string): string {
  return text.includes('\\')
    ? text.replace(/\\(.)/g, (_, c: string) => (c === 't' ? '\t' : c === 'r' || c === 'n' ? '' : c))
    : text;
}

/** What journald keeps beside a line, as syslog would have written it. */
const journal: Wrap = {
  name: 'journal',
  strip(line) {
    const bare = json.strip(line);
    if (!bare || bare.key === '') return undefined;
    const fields = new Map(objectOf(line.text));
    const micros = Number(fields.get('__REALTIME_TIMESTAMP') ?? fields.get('_SOURCE_REALTIME_TIMESTAMP'));
    const time = micros > 0 && micros < 8e18 ? new Date(micros / 1000).toISOString() : '1970-01-01T00:00:00Z';
    const head = `${time} ${fields.get('_HOSTNAME') ?? 'localhost'} ${bare.key.replace('[]', '')}: `;
    return { line: { ...bare.line, start: bare.line.start - head.length, text: head + bare.line.text }, key: '' };
  },
};

const syslog: Wrap = {
  name: 'syslog',
  strip(line) {
    const found = readSyslog(line.text);
    return found && cut(line, found.from, `${found.program}[${found.pid}]`, found.time);
  },
};

const entities: Wrap = {
  name: 'entities',
  strip(line) {
    if (!line.text.includes('&')) return { line, key: '' };
    const text = line.text.replace(/&(lt|gt|amp|quot|nbsp|#39|#13);/g, (_, name: string) => ENTITIES[name]!);
    return { line: { ...line, text: text.replace(/<br ?\/?>$/, '') }, key: '' };
  },
};

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ', '#39': "'", '#13': '' };

/** Line ends of the wire as escapes or names, all in the same way: `\\r\\n`, `<CRLF>`. */
function writtenEnds(texts: readonly string[]): Wrap | undefined {
  const html = isHtml(texts);
  const seen = new Map<string, number>();
  for (const text of texts) {
    const end = END.exec(text.slice(-16))?.[0];
    if (end && !(html && end.startsWith('<br'))) seen.set(end, (seen.get(end) ?? 0) + 1);
  }
  const [end = '', times = 0] = [...seen].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (times < 3 || times < 0.5 * texts.length) return undefined;
  return {
    name: 'ends',
    strip: (line) => ({ line: line.text.endsWith(end) ? { ...line, text: line.text.slice(0, -end.length) } : line, key: '' }),
  };
}

/** `cat -A` marks where a line ends. */
const dollars: Wrap = {
  name: 'dollars',
  strip(line) {
    const end = /(\^M)?\$$/.exec(line.text);
    return {
      line: end ? { ...line, text: line.text.slice(0, end.index), ...(end[1] && { wireEol: 'crlf' as const }) } : line,
      key: '',
    };
  },
};

/** What Monolog puts behind each line: context and extra fields, as JSON. */
const context: Wrap = {
  name: 'context',
  strip(line) {
    const tail = CONTEXT.exec(line.text.slice(-LONGEST))?.[0].length ?? 0;
    return { line: tail === 0 ? line : { ...line, text: line.text.slice(0, -tail) }, key: '' };
  },
};

const LONGEST = 400;
const CONTEXT = / (?:\[\]|\{"[^{}]{0,200}\}) (?:\[\]|\{"[^{}]{0,200}\}) ?$/;

/** Blanks that a terminal or a table left behind each line. */
const padding: Wrap = {
  name: 'padding',
  strip: (line) => ({ line: { ...line, text: line.text.trimEnd() }, key: '' }),
};

/** The same, where no other field than a time differs from line to line: nothing but the line tells who said it. */
const jsonAlone: Wrap = { name: 'json alone', strip: (line) => json.strip(line) };

function isAlone(texts: readonly string[]): boolean {
  const values = new Map<string, Set<string>>();
  for (const text of texts)
    for (const [name, value] of objectOf(text) ?? []) {
      const seen = values.get(name);
      if (seen) seen.add(value);
      else values.set(name, new Set([value]));
    }
  return [...values].every(
    ([name, seen]) => seen.size === 1 || MESSAGES.includes(name) || /time|date|^ts$|stamp|offset|seq|nanos/i.test(name),
  );
}

/** Those of the wrappings that cannot be mistaken for anything else, and stand at the end of most lines. */
export function endsOf(texts: readonly string[]): readonly Wrap[] {
  const ends = writtenEnds(texts);
  const padded = texts.filter((text) => text.endsWith(' ')).length;
  return [
    ...(counted(texts) ? [numbered] : []),
    ...(isHtml(texts) ? [entities] : []),
    ...(texts.length >= 3 && texts.filter((text) => text.endsWith('$')).length >= 0.9 * texts.length ? [dollars] : []),
    ...(ends ? [ends] : []),
    ...(texts.length >= 3 && texts.every((text) => text === '' || CONTEXT.test(text.slice(-LONGEST))) ? [context] : []),
    ...(padded >= 3 && padded >= 0.9 * texts.filter((text) => text !== '').length ? [padding] : []),
  ];
}

/** True if the lines begin with numbers that follow each other: nothing but an editor or a forum does that. */
function counted(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => Number(/^\s*(\d{1,7})(?=[:.|)\]\t ]|$)/.exec(text)?.[1] ?? NaN));
  const follow = numbers.filter((n, i) => i > 0 && n === numbers[i - 1]! + 1).length;
  return follow >= 4 && follow >= 0.9 * (texts.length - 1);
}

/** True if angle brackets are written as HTML writes them, all but those of its own tags. No path on the wire begins with `&lt;`. */
function isHtml(texts: readonly string[]): boolean {
  const written = texts.filter((text) => /&(?:lt|gt|quot);/.test(text)).length;
  return (
    (written > 1 || texts.some((text) => /(?:FROM|TO): ?&lt;/i.test(text))) &&
    texts.every((text) => !/[<>]/.test(text.replace(/<\/?[a-z][\w-]{0,20}(?: [^<>]{0,200})?\/?>/gi, '')))
  );
}

const QUOTED = /^(?:> ?)*>|^(?:\| ?)*\|/;

/** As deep as all quoted lines are: what a line has more is its own. With a blank behind the marks only if all have one. */
function quoteOf(texts: readonly string[]): Wrap | undefined {
  const marks = texts.filter((text) => QUOTED.test(text.replace(/^ /, '')));
  if (marks.length < FEW_QUOTED) return undefined;
  const depths = marks.map((text) => QUOTED.exec(text.replace(/^ /, ''))![0].match(/[>|]/g)!.length);
  const depth = Math.min(...depths);
  const spaced = marks.every((text) => /^(?: |$)/.test(text.slice(endOfMarks(text, depth) ?? 0)));
  return {
    name: 'quote',
    strip(line) {
      const found = endOfMarks(line.text, depth);
      if (found === undefined) return undefined;
      return cut(line, found + (spaced && line.text[found] === ' ' ? 1 : 0));
    },
  };
}

/** Where the first so many marks of a quote end, each with a blank behind it or not; undefined if there are fewer. */
function endOfMarks(text: string, depth: number): number | undefined {
  let at = text.startsWith(' ') ? 1 : 0;
  for (let left = depth; text[at] === '>' || text[at] === '|'; at++) {
    if (--left === 0) return at + 1;
    if (text[at + 1] === ' ') at++;
  }
  return undefined;
}

const FEW_QUOTED = 3;
const numbered = leader('numbers', /^\s*\d{1,7}(?:[:.|)\]]\s?|\t| {1,2})/);
const others: readonly Wrap[] = [
  leader('bars', /^(?:│|┃|\||:) /),
  leader('patch', /^\+/),
  leader('file', /^((?:[A-Za-z]:)?[\w./\\@+-]{0,120}\w\.[A-Za-z][\w-]{0,8}[.\d]*)[:-](?:\d{1,7}[:-])/, true),
  leader('name', /^((?:[A-Za-z]:)?[\w./\\@+-]{0,120}\w\.[A-Za-z][\w-]{0,8}[.\d]*):/, true),
  leader(
    'container',
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d) (?:(?:stdout|stderr) [FP] |\w{1,40}\[[\w.-]{1,60}\]: )?/,
  ),
  leader('compose', /^([\w.-]{1,60})(?:-\d+)? +\| ?/, true),
  leader('pod', /^(\[pod\/[^\]\s]{1,120}\]) /, true),
  syslog,
  leader('stamp', STAMPED),
  leader('stamp and level', STAMPED_ONCE),
  leader('logger', LOGGED),
  leader('epoch', /^\[? *\d{1,10}\.\d{1,9}\]? /),
  leader('boot', /^\[ *\d{1,10}\.\d{1,9}\] \S+ ([^\s[\]:]+(?:\[\d+\])?): /, true),
  leader('tai', /^@[\da-f]{24} /),
  leader('millis', /^\d{13}[\t ,]/),
  json,
  logfmt,
  journal,
];

/** The wrappings these lines may have, the most particular first. Indentation is that of the line with the least of it. */
export function wrapsOf(texts: readonly string[]): readonly Wrap[] {
  const found = others.filter((wrap) => (wrap !== json && wrap !== journal) || texts.some((text) => text.startsWith('{')));
  if (texts.some((text) => text.startsWith('{')) && isAlone(texts)) found.unshift(jsonAlone);
  const quoted = quoteOf(texts);
  if (quoted) found.unshift(quoted);
  if (rising(texts) && !counted(texts)) found.unshift(numbered);
  if (texts.some((text) => /&(?:lt|gt|quot);/.test(text)) && !isHtml(texts)) found.unshift(entities);
  const indents = texts.filter((text) => text.trim() !== '').map((text) => text.length - text.trimStart().length);
  for (const indent of new Set(
    [Math.min(...indents), 8, 4, 2, 1].filter((n) => n > 0 && n < 80 && indents.filter((i) => i >= n).length > 2),
  ))
    found.push({
      name: `indent ${indent}`,
      strip: (line) => (line.text.slice(0, indent).trim() === '' ? cut(line, Math.min(indent, line.text.length)) : undefined),
    });
  return found;
}

/** True if most of the lines begin with numbers that count them. */
function rising(texts: readonly string[]): boolean {
  let before = -1;
  let up = 0;
  for (const text of texts) {
    const n = Number(/^\s*(\d{1,7})(?=[:.|)\]\t ])/.exec(text)?.[1] ?? NaN);
    if (n > before) up++;
    if (n === n) before = n;
  }
  return up > 2 && up >= 0.9 * texts.filter((text) => text.trim() !== '').length;
}
