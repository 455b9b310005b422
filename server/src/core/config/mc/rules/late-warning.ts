import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { change } from '../edits';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';

/** What m4 and sendmail warn about at the very end: deferred delivery, LDAP routing without a server, a last line without an end. */
export const lateWarning: Rule<McModel> = {
  id: 'mc/late-warning',
  severity: 'warning',
  check(model, report) {
    const { text } = model.source;
    if (endsInDnl(model))
      report({
        start: text.lastIndexOf('\n') + 1,
        end: text.length,
        message: t('dnl reads to the end of its line, and the last line has none: m4 warns. End it with a line feed.'),
        fixes: [change(t('Add a line feed'), [{ start: text.length, end: text.length, text: '\n' }])],
      });
    const defines = runsOf(model, 'define');
    const mode = defines.findLast((c) => valueOf(c, 0) === 'confDELIVERY_MODE');
    if (mode && valueOf(mode, 1).startsWith('d')) {
      report({
        ...mode.span,
        message: t(
          'With deferred delivery the rules against spam are not available: nothing is looked up when mail arrives. m4 warns.',
        ),
      });
    }
    const single = defines.findLast((c) => valueOf(c, 0) === 'confSINGLE_THREAD_DELIVERY');
    if (
      !model.uncertain &&
      single &&
      /^t/i.test(valueOf(single, 1)) &&
      !defines.some((c) => valueOf(c, 0) === 'confHOST_STATUS_DIRECTORY')
    )
      report({
        ...single.span,
        message: t(
          'confSINGLE_THREAD_DELIVERY needs confHOST_STATUS_DIRECTORY, where deliveries to a host are kept apart; sendmail warns.',
        ),
      });
    if (model.uncertain || defines.some((c) => valueOf(c, 0) === 'confLDAP_DEFAULT_SPEC')) return;
    for (const call of runsOf(model, 'FEATURE')) {
      if (valueOf(call, 0) !== 'ldap_routing' || (valueOf(call, 1) !== '' && valueOf(call, 2) !== '')) continue;
      report({
        ...call.span,
        message: t(
          "FEATURE(`ldap_routing') uses its usual maps, but no confLDAP_DEFAULT_SPEC says which server to ask. m4 warns.",
        ),
      });
    }
  },
};

/** True if a dnl reads to the end of the file without a line feed. */
function endsInDnl({ source: { text }, comments }: McModel): boolean {
  const last = comments.at(-1);
  return /\bdnl$/.test(text.slice(-5)) || (last?.kind === 'dnl' && last.start < last.end && last.end === text.length);
}
