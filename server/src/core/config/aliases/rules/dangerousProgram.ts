import { t } from '@vscode/l10n';
import { decoders, shells } from '../../../knowledge/accounts';
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
