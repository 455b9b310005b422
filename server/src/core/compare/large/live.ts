/** A session while its lines come in. */

/** What the client sends at this moment. */
export const COMMANDS = 0;
export const MESSAGE = 1;
export const LOGIN = 2;

/** Kinds of facts. */
export const NAME = 0;
export const SENDER = 1;
export const RECIPIENT = 2;
export const MESSAGE_ID = 3;
export const QUEUE_ID = 4;

/** How a message is shown. */
export const HIDDEN = 0;
export const EMPTY = 1;
export const SHOWN = 2;
/** A message is four numbers: how it is shown (times 4, and which line ends it has), hash, size, size announced. */
export const PER_MESSAGE = 4;

/** Where a session stands in its log: enough to read it again. */
export interface Stretch {
  /** Offsets of its first byte and behind its last one; lines from 0. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
  /** Numbers of its connection: several where a daemon forks. */
  readonly keys: readonly number[];
  /** True if it must be read in full: it has what the quick look does not understand. */
  readonly odd: boolean;
  /** Which of the sessions that the full reader finds in these lines, where it is odd. */
  readonly part: number;
}

/** What may be more than a 32-bit number begins as a fraction: so all sessions are of one form for the compiler from the start. */
export class Live implements Stretch {
  /** Where in the order of the log's sessions it begins; between two of them where several come out of one odd stretch. */
  order = 0.5;
  keys: number[] = [0.5];
  start = 0.5;
  end = 0.5;
  line = 0;
  endLine = 0;
  odd = false;
  part = 0;
  /** True if another session's lines stand between its own. */
  shared = false;
  /**
   * Its own lines so far: the last one, the first of the unbroken run at hand, the end of the first run, and the run with its
   * hello (-1 while it goes on).
   */
  own = 0;
  runStart = 0;
  firstEnd = -1;
  hasHello = false;
  helloStart = 0;
  helloEnd = -1;

  /** Its lines, without message text: line of the log, hash of the text, class; and a number for all texts together. */
  count = 0;
  lines = new Int32Array(48);
  hashes = new Int32Array(48);
  kinds = new Int32Array(48);
  sum = 0;
  /** Of all lines, one after the other. */
  tokenCount = 0;
  tokens = new Int32Array(48);

  // What strands.ts watches.
  spoken = false;
  smtp = false;
  answered = false;
  more = false;
  verb = 0;
  upgrades = false;
  opened = false;
  done = false;
  eof = false;
  doneAt = 0;

  mode = COMMANDS;
  code = 0;
  /** What waits for a reply, in order, between the two places: a bit as in kinds.ts. */
  waiting: number[] = [];
  waitingFrom = 0;
  waitingTo = 0;

  // The message under way.
  inHeader = false;
  headerShown = false;
  hasId = false;
  messageLines = 0;
  messageSize = 0;
  messageFirst = 0;
  messageHash = 0;
  messageEnds = 0;
  announced = -1;

  /** What pairs it: names, addresses and ids as hashes, each with what it is. */
  factCount = 0;
  factKinds = new Int32Array(16);
  facts = new Float64Array(16);
  hasGreeting = false;
  dated = false;
  /** When it began by the log's clock, where its lines have times and it was read in full; else NaN. */
  began = NaN;
  greeting = 0.5;
  date = 0.5;
  commands = false;
  /** Numbers of its messages, four each. */
  messageCount = 0;
  messages: number[] = [];

  /** Makes it as new; what its arrays hold beyond their counts is void. */
  clear(): void {
    if (this.keys.length !== 1) this.keys.length = 1; // to set it takes long
    this.odd = this.shared = this.hasHello = this.hasId = this.hasGreeting = this.dated = this.commands = false;
    this.firstEnd = this.helloEnd = -1;
    this.count = this.tokenCount = this.factCount = this.messageCount = this.sum = 0;
    this.spoken = this.smtp = this.answered = this.more = this.upgrades = this.opened = this.done = this.eof = false;
    this.mode = COMMANDS;
    this.verb = this.code = this.waitingFrom = this.waitingTo = this.part = 0;
    this.inHeader = this.headerShown = false;
    this.announced = -1;
    this.began = NaN;
  }

  /** Makes room for so many lines and tokens. */
  reserve(lines: number, tokens: number): void {
    if (lines > this.lines.length) {
      this.lines = larger(this.lines, lines);
      this.hashes = larger(this.hashes, lines);
      this.kinds = larger(this.kinds, lines);
    }
    if (tokens > this.tokens.length) this.tokens = larger(this.tokens, tokens);
  }

  wait(what: number): void {
    this.waiting[this.waitingTo++] = what;
  }

  /** Makes room for so many facts. */
  reserveFacts(count: number): void {
    if (count <= this.facts.length) return;
    this.factKinds = larger(this.factKinds, count);
    const more = new Float64Array(this.factKinds.length);
    more.set(this.facts);
    this.facts = more;
  }

  addFact(kind: number, value: number): void {
    this.reserveFacts(this.factCount + 1);
    this.factKinds[this.factCount] = kind;
    this.facts[this.factCount++] = value;
  }
}

/** Where the session stands, to be kept. */
export function stretchOf({ start, end, line, endLine, odd, part, keys }: Live): Stretch {
  return { start, end, line, endLine, odd, part, keys: [...keys] };
}

/** A copy with room for at least `length` numbers. */
export function larger(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(Math.max(length, array.length * 2));
  copy.set(array);
  return copy;
}
