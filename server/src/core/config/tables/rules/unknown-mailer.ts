import { t } from '@vscode/l10n';
import { mailers } from '../../../knowledge/mailers';
import type { Finding, Rule } from '../../../problem';
import { nearest } from '../../../suggest';
import type { TableLines } from '../model';
import { readRoute, type Route } from '../route';

/** Mailers of MAILER(local) and MAILER(smtp), which all but every server has, and those sendmail has in itself. */
const common = new Set([
  'error',
  '*file*',
  '*include*',
  ...mailers.filter((m) => m.name === 'local' || m.name === 'smtp').flatMap((m) => m.defines),
]);

/** Names that mailers of one's own usually have: near to others, and no slips. */
const customary = new Set(['lmtp', 'xsmtp', 'esmtps', 'smtps']);

/** An unknown mailer breaks all mail for the domain, and nothing says so beforehand. */
export const unknownMailer: Rule<TableLines> = {
  id: 'mailertable/unknown-mailer',
  severity: 'warning',
  check(model, report) {
    for (const { value } of model.odd) {
      const route = value && readRoute(value);
      const finding = route && findingOf(route);
      if (finding) report(finding);
    }
  },
};

function findingOf({ mailer }: Route): Finding | undefined {
  const name = mailer.text.toLowerCase();
  if (common.has(name)) return undefined;
  const span = { start: mailer.start, end: mailer.end };
  const row = mailers.find((m) => m.defines.includes(name));
  if (row)
    return {
      ...span,
      message: t(
        'The mailer {0} needs MAILER({1}) in sendmail.mc; without it all mail for this domain is refused.',
        mailer.text,
        row.name,
      ),
    };
  if (name === 'discard') {
    return {
      ...span,
      severity: 'error',
      message: t(
        'discard is no mailer here, and all mail for this domain is refused. To drop mail use DISCARD in the access table.',
      ),
    };
  }
  const near = customary.has(name) ? undefined : nearest(name, [...common, ...mailers.flatMap((m) => m.defines)])[0];
  if (!near) {
    return {
      ...span,
      message: t(
        'sendmail has no mailer {0} of its own; unless sendmail.mc defines one, all mail for this domain is refused.',
        mailer.text || "''",
      ),
    };
  }
  return {
    ...span,
    severity: 'error',
    message: t('There is no mailer {0}: all mail for this domain is refused. Did you mean {1}?', mailer.text, near),
    fixes: [{ title: t('Write {0}', near), edits: [{ ...span, text: near }], preferred: true }],
  };
}
