import { t } from '@vscode/l10n';
import type { Rule, Severity } from '../../../problem';
import type { McModel } from '../model';
import { valueOf } from '../model';
import { runsOf } from '../steps';

const features: Readonly<Record<string, { severity: Severity; message: () => string }>> = {
  promiscuous_relay: {
    severity: 'error',
    message: () =>
      t(
        'This makes the host an open relay: anyone may send mail to anyone through it. Take it away; allow clients in the access map or by AUTH.',
      ),
  },
  relay_local_from: {
    severity: 'warning',
    message: () =>
      t(
        'Anyone who writes a sender of your domain may relay, and senders are easily forged. Use AUTH, or allow clients in the access map.',
      ),
  },
  relay_mail_from: {
    severity: 'warning',
    message: () =>
      t('Anyone who writes a sender that the access map allows may relay, and senders are easily forged. Use AUTH instead.'),
  },
  loose_relay_check: {
    severity: 'hint',
    message: () => t('Addresses such as user%other.example@here are relayed without a look at what stands before the @.'),
  },
  relay_based_on_MX: {
    severity: 'hint',
    message: () => t('Whoever points an MX record at this host may relay mail for that domain through it.'),
  },
  relay_entire_domain: { severity: 'hint', message: () => t('Every host below your domains may relay through this one.') },
  accept_unresolvable_domains: {
    severity: 'hint',
    message: () => t('Mail is taken from senders whose domain does not exist; bounces to them go nowhere.'),
  },
};

/** Features that let strangers relay, or may. */
export const openRelay: Rule<McModel> = {
  id: 'mc/open-relay',
  severity: 'error',
  audit: true,
  check(model, report) {
    for (const call of runsOf(model, 'FEATURE')) {
      const name = valueOf(call, 0);
      const row = Object.hasOwn(features, name) ? features[name] : undefined;
      if (row) report({ ...call.span, severity: row.severity, message: row.message() });
    }
  },
};
