/** Mail filters: `INPUT_MAIL_FILTER(`name', `S=…, F=…, T=…')` in an .mc file, `Xname, S=…` in sendmail.cf. Tried on sendmail 8.17.1. */
import { t } from '@vscode/l10n';
import { nearest } from '../suggest';
import type { Flaw } from './flaw';
import { isNoHost, portEquates } from './ports';
import { checkValue } from './values';

/** The faults of a filter's equates. A list without a socket is one at its start. */
export function filterFlaws(list: string): Flaw[] {
  if (/[$`]/.test(list)) return [];
  const flaws: Flaw[] = [];
  let socket = false;
  for (const e of portEquates(list)) {
    const keyPlace = { at: e.at, length: Math.max(1, e.key.length) };
    const place = { at: e.valueAt, length: Math.max(1, e.value.length) };
    const letter = e.key[0] ?? '';
    if (list[e.at + e.key.length] !== '=' && !list.slice(e.at).trimStart().slice(e.key.length).trimStart().startsWith('=')) {
      const message = t('{0} has no equals sign; sendmail will not start. Timeouts are separated by semicolons.', e.key);
      flaws.push({ ...keyPlace, severity: 'error', message });
    } else if (letter === 'S') {
      socket = e.value !== '';
      flaws.push(...socketFlaws(e.value, place));
    } else if (letter === 'T') flaws.push(...timeoutFlaws(e.value, e.valueAt));
    else if (letter === 'F') {
      if (e.value !== '' && !/^[RT4]/.test(e.value)) {
        const message = t(
          'F is R (refuse), T (put off) or 4 (close the connection). With {0} mail passes unfiltered when the filter fails.',
          e.value,
        );
        flaws.push({ ...place, severity: 'warning', message });
      }
    } else
      flaws.push({
        ...keyPlace,
        severity: 'error',
        message: t('{0} is not a key of a mail filter; sendmail will not start. It knows S, F, T.', e.key),
      });
  }
  if (!socket)
    flaws.push({
      at: 0,
      length: Math.max(1, list.length),
      severity: 'error',
      message: t('The filter has no socket: S=local:/path or S=inet:port@host. sendmail will not start.'),
    });
  return flaws;
}

const kinds = ['local', 'unix', 'inet', 'inet6'];

function socketFlaws(value: string, place: { at: number; length: number }): Flaw[] {
  const colon = value.indexOf(':');
  const flag = /;\s*[SFT]\s*=/.exec(value);
  if (flag)
    return [
      {
        at: place.at + flag.index,
        length: 1,
        severity: 'warning',
        message: t('A comma is missing: all of it is taken for the socket.'),
        near: ',',
      },
    ];
  if (colon < 0) return [];
  const kind = value.slice(0, colon).toLowerCase();
  if (!kinds.includes(kind)) {
    const near = nearest(kind, kinds)[0];
    const message = near
      ? t('{0} is not a kind of socket; sendmail will not start. Did you mean {1}?', kind, near)
      : t('{0} is not a kind of socket; sendmail will not start. It knows local (or unix), inet, inet6.', kind);
    return [{ at: place.at, length: kind.length, severity: 'error', message, near }];
  }
  if (kind === 'inet' && value.includes('@') && (value.endsWith('@') || isNoHost(value.slice(value.indexOf('@') + 1)))) {
    const host = value.slice(value.indexOf('@') + 1);
    return [
      {
        ...place,
        severity: 'error',
        message: t('{0} is no address and no name of a host; sendmail will not start.', host || value),
      },
    ];
  }
  if (kind.startsWith('inet') && !value.includes('@')) {
    return [{ ...place, severity: 'error', message: t('{0} needs port@host; sendmail will not start.', value) }];
  }
  return [];
}

function timeoutFlaws(value: string, valueAt: number): Flaw[] {
  const flaws: Flaw[] = [];
  let at = 0;
  for (const part of value.split(';')) {
    const text = part.trim();
    const place = { at: valueAt + at + part.length - part.trimStart().length, length: Math.max(1, text.length) };
    at += part.length + 1;
    if (text === '') continue;
    if (!/^[CSRE]/.test(text))
      flaws.push({
        ...place,
        severity: 'error',
        message: t('{0} is not a timeout of a filter; sendmail will not start. It knows C, S, R, E.', text),
      });
    else if (text[1] !== ':')
      flaws.push({
        ...place,
        severity: 'error',
        message: t('{0} needs a colon behind its letter: S:4m. sendmail will not start.', text),
      });
    else if (checkValue('time', undefined, text.slice(2)).length > 0)
      flaws.push({ ...place, severity: 'error', message: t('{0} is not a time. Write 30s, 5m, 1h.', text.slice(2)) });
  }
  return flaws;
}
