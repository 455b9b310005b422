import { t } from '@vscode/l10n';
import { features } from '../../../knowledge/features';
import type { Rule } from '../../../problem';
import { nearest } from '../../../suggest';
import { replace } from '../edits';
import type { McModel } from '../model';
import { runsOf } from '../steps';
import { shown } from '../../show';

const rows = new Map(features.map((f) => [f.name, f]));

/** Features of which only the first letter of the argument counts. */
const firstLetter = new Set(['nouucp', 'nopercenthack', 'delay_checks']);

/** Features at whose wrong arguments m4 prints an error; of the others a wrong one is ignored in silence. */
const refused = new Set([...firstLetter, 'nocanonify', 'conncontrol', 'ratecontrol']);

/** An argument of a FEATURE that is none of the words it may be. */
export const illegalArgument: Rule<McModel> = {
  id: 'mc/illegal-argument',
  severity: 'error',
  check(model, report) {
    for (const call of runsOf(model, 'FEATURE')) {
      const name = call.args[0]?.text ?? '';
      rows.get(name)?.args.forEach((row, n) => {
        const argument = call.args[n + 1];
        // Debian's submit.mc gives msp a port, which nothing looks at.
        if (!argument || argument.text === '' || !row.values || row.open || name === 'msp') return;
        const exact = row.values.includes('terminate') || name === 'nouucp' || name === 'nopercenthack';
        const alike = (word: string): string => {
          const short = firstLetter.has(name) ? word.slice(0, 1) : refused.has(name) ? word.trimStart() : word.trimEnd();
          return exact ? short : short.toLowerCase();
        };
        // What m4 takes apart when it reads the value again is another matter.
        if (row.values.some((v) => alike(v) === alike(argument.text)) || /[,)$`']/.test(argument.text)) return;
        const near = nearest(argument.text, row.values)[0] ?? (row.values.length === 1 ? row.values[0] : undefined);
        const words = row.values.join(', ');
        report({
          ...argument.span,
          severity: refused.has(name) ? 'error' : 'warning',
          message: refused.has(name)
            ? t("{0} is not an argument of FEATURE(`{1}'); m4 complains. It takes: {2}.", shown(argument.text), name, words)
            : t("{0} is not an argument of FEATURE(`{1}') and is ignored. It takes: {2}.", shown(argument.text), name, words),
          fixes: near === undefined ? undefined : [replace(t('Change to {0}', near), argument.span, near)],
        });
      });
    }
  },
};
