/** `postmaster compare CLIENT SERVER`: what stands between the two. */
import { randomUUID } from 'node:crypto';
import { t } from '@vscode/l10n';
import { compare as compareTranscripts } from '../core/compare/compare';
import { pageHtml } from '../core/compare/ladder/html';
import { MOST_LADDERS, pageOf, type Page } from '../core/compare/ladder/page';
import { compareAll } from './chain';
import { compareFolders } from './compareFolders';
import { shortNames } from './compareJson';
import { compareLargeAsJson } from './compareLarge';
import { outcomeOf, type Output } from './compareOutput';
import type { Transcript } from '../core/smtp/model';
import { readTranscript } from '../core/smtp/reader';
import { decodeBytes, isFolder, readBytes, UsageError, writeFile } from './files';
import type { Outcome } from './outcome';
import { readLog } from './sessions';
import { compareFiles, tooLarge } from '../largeFiles';

/** Compares two logs (one of them may be `-`), or more of one way; `html` names a file for the report as a page. Exit 1 if the verdict is likely or certain. */
export function compare(paths: readonly string[], output: Output, html?: string): Outcome {
  if (paths.some(isFolder)) {
    if (html !== undefined) throw new UsageError(t('--html makes a page of two or more logs, not of a folder: name the logs.'));
    return compareFolders(paths, output);
  }
  const [client, server] = paths;
  if (client === undefined || server === undefined)
    throw new UsageError(
      t("compare takes two files: the client's log and the server's. Example: postmaster compare client.log server.log"),
    );
  const save = html === undefined ? undefined : (page: Page) => writeFile(html, pageHtml(page, { nonce: randomUUID() }));
  if (paths.length > 2) return compareAll(paths, output, save);
  const names = shortNames([client, server]) as [string, string];
  // A part of a greater log may hold no session: that is no fault, and nothing is found in it.
  const read = (path: string): Transcript =>
    output.format === 'ndjson' && path === '-' ? readTranscript(decodeBytes(readBytes(path))) : readLog(path);
  const readBoth = (): [Transcript, Transcript] => {
    const reason = tooLarge(paths);
    if (reason !== undefined) throw new UsageError(reason);
    return [read(client), read(server)];
  };
  if (!save && !output.summary && (output.format === 'json' || output.format === 'ndjson')) {
    const told = compareLargeAsJson(client, server, output.format, () => compareTranscripts(...readBoth()));
    if (told) return told;
  }
  // Texts of places are for the report and the page alone.
  const large = compareFiles(client, server, output.format === 'text' && !output.summary ? undefined : save ? MOST_LADDERS : 0);
  if (large) {
    save?.(pageOf(large.report, ...large.transcripts, names));
    return outcomeOf(large.report, output, names);
  }
  const [first, second] = readBoth();
  const found = compareTranscripts(first, second);
  save?.(pageOf(found, first, second, names));
  return outcomeOf(found, output, names);
}
