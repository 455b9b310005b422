/** The mail folders of the open documents: each with the files beside it, open or not, read once until they change. */
import { DidChangeWatchedFilesNotification, type ClientCapabilities, type Connection } from 'vscode-languageserver';
import { utf8OfBytes } from './core/bytes';
import { mailFolder, type FolderFile, type MailFolder } from './core/config/folder/model';
import { homesOf, languageInFolder, partsOf, type Home } from './core/config/folder/places';
import { languages } from './core/languages';
import type { Documents, Opened } from './documents';
import type { Host } from './host';
import { nameOf } from './uris';

export interface Folders {
  /** The folder a file lies in. The same object as long as nothing in it changes. */
  of(uri: string): Promise<MailFolder>;
  /** True if `of` need not read the disk first. */
  isRead(uri: string): boolean;
  /** Every folder that an open document lies in, and those of the workspace: its roots, and mail or etc/mail below them. */
  all(): Promise<MailFolder[]>;
  /** Called when a file on disk changed. */
  onChange(listener: () => void): void;
}

/** What is known of a folder on disk. */
interface Known {
  readonly home: Home;
  readonly names: readonly string[];
  /** The files, those that are open under what they had on disk. */
  readonly files: ReadonlyMap<string, FolderFile>;
}

interface Reading {
  /** Undefined where there is no such folder. */
  readonly found: Promise<Known | undefined>;
  /** Once it is found. */
  result?: { readonly folder: Known | undefined };
}

/** Larger files are no tables that anybody wrote; reading them would only hold up the rest. In characters. */
const LONGEST = 20_000_000;

/**
 * Follows the folders of the documents. `roots`: the folders of the workspace, as URIs without a final slash; `whenReady` runs what
 * must wait until the client is initialized. Registers its handlers on `connection`.
 */
export function followFolders(
  connection: Connection,
  documents: Documents,
  host: Host,
  capabilities: ClientCapabilities,
  roots: readonly string[],
  whenReady: (then: () => void) => void,
): Folders {
  const known = new Map<string, Reading>();
  const built = new Map<string, MailFolder>();
  const listeners: (() => void)[] = [];

  // What was open counts with what it has on disk again, which may be new.
  documents.onClose(() => known.clear());
  connection.onDidChangeWatchedFiles(() => {
    known.clear();
    for (const listener of listeners) listener();
  });
  if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const watchers = [{ globPattern: '**/{mail,etc}/*' }, { globPattern: `**/{${WATCHED.join(',')}}` }];
    whenReady(() => void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {}));
  }

  async function read(home: Home): Promise<Known | undefined> {
    let names: readonly string[];
    try {
      names = await host.list(home.folder);
    } catch {
      // A document without a folder, or one that cannot be looked into: it stands alone.
      return undefined;
    }
    const uris = [...partsOf(names)].map((name) => `${home.folder}/${encodeURIComponent(name)}`);
    if (home.aliases && !uris.includes(home.aliases)) uris.push(home.aliases);
    const files = await Promise.all(uris.map((uri) => readFile(uri)));
    return { home, names, files: new Map(files.flatMap((f) => (f ? [[f.uri, f] as const] : []))) };
  }

  async function readFile(uri: string): Promise<FolderFile | undefined> {
    try {
      const name = nameOf(uri);
      const language = languages.get(languageInFolder(name)!)!;
      const bytes = await host.read(uri);
      if (bytes.length > LONGEST) return undefined;
      return { uri, name, language: language.id, model: language.parse(utf8OfBytes(bytes)) };
    } catch {
      return undefined;
    }
  }

  function reading(home: Home): Reading {
    let begun = known.get(home.folder);
    if (!begun) {
      begun = { found: read(home) };
      known.set(home.folder, begun);
      void begun.found.then((folder) => (begun!.result = { folder }));
    }
    return begun;
  }

  async function home(uri: string): Promise<Known | undefined> {
    for (const one of homesOf(uri)) {
      const folder = await reading(one).found;
      if (folder) return folder;
    }
    return undefined;
  }

  /** The folder as it is now: what is open counts with its text in the editor. */
  async function of(uri: string): Promise<MailFolder> {
    const on = await home(uri);
    const files = new Map(on?.files);
    for (const open of documents.all()) {
      const belongs = on ? open === on.home.aliases || folderOf(open) === on.home.folder : open === uri;
      const document = belongs ? documents.get(open) : undefined;
      if (isConfiguration(document)) files.set(open, fileOf(document));
    }
    const key = on?.home.folder ?? uri;
    const before = built.get(key);
    const now = [...files.values()];
    if (before && before.files.length === now.length && before.files.every((f, i) => f.model === now[i]!.model)) return before;
    const folder = mailFolder(now, on?.names);
    built.set(key, folder);
    return folder;
  }

  return {
    of,
    isRead(uri) {
      const results = homesOf(uri).map(({ folder }) => known.get(folder)?.result);
      const first = results.findIndex((r) => r === undefined || r.folder !== undefined);
      return first < 0 || results[first] !== undefined;
    },
    async all() {
      const open = documents.all().filter((uri) => isConfiguration(documents.get(uri)));
      const below = roots.flatMap((root) => ['', '/mail', '/etc/mail'].map((path) => `${root}${path}/sendmail.mc`));
      const found = await Promise.all([...open, ...below].map(of));
      return [...new Set(found)].filter((f) => f.files.length > 0);
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

/** Names that are claimed wherever they lie. */
const WATCHED = [
  'sendmail.mc',
  'aliases',
  'virtusertable',
  'mailertable',
  'domaintable',
  'genericstable',
  'local-host-names',
  'sendmail.cw',
  'relay-domains',
  'generics-domains',
  'trusted-users',
];

/** Documents of the configuration; a transcript belongs to no mail folder. */
export function isConfiguration(document: Opened | undefined): document is Opened {
  return document !== undefined && document.language.id !== 'smtp-transcript';
}

function fileOf({ uri, language, model }: Opened): FolderFile {
  return { uri, name: nameOf(uri), language: language.id, model };
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
