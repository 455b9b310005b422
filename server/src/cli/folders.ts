/** The mail folders of the files that `check` looks at. */
import { readFileSync, readdirSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { mailFolder, type FolderFile, type MailFolder } from '../core/config/folder/model';
import { homesOf, languageInFolder, partsOf, type Home } from '../core/config/folder/places';
import { languages } from '../core/languages';
import { decodeText, isFile } from './files';

/** A file and the folder it lies in, which holds it under `uri`: `access` and `./access` are one. */
export interface InFolder {
  readonly folder: MailFolder;
  readonly uri: string;
}

/** Finds folders, each read once. Files in it that cannot be read are left out. */
export function findFolders(): (file: FolderFile) => InFolder {
  const known = new Map<string, MailFolder>();
  return (file) => {
    const [home, names] = homesOf(resolve(file.uri).split(sep).join('/'))
      .map((h) => [h, namesIn(h.folder)] as const)
      .find(([, found]) => found.length > 0) ?? [undefined, []];
    if (!home) return { folder: mailFolder([file]), uri: file.uri };
    let folder = known.get(home.folder);
    if (!folder) known.set(home.folder, (folder = readFolder(home, names)));
    const part = folder.files.find((f) => resolve(f.uri) === resolve(file.uri));
    return part ? { folder, uri: part.uri } : { folder: mailFolder([...folder.files, file], names), uri: file.uri };
  };
}

function readFolder(home: Home, names: readonly string[]): MailFolder {
  const paths = [...partsOf(names)].map((name) => `${home.folder}/${name}`);
  if (home.aliases && !names.includes('aliases')) paths.push(home.aliases);
  const files = paths.flatMap((path): FolderFile[] => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const language = languageInFolder(name);
    const text = language && readText(path);
    return text === undefined ? [] : [{ uri: path, name, language: language!, model: languages.get(language!)!.parse(text) }];
  });
  return mailFolder(files, names);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}

function readText(path: string): string | undefined {
  if (!isFile(path)) return undefined;
  try {
    return decodeText(readFileSync(path));
  } catch {
    return undefined;
  }
}
