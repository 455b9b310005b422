/**
 * Compare Sessions on logs of any size, from bytes. Both logs are read side by side, chunk by chunk; of a session only what pairs
 * it and a number for each of its lines is kept, until its partner has come. How two sessions stand to each other is a number,
 * too: the first pair with a number is read and compared in full (core/compare/compare.ts), all others with it have the same
 * signs, at their own lines. What the quick look does not understand is read and compared in full, session by session.
 */
import { t } from '@vscode/l10n';
import type { Session, Side, Transcript } from '../../smtp/model';
import { readableAll } from '../../bytes';
import { conclusionOf, judge, nothingToCompare, type CompareOptions } from '../compare';
import { NO_STRAYS, type Dialogue, type Strays } from '../dialogue';
import type { DialoguePair } from '../pair';
import type { CompareReport, Evidence, SessionPair, Unpaired } from '../report';
import { unbroken } from '../stretch';
import { togetherOf } from '../together';
import { createClasses } from './classes';
import { findingOf, type Finding, type Lined } from './findings';
import type { ByteSource } from './full';
import { framingOf, NO_TEXT, openHalf, placeOf, type Half } from './half';
import { hashOfText } from './hash';
import { createKeys } from './key';
import { MESSAGE_ID, NAME, QUEUE_ID, RECIPIENT, SENDER, type Live } from './live';
import { createMeeting, type Apart } from './meeting';
import { createOffers } from './offers';
import { createSigns } from './signs';

export type { ByteSource } from './full';

/** How far the comparison has come, told between two slices of work. */
export interface Progress {
  /** Bytes read of both logs, and how many there are. */
  readonly read: number;
  readonly size: number;
  /** Pairs of sessions so far, and how many of them have a sign. */
  readonly pairs: number;
  readonly signs: number;
  /** How many times sessions were read and looked at in full: that takes most of the time, and a slice has few of it. */
  readonly inFull: number;
  /** A pair with a sign, by its number from 0 in the order in which they are found. */
  readonly sign: (number: number) => Lined;
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
  /** The report without its pairs, and these one by one: for who keeps none of them. */
  readonly rest: Omit<CompareReport, 'pairs'>;
  readonly pairs: () => Iterable<SessionPair>;
  /** The same pairs without what is told in detail alone. */
  readonly lined: () => Iterable<Lined>;
}

/** Logs that are smaller together are compared as a whole: that tells more of pairs without a sign. In bytes. */
export const LARGE_LOGS = 1_000_000;

/** More pairs with signs than this are counted only. */
const MOST_PAIRS = 100_000;
/** Of more pairs than this the rows are made again when they are wanted. */
const MOST_WHOLE = 1000;
/** A log up to this size is read first if the other is much larger, in bytes: more would keep the first pairs waiting. */
const MOST_AHEAD = 32_000_000;
/** More sessions without a partner than this are counted only. */
const MOST_UNPAIRED = 100_000;
/** What a slice of work has at most: sessions read in full, else small pieces of other work. */
const MOST_READINGS = 4;
const MOST_PIECES = 100;
/** Pairs of a report that are such a piece. */
const PIECE = 20;
/** Pairs without a sign that are kept to say what the comparison does not prove. */
const MOST_SAMPLES = 500;

/**
 * Compares two logs, a slice of work at a time; gives a report when it is done, and undefined if the logs are not of formats that
 * can be read so: then `compare` of the whole transcripts is asked.
 */
