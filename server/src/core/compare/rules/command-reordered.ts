import { t } from '@vscode/l10n';
import { commandPlace } from '../places';
import type { CompareRule, PairView } from '../view';
import type { Row } from '../excuse';

/** The same command reached the server at another place in the session than the client sent it. */
export const commandReordered: CompareRule = {
  id: 'compare/command-reordered',
  weight: 'strong',
  check(view, report) {
    for (const [mine, theirs] of movedCommands(view))
      report({
        change: 'timing',
        message: t('{0} reached the server at another place', mine.client!.verb),
        client: commandPlace(view.client, mine.client!),
        server: commandPlace(view.server, theirs.server!),
      });
  },
};

/** Rows of commands that each side has alone and that are the same. */
export function movedCommands(view: PairView): [Row, Row][] {
  const waiting = new Map<string, Row[]>();
  for (const row of view.rows) {
    if (!row.client || row.server || row.excuse || row.client.kind !== 'command') continue;
    const list = waiting.get(row.client.key);
    if (list) list.push(row);
    else waiting.set(row.client.key, [row]);
  }
  return view.rows.flatMap((row): [Row, Row][] => {
    if (row.client || !row.server || row.excuse || row.server.kind !== 'command' || row.server.verb === 'RSET') return [];
    const mine = waiting.get(row.server.key)?.shift();
    return mine ? [[mine, row]] : [];
  });
}
