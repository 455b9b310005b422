import { t } from '@vscode/l10n';
import { domains } from '../../../knowledge/ostypes';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { reportUnknown } from '../unknown';

const names = domains.map((row) => row.name);

/** A DOMAIN file that sendmail does not bring. */
export const unknownDomain: Rule<McModel> = {
  id: 'mc/unknown-domain',
  severity: 'error',
  check(model, report) {
    const texts = {
      missing: () => t('DOMAIN needs the name of a file in cf/domain.'),
      unknown: (name: string) =>
        t("DOMAIN(`{0}') is not known to sendmail 8.17. Your own file belongs into cf/domain, named {0}.m4.", name),
      near: (name: string, near: string) =>
        t("DOMAIN(`{0}') is not known. Did you mean {1}? Your own file belongs into cf/domain, named {0}.m4.", name, near),
      fix: (near: string) => t('Change to {0}', near),
    };
    reportUnknown(model, 'DOMAIN', names, texts, report);
  },
};
