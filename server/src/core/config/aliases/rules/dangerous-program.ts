import { t } from '@vscode/l10n';
import { decoders, shells } from '../../../knowledge/accounts';
import type { Fix, Rule } from '../../../problem';
import { resolve } from '../graph';
import type { AliasEntry, AliasLines, AliasModel, Target } from '../model';
import { commandOf } from '../program';

/** Programs that do what a stranger's mail says. */
export const dangerousProgram: Rule<AliasLines> = {
  id: 'aliases/dangerous-program',
  severity: 'warning',
  audit: true,
  check(model, report) {
    for (const { target } of model.odd) {
      const message = programMessage(target);
      if (message) report({ start: target.start, end: target.end, message, fixes: [toRoot(target)] });
    }
  },
};

/** Names that attackers know, where they lead to another program in the end. */
export const knownProgram: Rule<AliasModel> = {
  ...dangerousProgram,
  check(model, report) {
    for (const name of decoders) {
      const entry = model.kept.get(name);
      const target = entry?.targets.find((x) => !programMessage(x) && (x.address.kind === 'program' || leadsToProgram(model, x)));
      if (entry && target) report({ start: target.start, end: target.end, message: knownName(entry), fixes: [toRoot(target)] });
    }
  },
};

function toRoot({ start, end }: Target): Fix {
  return { title: t('Let it lead to root'), edits: [{ start, end, text: 'root' }] };
}

function programMessage(target: Target): string | undefined {
  if (target.address.kind !== 'program') return undefined;
  const program = commandOf(target);
  if (decoders.has(program.name)) {
    return t(
      '{0} writes the files that the mail names: anybody can send it one. Remove the alias, or let it lead to root.',
      program.name,
    );
  }
  if (!shells.has(program.name) || (program.args !== '' && program.args !== '-s')) return undefined;
  return t('{0} runs whatever the mail says: anybody can send it commands. Name the program that is meant.', program.name);
}

function leadsToProgram(model: AliasModel, target: Target): boolean {
  return resolve(model, target)?.targets.some((x) => x.address.kind === 'program') ?? false;
}

/** The old decode alias is known to every attacker, whatever it leads through. */
function knownName({ name }: AliasEntry): string {
  return t('Mail to {0} runs a program; attackers try this name first. Remove the alias, or let it lead to root.', name.text);
}
