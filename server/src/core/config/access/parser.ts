/** Splits the keys of an access table into tag and subject and reads the values; takes any string, in time linear in it. */
import { accessTags, type AccessTagRow } from '../../knowledge/accessTags';
import { addressForm } from '../map/address';
import { createMapModel, type MapForm } from '../map/model';
import { foldKey, type MapEntry, type Token } from '../map/scanner';
import { parseAction } from './action';
import { PLAIN } from './plain';
import type { AccessEntry, AccessModel } from './model';

const rows: ReadonlyMap<string, AccessTagRow> = new Map(accessTags.map((row) => [foldKey(row.name), row]));

/** How entries of an access table are read. */
export const accessForm: MapForm<AccessEntry> = { read: parseEntry, plain: PLAIN };

/** The model of an access table. */
export function parseAccess(text: string, before?: AccessModel): AccessModel {
  return createMapModel(text, accessForm, before);
}

/** What is known of a tag, whatever its case. */
export function tagRow(name: string): AccessTagRow | undefined {
  return rows.get(foldKey(name));
}

function parseEntry({ start, end, key, folded, value }: MapEntry): AccessEntry {
  const { tag, subject } = splitKey(key);
  const row = tag && tagRow(tag.text);
  const isAction = !tag || row?.valueKind === 'action';
  const action = isAction && value ? parseAction(value) : undefined;
  return { start, end, key, folded, value, tag, row, subject, address: addressForm(subject.text), action };
}

/** A tag is a word before the first colon, unless the colon belongs to an IPv6 address. */
function splitKey(key: Token): { tag?: Token; subject: Token } {
  const name = /^[A-Za-z][\w-]{0,63}(?=:)/.exec(key.text)?.[0];
  if (!name || foldKey(name) === 'ipv6' || addressForm(key.text)) return { subject: key };
  const end = key.start + name.length;
  return {
    tag: { start: key.start, end, text: name },
    subject: { start: end + 1, end: key.end, text: key.text.slice(name.length + 1) },
  };
}
