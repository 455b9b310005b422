/** Reads single sessions of a large log in full, line by line from where they stand. */
import type { Format } from '../../smtp/formats/format';
import { createSplitter } from '../../smtp/lines';
import type { Session } from '../../smtp/model';
import { createReader } from '../../smtp/reader';
import { latin1 } from './classes';
import type { Frame, Framing } from './framing';
import type { Indexer } from './indexer';
import type { Stretch } from './live';

/** The bytes of a log. Reading is synchronous: whoever must not be held up reads in a thread of its own or from memory. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /** Reads into `into` from the offset `at` on; gives how many bytes it read, perhaps fewer than asked for, 0 at the end. */
  read(at: number, into: Uint8Array): number;
}

/** Which of the lines belong together the index has found; what they mean is left to the reader of small logs. */
export function readInFull(
  source: ByteSource,
  live: Stretch,
  framing: Framing,
  format: Format,
  index: Indexer,
): readonly Session[] {
  const bytes = new Uint8Array(live.end - live.start + 1);
  const length = readFully(source, live.start, bytes.subarray(0, bytes.length - 1));
  bytes[length] = 10;
  const reader = createReader({ format, keepsEnds: index.keepsEnds() });
  const frame: Frame = { who: -1, text: 0, key: 0 };
  let own = true;
  // Of a session between others' lines most lines are theirs: they are passed over, but counted.
  let passedLines = 0;
  let passedBytes = 0;
  let bare = index.firstBareLine() < live.line;
  const splitter = createSplitter((line) => {
    if (framing.keyed) {
      framing.read(bytes, line.start + passedBytes, frame);
      // What is of no form belongs to the line before it.
      if (frame.who >= 0) own = live.keys.includes(frame.key);
      if (!own) return;
    }
    reader.line({ ...line, number: line.number + live.line + passedLines, start: line.start + live.start + passedBytes });
  }, bare);
  let from = 0; // of the lines to give to the splitter
  for (let next = 0; framing.keyed && next < length;) {
    const start = next;
    let plain = true; // it says nothing new of how lines end
    for (; bytes[next] !== 10; next++) if (bytes[next] === 13 && bytes[next + 1] !== 10) plain = false;
    if (++next > length) break;
    if (!bare && bytes[next - 2] !== 13) {
      bare = true;
      plain = false;
    }
    framing.read(bytes, start, frame);
    if (!plain || frame.who < 0 || live.keys.includes(frame.key)) continue;
    if (from < start) splitter.push(latin1(bytes, from, start));
    from = next;
    own = false;
    passedLines++;
    passedBytes += next - start;
  }
  splitter.push(latin1(bytes, from, length));
  splitter.end();
  return reader.end().sessions;
}

/** Fills `into` as far as the log goes; gives how many bytes were read. */
export function readFully(source: ByteSource, at: number, into: Uint8Array): number {
  let length = 0;
  while (length < into.length) {
    const got = source.read(at + length, into.subarray(length));
    if (got === 0) break;
    length += got;
  }
  return length;
}
