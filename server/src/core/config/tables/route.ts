/** The value of a mailertable entry: `mailer:host`, with several hosts parted by colons. */
import type { Token } from '../map/scanner';

export interface Route {
  readonly mailer: Token;
  /** What stands behind the first colon, without blanks before it. */
  readonly host: Token;
}

/** Takes a value apart; undefined without a colon that parts a mailer from a host. Brackets hold colons of their own. */
export function readRoute(value: Token): Route | undefined {
  const colon = /^[^:[\]]*:/.exec(value.text)?.[0].length;
  if (colon === undefined) return undefined;
  const mailer = value.text.slice(0, colon - 1).trimEnd();
  let at = colon;
  while (value.text[at] === ' ' || value.text[at] === '\t') at++;
  return {
    mailer: { start: value.start, end: value.start + mailer.length, text: mailer },
    host: { start: value.start + at, end: value.end, text: value.text.slice(at) },
  };
}

/** The hosts of a route, in the order they are tried. */
export function hostsOf({ host }: Route): Token[] {
  const hosts: Token[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= host.text.length; i++) {
    const c = host.text[i];
    if (c === '[') depth++;
    else if (c === ']') depth = Math.max(0, depth - 1);
    else if (c === undefined || (c === ':' && depth === 0)) {
      hosts.push({ start: host.start + start, end: host.start + i, text: host.text.slice(start, i) });
      start = i + 1;
    }
  }
  return hosts;
}
