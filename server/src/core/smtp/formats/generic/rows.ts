/** Lines taken apart: what was said, and the words beside it that may tell who said it, when, and in which connection. */
import type { Line } from '../../lines';
import type { LineEnd } from '../../model';
import { readCsv, type Field } from '../csv';
import { isLiteral, readLiteral } from '../literal';
import { cutAfter, cutAt, findEvidence, kindOf, type Cut, type Kind } from './shapes';

/** A text that was said, with its place in the line. */
export interface Said {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly eol?: LineEnd;
}

/** A line taken apart. */
export interface Row {
  readonly line: Line;
  /** The line without what was said. */
  readonly shape: string;
  readonly words: readonly string[];
  /** Offset in the line where the text begins that was said. */
  readonly at: number;
  /** What it is, if it can be only one thing. */
  readonly kind?: Kind;
  /** True if no other line has this shape: a reply only where one is due, a command only where a reply follows that has none. */
  readonly rare?: boolean;
}

/** The shape of a reply's further lines, where the program marks only the first. */
export const CONTINUES = '\0';

/** How a program writes its lines. */
export interface Layout {
  /** The row of a line in which a command or a reply is found; of several places the first with a shape that `isKnown`. */
  find(line: Line, isKnown?: (shape: string) => boolean): Row | undefined;
  /** The row of a line after a shape that was found before. */
  after(line: Line, shape: string, glued: ReadonlySet<string>): Row | undefined;
  /** The lines of the wire in what a row holds. */
  said(row: Row): Said[];
}

/** Text behind words: `time [id] --> text`. */
export const plainLayout: Layout = {
  find(line, isKnown) {
    const known = isKnown && findEvidence(line.text, ({ at }) => isKnown(cutAt(line.text, at).shape));
    const found = known ?? findEvidence(line.text);
    return found && { line, ...cutAt(line.text, found.at), kind: found.kind };
  },
  after(line, shape, glued) {
    const cut = cutAfter(line.text, shape, glued);
    return cut && { line, ...cut };
  },
  said: ({ line: { text }, at }) => saidFrom(text, at, text.length),
};

