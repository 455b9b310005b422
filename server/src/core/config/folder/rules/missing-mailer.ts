import { t } from '@vscode/l10n';
import { mailers } from '../../../knowledge/mailers';
import { readRoute } from '../../tables/route';
import type { FolderRule } from '../model';
import { setupOf } from '../setup';

/** Mailers of mailertable that sendmail.mc does not define: all mail for the domain then ends in a configuration error. */
export const missingMailer: FolderRule = {
  id: 'folder/missing-mailer',
  severity: 'error',
  check(folder, report) {
    const table = folder.tables.get('mailertable');
    const setup = setupOf(folder);
    if (!table || !setup || setup.feature('mailertable').length === 0) return;
    for (const { value } of table.model.entries) {
      const route = value && readRoute(value);
      const name = route?.mailer.text.toLowerCase();
      const row = mailers.find((m) => m.defines.includes(name ?? ''));
      // A name that no MAILER brings is a matter of the table alone.
      if (!route || !name || !row || setup.mailers.has(name)) continue;
      report(table, {
        start: route.mailer.start,
        end: route.mailer.end,
        message: t(
          "{0} does not have MAILER(`{1}'): there is no mailer {2}, and all mail for this domain is refused.",
          folder.mc!.name,
          row.name,
          route.mailer.text,
        ),
      });
    }
  },
};
