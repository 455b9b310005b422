/** What a map needs behind its class, in a K line and in the map a FEATURE names: tried on sendmail 8.17.1, each letter of each class. */
import { t } from '@vscode/l10n';

/** Classes that read a file (or a socket, or a table of NIS), whose name stands behind the switches. */
const withFile = new Set(['hash', 'btree', 'text', 'nis', 'nisplus', 'userdb', 'stab', 'socket', 'implicit']);

/** The switches of most classes. */
const usualSwitches = 'adfkmoqtvzADNOST';
/** Classes with just those. */
const usual = new Set([...withFile, 'user', 'dns', 'program', 'bestmx', 'null', 'switch']);
const ldapRefuses = 'egijuyBCEFGIJLQUWXY023456789';
/** Switches of LDAP maps that take the next word, if nothing stands right behind them. */
const ldapWithWord = 'bdhklprsvwHMPZ';

/** What is wrong behind the class of a map, as a message; undefined if nothing is known to be. */
export function mapFlaw(name: string, className: string, rest: string): string | undefined {
  // The line ends at a line end that no blank follows.
  const words = wordsOf(/^[^\n]*(?:\n[ \t][^\n]*)*/.exec(rest)![0]);
  let file: string | undefined;
  let filter = false;
  for (let i = 0; i < words.length && file === undefined; i++) {
    const word = words[i]!;
    if (!word.startsWith('-')) {
      file = word;
      continue;
    }
    const letter = word[1] ?? '';
    const known =
      (usual.has(className) && className !== 'dns' && usualSwitches.includes(letter)) ||
      (className === 'ldap' && /^\w/.test(letter) && !ldapRefuses.includes(letter)) ||
      (className === 'syslog' && 'DLS'.includes(letter)) ||
      (!usual.has(className) && className !== 'ldap' && className !== 'syslog') ||
      className === 'dns';
    if (!known || (letter === '' && (usual.has(className) || className === 'ldap')))
      return t('{0} is not a switch of {1} maps; sendmail will not start.', word, className);
    filter ||= letter === 'k';
    // -k 2: the column may stand behind a blank.
    if (word.length === 2 && (className === 'ldap' ? ldapWithWord : 'kv').includes(letter)) i++;
  }
  if (withFile.has(className) && file === undefined)
    return t('The map {0} needs the name of its file; sendmail will not start.', name);
  if (className === 'ldap' && !filter) {
    return file === undefined
      ? t('An ldap map needs what to look for, such as -k (mail=%0); sendmail will not start.')
      : t('The switches end at {0}, before any -k with what to look for; sendmail will not start.', file);
  }
  if (className === 'dns' && !words.some((w) => w.startsWith('-R'))) {
    return t('A dns map needs the type to ask for, such as -R A; sendmail will not start.');
  }
  return undefined;
}

/** Words; blanks within double quotes do not part them. */
function wordsOf(text: string): string[] {
  return text.match(/"[^"]*"?|[^\s"]+/g) ?? [];
}