/** How programs write the end of a line of the wire. */
export const ENDS =
  /(?:\\r\\n|\\n|\\r|\\015\\012|#015#012|#015|\\x0d\\x0a|\[\\?CR\]\[\\?LF\]|\[nl\]|\[CRLF\]|<CR><LF>|<CRLF>|<CR>|<EOL>|␍␊|␍|↵|%0D%0A|&#13;(?:&#10;)?|\^M(?:\^J)?|<br ?\/?>)/i;
/** A line end of the wire at a line's end. */
export const END = new RegExp(`${ENDS.source}$`, 'i');
/** The end of a message on one line of the log. */
export const WHOLE = new RegExp(`(${ENDS.source})\\.$`, 'i');
const TRAILER = /(?:<br ?\/?>|<\/[\w:-]{1,40}>| [([{]\d+ (?:bytes?|octets|chars)[)\]}])$/i;
export const BETWEEN = new RegExp(`${ENDS.source}(?=[2-5]\\d\\d[ -])`, 'i');

function saidFrom(text: string, from: number, to: number): Said[] {
  const quote = text[from - 1];
  if (quote === '"' && /[,;\t]/.test(text[from - 2] ?? '') && text.endsWith('"') && !text.includes('\\', from))
    return [{ text: text.slice(from, -1).replaceAll('""', '"'), start: from, end: text.length - 1 }]; // RFC 4180 2
  if ((quote === '"' || quote === "'") && isLiteral(text, from - 1)) {
    const lines = readLiteral(text, from - 1);
    return lines.length > 0 ? lines : [{ text: '', start: from, end: from }];
  }
  if (insideQuotes(text, from)) {
    const lines = readLiteral('"' + text.slice(from), 0).map((l) => ({ ...l, start: from - 1 + l.start, end: from - 1 + l.end }));
    return lines.length > 0 ? lines : [{ text: '', start: from, end: from }];
  }
  const bars =
    text.slice(0, from).endsWith('S: ') && text.includes(' | ', from) ? /^([2-5]\d\d)-(.*)$/.exec(text.slice(from, to)) : null; // Wireshark's summary of a reply
  if (bars && !BETWEEN.test(bars[2]!))
    return linesOf(bars[1]!, bars[2]!.split(' | '))
      .split('\r\n')
      .map((line) => ({ text: line, start: from, end: to }));
  let end = to;
  const close = CLOSING[quote ?? ''];
  if (close?.includes(text[end - 1] ?? '') && !balanced(text.slice(from, end), quote!, text[end - 1]!)) end--;
  for (let i = 0; i < 3; i++) {
    const tail = TRAILER.exec(text.slice(Math.max(from, end - 60), end));
    if (!tail) break;
    end -= tail[0].length;
  }
  const said: Said[] = [];
  let at = from;
  if (end - from > 8 && /^[2-5]\d\d-/.test(text.slice(from, from + 4)))
    for (let m = BETWEEN.exec(text.slice(at, end)); m; m = BETWEEN.exec(text.slice(at, end))) {
      said.push({ text: text.slice(at, at + m.index), start: at, end: at + m.index });
      at += m.index + m[0].length;
    }
  said.push({ text: entities(text.slice(at, end)), start: at, end: Math.max(at, end) });
  return said;
}

/** The lines of a reply as they were on the wire. */
export function linesOf(code: string, texts: readonly string[]): string {
  return texts.map((text, i) => `${code}${i < texts.length - 1 ? '-' : ' '}${text}`).join('\r\n');
}

/** True if a double quote before this offset is still open, and closed behind it. */
function insideQuotes(text: string, at: number): boolean {
  let open = false;
  for (let i = text.indexOf('"'); i >= 0 && i < at; i = text.indexOf('"', i + 1)) open = !open;
  return open && text.indexOf('"', at) >= 0;
}

/** What may close a text, by what stands before it. */
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}', '(': ')', '<': '>', '`': "`'", '«': '»', '“': '”' };

function balanced(text: string, open: string, close: string): boolean {
  let depth = 0;
  for (const char of text) depth += char === open ? 1 : char === close ? -1 : 0;
  return depth === 0;
}

function entities(text: string): string {
  return text.includes('&') ? text.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ENTITIES[name]!) : text;
}

/** What HTML and XML write for these characters. */
export const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** Columns parted by `separator`; what was said stands in column `column` of `columns`. */
export function columnLayout(separator: string, column: number, columns: number): Layout {
  const row = (line: Line): Row | undefined => {
    const fields = columnsOf(line.text, separator);
    if (fields.length < columns) return undefined;
    const more = fields.length - columns; // the text holds the separator
    const said = fields[column]!;
    const last = fields[column + more]!;
    const words = fields.filter((_, i) => i < column || i > column + more).map((f) => f.text.trim());
    const at = said.start + (said.text.length - said.text.trimStart().length);
    const kind = kindOf(line.text.slice(at, last.end).trim());
    return { line, shape: separator, words, at, ...(kind && { kind }) };
  };
  return {
    find(line) {
      const found = row(line);
      return found?.kind && found;
    },
    after: row,
    said(r) {
      const fields = columnsOf(r.line.text, separator);
      const end = fields[column + Math.max(0, fields.length - columns)]?.end ?? r.line.text.length;
      const { text } = r.line;
      const field = fields[column];
      return field && text[field.start - 1] === '"' && separator === ','
        ? saidFrom(field.text, r.at - field.start, field.text.length).map((said) => ({
            ...said,
            start: said.start + field.start,
            end: said.end + field.start,
          }))
        : saidFrom(text, r.at, end - (text.slice(r.at, end).length - text.slice(r.at, end).trimEnd().length));
    },
  };
}

