/**
 * One number for how two sessions stand to each other: which of their lines are the same, what the others are like, which names
 * and ids recur where. Pairs with the same number differ in names, ids, dates and numbers only, and what the rules find in one
 * they find in the other.
 */
import type { Side } from '../../smtp/model';
import { isMuchLonger } from '../rules/size-differs';
import { wide } from './hash';
import { HEADER, HELLO, RCPT, type LineClass } from './kinds';
import { larger, SHOWN, type Live } from './live';

/** How many lines of the client's are looked at for the partner of one of the server's. */
const WINDOW = 16;
/** More names and ids than this in one session are not told apart here. */
const MOST_TOKENS = 1500;
const TABLE = 4096;
const NONE = -1;

/** Stands for a line that only the client's log has. */
const ALONE = -1;

/**
 * Exchanges that tell nothing new, as those of most recipients after the first: the indices of their first lines, in order. They are
 * two lines each, and the same number on both sides.
 */
export type Folds = Readonly<Record<Side, readonly number[]>>;

/** Of a line by its index: the index it would have without the folds; undefined for one that is folded. */
export function withoutFolds(index: number, folds: readonly number[]): number | undefined {
  let before = 0;
  while (before < folds.length && folds[before]! + 1 < index) before++;
  return before < folds.length && folds[before]! <= index ? undefined : index - 2 * before;
}

/** The index of a line that has this one without the folds. */
export function withFolds(index: number, folds: readonly number[]): number {
  for (const fold of folds) {
    if (fold > index) break;
    index += 2;
  }
  return index;
}

export interface Keys {
  /** The number of a pair; undefined if it must be looked at by itself. */
  readonly keyOf: (client: Live, server: Live) => number | undefined;
  /** What `keyOf` left out when it was asked last. */
  readonly folds: Folds;
}

