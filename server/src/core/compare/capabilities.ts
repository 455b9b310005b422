/** The keywords of an EHLO reply. */
import { extensions } from '../knowledge/extensions';
import type { ReplyEvent } from '../smtp/model';

export interface Capability {
  /** In capitals: `SIZE`. */
  readonly keyword: string;
  /** As it was said. */
  readonly spelt: string;
  /** What follows it, as one text: `200000`. */
  readonly value: string;
  /** Index in `ReplyEvent.lines`. */
  readonly part: number;
}

/** The keywords of a reply to EHLO, the greeting line left out. `AUTH=LOGIN`, an old spelling, is a keyword of its own. */
export function capabilitiesOf(reply: ReplyEvent): Capability[] {
  return reply.lines.slice(1).flatMap((line, i) => {
    const found = /^([^\s=]+=?)(.*)/s.exec(line.trim());
    return found ? [{ keyword: found[1]!.toUpperCase(), spelt: found[1]!, value: found[2]!.trim(), part: i + 1 }] : [];
  });
}

/** As `capabilitiesOf`, of replies of which one log has all lines in one: what stands between two known keywords is the first one's value. */
export function capabilitiesInOneLine(reply: ReplyEvent): Capability[] {
  const found: { keyword: string; spelt: string; value: string; part: number }[] = [];
  reply.lines.forEach((line, part) => {
    for (const word of line.split(/\s+/)) {
      const [, keyword, value] = /^([^\s=]+=?)(.*)$/s.exec(word) ?? [];
      const last = found.at(-1);
      if (keyword !== undefined && isKnown(keyword.toUpperCase()))
        found.push({ keyword: keyword.toUpperCase(), spelt: keyword, value: value!, part });
      else if (last && word !== '') last.value = last.value === '' ? word : `${last.value} ${word}`;
    }
  });
  return found;
}

/** What stands before the first known keyword of a reply's first line: the host's name and its words of welcome. */
export function welcomeInOneLine(reply: ReplyEvent): string {
  const words = (reply.lines[0] ?? '').split(' ');
  const first = words.findIndex((w) => isKnown(w.toUpperCase()));
  return (first < 0 ? words : words.slice(0, first)).join(' ').trim();
}

let known: ReadonlySet<string> | undefined;

function isKnown(keyword: string): boolean {
  known ??= new Set([...extensions.map((e) => e.keyword), 'AUTH=', 'OK', 'PIPECONNECT']);
  return known.has(keyword) || isMaskedKeyword(keyword);
}

/** True for a keyword overwritten with X's, as firewalls do that do not know it: XXXXXXXA, XXXB. */
export function isMaskedKeyword(keyword: string): boolean {
  return /^X{3,}[A-Z]?$/.test(keyword);
}
