/**
 * Brings the sessions of two logs together: by a queue id and an equal envelope as soon as both are there, all others at the end,
 * by the passes of pair.ts on hashes.
 */
import type { Side } from '../../smtp/model';
import { couple, type Couple, type Pairable, type Surety } from '../pair';
import { hashOfText } from './hash';
import type { Indexer } from './indexer';
import { MESSAGE_ID, NAME, QUEUE_ID, RECIPIENT, SENDER, type Live } from './live';
import { createRoom } from './room';
import { ABSENT, createTable } from './table';

export interface Meeting {
  /** Takes a session that has ended; its indexer gets it back in time. */
  come(side: Side, live: Live): void;
  /** Pairs what is left when both logs are read, by all that sessions may have in common: a slice of work at a time. */
  end(): Generator<void>;
  /** Hands out every session without a partner, in no order; it is void after the call. */
  lonely(side: Side, each: (live: Live) => void): void;
}

/** The id was met before: it tells no session from others any more. */
const MET = 0x7fffffff;
/** The id is of the session at hand. */
const MINE = 0x7ffffffe;
/** Pairs in a slice of work. */
const SLICE = 100;
const SIDES: readonly Side[] = ['client', 'server'];

/** `meet` is given two that belong together; `ambiguous` as in `Couple`. Both are void after the call. */
export function createMeeting(
  indexers: (side: Side) => Indexer,
  meet: (client: Live, server: Live, ambiguous: boolean) => void,
): Meeting {
  const rooms = { client: createRoom(indexers('client')), server: createRoom(indexers('server')) };
  /** By queue id the seat of the session that waits, times two, plus the number of its side. */
  const byId = createTable(12);

  function come(side: Side, live: Live): void {
    const own = side === 'client' ? 0 : 1;
    for (let i = 0; i < live.factCount; i++) {
      if (live.factKinds[i] !== QUEUE_ID) continue;
      const id = live.facts[i]!;
      const known = byId.get(id);
      byId.set(id, known === ABSENT ? MINE : MET);
      if (known === ABSENT || known >= MINE || (known & 1) === own) continue;
      const other = own === 0 ? 'server' : 'client';
      if (!sameEnvelope(live, rooms[other].look(known >> 1, false))) continue;
      const partner = rooms[other].leave(known >> 1);
      settleIds(partner, known, MET);
      settleIds(live, MINE, MET);
      if (own === 0) meet(live, partner, false);
      else meet(partner, live, false);
      indexers(side).release(live);
      indexers(other).release(partner);
      return;
    }
    settleIds(live, MINE, rooms[side].enter(live) * 2 + own);
  }

  /** What its ids say of a session, where they say `from`, becomes `to`. */
  function settleIds(live: Live, from: number, to: number): void {
    for (let i = 0; i < live.factCount; i++)
      if (live.factKinds[i] === QUEUE_ID && byId.get(live.facts[i]!) === from) byId.set(live.facts[i]!, to);
  }

  function* end(): Generator<void> {
    let couples: Couple<Waiting>[] = [];
    for (const surety of ['sure', 'likely'] as const) couples = couplesBy(surety, couples);
    couples.sort((a, b) => a.client.index - b.client.index);
    let count = 0;
    for (const { client, server, ambiguous } of couples) {
      const pair = [rooms.client.leave(client.seat), rooms.server.leave(server.seat)] as const;
      meet(...pair, ambiguous);
      SIDES.forEach((side, i) => indexers(side).release(pair[i]!));
      if (++count % SLICE === 0) yield;
    }
  }

  /** The couples found before, and more by keys of this surety. */
  function couplesBy(surety: Surety, known: readonly Couple<Waiting>[]): Couple<Waiting>[] {
    const textOf = textsOfNumbers();
    const shared = createTable(12);
    const taken = { client: new Set(known.map((c) => c.client.seat)), server: new Set(known.map((c) => c.server.seat)) };
    const waiting: Record<Side, Waiting[]> = { client: [], server: [] };
    for (const side of SIDES) {
      for (const seat of rooms[side].seats()) {
        if (taken[side].has(seat)) continue;
        const live = rooms[side].look(seat, false);
        if (side === 'client') eachKey(live, surety, (number) => (shared.set(number, 1), false));
        else if (!eachKey(live, surety, (number) => shared.get(number) !== ABSENT)) continue;
        waiting[side].push(waitingOf(live, seat, textOf));
      }
      if (waiting[side].length === 0) return [...known];
      waiting[side].sort((a, b) => a.index - b.index);
    }
    return couple(waiting.client, waiting.server, surety, known).couples;
  }

  function lonely(side: Side, each: (live: Live) => void): void {
    for (const seat of rooms[side].seats()) each(rooms[side].look(seat, false));
  }

  return { come, end, lonely };
}

interface Waiting extends Pairable {
  readonly seat: number;
}

function waitingOf(live: Live, seat: number, textOf: (number: number) => string): Waiting {
  const texts: Record<number, string[]> = { [NAME]: [], [SENDER]: [], [RECIPIENT]: [], [MESSAGE_ID]: [], [QUEUE_ID]: [] };
  for (let i = 0; i < live.factCount; i++) texts[live.factKinds[i]!]!.push(textOf(live.facts[i]!));
  return {
    seat,
    index: live.order,
    names: texts[NAME]!,
    senders: texts[SENDER]!,
    recipients: texts[RECIPIENT]!,
    messageIds: texts[MESSAGE_ID]!,
    queueIds: texts[QUEUE_ID]!,
    greetingText: live.hasGreeting ? textOf(live.greeting) : '',
    dated: live.dated,
    ...(live.began !== undefined && { began: live.began }),
    shows: { commands: live.commands },
  };
}

const NULL_SENDER = hashOfText('', true);

/** A short text for each number, the empty one for that of the empty text. */
function textsOfNumbers(): (number: number) => string {
  const numbers = createTable(12);
  const texts = [''];
  numbers.set(NULL_SENDER, 0);
  return (number) => {
    const known = numbers.get(number);
    if (known !== ABSENT) return texts[known]!;
    numbers.set(number, texts.length);
    return texts[texts.push(String(texts.length)) - 1]!;
  };
}

/** Asks for each number that keys of a surety have one of (pair.ts), until one is answered with true. */
function eachKey(live: Live, surety: Surety, ask: (number: number) => boolean): boolean {
  const sure = surety === 'sure';
  for (let i = 0; i < live.factCount; i++) {
    const isId = live.factKinds[i] === QUEUE_ID || live.factKinds[i] === MESSAGE_ID;
    if (isId === sure && ask(live.facts[i]!)) return true;
  }
  return live.hasGreeting && (live.dated || !sure) && ask(live.greeting);
}

function sameEnvelope(a: Live, b: Live): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    while (i < a.factCount && !isEnvelope(a.factKinds[i]!)) i++;
    while (j < b.factCount && !isEnvelope(b.factKinds[j]!)) j++;
    if (i === a.factCount || j === b.factCount) return i === a.factCount && j === b.factCount;
    if (a.factKinds[i] !== b.factKinds[j] || a.facts[i++] !== b.facts[j++]) return false;
  }
}

function isEnvelope(kind: number): boolean {
  return kind === SENDER || kind === RECIPIENT;
}
