/** Files that list names: local-host-names, relay-domains, generics-domains, trusted-users, and qmail's rcpthosts. */
import type { HasSource } from '../../problem';
import type { Span } from '../../text';
import type { Token } from '../map/scanner';

export interface DomainsModel extends HasSource {
  readonly entries: readonly DomainEntry[];
  readonly comments: readonly Span[];
  /** True if a name with a dot is among the entries: the file lists domains or networks, not users. */
  readonly listsDomains: boolean;
}

/** A line with a name. The span is the line without its line end. */
export interface DomainEntry extends Span {
  /** The first word, which is all that sendmail reads of a line. */
  readonly name: Token;
  /** What stands behind it, without blanks around it; undefined if nothing does. */
  readonly rest?: Token;
}
