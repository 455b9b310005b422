/**
 * Compare Sessions on logs of any size, from bytes. Both logs are read side by side, chunk by chunk; of a session only what pairs
 * it and a number for each of its lines is kept, until its partner has come. How two sessions stand to each other is a number,
 * too: the first pair with a number is read and compared in full (core/compare/compare.ts), all others with it have the same
 * signs, at their own lines. What the quick look does not understand is read and compared in full, session by session.
 */
import { formats } from '../../smtp/formats/index';
import type { Session, Side, Transcript } from '../../smtp/model';
import { readTranscript } from '../../smtp/reader';
import { t } from '@vscode/l10n';
import { readableAll } from '../../bytes';
import { conclusionOf, judge, nothingToCompare, type CompareOptions } from '../compare';
import { dialogueOf, NO_STRAYS, type Dialogue } from '../dialogue';
import { couple, type DialoguePair, type Pairable } from '../pair';
import type { CompareReport, SessionPair, SessionPlace, Unpaired } from '../report';
import { unbroken } from '../stretch';
import { createClasses, latin1 } from './classes';
import { findingOf, sameOf, type Finding } from './findings';
import { framings } from './framing';
import { readFully, readInFull, type ByteSource } from './full';
import { hashOfText } from './hash';
import { createIndexer, type Indexer } from './indexer';
import { createKeys } from './key';
import { MESSAGE_ID, NAME, QUEUE_ID, RECIPIENT, SENDER, type Live } from './live';

export type { ByteSource } from './full';

/** How far the comparison has come, told between two slices of work. */
export interface Progress {
  /** Bytes read of both logs, and how many there are. */
  readonly read: number;
  readonly size: number;
  /** Pairs of sessions so far, and those with a sign: the first results. */
  readonly pairs: number;
  readonly signs: readonly SessionPair[];
}

export interface LargeOptions extends CompareOptions {
  /** How many pairs with a sign are told with all their texts and rows, those that differ most first; 200 if not said. */
  readonly inDetail?: number;
}

/** What a comparison of large logs gives. */
export interface LargeComparison {
  readonly report: CompareReport;
  /**
   * The logs with the sessions of the pairs that are told in detail alone, in the order in which they were given: what `clientSession`
   * and `serverSession` of these pairs are indices of.
   */
  readonly transcripts: readonly [Transcript, Transcript];
  /** The pairs that are told in detail, by index. */
  readonly detailed: readonly number[];
}

/** Logs that are smaller together are compared as a whole: that tells more of pairs without a sign. In bytes. */
export const LARGE_LOGS = 1_000_000;

/** Bytes that are looked at to tell the formats. */
const SAMPLE = 64 * 1024;
/** Bytes read at a time: between two slices of work not more time passes than a screen takes for a frame or two. */
const CHUNK = 512 * 1024;
/** More pairs with signs than this are counted only. */
const MOST_PAIRS = 100_000;
/** Of more pairs than this the rows are made again when they are wanted. */
const MOST_WHOLE = 1000;
/** More sessions without a partner than this are counted only. */
const MOST_UNPAIRED = 100_000;
/** Pairs without a sign that are kept to say what the comparison does not prove. */
const MOST_SAMPLES = 500;

interface Half {
  readonly side: Side;
  readonly source: ByteSource;
  readonly index: Indexer;
  readonly format: Pick<Transcript, 'format' | 'vantage'>;
  readonly read: (live: Live) => Dialogue[];
  buffer: Uint8Array;
  /** Bytes in the buffer, and the offset in the log of its first. */
  filled: number;
  base: number;
  /** Sessions without a partner so far, in no order. */
  readonly waiting: Live[];
  /** First and last line of every session, in order of the first, to see which share lines. */
  readonly starts: number[];
  readonly ends: number[];
}

/** A pair with a sign. */
interface Sign {
  readonly pair: SessionPair;
  detail?: SessionPair;
  readonly client: Live;
  readonly server: Live;
}

/**
 * Compares two logs, a slice of work at a time; gives a report when it is done, and undefined if the logs are not of formats that
 * can be read so: then `compare` of the whole transcripts is asked.
 */
