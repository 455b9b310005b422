/** A session while its lines come in, and what is kept of it until its partner is found. */
import type { Side } from '../../smtp/model';
import type { LineClass } from './classes';

/** What the client sends at this moment. */
export const COMMANDS = 0;
export const MESSAGE = 1;
export const LOGIN = 2;

export class Live {
  /** Where in the order of the log's sessions it begins. */
  order = 0;
  /** Numbers of its connection: several where a daemon forks. */
  keys: number[] = [0];
  /** Offsets of its first byte and behind its last one; lines from 0. */
  start = 0;
  end = 0;
  line = 0;
  endLine = 0;
  /** Reads of it in full are needed: it has what the quick look does not understand. */
  odd = false;
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

  /** Its lines, without message text: line of the log, hash of the text, class. */
  count = 0;
  lines: number[] = [];
  hashes: number[] = [];
  classes: LineClass[] = [];
  /** Of all lines, one after the other. */
  tokenCount = 0;
  tokens: number[] = [];

  // What strands.ts watches.
  spoken = false;
  smtp = false;
  answered = false;
  more = false;
  verb = '';
  upgrades = false;
  opened = false;
  done = false;
  eof = false;
  doneAt = 0;

  mode = COMMANDS;
  code = 0;
  /** What waits for a reply, in order, between the two places: verbs, and '.' for a message. */
  waiting: string[] = [];
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
  factKinds: number[] = [];
  facts: number[] = [];
  hasGreeting = false;
  dated = false;
  /** When it began by the log's clock, where its lines have times and it was read in full. */
  began: number | undefined = undefined;
  greeting = 0.5;
  date = 0.5;
  commands = false;
  /** Messages: each four numbers: how it is shown, hash, size, size announced. */
  messageCount = 0;
  messages: number[] = [];

  /** The session it was paired with. */
  partner: Live | undefined = undefined;
  /** Where it stands in the list of those that wait for one. */
  slot = -1;
  side: Side = 'client';
  /** Which of the sessions that the full reader finds in its lines, where it is odd. */
  part = 0;

  /** Makes it as new; what its arrays hold beyond their counts is void. */
  clear(): void {
    this.keys.length = 1;
    this.odd = this.hasHello = this.hasId = this.hasGreeting = this.dated = this.commands = false;
    this.firstEnd = this.helloEnd = -1;
    this.count = this.tokenCount = this.factCount = this.messageCount = 0;
    this.spoken = this.smtp = this.answered = this.more = this.upgrades = this.opened = this.done = this.eof = false;
    this.verb = '';
    this.mode = COMMANDS;
    this.code = this.waitingFrom = this.waitingTo = this.part = 0;
    this.inHeader = this.headerShown = false;
    this.announced = this.slot = -1;
    this.partner = this.began = undefined;
  }

  wait(what: string): void {
    this.waiting[this.waitingTo++] = what;
  }

  addFact(kind: number, value: number): void {
    this.factKinds[this.factCount] = kind;
    this.facts[this.factCount++] = value;
  }

  factsOf(kind: number): number[] {
    const found: number[] = [];
    for (let i = 0; i < this.factCount; i++) if (this.factKinds[i] === kind) found.push(this.facts[i]!);
    return found;
  }
}

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
