/** What a K line needs behind the class of its map: tried on sendmail 8.17.1. */
import { t } from '@vscode/l10n';

/** Classes that read a file (or a socket, or a table of NIS), whose name stands behind the switches. */
const withFile = new Set(['hash', 'btree', 'text', 'nis', 'nisplus', 'userdb', 'stab', 'socket']);

/** Switches with a value of their own, as `-k 2`; the others have it glued to them or none. */
const takesValue = new Set(['k', 'v', 'z', 'T', 'a', 'd', 'l', 'S']);

/** What is wrong with the rest of a K line, as a message; undefined if nothing is known to be. */
export function mapFlaw(name: string, className: string, rest: string): string | undefined {
  const words = rest.split(/\s+/).filter((w) => w !== '');
  if (withFile.has(className) && !hasFile(words, className)) {
    return t('The map {0} needs the name of its file; sendmail will not start.', name);
  }
  if (className === 'dns' && !words.some((w) => w.startsWith('-R'))) {
    return t('A dns map needs the type to ask for, such as -R A; sendmail will not start.');
  }
  if (className === 'regex' && words.length > 0 && words.every((w) => w.startsWith('-'))) return undefined;
  return undefined;
}

function hasFile(words: readonly string[], className: string): boolean {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!word.startsWith('-')) return true;
    if (word.length === 2 && takesValue.has(word[1]!) && className === 'text' && 'kvz'.includes(word[1]!)) i++;
  }
  return false;
}
