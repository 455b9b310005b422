/** The alias file as newaliases reads it. */
import type { HasSource } from '../../problem';
import type { Span } from '../../text';
import type { Address } from '../mailAddress';
import type { LogicalLine } from './scanner';

export interface AliasModel extends HasSource {
  /** All entries in order, read when they are first asked for. */
  readonly entries: readonly AliasEntry[];
  /** The entries that are more than a name for addresses elsewhere: rules about single entries look at these alone. */
  readonly special: readonly AliasEntry[];
  /** Those of them that newaliases keeps for their names. */
  readonly specialKept: readonly AliasEntry[];
  /** Each entry that has the name of one before it, with the last such one. */
  readonly again: readonly { readonly entry: AliasEntry; readonly before: AliasEntry }[];
  /** Comments with the indented lines behind them, which belong to them. */
  readonly comments: readonly LogicalLine[];
  /** Indented lines that continue nothing; lines that follow one another are one span. */
  readonly orphans: readonly Span[];
  /** Lines without a colon. */
  readonly noColon: readonly LogicalLine[];
  readonly tooLong: readonly Span[];
  /** The recipients that are more than a local name or a plain `user@domain`: rules about odd forms look at these alone. */
  readonly odd: readonly Odd[];
  /** The entry that newaliases keeps for each name in lower case: the last one. */
  readonly kept: Kept;
  /** The entry whose span holds `offset`, its end included, without reading the others. */
  at(offset: number): AliasEntry | undefined;
}

/** A map from names to entries, which are read when they are asked for. */
export type Kept = Pick<ReadonlyMap<string, AliasEntry>, 'get' | 'has' | 'keys' | 'size' | 'values'>;

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
