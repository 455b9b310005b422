import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { lineEndOf } from '../../map/edits';
import { addressFault } from '../addresses';
import type { TcpRulesModel } from '../model';

export const addressRule: Rule<TcpRulesModel> = {
  id: 'tcprules/address-form',
  severity: 'warning',
  check(model, report) {
    for (const { address, instructions, start, end } of model.entries) {
      const fault = addressFault(address.text);
      if (!fault) continue;
      const { message, better } = fault;
      report({
        start: address.start,
        end: address.end,
        message,
        fixes: better?.length
          ? [
              {
                title:
                  better.length === 1
                    ? t('Write {0}:', better[0]!)
                    : t('Write the {0} networks {1} … {2}', better.length, better[0]!, better.at(-1)!),
                edits: [{ start, end, text: better.map((one) => `${one}:${instructions.text}`).join(lineEndOf(model.source)) }],
                preferred: better.length === 1,
              },
            ]
          : [],
      });
    }
  },
};
