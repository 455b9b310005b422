import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { replace } from '../edits';
import { embeddedCf } from '../embedded';
import type { McModel } from '../model';
import { stepsOf } from '../steps';

/** Rulesets that m4 always fills, by name and old number, with what there is for rules of one's own (m4/proto.m4 of 8.17.1). */
const taken = new Map<string, string>([
  ...'canonify 3 Canonify2 96 final 4 Recurse 97 parse 0 Parse0 Parse1 localaddr 5 CanonLocal Basic_check_relay Basic_check_mail Basic_check_rcpt Rcpt_ok Relay_ok EnvFromL EnvToL HdrFromL HdrToL'
    .split(' ')
    .map((name): [string, string] => [name, '']),
  ['check_relay', 'Local_check_relay'],
  ['check_mail', 'Local_check_mail'],
  ['check_rcpt', 'Local_check_rcpt'],
  ['trust_auth', 'Local_trust_auth'],
  ['tls_server', 'LOCAL_TLS_SERVER'],
  ['tls_client', 'LOCAL_TLS_CLIENT'],
]);
const ofSmtp = new Set(['PseudoToReal', 'EnvFromSMTP', 'EnvToSMTP', 'HdrFromSMTP', 'MasqSMTP', 'MasqRelay']);

/** Rules of one's own under the name of a ruleset of sendmail's: they come behind rules that always end before. */
export const takenRuleset: Rule<McModel> = {
  id: 'mc/taken-ruleset',
  severity: 'warning',
  check(model, report) {
    const embedded = embeddedCf(model);
    const { lines } = embedded.cf;
    const smtp = stepsOf(model).some((s) => s.macro === 'MAILER' && s.name === 'smtp');
    lines.forEach((line, at) => {
      if (
        line.kind !== 'ruleset' ||
        lines[at + 1]?.kind !== 'rule' ||
        !embedded.isOwn({ start: line.start, end: line.start + 1 })
      )
        return;
      const name = /^[^\s,=]*/.exec(line.name.text)![0];
      const own = taken.get(name) ?? (smtp && ofSmtp.has(name) ? '' : undefined);
      if (own === undefined) return;
      const span = embedded.placeOf({ start: line.name.start, end: line.name.start + name.length });
      report({
        ...span,
        message: own
          ? t('{0} has rules of its own, which never come to these; sendmail warns. Since 8.9 yours belong into {1}.', name, own)
          : t('{0} has rules of its own; sendmail warns and puts these behind them. Name yours otherwise.', name),
        fixes: own.startsWith('Local_') ? [replace(t('Change to {0}', own), span, own)] : undefined,
      });
    });
  },
};
