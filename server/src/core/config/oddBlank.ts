/**
 * Characters that look like a blank, or like nothing, and are letters to m4, sendmail, makemap and newaliases, which know the
 * bytes of blank and tab alone: no-break and ideographic spaces, as web pages and input methods give them, and the byte order
 * mark of other editors (isspace in the C locale; sendmail 8.17.1, GNU m4 1.4.19).
 */
import { t } from '@vscode/l10n';
import type { Edit, Fix } from '../problem';

const oddBlanks = /[\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/g;
const unseen = /[\u200b-\u200d\u2060\ufeff]/;

/**
 * The repairs of all such characters of `text`, which stands at `from`: a blank in their place, nothing for what is not seen or
 * stands at either end.
 */
export function oddBlankEdits(text: string, from = 0): Edit[] {
  const first = text.length - text.trimStart().length;
  const last = text.trimEnd().length;
  return [...text.matchAll(oddBlanks)].map(({ index, 0: sign }) => ({
    start: from + index,
    end: from + index + 1,
    text: unseen.test(sign) || index < first || index >= last ? '' : ' ',
  }));
}

/** What to say of such a character, and the repair of `text`, all of it or a part around the place. */
export function oddBlank(text: string, from = 0): { message: string; fixes: Fix[] } | undefined {
  const edits = oddBlankEdits(text, from);
  const first = edits[0];
  if (!first) return undefined;
  const sign = text[first.start - from]!;
  const code = `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const message = unseen.test(sign)
    ? t(
        'The character {0} stands here and is not seen: to sendmail it is text. Take it away.',
        sign === '\ufeff' ? `${code} (byte order mark)` : code,
      )
    : t('This is no blank but the character {0}, which looks like one: to sendmail it is a letter. Write a blank.', code);
  return { message, fixes: [{ title: t('Write ordinary blanks'), edits, preferred: true }] };
}
