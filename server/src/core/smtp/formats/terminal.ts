/**
 * A terminal's screen: telnet, netcat, or an article that copies one. Nothing marks the lines; a reply is known by its code, a
 * command by its verb, and after 354 all is message text until the dot. telnet's own remarks tell where a session begins.
 */
import type { Line } from '../lines';
import type { Mark, Piece } from '../model';
import { isCommandLine, replyOf, startsWithCode, verbOf } from '../wire';
import { pieceOf, withoutDots, type Format, type FormatReader } from './format';

const REMARKS: readonly (readonly [RegExp, Mark | undefined])[] = [
  [/^Trying \S+?(?:\.\.\.|:\d+)/, 'open'],
  [/^Connected to /, undefined],
  [/^Connection to \S+ .*succeeded!$/, 'open'],
  [/^Escape character is /, undefined],
  [/^Connection closed(?: by foreign host)?\.?$/, 'close'],
  [/^telnet> /, undefined],
  [/^(?:\$|#|%|.*[$#%>]) ?(?:telnet|nc|ncat|netcat) \S/, undefined],
];

/** telnet begins again: the message before was never finished. */
const ANEW = /^Trying [\dA-Fa-f.:]+\.\.\.$/;

export const terminal: Format = {
  name: 'terminal',
  vantage: 'client',
  detect: detectTerminal,
  open: () => createTerminalReader(),
};

/** Counts replies and commands; both must be there, and a command must be followed by a reply or a greeting by a command. */
export function detectTerminal(lines: readonly string[]): number {
  let replies = 0;
  let commands = 0;
  let exchanges = 0;
  let before = '';
  for (const line of lines) {
    const kind = startsWithCode(line) ? 'reply' : isCommandLine(line) ? 'command' : '';
    if (kind === 'reply') replies++;
    if (kind === 'command') commands++;
    if (kind && before && kind !== before) exchanges++;
    before = kind;
  }
  return exchanges > 0 && commands > 0 && replies > 0 ? replies + commands : 0;
}

/** Also for other programs that show a session as it stands on the screen, with remarks of their own. */
export function createTerminalReader(): FormatReader & { inMessage(): boolean } {
  let message = false; // after 354, until the dot
  let session = false; // a greeting, a reply or a command was seen, and no end
  let asked = false; // DATA was typed and not answered
  let typed: 'none' | 'some' | 'all' = 'none'; // of a message, before the 354

  function read(line: Line): Piece[] | undefined {
    const { text } = line;
    if (message) return messageLine(line);
    const remark = REMARKS.find(([pattern]) => pattern.test(text));
    if (remark) {
      const [, mark] = remark;
      session = mark !== 'close';
      const peer = /^(?:Trying|Connected to) (\S+)$/.exec(text)?.[1];
      return [pieceOf(line, 0, { from: 'note', ...(mark && { mark }), ...(peer && { peer: withoutDots(peer) }) })];
    }
    const reply = replyOf(text);
    if (reply) {
      session = reply.code !== 221;
      if (reply.code === 354) {
        message = typed !== 'all';
        asked = false;
      } else if (asked && !reply.more && reply.code >= 400) asked = false;
      return [pieceOf(line, 0, { from: 'server' })];
    }
    if (!session && !isCommandLine(text)) return undefined;
    if (text === '' && !asked) return undefined;
    session = true;
    if (verbOf(text) === 'DATA' && typed !== 'some') {
      asked = true;
      typed = 'none';
    } else if (asked && typed !== 'all' && (typed === 'some' || !isCommandLine(text))) typed = text === '.' ? 'all' : 'some';
    return [pieceOf(line, 0, { from: 'client' })];
  }

  function messageLine(line: Line): Piece[] {
    if (ANEW.test(line.text)) {
      message = false;
      return read(line) ?? [];
    }
    const closed = REMARKS.some(([pattern, mark]) => mark === 'close' && pattern.test(line.text));
    if (closed || line.text === '.') message = false;
    if (closed) session = false;
    return [pieceOf(line, 0, closed ? { from: 'note', mark: 'close' } : { from: 'client' })];
  }

  return { read, inMessage: () => message };
}
