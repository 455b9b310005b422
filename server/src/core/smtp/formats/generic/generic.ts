/**
 * The log of a program nobody described. Its own lines teach what stands before a command and before a reply, which word names
 * the connection and which tells the sides; all lines are kept until the log ends, since later ones may show it.
 */
import type { Line } from '../../lines';
import type { Piece } from '../../model';
import { NOTHING, type Format, type FormatReader } from '../format';
import { piecesOf } from './pieces';
import { CONTINUES, columnLayout, columnsOf, jsonLayout, plainLayout, type Layout, type Row } from './rows';
import { looks } from './shapes';

export const generic: Format = {
  name: 'generic',
  vantage: 'both',
  detect(lines) {
    const { score } = learn(lines);
    return score;
  },
  open: () => createGenericReader(),
};

/** What is known of a shape. */
interface Shape {
  replies: number;
  commands: number;
  /** Its words, column by column, as they look. */
  readonly looks: Set<string>[];
  readonly words: Set<string>[];
}

interface Learned {
  readonly layout: Layout;
  readonly shapes: Map<string, Shape>;
  readonly glued: Set<string>;
  readonly score: number;
}

const FEW = 10;
/** Different words of a column up to which all are known. */
const KNOWN = 4;
const MOST_SHAPES = 48;
const MAIL = /\bMAIL +FROM ?: ?</i;
const MOST_REMARKS = 100;
const MOST_RARE = 10_000;
/** Lines of a message that are waited for. */
const LONGEST = 10_000;

function lineOf(text: string): Line {
  return { number: 0, start: 0, text };
}

/** What a run of lines shows of a program's way to write. The score is 1 for each command and reply found. */
function learn(lines: readonly string[]): Learned {
  const layout = layoutOf(lines);
  const rows = lines.flatMap((text) => layout.find(lineOf(text)) ?? []);
  const learned: Learned = { layout, shapes: new Map(), glued: new Set(), score: 0 };
  for (const row of rows) note(learned, row);
  let [replies, commands, marked] = [0, 0, 0];
  const most = Math.max(0, ...[...learned.shapes.values()].map((shape) => shape.commands));
  for (const [shape, { replies: r, commands: c }] of learned.shapes) {
    // Commands that all stand in one way but for one: a remark may end in `STARTTLS`.
    // Nor is a remark a reply that ends in a code.
    const remark = c === 0 && r === 1 && most > 1 && rows.some((row) => row.shape === shape && isBare(row));
    if ((rows.length >= FEW && c === 0 && r < 2) || (r === 0 && c === 1 && most > 1) || remark) {
      learned.shapes.delete(shape);
      continue;
    }
    replies += r;
    commands += c;
    if (shape !== '') marked += r + c;
  }
  // Prose names commands too: without any reply there must be a mail.
  const talks = replies > 0 || (commands > 2 && lines.some((line) => MAIL.test(line)));
  const dialogue = commands > 0 ? talks && marked * 4 > replies + commands : marked === replies && isHalf(learned.layout, rows);
  return { ...learned, score: dialogue ? replies + commands : 0 };
}

function isBare({ line, at }: Row): boolean {
  return line.text.length - at <= 4;
}

const OFFER = /^250[- ](?:SIZE|8BITMIME|PIPELINING|AUTH|STARTTLS|DSN|CHUNKING|SMTPUTF8|ENHANCEDSTATUSCODES)\b/;

/** True if these are replies of a server that was greeted with EHLO, by a program that tells its commands in words of its own. */
function isHalf(layout: Layout, rows: readonly Row[]): boolean {
  const said = rows.map((row) => layout.said(row)[0]!.text);
  const greeting = said.findIndex((text) => text.startsWith('220'));
  return greeting >= 0 && said.slice(greeting).some((text) => OFFER.test(text));
}

function layoutOf(lines: readonly string[]): Layout {
  if (count(lines, (line) => jsonLayout.find(lineOf(line)) !== undefined) > 1) return jsonLayout;
  const found = lines.flatMap((text) => plainLayout.find(lineOf(text)) ?? []);
  for (const separator of ['\t', '|', ';', ',']) {
    const seen = new Map<string, number>();
    for (const { line, at } of found) {
      const fields = columnsOf(line.text, separator);
      const column = fields.findIndex((f) => f.end >= at);
      if (column < 0 || fields.length < 3 || !/^\s*$/.test(line.text.slice(fields[column]!.start, at))) continue;
      if (column === fields.length - 1) continue;
      const name = `${column} ${fields.length}`;
      seen.set(name, (seen.get(name) ?? 0) + 1);
    }
    const most = [...seen].sort((a, b) => b[1] - a[1])[0];
    if (!most || most[1] < 0.7 * found.length) continue;
    const [column, columns] = most[0].split(' ').map(Number) as [number, number];
    return columnLayout(separator, column, columns);
  }
  return plainLayout;
}

function count<T>(list: readonly T[], test: (one: T) => boolean): number {
  return list.reduce((n, one) => n + (test(one) ? 1 : 0), 0);
}

