/** What is wrong within one value, found by checks that .mc files and sendmail.cf share; the rules of both turn it into findings. */
import { t } from '@vscode/l10n';
import type { Severity } from '../problem';
import type { OptionRow } from '../knowledge/options';
import type { ConfRow } from '../knowledge/conf';
import { saslMechanisms } from '../knowledge/sasl';
import { nearest } from '../suggest';
import { shown } from './show';
import { checkValue } from './values';

/** A fault at `length` characters from offset `at` of the value. */
export interface Flaw {
  readonly at: number;
  readonly length: number;
  readonly severity: Severity;
  readonly message: string;
  /** What to write there instead. */
  readonly near?: string;
}

/** The faults of an option's value. `name` is how the file calls the option. */
export function valueFlaws(name: string, row: Pick<OptionRow | ConfRow, 'type' | 'values'>, value: string): Flaw[] {
  if (name === 'AuthMechanisms' || name === 'confAUTH_MECHANISMS') return mechanismFlaws(name, value);
  return checkValue(row.type, row.values, value).map((fault) => {
    const place = { at: fault.at, length: fault.text.length };
    switch (fault.kind) {
      case 'boolean':
        return {
          ...place,
          severity: 'warning',
          message: t('{0} is true or false. sendmail takes {1} as false; write True or False.', name, shown(fault.text)),
        };
      case 'number':
        return {
          ...place,
          severity: 'warning',
          message: t(
            '{0} is a number. Of {1} sendmail reads the digits in front only, without any as 0.',
            name,
            shown(fault.text),
          ),
        };
      case 'time':
        return {
          ...place,
          severity: 'error',
          message: t(
            '{0} is a time, such as 30s, 5m, 1h30m or 4d. sendmail complains about {1} and skips what it does not know.',
            name,
            shown(fault.text),
          ),
        };
      case 'word':
        return { ...place, ...wordFlaw(name, fault) };
    }
  });
}

const mechanisms = saslMechanisms.map((m) => m.name);

/** AUTH mechanisms: blanks part them, and sendmail knows none that its library does not have. */
function mechanismFlaws(name: string, value: string): Flaw[] {
  if (/[$`]/.test(value)) return [];
  if (/[,;]/.test(value))
    return [
      {
        at: 0,
        length: value.length,
        severity: 'warning',
        message: t('Blanks part the names of {0}: the commas become part of them, and they match nothing.', name),
        near: value.split(/[\s,;]+/).join(' '),
      },
    ];
  return [...value.matchAll(/\S+/g)].flatMap((match) => {
    const word = match[0].toUpperCase();
    if (mechanisms.includes(word) || /^(SCRAM|GS2|NTLM|KERBEROS|X)/.test(word)) return [];
    const near = nearest(word, mechanisms)[0];
    if (!near) return [];
    const place = { at: match.index, length: match[0].length };
    return [{ ...place, severity: 'warning', message: t('{0} is no AUTH mechanism. Did you mean {1}?', match[0], near), near }];
  });
}

function wordFlaw(name: string, fault: ReturnType<typeof checkValue>[number]): Omit<Flaw, 'at' | 'length'> {
  const { near } = fault;
  const text = shown(fault.text);
  const severity: Severity = fault.refused ? 'error' : 'warning';
  const words = (fault.words ?? []).slice(0, 8).join(', ');
  if (!fault.refused && fault.text.length === 1)
    return { severity, message: t('{0} is not a value of {1}, and sendmail warns of it. It knows: {2}.', text, name, words) };
  if (!fault.refused) {
    const message = near
      ? t('{0} is not a value of {1}. Did you mean {2}? sendmail takes it for something else in silence.', text, name, near)
      : t('{0} is not a value of {1}. sendmail takes it for something else in silence. It knows: {2}.', text, name, words);
    return { severity, message, near };
  }
  if (fault.fatal) {
    return {
      severity,
      near,
      message: t(
        '{0} is not a value of {1}: sendmail stops here and reads nothing of what follows. It knows: {2}.',
        text,
        name,
        words,
      ),
    };
  }
  const message = near
    ? t('{0} is not a value of {1}. Did you mean {2}? sendmail will not start with it.', text, name, near)
    : t('{0} is not a value of {1}. sendmail will not start with it.', text, name);
  return { severity, message, near };
}
