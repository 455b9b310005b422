/** Rewritings that reach over two files: who may relay, from relay-domains into the access table and back. */
import { t } from '@vscode/l10n';
import type { Fix } from '../../problem';
import { overlaps, type Span } from '../../text';
import type { AccessEntry } from '../access/model';
import { addressForm } from '../map/address';
import { lastLines, wholeLines } from '../map/edits';
import type { FolderFile, MailFolder } from './model';

/** What can be moved from where `at` stands. Needs both files. */
export function refactorsInFolder(folder: MailFolder, uri: string, at: Span): Fix[] {
  const { access } = folder;
  const list = folder.lists.get('relay-domains');
  if (!access || !list) return [];
  if (uri === list.uri) return intoAccess(list, access, at);
  return uri === access.uri ? intoList(access, list, at) : [];
}

/** A name there lets clients in it send anywhere, and anybody send to it; a network only the first. */
function intoAccess(list: NonNullable<ReturnType<MailFolder['lists']['get']>>, access: FolderFile, at: Span): Fix[] {
  const entry = list.model.entries.find((e) => overlaps(e, at));
  if (!entry) return [];
  const name = entry.name.text.replace(/^([\d.]*\d)\.$/, '$1').replace(/^\./, '');
  const keys = isClient(name) ? [`Connect:${name}`] : [`Connect:${name}`, `To:${name}`];
  return [
    {
      title: t('Move {0} to {1}', entry.name.text, access.name),
      edits: [
        { ...wholeLines(list.model.source, entry), text: '' },
        lastLines(
          access,
          keys.map((key) => `${key}\tRELAY`),
        ),
      ],
    },
  ];
}

/** The same is said there only of a network, or of a domain that both Connect: and To: let relay. */
function intoList(access: NonNullable<MailFolder['access']>, list: FolderFile, at: Span): Fix[] {
  const { entries, source } = access.model;
  const entry = entries.find((e) => overlaps(e, at));
  if (!entry || !relays(entry) || !entry.row) return [];
  const name = entry.subject.text.toLowerCase();
  const same = entries.filter((e) => relays(e) && e.row && e.subject.text.toLowerCase() === name);
  const tags = new Set(same.map((e) => e.row!.name));
  const whole = isClient(name) ? tags.has('Connect') && !tags.has('To') : tags.has('Connect') && tags.has('To');
  if (!whole || name === '' || [...tags].some((tag) => tag !== 'Connect' && tag !== 'To')) return [];
  return [
    {
      title: t('Move {0} to {1}', entry.subject.text, list.name),
      edits: [...same.map((e) => ({ ...wholeLines(source, e), text: '' })), lastLines(list, [entry.subject.text])],
    },
  ];
}

function relays({ action }: AccessEntry): boolean {
  return action?.kind === 'word' && action.word === 'RELAY';
}

function isClient(name: string): boolean {
  return addressForm(name) !== undefined;
}