/** The fields of a line, with their places. */
export function columnsOf(text: string, separator: string): Field[] {
  if (separator === ',') return readCsv(text);
  const fields: Field[] = [];
  for (let at = 0; at <= text.length;) {
    const next = text.indexOf(separator, at);
    const end = next < 0 ? text.length : next;
    fields.push({ text: text.slice(at, end), start: at, end });
    at = end + separator.length;
  }
  return fields;
}

/** A JSON object a line, or lines of an array of them. */
export const jsonLayout: Layout = {
  find(line) {
    for (const [key, value] of objectOf(line.text)) {
      const found = findEvidence(value);
      if (found) return jsonRow(line, key, { ...cutAt(value, found.at), kind: found.kind });
    }
    return undefined;
  },
  after(line, shape, glued) {
    const [key = '', inner = ''] = shape.split('\0');
    const value = objectOf(line.text).find(([name]) => name === key)?.[1];
    const cut = value === undefined ? undefined : cutAfter(value, inner, glued);
    return cut && jsonRow(line, key, cut);
  },
  said({ line: { text }, shape, at }) {
    const key = shape.slice(0, shape.indexOf('\0'));
    const value = objectOf(text).find(([name]) => name === key)?.[1] ?? '';
    const place = placeOfValue(text, key);
    return value
      .slice(at)
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .flatMap((part) => saidFrom(part, 0, part.length))
      .map((s) => ({ ...s, ...place }));
  },
};

function jsonRow(line: Line, key: string, cut: Cut & { kind?: Kind }): Row {
  const words = [...cut.words];
  for (const [name, value] of objectOf(line.text)) if (name !== key) words.push(`${name}=${value}`);
  return { line, shape: `${key}\0${cut.shape}`, words, at: cut.at, ...(cut.kind && { kind: cut.kind }) };
}

/** The fields that rows of JSON have beside what was said: not each has all of them, so that a column may be any. */
export function fieldsOf(rows: readonly Row[]): readonly string[] {
  const names = new Set<string>();
  for (const { shape, words } of rows.slice(0, 100))
    if (shape.includes('\0') && shape !== CONTINUES)
      for (const word of words) if (word.includes('=')) names.add(word.slice(0, word.indexOf('=') + 1));
  return [...names].slice(0, 24);
}

/** The word of a row that begins so: the name of a field and `=`. */
export function fieldIn({ words }: Row, name: string): string | undefined {
  return words.find((word) => word.startsWith(name));
}

/** How long a line may be that is taken for an object, and how deep objects lie in each other. */
const LONGEST = 1_000_000;
const DEEPEST = 3;

/** The texts and numbers of the object a line holds, by their names; none if it holds no object. */
export function objectOf(line: string): [string, string][] {
  const text = line
    .trim()
    .replace(/^\[(?=\{)|,$/g, '')
    .replace(/\]$/, '');
  if (!text.startsWith('{') || !text.endsWith('}') || text.length > LONGEST) return [];
  const found: [string, string][] = [];
  try {
    gather(JSON.parse(text), '', 0, found);
  } catch {
    return [];
  }
  return found;
}

function gather(value: unknown, name: string, depth: number, found: [string, string][]): void {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') found.push([name, String(value)]);
  else if (typeof value === 'object' && value !== null && depth < DEEPEST)
    for (const [key, inner] of Object.entries(value)) gather(inner, name === '' ? key : `${name}.${key}`, depth + 1, found);
}

/** Where the value of a name stands in a line of JSON. */
export function placeOfValue(text: string, name: string): { start: number; end: number } {
  const key = text.indexOf(JSON.stringify(name.slice(name.lastIndexOf('.') + 1)));
  const colon = key < 0 ? -1 : text.indexOf(':', key + name.length - name.lastIndexOf('.') - 1);
  const quote = colon < 0 ? -1 : text.indexOf('"', colon);
  if (quote < 0) return { start: 0, end: text.length };
  let end = quote + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return { start: quote + 1, end: Math.min(Math.max(end, quote + 1), text.length) };
}
