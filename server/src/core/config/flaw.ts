/** What is wrong within one value, found by checks that .mc files and sendmail.cf share; the rules of both turn it into findings. */
import { t } from '@vscode/l10n';
import type { Severity } from '../problem';
import type { OptionRow } from '../knowledge/options';
import type { ConfRow } from '../knowledge/conf';
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

function wordFlaw(name: string, fault: ReturnType<typeof checkValue>[number]): Omit<Flaw, 'at' | 'length'> {
  const { near } = fault;
  const text = shown(fault.text);
  const severity: Severity = fault.refused ? 'error' : 'warning';
  const words = (fault.words ?? []).slice(0, 8).join(', ');
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
