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

/** The keywords of a reply to EHLO, the greeting line left out. `AUTH=LOGIN`, an old spelling, is a keyword of its own. */
export function capabilitiesOf(reply: ReplyEvent): Capability[] {
  return reply.lines.slice(1).flatMap((line, i) => {
    const found = /^([^\s=]+=?)(.*)/s.exec(line.trim());
    return found ? [{ keyword: found[1]!.toUpperCase(), value: found[2]!.trim(), part: i + 1 }] : [];
  });
}

/** True for a keyword overwritten with X's, as firewalls do that do not know it: XXXXXXXA, XXXB. */
export function isMaskedKeyword(keyword: string): boolean {
  return /^X{3,}[A-Z]?$/.test(keyword);
}
