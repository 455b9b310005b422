import { t } from '@vscode/l10n';
import type { Row } from '../excuse';
import type { CompareRule, PairView } from '../view';
import { replyOf, replyPlace } from '../places';
import { isBlank, replySign } from '../view';

/** The client was told another code than the server gave. The message's fate and STARTTLS have rules of their own. */
export const replyCodeDiffers: CompareRule = {
  id: 'compare/reply-code-differs',
  weight: 'decisive',
  check(view, report) {
    // Another attempt may have been answered otherwise: greylisting, load, a limit.
    if (view.sameConnection === 'no') return;
    for (const row of view.rows) {
      const told = replyOf(view.client, row.client);
      const said = replyOf(view.server, row.server);
      if (!told || !said || told.code === said.code || row.client!.kind === 'greeting') continue;
      if (row.client!.verb === 'STARTTLS' && said.code === 220) continue;
      if (row.client!.kind === 'message' && told.code < 400 !== said.code < 400) continue;
      // A log with codes only has one line for DATA and the message, and codes of its own for QUIT.
      if ((isBlank(told) || isBlank(said)) && (row.client!.verb === 'QUIT' || isMerged(view, row))) continue;
      report({
        change: 'changed',
        message: t('the server said {0}; the client was told {1}', String(said.code), String(told.code)),
        client: replyPlace(view.client, row.client),
        server: replyPlace(view.server, row.server),
        product: replySign(view, row, ['strong', 'medium'])?.fingerprint.product,
      });
    }
  },
};

/** True if one log gives the message's last code to DATA: as the other log has it one row on. */
function isMerged(view: PairView, row: Row): boolean {
  if (row.client!.verb !== 'DATA') return false;
  const next = view.rows[row.at + 1];
  const codes = [replyOf(view.client, next?.client)?.code, replyOf(view.server, next?.server)?.code];
  return codes.includes(replyOf(view.client, row.client)!.code) || codes.includes(replyOf(view.server, row.server)!.code);
}
