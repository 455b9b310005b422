import { t } from '@vscode/l10n';
import { directives } from '../../../knowledge/directives';
import { nameFault } from '../../domains/names';
import type { Fix, Rule } from '../../../problem';
import { replace } from '../edits';
import type { McArgument, McModel } from '../model';
import { runsOf } from '../steps';

const domains = directives.filter((d) => d.takes === 'names').map((d) => d.name);
/** Lists of users and of mechanisms: of these a comma alone is wrong. */
const words = new Set(['EXPOSED_USER', 'LOCAL_USER', 'TRUST_AUTH_MECH']);

/** Names in the lists of LOCAL_DOMAIN and its kin that match nothing: blanks part them, not commas. */
export const classNames: Rule<McModel> = {
  id: 'mc/class-names',
  severity: 'warning',
  check(model, report) {
    for (const call of runsOf(model, 'MASQUERADE_AS', ...domains)) {
      const argument = call.args[0];
      if (!argument || /[$`'{}]/.test(argument.text)) continue;
      const list = argument.text;
      if (/[^\s,;][,;]/.test(list)) {
        report({
          ...argument.span,
          message: t('Blanks part the names of {0}: the commas become part of them, and they match nothing.', call.name),
          fixes: fixOf(
            argument,
            list
              .split(/[\s,;]+/)
              .filter(Boolean)
              .join(' '),
          ),
        });
        continue;
      }
      if (words.has(call.name)) continue;
      for (const name of list.split(/\s+/).filter(Boolean)) {
        const fault = name.startsWith('@') || !name.includes('/') || /^\d/.test(name) ? nameFault(name) : undefined;
        if (!fault || (name.startsWith('@') && call.name.endsWith('_FILE'))) continue;
        const better = fault.better?.join(' ');
        report({
          ...argument.span,
          message: fault.message,
          fixes:
            better === undefined
              ? undefined
              : fixOf(
                  argument,
                  list.replace(name, () => better),
                ),
        });
      }
    }
  },
};

function fixOf({ span, quoted }: McArgument, text: string): Fix[] {
  return [replace(t('Write {0}', text), span, quoted ? text : `\`${text}'`)];
}
