/** Secrets that a log shows in another form than they were sent: within longer base64, in a hex dump, over several lines, escaped. */
import { encodeBase64 } from '../../base64';
import { findWords } from '../../search';
import { createSource, lineCount, lineSpan, type Span } from '../../text';

/** Shorter pieces of base64 stand in other words by chance. */
const SHORTEST = 6;

/** Words of base64 in which one of these values stands, at whichever of the three places a byte can have there. */
export function withinBase64(text: string, values: Iterable<string>): Span[] {
  const cores: string[] = [];
  for (const value of values)
    for (let before = 0; before < 3 && value.length >= SHORTEST; before++) {
      const code = encodeBase64('\0'.repeat(before) + value);
      cores.push(code.slice(Math.ceil((before * 8) / 6), Math.floor(((before + value.length) * 8) / 6)));
    }
  const words: Span[] = [];
  for (const hit of findWords(text, cores)) {
    if (hit.start < (words.at(-1)?.end ?? 0)) continue;
    let { start, end } = hit;
    while (start > 0 && /[A-Za-z0-9+/]/.test(text[start - 1]!)) start--;
    while (end < text.length && /[A-Za-z0-9+/=]/.test(text[end]!)) end++;
    if (text[start - 1] === '\\' && start < hit.start) start++; // the letter of an escape
    words.push({ start, end });
  }
  return words;
}

/** A line of a dump: an offset, up to 16 bytes in twos or fours. */
const DUMP =
  /^\s{0,12}(?:0x)?[\da-f]{4,8}(?::| -|)[ \t]{1,3}((?:[\da-f]{2}(?:[\da-f]{2})?[ -]{1,2}){0,15}[\da-f]{2}(?:[\da-f]{2})?)(?=\s|$)/i;

/** Bytes without an offset: in columns (ngrep, socat), as an array of C, in one run (PDML's values). */
const RUN =
  /(?<![\da-f])(?:(?:[\da-f]{2} {1,4}){1,31}[\da-f]{2}(?= {2}|\s{0,9}$)|0x[\da-f]{2}(?:, ?0x[\da-f]{2}){1,31}|(?:[\da-f]{2}){8,2000}(?![\da-f]))/i;

/** Bytes that dumps show, each with the places that tell it: its two digits, its character beside them. */
interface Dumped {
  bytes: string;
  readonly places: (readonly Span[])[];
}

/**
 * The places of a log's hex dumps (as of xxd, hexdump -C, curl --trace) at which `secretsIn` finds something in the bytes, each
 * with what to write there.
 */
export function inDumps(text: string, secretsIn: (bytes: string) => readonly Span[]): (Span & { readonly stead: string })[] {
  const found: (Span & { stead: string })[] = [];
  let dump: Dumped = { bytes: '', places: [] };
  const close = (): void => {
    if (dump.bytes.length === 0) return;
    for (const { start, end } of secretsIn(dump.bytes))
      for (let i = start; i < end; i++)
        for (const place of dump.places[i]!)
          found.push({ start: place.start, end: place.end, stead: place.end - place.start === 2 ? '58' : 'X' });
    dump = { bytes: '', places: [] };
  };
  const source = createSource(text);
  for (let line = 0; line < lineCount(source); line++) {
    const { start, end } = lineSpan(source, line);
    const shown = text.slice(start, end);
    const m = DUMP.exec(shown.slice(0, 120));
    const run = m ? null : RUN.exec(shown);
    if (m) addLine(dump, shown, start, m[0].length - m[1]!.length, m[1]!);
    else if (run) addLine(dump, shown, start, run.index, run[0]);
    else close();
  }
  close();
  return found;
}

function addLine(dump: Dumped, line: string, start: number, from: number, digits: string): void {
  const pairs = [...digits.matchAll(/[\da-f]{2}/gi)].map((p) => ({ start: start + from + p.index, byte: parseInt(p[0], 16) }));
  const shown = pairs.map(({ byte }) => (byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : undefined));
  const rest = from + digits.length;
  // The characters stand behind the digits, after blanks or a bar, those of Wireshark in two groups.
  let column = rest;
  let gap = 0;
  const at = (i: number): number => column + i + (i < 8 ? 0 : gap);
  const found = (): boolean => shown.every((c, i) => c === undefined || line[at(i)] === c);
  while (column < line.length && !found()) {
    gap = 1 - gap;
    if (gap === 0) column++;
  }
  for (const [i, pair] of pairs.entries()) {
    dump.bytes += String.fromCharCode(pair.byte);
    const place = { start: pair.start, end: pair.start + 2 };
    const inText = at(i) < line.length && shown[i] !== undefined;
    dump.places.push(inText ? [place, { start: start + at(i), end: start + at(i) + 1 }] : [place]);
  }
}

/**
 * Where `data` stands from offset `from` on, its characters escaped as in JSON or a URL, or parted by white space and ends of
 * lines: a range for each line. Empty if it does not stand there.
 */
export function scattered(text: string, from: number, data: string): Span[] {
  const begin = text.indexOf(data.slice(0, 4), from);
  if (begin < 0 || begin > from + 400) return [];
  const spans: Span[] = [];
  let start = begin;
  let at = begin;
  for (let i = 0; i < data.length;) {
    const c = data[i]!;
    const written = [c, `\\${c}`, escaped('\\u00', c), escaped('\\x', c), escaped('%', c)].find(
      (w) => text.slice(at, at + w.length).toLowerCase() === w.toLowerCase() && (w !== c || text[at] === c),
    );
    if (written !== undefined) {
      at += written.length;
      i++;
      continue;
    }
    if (!/\s/.test(text[at] ?? 'x')) return [];
    spans.push({ start, end: at });
    while (at < text.length && /\s/.test(text[at]!)) at++;
    start = at;
  }
  spans.push({ start, end: at });
  return spans.filter((s) => s.end > s.start);
}

function escaped(mark: string, c: string): string {
  return mark + c.charCodeAt(0).toString(16).padStart(2, '0');
}

/** Lines after `end`, an offset at the end of a line, that hold nothing but base64: data that was too long for one line. */
export function continued(text: string, end: number): Span[] {
  const spans: Span[] = [];
  const line = /\r?\n[ \t]{0,40}([A-Za-z0-9+/]{16,2000}={0,2}|[A-Za-z0-9+/]{2,2000}={1,2})[ \t]{0,40}(?=\r?\n|$)/y;
  line.lastIndex = end;
  for (let m = line.exec(text); m; m = line.exec(text)) {
    const start = m.index + m[0].indexOf(m[1]!);
    spans.push({ start, end: start + m[1]!.length });
  }
  return spans;
}
