/** Where mail goes from one entry to the next, through virtusertable and aliases: for circles, and for who delivers to whom. */
import type { Span } from '../../text';
import { named, resolve } from '../aliases/graph';
import type { AliasEntry } from '../aliases/model';
import { readAddress } from '../mailAddress';
import type { MapEntry } from '../map/scanner';
import { entryFor, nextOf } from '../tables/virtual';
import type { FolderFile, MailFolder } from './model';
import { isOwn, isVirtual } from './own';
import { setupOf } from './setup';

/** An entry that mail passes. */
export interface Station {
  readonly file: FolderFile;
  /** `office`, `info@shop.example.com`. */
  readonly name: string;
  /** Where the name stands. */
  readonly span: Span;
  /** The whole entry. */
  readonly whole: Span;
  readonly alias?: AliasEntry;
  readonly virtual?: MapEntry;
}

/** A way from one entry to the next: `from` is the recipient that leads there. */
export interface Step {
  readonly to: Station;
  readonly from: Span;
  /** True if only both files, or a local domain, make it a way: neither file alone shows it. */
  readonly crosses: boolean;
}

const stations = new WeakMap<MailFolder, Map<AliasEntry | MapEntry, Station>>();

/** The one station of an alias. */
export function stationOfAlias(folder: MailFolder, alias: AliasEntry): Station {
  const { start, end } = alias.name;
  return station(folder, alias, () => ({
    file: folder.aliases!,
    name: alias.name.text,
    span: { start, end },
    whole: { start: alias.start, end: alias.end },
    alias,
  }));
}

/** The one station of an entry of virtusertable. */
export function stationOfVirtual(folder: MailFolder, virtual: MapEntry): Station {
  const { start, end } = virtual.key;
  return station(folder, virtual, () => ({
    file: folder.tables.get('virtusertable')!,
    name: virtual.key.text,
    span: { start, end },
    whole: { start: virtual.start, end: virtual.end },
    virtual,
  }));
}

function station(folder: MailFolder, entry: AliasEntry | MapEntry, make: () => Station): Station {
  let known = stations.get(folder);
  if (!known) stations.set(folder, (known = new Map<AliasEntry | MapEntry, Station>()));
  let found = known.get(entry);
  if (!found) known.set(entry, (found = make()));
  return found;
}

/** Where mail goes on from an entry, in the order of its recipients; users, programs and other hosts are no entries. */
export function stepsFrom(folder: MailFolder, { alias, virtual }: Station): Step[] {
  if (alias) {
    return alias.targets.flatMap(({ start, end, address, text }): Step[] => {
      const from = { start, end };
      const next = resolve(folder.aliases!.model, { start, end, address, text });
      if (next) return [{ to: stationOfAlias(folder, next), from, crosses: false }];
      // A path of hosts, `relay!bob`, has no host of its own.
      const elsewhere = address.kind === 'remote' && !address.fault && address.host !== undefined;
      const to = elsewhere ? arrival(folder, address.user, address.host) : undefined;
      return to ? [{ to, from, crosses: true }] : [];
    });
  }
  return virtual ? stepFromVirtual(folder, virtual) : [];
}

function stepFromVirtual(folder: MailFolder, virtual: MapEntry): Step[] {
  const table = folder.tables.get('virtusertable')!;
  const { value } = virtual;
  if (!value || /^error[ \t]*:/i.test(value.text) || value.text.includes('%')) return [];
  const from = { start: value.start, end: value.end };
  const next = nextOf(table.model, virtual);
  if (next) return [{ to: stationOfVirtual(folder, next), from, crosses: false }];
  const address = readAddress(value.text);
  if (address.fault || (address.kind !== 'local' && address.kind !== 'remote')) return [];
  const to = address.host === undefined ? localName(folder, address.user) : arrival(folder, address.user, address.host);
  return to ? [{ to, from, crosses: true }] : [];
}

/** The entry that mail to `user@host` meets here: virtusertable comes before aliases. Undefined where the host is not surely ours. */
export function arrival(folder: MailFolder, user: string, host: string): Station | undefined {
  const table = folder.tables.get('virtusertable');
  if (table && setupOf(folder)?.feature('virtusertable').length && isVirtual(folder, host) === 'yes') {
    const entry = entryFor(table.model, user.toLowerCase(), host.toLowerCase());
    if (entry) return stationOfVirtual(folder, entry);
  }
  return isOwn(folder, host) === 'yes' ? localName(folder, user) : undefined;
}

/** The alias of a local name. */
function localName(folder: MailFolder, user: string): Station | undefined {
  const entry = folder.aliases && named(folder.aliases.model, user.toLowerCase());
  return entry && stationOfAlias(folder, entry);
}

/** Every entry that counts. */
export function allStations(folder: MailFolder): Station[] {
  return [
    ...[...(folder.aliases?.model.kept.values() ?? [])].map((e) => stationOfAlias(folder, e)),
    ...[...(folder.tables.get('virtusertable')?.model.kept.values() ?? [])].map((e) => stationOfVirtual(folder, e)),
  ];
}

interface Visit {
  readonly station: Station;
  readonly steps: readonly Step[];
  readonly index: number;
  low: number;
  at: number;
}

/**
 * Entries that lead in a circle which neither file shows by itself. Tarjan's components without recursion, begun only where a way
 * crosses: every such circle has such a place.
 */
export function circlesOf(folder: MailFolder): Station[][] {
  const circles: Station[][] = [];
  const visits = new Map<Station, Visit>();
  const closed = new Set<Station>();
  const open: Visit[] = [];
  const enter = (of: Station, steps = stepsFrom(folder, of)): Visit => {
    const visit = { station: of, steps, index: visits.size, low: visits.size, at: 0 };
    visits.set(of, visit);
    open.push(visit);
    return visit;
  };
  for (const root of allStations(folder)) {
    if (visits.has(root)) continue;
    const steps = stepsFrom(folder, root);
    if (!steps.some((s) => s.crosses)) continue;
    const path = [enter(root, steps)];
    while (path.length > 0) {
      const visit = path.at(-1)!;
      if (visit.at < visit.steps.length) {
        const { to } = visit.steps[visit.at++]!;
        const seen = visits.get(to);
        if (!seen) path.push(enter(to));
        else if (!closed.has(to)) visit.low = Math.min(visit.low, seen.index);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent) parent.low = Math.min(parent.low, visit.low);
      if (visit.low !== visit.index) continue;
      const members = open.splice(open.lastIndexOf(visit));
      for (const { station: one } of members) closed.add(one);
      if (members.length > 1 && crossesWithin(members)) circles.push(members.map((m) => m.station));
    }
  }
  return circles;
}

function crossesWithin(members: readonly Visit[]): boolean {
  const within = new Set(members.map((m) => m.station));
  return members.some((m) => m.steps.some((s) => s.crosses && within.has(s.to)));
}
