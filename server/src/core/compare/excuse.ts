/** Which exchanges of one side prove nothing, because the other log need not show them. */
import { smtpCommands } from '../knowledge/smtpCommands';
import type { ReplyEvent } from '../smtp/model';
import type { ExchangeRow } from './align';
import type { Dialogue, Exchange } from './dialogue';
import { isHidden } from './normalise';
import { commandOf, endsLog, replyOf } from './places';

/** Why a side may have nothing although the other side's exchange took place. */
export type Excuse = 'head' | 'tail' | 'unanswered' | 'not-logged' | 'closing' | 'secret' | 'other-attempt';

export interface Row extends ExchangeRow {
  /** Place in `PairView.rows`. */
  readonly at: number;
  /** Set on a row of one side that proves nothing, because the other log need not show it. */
  readonly excuse?: Excuse;
}

/**
 * Marks the rows of one side that the other log need not show: what a log leaves out at its head or tail, a QUIT, what was
 * never answered, logins.
 */
export function excused(rows: readonly ExchangeRow[], client: Dialogue, server: Dialogue, same: 'yes' | 'no' | 'unknown'): Row[] {
  const common = rows.flatMap((row, at) => (row.client && row.server && row.client.kind !== 'unasked' ? [at] : []));
  const first = common[0] ?? rows.length;
  const last = common.at(-1) ?? -1;
  const tail = rows.slice(last + 1);
  const clientGoesOn = goesOn(client, tail, 'client');
  const serverGoesOn = goesOn(server, tail, 'server');
  return rows.map((row, at) => {
    if (row.client && row.server) return { ...row, at };
    const own = (row.client ?? row.server)!;
    const other = row.client ? server : client;
    const excuse = ((): Excuse | undefined => {
      if (same === 'no') return 'other-attempt';
      if (own.kind === 'greeting' || own.kind === 'unasked') return 'not-logged';
      if (!other.shows.commands) return 'not-logged';
      if (own.verb === 'QUIT' && !(row.client && answeredElsewhere(client, own, server, same))) return 'closing';
      if (own.verb === 'AUTH' || (own.kind === 'command' && own.verb === '')) return 'secret';
      if (isHidden(commandOf(row.client ? client : server, own)?.text ?? '')) return 'secret';
      if (at < first && other.greeting === undefined) return 'head';
      if (own.reply === undefined && (row.client || breaksOff(server, own))) return 'unanswered';
      if (at > last && own.verb !== 'QUIT' && !(row.client ? serverGoesOn : clientGoesOn)) return 'tail';
      if (own.kind === 'message' && mergesMessage(other, rows[at - 1])) return 'not-logged';
      return undefined;
    })();
    return excuse ? { ...row, at, excuse } : { ...row, at };
  });
}

/** True if the log ends with this command, which may be the beginning of another. */
function breaksOff(side: Dialogue, exchange: Exchange): boolean {
  const command = commandOf(side, exchange);
  return command !== undefined && endsLog(side, command);
}

/**
 * True if the client's QUIT was answered although the server had closed the connection with 421 before, or says that the client
 * went away without one.
 */
function answeredElsewhere(client: Dialogue, quit: Exchange, server: Dialogue, same: 'yes' | 'no' | 'unknown'): boolean {
  const told = replyOf(client, quit);
  const last = server.session.events.findLast((e): e is ReplyEvent => e.kind === 'reply');
  const lost = server.session.events.some((e) => e.kind === 'note' && e.mark === 'eof');
  if (told === undefined || told.code === 421) return false;
  return lost ? same === 'yes' && told.code === 221 && !heardQuit(server) : told.code !== 221 && last?.code === 421;
}

function heardQuit(server: Dialogue): boolean {
  return server.exchanges.some((e) => e.verb === 'QUIT');
}

/** True if the log shows that the session went on or how it ended: the rest of the other log was not cut off here. */
function goesOn(side: Dialogue, tail: readonly ExchangeRow[], which: 'client' | 'server'): boolean {
  return side.ended || tail.some(({ [which]: e }) => e?.kind === 'command' && e.reply !== undefined && isKnownVerb(e.verb));
}

/** True for a command that every server knows: a log with codes only need not have a line for others. */
export function isKnownVerb(verb: string): boolean {
  return smtpCommands.some((c) => c.verb === verb && c.status === undefined);
}

/** Some logs have one line for DATA and the message, with the last reply's code. */
function mergesMessage(other: Dialogue, before: ExchangeRow | undefined): boolean {
  if (!before?.client || !before.server || before.client.verb !== 'DATA') return false;
  const reply = replyOf(other, other.exchanges.includes(before.server) ? before.server : before.client);
  return reply?.code !== 354;
}
