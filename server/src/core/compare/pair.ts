/**
 * Finds which session of the client's log is which of the server's: by what only one connection has (queue id, Message-ID, a
 * dated greeting), then by what they share (HELO name, envelope), then by their times where the clocks' difference is known, then
 * by order. Index keys, never all against all: the time is linear in the sessions, but for sorting.
 */
import { programOfGreeting } from '../smtp/signs';
import { atOnce } from '../steps';
import type { Dialogue, Strays } from './dialogue';
import { NO_STRAYS } from './dialogue';
import type { Sample } from './clocks';
import { clocksOf, likelyShift, shift } from './clocks';

export type PairedBy = 'queue-id' | 'message-id' | 'greeting' | 'name-and-envelope' | 'envelope' | 'name' | 'same-log';

export interface DialoguePair {
  readonly client: Dialogue;
  readonly server: Dialogue;
  readonly by: PairedBy;
  /** True if other sessions fit as well: only what a server says every time may be held against each other then. */
  readonly ambiguous: boolean;
  readonly strays: Strays;
}

export interface Pairing {
  /** In the order of the client's log. */
  readonly pairs: readonly DialoguePair[];
  readonly client: readonly Dialogue[];
  readonly server: readonly Dialogue[];
}

/** What sessions are paired by: of a `Dialogue`, or of a session that is not kept. Equal strings are the same name, address or id. */
export type Pairable = Pick<
  Dialogue,
  'index' | 'names' | 'senders' | 'recipients' | 'messageIds' | 'queueIds' | 'greetingText' | 'dated' | 'began'
> & { readonly shows: Pick<Dialogue['shows'], 'commands'> };

/** Two that belong together, as `DialoguePair` has them. */
export interface Couple<D> {
  readonly client: D;
  readonly server: D;
  readonly by: PairedBy;
  readonly ambiguous: boolean;
}

/** Keys of a session in one pass; sessions that share one may be the same. */
interface Pass {
  readonly by: PairedBy;
  readonly keys: (dialogue: Pairable) => readonly string[];
  /** Where keys alone are too little. */
  readonly fits?: (client: Pairable, server: Pairable) => boolean;
}

/** From what one connection alone has to what many share. */
const PASSES: readonly Pass[] = [
  { by: 'queue-id', keys: (d) => d.queueIds },
  { by: 'message-id', keys: (d) => d.messageIds },
  { by: 'greeting', keys: (d) => (d.dated ? [`${d.greetingText}\n${d.names[0] ?? ''}`] : []) },
  { by: 'name-and-envelope', keys: (d) => (d.senders.length > 0 && d.names.length > 0 ? [`${d.names[0]}\n${envelope(d)}`] : []) },
  { by: 'envelope', keys: (d) => (d.senders.length > 0 && d.recipients.length > 0 ? [envelope(d)] : []) },
  { by: 'envelope', keys: (d) => d.recipients.map((r) => `${d.senders[0] ?? ''}\n${r}`) },
  { by: 'name-and-envelope', keys: (d) => d.senders.filter((s) => s !== '').map((s) => `${d.names[0] ?? ''}\n${s}`) },
  // A log without dialogue tells little more than the sender.
  {
    by: 'envelope',
    keys: (d) => d.senders.filter((s) => s !== ''),
    fits: (c, s) => !s.shows.commands || !c.shows.commands,
  },
  { by: 'name', keys: (d) => (d.senders.length === 0 ? d.names : []) },
  { by: 'greeting', keys: (d) => (d.senders.length === 0 && d.greetingText !== '' ? [d.greetingText] : []) },
];

/** Sessions or keys in a step of the work. */
const STEP = 20;

/** So many of them go by what only one connection has. */
const SURE = 3;

