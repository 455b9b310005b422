/** What an entry leads to in its own file. */
import { hashOf } from '../blocks/keys';
import { aliasKey, type Address } from '../mailAddress';
import type { AliasEntry, Leads } from './model';

/** True for a recipient that is looked up among the aliases again. */
export function isLookedUp({ kind, host, escaped, fault }: Address): boolean {
  if (kind === 'remote' ? host?.toLowerCase() !== 'localhost' : kind !== 'local') return false;
  return !escaped && !fault;
}

/** Adds what the entry of a number leads to. */
export function addLeads(number: number, { name, targets }: AliasEntry, { from, to, closer }: Leads): void {
  const [only] = targets;
  // To itself, at what may be a name of this host.
  let needsLook = targets.length === 1 && only!.address.host !== undefined && only!.address.user.toLowerCase() === name.key;
  for (const { address } of targets) {
    if (!isLookedUp(address)) continue;
    const key = aliasKey(address);
    if (key.includes('+')) needsLook = true;
    from.push(number);
    to.push(hashOf(key));
  }
  if (needsLook) closer.push(number);
}

/** True if a list in a file is among the recipients. */
export function leadsToList({ targets }: AliasEntry): boolean {
  return targets.some(({ address }) => address.kind === 'include');
}
