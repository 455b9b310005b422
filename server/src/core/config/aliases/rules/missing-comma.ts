import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import type { AliasLines, Target } from '../model';
import { hashAt } from './comment-in-value';

/** Only commas part recipients: blanks become dots, a semicolon belongs to the name. */
export const missingComma: Rule<AliasLines> = {
  id: 'aliases/missing-comma',
  severity: 'warning',
  check(model, report) {
    for (const { target } of model.odd) {
      const finding = findingOf(target);
      if (finding) report(finding);
    }
  },
};

function findingOf(target: Target): Finding | undefined {
  const { address, text, start, end } = target;
  if ((address.kind !== 'local' && address.kind !== 'remote') || hashAt(target) >= 0 || /^'|^error:/i.test(text))
    return undefined;
  const parts = partsOf(text);
  const semicolon = parts.length > 1 && text.includes(';') && !/^[^;]*:/.test(text);
  if (!address.joined && !semicolon && address.fault !== 'two-addresses') return undefined;
  if (address.fault && address.fault !== 'two-addresses') return undefined;
  const fixes =
    parts.length > 1
      ? [{ title: t('Part the recipients by commas'), edits: [{ start, end, text: parts.join(', ') }], preferred: true }]
      : [];
  if (address.fault === 'two-addresses') {
    return {
      start,
      end,
      severity: 'error',
      message: t('This is more than one address in one: mail to this alias comes back. Part recipients by commas.'),
      fixes,
    };
  }
  if (semicolon && !address.joined) {
    return {
      start,
      end,
      message: t('Only commas part recipients: this is one local name, {0}. Write a comma.', address.text),
      fixes,
    };
  }
  return {
    start,
    end,
    message: t('Only commas part recipients: the blank becomes a dot, and the mail goes to {0}. Write a comma.', address.text),
    fixes,
  };
}

/** The words between blanks and semicolons; none if quotes or brackets make that unsure. */
function partsOf(text: string): string[] {
  return /["()<>\\]/.test(text) ? [] : text.split(/[\s;]+/).filter(Boolean);
}