/** Pairs the sessions of two logs. Each session has at most one partner. */
export function pairDialogues(client: readonly Dialogue[], server: readonly Dialogue[]): Pairing {
  const found = atOnce(coupleInSteps(client, server));
  let { client: left, server: right } = found;
  const pairs = found.couples.map((c): DialoguePair => ({ ...c, strays: NO_STRAYS }));
  const likeness = client.length === 1 && server.length === 1 && pairs.length === 0 ? alike(client[0]!, server[0]!) : undefined;
  if (likeness) {
    // One sender may have tried twice.
    const ambiguous = likeness === 'sender';
    pairs.push({ client: client[0]!, server: server[0]!, by: ambiguous ? 'envelope' : 'name', ambiguous, strays: NO_STRAYS });
    left = [];
    right = [];
  }
  pairs.sort((a, b) => a.client.index - b.client.index);
  return { pairs: withStrays(pairs, left, right), client: left, server: right };
}

/** How sure a key makes it that two sessions are one: what only one connection has, or what many share. */
export type Surety = 'sure' | 'likely';

/**
 * Finds the partners, in no order; `client` and `server` are those without one. By keys of one surety alone when it is given; then
 * `known` are the couples found before. Steps are as long as some sessions need, or those that share a key.
 */
export function* coupleInSteps<D extends Pairable>(
  client: readonly D[],
  server: readonly D[],
  surety?: Surety,
  known: readonly Couple<D>[] = [],
): Generator<void, { couples: Couple<D>[]; client: readonly D[]; server: readonly D[] }> {
  let left = client;
  let right = server;
  let couples = [...known];
  for (const pass of surety === undefined ? PASSES : PASSES.slice(...(surety === 'sure' ? [0, SURE] : [SURE]))) {
    if (left.length === 0 || right.length === 0) break;
    const found = yield* runPass(pass, left, right, couples);
    if (found.length === 0) continue;
    couples = couples.concat(found);
    const taken = new Set(found.flatMap((p) => [p.client, p.server]));
    left = left.filter((d) => !taken.has(d));
    right = right.filter((d) => !taken.has(d));
  }
  return { couples, client: left, server: right };
}

function withStrays(pairs: readonly DialoguePair[], client: readonly Dialogue[], server: readonly Dialogue[]): DialoguePair[] {
  if (client.length === 0 && server.length === 0) return [...pairs];
  const straysOf = createStrays(client, server);
  return pairs.map((p) => ({ ...p, strays: straysOf(p) }));
}

/**
 * Tells of each pair the sessions without a partner (`client` and `server`) that carry a message of its one side and not of its
 * other: what one side did over one connection and the other over several. A message sent again is in the pair on both sides, and is
 * none.
 */
export function createStrays<D extends Pairable>(
  client: readonly D[],
  server: readonly D[],
): (pair: { readonly client: D; readonly server: D }) => Readonly<Record<'client' | 'server', readonly D[]>> {
  const [mine, theirs] = [byId(client), byId(server)];
  const of = (whole: D, part: D, lonely: ReadonlyMap<string, D[]>): D[] => {
    if (lonely.size === 0) return [];
    const known = new Set(idsOf(part));
    return [
      ...new Set(
        idsOf(whole).flatMap((id) =>
          (lonely.get(id) ?? []).slice(0, MOST_STRAYS).filter((d) => (known.has(id) ? takesOthers(d, whole, part) : true)),
        ),
      ),
    ];
  };
  return (p) => ({ client: of(p.server, p.client, mine), server: of(p.client, p.server, theirs) });
}

/** True if the same message went to recipients that the whole has and its partner has not: one connection for each of them. */
function takesOthers(stray: Pairable, whole: Pairable, part: Pairable): boolean {
  return (
    stray.recipients.length > 0 && stray.recipients.every((r) => whole.recipients.includes(r) && !part.recipients.includes(r))
  );
}

function byId<D extends Pairable>(dialogues: readonly D[]): Map<string, D[]> {
  const map = new Map<string, D[]>();
  for (const d of dialogues)
    for (const id of new Set(idsOf(d))) {
      const list = map.get(id);
      if (list) list.push(d);
      else map.set(id, [d]);
    }
  return map;
}

function idsOf(dialogue: Pairable): readonly string[] {
  return [...dialogue.queueIds, ...dialogue.messageIds];
}

