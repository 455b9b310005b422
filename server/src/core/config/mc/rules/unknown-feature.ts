import { t } from '@vscode/l10n';
import { features } from '../../../knowledge/features';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { reportUnknown } from '../unknown';

const names = features.map((f) => f.name);

/** A FEATURE that sendmail has no file for. */
export const unknownFeature: Rule<McModel> = {
  id: 'mc/unknown-feature',
  severity: 'error',
  check(model, report) {
    const texts = {
      missing: () => t('FEATURE needs the name of a feature.'),
      unknown: (name: string) =>
        t("FEATURE(`{0}') is not known to sendmail 8.17. m4 finds no file for it and leaves it out.", name),
      near: (name: string, near: string) =>
        t("FEATURE(`{0}') is not known. Did you mean {1}? m4 finds no file for it and leaves it out.", name, near),
      fix: (near: string) => t('Change to {0}', near),
    };
    reportUnknown(model, 'FEATURE', names, texts, report);
  },
};
