/** Logs that begin in the middle of a session. */
import { isCommandLine, replyOf, verbOf } from './wire';
import type { Wire } from './wires';

/**
 * What the client is at when its log begins with this line: message text if a final dot comes before the server's first word,
 * else a command.
 */
export function modeInTheMiddle(wires: readonly Wire[], at: number): 'command' | 'data' | 'auth' {
  const first = wires[at]!.text;
  if (BEGINS.has(verbOf(first)) && isCommandLine(first)) return 'command';
  let lines = 0;
  let next = at;
  for (; next < wires.length && wires[next]!.from !== 'server'; next++) {
    if (wires[next]!.from !== 'client') continue;
    if (wires[next]!.text === '.') return 'data';
    lines++;
  }
  if (isCommandLine(first)) return 'command';
  const code = wires[next] && replyOf(wires[next]!.text)?.code;
  if (lines === 1 && code) return code === 235 || code === 334 || code === 535 ? 'auth' : 'command';
  return 'data';
}

const BEGINS = new Set(['EHLO', 'HELO', 'LHLO', 'MAIL', 'RCPT', 'RSET', 'STARTTLS', 'AUTH']);
