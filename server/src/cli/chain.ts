/** `postmaster compare A B C …`: the logs of a way with relays on it, stretch by stretch. */
import { t } from '@vscode/l10n';
import { readableAll } from '../core/bytes';
import { compareChain, type HopReport } from '../core/compare/chain';
import { chainPage, type Page } from '../core/compare/ladder/page';
import { reportText } from '../core/compare/text';
import type { Outcome } from './outcome';
import { reportJson, shortNames, type Locate } from './compareJson';
import { exitOf, linesOf, summaryText, sumsOf, type Output } from './compareOutput';
import { readLog } from './sessions';

/** Compares neighbouring logs of a way. Exit 1 if something was found on any stretch. `save` gets the page if there shall be one. */
export function compareAll(paths: readonly string[], { format, summary }: Output, save?: (page: Page) => void): Outcome {
  const logs = paths.map((path) => readLog(path));
  const names = shortNames(paths);
  const chain = compareChain(logs, names);
  save?.(
    chainPage(
      chain,
      names,
      logs.map((log) => log.format),
    ),
  );
  if (format === 'ndjson')
    return { exit: exitOf(chain.verdict), text: chain.hops.flatMap((hop) => [...linesOf(hop.report, placesIn(hop, paths))]) };
  const hops = chain.hops.map((hop) => ({ ...hop, report: readableAll(hop.report) }));
  const exit = exitOf(chain.verdict);
  if (format === 'json') {
    const json = {
      verdict: chain.verdict,
      product: chain.product,
      order: chain.order.map((i) => paths[i]),
      hops: hops.map(({ client, server, report }) => ({
        client: paths[client],
        server: paths[server],
        ...(summary ? sumsOf(report) : reportJson(report)),
      })),
    };
    return { exit, text: JSON.stringify(json, null, 1) };
  }
  const way = chain.order.map((i) => names[i]).join(' → ');
  const parts = hops.map(({ client, server, report }) => {
    const [from, to] = [names[client]!, names[server]!];
    return `── ${t('{0} → {1}', from, to)} ──\n${summary ? `${summaryText(report)}\n` : reportText(report, [from, to]).text}`;
  });
  return { exit, text: [`${chain.verdict}: ${chain.summary}\n${t('The way: {0}', way)}\n`, ...parts].join('\n') };
}

/** Where a line stands, with the log that it is of. */
function placesIn({ client, server, report }: HopReport, paths: readonly string[]): Locate {
  const files = report.swapped ? { client: server, server: client } : { client, server };
  return (side, line) => ({ file: paths[files[side]]!, line: line + 1 });
}
