/** Which names newaliases takes for a name at all. */
import { t } from '@vscode/l10n';
import { copyOf } from '../blocks/blocks';
import type { AliasContent, AliasModel, AliasName } from './model';

/** Why newaliases of sendmail 8.17.1 refuses the name itself, in the user's words; undefined if it takes it. */
export function nameFault({ address, text }: AliasName): string | undefined {
  if (text === '' || text === '\\') return t('No name stands before the colon: newaliases refuses the line.');
  if (/[\x00-\x08\x0e-\x1f\x7f]/.test(text)) return t('There is a control character in the name: newaliases refuses it.');
  if (address.kind !== 'program' && hasComma(text))
    return t('A comma cannot stand in a name: newaliases refuses the line. Write an entry for each name.');
  if (text.length > 255) return t('The name is longer than 255 characters: newaliases refuses it.');
  switch (address.fault) {
    case '"':
      return t('A double quote in the name has no partner, and the colon is read as part of it: newaliases refuses the line.');
    case '(':
    case ')':
    case '<':
    case '>':
      return t("The '{0}' in the name has no partner: newaliases refuses the line.", address.fault);
    case 'nothing':
      return t('The name is a comment alone: newaliases refuses the line.');
    default:
      return undefined;
  }
}

/** True if a comma with something behind it stands outside quotes and comments. */
function hasComma(text: string): boolean {
  return text.includes(',') && !text.includes('<') && /,\s*\S/.test(text.replace(/"[^"]*"|\\.|\([^)]*\)?/g, ''));
}

/** Shorter names are near to too many others. */
export const SHORTEST_WORD = 5;

/** Names of that length without a digit, at the start of a line. */
const WORDS = /^[a-z_][a-z_.+-]{4,100}(?=[ \t]*:)/gim;

const known = new WeakMap<AliasContent, readonly string[]>();

/**
 * The names in lower case that have no digit in them, nothing odd, and are not shorter than `SHORTEST_WORD`; some may be none that
 * newaliases takes.
 */
export function wordsIn({ blocks, source }: AliasModel): string[] {
  return blocks.flatMap(({ start, end, content }) => {
    let words = known.get(content);
    if (!words) known.set(content, (words = (copyOf(source.text, start, end).match(WORDS) ?? []).map((w) => w.toLowerCase())));
    return words;
  });
}
