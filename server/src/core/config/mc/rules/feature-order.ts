import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { moveBefore } from '../edits';
import type { McModel } from '../model';
import type { Step } from '../steps';
import { runsOf, stepsOf } from '../steps';

/** Calls that work, but not as they would in the other order. */
export const featureOrder: Rule<McModel> = {
  id: 'mc/feature-order',
  severity: 'warning',
  check(model, report) {
    greetPause(model, report);
    uucpBeforeSmtp(model, report);
    luserRelay(model, report);
    besideMailer(model, report);
  },
};

function greetPause(model: McModel, report: (finding: Finding) => void): void {
  const steps = stepsOf(model).filter((s) => s.macro === 'FEATURE');
  const pause = steps.find((s) => s.name === 'greet_pause');
  const access = steps.find((s) => s.name === 'access_db' && pause && s.at > pause.at);
  if (!pause || !access || steps.some((s) => s.name === 'access_db' && s.at < pause.at)) return;
  const fix = moveBefore(model, t('Move it above greet_pause'), access.call, pause.call);
  report({
    ...access.call.span,
    message: t("FEATURE(`greet_pause') stands above FEATURE(`access_db') and will not look at the access map."),
    related: [{ ...pause.call.span, message: t("FEATURE(`greet_pause')") }],
    fixes: fix && [fix],
  });
}

function uucpBeforeSmtp(model: McModel, report: (finding: Finding) => void): void {
  const mailers = stepsOf(model).filter((s) => s.macro === 'MAILER');
  const uucp = mailers.find((s) => s.name === 'uucp');
  if (!uucp || mailers.some((s) => s.name === 'smtp' && s.at < uucp.at)) return;
  const smtp = mailers.find((s) => s.name === 'smtp');
  const fix = smtp && moveBefore(model, t("Move MAILER(`smtp') above it"), smtp.call, uucp.call);
  report({
    ...uucp.call.span,
    severity: 'error',
    message: t("MAILER(`uucp') needs MAILER(`smtp') above it. m4 complains and leaves out the mailers uucp-dom and uucp-uudom."),
    fixes: fix && [fix],
  });
}

function luserRelay(model: McModel, report: (finding: Finding) => void): void {
  const keep = stepsOf(model).find((s) => s.macro === 'FEATURE' && s.name === 'preserve_luser_host');
  if (!keep || model.uncertain) return;
  const defines = runsOf(model, 'define').filter((c) => c.args[0]?.text === 'LUSER_RELAY');
  if (defines.some((c) => c.order < keep.at)) return;
  const fix = defines[0] && moveBefore(model, t('Move the define above it'), defines[0], keep.call);
  report({
    ...keep.call.span,
    severity: 'error',
    message: t("FEATURE(`preserve_luser_host') needs define(`LUSER_RELAY', …) above it; m4 complains."),
    fixes: fix && [fix],
  });
}

const afterMailer = [
  'LOCAL_SRV_FEATURES',
  'LOCAL_CLT_FEATURES',
  'LOCAL_TRY_TLS',
  'LOCAL_TLS_RCPT',
  'LOCAL_TLS_CLIENT',
  'LOCAL_TLS_SERVER',
];

const mailerOfFlags: Readonly<Record<string, string>> = {
  LOCAL: 'local',
  SMTP: 'smtp',
  ESMTP: 'smtp',
  SMTP8: 'smtp',
  DSMTP: 'smtp',
  RELAY: 'smtp',
  UUCP: 'uucp',
};

function besideMailer(model: McModel, report: (finding: Finding) => void): void {
  const first = new Map<string, Step>();
  for (const step of stepsOf(model)) if (step.macro === 'MAILER' && !first.has(step.name)) first.set(step.name, step);
  const start = Math.min(...[...first.values()].map((s) => s.at));
  for (const call of runsOf(model, ...afterMailer)) {
    if (call.order < start)
      report({ ...call.span, message: t('{0} should stand below MAILER; m4 warns about it here.', call.name) });
  }
  for (const call of runsOf(model, 'MODIFY_MAILER_FLAGS')) {
    const mailer = mailerOfFlags[(call.args[0]?.text ?? '').toUpperCase()];
    const late = mailer === undefined ? undefined : first.get(mailer);
    if (!late || call.order < late.at) continue;
    const fix = moveBefore(model, t('Move it above the MAILER'), call, late.call);
    report({
      ...call.span,
      message: t("MODIFY_MAILER_FLAGS must stand above MAILER(`{0}'): it has no effect here.", mailer!),
      fixes: fix && [fix],
    });
  }
}
