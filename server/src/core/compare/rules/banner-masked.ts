import { t } from '@vscode/l10n';
import type { CompareRule } from '../view';
import { replyOf, replyPlace } from '../places';
import { signOf } from '../view';

/** The greeting reached the client as asterisks: a firewall hides which server stands behind it. */
export const bannerMasked: CompareRule = {
  id: 'compare/banner-masked',
  weight: 'decisive',
  check({ client, server, rows }, report) {
    const mine = rows.find((r) => r.client?.kind === 'greeting')?.client;
    const greeting = replyOf(client, mine);
    if (!mine || !greeting || !isMasked(greeting.lines[0] ?? '')) return;
    // A server may be set to greet like this itself.
    if (server.greeting && isMasked(server.greeting.lines[0] ?? '')) return;
    // A log that lost its beginning may have had the same.
    if (!server.greeting && server.shows.replyTexts) return;
    const theirs = server.exchanges.find((e) => e.kind === 'greeting');
    const sign = signOf(client, mine.reply);
    report({
      change: 'changed',
      message: sign ? t('the greeting is masked, as {0} does', sign.fingerprint.product) : t('the greeting is masked'),
      client: replyPlace(client, mine),
      server: replyPlace(server, theirs),
      product: sign?.fingerprint.product,
      ...(theirs ? {} : { weight: 'strong' }),
    });
  },
};

/** True for a greeting of asterisks, with what such firewalls let through: 2, 0 and spaces. */
export function isMasked(text: string): boolean {
  return /^[*02 x]{4,}$/i.test(text) && text.includes('***');
}
