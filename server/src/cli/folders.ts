/** The mail folders of the files that `check` looks at. */
import { readFileSync, readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { mailFolder, type FolderFile, type MailFolder } from '../core/config/folder/model';
import { homesOf, languageInFolder, type Home } from '../core/config/folder/places';
import { languages } from '../core/languages';
import { decodeText } from './files';

/** Finds folders, each read once. Files in it that cannot be read are left out. */
export function findFolders(): (file: FolderFile) => MailFolder {
  const known = new Map<string, MailFolder>();
  return (file) => {
    const [home, names] = homesOf(file.uri.split(sep).join('/'))
      .map((h) => [h, namesIn(h.folder)] as const)
      .find(([, found]) => found.length > 0) ?? [undefined, []];
    if (!home) return mailFolder([file]);
    let folder = known.get(home.folder);
    if (!folder) known.set(home.folder, (folder = readFolder(home, names, file)));
    return folder;
  };
}

function readFolder(home: Home, names: readonly string[], file: FolderFile): MailFolder {
  const paths = names.map((name) => `${home.folder}/${name}`);
  if (home.aliases && !names.includes('aliases')) paths.push(home.aliases);
  const files = paths.flatMap((path): FolderFile[] => {
    if (path === file.uri) return [file];
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
  try {
    return decodeText(readFileSync(path));
  } catch {
    return undefined;
  }
}
