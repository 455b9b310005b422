import { t } from '@vscode/l10n';
import { headerFields } from '../../smtp/signs';
import type { CompareRule } from '../view';
import { dataOf, messagePlace } from '../places';
import { signIn, signsIn } from '../view';

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
      const { fields, bodyAt } = headerFields(got);
      // A mail that comes from a relay may have been scanned before: then a Received field stands in it.
      if (fields.some((f) => /^received$/i.test(f.name) && !/\bSpamAssassin\b/i.test(f.text))) continue;
      const signed = signsIn(view.server, got).filter((s) => s.fingerprint.strength === 'strong');
      const own = new Set(signed.map((s) => s.part));
      const marks = fields.filter((f) => own.has(f.line) || MARK.test(f.name) || /^Received: .*\bSpamAssassin\b/i.test(f.text));
      // A text may quote what a scanner wrote under another mail; that stands behind a mark like `>`.
      const footers = signed.filter((s) => s.part >= bodyAt).map((s) => s.part);
      if (marks.length === 0 && footers.length === 0) continue;
      const lines = [...marks.map((f) => f.line), ...footers];
      const sign = signIn(view.server, got, lines);
      report({
        // Who signs what it puts in is known.
        ...(sign?.fingerprint.strength === 'strong' && marks.length > 0 ? { weight: 'strong' as const } : {}),
        change: 'added',
        message:
          marks.length === 0
            ? t("the message arrived with a scanner's footer")
            : t("the message arrived with a scanner's mark: {0}", [...new Set(marks.map((f) => f.name))].join(', ')),
        server: messagePlace(got, lines),
        product: sign?.fingerprint.product,
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
