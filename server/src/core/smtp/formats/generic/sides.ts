/**
 * Who said a line, by its words: learned from the lines whose text can only be a command or a reply. What the words mean is not
 * asked, except to tell who wrote the log: `sent` before replies is a server's log.
 */
import type { Side, Vantage } from '../../model';
import type { Told } from './connections';
import { fieldIn, fieldsOf, type Row } from './rows';

/** Tells who said a line of a connection; undefined if its words were never seen before commands or replies. */
export interface Sides {
  side(row: Row, key: string): Side | undefined;
  /** Who wrote the log of this connection down, as far as the words tell. */
  vantage(key: string, by: 'words' | 'arrows'): Vantage | undefined;
}

interface Counts {
  reply: number;
  command: number;
}

const SURE = 0.9;
const COLUMNS = 24;

type Sign = (row: Row) => string | undefined;

/** Finds the words that tell the sides; undefined if none do. `sure`: how much of the lines they must tell right. */
export function findSides(told: readonly Told[], keys: readonly string[], sure = SURE): Sides | undefined {
  const columns = Math.min(COLUMNS, Math.max(0, ...told.map(({ row }) => row.words.length)));
  const signs: Sign[] = [({ shape }) => shape];
  for (let i = 0; i < columns; i++)
    signs.push(({ shape, words }) => (words[i] === undefined ? undefined : `${shape}\0${words[i]}`));
  for (const name of fieldsOf(told.map(({ row }) => row)))
    signs.push((row) => (fieldIn(row, name) === undefined ? undefined : `${row.shape}\0${fieldIn(row, name)}`));
  let best: Sides | undefined;
  let most = 0;
  let fewest = 0; // different signs: a clock may tell right, too, where a log is there twice
  for (const sign of signs) {
    const cells = new Map<string, Counts>();
    told.forEach(({ row }, i) => {
      const value = sign(row);
      if (value === undefined || row.kind === undefined) return;
      for (const name of new Set([`${keys[i]}\0${value}`, `\0${value}`])) {
        let cell = cells.get(name);
        if (!cell) cells.set(name, (cell = { reply: 0, command: 0 }));
        cell[row.kind]++;
      }
    });
    const score = scoreOf(told, keys, sign, cells, sure);
    if (score > most || (score > 0 && score === most && cells.size < fewest)) {
      [most, fewest] = [score, cells.size];
      best = sidesBy(sign, cells, told, keys);
    }
  }
  return best;
}

/**
 * How many rows the words tell right by other rows, 0 if they are wrong too often on either side. What the client says after a
 * 354 may look like anything.
 */
function scoreOf(
  told: readonly Told[],
  keys: readonly string[],
  sign: Sign,
  cells: ReadonlyMap<string, Counts>,
  needed: number,
): number {
  const all = { reply: 0, command: 0 };
  const right = { reply: 0, command: 0 };
  const messages = new Set<string>(); // connections with a message under way
  told.forEach(({ row, text }, i) => {
    const key = keys[i]!;
    const cell = cells.get(`${key}\0${sign(row) ?? ''}`);
    if (!row.kind || !cell) return;
    const server = cell.reply > cell.command;
    if (!server && messages.has(key)) return;
    if (server && row.kind === 'reply') messages[text.startsWith('354') ? 'add' : 'delete'](key);
    const other = row.kind === 'reply' ? 'command' : 'reply';
    all[row.kind]++;
    if (cell[row.kind] - 1 > cell[other] || (cell[row.kind] === 1 && cell[other] === 0 && told.length < 12)) right[row.kind]++;
  });
  if (all.reply === 0 || all.command === 0) return 0;
  const sure = Math.min(right.reply / all.reply, right.command / all.command);
  return sure >= (told.length < 40 ? 0.5 : needed) ? right.reply + right.command : 0;
}

