/** What is wrong within one value, found by checks that .mc files and sendmail.cf share; the rules of both turn it into findings. */
import { t } from '@vscode/l10n';
import type { Severity } from '../problem';
import { mapClasses } from '../knowledge/options';
import type { OptionRow } from '../knowledge/options';
import type { ConfRow } from '../knowledge/conf';
import { saslMechanisms } from '../knowledge/sasl';
import { nearest } from '../suggest';
import { mapFlaw } from './cf/maps';
import { timeouts } from './cf/options';
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
  return ownFlaws[name]?.(name, value) ?? typeFlaws(name, row, value);
}

function typeFlaws(name: string, row: Pick<OptionRow | ConfRow, 'type' | 'values'>, value: string): Flaw[] {
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

/** The options that have a form of their own, as sendmail.cf and as m4 calls them. */
const ownFlaws: Readonly<Record<string, (name: string, value: string) => Flaw[]>> = {
  AuthMechanisms: mechanismFlaws,
  confAUTH_MECHANISMS: mechanismFlaws,
  AliasFile: aliasFileFlaws,
  ALIAS_FILE: aliasFileFlaws,
  ConnectOnlyTo: connectFlaws,
  confCONNECT_ONLY_TO: connectFlaws,
  SmtpUTF8: utf8Flaws,
  Timeout: timeoutFlaws,
  QueueTimeout: queueTimeoutFlaws,
};

function whole(value: string, message: string): Flaw[] {
  return [{ at: 0, length: value.length, severity: 'error', message }];
}

/** Alias files with commas between: each a path, or the class of a map, a colon and what the class needs; switches may stand in front. */
function aliasFileFlaws(_: string, value: string): Flaw[] {
  if (/[`$]/.test(value)) return [];
  for (const part of value.split(',')) {
    const words = part.trim().split(/\s+/);
    const first = words.findIndex((w) => !w.startsWith('-'));
    const given = /^([^/:]*):/.exec(words[first] ?? '');
    const className = given?.[1]!.toLowerCase() ?? 'implicit';
    if (given) words[first] = words[first]!.slice(given[0].length);
    const rest = words.join(' ').trim();
    if (part.trim() === '' || (className === 'ldap' && rest === '')) continue;
    const message = mapClasses.includes(className)
      ? mapFlaw('aliases', className, rest)
      : t('{0} is not a class of maps that sendmail as Debian builds it has; it will not start.', className);
    if (message !== undefined) return whole(value, message);
  }
  return [];
}

/** An address as inet_addr reads it, or one of IPv6, perhaps with `port@` before it. */
function connectFlaws(name: string, value: string): Flaw[] {
  const address = value.slice(value.indexOf('@') + 1).trim();
  const parts = address.split('.');
  const isAddress =
    (parts.length <= 4 && parts.every((p) => /^(\d+|0x[\da-f]+)$/i.test(p) && (parts.length < 4 || Number(p) < 256))) ||
    (address.includes(':') && /^(IPv6:)?[\da-f:.]+$/i.test(address));
  return isAddress || /[`$]/.test(value)
    ? []
    : whole(value, t('{0} takes an address, not a name: {1} is none, and sendmail will not start.', name, shown(value)));
}

/** All timeouts at once: a time, or `part=time` with commas between; a part without a time is passed over. */
function timeoutFlaws(name: string, value: string): Flaw[] {
  const parts = /^\s*\d/.test(value) ? [value] : value.split(',').filter((p) => p.includes('='));
  for (const part of parts) {
    const [key, time] = part.includes('=') ? part.split('=', 2) : [undefined, part];
    if (key !== undefined && !timeouts.some((p) => p.toLowerCase() === key.trim().toLowerCase()))
      return whole(value, t('There is no Timeout.{0}; sendmail will not start.', key.trim()));
    const flaws = typeFlaws(name + (key ? `.${key.trim()}` : ''), { type: 'time' }, time);
    if (flaws.length > 0) return flaws.map((flaw) => ({ ...flaw, at: 0, length: value.length }));
  }
  return [];
}

/** When mail comes back, perhaps a slash and when its sender is warned. */
function queueTimeoutFlaws(name: string, value: string): Flaw[] {
  const at = value.indexOf('/');
  const parts = at < 0 ? [value] : [value.slice(0, at), value.slice(at + 1)];
  const flaws = parts.flatMap((part) => typeFlaws(name, { type: 'time' }, part));
  return flaws.map((flaw) => ({ ...flaw, at: 0, length: value.length }));
}

function utf8Flaws(name: string, value: string): Flaw[] {
  return /^\s*([ty]|$)/i.test(value)
    ? whole(value, t('sendmail as Debian builds it does not have the option {0} and will not start.', name))
    : [];
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
  if (text === '') return { severity, message: t('{0}= has no value; sendmail will not start.', name) };
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