export function* compareLarge(
  first: ByteSource,
  second: ByteSource,
  options: LargeOptions = {},
): Generator<Progress, LargeComparison | undefined> {
  const formatsOf = [formatOf(first), formatOf(second)];
  const swapped = formatsOf[0]?.vantage === 'server' && formatsOf[1]?.vantage === 'client';
  if (!swapped && !(formatsOf[0]?.vantage === 'client' && formatsOf[1]?.vantage === 'server')) return undefined;

  const classes = createClasses();
  const keyOf = createKeys();
  const findings = new Map<number, Finding>();
  const samples: SessionPair[] = [];
  const signs: Sign[] = [];
  let fresh: SessionPair[] = [];
  const silent = { pairs: 0, neutral: 0 };
  /** By queue id the session that waits for its partner; undefined once the id was met again. */
  const byId = new Map<number, Live | undefined>();
  let more = 0; // pairs with signs that are not kept
  const client = half('client', swapped ? second : first, swapped ? formatsOf[1]! : formatsOf[0]!);
  const server = half('server', swapped ? first : second, swapped ? formatsOf[0]! : formatsOf[1]!);
  const size = client.source.size + server.source.size;

  for (;;) {
    const [left, right] = [client, server].map((h) => (h.base + h.filled) / Math.max(1, h.source.size)) as [number, number];
    const next = left <= right ? client : server;
    if (!advance(next) && !advance(next === client ? server : client)) break;
    if (client.index.isMixed() || server.index.isMixed()) return undefined;
    yield progress();
  }
  for (const h of [client, server]) h.index.end(h.buffer, 0, h.filled, h.base);
  pairRest();
  yield progress();
  return report();

  function progress(): Progress {
    const told = fresh;
    fresh = [];
    return {
      read: client.base + client.filled + server.base + server.filled,
      size,
      pairs: silent.pairs + signs.length + more,
      signs: told,
    };
  }

  function half(side: Side, source: ByteSource, format: NonNullable<ReturnType<typeof formatOf>>): Half {
    const index = createIndexer(format, classes, (live) => came(own, live));
    const adapter = formats.find((f) => f.name === format.format)!;
    const own: Half = {
      side,
      source,
      index,
      format: { format: format.format, vantage: format.vantage },
      read: (live) => {
        const sessions = readInFull(source, live, format, adapter, index);
        return sessions.map((_, i) =>
          dialogueOf({ source: NO_TEXT, format: format.format, vantage: format.vantage, sessions }, i),
        );
      },
      buffer: new Uint8Array(CHUNK + 1),
      filled: 0,
      base: 0,
      waiting: [],
      starts: [],
      ends: [],
    };
    return own;
  }

  /** Reads another chunk of a log; false at its end. */
  function advance(h: Half): boolean {
    const at = h.base + h.filled;
    if (at >= h.source.size) return false;
    if (h.filled * 2 > h.buffer.length) {
      // A line longer than half the buffer.
      const larger = new Uint8Array(h.buffer.length * 2);
      larger.set(h.buffer.subarray(0, h.filled));
      h.buffer = larger;
    }
    const got = h.source.read(at, h.buffer.subarray(h.filled, h.buffer.length - 1));
    if (got === 0) return false;
    const end = h.filled + got;
    const done = h.index.push(h.buffer, 0, end, h.base);
    h.buffer.copyWithin(0, done, end);
    h.base += done;
    h.filled = end - done;
    return true;
  }

  /** A session has ended. */
  function came(h: Half, live: Live): void {
    if (live.odd) return readOdd(h, live);
    if (!live.smtp) return h.index.release(live);
    note(h, live);
    wait(h, live);
    meet(h, live);
  }

  /**
   * Pairs a session with the one that waits under its queue id and has the same envelope. All others are told apart at the end: ids
   * that come again, and what was changed on the way.
   */
  function meet(h: Half, live: Live): void {
    for (let i = 0; i < live.factCount; i++) {
      if (live.factKinds[i] !== QUEUE_ID) continue;
      const id = live.facts[i]!;
      const waits = byId.get(id);
      if (waits === undefined && !byId.has(id)) {
        byId.set(id, live);
        continue;
      }
      byId.set(id, undefined);
      if (!waits || waits.partner || live.partner || waits.side === h.side || !sameEnvelope(waits, live)) continue;
      if (h === client) pair(live, waits, false);
      else pair(waits, live, false);
      return;
    }
  }

  function wait(h: Half, live: Live): void {
    live.side = h.side;
    live.slot = h.waiting.push(live) - 1;
  }

  function leave(h: Half, live: Live): void {
    const last = h.waiting.pop()!;
    if (last === live) return;
    h.waiting[live.slot] = last;
    last.slot = live.slot;
  }

  function note(h: Half, live: Live): void {
    h.starts.push(live.line);
    h.ends.push(live.endLine);
  }

  /** What the quick look did not understand: none, one or several sessions. */
  function readOdd(h: Half, live: Live): void {
    const dialogues = h.read(live);
    dialogues.forEach((dialogue, part) => {
      const { session } = dialogue;
      if (session.vantage !== h.side && session.vantage !== 'both') return;
      const one = Object.assign(Object.create(Object.getPrototypeOf(live) as object) as Live, live, {
        part,
        order: live.order + part / dialogues.length,
        line: session.line,
        endLine: session.endLine,
        keys: [...live.keys],
      });
      takeFacts(one, dialogue);
      const place = unbroken(session);
      one.hasHello = true;
      one.helloStart = place.line;
      one.helloEnd = place.endLine;
      one.smtp = true;
      note(h, one);
      wait(h, one);
      meet(h, one);
    });
    h.index.release(live);
  }

  function pair(left: Live, right: Live, ambiguous: boolean): void {
    left.partner = right;
    right.partner = left;
    leave(client, left);
    leave(server, right);
    const key = left.odd || right.odd || ambiguous ? undefined : keyOf(left, right);
    let finding = key === undefined ? undefined : findings.get(key);
    if (finding && finding.pair.verdict !== 'none' && !finding.found) finding = undefined;
    if (!finding) {
      const dialogues = [dialogueAt(client, left), dialogueAt(server, right)] as const;
      const full = judge(paired(dialogues, ambiguous), placeOf(left), placeOf(right), options);
      const readable = readableAll({ ...full, clientSession: left.order, serverSession: right.order });
      finding = findingOf(readable, left, right, dialogues);
      if (key !== undefined) findings.set(key, finding);
      if (finding.pair.verdict === 'none' && samples.length < MOST_SAMPLES) samples.push(finding.pair);
      settle(finding, finding.pair, left, right);
    } else
      settle(
        finding,
        finding.pair.verdict === 'none' ? undefined : sameOf(finding, left, right, [placeOf(left), placeOf(right)]),
        left,
        right,
      );
  }

  function settle(finding: Finding, found: SessionPair | undefined, left: Live, right: Live): void {
    if (finding.pair.verdict === 'none') {
      silent.pairs++;
      silent.neutral += finding.neutral;
      release(left, right);
    } else if (signs.length < MOST_PAIRS) {
      const kept = signs.length < MOST_WHOLE ? found! : { ...found!, rows: [], looked: [] };
      signs.push({ pair: kept, client: brief(left), server: brief(right) });
      if (fresh.length < 100) fresh.push(found!);
      release(left, right);
    } else {
      more++;
      release(left, right);
    }
  }

  function release(left: Live, right: Live): void {
    if (!left.odd) client.index.release(left);
    if (!right.odd) server.index.release(right);
  }

  function dialogueAt(h: Half, live: Live): Dialogue {
    const dialogues = h.read(live);
    return dialogues[live.odd ? live.part : 0] ?? dialogues[0]!;
  }

  /** Pairs what is left when both logs are read: by all that sessions may have in common. */
  function pairRest(): void {
    const left = [...client.waiting].map(pairableOf);
    const known = new Set(left.flatMap((p) => sharedOf(p.live)));
    const right = [...server.waiting].filter((live) => sharedOf(live).some((s) => known.has(s))).map(pairableOf);
    left.sort((a, b) => a.index - b.index);
    right.sort((a, b) => a.index - b.index);
    const { couples } = couple(left, right);
    couples.sort((a, b) => a.client.index - b.client.index);
    for (const c of couples) pair(c.client.live, c.server.live, c.ambiguous);
  }

  function report(): LargeComparison {
    const inDetail = options.inDetail ?? 200;
    const shown: Record<Side, Session[]> = { client: [], server: [] };
    const heaviest = [...signs].sort((a, b) => b.pair.points - a.pair.points || a.pair.clientSession - b.pair.clientSession);
    for (const sign of heaviest.slice(0, inDetail)) {
      const dialogues = [dialogueAt(client, sign.client), dialogueAt(server, sign.server)] as const;
      const clientSession = shown.client.push(dialogues[0].session) - 1;
      const serverSession = shown.server.push(dialogues[1].session) - 1;
      const { pair: known } = sign;
      const full = known.rows.length > 0 ? known : readableAll(judge(paired(dialogues), known.client, known.server, options));
      sign.detail = { ...full, clientSession, serverSession };
    }
    const shared = { client: sharing(client), server: sharing(server) };
    const pairs = signs
      .sort((a, b) => a.pair.clientSession - b.pair.clientSession)
      .map(({ pair, detail: p = pair, client: c, server: s }) => ({
        ...p,
        client: whole(p.client, c, shared.client),
        server: whole(p.server, s, shared.server),
      }));
    const detailed = signs.flatMap((s, i) => (s.detail ? [i] : []));
    const total = pairs.length + more + silent.pairs;
    const count = { client: client.starts.length, server: server.starts.length };
    const told =
      total > 0
        ? undefined
        : nothingToCompare({ sessions: { length: count.client } as never }, { sessions: { length: count.server } as never });
    const transcript = (h: Half): Transcript => ({ source: NO_TEXT, ...h.format, sessions: shown[h.side] });
    const [first, last] = swapped ? [server, client] : [client, server];
    return {
      report: {
        ...conclusionOf(pairs, samples, told),
        pairs,
        silent,
        unpaired: { client: lonely(client, shared.client, count.server), server: lonely(server, shared.server, count.client) },
        swapped,
      },
      transcripts: [transcript(first), transcript(last)],
      detailed,
    };
  }

  function lonely(h: Half, shared: (live: Live) => boolean, others: number): Unpaired[] {
    const reason =
      others === 0
        ? t('the other log has no session')
        : h.side === 'client'
          ? t("the server's log has no session like this{0}", '')
          : t("the client's log has no session like this{0}", '');
    return [...h.waiting]
      .sort((a, b) => a.order - b.order)
      .slice(0, MOST_UNPAIRED)
      .map((live) => {
        const { line, endLine } = whole(placeOf(live), live, shared);
        return { session: live.order, line, endLine, reason };
      });
  }
}

