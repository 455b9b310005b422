import { t } from '@vscode/l10n';
import { lineAt } from '../../../text';
import type { FolderRule } from '../model';
import { circlesOf, stepsFrom, type Station } from '../delivery';
import { systemAccounts } from '../../../knowledge/accounts';
import type { MailFolder } from '../model';

/**
 * Aliases and entries of virtusertable that lead in a circle: through a local domain, or from one file to the other. A circle within
 * one file is that file's own matter.
 */
export const aliasCircle: FolderRule = {
  id: 'folder/alias-circle',
  severity: 'error',
  check(folder, report) {
    for (const circle of circlesOf(folder)) {
      const around = circle
        .slice(0, LONGEST_SHOWN)
        .map((s) => t('{0} ({1}, line {2})', s.name, s.file.name, lineAt(s.file.model.source, s.span.start) + 1));
      if (circle.length > LONGEST_SHOWN) around.push('…');
      const members = new Set(circle);
      // Large circles share what is said of their first members.
      const named = new Set(circle.slice(0, LONGEST_SHOWN + 1));
      const related = [...named].map((s) => ({ ...s.span, uri: s.file.uri, message: t('Also in the circle.') }));
      const leavesIt = circle.some((station) => leaves(folder, station, members));
      for (const station of circle) {
        report(station.file, {
          ...station.span,
          ...(leavesIt
            ? {
                severity: 'warning',
                message: t('This leads in a circle: {0}. Only recipients outside of it get the mail.', around.join(', ')),
              }
            : {
                message: t(
                  'This leads in a circle: {0}. Mail to it comes back, unless one of them is a user.',
                  around.join(', '),
                ),
              }),
          related: named.has(station)
            ? related.filter((r) => r.uri !== station.file.uri || r.start !== station.span.start)
            : related,
        });
      }
    }
  },
};

const LONGEST_SHOWN = 6;

/** True if mail also goes out of the circle here: to another recipient, or to a user of the machine. */
function leaves(folder: MailFolder, station: Station, circle: ReadonlySet<Station>): boolean {
  if (!station.alias) return false;
  const inside = stepsFrom(folder, station).filter((s) => circle.has(s.to)).length;
  return inside < station.alias.targets.length || systemAccounts.has(station.alias.name.key ?? '');
}
