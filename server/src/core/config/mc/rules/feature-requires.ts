import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { change, linesOf, moveBefore } from '../edits';
import type { McCall, McModel } from '../model';
import { valueOf } from '../model';
import { stepsOf } from '../steps';

/** What a call must have above it, by its macro and name; `when` says with which arguments. */
interface Requirement {
  readonly feature: string;
  readonly when?: (call: McCall) => boolean;
}

const always = (feature: string): Requirement[] => [{ feature }];
const withNoDelay = (call: McCall): boolean => /^nodelay$/i.test(valueOf(call, 1));

/** m4 prints an error for each of these and leaves the feature out (sendmail 8.17.1, feature/*.m4). */
const requirements: Readonly<Record<string, readonly Requirement[]>> = {
  'FEATURE blocklist_recipients': always('access_db'),
  'FEATURE compat_check': always('access_db'),
  'FEATURE lookupdotdomain': always('access_db'),
  'FEATURE queuegroup': always('access_db'),
  'FEATURE relay_mail_from': always('access_db'),
  'FEATURE bcc': [{ feature: 'access_db', when: (call) => /^access$/i.test(valueOf(call, 1)) }],
  'FEATURE greet_pause': [{ feature: 'access_db', when: (call) => valueOf(call, 1) === '' }],
  'FEATURE conncontrol': [{ feature: 'access_db' }, { feature: 'delay_checks', when: withNoDelay }],
  'FEATURE ratecontrol': [{ feature: 'access_db' }, { feature: 'delay_checks', when: withNoDelay }],
  'HACK xconnect': always('access_db'),
};

/** A feature that needs another one above it. */
export const featureRequires: Rule<McModel> = {
  id: 'mc/feature-requires',
  severity: 'error',
  check(model, report) {
    const steps = stepsOf(model);
    const on = new Set<string>();
    const seen = new Set<number>();
    const features = new Map(steps.filter((s) => s.macro === 'FEATURE' && !s.implied).map((s) => [s.name, s.call]));
    for (const step of steps) {
      const missing = (requirements[`${step.macro} ${step.name}`] ?? []).find(
        (r) => !on.has(r.feature) && (!r.when || r.when(step.call)),
      );
      if (missing && !model.uncertain && !seen.has(step.call.span.start)) {
        seen.add(step.call.span.start);
        report(finding(model, step.call, step.macro, step.name, missing.feature, features.get(missing.feature)));
      }
      if (step.macro === 'FEATURE') on.add(step.name);
    }
    // m4 looks at this one at the end of the file.
    const delay = steps.find((s) => s.macro === 'FEATURE' && s.name === 'delay_checks' && /^[fh]/i.test(valueOf(s.call, 1)));
    if (delay && !on.has('access_db') && !model.uncertain) {
      report(finding(model, delay.call, 'FEATURE', 'delay_checks', 'access_db', undefined));
    }
  },
};

function finding(model: McModel, call: McCall, macro: string, name: string, feature: string, later: McCall | undefined): Finding {
  if (later) {
    const fix = moveBefore(model, t("Move FEATURE(`{0}') above it", feature), later, call);
    return {
      ...call.span,
      message: t(
        "{0}(`{1}') needs FEATURE(`{2}') above it. m4 leaves it out, though {2} follows further down.",
        macro,
        name,
        feature,
      ),
      related: [{ ...later.span, message: t("FEATURE(`{0}')", feature) }],
      fixes: fix && [fix],
    };
  }
  const { start } = linesOf(model, call);
  return {
    ...call.span,
    message: t("{0}(`{1}') needs FEATURE(`{2}') above it. m4 complains and leaves it out.", macro, name, feature),
    fixes: [change(t("Add FEATURE(`{0}') above it", feature), [{ start, end: start, text: `FEATURE(\`${feature}')dnl\n` }])],
  };
}
