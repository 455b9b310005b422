import { t } from '@vscode/l10n';
import { ostypes } from '../../../knowledge/ostypes';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { reportUnknown } from '../unknown';

const names = ostypes.map((row) => row.name);

/** An OSTYPE that sendmail has no file for. */
export const unknownOstype: Rule<McModel> = {
  id: 'mc/unknown-ostype',
  severity: 'error',
  check(model, report) {
    const texts = {
      missing: () => t('OSTYPE needs the name of a system, such as linux.'),
      unknown: (name: string) =>
        t("OSTYPE(`{0}') is not known to sendmail 8.17. m4 finds no file for it and leaves it out.", name),
      near: (name: string, near: string) =>
        t("OSTYPE(`{0}') is not known. Did you mean {1}? m4 finds no file for it and leaves it out.", name, near),
      fix: (near: string) => t('Change to {0}', near),
    };
    reportUnknown(model, 'OSTYPE', names, texts, report);
  },
};
