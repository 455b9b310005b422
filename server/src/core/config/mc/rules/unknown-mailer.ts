import { t } from '@vscode/l10n';
import { mailers } from '../../../knowledge/mailers';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { reportUnknown } from '../unknown';

const names = mailers.map((row) => row.name);

/** A MAILER that sendmail has no file for. */
export const unknownMailer: Rule<McModel> = {
  id: 'mc/unknown-mailer',
  severity: 'error',
  check(model, report) {
    const texts = {
      missing: () => t('MAILER needs the name of a mailer, such as smtp.'),
      unknown: (name: string) =>
        t("MAILER(`{0}') is not known to sendmail 8.17. m4 finds no file for it and leaves it out.", name),
      near: (name: string, near: string) =>
        t("MAILER(`{0}') is not known. Did you mean {1}? m4 finds no file for it and leaves it out.", name, near),
      fix: (near: string) => t('Change to {0}', near),
    };
    reportUnknown(model, 'MAILER', names, texts, report);
  },
};
