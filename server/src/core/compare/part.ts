/** Logs that were cut: of a session they have a part. */
import { t } from '@vscode/l10n';
import type { Side } from '../smtp/model';
import { dataOf } from './places';
import type { PairView } from './view';

/** The sides whose log begins after the other's in this session, ends before it does, or breaks off within the message. */
export function partialSides(view: PairView): Side[] {
  return (['client', 'server'] as const).filter((side) => {
    const other = side === 'client' ? 'server' : 'client';
    return view.rows.some((row) => {
      if (!row[side]) return row.excuse === 'head' || row.excuse === 'tail';
      const data = dataOf(view[side], row[side]);
      return (
        data !== undefined && !data.hidden && !data.ended && row[side].reply === undefined && row[other]?.reply !== undefined
      );
    });
  });
}

/** Says so, a sentence a side. */
export function partialText(sides: readonly Side[]): string {
  return sides
    .map((side) =>
      side === 'client'
        ? ` ${t("The client's log has only a part of the session.")}`
        : ` ${t("The server's log has only a part of the session.")}`,
    )
    .join('');
}