function note({ shapes, glued }: Learned, row: Row): void {
  let shape = shapes.get(row.shape);
  if (!shape) shapes.set(row.shape, (shape = { replies: 0, commands: 0, looks: [], words: [] }));
  if (row.kind === 'reply') shape.replies++;
  else shape.commands++;
  row.words.forEach((word, i) => {
    const seen = (shape.looks[i] ??= new Set());
    if (seen.size < 64) seen.add(looks(word));
    const words = (shape.words[i] ??= new Set());
    if (words.size <= KNOWN) words.add(word);
  });
  if (row.shape.endsWith('W')) glued.add(row.words.at(-1)!);
}

function createGenericReader(): FormatReader & { learn(lines: readonly string[]): void } {
  let learned: Learned | undefined;
  const rows: Row[] = [];
  const remarks: Line[] = []; // lines that are written in another way
  const rare: Row[] = []; // those of them that may be replies, as refusals look different in some logs, or commands
  let message = false; // after a 354: what is said now may stand behind a word of its own
  let open = false; // a line of the message was shown, marked: those below it may not be
  let held: Row[] = []; // such lines, of which a dot shows what they are
  let goesOn = ''; // what lines without any mark may begin with, after a reply or a message

  function learnMore(lines: readonly string[]): void {
    const more = learn(lines);
    if (!learned) learned = more;
    else if (more.layout === learned.layout || learned.layout !== jsonLayout)
      for (const [shape, known] of more.shapes) if (!learned.shapes.has(shape)) learned.shapes.set(shape, known);
    if (learned !== more) for (const word of more.glued) learned.glued.add(word);
  }

  function read(line: Line): readonly Piece[] | undefined {
    if (!learned) return undefined;
    const row = rowOf(line, learned);
    if (!row && open) {
      held.push(unmarked(line));
      open = line.text !== '.' && held.length < LONGEST;
      if (line.text === '.') rows.push(...held);
      return NOTHING;
    }
    held = [];
    if (!row) {
      if (remarks.length < MOST_REMARKS) remarks.push(line);
      const found = rare.length < MOST_RARE ? learned.layout.find(line) : undefined;
      if (found) rare.push({ ...found, rare: true });
      return undefined;
    }
    open = message && row.kind !== 'reply';
    rows.push(row);
    return NOTHING;
  }

  function rowOf(line: Line, known: Learned): Row | undefined {
    const found = known.layout.find(line, (shape) => known.shapes.has(shape));
    if (found && known.shapes.has(found.shape)) return spoken(found, known);
    const at = line.text.length - line.text.trimStart().length;
    if (
      known.layout === plainLayout &&
      goesOn !== '' &&
      line.text.startsWith(goesOn, at) &&
      /[ -]/.test(line.text[at + 3] ?? ' ')
    )
      return { line, shape: CONTINUES, words: [], at, kind: 'reply' };
    for (let strange = 0; strange <= (message ? 1 : 0); strange++)
      for (const [shape, about] of known.shapes) {
        if (shape.trim() === '') continue;
        const row = known.layout.after(line, shape, known.glued);
        if (!row || !fits(row, about, strange)) continue;
        goesOn = '';
        return row;
      }
    if (found?.kind === 'command' && resembles(found.shape, known)) return spoken(found, known);
    return known.shapes.has('') && line.text === '.' ? unmarked(line) : undefined;
  }

  function spoken(row: Row, known: Learned): Row {
    note(known, row);
    message = row.kind === 'reply' && row.line.text.includes('354 ');
    goesOn = row.kind === 'reply' ? row.line.text.slice(row.at, row.at + 3) : '';
    return row;
  }

  return { read, learn: learnMore, end: () => (learned ? piecesOf(withRare(rows, rare), learned.layout, remarks) : NOTHING) };
}

/** A line that has no mark. */
function unmarked(line: Line): Row {
  return { line, shape: '', words: [], at: 0 };
}

/** All rows in the order of the log. */
function withRare(rows: readonly Row[], rare: readonly Row[]): readonly Row[] {
  return rare.length === 0 ? rows : [...rows, ...rare].sort((a, b) => a.line.number - b.line.number);
}

/** True if a shape begins and ends like one that is known. */
function resembles(shape: string, { shapes }: Learned): boolean {
  if (shapes.size >= MOST_SHAPES || shape.length < 6) return false;
  for (const known of shapes.keys())
    if (known.length >= 6 && known.slice(-3) === shape.slice(-3) && known.slice(0, 3) === shape.slice(0, 3)) return true;
  return false;
}

/** True if a row's words, all but `strange` of them, look like those seen in its shape. */
function fits(row: Row, about: Shape, strange: number): boolean {
  const known = row.words.filter((word, i) => {
    const seen = about.words[i];
    if (!seen) return false;
    const total = about.replies + about.commands;
    if (seen.size <= KNOWN && (total >= 2 * KNOWN || (total > 2 && /^[A-Za-z]+$/.test(word))))
      return seen.has(word) || (about.looks[i]!.has(looks(word)) && /\d/.test(word));
    return about.looks[i]!.has(looks(word));
  });
  return known.length >= row.words.length - strange;
}