function* runPass<D extends Pairable>(
  pass: Pass,
  client: readonly D[],
  server: readonly D[],
  known: readonly Couple<D>[],
): Generator<void, Couple<D>[]> {
  const left = yield* bucketsOf(client, pass);
  const right = yield* bucketsOf(server, pass);
  let looks = 0;
  const taken = new Set<D>();
  const pairs: Couple<D>[] = [];
  const clocks = clocksFrom(known);
  for (const [key, mine] of left) {
    if (++looks % STEP === 0) yield;
    const theirs = right.get(key);
    if (!theirs) continue;
    for (const pair of assign(mine.filter(isFree), theirs.filter(isFree), pass, clocks)) {
      taken.add(pair.client).add(pair.server);
      pairs.push(pair);
    }
  }
  return pairs;

  function isFree(dialogue: D): boolean {
    return !taken.has(dialogue);
  }
}

/** The clocks' difference: by the couples that are sure, else as it was told from the times of many sessions alike. */
interface Clocks {
  readonly offsetAt: () => ReturnType<typeof clocksOf>;
  readonly learn: (offset: number) => void;
}

function clocksFrom(couples: readonly Couple<Pairable>[]): Clocks {
  let asked = false;
  let offsetAt: ReturnType<typeof clocksOf>;
  return {
    offsetAt: () => {
      if (!asked) offsetAt = clocksOf(samplesOf(couples));
      asked = true;
      return offsetAt;
    },
    learn: (offset) => (offsetAt = () => offset),
  };
}

/** What couples that are sure tell of the clocks. */
function samplesOf(couples: readonly Couple<Pairable>[]): Sample[] {
  return couples.flatMap(({ client, server, ambiguous }) =>
    ambiguous || client.began === undefined || server.began === undefined
      ? []
      : [{ at: client.began, offset: shift(client.began, server.began) }],
  );
}

function* bucketsOf<D extends Pairable>(dialogues: readonly D[], pass: Pass): Generator<void, Map<string, D[]>> {
  const buckets = new Map<string, D[]>();
  let looks = 0;
  for (const dialogue of dialogues) {
    if (++looks % STEP === 0) yield;
    for (const key of new Set(pass.keys(dialogue))) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(dialogue);
      else buckets.set(key, [dialogue]);
    }
  }
  return buckets;
}

/** Sub-keys that tell sessions of one bucket apart, from fine to coarse. */
const REFINEMENTS: readonly ((d: Pairable) => string)[] = [
  (d) => `${d.greetingText}\n${d.names.join(' ')}\n${envelope(d)}`,
  (d) => `${d.names.join(' ')}\n${envelope(d)}`,
  (d) => `${d.greetingText}\n${d.names[0] ?? ''}`,
  (d) => d.names[0] ?? '',
  (d) => envelope(d),
  () => '',
];

/** Gives each client session of a bucket a partner. Where a refinement leaves several, their order decides. */
function assign<D extends Pairable>(client: D[], server: D[], { by, fits }: Pass, clocks: Clocks): Couple<D>[] {
  const pairs: Couple<D>[] = [];
  let left = client;
  let right = server;
  for (const refinement of left.length === 1 && right.length === 1 ? [() => ''] : REFINEMENTS) {
    if (left.length === 0 || right.length === 0) break;
    const groups = new Map<string, D[]>();
    for (const d of right) {
      const key = refinement(d);
      const group = groups.get(key);
      if (group) group.push(d);
      else groups.set(key, [d]);
    }
    const askers = new Map<string, D[]>();
    for (const d of left) {
      const key = refinement(d);
      const list = askers.get(key);
      if (list) list.push(d);
      else askers.set(key, [d]);
    }
    const taken = new Set<D>();
    for (const [key, mine] of askers) {
      const theirs = groups.get(key);
      if (!theirs) continue;
      const byTime = mine.length === theirs.length ? undefined : partnersByTime(mine, theirs, clocks);
      mine.forEach((d, at) => {
        const partner = byTime ? byTime.get(d)?.server : theirs[at];
        if (!partner || (by !== 'queue-id' && by !== 'message-id' && contradict(d, partner))) return;
        if (fits && !fits(d, partner)) return;
        // As many on each side: the order tells them apart. Otherwise the times do, or nothing.
        const ambiguous = byTime ? byTime.get(d)!.ambiguous : mine.length !== theirs.length;
        pairs.push({ client: d, server: partner, by, ambiguous });
        taken.add(d).add(partner);
      });
    }
    left = left.filter((d) => !taken.has(d));
    right = right.filter((d) => !taken.has(d));
  }
  return pairs;
}

