import { t } from '@vscode/l10n';
import type { Finding, Rule } from '../../../problem';
import { freeMailDomains } from '../../../knowledge/domains';
import { lineAt } from '../../../text';
import { foldKey, type MapEntry } from '../../map/scanner';
import type { TableModel } from '../model';

/** domaintable takes one step, and rewrites senders and headers as well. */
export const domainChain: Rule<TableModel> = {
  id: 'domaintable/one-step',
  severity: 'info',
  check(model, report) {
    for (const entry of model.kept.values()) {
      const finding = findingOf(model, entry);
      if (finding) report({ start: entry.key.start, end: entry.value!.end, ...finding });
    }
  },
};

function findingOf(model: TableModel, { folded, value, key }: MapEntry): Pick<Finding, 'message'> | undefined {
  const result = foldKey(value!.text);
  if (result === folded) return { message: t('{0} becomes itself: the entry does nothing.', key.text) };
  const next = model.kept.get(result);
  if (next) {
    return {
      message: t(
        'One step is taken: {0} becomes {1}, and line {2} is not looked at for it.',
        key.text,
        value!.text,
        lineAt(model.source, next.start) + 1,
      ),
    };
  }
  if (!freeMailDomains.has(folded)) return undefined;
  return {
    message: t(
      'Senders and headers are rewritten too: mail from people at {0} will seem to come from {1}.',
      key.text,
      value!.text,
    ),
  };
}
