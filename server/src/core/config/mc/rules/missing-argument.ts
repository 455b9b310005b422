import { t } from '@vscode/l10n';
import { features } from '../../../knowledge/features';
import type { Rule } from '../../../problem';
import { change } from '../edits';
import type { McModel } from '../model';
import { runsOf } from '../steps';

const rows = new Map(features.map((f) => [f.name, f]));
const fileMacros = ['FEATURE', 'MAILER', 'OSTYPE', 'DOMAIN', 'HACK'];

/** A FEATURE without an argument it must have, or a FEATURE, MAILER … without any. */
export const missingArgument: Rule<McModel> = {
  id: 'mc/missing-argument',
  severity: 'error',
  check(model, report) {
    const { text } = model.source;
    for (const call of runsOf(model, ...fileMacros)) {
      if (call.open !== undefined || call.nameSpan.end === call.nameSpan.start || call.context === 'hash') continue;
      if (/^[ \t]+\(/.test(text.slice(call.nameSpan.end, call.nameSpan.end + 20))) continue; // mc/space-before-parenthesis
      report({
        ...call.nameSpan,
        message: t('{0} stands without a name. m4 runs it all the same, finds no file and complains.', call.name),
      });
    }
    for (const call of runsOf(model, 'FEATURE')) {
      const row = rows.get(call.args[0]?.text ?? '');
      const index = row?.args.findIndex((a, n) => !a.optional && (call.args[n + 1]?.text ?? '').trim() === '') ?? -1;
      if (!row || index < 0) continue;
      const wanted = row.args[index]!;
      const at = call.args[0]!.rawSpan.end;
      report({
        ...call.span,
        message: wanted.values
          ? t("FEATURE(`{0}') needs an argument: {1}. m4 complains.", row.name, wanted.values.join(', '))
          : t("FEATURE(`{0}') needs an argument: {1}.", row.name, wanted.name),
        fixes:
          index === 0 && call.args.length === 1
            ? wanted.values?.map((v) => change(t("Add `{0}'", v), [{ start: at, end: at, text: `, \`${v}'` }], false))
            : undefined,
      });
    }
  },
};
