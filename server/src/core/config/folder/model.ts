/** A mail folder: sendmail.mc and the files it reads, as far as they lie together. What one file means for another stands here. */
import type { AccessModel } from '../access/model';
import type { AliasModel } from '../aliases/model';
import type { DomainsModel } from '../domains/model';
import type { McModel } from '../mc/model';
import type { TableModel, TableName } from '../tables/model';
import type { LanguageId } from '../../language';
import type { Finding, HasSource, Severity } from '../../problem';
import { partsOf } from './places';

/** A file of the folder with its model. */
export interface FolderFile<M extends HasSource = HasSource> {
  readonly uri: string;
  /** The last part of its path. */
  readonly name: string;
  readonly language: LanguageId;
  readonly model: M;
}

export type ListName = 'local-host-names' | 'relay-domains' | 'generics-domains' | 'trusted-users';

/** The files of a folder by what they are. Each is there at most once: `partsOf` says which of those that could be it. */
export interface MailFolder {
  readonly files: readonly FolderFile[];
  /** The names of all files that lie there, of a language of ours or not: `access.db`. */
  readonly names: ReadonlySet<string>;
  /** sendmail.mc; submit.mc makes a sendmail.cf of its own that reads none of the tables. */
  readonly mc?: FolderFile<McModel>;
  readonly aliases?: FolderFile<AliasModel>;
  readonly access?: FolderFile<AccessModel>;
  readonly tables: ReadonlyMap<TableName, FolderFile<TableModel>>;
  /** By the name it has today; a list that sendmail's documents do not name, such as virtual-domains, by its own. */
  readonly lists: ReadonlyMap<string, FolderFile<DomainsModel>>;
}

/** One thing that can be wrong between the files of a folder. One small file a rule; its page is docs/rules/folder/<name>.md. */
export interface FolderRule {
  /** Stable and in kebab case: `folder/tag-needs-feature`. */
  readonly id: string;
  readonly severity: Severity;
  /** Calls `report` for each finding, with the file it stands in. */
  check(folder: MailFolder, report: (file: FolderFile, finding: Finding) => void): void;
}

/** Older names of class files, and what they are today. */
const listNames: Readonly<Record<string, ListName>> = {
  'local-host-names': 'local-host-names',
  'sendmail.cw': 'local-host-names',
  'relay-domains': 'relay-domains',
  'sendmail.cR': 'relay-domains',
  'generics-domains': 'generics-domains',
  'trusted-users': 'trusted-users',
  'sendmail.ct': 'trusted-users',
};

/**
 * Sorts the files of a folder. `names` are those of all its files, whether they are among `files` or not. Of a folder without a
 * sendmail.mc (or with several .mc files and none of that name) there is no `mc`: what depends on it is then not known.
 */
export function mailFolder(files: readonly FolderFile[], names: Iterable<string> = []): MailFolder {
  const all = new Set([...names, ...files.map((f) => f.name)]);
  const parts = partsOf(all);
  const part = <M extends HasSource>(id: LanguageId): FolderFile<M> | undefined =>
    files.find((f) => f.language === id && parts.has(f.name) && f.name !== 'submit.mc') as FolderFile<M> | undefined;
  const mc = part<McModel>('sendmail-mc');
  const aliases = part<AliasModel>('mail-aliases');
  const access = part<AccessModel>('sendmail-access');
  const tables = new Map<TableName, FolderFile<TableModel>>();
  for (const name of ['virtusertable', 'mailertable', 'domaintable', 'genericstable'] as const) {
    const file = part<TableModel>(`sendmail-${name}`);
    if (file) tables.set(name, file);
  }
  const lists = new Map<string, FolderFile<DomainsModel>>();
  for (const file of files) {
    if (file.language !== 'sendmail-domains' || file.name === 'rcpthosts') continue;
    const name = Object.hasOwn(listNames, file.name) ? listNames[file.name]! : file.name;
    if (!lists.has(name)) lists.set(name, file as FolderFile<DomainsModel>);
  }
  return {
    files,
    names: all,
    ...(mc && { mc }),
    ...(aliases && { aliases }),
    ...(access && { access }),
    tables,
    lists,
  };
}
