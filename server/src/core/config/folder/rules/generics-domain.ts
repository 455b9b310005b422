import { t } from '@vscode/l10n';
import type { FolderRule } from '../model';
import { hasParent } from '../own';
import { setupOf } from '../setup';

/** Keys of genericstable whose domain is not in class G: senders of that domain are not looked up. */
export const genericsDomain: FolderRule = {
  id: 'folder/generics-domain',
  severity: 'warning',
  check(folder, report) {
    const table = folder.tables.get('genericstable');
    const setup = setupOf(folder);
    if (!table || !setup || setup.feature('genericstable').length === 0) return;
    const generics = setup.classOf('G');
    if (!generics.complete) return;
    const below = setup.feature('generics_entire_domain').length > 0;
    for (const { key } of table.model.entries) {
      const at = key.text.lastIndexOf('@');
      const domain = key.text.slice(at + 1).toLowerCase();
      if (at < 0 || domain === '' || generics.names.has(domain) || (below && hasParent(generics.names, domain))) continue;
      report(table, {
        start: key.start + at + 1,
        end: key.end,
        message: t(
          "genericstable is asked for the domains of GENERICS_DOMAIN only, and {0} is none of them: this entry has no effect. Add GENERICS_DOMAIN(`{0}') to {1}.",
          domain,
          folder.mc!.name,
        ),
      });
    }
  },
};
