import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { change, linesOf } from '../edits';
import type { McModel } from '../model';
import { runsOf } from '../steps';

/** No OSTYPE: m4 complains at the end, and paths and flags are guesses. */
export const missingOstype: Rule<McModel> = {
  id: 'mc/missing-ostype',
  severity: 'error',
  check(model, report) {
    if (model.uncertain || runsOf(model, 'OSTYPE').length > 0) return;
    if (runsOf(model, 'define', 'pushdef').some((c) => c.args[0]?.text === '__OSTYPE__')) return;
    const all = runsOf(model, 'VERSIONID', 'DOMAIN', 'FEATURE', 'MAILER', 'define');
    const live = all.filter((c) => c.context === 'live');
    // Where a divert(-1) is never taken back, m4 still runs all that follows.
    const calls = live.length > 0 ? live : all.some((c) => c.name === 'MAILER') ? all : [];
    const at = calls.find((c) => c.name === 'MAILER') ?? calls[0];
    if (!at) return; // a fragment to be included, or an empty file
    const first = calls.find((c) => c.name !== 'VERSIONID') ?? at;
    const insert = linesOf(model, first).start;
    report({
      ...at.span,
      message: t('The file has no OSTYPE. m4 complains, and paths and flags are those of no system in particular.'),
      fixes: [change(t("Add OSTYPE(`linux')"), [{ start: insert, end: insert, text: "OSTYPE(`linux')dnl\n" }], false)],
    });
  },
};
