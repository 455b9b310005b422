/** Lines two sequences up: equal prefixes and suffixes first, then a difference of bounded cost on what is left. */
import { diffArrays } from 'diff';
import type { Dialogue, Exchange } from './dialogue';
import { compareTexts } from './normalise';

/** Indices into both sequences; one of them is missing where one side has nothing. */
export interface Match {
  readonly client?: number;
  readonly server?: number;
}

/** Beyond this many insertions and deletions a difference tells nothing any more and costs too much. */
const MOST_EDITS = 1000;

/**
 * A longest common subsequence of two lists of keys as rows in order of both. Prefixes and suffixes cost linear time; the
 * rest is bounded by MOST_EDITS, beyond which equal keys are matched greedily from the start.
 */
export function alignKeys(client: readonly string[], server: readonly string[]): Match[] {
  const rows: Match[] = [];
  let start = 0;
  let clientEnd = client.length;
  let serverEnd = server.length;
  while (start < clientEnd && start < serverEnd && client[start] === server[start]) {
    rows.push({ client: start, server: start });
    start++;
  }
  while (clientEnd > start && serverEnd > start && client[clientEnd - 1] === server[serverEnd - 1]) {
    clientEnd--;
    serverEnd--;
  }
  if (start < clientEnd && start < serverEnd)
    for (const row of middle(client.slice(start, clientEnd), server.slice(start, serverEnd), start)) rows.push(row);
  else {
    for (let i = start; i < clientEnd; i++) rows.push({ client: i });
    for (let j = start; j < serverEnd; j++) rows.push({ server: j });
  }
  for (let k = 0; clientEnd + k < client.length; k++) rows.push({ client: clientEnd + k, server: serverEnd + k });
  return rows;
}

/** As `alignKeys`; of several ways to match equal keys it takes the one nearest to the end. */
function alignFromEnd(client: readonly string[], server: readonly string[]): Match[] {
  return alignKeys([...client].reverse(), [...server].reverse())
    .map((m) => ({
      ...(m.client === undefined ? {} : { client: client.length - 1 - m.client }),
      ...(m.server === undefined ? {} : { server: server.length - 1 - m.server }),
    }))
    .reverse();
}

function middle(client: string[], server: string[], offset: number): Match[] {
  const changes = diffArrays(client, server, { maxEditLength: MOST_EDITS });
  if (!changes) return greedy(client, server, offset);
  const rows: Match[] = [];
  let i = offset;
  let j = offset;
  for (const change of changes) {
    for (let k = 0; k < change.value.length; k++) {
      if (change.removed) rows.push({ client: i++ });
      else if (change.added) rows.push({ server: j++ });
      else rows.push({ client: i++, server: j++ });
    }
  }
  return rows;
}

/** Matches each key with its next occurrence on the other side: linear, in order, not always the longest. */
function greedy(client: string[], server: string[], offset: number): Match[] {
  const places = new Map<string, number[]>();
  server.forEach((key, j) => {
    const list = places.get(key);
    if (list) list.push(j);
    else places.set(key, [j]);
  });
  const cursors = new Map<string, number>();
  const rows: Match[] = [];
  let next = 0;
  client.forEach((key, i) => {
    const list = places.get(key) ?? [];
    let at = cursors.get(key) ?? 0;
    while (at < list.length && list[at]! < next) at++;
    cursors.set(key, at);
    const j = list[at];
    // A leap over most of the other side would spend it for one line.
    if (j === undefined || j - next > MOST_EDITS) {
      rows.push({ client: i + offset });
      return;
    }
    for (; next < j; next++) rows.push({ server: next + offset });
    rows.push({ client: i + offset, server: next++ + offset });
  });
  for (; next < server.length; next++) rows.push({ server: next + offset });
  return rows;
}

/** One exchange on both sides, or on one. */
export interface ExchangeRow {
  readonly client?: Exchange;
  readonly server?: Exchange;
}

