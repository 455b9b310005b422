import { t } from '@vscode/l10n';
import type { Rule, Severity } from '../../../problem';
import { isTopLevelDomain } from '../../map/domain';
import type { TcpRulesModel } from '../model';

/** RELAYCLIENT lets a client send to any address; set for everybody it makes an open relay. */
export const openRelay: Rule<TcpRulesModel> = {
  id: 'tcprules/open-relay',
  severity: 'error',
  audit: true,
  check(model, report) {
    for (const { address, action, variables } of model.entries) {
      const relay = variables.find((v) => v.name.text === 'RELAYCLIENT');
      const wide = action === 'allow' && relay ? wideness(address.text) : undefined;
      if (!wide) continue;
      report({
        start: address.start,
        end: relay!.end,
        severity: wide,
        message:
          wide === 'error'
            ? t('RELAYCLIENT is set for everybody: this is an open relay. Set it for your own networks only.')
            : t('RELAYCLIENT is set for sixteen million addresses. Set it for your own networks only.'),
      });
    }
  },
};

function wideness(address: string): Severity | undefined {
  if (address === '' || address === '=') return 'error';
  const name = /^=\.([\w-]+)$/.exec(address)?.[1];
  if (name && isTopLevelDomain(name)) return 'error';
  const octet = /^(\d{1,3})\.$/.exec(address)?.[1];
  return octet && octet !== '10' && octet !== '127' ? 'warning' : undefined;
}
