import { t } from '@vscode/l10n';
import { features } from '../../../knowledge/features';
import type { Rule } from '../../../problem';
import { replace } from '../edits';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { directiveNames } from '../names';
import { runsOf } from '../steps';

const featureNames = new Set(features.map((f) => f.name));

/** define(`MASQUERADE_AS', …): the macro loses its meaning, and nothing calls it. define(`nocanonify') sets what nothing asks for. */
export const definedMacro: Rule<McModel> = {
  id: 'mc/defined-macro',
  severity: 'warning',
  check(model, report) {
    // A name that is used without arguments is a value of the file's own, whatever else it is called for.
    const called = new Set(model.run.flatMap((c) => (c.open === undefined ? [] : [c.name])));
    if (called.has('INPUT_MAIL_FILTER')) called.add('MAIL_FILTER');
    const values = new Set(model.run.flatMap((c) => (c.open === undefined ? [c.name] : [])));
    const used = new Set(runsOf(model, 'FEATURE').map((c) => valueOf(c, 0)));
    for (const call of runsOf(model, 'define')) {
      const name = valueOf(call, 0);
      const macro = directiveNames.has(name);
      if (!called.has(name) && values.has(name)) continue;
      if (!macro && (!featureNames.has(name) || called.has(name))) continue;
      const value = model.source.text.slice(call.args[1]?.rawSpan.start ?? 0, call.args.at(-1)!.rawSpan.end).trim();
      const rest = call.args.length > 1 ? value : undefined;
      const better = macro ? `${name}(${rest ?? ''})` : `FEATURE(\`${name}'${rest === undefined ? '' : `, ${rest}`})`;
      const kept = macro ? called.has(name) : used.has(name);
      report({
        ...call.span,
        // Where the name is called as well, m4 puts the new text in place of it.
        severity: kept && rest !== undefined ? 'error' : 'warning',
        message: macro
          ? t('{0} is a macro to be called. Defined anew it only loses its meaning: write {0}(…).', name)
          : t("{0} is a feature, not a name to define; this sets nothing. Write FEATURE(`{0}').", name),
        // A filter has its name and the rest in two arguments.
        fixes: name === 'MAIL_FILTER' ? [] : [replace(t('Change to {0}', better), call.span, better)],
      });
    }
  },
};
