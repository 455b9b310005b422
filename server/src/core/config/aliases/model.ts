/** The alias file as newaliases reads it. */
import type { HasSource } from '../../problem';
import type { Span } from '../../text';
import type { Blocked } from '../blocks/blocks';
import type { Kept } from '../blocks/kept';
import type { Keys } from '../blocks/keys';
import type { Address } from '../mailAddress';
import type { LogicalLine } from './scanner';

/** The lines of a block in which something may be wrong by itself: rules about single entries look at these alone. */
export interface AliasLines extends HasSource {
  /** The entries that are not plain, in order. */
  readonly special: readonly AliasEntry[];
  /** The recipients in them that are more than a local name or a plain `user@domain`. */
  readonly odd: readonly Odd[];
  /** Comments that go on in indented lines. */
  readonly comments: readonly LongComment[];
  /** Indented lines that continue nothing; lines that follow one another are one span. */
  readonly orphans: readonly Span[];
  /** Lines without a colon. */
  readonly noColon: readonly LogicalLine[];
  readonly tooLong: readonly Span[];
  /** The entry whose span holds `offset`, its end included. */
  at(offset: number): AliasEntry | undefined;
}

export interface LongComment {
  readonly line: LogicalLine;
  /** Where the first of the comments begins that follow one another down to this one. */
  readonly first: number;
}

/** A block of an alias file. An entry is called by its number among those whose name is kept, from 0. */
export interface AliasContent {
  /** Of all entries that newaliases takes. */
  readonly keys: Keys;
  readonly leads: Leads;
  /** The entries with a list in a file among their recipients. */
  readonly lists: readonly ListName[];
  /** Undefined where all entries are plain. */
  readonly lines: AliasLines | undefined;
}

/** What entries lead to in this file, as pairs: the entry, and the hash of a local name. */
export interface Leads {
  readonly from: number[];
  readonly to: number[];
  /** Entries that need a closer look, whatever they lead to. */
  readonly closer: number[];
}

/** A name that stands for a list; the span is that of the name. */
export interface ListName extends Span {
  /** Where the entry begins. */
  readonly entry: number;
  readonly text: string;
  readonly key: string;
}

export interface AliasModel extends Blocked<AliasContent> {
  /** All entries in order, read when they are first asked for. */
  readonly entries: readonly AliasEntry[];
  /** The first so many entries, without reading the others. */
  first(most: number): readonly AliasEntry[];
  /** Those that newaliases keeps and of which the rest of the file may say more: they lead to names that are none, far, or round. */
  readonly unsettled: readonly AliasEntry[];
  /** Each entry that has the name of one before it, with the last such one. */
  readonly again: readonly { readonly entry: AliasEntry; readonly before: AliasEntry }[];
  /** Entries of several lines. */
  readonly long: readonly Span[];
  /** Comments with the indented lines behind them, which belong to them. */
  readonly comments: readonly LogicalLine[];
  /** The entry that newaliases keeps for each name in lower case: the last one. */
  readonly kept: Kept<AliasEntry>;
  /** The entry whose span holds `offset`, its end included, without reading the others. */
  at(offset: number): AliasEntry | undefined;
}

/** A recipient and the entry it stands in. */
export interface Odd {
  readonly entry: AliasEntry;
  readonly target: Target;
}

/** `name: target, target`. The span is the entry with its continuation lines, without the last line's end. */
export interface AliasEntry extends Span {
  readonly line: LogicalLine;
  readonly name: AliasName;
  readonly targets: readonly Target[];
  /** Commas with nothing between them, before the first or behind the last target. */
  readonly strayCommas: readonly Span[];
}

export interface AliasName extends Span {
  /** As it is written. */
  readonly text: string;
  readonly address: Address;
  /** The name in lower case, as it is looked up; undefined if newaliases refuses the entry. */
  readonly key: string | undefined;
}

/** One recipient. The span may reach over a line end. */
export interface Target extends Span {
  /** As it is written, without the line ends. */
  readonly text: string;
  readonly address: Address;
}
