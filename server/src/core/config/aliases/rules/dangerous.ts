import { t } from '@vscode/l10n';
import { accountFiles, decoders, shells, systemFolders } from '../../../knowledge/accounts';
import type { Rule } from '../../../problem';
import { resolve } from '../graph';
import type { AliasEntry, AliasModel, Target } from '../model';
import { commandOf } from '../program';

/** Programs that do what a stranger's mail says. */
export const dangerousProgram: Rule<AliasModel> = {
  id: 'aliases/dangerous-program',
  severity: 'warning',
  check(model, report) {
    for (const entry of model.entries) {
      for (const target of entry.targets) {
        const message = programMessage(model, entry, target);
        if (message) report({ start: target.start, end: target.end, message });
      }
    }
  },
};

/** Files that mail must not be appended to. */
export const dangerousFile: Rule<AliasModel> = {
  id: 'aliases/dangerous-file',
  severity: 'warning',
  check(model, report) {
    for (const { targets } of model.entries) {
      for (const target of targets) {
        const message = target.address.kind === 'file' ? fileMessage(pathOf(target)) : undefined;
        if (message) report({ start: target.start, end: target.end, message });
      }
    }
  },
};

function programMessage(model: AliasModel, entry: AliasEntry, target: Target): string | undefined {
  const program = target.address.kind === 'program' ? commandOf(target) : undefined;
  if (program && decoders.has(program.name)) {
    return t(
      '{0} writes the files that the mail names: anybody can send it one. Remove the alias, or let it lead to root.',
      program.name,
    );
  }
  if (program && shells.has(program.name) && (program.args === '' || program.args === '-s')) {
    return t('{0} runs whatever the mail says: anybody can send it commands. Name the program that is meant.', program.name);
  }
  // The old decode alias is known to every attacker, whatever it leads through.
  const next = resolve(model, target);
  const leads = next?.targets.some((x) => x.address.kind === 'program') ?? false;
  if ((program || leads) && entry.name.key !== undefined && decoders.has(entry.name.key)) {
    return t(
      'Mail to {0} runs a program; attackers try this name first. Remove the alias, or let it lead to root.',
      entry.name.text,
    );
  }
  return undefined;
}

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