export function* compareLarge(
  first: ByteSource,
  second: ByteSource,
  options: LargeOptions = {},
): Generator<Progress, LargeComparison | undefined> {
  const one = framingOf(first);
  if (!one) return undefined;
  const size = first.size + second.size;
  const signs = createSigns();
  const sign = (number: number): Lined => signs.lined(number);
  const begun: Progress = { read: 0, size, pairs: 0, signs: 0, inFull: 0, sign };
  yield begun;
  const other = framingOf(second);
  if (!other || one.vantage === other.vantage) return undefined;
  yield begun;
  const swapped = one.vantage === 'server';

  const classes = createClasses();
  const offers = createOffers(classes.byId);
  const { keyOf, folds } = createKeys(classes.byId);
  const findings = new Map<number, Finding>();
  const samples: SessionPair[] = [];
  const silent = { pairs: 0, neutral: 0 };
  const sessions = { client: 0, server: 0 };
  let whole = 0; // findings that are kept with their rows
  let more = 0; // pairs with signs that are not kept
  let inFull = 0;
  let readings = 0; // of these, since the last slice
  const open = (side: Side, source: ByteSource, framing: typeof one): Half =>
    openHalf(side, source, framing, classes, (live) => came(side, live), isEnough);
  const client = swapped ? open('client', second, other) : open('client', first, one);
  const server = swapped ? open('server', first, one) : open('server', second, other);
  const halves = { client, server };
  const meeting = createMeeting((side) => halves[side].index, pair);

  const small = client.size < server.size ? client : server;
  // The one that is much smaller first: of the other's sessions few can then meet anybody, and the others need not wait.
  const ahead = small.size <= MOST_AHEAD && small.size * 3 <= (small === client ? server : client).size ? small : undefined;
  const left = new Set([client, server]);
  for (;;) {
    const behind = client.read() * server.size <= server.read() * client.size ? client : server;
    const next = ahead && left.has(ahead) ? ahead : left.has(behind) ? behind : [...left][0];
    if (!next) break;
    if (!next.advance()) {
      left.delete(next);
      yield* inSlices(next.finish());
      meeting.close(next.side);
    }
    if (client.index.isMixed() || server.index.isMixed()) return undefined;
    yield progress();
  }
  yield* inSlices(meeting.end());
  yield progress();
  // What there is but one of in each log is held against the other on less: by the comparison in memory.
  if (sessions.client === 1 && sessions.server === 1 && silent.pairs + signs.count() === 0) return undefined;
  return yield* inSlices(result());

  /** Does small pieces of work, as many as a slice may have. */
  function* inSlices<T>(work: Generator<void, T>): Generator<Progress, T> {
    let pieces = 0;
    for (;;) {
      const { done, value } = work.next();
      if (done) return value;
      if (++pieces < MOST_PIECES && !isEnough()) continue;
      pieces = 0;
      yield progress();
    }
  }

  /** True if so many sessions were read in full that others should have their turn. */
  function isEnough(): boolean {
    return readings >= MOST_READINGS;
  }

  function progress(): Progress {
    readings = 0;
    return {
      read: client.read() + server.read(),
      size,
      pairs: silent.pairs + signs.count() + more,
      signs: signs.count(),
      inFull,
      sign,
    };
  }

  function countReading(): void {
    inFull++;
    readings++;
  }

  /** A session has ended. */
  function came(side: Side, live: Live): void {
    if (live.odd) return cameOdd(side, live);
    if (!live.smtp) return halves[side].index.release(live);
    sessions[side]++;
    if (side === 'client') offers.note(live);
    meeting.come(side, live);
  }

  /** What the quick look did not understand: none, one or several sessions. */
  function cameOdd(side: Side, live: Live): void {
    countReading();
    const { index, dialogues } = halves[side];
    const all = dialogues(live);
    all.forEach((dialogue, part) => {
      const { session } = dialogue;
      if (session.vantage !== side && session.vantage !== 'both') return;
      const one = index.spare();
      const { start, end } = live;
      const { line, endLine } = session;
      Object.assign(one, { start, end, line, endLine, part, odd: true, order: live.order + part / all.length });
      one.keys = [...live.keys];
      one.shared = live.shared || all.length > 1;
      takeFacts(one, dialogue);
      const place = unbroken(session);
      one.hasHello = true;
      one.helloStart = place.line;
      one.helloEnd = place.endLine;
      sessions[side]++;
      meeting.come(side, one);
    });
    index.release(live);
  }

  function pair(left: Live, right: Live, ambiguous: boolean, apart: Apart = NONE_APART): void {
    const single = left.odd || right.odd || ambiguous || isAny(apart);
    const key = single ? undefined : keyOf(left, right);
    const known = key === undefined ? undefined : findings.get(key);
    // A finding that names what is this pair's own is said of no other.
    const same = known && (known.pair.verdict === 'none' || known.found) ? known : undefined;
    const finding = same ?? judged(left, right, ambiguous, apart);
    if (!same && key !== undefined) findings.set(key, finding);
    if (finding.pair.verdict === 'none') {
      silent.pairs++;
      silent.neutral += finding.neutral;
    } else if (signs.count() < MOST_PAIRS) signs.add(finding, !same, left, right, folds);
    else more++;
  }

  /** Reads two sessions and compares them in full. */
  function judged(left: Live, right: Live, ambiguous: boolean, apart: Apart): Finding {
    countReading();
    const dialogues = [client.dialogue(left), server.dialogue(right)] as const;
    const strays = { client: apart.client.map(client.dialogue), server: apart.server.map(server.dialogue) };
    const full = judge(paired(dialogues, ambiguous, strays), placeOf(left), placeOf(right), options);
    const readable = readableAll({ ...full, clientSession: left.order, serverSession: right.order });
    const finding = findingOf(readable, left, right, dialogues, folds);
    const none = full.verdict === 'none';
    if (none && samples.length < MOST_SAMPLES) samples.push(readable);
    return none || (++whole > MOST_WHOLE && !isAny(apart))
      ? { ...finding, pair: { ...readable, looked: [], rows: [] } }
      : finding;
  }

  function* result(): Generator<void, LargeComparison> {
    const order = signs.inOrder();
    const shown: Record<Side, Session[]> = { client: [], server: [] };
    const details = new Map<number, SessionPair>();
    const points = (sign: number): number => signs.finding(sign).pair.points;
    const heaviest = options.inDetail === 0 ? [] : [...order].sort((a, b) => points(b) - points(a));
    for (const sign of heaviest.slice(0, options.inDetail ?? 200)) {
      countReading();
      const [left, right] = signs.stretches(sign);
      const dialogues = [client.dialogue(left), server.dialogue(right)] as const;
      const known = signs.pair(sign);
      const full = known.rows.length > 0 ? known : readableAll(judge(paired(dialogues), known.client, known.server, options));
      const clientSession = shown.client.push(dialogues[0].session) - 1;
      const serverSession = shown.server.push(dialogues[1].session) - 1;
      details.set(sign, { ...full, clientSession, serverSession });
      yield;
    }
    const pairs = function* (): Iterable<SessionPair> {
      for (const sign of order) yield details.get(sign) ?? signs.pair(sign);
    };
    const total = signs.count() + more + silent.pairs;
    const count = (side: Side) => ({ sessions: { length: sessions[side] } as never });
    const alike: Session[] = [];
    for (const stretch of offers.shared()) {
      countReading();
      alike.push(client.dialogue(stretch).session);
      yield;
    }
    const together = readableAll(togetherOf(alike));
    const told = total > 0 || together.length > 0 ? undefined : nothingToCompare(count('client'), count('server'));
    const rest = {
      ...conclusion(order, told, together),
      ...(together.length > 0 && { together }),
      silent,
      unpaired: { client: lonely('client', sessions.server), server: lonely('server', sessions.client) },
      swapped,
    };
    const transcript = (half: Half): Transcript => ({ source: NO_TEXT, ...half.format, sessions: shown[half.side] });
    const [left, right] = swapped ? [server, client] : [client, server];
    let report: CompareReport | undefined;
    if (options.inDetail !== 0) {
      const all: SessionPair[] = [];
      for (const one of pairs()) if (all.push(one) % PIECE === 0) yield;
      report = { ...rest, pairs: all };
    }
    return {
      get report() {
        return (report ??= { ...rest, pairs: [...pairs()] });
      },
      rest,
      pairs,
      lined: function* () {
        for (const sign of order) yield signs.lined(sign);
      },
      transcripts: [transcript(left), transcript(right)],
      detailed: [...order].flatMap((sign, i) => (details.has(sign) ? [i] : [])),
    };
  }

  /** What all pairs say together: each finding once, but as heavy as it is often. */
  function conclusion(
    order: Int32Array,
    told: string | undefined,
    together: readonly Evidence[],
  ): ReturnType<typeof conclusionOf> {
    const times = new Map<Finding, number>();
    for (const sign of order) times.set(signs.finding(sign), (times.get(signs.finding(sign)) ?? 0) + 1);
    const often = new Map<Evidence, number>();
    for (const [
      {
        pair: { evidence },
      },
      n,
    ] of times)
      for (const e of evidence) often.set(e, n);
    return conclusionOf(
      [...times.keys()].map((f) => f.pair),
      samples,
      told,
      together,
      (e) => often.get(e) ?? 1,
    );
  }

  function lonely(side: Side, others: number): Unpaired[] {
    const reason =
      others === 0
        ? t('the other log has no session')
        : side === 'client'
          ? t("the server's log has no session like this{0}", '')
          : t("the client's log has no session like this{0}", '');
    const all: Unpaired[] = [];
    meeting.lonely(side, (session, { line, endLine }) => all.push({ session, line, endLine, reason }));
    return all.sort((a, b) => a.session - b.session).slice(0, MOST_UNPAIRED);
  }
}

const NONE_APART: Apart = { client: [], server: [] };

function isAny({ client, server }: Apart): boolean {
  return client.length + server.length > 0;
}

function paired([client, server]: readonly [Dialogue, Dialogue], ambiguous = false, strays: Strays = NO_STRAYS): DialoguePair {
  return { client, server, by: 'queue-id', ambiguous, strays };
}

/** What pairs a session that was read in full, as the index has it. */
function takeFacts(live: Live, dialogue: Dialogue): void {
  const { greetingText } = dialogue;
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
  live.began = dialogue.began ?? NaN;
  live.commands = dialogue.shows.commands;
}
