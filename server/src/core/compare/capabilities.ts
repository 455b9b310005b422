/** The keywords of an EHLO reply. */
import type { ReplyEvent } from '../smtp/model';

export interface Capability {
  /** In capitals: `SIZE`. */
  readonly keyword: string;
  /** What follows it, as one text: `200000`. */
  readonly value: string;
  /** Index in `ReplyEvent.lines`. */
  readonly part: number;
}

/** The keywords of a reply to EHLO, the greeting line left out. */
export function capabilitiesOf(reply: ReplyEvent): Capability[] {
  return reply.lines.slice(1).flatMap((line, i) => {
    const [keyword = '', ...values] = line.trim().split(/[\s=]+/);
    return keyword === '' ? [] : [{ keyword: keyword.toUpperCase(), value: values.join(' '), part: i + 1 }];
  });
}

/** True for a keyword overwritten with X's, as firewalls do that do not know it: XXXXXXXA, XXXB. */
export function isMaskedKeyword(keyword: string): boolean {
  return /^X{3,}[A-Z]?$/.test(keyword);
}
