import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { Token } from '../../map/scanner';
import { isError, type ErrorFault, mailertableErrorFault, virtuserErrorFault } from '../errorValue';
import type { TableLines } from '../model';

/** Refusals that do not say what they seem to. */
export function errorForm(table: 'virtusertable' | 'mailertable'): Rule<TableLines> {
  const faultOf = table === 'virtusertable' ? virtuserFault : mailertableErrorFault;
  return {
    id: `${table}/error-form`,
    severity: 'warning',
    check(model, report) {
      for (const { value } of model.odd) {
        const fault = value && (isError(value) || table === 'virtusertable') ? faultOf(value) : undefined;
        if (!fault) continue;
        const { message, severity, better } = fault;
        const span = { start: value!.start, end: value!.end };
        report({
          ...span,
          message,
          ...(severity && { severity }),
          fixes: better ? [{ title: t('Write {0}', better), edits: [{ ...span, text: better }], preferred: true }] : [],
        });
      }
    },
  };
}

function virtuserFault(value: Token): ErrorFault | undefined {
  if (isError(value)) return virtuserErrorFault(value);
  if (/^error$/i.test(value.text)) {
    return {
      message: t("'error' alone is the local user of that name. For a refusal write error:nouser 550 text."),
      better: 'error:nouser 550 No such user here',
    };
  }
  if (/^(REJECT|DISCARD|ERROR[ \t].*)$/.test(value.text) || /^error[ \t]+\S/i.test(value.text)) {
    return {
      message: t(
        '{0} is an action of the access table; here it is a local name. For a refusal write error:nouser 550 text.',
        value.text,
      ),
    };
  }
  return undefined;
}
