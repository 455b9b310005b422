/** Who and what the files of a folder name: users, domains and addresses of clients, each with all its places. */
import { contains, type Span } from '../../text';
import { aliasKey, readAddress } from '../mailAddress';
import type { MapEntry, Token } from '../map/scanner';
import { isError } from '../tables/errorValue';
import type { TableName } from '../tables/model';
import { hostsOf, readRoute } from '../tables/route';
import { directiveRows } from '../entries';
import type { FolderFile, MailFolder } from './model';
import { isOwn } from './own';

/** One place where a name stands. The span holds the name alone: of `@example.com` what follows the sign. */
export interface Mention extends Span {
  readonly file: FolderFile;
  /** `user`: a local name or alias. */
  readonly kind: 'user' | 'domain' | 'client';
  /** In lower case. */
  readonly name: string;
  /** True where the name gets its meaning: an alias, a line of local-host-names, a key. */
  readonly defines: boolean;
}

const known = new WeakMap<MailFolder, readonly Mention[]>();

/** All of them, file by file in the order of the text. */
export function mentionsIn(folder: MailFolder): readonly Mention[] {
  let found = known.get(folder);
  if (!found) known.set(folder, (found = collect(folder)));
  return found;
}

/** The name at an offset of a file. */
export function mentionAt(folder: MailFolder, uri: string, offset: number): Mention | undefined {
  return mentionsIn(folder).find((m) => m.file.uri === uri && contains(m, offset));
}

/** Every place of the same name. */
export function sameAs(folder: MailFolder, mention: Mention): Mention[] {
  return mentionsIn(folder).filter((m) => m.kind === mention.kind && m.name === mention.name);
}

function collect(folder: MailFolder): Mention[] {
  const found: Mention[] = [];
  if (folder.aliases) inAliases(folder, found);
  for (const [name, file] of folder.tables) for (const entry of file.model.entries) inTable(folder, name, file, entry, found);
  if (folder.access) inAccess(folder, found);
  for (const [name, file] of folder.lists)
    for (const { name: token } of file.model.entries)
      add(found, file, name === 'trusted-users' ? 'user' : kindOf(token.text), token, name !== 'trusted-users');
  if (folder.mc) inMc(folder, found);
  return found;
}

function inAliases(folder: MailFolder, found: Mention[]): void {
  const file = folder.aliases!;
  for (const entry of file.model.entries) {
    if (entry.name.key !== undefined) add(found, file, 'user', withText(file, entry.name), true, entry.name.key);
    for (const target of entry.targets) {
      const { address } = target;
      if (address.fault) continue;
      if (address.kind === 'local') add(found, file, 'user', withText(file, target), false, aliasKey(address));
      else if (address.kind === 'remote') inAddress(folder, file, withText(file, target), false, found);
    }
  }
}

function inTable(folder: MailFolder, name: TableName, file: FolderFile, { key, value }: MapEntry, found: Mention[]): void {
  switch (name) {
    case 'virtusertable':
      inAddress(folder, file, key, true, found);
      if (value && !isError(value) && !value.text.includes('%')) inRecipient(folder, file, value, found);
      break;
    case 'genericstable':
      if (key.text.includes('@')) inAddress(folder, file, key, true, found);
      else add(found, file, 'user', key, false);
      if (value) inAddress(folder, file, value, false, found);
      break;
    case 'domaintable':
      add(found, file, 'domain', key, true);
      if (value) add(found, file, 'domain', value, false);
      break;
    case 'mailertable': {
      add(found, file, 'domain', afterDot(key), true);
      const route = value && !isError(value) ? readRoute(value) : undefined;
      for (const host of route ? hostsOf(route) : []) add(found, file, kindOf(inner(host).text), inner(host), false);
    }
  }
}

function inAccess(folder: MailFolder, found: Mention[]): void {
  const file = folder.access!;
  for (const { subject, address } of file.model.entries) {
    if (subject.text.includes('@')) inAddress(folder, file, subject, true, found);
    else if (address) add(found, file, 'client', subject, true);
    else add(found, file, 'domain', afterDot(subject), true);
  }
}

/** Macros of an .mc file that take domains or users as they are. */
function inMc(folder: MailFolder, found: Mention[]): void {
  const file = folder.mc!;
  for (const call of file.model.calls) {
    if (!call.runs) continue;
    const row = directiveRows.get(call.name);
    if (call.name !== 'MASQUERADE_AS' && row?.takes !== 'names') continue;
    const kind = row?.className === 'E' || row?.className === 'L' ? 'user' : 'domain';
    const { text } = file.model.source;
    for (const { span } of call.args)
      for (const word of words(text.slice(span.start, span.end), span.start)) add(found, file, kind, word, false);
  }
}

function inRecipient(folder: MailFolder, file: FolderFile, token: Token, found: Mention[]): void {
  if (token.text.includes('@')) inAddress(folder, file, token, false, found);
  else if (readAddress(token.text).plain) add(found, file, 'user', token, false);
}

/** The domain of an address, and its user where the domain is our own. */
function inAddress(folder: MailFolder, file: FolderFile, token: Token, defines: boolean, found: Mention[]): void {
  const at = token.text.lastIndexOf('@');
  if (at < 0) return;
  const domain = part(token, at + 1, token.text.length);
  const user = part(token, 0, at);
  // In a table the key `info@shop.example.com` is a name of its own, not the local user info.
  const local = domain.text === '' || (!defines && isOwn(folder, domain.text) === 'yes');
  if (local && /^[\w.-]+$/.test(user.text)) add(found, file, 'user', user, false);
  if (domain.text !== '') add(found, file, 'domain', domain, defines);
}

function add(
  found: Mention[],
  file: FolderFile,
  kind: Mention['kind'],
  { start, end, text }: Token,
  defines: boolean,
  name = text.toLowerCase(),
): void {
  if (text === '' || name === '') return;
  // `\\bob` and `"bob"` hold the name bob.
  const at = text.length === name.length ? 0 : text.toLowerCase().indexOf(name);
  if (at >= 0) found.push({ file, kind, name, start: start + at, end: Math.min(end, start + at + name.length), defines });
}

function withText(file: FolderFile, { start, end }: Span): Token {
  return { start, end, text: file.model.source.text.slice(start, end) };
}

function part(token: Token, from: number, to: number): Token {
  return { start: token.start + from, end: token.start + to, text: token.text.slice(from, to) };
}

function afterDot(token: Token): Token {
  return token.text.startsWith('.') ? part(token, 1, token.text.length) : token;
}

/** A host without the brackets that keep it from an MX lookup. */
function inner(token: Token): Token {
  return /^\[.*\]$/.test(token.text) ? part(token, 1, token.text.length - 1) : token;
}

function kindOf(name: string): 'domain' | 'client' {
  return /^[\d.]+$|:/.test(name) ? 'client' : 'domain';
}

function words(text: string, from: number): Token[] {
  return [...text.matchAll(/[^\s`']+/g)].map((m) => ({ start: from + m.index, end: from + m.index + m[0].length, text: m[0] }));
}
