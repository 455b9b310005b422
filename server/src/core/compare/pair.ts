/**
 * Finds which session of the client's log is which of the server's: by what only one connection has (queue id, Message-ID, a
 * dated greeting), then by what they share (HELO name, envelope), then by order. Index keys, never all against all: the time is
 * linear in the sessions.
 */
import type { Dialogue, Strays } from './dialogue';
import { NO_STRAYS } from './dialogue';

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
  'index' | 'names' | 'senders' | 'recipients' | 'messageIds' | 'queueIds' | 'greetingText' | 'dated'
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

/** Pairs the sessions of two logs. Each session has at most one partner. */
export function pairDialogues(client: readonly Dialogue[], server: readonly Dialogue[]): Pairing {
  const found = couple(client, server);
  let { client: left, server: right } = found;
  const pairs = found.couples.map((c): DialoguePair => ({ ...c, strays: NO_STRAYS }));
  if (client.length === 1 && server.length === 1 && pairs.length === 0 && alike(client[0]!, server[0]!)) {
    pairs.push({ client: client[0]!, server: server[0]!, by: 'name', ambiguous: false, strays: NO_STRAYS });
    left = [];
    right = [];
  }
  pairs.sort((a, b) => a.client.index - b.client.index);
  return { pairs: withStrays(pairs, left, right), client: left, server: right };
}

/** Finds the partners, in no order; `client` and `server` are those without one. */
export function couple<D extends Pairable>(
  client: readonly D[],
  server: readonly D[],
): { couples: Couple<D>[]; client: readonly D[]; server: readonly D[] } {
  let left = client;
  let right = server;
  let couples: Couple<D>[] = [];
  for (const pass of PASSES) {
    if (left.length === 0 || right.length === 0) break;
    const found = runPass(pass, left, right);
    if (found.length === 0) continue;
    couples = couples.concat(found);
    const taken = new Set(found.flatMap((p) => [p.client, p.server]));
    left = left.filter((d) => !taken.has(d));
    right = right.filter((d) => !taken.has(d));
  }
  return { couples, client: left, server: right };
}

/**
 * Gives each pair the sessions without a partner that carry a message of its one side and not of its other: what one side
 * did over one connection and the other over several. A message sent again is in the pair on both sides, and is none.
 */
function withStrays(pairs: readonly DialoguePair[], client: readonly Dialogue[], server: readonly Dialogue[]): DialoguePair[] {
  if (client.length === 0 && server.length === 0) return [...pairs];
  const [mine, theirs] = [byId(client), byId(server)];
  const of = (whole: Dialogue, part: Dialogue, lonely: ReadonlyMap<string, Dialogue>): Dialogue[] => {
    const known = new Set(idsOf(part));
    return [...new Set(idsOf(whole).flatMap((id) => (known.has(id) ? [] : (lonely.get(id) ?? []))))];
  };
  return pairs.map((p) => ({ ...p, strays: { client: of(p.server, p.client, mine), server: of(p.client, p.server, theirs) } }));
}

function byId(dialogues: readonly Dialogue[]): Map<string, Dialogue> {
  return new Map(dialogues.flatMap((d) => idsOf(d).map((id) => [id, d] as const)));
}

function idsOf(dialogue: Dialogue): readonly string[] {
  return [...dialogue.queueIds, ...dialogue.messageIds];
}

function runPass<D extends Pairable>(pass: Pass, client: readonly D[], server: readonly D[]): Couple<D>[] {
  const left = bucketsOf(client, pass);
  const right = bucketsOf(server, pass);
  const taken = new Set<D>();
  const pairs: Couple<D>[] = [];
  for (const [key, mine] of left) {
    const theirs = right.get(key);
    if (!theirs) continue;
    for (const pair of assign(mine.filter(isFree), theirs.filter(isFree), pass)) {
      taken.add(pair.client).add(pair.server);
      pairs.push(pair);
    }
  }
  return pairs;

  function isFree(dialogue: D): boolean {
    return !taken.has(dialogue);
  }
}

function bucketsOf<D extends Pairable>(dialogues: readonly D[], pass: Pass): Map<string, D[]> {
  const buckets = new Map<string, D[]>();
  for (const dialogue of dialogues) {
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
function assign<D extends Pairable>(client: D[], server: D[], { by, fits }: Pass): Couple<D>[] {
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
    const counts = new Map<string, number>();
    for (const d of left) counts.set(refinement(d), (counts.get(refinement(d)) ?? 0) + 1);
    const next = new Map<string, number>();
    const taken = new Set<D>();
    for (const d of left) {
      const key = refinement(d);
      const group = groups.get(key);
      if (!group) continue;
      const at = next.get(key) ?? 0;
      const partner = group[at];
      next.set(key, at + 1);
      if (!partner || (by !== 'queue-id' && by !== 'message-id' && contradict(d, partner))) continue;
      if (fits && !fits(d, partner)) continue;
      // As many on each side: the order tells them apart. Otherwise nothing does.
      pairs.push({ client: d, server: partner, by, ambiguous: group.length !== counts.get(key) });
      taken.add(d).add(partner);
    }
    left = left.filter((d) => !taken.has(d));
    right = right.filter((d) => !taken.has(d));
  }
  return pairs;
}

/** The only session of each log, one of them without an envelope: enough if the client gave the same name. */
function alike(a: Pairable, b: Pairable): boolean {
  return (
    !contradict(a, b) &&
    (a.names.some((n) => b.names.includes(n)) || (a.greetingText !== '' && a.greetingText === b.greetingText))
  );
}

/** Two different mails of one host, or, where no mail was sent, two hosts. */
function contradict(a: Pairable, b: Pairable): boolean {
  if (a.senders.length === 0 || b.senders.length === 0)
    return a.names.length > 0 && b.names.length > 0 && !a.names.some((n) => b.names.includes(n));
  if (a.recipients.length > 0 && b.recipients.length > 0) return !a.recipients.some((r) => b.recipients.includes(r));
  return !a.senders.some((s) => b.senders.includes(s));
}

function envelope(d: Pairable): string {
  return `${[...new Set(d.senders)].join(' ')}\n${[...new Set(d.recipients)].sort().join(' ')}`;
}
