/**
 * What was said in pieces that stand apart: a record with a line for each of its fields (`Import-Csv … | Format-List` on a protocol
 * log of Exchange), or a row with codes, verbs and their arguments in columns of their own (`tshark -T fields -e smtp.req.command
 * -e smtp.req.parameter …`). Each is put together to one object, which the reader of JSON understands.
 */
import type { Line } from '../lines';
import type { Piece } from '../model';
import { NOTHING, type Format, type FormatReader } from './format';
import { columnsOf, linesOf } from './generic/rows';
import { generic } from './generic/generic';
import { findEvidence } from './generic/shapes';

export const records: Format = {
  name: 'generic',
  vantage: 'both',
  detect(lines) {
    const found = wholesOf(lines);
    return found.length < FEWEST ? 0 : 2 * generic.detect(found.map(({ text }) => text));
  },
  open: () => createReader(),
};

const FEWEST = 3;
const FIELD = /^ {0,8}([A-Za-z][\w .()/-]{0,40}?) *:(?: (.*))?$/;

/** An object made of lines, in the place of the line that tells what was said. */
type Whole = Line & { readonly end: number };

interface Field {
  readonly name: string;
  value: string;
  readonly line: Line;
  readonly from: number;
}

function wholesOf(lines: readonly string[]): Whole[] {
  const maker = createMaker();
  const found = lines.flatMap((text, number) => maker.take({ number, start: 0, text }) ?? []);
  return [...found, ...maker.end()];
}

function createReader(): FormatReader {
  const inner = generic.open();
  const maker = createMaker();
  const places = new Map<number, Whole>();

  function pass(wholes: readonly Whole[]): void {
    for (const whole of wholes) {
      places.set(whole.number, whole);
      inner.read(whole);
    }
  }

  return {
    learn: (lines) => inner.learn?.(wholesOf(lines).map(({ text }) => text)),
    read(line) {
      const found = maker.take(line);
      if (found) pass(found);
      return found && NOTHING;
    },
    end() {
      pass(maker.end());
      return (inner.end?.() ?? []).map((piece): Piece => {
        const { start, end } = places.get(piece.line)!;
        return { ...piece, start, end };
      });
    },
  };
}

/** Takes lines and gives what has become whole; undefined for a line that is no part of such an object. */
function createMaker(): { take(line: Line): Whole[] | undefined; end(): Whole[] } {
  let fields: Field[] = [];

  function end(): Whole[] {
    const of = fields;
    fields = [];
    const said = of.find(({ value }) => findEvidence(value)?.at === 0) ?? of.at(-1);
    if (!said || of.length < FEWEST) return [];
    const text = JSON.stringify(Object.fromEntries(of.map(({ name, value }) => [name, value])));
    return [{ ...said.line, start: said.line.start + said.from, end: said.line.start + said.line.text.length, text }];
  }

  return {
    end,
    take(line) {
      const row = rowOf(line);
      if (row) return [row];
      const { text } = line;
      const m = FIELD.exec(text);
      if (!m) {
        const last = fields.at(-1);
        // A value that is wider than the window goes on below itself.
        if (last && text.trim() !== '' && text.length > last.from && text.slice(0, last.from).trim() === '')
          last.value += text.trim();
        else if (text.trim() !== '') return undefined;
        return NONE;
      }
      const [, name = '', value = ''] = m;
      const before = fields.some((field) => field.name === name) ? end() : NONE;
      fields.push({ name, value: value.trimEnd(), line, from: text.length - value.length });
      return before;
    },
  };
}

const NONE: Whole[] = [];
const CODES = /^[2-5]\d\d(?:,[2-5]\d\d)*$/;
const VERBS = /^(?:(?:EHLO|HELO|MAIL|RCPT|DATA|BDAT|QUIT|RSET|NOOP|STARTTLS|AUTH|VRFY)(?:,|$))+$/i;
const ALONE = /^(?:DATA|QUIT|RSET|NOOP|STARTTLS)$/i;

/** A row of columns parted by tabs or bars, one of them a code or a verb, the next what belongs to it. */
function rowOf(line: Line): Whole | undefined {
  const separator = ['\t', '|', ';'].find((one) => line.text.includes(one));
  if (separator === undefined || line.text.length > LONGEST) return undefined;
  const columns = columnsOf(line.text, separator);
  const texts = columns.map(({ text }) => text.trim());
  const at = texts.findLastIndex((text) => CODES.test(text) || VERBS.test(text));
  if (
    at < 0 ||
    columns.length < FEWEST ||
    columns.some(({ text }) => findEvidence(text.trim())?.at === 0 && !/^[A-Z\d,]+$/i.test(text.trim()))
  )
    return undefined;
  const first = texts[at]!.split(',');
  const rest = texts[at + 1] ?? '';
  const reply = CODES.test(texts[at]!);
  const said = reply ? replyOf(first, rest) : commandsOf(first, rest);
  const others = texts.map((text, i): [string, string] => [`${i}`, i === at || i === at + 1 ? '' : text]);
  const text = JSON.stringify({ ...Object.fromEntries(others), side: reply ? 'S' : 'C', said });
  return { ...line, start: line.start + columns[at]!.start, end: line.start + (columns[at + 1] ?? columns[at]!).end, text };
}

const LONGEST = 4000;

/** Several replies, or lines of one, have their texts in one column, too, with commas between. */
function replyOf(codes: readonly string[], text: string): string {
  const texts = text.split(',');
  if (texts.length === codes.length) return codes.map((code, i) => `${code} ${texts[i]}`).join('\r\n');
  const [code = ''] = codes;
  const offers = code === '250' && texts.slice(1).every((one) => /^[A-Z\d][A-Z\d=-]*(?: |$)/.test(one));
  return offers ? linesOf(code, texts) : `${code} ${text}`;
}

function commandsOf(verbs: readonly string[], text: string): string {
  const texts = verbs.length > 1 ? text.split(',') : [text];
  return verbs.map((verb) => (ALONE.test(verb) ? verb : `${verb} ${texts.shift() ?? ''}`.trimEnd())).join('\r\n');
}
