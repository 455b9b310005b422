/** What of an alias file stands at an offset, and where else the same name stands. */
import { contains, type Span } from '../../text';
import { aliasKey } from '../mailAddress';
import { resolve } from './graph';
import type { AliasEntry, AliasModel, Target } from './model';

export type Place = { readonly entry: AliasEntry } | { readonly entry: AliasEntry; readonly target: Target };

/** The entry whose name or the recipient that stands at `offset`. */
export function placeIn(model: AliasModel, offset: number): Place | undefined {
  const entry = model.at(offset);
  if (!entry) return undefined;
  if (contains(entry.name, offset)) return { entry };
  const target = entry.targets.find((x) => contains(x, offset));
  return target && { entry, target };
}

/** Where the alias at `offset` is defined: the entry that counts. */
export function definitionOf(model: AliasModel, offset: number): Span[] {
  const entry = meantAt(model, offset);
  return entry ? [spanOf(entry.name)] : [];
}

/** Every place of the alias at `offset`: its entries, also those that do not count, and the recipients that lead to it. */
export function referencesTo(model: AliasModel, offset: number): Span[] {
  const place = placeIn(model, offset);
  if (!place) return [];
  const entry = meantAt(model, offset);
  const key =
    entry?.name.key ?? ('target' in place && place.target.address.kind === 'local' ? aliasKey(place.target.address) : undefined);
  if (key === undefined) return [];
  return model.entries.flatMap((other) => [
    ...(other.name.key === key ? [spanOf(other.name)] : []),
    ...other.targets
      .filter(
        (x) =>
          x.address.kind === 'local' &&
          (entry ? resolve(model, x) === entry || aliasKey(x.address) === key : aliasKey(x.address) === key),
      )
      .map(spanOf),
  ]);
}

/** The entry that counts for the name or recipient at `offset`. */
function meantAt(model: AliasModel, offset: number): AliasEntry | undefined {
  const place = placeIn(model, offset);
  if (!place) return undefined;
  if ('target' in place) return resolve(model, place.target);
  return place.entry.name.key === undefined ? undefined : model.kept.get(place.entry.name.key);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
