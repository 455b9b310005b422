/** One of the two logs while it is read: its bytes chunk by chunk, and single sessions of it again, in full. */
import { formats } from '../../smtp/formats/index';
import type { Side, Transcript } from '../../smtp/model';
import { readTranscript } from '../../smtp/reader';
import { dialogueOf, type Dialogue } from '../dialogue';
import type { SessionPlace } from '../report';
import { latin1, type Classes } from './classes';
import { framings, type Framing } from './framing';
import { readFully, readInFull, type ByteSource } from './full';
import { createIndexer, ROOM, type Indexer } from './indexer';
import type { Live, Stretch } from './live';

/** Bytes that are looked at to tell the formats: the first some sessions, and more if they tell nothing. */
const SAMPLES = [8 * 1024, 64 * 1024];
/** Bytes read at a time: between two slices of work not more time passes than a screen takes for a frame or two. */
const CHUNK = 256 * 1024;

export interface Half {
  readonly side: Side;
  readonly index: Indexer;
  readonly format: Pick<Transcript, 'format' | 'vantage'>;
  /** How many bytes the log has, and how many of them were read. */
  readonly size: number;
  readonly read: () => number;
  /** Reads another chunk, or goes on with one of which some is left; false at the log's end. */
  readonly advance: () => boolean;
  /** Hands out what is still open, a session in a step. */
  readonly finish: () => Generator<void>;
  /** All sessions that a stretch holds when it is read in full; one, unless it is odd. */
  readonly dialogues: (stretch: Stretch) => Dialogue[];
  /** The session of a stretch. */
  readonly dialogue: (stretch: Stretch) => Dialogue;
}

/** The framing of a log by its first bytes; undefined if it is none that can be read so. */
export function framingOf(source: ByteSource): Framing | undefined {
  const sample = new Uint8Array(Math.min(SAMPLES.at(-1)!, source.size));
  const text = latin1(sample, 0, readFully(source, 0, sample));
  if (/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(text)) return undefined; // decoded by others
  const strange = /[\x08\x1b]/.test(text); // a terminal's: the whole sample tells what it means
  for (const size of strange ? SAMPLES.slice(-1) : SAMPLES) {
    const cut = text.lastIndexOf('\n', size);
    const { format, sessions } = readTranscript(size < source.size ? text.slice(0, cut + 1) : text);
    const framing = framings.get(format);
    if (framing && sessions.every((s) => s.format === format || framing.keyed)) return framing;
  }
  return undefined;
}

/** Opens a log; `came` is given each session when it has ended, to release or to keep; `isEnough` ends the reading of a chunk before its end. */
export function openHalf(
  side: Side,
  source: ByteSource,
  framing: Framing,
  classes: Classes,
  came: (live: Live) => void,
  isEnough: () => boolean,
): Half {
  const index = createIndexer(framing, classes, came, isEnough);
  const adapter = formats.find((f) => f.name === framing.format)!;
  const format = { format: framing.format, vantage: framing.vantage };
  const { size } = source;
  let buffer = new Uint8Array(CHUNK + ROOM);
  let filled = 0; // bytes in the buffer
  let base = 0; // offset in the log of its first
  let isLeft = false; // whole lines are in it

  function advance(): boolean {
    if (!isLeft && !fill()) return false;
    const done = index.push(buffer, 0, filled, base);
    buffer.copyWithin(0, done, filled);
    base += done;
    filled -= done;
    isLeft = buffer.lastIndexOf(10, filled - 1) >= 0 && filled > 0;
    return true;
  }

  /** Puts more of the log into the buffer. */
  function fill(): boolean {
    if (base + filled >= size) return false;
    if (filled * 2 > buffer.length) {
      // A line longer than half the buffer.
      const larger = new Uint8Array(buffer.length * 2);
      larger.set(buffer.subarray(0, filled));
      buffer = larger;
    }
    const got = source.read(base + filled, buffer.subarray(filled, buffer.length - ROOM));
    filled += got;
    return got > 0;
  }

  function dialogues(stretch: Stretch): Dialogue[] {
    const sessions = readInFull(source, stretch, framing, adapter, index);
    return sessions.map((_, i) => dialogueOf({ source: NO_TEXT, ...format, sessions }, i));
  }

  return {
    side,
    index,
    format,
    size,
    read: () => (isLeft ? base : base + filled),
    advance,
    finish: () => index.end(buffer, 0, filled, base),
    dialogues,
    dialogue: (stretch) => {
      const all = dialogues(stretch);
      return all[stretch.odd ? stretch.part : 0] ?? all[0]!;
    },
  };
}

/** A transcript without its text: the sessions know what they say. */
export const NO_TEXT = { text: '', lineStarts: [0] };

/** All lines of a session, or where others' stand between them the unbroken ones around its hello: as in stretch.ts. */
export function placeOf(live: Live): SessionPlace {
  const { line, endLine, shared, hasHello } = live;
  const first = shared && hasHello ? live.helloStart : line;
  const last = !shared ? endLine : hasHello ? live.helloEnd : live.firstEnd;
  return first === line && last === endLine ? { line, endLine } : { line: first, endLine: last, part: true };
}
