/**
 * The system calls of a program: `strace`, with `-f` and `-tt` and with `-x` or `-xx`, and `truss`. What was read and written on a
 * descriptor is one connection; files and the screen are left out, since no commands go one way there and replies the other.
 */
import type { Piece } from '../model';
import { isCommandLine, startsWithCode } from '../wire';
import { NOTHING, type Format, type FormatReader } from './format';
import { timeIn } from './generic/stamp';
import { createStreams } from './streams';

const CALL =
  /^(?:\[pid +(\d+)\] |(\d+)(?::|\/\d+:)?\s+|\/\d+:\s+)?(?:[\d.:-]{6,26} +)?(?:<\.\.\. )?k?(read|recv|recvfrom|recvmsg|readv|write|send|sendto|sendmsg|writev)(?: resumed>.*?|\((\d+)(?:<[^>]{0,200}>)?(?:, |$))(.*)/;
/** Any other call, and what strace says of signals and processes. */
const OTHER =
  /^(?:\[pid +\d+\] |\d+(?::|\/\d+:)?\s+|\/\d+:\s+)?(?:[\d.:-]{6,26} +)?(?:\w+\(|<\.\.\. \w+ resumed>|[-+]{3} |strace: )/;
const CLOSED = /^(?:\[pid +(\d+)\] |(\d+)(?:[:/]\d*:?)?\s+)?[^a-z]{0,40}close\((\d+)/;

export const strace: Format = {
  name: 'strace',
  vantage: 'client',
  detect(lines) {
    const said = lines.flatMap((line) => CALL.exec(line)?.[5] ?? []).map(bytesOf);
    const smtp = said.filter((text) => startsWithCode(text.slice(0, 4)) || isCommandLine(text.trimEnd())).length;
    return smtp === 0 ? 0 : 4 * said.length + lines.filter((line) => OTHER.test(line)).length;
  },
  open: () => createReader(),
};

/** Who spoke on a descriptor, and how. */
interface Descriptor {
  readonly read: { replies: number; commands: number };
  readonly written: { replies: number; commands: number };
}

function createReader(): FormatReader {
  const streams = createStreams();
  const descriptors = new Map<string, Descriptor>();
  const closings = new Map<string, number>(); // how often each descriptor of each process was closed
  const unfinished = new Map<string, string>(); // the descriptor of a call that was cut, by process and call

  function read(line: Parameters<FormatReader['read']>[0]): readonly Piece[] | undefined {
    const m = CALL.exec(line.text);
    if (!m) {
      if (!OTHER.test(line.text)) return undefined;
      const close = CLOSED.exec(line.text);
      const closed = close && `${close[1] ?? close[2] ?? ''} ${close[3]}`;
      if (closed) closings.set(closed, (closings.get(closed) ?? 0) + 1);
      return NOTHING;
    }
    const process = m[1] ?? m[2] ?? '';
    const call = `${process} ${m[3]}`;
    const fd = m[4] ?? unfinished.get(call) ?? '';
    unfinished.delete(call);
    if (m[5]!.endsWith('<unfinished ...>')) unfinished.set(call, fd);
    const bytes = bytesOf(m[5]!);
    const key = `${process} ${fd} ${closings.get(`${process} ${fd}`) ?? 0}`;
    let about = descriptors.get(key);
    if (!about) descriptors.set(key, (about = { read: { replies: 0, commands: 0 }, written: { replies: 0, commands: 0 } }));
    const way = m[3]!.startsWith('r') ? 'read' : 'written';
    for (const said of bytes.split('\n')) {
      if (startsWithCode(said.slice(0, 4))) about[way].replies++;
      else if (isCommandLine(said.trimEnd())) about[way].commands++;
    }
    if (bytes !== '') streams.add(bytes, line, key, way, timeIn(line.text, m.index + 40));
    return NOTHING;
  }

  /** Undefined for what is no connection of SMTP. */
  function vantageOf(key: string): 'client' | 'server' | undefined {
    const { read: got, written: sent } = descriptors.get(key)!;
    const client = got.replies + sent.commands;
    const server = sent.replies + got.commands;
    if (Math.max(client, server) < FEWEST || Math.min(client, server) * 4 > client + server) return undefined;
    return client > server ? 'client' : 'server';
  }

  return {
    read,
    end: () =>
      streams.end().flatMap((piece): Piece[] => {
        const vantage = vantageOf(piece.key);
        return vantage ? [{ ...piece, vantage }] : [];
      }),
  };
}

const FEWEST = 3;

/** The bytes in the strings of a call; truss parts the characters with blanks. */
function bytesOf(text: string): string {
  const parts = stringsIn(text);
  const said = parts.map((part) =>
    /^(?: \S| {2}|\\.)+$/.test(part) && / \S /.test(part) ? part.replace(/ (\S| )/g, '$1') : part,
  );
  return said
    .join('')
    .replace(/\\(x[\da-f]{2}|[0-7]{1,3}|.)/g, (_, c: string) =>
      c.startsWith('x')
        ? String.fromCharCode(parseInt(c.slice(1), 16))
        : /^[0-7]/.test(c)
          ? String.fromCharCode(parseInt(c, 8) & 255)
          : (SIMPLE[c] ?? c),
    );
}

/** What stands between double quotes; a string that is not closed holds the rest. */
function stringsIn(text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf('"'); at >= 0;) {
    let end = at + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    found.push(text.slice(at + 1, end));
    at = text.indexOf('"', end + 1);
  }
  return found;
}

const SIMPLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', v: '\v', f: '\f' };
