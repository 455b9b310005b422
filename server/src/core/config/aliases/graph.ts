/** Where aliases lead: resolving names, loops and depth, each worked out once for the whole file and in time linear in it. */
import { aliasKey } from '../mailAddress';
import { isLookedUp } from './leads';
import type { AliasEntry, AliasModel, Target } from './model';

/** sendmail gives up after this many aliases in a row (MaxAliasRecursion). */
export const MAX_DEPTH = 10;

/** The entry a target leads to, or undefined if it is delivered as it stands (a user, a remote address, a program, a file). */
export function resolve(model: AliasModel, target: Target): AliasEntry | undefined {
  const { address } = target;
  return isLookedUp(address) ? named(model, aliasKey(address)) : undefined;
}

/** The entry for a local name in lower case: `user+detail` is looked up whole, then as `user+*`, then as `user`. */
export function named(model: AliasModel, key: string): AliasEntry | undefined {
  const whole = model.kept.get(key);
  const plus = key.indexOf('+');
  if (whole || plus <= 0) return whole;
  return model.kept.get(`${key.slice(0, plus)}+*`) ?? model.kept.get(key.slice(0, plus));
}

/** What the graph of the file says of an entry. */
export interface Reach {
  /** How many aliases sendmail expands on the longest way, this one included; 0 within a loop. */
  readonly depth: number;
  /** The entries it goes round with, itself included; undefined if it is in no loop. An entry that names itself alone is in none. */
  readonly loop?: readonly AliasEntry[];
}

const cache = new WeakMap<AliasModel, ReadonlyMap<AliasEntry, Reach>>();

/** What the graph says of each entry that newaliases keeps and that leads to another; the depth of all others is 1. */
export function reachOf(model: AliasModel): ReadonlyMap<AliasEntry, Reach> {
  let reach = cache.get(model);
  if (!reach) {
    reach = computeReach(model);
    cache.set(model, reach);
  }
  return reach;
}

interface Visit {
  readonly entry: AliasEntry;
  readonly next: readonly AliasEntry[];
  readonly index: number;
  low: number;
  /** The next of `next` to look at. */
  at: number;
  depth: number;
}

/** Tarjan's strongly connected components without recursion; components come out with all they lead to done before. */
function computeReach(model: AliasModel): Map<AliasEntry, Reach> {
  const reach = new Map<AliasEntry, Reach>();
  const visits = new Map<AliasEntry, Visit>();
  const open: Visit[] = [];
  for (const root of model.unsettled) {
    // Most entries lead to no other: they need no search, and no place in the map.
    if (nextOf(model, root).length === 0 || visits.has(root)) continue;
    const path = [enter(model, root, visits, open)];
    while (path.length > 0) {
      const visit = path.at(-1)!;
      if (visit.at < visit.next.length) {
        const next = visit.next[visit.at++]!;
        const done = reach.get(next);
        const seen = visits.get(next);
        if (done) visit.depth = Math.max(visit.depth, done.depth);
        else if (seen) visit.low = Math.min(visit.low, seen.index);
        else path.push(enter(model, next, visits, open));
        continue;
      }
      path.pop();
      if (visit.low === visit.index) closeComponent(visit, open, reach);
      const parent = path.at(-1);
      if (parent) {
        parent.low = Math.min(parent.low, visit.low);
        parent.depth = Math.max(parent.depth, reach.get(visit.entry)?.depth ?? visit.depth);
      }
    }
  }
  return reach;
}

const NONE: readonly AliasEntry[] = [];

function nextOf(model: AliasModel, entry: AliasEntry): readonly AliasEntry[] {
  let next: AliasEntry[] | undefined;
  for (const target of entry.targets) {
    const found = resolve(model, target);
    if (found && found !== entry) (next ??= []).push(found);
  }
  return next ?? NONE;
}

function enter(model: AliasModel, entry: AliasEntry, visits: Map<AliasEntry, Visit>, open: Visit[]): Visit {
  const next = nextOf(model, entry);
  const visit = { entry, next, index: visits.size, low: visits.size, at: 0, depth: 0 };
  visits.set(entry, visit);
  open.push(visit);
  return visit;
}

function closeComponent(visit: Visit, open: Visit[], reach: Map<AliasEntry, Reach>): void {
  // lastIndexOf looks from the end, where the component is: the search costs no more than the component is large.
  const members = open.splice(open.lastIndexOf(visit));
  if (members.length === 1) {
    reach.set(visit.entry, { depth: visit.depth + 1 });
    return;
  }
  const loop = members.map((m) => m.entry);
  for (const entry of loop) reach.set(entry, { depth: 0, loop });
}
