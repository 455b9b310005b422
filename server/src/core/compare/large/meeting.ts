/**
 * Brings the sessions of two logs together: by a queue id and an equal envelope as soon as both are there, all others at the end,
 * by the passes of pair.ts on hashes.
 */
import type { Side } from '../../smtp/model';
import { coupleInSteps, createStrays, type Couple, type Pairable, type Surety } from '../pair';
import type { SessionPlace } from '../report';
import { placeOf } from './half';
import { hashOfText, wide } from './hash';
import type { Indexer } from './indexer';
import { MESSAGE_ID, NAME, QUEUE_ID, RECIPIENT, SENDER, stretchOf, type Live, type Stretch } from './live';
import { createRoom, type Room } from './room';
import { ABSENT, createTable, type Table } from './table';

export interface Meeting {
  /** Takes a session that has ended; its indexer gets it back in time. */
  come(side: Side, live: Live): void;
  /** No more sessions of this side will come. */
  close(side: Side): void;
  /** Pairs what is left when both logs are read, by all that sessions may have in common: a pair in a step, or less. */
  end(): Generator<void>;
  /** Tells every session without a partner, in no order: its order in its log, and where it stands. */
  lonely(side: Side, each: (order: number, place: SessionPlace) => void): void;
}

/** The id was met before: it tells no session from others any more. */
const MET = 0x7fffffff;
/** The id is of the session at hand. */
const MINE = 0x7ffffffe;
/** Sessions that are looked at in a step. */
const LOOKS = 50;
const SIDES: readonly Side[] = ['client', 'server'];

/** Sessions without a partner that carry what the pair has on one side: as `Strays`. */
export type Apart = Readonly<Record<Side, readonly Stretch[]>>;

