/**
 * What DAEMON_OPTIONS and CLIENT_OPTIONS, or `O DaemonPortOptions=` and `O ClientPortOptions=`, say: `Key=value, Key=value …`.
 * sendmail 8.17.1 looks at the first letter of a key only; each answer here was had from the program.
 */
import { t } from '@vscode/l10n';
import { enums } from '../knowledge/enums';
import { nearest } from '../suggest';
import type { Flaw } from './flaw';

/** One `Key=value`, with offsets in the whole value. */
export interface PortEquate {
  readonly key: string;
  readonly at: number;
  readonly value: string;
  readonly valueAt: number;
  /** True if a blank stands between the value and the comma behind it. */
  readonly blank: boolean;
}

/** Splits such a list at its commas; `\,` does not split. */
export function portEquates(list: string): PortEquate[] {
  const found: PortEquate[] = [];
  let start = 0;
  for (let i = 0; i <= list.length; i++) {
    if (i < list.length && (list[i] !== ',' || list[i - 1] === '\\')) continue;
    const part = list.slice(start, i);
    const at = start + part.length - part.trimStart().length;
    if (part.trim() !== '') {
      const sign = part.indexOf('=');
      const keyEnd = sign < 0 ? start + part.trimEnd().length : start + sign;
      const raw = sign < 0 ? '' : part.slice(sign + 1);
      const valueAt = sign < 0 ? keyEnd : start + sign + 1 + raw.length - raw.trimStart().length;
      found.push({
        key: list.slice(at, keyEnd).trimEnd(),
        at,
        value: raw.trim(),
        valueAt,
        blank: i < list.length && /\s$/.test(raw),
      });
    }
    start = i + 1;
  }
  return found;
}

const keyRows = {
  daemon: enums.find((e) => e.name === 'DaemonKeys')?.values.map((v) => v.name) ?? [],
  client: enums.find((e) => e.name === 'ClientKeys')?.values.map((v) => v.name) ?? [],
};

/** First letters that sendmail takes, whatever follows. */
const firstLetter = /^[acdfilmnpqrsADFILMNPRS]/;

/** Services that every /etc/services has; a port may always be a number. */
const services = new Set(['smtp', 'mail', 'smtps', 'ssmtp', 'submissions', 'urd', 'submission', 'lmtp']);

