/** `postmaster check FILE…`: every problem of configuration files and transcripts. */
import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import type { FolderFile, MailFolder } from '../core/config/folder/model';
import { languageInFolder } from '../core/config/folder/places';
import { problemsInFolder, validateFolder } from '../core/config/folder/validate';
import { languageOfPath, languages } from '../core/languages';
import type { HasSource, Problem } from '../core/problem';
import { readTranscript } from '../core/smtp/reader';
import { placeAt } from '../core/text';
import type { CheckedFile, CheckedProblem } from './checked';
import { decodeBytes, decodeText, expand, readBytes, UsageError } from './files';
import { readable } from '../core/bytes';
import { findFolders, type InFolder } from './folders';
import type { Outcome } from './outcome';
import { toSarif } from './sarif';

/** Checks files and folders; `language` overrides what the names say. Exit 1 if there is an error among the problems. */
export function check(paths: readonly string[], language: string | undefined, format: string): Outcome {
  if (paths.length === 0) throw new UsageError(t('check needs at least one file. Example: postmaster check /etc/mail'));
  if (language !== undefined && !languages.has(language)) {
    throw new UsageError(t('The language {0} is not known. Known are: {1}.', language, [...languages.keys()].join(', ')));
  }
  const files = expand(paths, (path) => languages.has(languageOfPath(resolve(path)) ?? ''));
  if (files.length === 0) throw new UsageError(t('{0}: no file with a name Postmaster knows.', paths.join(', ')));
  const folderOf = findFolders();
  const checked = files.map((file) => checkFile(file, language, folderOf));
  const failed = checked.some((f) => f.problems.some((p) => p.severity === 'error'));
  return { exit: failed ? 1 : 0, text: render(checked, format) };
}

function render(checked: readonly CheckedFile[], format: string): string {
  if (format === 'json') return JSON.stringify({ files: checked }, null, 1);
  if (format === 'sarif') return JSON.stringify(toSarif(checked), null, 1);
  return asText(checked);
}

function checkFile(file: string, language: string | undefined, folderOf: (file: FolderFile) => InFolder): CheckedFile {
  const bytes = readBytes(file);
  const id = language ?? languageOfPath(resolve(file)) ?? guessLanguage(bytes);
  const known = id === undefined ? undefined : languages.get(id);
  if (!known) {
    throw new UsageError(t('{0}: nothing tells which language it is. Say it: --language sendmail-mc (or {1}).', file, others()));
  }
  const isTranscript = known.id === 'smtp-transcript';
  const model = known.parse(isTranscript ? decodeBytes(bytes) : decodeText(bytes));
  const own = known.validate?.(model) ?? [];
  const problems = isTranscript ? own : inItsFolder({ uri: file, name: nameOf(file), language: known.id, model }, own, folderOf);
  return { file, language: known.id, problems: problems.map((p) => toLines(model, p, isTranscript)) };
}

/** With what the files beside it say. A file under another name than its language has is no part of a folder. */
function inItsFolder(file: FolderFile, own: Problem[], folderOf: (file: FolderFile) => InFolder): Problem[] {
  if (file.uri === '-' || languageInFolder(file.name) !== file.language) return own;
  const { folder, uri } = folderOf(file);
  return problemsInFolder(folder, uri, own, between(folder));
}

const validated = new WeakMap<MailFolder, ReadonlyMap<string, readonly Problem[]>>();

function between(folder: MailFolder): ReadonlyMap<string, readonly Problem[]> {
  let found = validated.get(folder);
  if (!found) validated.set(folder, (found = validateFolder(folder)));
  return found;
}

/** By content, where the name says nothing: a first line of m4, or a transcript of any known format. */
function guessLanguage(bytes: Uint8Array): string | undefined {
  const start = decodeBytes(bytes.subarray(0, 4096));
  if (/^\s*(divert\(|dnl\b)/.test(start)) return 'sendmail-mc';
  return readTranscript(decodeBytes(bytes)).sessions.length > 0 ? 'smtp-transcript' : undefined;
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function toLines(model: HasSource, problem: Problem, latin1: boolean): CheckedProblem {
  const start = placeAt(model.source, problem.start);
  const end = placeAt(model.source, problem.end);
  return {
    rule: problem.rule,
    severity: problem.severity,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    message: latin1 ? readable(problem.message) : problem.message,
  };
}

/** One line a problem, as compilers write it, so that editors and scripts can read it; then the sums. */
function asText(checked: readonly CheckedFile[]): string {
  const problems = checked.flatMap((f) => f.problems.map((p) => ({ ...p, file: f.file })));
  const lines = problems.map((p) => `${p.file}:${p.line}:${p.column}: ${p.severity}: ${p.message} (${p.rule})`);
  const count = (severity: string): number => problems.filter((p) => p.severity === severity).length;
  const looked = checked.length === 1 ? t('1 file') : t('{0} files', checked.length);
  const sums = t(
    '{0}: {1} errors, {2} warnings, {3} notes.',
    looked,
    count('error'),
    count('warning'),
    count('info') + count('hint'),
  );
  return [...lines, sums].join('\n');
}

function others(): string {
  return [...languages.keys()].filter((id) => id !== 'sendmail-mc').join(', ');
}
