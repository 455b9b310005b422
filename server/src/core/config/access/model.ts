/** The access table as sendmail's rulesets see it: a tag, what is looked up, and what is done. */
import type { AccessTagRow } from '../../knowledge/accessTags';
import type { MapLines, MapModel } from '../map/model';
import type { MapEntry, Token } from '../map/scanner';
import type { AddressForm } from '../map/address';

export type AccessModel = MapModel<AccessEntry>;

/** The lines of a block that are not plain. */
export type AccessLines = MapLines<AccessEntry>;

export interface AccessEntry extends MapEntry {
  /** The word before the first colon, without it; undefined for an entry asked for clients, senders and recipients alike. */
  readonly tag: Token | undefined;
  /** What is known of the tag; undefined if nothing is, or there is none. */
  readonly row: AccessTagRow | undefined;
  /** What stands after the tag's colon, or the whole key. */
  readonly subject: Token;
  readonly address: AddressForm | undefined;
  /** What the value makes sendmail do, for entries whose value is an action. */
  readonly action: AccessAction | undefined;
}

/** Actions as the rulesets read them; case does not count. */
export type AccessAction =
  | { readonly kind: 'word'; readonly word: 'OK' | 'RELAY' | 'REJECT' | 'DISCARD' | 'SKIP' }
  | { readonly kind: 'quarantine'; readonly reason?: Token }
  | AccessError
  | { readonly kind: 'text'; readonly text: Token };

/** A refusal with words of its own: `ERROR:5.7.1:550 text`, or the old `550 text`. */
export interface AccessError {
  readonly kind: 'error';
  /** True if it starts with `ERROR:`. */
  readonly tagged: boolean;
  /** The enhanced status code before the second colon. */
  readonly status?: Token;
  /** The reply code of three digits. */
  readonly code?: Token;
  /** An enhanced status code behind the reply code: `550 5.7.1 text`. */
  readonly inner?: Token;
  /** What follows the codes; empty if nothing does. */
  readonly text: Token;
  /** True if the text stands in double quotes, which keeps every character of it. */
  readonly quoted: boolean;
}

/** A value without the passwords of AuthInfo, for everything that shows it. */
export function shownValue({ row, value }: AccessEntry): string {
  const text = value?.text ?? '';
  return row?.name === 'AuthInfo' ? text.replace(/"P([:=])[^"]*/gi, '"P$1…') : text;
}
