import { t } from '@vscode/l10n';
import type { Fix } from '../../../problem';
import { lastLines } from '../../map/edits';
import type { FolderRule, MailFolder } from '../model';
import { isVirtual } from '../own';
import { setupOf } from '../setup';

/** Keys of virtusertable whose domain is neither local nor in VIRTUSER_DOMAIN: sendmail never asks the table for them. */
export const domainNotLocal: FolderRule = {
  id: 'folder/domain-not-local',
  severity: 'warning',
  check(folder, report) {
    const table = folder.tables.get('virtusertable');
    const setup = setupOf(folder);
    if (!table || !setup || setup.feature('virtusertable').length === 0) return;
    const answers = new Map<string, boolean>();
    for (const { key } of table.model.entries) {
      const at = key.text.lastIndexOf('@');
      const domain = key.text.slice(at + 1).toLowerCase();
      if (at < 0 || !domain.includes('.') || !/^[\w.-]+$/.test(domain)) continue;
      let never = answers.get(domain);
      if (never === undefined) answers.set(domain, (never = isVirtual(folder, domain) === 'no'));
      if (!never) continue;
      report(table, {
        start: key.start + at + 1,
        end: key.end,
        message: t(
          'virtusertable is asked for local domains only, and {0} is none: this entry has no effect. Add {0} to local-host-names, or name it in VIRTUSER_DOMAIN.',
          domain,
        ),
        fixes: addTo(folder, domain),
      });
    }
  },
};

/** A new last line of local-host-names, where it is there and read. */
function addTo(folder: MailFolder, domain: string): Fix[] {
  const list = folder.lists.get('local-host-names');
  if (!list || !setupOf(folder)?.classFiles.get('w')?.includes(list.name)) return [];
  return [{ title: t('Add {0} to {1}', domain, list.name), edits: [lastLines(list, [domain])] }];
}