/**
 * The partner of each session by its time, where the difference of the clocks is known or can be told from these sessions; one
 * that has none then has its partner in another log. Undefined where times tell nothing.
 */
function partnersByTime<D extends Pairable>(
  client: readonly D[],
  server: readonly D[],
  clocks: Clocks,
): Map<D, { server: D; ambiguous: boolean }> | undefined {
  if (client.some((d) => d.began === undefined) || server.some((d) => d.began === undefined)) return undefined;
  let offsetAt = clocks.offsetAt();
  if (!offsetAt) {
    const guess = likelyShift(
      client.map((d) => d.began!),
      server.map((d) => d.began!),
    );
    if (guess === undefined) return undefined;
    clocks.learn(guess);
    offsetAt = () => guess;
  }
  // Times of day go round: each server's time as the client's clock had it.
  const origin = client[0]!.began!;
  const there = offsetAt(origin);
  const sorted = server.map((d) => ({ d, at: shift(origin, d.began!) - there })).sort((a, b) => a.at - b.at);
  const partners = new Map<D, { server: D; ambiguous: boolean }>();
  const taken = new Set<D>();
  for (const d of client) {
    const wanted = shift(origin, d.began!) + offsetAt(d.began!) - there;
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.at < wanted - NEAR) low = middle + 1;
      else high = middle;
    }
    const near: { d: D; at: number }[] = [];
    const most = Math.min(sorted.length, low + MOST_NEAR);
    for (let i = low; i < most && sorted[i]!.at <= wanted + NEAR; i++) if (!taken.has(sorted[i]!.d)) near.push(sorted[i]!);
    near.sort((a, b) => Math.abs(a.at - wanted) - Math.abs(b.at - wanted));
    if (!near[0]) continue;
    partners.set(d, { server: near[0].d, ambiguous: near.length > 1 });
    taken.add(near[0].d);
  }
  return partners;
}

/** Seconds by which two logs of one session may still be apart; what is further off is another session. */
const NEAR = 15;
const MOST_NEAR = 64;
/** A list's mail has one Message-ID in thousands of sessions: that says nothing of one connection. */
const MOST_STRAYS = 64;

/** The only session of each log, one of them without a whole envelope: enough if the client gave the same name, or one sender. */
function alike(a: Pairable, b: Pairable): 'name' | 'sender' | undefined {
  if (contradict(a, b)) return undefined;
  if (a.names.some((n) => b.names.includes(n)) || (a.greetingText !== '' && a.greetingText === b.greetingText)) return 'name';
  return a.senders.some((s) => s !== '' && b.senders.includes(s)) ? 'sender' : undefined;
}

/** Two different mails of one host, or, where no mail was sent, two hosts. */
function contradict(a: Pairable, b: Pairable): boolean {
  if (isOtherMail(a, b) && isOtherServer(a, b)) return true;
  if (a.senders.length === 0 || b.senders.length === 0)
    return a.names.length > 0 && b.names.length > 0 && !a.names.some((n) => b.names.includes(n));
  if (a.recipients.length > 0 && b.recipients.length > 0) return !a.recipients.some((r) => b.recipients.includes(r));
  return !a.senders.some((s) => b.senders.includes(s));
}

/** True if both tell which messages they carried, and none is in both. */
function isOtherMail(a: Pairable, b: Pairable): boolean {
  return a.messageIds.length > 0 && b.messageIds.length > 0 && !a.messageIds.some((id) => b.messageIds.includes(id));
}

function isOtherServer(a: Pairable, b: Pairable): boolean {
  const [left, right] = [a, b].map((d) => programOfGreeting(`220 ${d.greetingText}`)?.program);
  return left !== undefined && right !== undefined && left !== right;
}

function envelope(d: Pairable): string {
  return `${[...new Set(d.senders)].join(' ')}\n${[...new Set(d.recipients)].sort().join(' ')}`;
}
