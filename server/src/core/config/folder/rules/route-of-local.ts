import { t } from '@vscode/l10n';
import type { FolderRule } from '../model';
import { isOwn } from '../own';
import { setupOf } from '../setup';

/** Keys of mailertable that are local domains: mail to them stays here and the table is not asked. */
export const routeOfLocal: FolderRule = {
  id: 'folder/route-of-local-domain',
  severity: 'warning',
  check(folder, report) {
    const table = folder.tables.get('mailertable');
    const setup = setupOf(folder);
    if (!table || !setup || setup.feature('mailertable').length === 0) return;
    for (const { key } of table.model.entries) {
      if (key.text.startsWith('.') || isOwn(folder, key.text) !== 'yes') continue;
      report(table, {
        start: key.start,
        end: key.end,
        message: t(
          'mailertable is not asked for {0}: it is a local domain, and its mail stays here. Take it out of local-host-names, or take this entry away.',
          key.text,
        ),
      });
    }
  },
};
