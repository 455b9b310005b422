/** Which files make a mail folder, by their paths alone. Paths have forward slashes; URIs do as well. */
import type { LanguageId } from '../../language';
import { languageOfPath } from '../../languages';

/** Where the files lie that belong to one of them: a folder, and the aliases that some systems keep beside it. */
export interface Home {
  /** Without a slash at the end. */
  readonly folder: string;
  readonly aliases?: string;
}

/** The homes a file may belong to, the likeliest first: for /etc/aliases that is /etc/mail, where there is one, and then /etc. */
export function homesOf(path: string): Home[] {
  const slash = path.lastIndexOf('/');
  // A text that was never saved lies nowhere: untitled:Untitled-1.
  if (slash < 0 && path.includes(':')) return [];
  const folder = slash < 0 ? '.' : path.slice(0, slash);
  if (/(^|\/)mail$/.test(folder)) return [{ folder, aliases: folder.replace(/(^|\/)mail$/, '$1aliases') }];
  const own = { folder };
  return path.slice(slash + 1) === 'aliases' ? [{ folder: `${folder}/mail`, aliases: path }, own] : [own];
}

/** The language of a file that lies in a mail folder, by its name; undefined for what is no part of the configuration. */
export function languageInFolder(name: string): LanguageId | undefined {
  const language = languageOfPath(`mail/${name}`);
  return language === 'smtp-transcript' ? undefined : language;
}

/** Files that several of may lie in a folder, with the name sendmail's own documents give them. Of all other languages each file counts. */
const ownNames: Partial<Readonly<Record<LanguageId, string>>> = {
  'sendmail-mc': 'sendmail.mc',
  'sendmail-access': 'access',
  'mail-aliases': 'aliases',
  'sendmail-virtusertable': 'virtusertable',
  'sendmail-mailertable': 'mailertable',
  'sendmail-domaintable': 'domaintable',
  'sendmail-genericstable': 'genericstable',
};

/**
 * Those of the names in a folder that make it a mail folder. Of several tables of one kind (`access` and `old.access`) it is the one
 * that has the table's own name; if none has, nobody can say which is in use, and none counts.
 */
export function partsOf(names: Iterable<string>): Set<string> {
  const parts = new Set<string>();
  const others = new Map<LanguageId, string[]>();
  for (const name of names) {
    const language = languageInFolder(name);
    if (!language) continue;
    const own = ownNames[language];
    // submit.mc is never meant where another is.
    if (own === undefined || own === name || name === 'submit.mc') parts.add(name);
    else others.set(language, [...(others.get(language) ?? []), name]);
  }
  for (const [language, found] of others) if (found.length === 1 && !parts.has(ownNames[language]!)) parts.add(found[0]!);
  return parts;
}
