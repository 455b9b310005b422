/**
 * What sniffers show: bytes that went one way or the other. Who is the server is known once one side has spoken like one; all is
 * kept until then.
 */
import type { Line } from '../lines';
import type { Mark, Piece, Side } from '../model';
import { isCommandLine, startsWithCode } from '../wire';
import { pieceOf } from './format';
import { createTerminalReader } from './terminal';

interface Heard extends Piece {
  readonly channel: string;
}

interface Channel {
  text: string; // of the line begun
  place: Line | undefined;
}

/** Connections, each with two channels, or with one if the log does not tell them apart. */
export interface Streams {
  /** Bytes, one character each, of one channel of a connection, in order. */
  add(bytes: string, place: Line, connection: string, channel: string, time?: string): void;
  /** What is known of a connection beside what was said. */
  note(place: Line, connection: string, mark: Mark, time?: string): void;
  end(): Piece[];
}

/** Begins to collect. */
export function createStreams(): Streams {
  const heard: Heard[] = [];
  const channels = new Map<string, Channel>();

  function add(bytes: string, place: Line, connection: string, channel: string, time?: string): void {
    const name = `${connection}\0${channel}`;
    let at = channels.get(name);
    if (!at) channels.set(name, (at = { text: '', place: undefined }));
    const parts = bytes.split('\n');
    parts.forEach((part, i) => {
      at.place ??= place;
      at.text += part;
      if (i < parts.length - 1) {
        say(at, connection, channel, time);
        at.text = '';
        at.place = undefined;
      } else if (at.text === '') at.place = undefined;
    });
  }

  function say(at: Channel, key: string, channel: string, time?: string): void {
    const crlf = at.text.endsWith('\r');
    const text = crlf ? at.text.slice(0, -1) : at.text;
    const place = pieceOf(at.place!, 0, { from: 'note' });
    heard.push({ ...place, text, key, channel, ...(time && { time }), eol: crlf ? 'crlf' : 'lf' });
  }

  function note(place: Line, key: string, mark: Mark, time?: string): void {
    heard.push({ ...pieceOf(place, 0, { from: 'note' }), key, mark, channel: '', ...(time && { time }) });
  }

  function end(): Piece[] {
    for (const [name, at] of channels) {
      const [connection = '', channel = ''] = name.split('\0');
      if (at.place && at.text !== '') say(at, connection, channel);
    }
    const sides = sidesOf(heard);
    const screens = new Map<string, ReturnType<typeof createTerminalReader>>();
    return heard
      .sort((a, b) => a.line - b.line)
      .flatMap(({ channel, ...piece }): Piece[] => {
        if (piece.mark) return [piece];
        const side = sides.get(`${piece.key}\0${channel}`);
        if (side) return [{ ...piece, from: side }];
        let screen = screens.get(piece.key);
        if (!screen) screens.set(piece.key, (screen = createTerminalReader()));
        const read = screen.read({ number: piece.line, start: piece.start, text: piece.text }) ?? [];
        return read.map((r) => ({ ...piece, from: r.from, ...(r.mark && { mark: r.mark }) }));
      });
  }

  return { add, note, end };
}

/** Sides of channels, by connection; of a connection with one channel none. */
function sidesOf(heard: readonly Heard[]): Map<string, Side> {
  const votes = new Map<string, Map<string, number>>(); // connection → channel → replies minus commands
  for (const { key, channel, text, mark } of heard) {
    if (mark) continue;
    let channels = votes.get(key);
    if (!channels) votes.set(key, (channels = new Map<string, number>()));
    const vote = startsWithCode(text) ? 1 : isCommandLine(text) ? -1 : 0;
    channels.set(channel, (channels.get(channel) ?? 0) + vote);
  }
  const sides = new Map<string, Side>();
  for (const [key, channels] of votes) {
    const [first, second] = [...channels].sort((a, b) => b[1] - a[1]);
    if (!first || channels.size > 2) continue;
    if (channels.size === 1 && first[0] === '') continue;
    sides.set(`${key}\0${first[0]}`, channels.size === 2 || first[1] > 0 ? 'server' : 'client');
    if (second) sides.set(`${key}\0${second[0]}`, 'client');
  }
  return sides;
}
