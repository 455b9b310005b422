import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { isTopLevelDomain } from '../../map/domain';
import type { AccessEntry, AccessLines } from '../model';

/** RELAY for a top-level domain or a whole first octet lets strangers send to strangers through this server. */
export const openRelay: Rule<AccessLines> = {
  id: 'access/open-relay',
  severity: 'error',
  audit: true,
  check(model, report) {
    for (const entry of model.odd) {
      const finding = entry.action?.kind === 'word' && entry.action.word === 'RELAY' ? findingOf(entry) : undefined;
      if (finding) report(finding);
    }
  },
};

function findingOf({ row, tag, subject, key }: AccessEntry): Finding | undefined {
  if (tag && row?.name !== 'Connect' && row?.name !== 'To') return undefined;
  const span = { start: key.start, end: key.end };
  if (isTopLevelDomain(subject.text)) {
    if (row?.name === 'To') {
      return {
        ...span,
        message: t(
          'This lets anybody send to every address that ends in .{0} through this server. Name the domains you relay to.',
          subject.text,
        ),
      };
    }
    return {
      ...span,
      message: row
        ? t('Every client whose name ends in .{0} may relay through this server. Name your own clients.', subject.text)
        : t(
            'This opens the relay for all clients and recipients whose names end in .{0}. Name your own, with Connect: or To:.',
            subject.text,
          ),
    };
  }
  const octet = /^\d{1,3}$/.test(subject.text) ? Number(subject.text) : NaN;
  if (!(octet > 0 && octet < 224) || octet === 127 || (row && octet === 10)) return undefined;
  return {
    ...span,
    severity: 'warning',
    message:
      octet === 10
        ? t(
            'Without a tag this is asked for clients, senders and recipients alike, and it covers all of 10.0.0.0/8. Write Connect: and your own networks.',
          )
        : t(
            'Every client whose address begins with {0} may relay: sixteen million addresses. Name your own networks.',
            subject.text,
          ),
  };
}
