import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import type { AliasEntry, AliasLines, Target } from '../model';

/** What stands before a colon is dropped from an address. */
export const colonInTarget: Rule<AliasLines> = {
  id: 'aliases/colon-in-target',
  severity: 'warning',
  check(model, report) {
    let last: AliasEntry | undefined;
    let hasGroup = false;
    for (const { entry, target } of model.odd) {
      if (entry !== last) {
        // A group, `list: a, b;`, ends in a semicolon.
        hasGroup = entry.line.text.includes(';');
        last = entry;
      }
      const finding = hasGroup ? undefined : colonFinding(target);
      if (finding) report(finding);
    }
  },
};

function colonFinding({ address, text, start, end }: Target): Finding | undefined {
  if ((address.kind !== 'local' && address.kind !== 'remote') || /^"?(error|include):/i.test(text)) return undefined;
  const colon = /^([^":[\]@;]*):\s*([^\s/].*)?$/.exec(address.text);
  if (!colon || address.text.includes('::')) return undefined;
  const rest = colon[2] ?? '';
  if (rest === '') return undefined; // aliases/bad-recipient
  return {
    start,
    end,
    message: t("sendmail drops '{0}:' and sends to {1}. Write the address alone.", colon[1]!, rest),
    fixes: [{ title: t('Write {0}', rest), edits: [{ start, end, text: rest }] }],
  };
}
