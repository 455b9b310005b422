import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { lineEndOf } from '../../map/edits';
import type { AliasModel } from '../model';

/** RFC 5321 4.5.1 asks each host that takes mail to take it for postmaster. */
export const missingPostmaster: Rule<AliasModel> = {
  id: 'aliases/missing-postmaster',
  severity: 'warning',
  check(model, report) {
    if (model.kept.size === 0 || model.kept.has('postmaster')) return;
    report({
      ...firstName(model),
      message: t(
        'There is no alias postmaster. Every mail server must take mail for postmaster (RFC 5321 4.5.1): add one that somebody reads.',
      ),
      fixes: [addEntry(model, 'postmaster', model.kept.has('root') || !model.kept.has('admin') ? 'root' : 'admin')],
    });
  },
};

/** Bounces come from MAILER-DAEMON, and people answer them. */
export const missingMailerDaemon: Rule<AliasModel> = {
  id: 'aliases/missing-mailer-daemon',
  severity: 'info',
  check(model, report) {
    if (model.kept.size === 0 || model.kept.has('mailer-daemon')) return;
    report({
      ...firstName(model),
      message: t('There is no alias MAILER-DAEMON. Bounces carry it as their sender, so answers to them come back.'),
      fixes: [addEntry(model, 'MAILER-DAEMON', 'postmaster')],
    });
  },
};

function firstName(model: AliasModel): { start: number; end: number } {
  const { name } = model.kept.values().next().value!;
  return { start: name.start, end: name.end };
}

function addEntry(model: AliasModel, name: string, target: string): NonNullable<Finding['fixes']>[number] {
  const { text } = model.source;
  const end = lineEndOf(model.source);
  const start = text.endsWith('\n') ? '' : end;
  return {
    title: t('Add {0}: {1}', name, target),
    edits: [{ start: text.length, end: text.length, text: `${start}${name}:\t${target}${end}` }],
    preferred: true,
  };
}
