import { t } from '@vscode/l10n';
import { features } from '../../../knowledge/features';
import { former } from '../../../knowledge/former';
import type { Finding, Rule } from '../../../problem';
import { change, linesOf, removeLines, replace } from '../edits';
import type { McCall, McModel } from '../model';
import { runsOf } from '../steps';

const rows = new Map(features.filter((f) => f.deprecated).map((f) => [f.name, f]));

/** A feature that was renamed, replaced or emptied, or a system that was renamed. */
export const deprecatedFeature: Rule<McModel> = {
  id: 'mc/deprecated-feature',
  severity: 'warning',
  check(model, report) {
    for (const call of runsOf(model, 'FEATURE')) {
      const row = rows.get(call.args[0]?.text ?? '');
      if (row) report({ ...call.span, tag: 'deprecated', ...finding(model, call, row.name, row.deprecated!, row.replacement) });
    }
    for (const call of runsOf(model, 'OSTYPE')) {
      const row = former.find((r) => r.macro === 'OSTYPE' && r.works && r.name === call.args[0]?.text);
      if (row) report({ ...call.span, tag: 'deprecated', ...finding(model, call, row.name, 'renamed', row.now) });
    }
  },
};

function finding(
  model: McModel,
  call: McCall,
  name: string,
  why: string,
  replacement = '',
): Pick<Finding, 'message' | 'fixes' | 'severity'> {
  if (why === 'renamed') {
    return {
      message:
        call.name === 'FEATURE'
          ? t("FEATURE(`{0}') was renamed {1}. It still works, with a warning from m4.", name, replacement)
          : t("OSTYPE(`{0}') was renamed {1}. It still works, with a note from m4.", name, replacement),
      fixes: [replace(t('Change to {0}', replacement), call.args[0]!.span, replacement)],
    };
  }
  if (why === 'removed') {
    const lines = linesOf(model, call);
    return {
      severity: 'error',
      message: t("FEATURE(`{0}') was replaced by {1}. m4 complains and sets that itself.", name, replacement),
      fixes: [
        change(t('Change to define({0})', replacement), [
          { ...call.span, end: Math.min(call.span.end, lines.end), text: `define(\`${replacement}', \`True')` },
        ]),
      ],
    };
  }
  const fix = removeLines(model, t('Take it away'), call);
  return {
    severity: 'hint',
    message: t("FEATURE(`{0}') has no effect any more: it is how sendmail works anyway.", name),
    fixes: fix && [fix],
  };
}
