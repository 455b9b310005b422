/** Commands that the server got and the client did not send. Shared by the rules about them. */
import type { Dialogue, Exchange } from './dialogue';
import type { LogPlace } from './report';
import type { Row } from './excuse';
import type { PairView } from './view';
import { commandPlace, replyOf } from './places';

export type InsertedKind = 'in-place-of-data' | 'again' | 'keep-alive' | 'tls' | 'other';

export interface Inserted {
  readonly row: Row;
  readonly kind: InsertedKind;
  /** The client's exchange that it stands in place of, or repeats. */
  readonly of?: Row;
}

/** Every command of the server's log that the client did not send and that no log could have left out, by what it is for. */
export function insertedCommands(view: PairView): Inserted[] {
  const tls = tlsBegins(view);
  return view.rows.flatMap((row): Inserted[] => {
    if (row.client || !row.server || row.excuse || row.server.kind !== 'command') return [];
    const { verb } = row.server;
    if (verb === 'STARTTLS' || (tls !== undefined && row.at < tls && (verb === 'EHLO' || verb === 'HELO')))
      return [{ row, kind: 'tls' }];
    if (verb === 'NOOP') return [{ row, kind: 'keep-alive' }];
    if (verb === 'RSET') {
      const data = heldData(view, row);
      return data ? [{ row, kind: 'in-place-of-data', of: data }] : [{ row, kind: 'other' }];
    }
    if (verb === 'MAIL' || verb === 'RCPT') {
      const once = view.rows.find((r) => r.client?.key === row.server!.key);
      return once ? [{ row, kind: 'again', of: once }] : [{ row, kind: 'other' }];
    }
    return [{ row, kind: 'other' }];
  });
}

/** The row of a STARTTLS that only the server's log has. */
function tlsBegins(view: PairView): number | undefined {
  return view.rows.find((r) => !r.client && !r.excuse && r.server?.verb === 'STARTTLS')?.at;
}

/** The client's DATA that was answered 354 while the server, at the same place, got RSET. */
function heldData(view: PairView, row: Row): Row | undefined {
  const around = (step: 1 | -1): Row | undefined => {
    for (let at = row.at + step; at >= 0 && at < view.rows.length; at += step) {
      const next = view.rows[at]!;
      if (next.client?.verb === 'DATA' && replyOf(view.client, next.client)?.code === 354) return next;
      // Between the two only what else was put in, or the held message itself.
      if (next.client && next.client.kind !== 'message') return undefined;
    }
    return undefined;
  };
  return around(-1) ?? around(1);
}

/** Where several commands of one log stand, as one place. */
export function placeOfAll(side: Dialogue, exchanges: readonly Exchange[]): LogPlace {
  const places = exchanges.map((e) => commandPlace(side, e));
  const lines = places.map((p) => p.line);
  return {
    line: lines.reduce((a, b) => Math.min(a, b)),
    endLine: places.reduce((n, p) => Math.max(n, p.endLine), 0),
    text: [...new Set(places.map((p) => p.text))].join(', '),
    ...(lines.length > 1 ? { lines } : {}),
  };
}
