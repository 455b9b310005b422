/** Where an entry of virtusertable leads within the table: sendmail looks up the result again. */
import { readAddress } from '../mailAddress';
import type { MapEntry } from '../map/scanner';
import type { TableModel } from './model';

/** The entry that the result of `entry` meets next, or undefined if it leaves the table. */
export function nextOf(model: TableModel, entry: MapEntry): MapEntry | undefined {
  if (!entry.value || /^error[ \t]*:/i.test(entry.value.text)) return undefined;
  const [user = '', domain = ''] = splitKey(entry.folded);
  if (entry.value.text === '%0') return entry;
  // For @domain the user is any one that has no entry of its own: it stays unknown.
  const result = entry.value.text.replace(/%1/g, user || ANY).replace(/%[23]/g, '');
  const address = readAddress(result);
  if (address.fault || address.host === undefined || domain === '') return undefined;
  return entryFor(model, address.user.toLowerCase(), address.host.toLowerCase());
}

/** Stands for a user that is not known; no key has it. */
const ANY = '\u0001';

/** The entry for an address in lower case: whole, without its +detail, then for its whole domain. */
export function entryFor(model: TableModel, user: string, host: string): MapEntry | undefined {
  const plus = user.indexOf('+');
  const bare = plus > 0 ? user.slice(0, plus) : user;
  const { kept } = model;
  return (
    kept.get(`${user}@${host}`) ??
    (plus > 0 ? kept.get(`${bare}+*@${host}`) : undefined) ??
    kept.get(`${bare}@${host}`) ??
    kept.get(`@${host}`)
  );
}

function splitKey(key: string): [user: string, domain: string] | [] {
  const at = key.lastIndexOf('@');
  return at < 0 ? [] : [key.slice(0, at), key.slice(at + 1)];
}

/** The entries that lead back to themselves. Each entry leads to one other at most, so each is walked over once. */
export function loopingEntries(model: TableModel): MapEntry[] {
  const seen = new Map<MapEntry, number>();
  const looping: MapEntry[] = [];
  let round = 0;
  for (const start of model.kept.values()) {
    round++;
    const path: MapEntry[] = [];
    let entry: MapEntry | undefined = start;
    while (entry && !seen.has(entry)) {
      seen.set(entry, round);
      path.push(entry);
      entry = nextOf(model, entry);
    }
    if (entry && seen.get(entry) === round) for (const one of path.slice(path.indexOf(entry))) looping.push(one);
  }
  return looping.sort((a, b) => a.start - b.start);
}