/** `meet` is given two that belong together; `ambiguous` as in `Couple`. Both are void after the call. */
export function createMeeting(
  indexers: (side: Side) => Indexer,
  meet: (client: Live, server: Live, ambiguous: boolean, strays?: Apart) => void,
): Meeting {
  const rooms = { client: createRoom(indexers('client')), server: createRoom(indexers('server')) };
  /** By queue id the seat of the session that waits, times two, plus the number of its side. */
  const byId = createTable(12);
  /** Of a log that is read: all that its sessions without a partner may be known by. */
  const known: Partial<Record<Side, Table>> = {};
  /** Sessions that can meet nobody: order, line, last line. */
  const strangers = { client: createRow(), server: createRow() };

  function come(side: Side, live: Live): void {
    const own = side === 'client' ? 0 : 1;
    const other = own === 0 ? 'server' : 'client';
    const there = known[other];
    if (there && !mayMeet(live, there, 'sure') && !mayMeet(live, there, 'likely')) {
      const { line, endLine } = placeOf(live);
      strangers[side].push(live.order, line, endLine);
      indexers(side).release(live);
      return;
    }
    for (let i = 0; i < live.factCount; i++) {
      if (live.factKinds[i] !== QUEUE_ID) continue;
      const id = live.facts[i]!;
      const seat = byId.get(id);
      byId.set(id, seat === ABSENT ? MINE : MET);
      if (seat === ABSENT || seat >= MINE || (seat & 1) === own) continue;
      if (!sameEnvelope(live, rooms[other].look(seat >> 1, false))) continue;
      const partner = rooms[other].leave(seat >> 1);
      settleIds(partner, seat, MET);
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

  function close(side: Side): void {
    const table = (known[side] = createTable(12));
    for (const seat of rooms[side].seats()) note(rooms[side].look(seat, false), table);
  }

  function* end(): Generator<void> {
    const meetSeats = (client: number, server: number, ambiguous: boolean, strays?: Apart): void => {
      const pair = [rooms.client.leave(client), rooms.server.leave(server)] as const;
      meet(...pair, ambiguous, strays);
      SIDES.forEach((side, i) => indexers(side).release(pair[i]!));
    };
    for (const [client, server] of yield* byOwnKey(rooms)) {
      meetSeats(client, server, false);
      yield;
    }
    const textOf = textsOfNumbers();
    const sure = yield* couplesBy('sure', [], textOf);
    const { couples } = yield* couplesBy('likely', sure.couples, textOf);
    const taken = new Set(couples.flatMap((c) => [c.client.seat, -1 - c.server.seat]));
    const straysOf = createStrays(
      sure.client.filter((w) => !taken.has(w.seat)),
      sure.server.filter((w) => !taken.has(-1 - w.seat)),
    );
    for (const couple of [...couples].sort((a, b) => a.client.index - b.client.index)) {
      const strays = straysOf(couple);
      const stretches = (side: Side): Stretch[] => strays[side].map(({ seat }) => stretchOf(rooms[side].look(seat, false)));
      meetSeats(couple.client.seat, couple.server.seat, couple.ambiguous, {
        client: stretches('client'),
        server: stretches('server'),
      });
      yield;
    }
  }

  /** The couples found before, and more by keys of this surety; and who is left of those who might have been in one. */
  function* couplesBy(
    surety: Surety,
    before: readonly Couple<Waiting>[],
    textOf: (number: number) => string,
  ): ReturnType<typeof coupleInSteps<Waiting>> {
    const shared = createTable(12);
    const taken = { client: new Set(before.map((c) => c.client.seat)), server: new Set(before.map((c) => c.server.seat)) };
    const waiting: Record<Side, Waiting[]> = { client: [], server: [] };
    let looks = 0;
    for (const side of SIDES) {
      for (const seat of rooms[side].seats()) {
        if (++looks % LOOKS === 0) yield;
        if (taken[side].has(seat)) continue;
        const live = rooms[side].look(seat, false);
        if (side === 'client') note(live, shared);
        else if (!mayMeet(live, shared, surety)) continue;
        waiting[side].push(waitingOf(live, seat, textOf));
      }
      if (waiting[side].length === 0) return { couples: [...before], client: [], server: [] };
      waiting[side].sort((a, b) => a.index - b.index);
    }
    return yield* coupleInSteps(waiting.client, waiting.server, surety, before);
  }

  function lonely(side: Side, each: (order: number, place: SessionPlace) => void): void {
    const row = strangers[side].all();
    for (let i = 0; i < row.length; i += 3) each(row[i]!, { line: row[i + 1]!, endLine: row[i + 2]! });
    for (const seat of rooms[side].seats()) {
      const live = rooms[side].look(seat, false);
      each(live.order, placeOf(live));
    }
  }

  return { come, close, end, lonely };
}

/**
 * The seats of sessions that have one Message-ID in common that no others have, or a dated greeting to a client of the same name.
 * They are those that `couple` would find by it, where no other id speaks for others and no times are to be learnt from them.
 */
function* byOwnKey(rooms: Readonly<Record<Side, Room>>): Generator<void, readonly (readonly [number, number])[]> {
  const sides = createTable(12); // of each id: a bit for each side that has it
  const seats = { client: createTable(12), server: createTable(12) }; // by Message-ID, and by greeting and name
  let looks = 0;
  for (const side of SIDES) {
    const take = (key: number, seat: number): void => seats[side].set(key, seats[side].get(key) === ABSENT ? seat : MET);
    for (const seat of rooms[side].seats()) {
      const live = rooms[side].look(seat, false);
      for (let i = 0; i < live.factCount; i++) {
        const id = live.facts[i]!;
        if (!isId(live.factKinds[i]!)) continue;
        const before = sides.get(id);
        sides.set(id, (before === ABSENT ? 0 : before) | (side === 'client' ? 1 : 2));
        if (live.factKinds[i] === MESSAGE_ID) take(id, seat);
      }
      if (live.dated) take(greetingKey(live), seat);
      if (++looks % LOOKS === 0) yield;
    }
  }
  const found: { order: number; pair: readonly [number, number] }[] = [];
  for (const seat of rooms.client.seats()) {
    const live = rooms.client.look(seat, false);
    if (++looks % LOOKS === 0) yield;
    const shared = sharedId(live);
    if (shared === undefined && !live.dated) continue;
    const key = shared ?? greetingKey(live);
    const partner = seats.client.get(key) === seat ? seats.server.get(key) : ABSENT;
    if (partner === ABSENT || partner === MET) continue;
    const other = rooms.server.look(partner, false);
    const timed = !Number.isNaN(live.began) && !Number.isNaN(other.began);
    if (timed || sharedId(other) !== shared || (shared === undefined && !sameEnvelope(live, other))) continue;
    found.push({ order: live.order, pair: [seat, partner] });
  }
  return found.sort((a, b) => a.order - b.order).map(({ pair }) => pair);

  /** The Message-ID that both logs have; undefined if there is no such id, MET if it is not the only one, or a queue id. */
  function sharedId(live: Live): number | undefined {
    let id: number | undefined;
    for (let i = 0; i < live.factCount; i++) {
      if (!isId(live.factKinds[i]!) || sides.get(live.facts[i]!) !== 3) continue;
      id = id === undefined && live.factKinds[i] === MESSAGE_ID ? live.facts[i]! : MET;
    }
    return id;
  }
}

function greetingKey(live: Live): number {
  let name = 0;
  for (let i = 0; i < live.factCount && name === 0; i++) if (live.factKinds[i] === NAME) name = live.facts[i]!;
  return wide(Math.imul(live.greeting, 31) ^ name, Math.imul(live.greeting / 0x200000, 31) ^ (name / 0x200000));
}

/** Numbers in a row. */
function createRow(): { push(a: number, b: number, c: number): void; all(): Float64Array } {
  let numbers = new Float64Array(3 * 256);
  let count = 0;
  return {
    push(a, b, c) {
      if (count === numbers.length) {
        const more = new Float64Array(count * 2);
        more.set(numbers);
        numbers = more;
      }
      numbers[count++] = a;
      numbers[count++] = b;
      numbers[count++] = c;
    },
    all: () => numbers.subarray(0, count),
  };
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
    ...(!Number.isNaN(live.began) && { began: live.began }),
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

/** Notes all that a session may be known by. */
function note(live: Live, table: Table): void {
  for (let i = 0; i < live.factCount; i++) table.set(live.facts[i]!, 1);
  if (live.hasGreeting) table.set(live.greeting, 1);
}

/** False if keys of this surety (pair.ts) bring the session together with none of those that the table knows. */
function mayMeet(live: Live, table: Table, surety: Surety): boolean {
  const has = (number: number): boolean => table.get(number) !== ABSENT;
  const { factCount, factKinds, facts } = live;
  if (surety === 'sure') {
    for (let i = 0; i < factCount; i++) if (isId(factKinds[i]!) && has(facts[i]!)) return true;
    return live.dated && live.hasGreeting && has(live.greeting);
  }
  let nameless = true; // no sender tells it from others
  for (let i = 0; i < factCount; i++) {
    if (factKinds[i] !== SENDER) continue;
    nameless = facts[i] === NULL_SENDER;
    if (!nameless && has(facts[i]!)) return true;
    if (nameless) break;
  }
  if (!nameless) return false;
  for (let i = 0; i < factCount; i++) if (!isId(factKinds[i]!) && factKinds[i] !== SENDER && has(facts[i]!)) return true;
  return live.hasGreeting && has(live.greeting);
}

function isId(kind: number): boolean {
  return kind === QUEUE_ID || kind === MESSAGE_ID;
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
