/** What the output of `compare` has in common, of two logs and of more. */
import type { Lined } from '../core/compare/large/findings';
import type { CompareReport, Evidence, SessionPair, Unpaired } from '../core/compare/report';
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

/** By pair, the JSON of `pairJson` around its line numbers. */
const texts = new WeakMap<SessionPair, readonly string[]>();

/** `pairJson` of a pair that is readable, as text: of a hundred thousand pairs only the lines are written anew. */
export function pairLine({ like, lines }: Lined): string {
  let parts = texts.get(like);
  if (!parts) texts.set(like, (parts = partsOf(like)));
  let text = parts[0]!;
  for (let i = 1; i < parts.length; i++) text += String(lines[i - 1]! + 1) + parts[i]!;
  return text;
}

function partsOf({ verdict, product, evidence }: SessionPair): string[] {
  const range = '{"line":\0,"endLine":\0}';
  const signs = evidence.map(({ rule, weight, message, client, server }) => {
    const places = (client ? ',"client":{"line":\0}' : '') + (server ? ',"server":{"line":\0}' : '');
    return JSON.stringify({ rule, weight, message }).slice(0, -1) + places + '}';
  });
  const named = product === undefined ? '' : `"product":${JSON.stringify(product)},`;
  const text = `{"client":${range},"server":${range},"verdict":"${verdict}",${named}"evidence":[${signs.join(',')}]}`;
  return text.split('\0');
}

/** `unpairedJson` as text. */
export function unpairedLine({ line, endLine, reason }: Unpaired): string {
  return `{"line":${line + 1},"endLine":${endLine + 1},"reason":${JSON.stringify(reason)}}`;
}

/** One session without a partner. */
export function unpairedJson(session: Unpaired, side: Side, locate: Locate = plainly): object {
  return { ...lines(side, session, locate), reason: session.reason };
}

function lines(side: Side, place: { line: number; endLine: number }, locate: Locate): object {
  return { ...locate(side, place.line), endLine: locate(side, place.endLine).line };
}
