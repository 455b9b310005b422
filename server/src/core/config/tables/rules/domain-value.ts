import { t } from '@vscode/l10n';
import { aboutValues } from './values';

/** The value of domaintable takes the place of the domain in the address: it must be a bare domain. */
export const domainValue = aboutValues('domaintable/value-form', 'error', (value, key) => {
  // A key that no domain is does no harm, whatever stands behind it.
  if (/[^\w.-]/.test(key.text)) return undefined;
  const span = { start: value.start, end: value.end };
  const at = value.text.lastIndexOf('@');
  if (at >= 0) {
    const domain = value.text.slice(at + 1);
    return {
      ...span,
      message: t(
        'The value takes the place of the domain: user@{0} would become user@{1}. Write the domain alone.',
        key.text,
        value.text,
      ),
      fixes: domain ? [{ title: t('Write {0}', domain), edits: [{ ...span, text: domain }], preferred: true }] : [],
    };
  }
  if (/[ \t,;]/.test(value.text)) {
    return { ...span, message: t('The value is one domain: blanks and commas become part of its name.') };
  }
  if (/%\d/.test(value.text)) {
    return {
      ...span,
      severity: 'warning',
      message: t('Only %0, the domain itself, is filled in here; each domain needs an entry of its own.'),
    };
  }
  return undefined;
});
