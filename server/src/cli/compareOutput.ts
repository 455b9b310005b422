/** How `compare` tells what it found: as a report, in sums, as JSON, or as one line of JSON for each pair of sessions. */
import { t } from '@vscode/l10n';
import { readableAll } from '../core/bytes';
import type { CompareReport, Verdict } from '../core/compare/report';
import { spreadOf, type SpreadSign } from '../core/compare/spread';
import { lowerFirst, reportText } from '../core/compare/text';
import { VERDICTS } from '../core/compare/verdict';
import { evidenceJson, pairJson, reportJson, unpairedJson, unpairedLine, type Locate } from './compareJson';
import type { Outcome } from './outcome';

/** What the user wants to see. */
export interface Output {
  readonly format: string;
  /** The sums in place of the pairs. */
  readonly summary: boolean;
}

/** Exit 1 if the verdict is likely or certain. `names` are the logs' for the report. */
export function outcomeOf(found: CompareReport, { format, summary }: Output, names: [string, string]): Outcome {
  const exit = exitOf(found.verdict);
  if (format === 'ndjson') return { exit, text: linesOf(found) };
  const report = found.silent ? found : readableAll(found); // of large logs it is readable
  if (summary) return { exit, text: format === 'json' ? JSON.stringify(sumsOf(report), null, 1) : summaryText(report) };
  return { exit, text: format === 'json' ? JSON.stringify(reportJson(report), null, 1) : reportText(report, names).text };
}

/** The command's exit code for a verdict. */
export function exitOf(verdict: Verdict): 0 | 1 {
  return verdict === 'likely' || verdict === 'certain' ? 1 : 0;
}

/** A line of JSON for each pair, one that counts those of large logs that have no sign, then for each session without a partner. */
export function* linesOf(found: CompareReport, locate?: Locate): Iterable<string> {
  for (const pair of found.pairs) yield JSON.stringify(readableAll(pairJson(pair, locate)));
  for (const sign of found.together ?? []) yield JSON.stringify({ together: readableAll(evidenceJson(sign, locate)) });
  if (found.silent) yield JSON.stringify({ silent: found.silent });
  for (const side of ['client', 'server'] as const)
    for (const session of found.unpaired[side])
      yield locate
        ? JSON.stringify({ unpaired: side, ...readableAll(unpairedJson(session, side, locate)) })
        : `{"unpaired":"${side}",${unpairedLine(session).slice(1)}`;
}

interface Sums {
  readonly verdict: Verdict;
  readonly product?: string;
  /** How many pairs have each verdict. */
  readonly pairs: Readonly<Record<Verdict, number>>;
  readonly unpaired: { readonly client: number; readonly server: number };
  /** How many pairs speak for each product. */
  readonly products: Readonly<Record<string, number>>;
  readonly signs: readonly SpreadSign[];
  /** What many sessions show together. */
  readonly together?: readonly object[];
}

/** The sums of a comparison, the signs by weight and number; what proves nothing is left out. */
export function sumsOf({ verdict, product, pairs, together, silent, unpaired }: CompareReport): Sums {
  const products: Record<string, number> = {};
  for (const p of pairs) if (p.product !== undefined) products[p.product] = (products[p.product] ?? 0) + 1;
  const count = (v: Verdict): number => pairs.filter((p) => p.verdict === v).length;
  return {
    verdict,
    ...(product !== undefined && { product }),
    pairs: {
      certain: count('certain'),
      likely: count('likely'),
      possible: count('possible'),
      none: count('none') + (silent?.pairs ?? 0),
    },
    unpaired: { client: unpaired.client.length, server: unpaired.server.length },
    products,
    signs: spreadOf({ pairs }),
    ...(together && { together: together.map((e) => evidenceJson(e)) }),
  };
}

/** The sums as a table. */
export function summaryText(report: CompareReport): string {
  const sums = sumsOf(report);
  const rows = [...VERDICTS].reverse().map((v) => [v, String(sums.pairs[v])]);
  const signs = [
    ...sums.signs.map((s) => [s.weight, String(s.pairs), s.rule, s.message]),
    ...(report.together ?? []).map((e) => [e.weight, '–', e.rule, e.message]),
  ];
  const products = Object.entries(sums.products)
    .sort(([, a], [, b]) => b - a)
    .map(([name, n]) => [name, String(n)]);
  return [
    `${report.verdict}: ${lowerFirst(report.summary)}`,
    table([[t('verdict'), t('pairs')], ...rows]),
    '  ' + t("sessions without a partner: {0} of the client's, {1} of the server's", sums.unpaired.client, sums.unpaired.server),
    ...(products.length > 0 ? [table([[t('product'), t('pairs')], ...products])] : []),
    ...(signs.length > 0 ? [table([[t('weight'), t('pairs'), t('sign'), t('the first')], ...signs])] : []),
  ].join('\n\n');
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (/^\d+$/.test(cell) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join('  ');
  return rows.map((row) => '  ' + line(row).trimEnd()).join('\n');
}
