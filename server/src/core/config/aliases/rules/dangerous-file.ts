import { t } from '@vscode/l10n';
import { accountFiles, systemFolders } from '../../../knowledge/accounts';
import type { Rule } from '../../../problem';
import type { AliasLines, Target } from '../model';

/** Files that mail must not be appended to. */
export const dangerousFile: Rule<AliasLines> = {
  id: 'aliases/dangerous-file',
  severity: 'warning',
  audit: true,
  check(model, report) {
    for (const { target } of model.odd) {
      const message = target.address.kind === 'file' ? fileMessage(pathOf(target)) : undefined;
      if (message) report({ start: target.start, end: target.end, message });
    }
  },
};

function pathOf({ address }: Target): string {
  return address.text.replace(/^"|"$/g, '');
}

function fileMessage(path: string): string | undefined {
  if (path === '/dev/null') return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (path.split('/').includes('..')) return t('{0} leads out of its folder with ..; write the path that is meant.', path);
  if (accountFiles.has(name) || systemFolders.some((folder) => path.startsWith(folder))) {
    return t('Each message is appended to {0}, a file of the system. Name a mailbox file, as /var/mail/archive.', path);
  }
  return name === '' ? t('{0} is a folder; mail is appended to a file. Name the file.', path) : undefined;
}
