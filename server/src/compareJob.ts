/** A comparison of two files as one piece of work, which a thread of its own can do. For Node alone. */
import * as l10n from '@vscode/l10n';
import { readFileSync } from 'node:fs';
import { textOfBytes } from './core/bytes';
import { compare } from './core/compare/compare';
import { pageHtml, type HtmlOptions } from './core/compare/ladder/html';
import { pageOf } from './core/compare/ladder/page';
import { pageSvg } from './core/compare/ladder/svg';
import type { Progress } from './core/compare/large/compare';
import type { Transcript } from './core/smtp/model';
import { readTranscript } from './core/smtp/reader';
import { comparisonOf, type Compared, type Comparison } from './comparison';
import { compareFiles, tooLarge } from './largeFiles';
import { phrasesOf } from './phrases';
import type { LadderResult } from './protocol';

/** Plain data: it is sent to a thread. */
export interface CompareJob {
  readonly paths: readonly [string, string];
  /** As the reader knows the logs. */
  readonly names: readonly [string, string];
  /** The texts of the user's language. */
  readonly l10n?: Readonly<Record<string, string>>;
  /** A page or a drawing in place of the comparison; as in `LadderParams`. */
  readonly ladder?: { readonly draw?: string; readonly page: HtmlOptions };
}

export type CompareJobResult = Comparison | LadderResult;

/** How far a job has come, in numbers. */
export interface JobProgress {
  readonly part: number;
  readonly pairs: number;
  readonly signs: number;
}

/** Does the work. Throws if a file cannot be read. */
export function doCompareJob(job: CompareJob, onProgress: (progress: JobProgress) => void): CompareJobResult {
  if (job.l10n) l10n.config({ contents: phrasesOf(job.l10n) });
  const { paths, names, ladder } = job;
  const told = ({ read, size, pairs, signs }: Progress): void => onProgress({ part: read / size, pairs, signs });
  const done = compareFiles(...paths, undefined, told) ?? compareInMemory(...paths);
  if (!ladder) return comparisonOf(done, names);
  const page = pageOf(done.report, ...done.transcripts, names);
  return { text: ladder.draw === undefined ? pageHtml(page, ladder.page) : pageSvg(page, ladder.draw), verdict: page.verdict };
}

function compareInMemory(first: string, second: string): Compared {
  const reason = tooLarge([first, second]);
  if (reason !== undefined) throw new Error(reason);
  const transcripts = [first, second].map((path) => readTranscript(textOfBytes(readFileSync(path, 'latin1')))) as [
    Transcript,
    Transcript,
  ];
  const report = compare(...transcripts);
  return { report, transcripts, detailed: report.pairs.map((_, i) => i) };
}
