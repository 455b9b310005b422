import { t } from '@vscode/l10n';
import { features } from '../../../knowledge/features';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { runsOf, stepsOf } from '../steps';

const needs = new Map(features.filter((f) => f.needs).map((f) => [f.name, f.needs!]));

/** A feature that works on the domains of a class to which the file adds none. */
export const missingDomain: Rule<McModel> = {
  id: 'mc/missing-domain',
  severity: 'warning',
  check(model, report) {
    if (model.uncertain || stepsOf(model).some((s) => s.macro === 'DOMAIN')) return;
    const adds = writesClass(model);
    for (const call of runsOf(model, 'FEATURE')) {
      const wanted = needs.get(valueOf(call, 0));
      if (!wanted || adds || wanted.some((name) => runsOf(model, name).length > 0)) continue;
      report({
        ...call.span,
        message: t(
          "FEATURE(`{0}') does little without {1}: it names the domains it is for.",
          valueOf(call, 0),
          wanted.join(t(' or ')),
        ),
      });
    }
  },
};

/** True if the file adds to classes by lines of sendmail.cf, so that this rule cannot know. */
function writesClass(model: McModel): boolean {
  return model.texts.some((text) => /^[CF]\{?\w/m.test(text.text));
}