/** `kinds` are all kinds of lines, by id. */
export function createKeys(kinds: readonly LineClass[]): Keys {
  const names = new Int32Array(TABLE);
  const numbers = new Int32Array(TABLE);
  const stamps = new Int32Array(TABLE);
  let stamp = 0;
  let next = 0;
  let seen = new Int32Array(1024); // by outline: the stamp of the pair that has it
  let asked = new Int32Array(1024); // by the outline of a reply: that of the command it was seen with
  let partners = new Int32Array(1024); // of the client's lines: the server's, or NONE
  const folds = { client: [] as number[], server: [] as number[] };
  let a = 0;
  let b = 0;

  function mix(value: number): void {
    a = Math.imul(a ^ value, 0x01000193);
    a ^= a >>> 15;
    b = (Math.imul(b, 31) + value) | 0;
  }

  /** The number of a name, by its first appearance. */
  function number(token: number): number {
    const slot = slotOf(token);
    if (stamps[slot] === stamp) return numbers[slot]!;
    stamps[slot] = stamp;
    names[slot] = token;
    return (numbers[slot] = next++);
  }

  /** The same, -1 for a name that has not appeared. */
  function numberOf(token: number): number {
    const slot = slotOf(token);
    return stamps[slot] === stamp ? numbers[slot]! : -1;
  }

  function slotOf(token: number): number {
    let slot = (token ^ (token >>> 12)) & (TABLE - 1);
    while (stamps[slot] === stamp && names[slot] !== token) slot = (slot + 1) & (TABLE - 1);
    return slot;
  }

  function keyOf(client: Live, server: Live): number | undefined {
    if (folds.client.length > 0) folds.client.length = folds.server.length = 0;
    if (client.tokenCount + server.tokenCount > MOST_TOKENS) return undefined;
    stamp++;
    next = 0;
    a = 0x811c9dc5 | 0;
    b = 0;
    if (partners.length < client.count) partners = larger(partners, client.count);
    if (areEqual(client, server)) for (let j = 0; j < client.count; j++) partners[j] = j;
    else matchLines(client, server);
    // First the tokens of what only one has, and of the client's name: of all others those alone count that are among them.
    let token = 0;
    for (let j = 0; j < client.count; j++) {
      const kind = kinds[client.kinds[j]!]!;
      if (partners[j] === NONE) mixLine(client, j, kind, token, 0x30000);
      else if (kind.verb === HELLO) for (let t = 0; t < kind.tokens; t++) number(client.tokens[token + t]!);
      token += kind.tokens;
    }
    token = 0;
    let expected = 0; // the server's next line, if nothing stands between
    for (let j = 0; j < client.count; j++) {
      const kind = kinds[client.kinds[j]!]!;
      const partner = partners[j]!;
      if (partner === NONE) mix(ALONE);
      else {
        if (kind.verb === RCPT && partner === expected && isSeen(client, j, token)) {
          folds.client.push(j);
          folds.server.push(partner);
          token += kind.tokens + kinds[client.kinds[++j]!]!.tokens;
          expected = partner + 2;
          continue;
        }
        mix(kind.outline);
        if (partner !== expected) mix(-partner + expected);
        expected = partner + 1;
        if (next > 0) mixKnown(client, token, kind.tokens, j - 2 * folds.client.length);
      }
      token += kind.tokens;
    }
    mix(server.count - expected);
    mix(client.dated && server.dated ? (client.date === server.date ? 1 : 2) : 3);
    return messages(client, server) ? wide(a, b) : undefined;
  }

  /** True for a command between lines that both logs have if one like it was answered alike before, and no token in it counts. */
  function isSeen(client: Live, at: number, token: number): boolean {
    const partner = partners[at]!;
    if (at + 2 >= client.count || partners[at - 1] !== partner - 1) return false;
    if (partners[at + 1] !== partner + 1 || partners[at + 2] !== partner + 2) return false;
    const command = kinds[client.kinds[at]!]!;
    const reply = kinds[client.kinds[at + 1]!]!;
    if (reply.code === 0 || reply.more) return false;
    for (let t = 0; t < command.tokens + reply.tokens; t++) if (numberOf(client.tokens[token + t]!) >= 0) return false;
    const { outline } = reply;
    if (outline >= seen.length) {
      seen = larger(seen, outline + 1);
      asked = larger(asked, seen.length);
    }
    if (seen[outline] === stamp && asked[outline] === command.outline) return true;
    seen[outline] = stamp;
    asked[outline] = command.outline;
    return false;
  }

  /** Those of a line's tokens that have a number, and where they stand. */
  function mixKnown(live: Live, from: number, count: number, line: number): void {
    for (let t = 0; t < count; t++) {
      const known = numberOf(live.tokens[from + t]!);
      if (known < 0) continue;
      mix(line * 0x100 + t);
      mix(known);
    }
  }

  /** Finds the partners of the client's lines, and tells the server's that have none. */
  function matchLines(client: Live, server: Live): void {
    partners.fill(NONE, 0, client.count);
    let from = 0;
    let token = 0;
    for (let k = 0; k < server.count; k++) {
      const id = server.kinds[k]!;
      const hash = server.hashes[k]!;
      const kind = kinds[id]!;
      let j = from;
      const end = Math.min(client.count, from + WINDOW);
      while (j < end && !(client.hashes[j] === hash && client.kinds[j] === id)) j++;
      if (j < end) {
        partners[j] = k;
        from = j + 1;
      } else mixLine(server, k, kind, token, 0x20000);
      token += kind.tokens;
    }
  }

  /** What a line is like, and its tokens, which get numbers. */
  function mixLine(live: Live, line: number, kind: LineClass, token: number, mark: number): void {
    mix(kind.shape);
    if (kind.loose && kind.from !== HEADER) mix(live.hashes[line]!);
    for (let t = 0; t < kind.tokens; t++) mix(mark + number(live.tokens[token + t]!));
  }

  /** False if both logs show text of a message that is not the same, or not the same message for certain. */
  function messages(client: Live, server: Live): boolean {
    const sent = client.messages;
    const got = server.messages;
    mix(client.messageCount * 16 + server.messageCount);
    if (client.messageCount !== server.messageCount) return !(shows(client) && shows(server));
    for (let i = 0; i < client.messageCount; i += 4) {
      const left = sent[i]!;
      const right = got[i]!;
      mix(left * 16 + right);
      const both = left >> 2 === SHOWN && right >> 2 === SHOWN;
      if (both && (sent[i + 1] !== got[i + 1] || sent[i + 2] !== got[i + 2])) return false;
      if (!both && right >> 2 === SHOWN && sent[i + 3]! >= 0 && isMuchLonger(got[i + 2]!, sent[i + 3]!)) return false;
    }
    return true;
  }

  return { keyOf, folds };
}

function areEqual(client: Live, server: Live): boolean {
  return client.sum === server.sum && client.count === server.count;
}

function shows({ messages, messageCount }: Live): boolean {
  for (let i = 0; i < messageCount; i += 4) if (messages[i]! >> 2 === SHOWN) return true;
  return false;
}