/** The faults of a list of port options. */
export function portFlaws(list: string, kind: 'daemon' | 'client'): Flaw[] {
  if (/[$`]/.test(list)) return [];
  const equates = portEquates(list);
  const family = equates.find((e) => /^f/i.test(e.key))?.value.toLowerCase() ?? 'inet';
  return equates.flatMap((e) => [...keyFlaws(e, kind), ...valueFlawsOf(e, family)]);
}

function keyFlaws(e: PortEquate, kind: 'daemon' | 'client'): Flaw[] {
  const place = { at: e.at, length: Math.max(1, e.key.length) };
  const names = keyRows[kind];
  if (e.valueAt === e.at + e.key.length && e.key !== '')
    return [
      {
        ...place,
        severity: 'warning',
        message: t('{0} has no equals sign, and sets nothing. Write key=value, with commas between.', e.key),
      },
    ];
  if (!firstLetter.test(e.key)) {
    const message = t('{0} is not a key sendmail knows here; it will not start. It knows: {1}.', e.key || '=', names.join(', '));
    return [{ ...place, severity: 'error', message, near: nearest(e.key, names)[0] }];
  }
  if (names.some((n) => alike(n.toLowerCase(), e.key.toLowerCase()))) return [];
  const near = nearest(e.key, names)[0];
  const taken = names.find((n) => n[0]!.toLowerCase() === e.key[0]!.toLowerCase());
  const message = near
    ? t('{0} is not a key. Did you mean {1}? sendmail looks at the first letter only.', e.key, near)
    : t('{0} is not a key. sendmail looks at the first letter only and takes it for {1}.', e.key, taken ?? e.key[0]!);
  return [{ ...place, severity: 'warning', message, near }];
}

/** True if the one is short for the other, or they differ at their end only (Modifier, Modify, Address …). */
function alike(name: string, key: string): boolean {
  if (name.startsWith(key) || key.startsWith(name)) return true;
  let i = 0;
  while (i < name.length && name[i] === key[i]) i++;
  return i >= 5;
}

function valueFlawsOf(e: PortEquate, family: string): Flaw[] {
  const place = { at: e.valueAt, length: Math.max(1, e.value.length) };
  if (e.value === '' && e.valueAt > e.at + e.key.length && /^[afp]/i.test(e.key) && family !== 'unix' && family !== 'local')
    return [{ ...place, severity: 'error', message: t('{0}= has no value; sendmail will not start.', e.key) }];
  if (
    e.blank &&
    (/^f/i.test(e.key) || (/^p/i.test(e.key) && !/^\d/.test(e.value)) || (/^a/i.test(e.key) && !/^[\d.]+$/.test(e.value)))
  ) {
    const message = t('The blank before the comma becomes part of {0}, and sendmail will not start. Take it away.', e.value);
    return [{ ...place, severity: 'error', message }];
  }
  // Of a number sendmail reads the digits, of a name all: what was to come behind a comma is lost.
  if (/^[nml]/i.test(e.key) || (/^p/i.test(e.key) && /^\d/.test(e.value))) {
    if (!/[;\s]/.test(e.value) || !e.value.includes('='))
      return e.value === '' || !/^p/i.test(e.key) ? [] : serviceFlaws(e.value, place);
    const message = t('A comma is missing: what stands behind it counts for nothing, or as part of {0}.', e.key);
    return [{ ...place, severity: 'warning', message, near: e.value.split(/[;\s]+/).join(', ') }];
  }
  if (/^p/i.test(e.key) && e.value !== '' && family !== 'unix' && family !== 'local') return serviceFlaws(e.value, place);
  if (/^f/i.test(e.key) && !/^(inet|inet6|unix|local)$/i.test(e.value)) {
    return [
      {
        ...place,
        severity: 'error',
        message: t('{0} is not an address family; sendmail will not start. It knows inet, inet6, unix, local.', e.value),
      },
    ];
  }
  if (/^a/i.test(e.key)) return addressFlaws(e.value, family, place);
  if (/^D/.test(e.key) && !/^[ibqd]/.test(e.value)) {
    return [
      {
        ...place,
        severity: 'error',
        message: t('{0} is not a delivery mode: sendmail stops here. It knows i, b, q, d.', e.value),
      },
    ];
  }
  return [];
}

function serviceFlaws(value: string, place: { at: number; length: number }): Flaw[] {
  if (/^\d+$/.test(value) && Number(value) > 65535)
    return [{ ...place, severity: 'warning', message: t('{0} is no port: the highest is 65535.', value) }];
  if (/^\d/.test(value) || services.has(value)) return [];
  if (/\s/.test(value)) {
    return [
      {
        ...place,
        severity: 'error',
        message: t('A comma is missing: sendmail takes all of {0} for the name of the port and will not start.', value),
      },
    ];
  }
  const near = services.has(value.toLowerCase()) ? value.toLowerCase() : nearest(value, services)[0];
  const message = near
    ? t('Port {0} is not a service of /etc/services; sendmail will not start. Did you mean {1}?', value, near)
    : t('Port {0} is not a service of /etc/services; sendmail will not start. Write the number.', value);
  return [{ ...place, severity: 'error', message, near }];
}

function addressFlaws(value: string, family: string, place: { at: number; length: number }): Flaw[] {
  if (family === 'unix' || family === 'local' || value === '') return [];
  if (/\s/.test(value))
    return [
      {
        ...place,
        severity: 'error',
        message: t('A comma is missing: sendmail takes all of {0} for the address and will not start.', value),
      },
    ];
  if (family === 'inet6' && /^\[.*\]$/.test(value)) {
    const message = t('{0} is no address and no name of a host; sendmail will not start.', value);
    return [{ ...place, severity: 'error', message, near: value.slice(1, -1) }];
  }
  if (family === 'inet' && value.includes(':')) {
    return [
      {
        ...place,
        severity: 'error',
        message: t('{0} is an IPv6 address and needs Family=inet6; without it sendmail will not start.', value),
      },
    ];
  }
  if (family === 'inet' && isNoHost(value)) {
    return [
      { ...place, severity: 'error', message: t('{0} is no address and no name of a host; sendmail will not start.', value) },
    ];
  }
  if (/^[\d.]+$/.test(value)) {
    const parts = value.replace(/\.$/, '').split('.');
    if (family === 'inet6' || parts.length > 4 || parts.some((p) => p === '' || (parts.length === 4 && Number(p) > 255))) {
      return [
        {
          ...place,
          severity: 'error',
          message: t('{0} is not an address of the family {1}; sendmail will not start.', value, family),
        },
      ];
    }
  }
  return [];
}

/** True for what neither an address nor a name in DNS can look like: odd signs, digits alone behind the last dot, an address with letters at its end. */
export function isNoHost(value: string): boolean {
  return (
    /[^\w.-]|\.\./.test(value) ||
    (/\.\d+$/.test(value) && /[^\d.]/.test(value)) ||
    (/^(\d+\.){3}\w+$/.test(value) && /[a-z]/i.test(value))
  );
}
