/** Which word of a line names the connection: the one that makes the fewest impossible dialogues. */
import type { Side } from '../../model';
import { replyOf, verbOf } from '../../wire';
import { fieldIn, fieldsOf, type Row } from './rows';

/** Rows looked at: enough to see connections mix. */
const MOST = 20_000;
/** Words of a line that are tried. */
const COLUMNS = 24;

/** A row with its text, in the order of the log. */
export interface Told {
  readonly row: Row;
  readonly text: string;
}

/** Gives the connection of a row; undefined where the row does not tell. */
export type KeyOf = (row: Row) => string | undefined;

/** Tells who said a row, as far as its words do. */
export type SideOf = (row: Row) => Side | undefined;

/** Finds how these rows, in which a command or a reply was found, name their connections; undefined if they do not. */
export function findKey(told: readonly Told[], sideOf: SideOf): KeyOf | undefined {
  const rows = told.length > MOST ? told.slice(0, MOST) : told;
  const byShape = new Map<string, Row[]>();
  for (const { row } of rows) {
    const list = byShape.get(row.shape);
    if (list) list.push(row);
    else byShape.set(row.shape, [row]);
  }
  const base = [...byShape.values()].sort((a, b) => b.length - a.length)[0];
  if (!base) return undefined;
  const columns = Math.max(...[...byShape.values()].map((list) => list[0]!.words.length));
  let best: KeyOf | undefined;
  let [least, fewest] = [costOf(rows, () => '', sideOf), 1];
  const tryKey = (key: KeyOf): void => {
    const names = new Set(rows.map(({ row }) => key(row)));
    names.delete(undefined);
    if (names.size < 2 || names.size > rows.length / 2) return;
    const cost = costOf(rows, key, sideOf);
    if (cost < least || (cost === least && best && names.size < fewest)) [best, least, fewest] = [key, cost, names.size];
  };
  for (let i = 0; i < Math.min(columns, COLUMNS); i++) tryKey(columnKey(i, base, byShape));
  for (const name of fieldsOf(rows.map(({ row }) => row))) tryKey((row) => fieldIn(row, name));
  tryKey(addressKey);
  return best;
}

/** Column `i` of the most frequent shape, and in each other shape the column that has the same words. */
function columnKey(i: number, base: readonly Row[], byShape: ReadonlyMap<string, readonly Row[]>): KeyOf {
  const names = new Set(base.map((row) => nameOf(row.words[i])));
  const places = new Map<string, number>([[base[0]!.shape, i]]);
  for (const [shape, rows] of byShape) {
    if (shape === base[0]!.shape) continue;
    const fromRight = rows[0]!.words.length - base[0]!.words.length + i;
    let most = 0;
    for (const j of new Set([i, fromRight, ...rows[0]!.words.keys()])) {
      let same = 0;
      for (const row of rows) if (row.words[j] !== undefined && names.has(nameOf(row.words[j]))) same++;
      if (same > most) {
        most = same;
        places.set(shape, j);
      }
    }
  }
  return ({ shape, words }) => nameOf(words[places.get(shape) ?? -1]);
}

function nameOf(word: string | undefined): string | undefined {
  return word?.replace(/^[#(]+/, '').replace(/(?<![:.,#])[:.,#]+$/, '');
}

const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}[.:]\d{1,5}|[\w-]+(?:\.[\w-]+)*[.:]\d{2,5}):?$/;

/** The addresses with ports on a line, whichever comes first. */
function addressKey({ words }: Row): string | undefined {
  const found = words.filter((word) => ADDRESS.test(word)).map((word) => nameOf(word)!);
  return found.length === 0 ? undefined : found.sort().join(' ');
}

/** What is impossible in the dialogues that this key makes of the rows, counted. */
function costOf(rows: readonly Told[], key: KeyOf, sideOf: SideOf): number {
  interface Connection {
    open: boolean;
    pending: number;
    more: boolean;
    verb: string;
    data: boolean;
  }
  const connections = new Map<string, Connection>();
  let cost = 0;
  let name = '';
  for (const { row, text } of rows) {
    name = key(row) ?? name;
    let c = connections.get(name);
    if (!c) connections.set(name, (c = { open: false, pending: 0, more: false, verb: '', data: false }));
    const side = sideOf(row);
    if (side !== undefined && (side === 'server') !== (row.kind === 'reply')) continue; // text of a message
    if (c.data && row.kind === 'command') continue;
    if (row.kind === 'reply') {
      const { code, more } = replyOf(text) ?? { code: Number(text.slice(0, 3)), more: false };
      const greeting = code === 220 && c.verb !== 'STARTTLS';
      if (!c.open) cost += greeting || code === 554 || code === 421 ? 0 : 2;
      else if (greeting && !c.more) cost += 3;
      else if (c.pending === 0 && !c.more && !c.data && code !== 421) cost += 1;
      if (!c.more && !greeting) c.pending = Math.max(0, c.pending - 1);
      c.data = code === 354;
      c.more = more;
      c.open = code !== 221 && !(code === 421 && !c.open);
    } else {
      const verb = verbOf(text);
      const hello = verb === 'EHLO' || verb === 'HELO' || verb === 'LHLO';
      if (!c.open) cost += hello ? 1 : 2;
      else if (c.more || (c.pending > 0 && WAIT.has(c.verb))) cost += 2;
      c.open = true;
      c.verb = verb;
      c.pending++;
      c.data = false;
    }
  }
  for (const c of connections.values()) if (c.open && c.verb !== 'QUIT') cost += 1;
  return cost;
}

/** Commands that no client sends anything behind before it has their reply (RFC 2920 3.1). */
const WAIT = new Set(['EHLO', 'HELO', 'LHLO', 'STARTTLS', 'AUTH', 'DATA', 'QUIT']);
