import { t } from '@vscode/l10n';
import { headerFields } from '../../smtp/signs';
import type { CompareRule } from '../view';
import { dataOf, messagePlace } from '../places';
import { signIn } from '../view';

/** Where the client's log hides the message: what arrived carries a scanner's mark, which a mail program does not write. */
export const scannerHeader: CompareRule = {
  id: 'compare/scanner-header',
  weight: 'moderate',
  check(view, report) {
    // Another attempt may have been another message.
    if (view.sameConnection === 'no') return;
    for (const row of view.rows) {
      const got = dataOf(view.server, row.server);
      const sent = dataOf(view.client, row.client);
      if (!got || got.hidden || row.client?.kind !== 'message' || (sent && !sent.hidden)) continue;
      const { fields } = headerFields(got);
      const marks = fields.filter((f) => MARK.test(f.name) || /^Received: .*\bSpamAssassin\b/i.test(f.text));
      // A mail that comes from a relay may have been scanned before: then a Received field stands in it.
      const relayed = fields.some((f) => /^received$/i.test(f.name) && !/\bSpamAssassin\b/i.test(f.text));
      if (marks.length === 0 || relayed) continue;
      const lines = marks.map((f) => f.line);
      report({
        change: 'added',
        message: t("the message arrived with a scanner's mark: {0}", [...new Set(marks.map((f) => f.name))].join(', ')),
        server: messagePlace(got, lines),
        product: signIn(view.server, got, lines)?.fingerprint.product,
      });
    }
  },
};

/** Fields that scanners write and mail programs do not. */
const MARK =
  /^X-(?:Spam-(?:Flag|Status|Level|Checker-Version|Report|Score)|Virus-Scanned|Virus-Status|Antivirus(?:-Status)?|AV-Checked|Filtered)$/i;

/** True for the names of header fields that this rule looks at. */
export function isTraceField(name: string): boolean {
  return MARK.test(name) || /^received$/i.test(name);
}
