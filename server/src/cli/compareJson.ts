/** What the output of `compare` has in common, of two logs and of more. */
import type { CompareReport, Evidence, SessionPair, SessionPlace, Unpaired } from '../core/compare/report';
import type { Side } from '../core/smtp/model';

/** The files' names for the report's columns, with as much of their folders as tells them apart. */
export function shortNames(paths: readonly string[]): string[] {
  const split = paths.map((path) => path.split(/[\\/]/));
  const longest = Math.max(...split.map((x) => x.length));
  for (let parts = 1; ; parts++) {
    const names = split.map((x) => x.slice(-parts).join('/'));
    if (parts >= longest || new Set(names).size === names.length) return names;
  }
}

/** Where a line of a side (from 0) stands for the user: from 1, with its file where there are several. */
export type Locate = (side: Side, line: number) => { readonly file?: string | undefined; readonly line: number };

const plainly: Locate = (_, line) => ({ line: line + 1 });

/** The JSON that others rely on; lines from 1. */
export function reportJson(report: CompareReport, locate: Locate = plainly): object {
  const { verdict, product, pairs, together, silent, unpaired } = report;
  return {
    verdict,
    product,
    // Pairs without a sign, where there are too many to list.
    silent,
    pairs: pairs.map((pair) => pairJson(pair, locate)),
    together: together?.map((e) => evidenceJson(e, locate)),
    unpaired: {
      client: unpaired.client.map((session) => unpairedJson(session, 'client', locate)),
      server: unpaired.server.map((session) => unpairedJson(session, 'server', locate)),
    },
  };
}

/** One pair of it. */
export function pairJson(pair: SessionPair, locate: Locate = plainly): object {
  return {
    client: lines('client', pair.client, locate),
    server: lines('server', pair.server, locate),
    verdict: pair.verdict,
    product: pair.product,
    evidence: pair.evidence.map((e) => evidenceJson(e, locate)),
  };
}

/** One sign, of a pair or of many sessions together. */
export function evidenceJson({ rule, weight, message, client, server }: Evidence, locate: Locate = plainly): object {
  return {
    rule,
    weight,
    message,
    client: client && locate('client', client.line),
    server: server && locate('server', server.line),
  };
}

/** `pairJson` of a pair that is readable, as text: of a hundred thousand pairs this is most of the work. */
export function pairLine({ client, server, verdict, product, evidence }: SessionPair): string {
  const range = ({ line, endLine }: SessionPlace): string => `{"line":${line + 1},"endLine":${endLine + 1}}`;
  const signs = evidence.map((e) => {
    const places = [
      ...(e.client ? [`,"client":{"line":${e.client.line + 1}}`] : []),
      ...(e.server ? [`,"server":{"line":${e.server.line + 1}}`] : []),
    ];
    return `{"rule":"${e.rule}","weight":"${e.weight}","message":${quoted(e.message)}${places.join('')}}`;
  });
  const named = product === undefined ? '' : `"product":${quoted(product)},`;
  return `{"client":${range(client)},"server":${range(server)},"verdict":"${verdict}",${named}"evidence":[${signs.join(',')}]}`;
}

const MOST_QUOTED = 10_000;
const known = new Map<string, string>();

/** As JSON; most messages are said of many pairs. */
function quoted(text: string): string {
  let json = known.get(text);
  if (json === undefined) {
    json = JSON.stringify(text);
    if (known.size < MOST_QUOTED) known.set(text, json);
  }
  return json;
}

/** One session without a partner. */
export function unpairedJson(session: Unpaired, side: Side, locate: Locate = plainly): object {
  return { ...lines(side, session, locate), reason: session.reason };
}

function lines(side: Side, place: { line: number; endLine: number }, locate: Locate): object {
  return { ...locate(side, place.line), endLine: locate(side, place.endLine).line };
}
