import { t } from '@vscode/l10n';
import { aboutValues } from './values';

/** The value of genericstable is the sender others see: one whole address. */
export const genericValue = aboutValues('genericstable/value-form', 'warning', (value, key) => {
  const span = { start: value.start, end: value.end };
  const bare = value.text.replace(/"[^"]*"/g, 'q').replace(/^[^<>,]*(<[^<>]*>)$/, '$1');
  if (/,[ \t]*\S/.test(bare) || bare.split(/[ \t;]+/).filter((word) => word.includes('@')).length > 1) {
    return {
      ...span,
      severity: 'error',
      message: t('A sender is one address: two are joined to one that does not exist. Name one.'),
    };
  }
  if (/^error[ \t]*:/i.test(bare)) {
    return {
      ...span,
      message: t('error: means nothing here: the table rewrites senders, it refuses nothing. Use From: in the access table.'),
    };
  }
  if (bare.endsWith('@'))
    return { ...span, message: t('{0} has no domain: the sender is broken. Write the whole address.', value.text) };
  if (bare.startsWith('@'))
    return {
      ...span,
      message: t(
        '{0} has no user: the sender is broken. Write the whole address, here {1}.',
        value.text,
        key.text.split('@', 1)[0]! + value.text,
      ),
    };
  if (/\S[ \t]+\S/.test(bare)) return { ...span, message: t('The blank becomes part of the sender. Write one address.') };
  return undefined;
});