const NO_TEXT = { text: '', lineStarts: [0] };

function paired([client, server]: readonly [Dialogue, Dialogue], ambiguous = false): DialoguePair {
  return { client, server, by: 'queue-id', ambiguous, strays: NO_STRAYS };
}

function formatOf(source: ByteSource) {
  const sample = new Uint8Array(Math.min(SAMPLE, source.size));
  const text = latin1(sample, 0, readFully(source, 0, sample));
  if (/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(text)) return undefined; // decoded by others
  const cut = text.lastIndexOf('\n');
  const { format, sessions } = readTranscript(text.length < source.size ? text.slice(0, cut + 1) : text);
  const framing = framings.get(format);
  return framing && sessions.every((s) => s.format === format || framing.keyed) ? framing : undefined;
}

/** The unbroken lines around a session's hello, or all of them if no other session runs at the same time: see stretch.ts. */
function placeOf(live: Live): SessionPlace {
  return live.hasHello
    ? { line: live.helloStart, endLine: live.helloEnd, part: true }
    : { line: live.line, endLine: live.firstEnd, part: true };
}

function whole(
  place: SessionPlace,
  { line, endLine }: Pick<Live, 'line' | 'endLine'>,
  shares: (live: Live) => boolean,
): SessionPlace {
  const alone = !shares({ line, endLine } as Live);
  if (alone || (place.line === line && place.endLine === endLine)) return { line, endLine };
  return place;
}

