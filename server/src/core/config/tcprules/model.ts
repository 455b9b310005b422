/** Rules of tcpserver, as qmail's tcp.smtp has them: `address:allow,VARIABLE="value"`. */
import type { HasSource } from '../../problem';
import type { Span } from '../../text';
import type { Token } from '../map/scanner';

export interface TcpRulesModel extends HasSource {
  readonly entries: readonly TcpRule[];
  readonly comments: readonly Span[];
  /** Lines without a colon, which tcprules passes over in silence. */
  readonly noColon: readonly Token[];
}

/** A line with a colon. The span is the line without its line end and the blanks before it. */
export interface TcpRule extends Span {
  readonly address: Token;
  /** What stands behind the colon. */
  readonly instructions: Token;
  readonly action?: 'allow' | 'deny';
  readonly variables: readonly TcpVariable[];
  /** Where tcprules stops: it cannot read the line from here on. */
  readonly broken?: Span;
}

export interface TcpVariable extends Span {
  readonly name: Token;
  readonly value: Token;
}