/** By which keys exchanges are matched, from the same words to the same kind of command. */
const LEVELS: readonly ((exchange: Exchange, side: Dialogue) => string)[] = [exactKey, (exchange) => exchange.key, looseKey];

/**
 * Lines two dialogues up by what was said. What one side has alone is matched again within its gap: the same command however
 * it is written, the same verb with another argument, and last, where both sides have as many commands left with the same
 * answers, a command that became another.
 */
export function alignExchanges(client: Dialogue, server: Dialogue): ExchangeRow[] {
  // A log that begins in the middle of the session agrees with the end of the other.
  const fromEnd = beginsMidway(client) !== beginsMidway(server);
  const align = fromEnd ? alignFromEnd : alignKeys;
  return alignLevel(client.exchanges, server.exchanges, 0);

  function alignLevel(left: readonly Exchange[], right: readonly Exchange[], level: number): ExchangeRow[] {
    const keyOf = LEVELS[level];
    if (left.length === 0 || right.length === 0 || !keyOf) return pairUp(left, right, client, server);
    const rows: ExchangeRow[] = [];
    let gap: { client: Exchange[]; server: Exchange[] } = { client: [], server: [] };
    const flush = (): void => {
      for (const row of alignLevel(gap.client, gap.server, level + 1)) rows.push(row);
      gap = { client: [], server: [] };
    };
    const matches = align(
      left.map((e) => keyOf(e, client)),
      right.map((e) => keyOf(e, server)),
    );
    for (const match of matches) {
      const a = match.client === undefined ? undefined : left[match.client]!;
      const b = match.server === undefined ? undefined : right[match.server]!;
      if (a && b) {
        flush();
        rows.push({ client: a, server: b });
      } else if (a) gap.client.push(a);
      else if (b) gap.server.push(b);
    }
    flush();
    return rows;
  }
}

/** A log that shows no greeting may be one that never does: then it begins with HELO or EHLO. */
function beginsMidway(side: Dialogue): boolean {
  if (side.greeting !== undefined) return false;
  const first = side.exchanges.find((e) => e.kind === 'command');
  return side.shows.replyTexts || first === undefined || looseKey(first) !== 'HELO';
}

function exactKey(exchange: Exchange, side: Dialogue): string {
  const event = exchange.asked === undefined ? undefined : side.session.events[exchange.asked];
  // What a client says to log in is hidden by each log in its own way.
  return event?.kind === 'command' && event.verb !== '' && event.verb !== 'AUTH' ? event.text : exchange.key;
}

/** HELO and EHLO are one kind: a thing in the middle may speak plain SMTP to one side. */
function looseKey(exchange: Exchange): string {
  if (exchange.kind !== 'command') return exchange.key;
  return exchange.verb === 'EHLO' ? 'HELO' : exchange.verb;
}

/** As many commands on each side, with the same answers: each became its opposite. Otherwise they are single. */
function pairUp(left: readonly Exchange[], right: readonly Exchange[], client: Dialogue, server: Dialogue): ExchangeRow[] {
  const fits =
    left.length > 0 &&
    left.length === right.length &&
    left.every((a, i) => {
      const b = right[i]!;
      return a.kind === 'command' && b.kind === 'command' && sameAnswer(a, b, client, server);
    });
  if (fits) return left.map((a, i) => ({ client: a, server: right[i]! }));
  return [...left.map((e) => ({ client: e })), ...right.map((e) => ({ server: e }))];
}

function sameAnswer(a: Exchange, b: Exchange, client: Dialogue, server: Dialogue): boolean {
  const left = a.reply === undefined ? undefined : client.session.events[a.reply];
  const right = b.reply === undefined ? undefined : server.session.events[b.reply];
  if (left?.kind !== 'reply' || right?.kind !== 'reply') return false;
  if (left.code !== right.code) return false;
  // The text quotes the command as it came in, so that its first words are what can be held against each other.
  return compareTexts(left.lines[0] ?? '', right.lines[0] ?? '').difference !== 'different' || left.code >= 500;
}
