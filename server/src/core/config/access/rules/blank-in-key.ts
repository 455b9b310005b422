import { t } from '@vscode/l10n';
import type { Rule } from '../../../problem';
import { parseAction } from '../action';
import type { AccessEntry, AccessLines } from '../model';
import { tagRow } from '../parser';
import { isTlsRequirement } from '../tlsRequirement';

/** The first blank of a line ends the key, also one around the colon of the tag. */
export const blankInKey: Rule<AccessLines> = {
  id: 'access/blank-in-key',
  severity: 'warning',
  check(model, report) {
    for (const entry of model.odd) {
      const blank = blankOf(entry);
      if (!blank) continue;
      report({
        start: entry.start,
        end: blank.keyEnd,
        message: t(
          'The first blank ends the key: sendmail looks up {0}, which never matches. Write {1}.',
          entry.key.text,
          blank.meant,
        ),
        fixes: [
          {
            title: t('Write {0}', blank.meant),
            edits: [{ start: entry.start, end: blank.keyEnd, text: blank.meant }],
            preferred: true,
          },
        ],
      });
    }
  },
};

interface Blank {
  /** The key with the blank taken out, and where it ends in the file. */
  readonly meant: string;
  readonly keyEnd: number;
}

/** For `from :x@example.net REJECT` and `From: x@example.net REJECT`; undefined for keys without such a blank. */
export function blankOf({ key, tag, row, subject, value }: AccessEntry): Blank | undefined {
  if (!value) return undefined;
  const before = !tag && tagRow(key.text) ? /^(:[ \t]*[^ \t]+)[ \t]+[^ \t]/.exec(value.text)?.[1] : undefined;
  if (before) return { meant: key.text + before.replace(/[ \t]+/, ''), keyEnd: value.start + before.length };
  if (!row || subject.text !== '') return undefined;
  const after = /^([^ \t]+)[ \t]+([^ \t].*)$/s.exec(value.text);
  if (!after || !isValueOf(row.valueKind, row.values, after[2]!) || isValueOf(row.valueKind, row.values, value.text))
    return undefined;
  return { meant: key.text + after[1]!, keyEnd: value.start + after[1]!.length };
}

function isValueOf(kind: string, words: readonly string[] | undefined, text: string): boolean {
  if (kind === 'number') return /^\d+$/.test(text);
  if (kind === 'word') return words!.includes(text.toUpperCase());
  if (kind === 'tls') return isTlsRequirement(text);
  return kind === 'action' && parseAction({ start: 0, end: text.length, text }).kind !== 'text';
}
