/** The EHLO replies that both logs show, keyword by keyword. Shared by the rules about capabilities. */
import type { ReplyEvent } from '../smtp/model';
import type { Capability } from './capabilities';
import { capabilitiesInOneLine, capabilitiesOf, isMaskedKeyword, welcomeInOneLine } from './capabilities';
import type { Dialogue, Exchange } from './dialogue';
import type { Row } from './excuse';
import type { PairView } from './view';
import { isBlank } from './view';
import { compareTexts } from './normalise';
import { endsLog, replyOf } from './places';
import { isVerbatim } from './verbatim';

export interface EhloPair {
  readonly row: Row;
  readonly client: ReplyEvent;
  readonly server: ReplyEvent;
  /** The server's keywords that did not reach the client, masked ones included. */
  readonly withheld: readonly Capability[];
  /** Keywords that the server did not send, masked ones left out. */
  readonly added: readonly Capability[];
  readonly masked: readonly Capability[];
  /** Keywords with another value, or in other letters where both logs show them as they were said. */
  readonly changed: readonly { readonly client: Capability; readonly server: Capability }[];
  /** Keywords of both sides that stand at other places among each other. */
  readonly moved: readonly { readonly client: Capability; readonly server: Capability }[];
}

/** Every row where both sides have a positive reply to EHLO with its keywords. */
export function ehloPairs(view: PairView): EhloPair[] {
  return view.rows.flatMap((row) => {
    if (row.client?.verb !== 'EHLO' || row.server?.verb !== 'EHLO') return [];
    const client = replyOf(view.client, row.client);
    const server = replyOf(view.server, row.server);
    if (!client || !server || client.code !== 250 || server.code !== 250 || client.text === server.text) return [];
    if (isPart(client, server) || isPart(server, client)) return [];
    // A log that breaks off here may have lost the rest.
    if (endsLog(view.client, client) || endsLog(view.server, server)) return [];
    // Within TLS a server offers other things than before; two attempts need not have got equally far.
    const otherState =
      view.sameConnection === 'no' && isWithinTls(view.client, row.client) !== isWithinTls(view.server, row.server);
    const counts = (c: Capability): boolean => !otherState || (c.keyword !== 'STARTTLS' && !c.keyword.startsWith('AUTH'));
    const asSent = isVerbatim(view.client) && isVerbatim(view.server);
    const read = isInOneLine(client) || isInOneLine(server) ? capabilitiesInOneLine : capabilitiesOf;
    const mine = read(client).filter(counts);
    const theirs = read(server).filter(counts);
    const alone = surplus(mine, theirs);
    return [
      {
        row,
        client,
        server,
        withheld: surplus(theirs, mine),
        added: alone.filter((c) => !isMaskedKeyword(c.keyword)),
        masked: alone.filter((c) => isMaskedKeyword(c.keyword)),
        moved: movedIn(mine, theirs),
        changed: theirs.flatMap((c) => {
          const others = mine.filter((m) => m.keyword === c.keyword);
          return others.length === 0 || others.some((m) => sameValue(m, c) && (!asSent || m.spelt === c.spelt))
            ? []
            : [{ client: others[0]!, server: c }];
        }),
      },
    ];
  });
}

/** Keywords that both have, once each, where the orders differ. */
function movedIn(mine: readonly Capability[], theirs: readonly Capability[]): EhloPair['moved'] {
  const once = (list: readonly Capability[]): Map<string, Capability> => {
    const counts = new Map<string, number>();
    for (const { keyword } of list) counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
    return new Map(list.filter((c) => counts.get(c.keyword) === 1).map((c) => [c.keyword, c]));
  };
  const [left, right] = [once(mine), once(theirs)];
  const there = [...right.values()].filter((c) => left.has(c.keyword));
  const here = [...left.values()].filter((c) => right.has(c.keyword));
  return here.flatMap((client, i) =>
    there[i]!.keyword === client.keyword ? [] : [{ client, server: right.get(client.keyword)! }],
  );
}

/** Keywords of `list` that `others` has not, or not as often. */
function surplus(list: readonly Capability[], others: readonly Capability[]): Capability[] {
  const left = new Map<string, number>();
  for (const { keyword } of others) left.set(keyword, (left.get(keyword) ?? 0) + 1);
  return list.filter(({ keyword }) => {
    const count = left.get(keyword) ?? 0;
    left.set(keyword, count - 1);
    return count <= 0;
  });
}

/** True if TLS had begun when this was said, as far as the log shows. */
function isWithinTls(side: Dialogue, exchange: Exchange): boolean {
  const begins = side.exchanges.findIndex((e) => e.verb === 'STARTTLS' && replyOf(side, e)?.code === 220);
  return begins < 0 ? side.session.tls : side.exchanges.indexOf(exchange) > begins;
}

/** Mechanisms of AUTH and the like have no order. */
function sameValue(a: Capability, b: Capability): boolean {
  if (a.value === b.value) return true;
  const words = (c: Capability): string => c.value.toUpperCase().split(' ').sort().join(' ');
  return words(a) === words(b);
}

/** Exchange logs all lines as one: `host Hello [ip] SIZE 37748736 PIPELINING DSN …`. */
export function isInOneLine(reply: ReplyEvent): boolean {
  return reply.lines.length === 1 && welcomeInOneLine(reply) !== '' && capabilitiesInOneLine(reply).length > 0;
}

/** True if a log shows only part of a reply to EHLO: its code, its first line, which says that more follow, or its last. */
export function isPart(reply: ReplyEvent, other: ReplyEvent): boolean {
  const lastLine = reply.text.slice(reply.text.lastIndexOf('\n') + 1);
  if (lastLine.charAt(3) === '-' || isBlank(reply)) return true;
  if (reply.lines.length > 1 || other.lines.length === 1) return false;
  const line = reply.lines[0]!;
  if (isInOneLine(reply)) return compareTexts(line, other.lines.join(' ')).naturals.includes('cut');
  return line === other.lines.at(-1) || capabilitiesInOneLine(reply).length > 0;
}
