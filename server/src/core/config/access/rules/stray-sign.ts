import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { parseAction } from '../action';
import { effectOf } from '../effect';
import type { AccessEntry, AccessLines } from '../model';
import { blankOf } from './blank-in-key';

/** `Connect:10.3 = RELAY`: the sign belongs to the value, which is then the text of a refusal. */
export const straySign: Rule<AccessLines> = {
  id: 'access/stray-sign',
  severity: 'error',
  check(model, report) {
    for (const entry of model.odd) {
      const sign = signOf(entry);
      if (!sign) continue;
      const { value } = entry;
      const meant = value!.text.slice(sign.length);
      const action = parseAction({ start: value!.start, end: value!.end, text: meant });
      report({
        start: value!.start,
        end: value!.start + sign.trimEnd().length,
        severity: effectOf(action) === 'refuses' ? 'warning' : 'error',
        message: t(
          "Only blanks part key and value: with '{0}' sendmail does not do {1} here, it refuses with the text '{2}'. Remove the sign.",
          sign.trimEnd(),
          meant,
          value!.text,
        ),
        fixes: [
          {
            title: t("Remove '{0}'", sign.trimEnd()),
            edits: [{ start: value!.start, end: value!.start + sign.length, text: '' }],
            preferred: true,
          },
        ],
      });
    }
  },
};

/** The sign and blanks before an action, or undefined. */
export function signOf(entry: AccessEntry): string | undefined {
  const { value, action } = entry;
  if (action?.kind !== 'text' || blankOf(entry)) return undefined;
  const sign = /^(?:=>|->|:=|[=:,;])[ \t]*/.exec(value!.text)?.[0];
  if (!sign) return undefined;
  const meant = parseAction({ start: value!.start, end: value!.end, text: value!.text.slice(sign.length) });
  return meant.kind === 'text' ? undefined : sign;
}
