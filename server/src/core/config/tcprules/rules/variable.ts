import { t } from '@vscode/l10n';
import { tcpVariables } from '../../../knowledge/tcpVariables';
import type { Rule } from '../../../problem';
import { nearest } from '../../../suggest';
import type { TcpRulesModel } from '../model';

/** Names of variables count to the letter: another case or a blank makes another variable. */
export const variableName: Rule<TcpRulesModel> = {
  id: 'tcprules/variable-name',
  severity: 'error',
  check(model, report) {
    const known = tcpVariables.map((row) => row.name);
    for (const { variables } of model.entries) {
      for (const { name } of variables) {
        if (known.includes(name.text)) continue;
        const bare = name.text.trim();
        const meant =
          known.find((k) => k === bare.toUpperCase()) ?? (/^[A-Z_]{5,}$/i.test(bare) ? nearest(bare, known)[0] : undefined);
        if (!meant && bare === name.text && bare !== '') continue;
        const span = { start: name.start, end: name.end };
        const better = meant ?? bare;
        report({
          ...span,
          message: t(
            "The variable '{0}' is not {1}: nothing looks at it. Names count to the letter, blanks included.",
            name.text,
            better || t('a name'),
          ),
          fixes: better ? [{ title: t('Write {0}', better), edits: [{ ...span, text: better }], preferred: true }] : [],
        });
      }
    }
  },
};
