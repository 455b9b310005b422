import { t } from '@vscode/l10n';
import { hacks } from '../../../knowledge/ostypes';
import type { Rule } from '../../../problem';
import type { McModel } from '../model';
import { reportUnknown } from '../unknown';

const names = hacks.map((row) => row.name);

/** A HACK file that sendmail does not bring. */
export const unknownHack: Rule<McModel> = {
  id: 'mc/unknown-hack',
  severity: 'error',
  check(model, report) {
    const texts = {
      missing: () => t('HACK needs the name of a file in cf/hack.'),
      unknown: (name: string) =>
        t("HACK(`{0}') is not known to sendmail 8.17. Your own file belongs into cf/hack, named {0}.m4.", name),
      near: (name: string, near: string) =>
        t("HACK(`{0}') is not known. Did you mean {1}? Your own file belongs into cf/hack, named {0}.m4.", name, near),
      fix: (near: string) => t('Change to {0}', near),
    };
    reportUnknown(model, 'HACK', names, texts, report);
  },
};
