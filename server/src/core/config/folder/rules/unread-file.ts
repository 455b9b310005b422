import { t } from '@vscode/l10n';
import type { Span } from '../../../text';
import type { FolderFile, FolderRule, ListName } from '../model';
import { setupOf, type Setup } from '../setup';

/** A table or list with entries in it that sendmail.mc has nobody read. */
export const unreadFile: FolderRule = {
  id: 'folder/unread-file',
  severity: 'warning',
  check(folder, report) {
    const setup = setupOf(folder);
    if (!setup) return;
    const say = (file: FolderFile, first: Span | undefined, feature: string): void => {
      if (!first) return;
      report(file, {
        start: first.start,
        end: first.end,
        message: t(
          'Nobody reads {0}: {1} does not have {2}. Add it, or nothing in this file has any effect.',
          file.name,
          folder.mc!.name,
          feature,
        ),
      });
    };
    if (folder.access && setup.feature('access_db').length === 0)
      say(folder.access, folder.access.model.entries[0], "FEATURE(`access_db')");
    for (const [name, file] of folder.tables)
      if (setup.feature(name).length === 0) say(file, file.model.entries[0], `FEATURE(\`${name}')`);
    for (const [name, file] of folder.lists) {
      const missing = Object.hasOwn(wanted, name) ? wanted[name as ListName] : undefined;
      if (missing !== undefined && !isRead(setup, file)) say(file, file.model.entries[0], missing);
    }
  },
};

const wanted: Readonly<Record<ListName, string>> = {
  'local-host-names': "FEATURE(`use_cw_file')",
  'trusted-users': "FEATURE(`use_ct_file')",
  'generics-domains': "GENERICS_DOMAIN_FILE(`/etc/mail/generics-domains')",
  'relay-domains': "RELAY_DOMAIN_FILE(`/etc/mail/relay-domains')",
};

/** Any class may be read from it: class G often is from local-host-names. */
function isRead(setup: Setup, file: FolderFile): boolean {
  return [...setup.classFiles.values()].some((files) => files.includes(file.name));
}
