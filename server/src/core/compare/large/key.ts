/**
 * One number for how two sessions stand to each other: which of their lines are the same, what the others are like, which names
 * and ids recur where. Pairs with the same number differ in names, ids, dates and numbers only, and what the rules find in one
 * they find in the other.
 */
import { isMuchLonger } from '../rules/size-differs';
import { wide } from './hash';
import { HEADER, type LineClass } from './kinds';
import { SHOWN, type Live } from './live';

/** How many lines of the client's are looked at for the partner of one of the server's. */
const WINDOW = 16;
/** More names and ids than this in one session are not told apart here. */
const MOST_TOKENS = 1500;
const TABLE = 4096;

/** Stands before the lines of two sessions that have all in common. */
const EQUAL = 0x40000;

/** The number of a pair; undefined if it must be looked at by itself. */
export type KeyOf = (client: Live, server: Live) => number | undefined;

/** `kinds` are all kinds of lines, by id. */
export function createKeys(kinds: readonly LineClass[]): KeyOf {
  const names = new Int32Array(TABLE);
  const numbers = new Int32Array(TABLE);
  const stamps = new Int32Array(TABLE);
  let stamp = 0;
  let next = 0;
  let matchOfClient = new Uint8Array(1024);
  let a = 0;
  let b = 0;

  function mix(value: number): void {
    a = Math.imul(a ^ value, 0x01000193);
    a ^= a >>> 15;
    b = (Math.imul(b, 31) + value) | 0;
  }

  /** The number of a name, by its first appearance. */
  function number(token: number): number {
    let slot = (token ^ (token >>> 12)) & (TABLE - 1);
    while (stamps[slot] === stamp) {
      if (names[slot] === token) return numbers[slot]!;
      slot = (slot + 1) & (TABLE - 1);
    }
    stamps[slot] = stamp;
    names[slot] = token;
    return (numbers[slot] = next++);
  }

  return (client, server) => {
    if (client.tokenCount + server.tokenCount > MOST_TOKENS) return undefined;
    stamp++;
    next = 0;
    a = 0x811c9dc5 | 0;
    b = 0;
    if (client.sum === server.sum && client.count === server.count) {
      mix(EQUAL);
      matchOfClient.fill(1, 0, roomFor(client.count));
    } else matchLines(client, server);
    let token = 0;
    for (let j = 0; j < client.count; j++) {
      const kind = kinds[client.kinds[j]!]!;
      mix(matchOfClient[j] === 1 ? kind.outline * 2 + 1 : kind.shape * 2);
      if (matchOfClient[j] === 0 && kind.loose && kind.from !== HEADER) mix(client.hashes[j]!);
      for (let t = 0; t < kind.tokens; t++) mix(0x30000 + number(client.tokens[token + t]!));
      token += kind.tokens;
    }
    mix(client.dated && server.dated ? (client.date === server.date ? 1 : 2) : 3);
    return messages(client, server) ? wide(a, b) : undefined;
  };

  function roomFor(lines: number): number {
    if (matchOfClient.length < lines) matchOfClient = new Uint8Array(lines * 2);
    return lines;
  }

  /** Finds the partner of each of the server's lines among the client's; tokens of what has one are told with the client's. */
  function matchLines(client: Live, server: Live): void {
    const count = roomFor(client.count);
    matchOfClient.fill(0, 0, count);
    let from = 0;
    let token = 0;
    for (let k = 0; k < server.count; k++) {
      const id = server.kinds[k]!;
      const hash = server.hashes[k]!;
      const kind = kinds[id]!;
      let j = from;
      const end = Math.min(count, from + WINDOW);
      while (j < end && !(client.hashes[j] === hash && client.kinds[j] === id)) j++;
      if (j < end) {
        matchOfClient[j] = 1;
        mix(0x10000 + j - from);
        from = j + 1;
      } else {
        mix(kind.shape);
        if (kind.loose && kind.from !== HEADER) mix(hash);
        for (let t = 0; t < kind.tokens; t++) mix(0x20000 + number(server.tokens[token + t]!));
      }
      token += kind.tokens;
    }
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

  function shows({ messages, messageCount }: Live): boolean {
    for (let i = 0; i < messageCount; i += 4) if (messages[i]! >> 2 === SHOWN) return true;
    return false;
  }
}