/** Whether a session has lines of another between its first and its last. */
function sharing(h: Half): (live: Live) => boolean {
  const order = h.starts.map((_, i) => i).sort((a, b) => h.starts[a]! - h.starts[b]!);
  const starts = order.map((i) => h.starts[i]!);
  const reach: number[] = []; // last line of all sessions up to here
  let last = -1;
  for (const i of order) reach.push((last = Math.max(last, h.ends[i]!)));
  return ({ line, endLine }) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! < line) low = middle + 1;
      else high = middle;
    }
    return (low > 0 && reach[low - 1]! >= line) || (low + 1 < starts.length && starts[low + 1]! <= endLine);
  };
}

/** What is needed to read a session again. */
function brief(live: Live): Live {
  const { start, end, line, endLine, order, odd, part } = live;
  return { start, end, line, endLine, order, odd, part, keys: [...live.keys] } as Live;
}

interface Waiting extends Pairable {
  readonly live: Live;
}

function pairableOf(live: Live): Waiting {
  const strings = (kind: number): string[] => live.factsOf(kind).map((f) => (f === NULL_SENDER ? '' : String(f)));
  return {
    live,
    index: live.order,
    names: strings(NAME),
    senders: strings(SENDER),
    recipients: strings(RECIPIENT),
    messageIds: strings(MESSAGE_ID),
    queueIds: strings(QUEUE_ID),
    greetingText: live.hasGreeting ? String(live.greeting) : '',
    dated: live.dated,
    ...(live.began !== undefined && { began: live.began }),
    shows: { commands: live.commands },
  };
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

const NULL_SENDER = hashOfText('', true);

/** Every name or id that a pairing key has one of. */
function sharedOf(live: Live): number[] {
  const shared = live.facts.slice(0, live.factCount);
  if (live.hasGreeting) shared.push(live.greeting);
  return shared;
}

/** What pairs a session that was read in full, as the index has it. */
function takeFacts(live: Live, dialogue: Dialogue): void {
  const { greetingText } = dialogue;
  live.factCount = 0;
  live.factKinds = [];
  live.facts = [];
  const add = (kind: number, texts: readonly string[], lower: boolean): void => {
    for (const text of texts) live.addFact(kind, hashOfText(text, lower));
  };
  add(NAME, dialogue.names, true);
  add(SENDER, dialogue.senders, true);
  add(RECIPIENT, dialogue.recipients, true);
  add(MESSAGE_ID, dialogue.messageIds, false);
  add(QUEUE_ID, dialogue.queueIds, false);
  live.hasGreeting = greetingText !== '';
  live.greeting = hashOfText(greetingText, false);
  live.dated = dialogue.dated;
  live.began = dialogue.began;
  live.commands = dialogue.shows.commands;
}