function sidesBy(sign: Sign, cells: ReadonlyMap<string, Counts>, told: readonly Told[], keys: readonly string[]): Sides {
  const votes = new Map<string, number>(); // by connection: server minus client
  const seen = new Map<string, Row>(); // one row for each sign
  told.forEach(({ row }) => {
    const value = sign(row);
    if (value !== undefined && !seen.has(value)) seen.set(value, row);
  });
  const meanings = new Map<string, Meaning>();
  const words = [...seen].map(([value, row]) => wordsOf(value, row));
  const usual = wordsOfAll(words);
  if (words.some((list) => list.includes('c'))) usual.add('r'); // client and response (snoop), not received
  for (const [value, row] of seen) meanings.set(value, meaningOf(value, row, usual));
  const common = alike([...meanings.values()]);
  told.forEach(({ row }, i) => {
    const meaning = meanings.get(sign(row) ?? '');
    if (!row.kind || !meaning) return;
    const count = (by: string, means: number): void => {
      const name = `${by} ${keys[i]}`;
      votes.set(name, (votes.get(name) ?? 0) + (row.kind === 'reply' ? means : -means));
    };
    count('words', meaning.word ?? 0);
    if (meaning.word === undefined && !common) count('arrows', meaning.arrow);
  });
  return {
    side(row, key) {
      const value = sign(row);
      if (value === undefined) return undefined;
      const cell = cells.get(`${key}\0${value}`) ?? cells.get(`\0${value}`);
      if (!cell || cell.reply === cell.command) return undefined;
      return cell.reply > cell.command ? 'server' : 'client';
    },
    vantage(key, by) {
      const vote = votes.get(`${by} ${key}`) ?? 0;
      return vote > 0 ? 'server' : vote < 0 ? 'client' : undefined;
    },
  };
}

/** 1: sent by who wrote the log, -1: received. `word` is undefined where no word tells, 0 where words name the sides. */
interface Meaning {
  readonly word?: number;
  readonly arrow: number;
}

/** The last ones are Chinese, Japanese and Russian, as characters and as the bytes of UTF-8. */
export const SENT =
  /^(?:send|sent|sending|snd|tx|out|outgoing|outbound|writes?|written|wrote|writing|w|o|put|output|transmit\w*|egress|gesendet|sende|senden|envoy\S*|envia\w*|inviat\w|verzonden|skickat|(?:发|å\u008f\u0091|送|é\u0080\u0081|отправ|ð[\u009e¾]ñ\u0082ð¿ñ\u0080ð)\S*|wys\S*ano|>+|we|me|us|local)$/;
export const RECEIVED =
  /^(?:recv|rcv|rcvd|recvd|receives?|received|receiving|rx|in|incoming|inbound|reads?|reading|r|i|get|got|input|ingress|empfang\w*|re\S\S?u|recibid\w|recebid\w|ricevut\w|ontvangen|mottaget|(?:[接收受]|æ\u008e¥|æ\u0094¶|å\u008f\u0097|получ|ð[\u009f¿]ð¾ð»ñ\u0083ñ\u0087)\S*|odebran\w|<+|they|peer|them|remote)$/;
const ROLES = /^(?:c|s|client|server|cli|srv|mta|mua|smtpc|smtpd)$/;

/** The words of a sign. */
function wordsOf(value: string, row: Row): string[] {
  const zero = value.indexOf('\0', row.shape.length);
  const sign = zero < 0 ? row.words.join(' ') : value.slice(zero + 1);
  return sign
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z<>\u0080-\uffff]+/);
}

/** Words that every sign has: they tell nothing of the direction. */
function wordsOfAll(signs: readonly (readonly string[])[]): Set<string> {
  if (signs.length < 2) return new Set();
  return signs.slice(1).reduce((left, words) => new Set(words.filter((word) => left.has(word))), new Set(signs[0]));
}

function meaningOf(value: string, row: Row, usual: ReadonlySet<string>): Meaning {
  const zero = value.indexOf('\0', row.shape.length);
  const sign = zero < 0 ? row.words.join(' ') : value.slice(zero + 1);
  const arrows = (row.shape + (zero < 0 ? row.words.join(' ') : sign)).replace(RIGHT, '>').replace(LEFT, '<');
  const points = Math.sign(arrows.split('>').length - arrows.split('<').length);
  const arrow = /(?:->|<-) "$/.test(row.shape) ? -points : points; // so Ruby's net/protocol writes what it read and wrote
  for (const word of wordsOf(value, row)) {
    if (usual.has(word)) continue;
    if (SENT.test(word) && !/^>+$/.test(word)) return { word: 1, arrow };
    if (RECEIVED.test(word) && !/^<+$/.test(word)) return { word: -1, arrow };
    if (ROLES.test(word) && zero >= 0) return { word: 0, arrow };
  }
  return { arrow };
}

/** Arrows of Unicode, as characters and as the bytes of UTF-8. */
const RIGHT = /[→⇒➡➜➔▶]|â(?:\u0086\u0092|\u0087\u0092|\u009e[¡\u009c\u0094]|\u0096¶)/g;
const LEFT = /[←⇐⬅◀]|â(?:\u0086\u0090|\u0087\u0090|¬\u0085|\u0097\u0080)/g;

/** True if every sign has the same arrow: then it is no arrow. */
function alike(meanings: readonly Meaning[]): boolean {
  return meanings.every((m) => m.arrow === meanings[0]!.arrow);
}
