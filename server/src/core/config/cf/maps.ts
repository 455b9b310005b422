/** What a map needs behind its class, in a K line and in the map a FEATURE names: tried on sendmail 8.17.1, each letter of each class. */
import { t } from '@vscode/l10n';

/** Classes that read a file (or a socket, or a table of NIS), whose name stands behind the switches. */
const withFile = new Set(['hash', 'btree', 'text', 'nis', 'nisplus', 'userdb', 'stab', 'socket']);

/** The switches of most classes. */
const usualSwitches = 'adfkmoqtvzADNOST';
/** Classes with just those. */
const usual = new Set([...withFile, 'implicit', 'user', 'dns', 'program', 'bestmx', 'null', 'switch']);
const ldapRefuses = 'egijuyBCEFGIJLQUWXY023456789';

/** What is wrong behind the class of a map, as a message; undefined if nothing is known to be. */
export function mapFlaw(name: string, className: string, rest: string): string | undefined {
  const words = rest.split(/\s+/).filter((w) => w !== '');
  let file: string | undefined;
  for (let i = 0; i < words.length && file === undefined; i++) {
    const word = words[i]!;
    if (!word.startsWith('-')) {
      file = word;
      continue;
    }
    const letter = word[1] ?? '';
    const known =
      (usual.has(className) && className !== 'dns' && usualSwitches.includes(letter)) ||
      (className === 'ldap' && !ldapRefuses.includes(letter)) ||
      (className === 'syslog' && 'DLS'.includes(letter)) ||
      (!usual.has(className) && className !== 'ldap' && className !== 'syslog') ||
      className === 'dns';
    if (!known && /[A-Za-z0-9]/.test(letter))
      return t('{0} is not a switch of {1} maps; sendmail will not start.', word, className);
    // -k 2: the column may stand behind a blank.
    if (word === '-k' || word === '-v') i++;
  }
  if (withFile.has(className) && file === undefined)
    return t('The map {0} needs the name of its file; sendmail will not start.', name);
  // The switches end at the first word that is none; which words belong to a switch is known of the first only.
  if (className === 'ldap' && (words[0]?.startsWith('-') !== true || !words.some((w) => /^-[ko]/.test(w))))
    return t('An ldap map needs what to look for, such as -k (mail=%0); sendmail will not start.');
  if (className === 'dns' && !words.some((w) => w.startsWith('-R'))) {
    return t('A dns map needs the type to ask for, such as -R A; sendmail will not start.');
  }
  return undefined;
}
