import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import type { AccessError, AccessLines } from '../model';

/** An unquoted text is read as an address is: comments in parentheses fall out, a lone bracket or quote breaks it (measured on 8.17.1). */
export const replyText: Rule<AccessLines> = {
  id: 'access/reply-text',
  severity: 'warning',
  check(model, report) {
    for (const { action, value } of model.odd) {
      if (action?.kind !== 'error' || action.quoted || !value) continue;
      const sign = /[()<>"]/.exec(action.text.text)?.[0];
      if (!sign || (sign === '"' && isEven(action.text.text)) || isPairOfAngles(action.text.text)) continue;
      const text = action.code
        ? `${action.code.text} ${action.inner ? `${action.inner.text} ` : ''}${action.text.text}`
        : action.text.text;
      const from = action.code?.start ?? action.text.start;
      report({
        start: action.text.start,
        end: action.text.end,
        message: messageOf(sign),
        fixes: action.text.text.includes('"')
          ? []
          : [
              {
                title: t('Put the text in double quotes'),
                edits: [{ start: from, end: value.end, text: `${prefixOf(action)}"${text}"` }],
                preferred: true,
              },
            ],
      });
    }
  },
};

function prefixOf({ tagged }: AccessError): string {
  return tagged ? '' : 'ERROR:';
}

function isEven(text: string): boolean {
  return text.split('"').length % 2 === 1;
}

/** `<a@b>` in a text comes through. */
function isPairOfAngles(text: string): boolean {
  return /^[^()<>"]*(?:<[^()<>"]*>[^()<>"]*)+$/.test(text);
}

function messageOf(sign: string): string {
  if (sign === '(' || sign === ')')
    return t('What stands in parentheses is left out of the reply, as a comment. Put the code and the text in double quotes.');
  return t(
    "A lone '{0}' spoils the reply: sendmail reads the text as it reads an address. Put the code and the text in double quotes.",
    sign,
  );
}
