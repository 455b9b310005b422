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
        // What follows is part of a file's name, but of no host's.
        severity: /^inet6?:[^;]*@/i.test(value) ? 'error' : 'warning',
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
  const host = value.slice(value.indexOf('@') + 1);
  if (kind === 'inet' && value.includes('@') && (host === '' || isNoHost(host.replace(/^\[(.*)\]$/, '$1')))) {
    return [
      {
        ...place,
        severity: 'error',
        message: t('{0} is no address and no name of a host; sendmail will not start.', host || value),
      },
    ];
  }
  if (/^[\s-]/.test(value.slice(colon + 1)) && kind.startsWith('inet')) {
    const message = t('{0} is no port; sendmail will not start.', value.slice(colon + 1, value.indexOf('@')));
    return [{ ...place, severity: 'error', message }];
  }
  if (kind.startsWith('inet') && !value.includes('@')) {
    return [{ ...place, severity: 'error', message: t('{0} needs port@host; sendmail will not start.', value) }];
  }
  return [];
}

/** `letter:time` with semicolons between. sendmail looks at the letter and goes on to the next colon, wherever that is. */
function timeoutFlaws(value: string, valueAt: number): Flaw[] {
  const flaws: Flaw[] = [];
  const add = (from: number, to: number, message: string, severity: Flaw['severity'] = 'error'): unknown =>
    flaws.push({ at: valueAt + from, length: Math.max(1, to - from), severity, message });
  for (let at = 0; at < value.length;) {
    while (at < value.length && /[\s;]/.test(value[at]!)) at++;
    if (at >= value.length) break;
    const next = value.indexOf(';', at);
    const end = next < 0 ? value.length : next;
    const colon = value.indexOf(':', at);
    const text = value.slice(at, end).trimEnd();
    if (!/^[CSRE]/.test(text))
      add(at, end, t('{0} is not a timeout of a filter; sendmail will not start. It knows C, S, R, E.', text));
    else if (colon < 0) add(at, end, t('{0} needs a colon behind its letter: S:4m. sendmail will not start.', text));
    else if (colon > at + 1)
      add(at, end, t('{0} needs a colon right behind its letter: sendmail reads on to the next one.', text), 'warning');
    if (colon < 0) break;
    const after = value.indexOf(';', colon);
    const stop = after < 0 ? value.length : after;
    const time = value.slice(colon + 1, stop).trimStart();
    if (checkValue('time', undefined, time).length > 0 || /\s$/.test(time))
      add(at, stop, t('{0} is not a time. Write 30s, 5m, 1h.', time));
    at = stop + 1;
  }
  return flaws;
}
