/**
 * Finds which session of the client's log is which of the server's: by what only one connection has (queue id, Message-ID, a
 * dated greeting), then by what they share (HELO name, envelope), then by order. Index keys, never all against all: the time is
 * linear in the sessions.
 */
import type { Dialogue, Strays } from './dialogue';
import { NO_STRAYS } from './dialogue';
import { naturalParts, plain } from './normalise';

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

/** Keys of a session in one pass; sessions that share one may be the same. */
interface Pass {
  readonly by: PairedBy;
  readonly keys: (dialogue: Dialogue) => readonly string[];
  /** Where keys alone are too little. */
  readonly fits?: (client: Dialogue, server: Dialogue) => boolean;
}

/** From what one connection alone has to what many share. */
const PASSES: readonly Pass[] = [
  { by: 'queue-id', keys: (d) => d.queueIds },
  { by: 'message-id', keys: (d) => d.messageIds },
  { by: 'greeting', keys: (d) => (hasDate(d) ? [`${greeting(d)}\n${d.names[0] ?? ''}`] : []) },
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
  { by: 'greeting', keys: (d) => (d.senders.length === 0 && d.greeting ? [greeting(d)] : []) },
];

/** Pairs the sessions of two logs. Each session has at most one partner. */
export function pairDialogues(client: readonly Dialogue[], server: readonly Dialogue[]): Pairing {
  let left = client;
  let right = server;
  let pairs: DialoguePair[] = [];
  for (const pass of PASSES) {
    if (left.length === 0 || right.length === 0) break;
    const found = runPass(pass, left, right);
    if (found.length === 0) continue;
    pairs = pairs.concat(found);
    const taken = new Set(found.flatMap((p) => [p.client, p.server]));
    left = left.filter((d) => !taken.has(d));
    right = right.filter((d) => !taken.has(d));
  }
  if (client.length === 1 && server.length === 1 && pairs.length === 0 && alike(client[0]!, server[0]!)) {
    pairs.push({ client: client[0]!, server: server[0]!, by: 'name', ambiguous: false, strays: NO_STRAYS });
    left = [];
    right = [];
  }
  pairs.sort((a, b) => a.client.index - b.client.index);
  return { pairs: withStrays(pairs, left, right), client: left, server: right };
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

function runPass(pass: Pass, client: readonly Dialogue[], server: readonly Dialogue[]): DialoguePair[] {
  const left = bucketsOf(client, pass);
  const right = bucketsOf(server, pass);
  const taken = new Set<Dialogue>();
  const pairs: DialoguePair[] = [];
  for (const [key, mine] of left) {
    const theirs = right.get(key);
    if (!theirs) continue;
    for (const pair of assign(mine.filter(isFree), theirs.filter(isFree), pass)) {
      taken.add(pair.client).add(pair.server);
      pairs.push(pair);
    }
  }
  return pairs;

  function isFree(dialogue: Dialogue): boolean {
    return !taken.has(dialogue);
  }
}

function bucketsOf(dialogues: readonly Dialogue[], pass: Pass): Map<string, Dialogue[]> {
  const buckets = new Map<string, Dialogue[]>();
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
const REFINEMENTS: readonly ((d: Dialogue) => string)[] = [
  (d) => `${greeting(d)}\n${d.names.join(' ')}\n${envelope(d)}`,
  (d) => `${d.names.join(' ')}\n${envelope(d)}`,
  (d) => `${greeting(d)}\n${d.names[0] ?? ''}`,
  (d) => d.names[0] ?? '',
  (d) => envelope(d),
  () => '',
];

/** Gives each client session of a bucket a partner. Where a refinement leaves several, their order decides. */
function assign(client: Dialogue[], server: Dialogue[], { by, fits }: Pass): DialoguePair[] {
  const pairs: DialoguePair[] = [];
  let left = client;
  let right = server;
  for (const refinement of left.length === 1 && right.length === 1 ? [() => ''] : REFINEMENTS) {
    if (left.length === 0 || right.length === 0) break;
    const groups = new Map<string, Dialogue[]>();
    for (const d of right) {
      const key = refinement(d);
      const group = groups.get(key);
      if (group) group.push(d);
      else groups.set(key, [d]);
    }
    const counts = new Map<string, number>();
    for (const d of left) counts.set(refinement(d), (counts.get(refinement(d)) ?? 0) + 1);
    const next = new Map<string, number>();
    const taken = new Set<Dialogue>();
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
      pairs.push({ client: d, server: partner, by, ambiguous: group.length !== counts.get(key), strays: NO_STRAYS });
      taken.add(d).add(partner);
    }
    left = left.filter((d) => !taken.has(d));
    right = right.filter((d) => !taken.has(d));
  }
  return pairs;
}

/** The only session of each log, one of them without an envelope: enough if the client gave the same name. */
function alike(a: Dialogue, b: Dialogue): boolean {
  return (
    !contradict(a, b) && (a.names.some((n) => b.names.includes(n)) || (a.greeting !== undefined && greeting(a) === greeting(b)))
  );
}

/** Two different mails of one host, or, where no mail was sent, two hosts. */
function contradict(a: Dialogue, b: Dialogue): boolean {
  if (a.senders.length === 0 || b.senders.length === 0)
    return a.names.length > 0 && b.names.length > 0 && !a.names.some((n) => b.names.includes(n));
  if (a.recipients.length > 0 && b.recipients.length > 0) return !a.recipients.some((r) => b.recipients.includes(r));
  return !a.senders.some((s) => b.senders.includes(s));
}

function envelope(d: Dialogue): string {
  return `${[...new Set(d.senders)].join(' ')}\n${[...new Set(d.recipients)].sort().join(' ')}`;
}

function greeting(d: Dialogue): string {
  return plain(d.greeting?.lines.join(' ') ?? '');
}

function hasDate(d: Dialogue): boolean {
  const text = d.greeting?.lines[0] ?? '';
  // A date has digits behind the host's name; most greetings have none at all.
  return /\d/.test(text) && naturalParts(text).some((p) => p.natural === 'date');
}
