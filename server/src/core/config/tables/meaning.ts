/** What keys and values of the four tables mean, in words (Markdown). */
import { t } from '@vscode/l10n';
import { mailers } from '../../knowledge/mailers';
import { code, plain } from '../../markdown';
import { lineAt } from '../../text';
import type { MapEntry } from '../map/scanner';
import { keyFault } from './keys';
import type { TableModel, TableName } from './model';
import { hostsOf, readRoute } from './route';
import { isError } from './errorValue';
import { nextOf } from './virtual';

/** What the key matches; what is wrong with it where it is never found. */
export function keyText(table: TableName, entry: MapEntry): string {
  const fault = keyFault(table, entry.key);
  return fault ? plain(fault.message) : keyTexts[table](entry.key.text);
}

const keyTexts: Readonly<Record<TableName, (key: string) => string>> = {
  virtusertable(key) {
    const [user = '', domain = ''] = key.split('@');
    if (user === '') return t('All users at {0} that have no entry of their own.', code(domain));
    const who = user.length > 2 ? t('{0} at {1}', code(user.slice(0, -2)), code(domain)) : t('Any user at {0}', code(domain));
    if (user.endsWith('++')) return t('{0} with a detail behind a plus sign that is not empty.', who);
    if (user.endsWith('+*')) return t('{0} with a plus sign and any detail, or none, that has no entry of its own.', who);
    return t('Mail to {0}, also with a +detail for which there is no entry of its own.', code(key));
  },
  mailertable(key) {
    if (key === '.') return t('All other domains, unless they are local.');
    if (key.startsWith('.'))
      return t('All names below {0}, not the domain itself; the longest match counts.', code(key.slice(1)));
    return t('Mail to the domain {0} alone, not to names below it.', code(key));
  },
  domaintable: (key) =>
    t('The domain {0} alone, in recipients, senders and headers, before anything else is looked at.', code(key)),
  genericstable(key) {
    if (key.startsWith('@')) return t('All senders at {0} that have no entry of their own.', code(key.slice(1)));
    if (key.includes('@')) return t('The sender {0}.', code(key));
    return t('The sender {0} at this host, and at the domains of GENERICS_DOMAIN.', code(key));
  },
};

/** What the value does. */
export function valueText(table: TableName, model: TableModel, entry: MapEntry): string {
  const value = entry.value!;
  if (isError(value) && (table === 'virtusertable' || table === 'mailertable'))
    return t('Refused. The sender reads the text behind the codes.');
  switch (table) {
    case 'virtusertable':
      return virtuserText(model, entry);
    case 'mailertable':
      return routeText(entry);
    case 'domaintable':
      return t('{0} becomes {1}.', code(`user@${entry.key.text}`), code(`user@${value.text}`));
    case 'genericstable':
      return value.text.includes('@')
        ? t(
            "Others see {0} as the sender. The envelope sender changes only with FEATURE(`masquerade_envelope').",
            code(value.text),
          )
        : t('A user of this host: others see {0} with its name behind it.', code(`${value.text}@…`));
  }
}

function virtuserText(model: TableModel, entry: MapEntry): string {
  const { text } = entry.value!;
  const parts = [
    text.includes('@')
      ? t('The mail goes to {0}.', code(text))
      : t('The mail goes to the local name {0}: an alias, or a user.', code(text)),
  ];
  const marks = [...new Set(text.match(/%[123]/g) ?? [])];
  if (marks.length > 0) parts.push(marks.map((mark) => `${code(mark)}: ${markText(mark)}.`).join(' '));
  const next = nextOf(model, entry);
  if (next) parts.push(t('It is looked up again: line {0} comes next.', lineAt(model.source, next.start) + 1));
  return parts.join(' ');
}

function markText(mark: string): string {
  if (mark === '%1') return t('the user');
  return mark === '%2' ? t('what stands behind the plus sign') : t('the same with the plus sign');
}

function routeText(entry: MapEntry): string {
  const route = readRoute(entry.value!);
  if (!route) return t('Without a mailer the entry is ignored.');
  const name = route.mailer.text.toLowerCase();
  if (name === 'local')
    return route.host.text
      ? t('Delivered here, to {0}.', code(route.host.text))
      : t('Delivered here, to the user of the address.');
  const row = mailers.find((m) => m.defines.includes(name));
  const hosts = hostsOf(route).map((host) =>
    host.text.startsWith('[') ? t('{0} (its address, no MX)', code(host.text)) : t('{0} (its MX hosts)', code(host.text)),
  );
  const where = hosts.length > 1 ? t('in turn to {0}', hosts.join(', ')) : t('to {0}', hosts[0] ?? '');
  return row
    ? t('Sent with the mailer {0} {1}.', code(name), where)
    : t('Sent with the mailer {0} of this server {1}.', code(route.mailer.text), where);
}
