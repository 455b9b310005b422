/** Code actions: the repairs that problems carry, and a comment that silences a rule at one place. */
import { t } from '@vscode/l10n';
import { CodeActionKind, type CodeAction, type CodeActionParams, type TextEdit } from 'vscode-languageserver';
import type { MailFolder } from './core/config/folder/model';
import { refactorsInFolder } from './core/config/folder/refactor';
import { lineEndOf } from './core/config/map/edits';
import type { LanguageId } from './core/language';
import type { Edit, Problem } from './core/problem';
import { lineAt, lineText, offsetAt, overlaps, type Span } from './core/text';
import { diagnosticOf, editOf, type Sources } from './convert';
import type { Opened } from './documents';

/** The code actions for the problems that touch the range the client asks about. `commands` are those that the client has. */
export function codeActions(
  opened: Opened,
  problems: readonly Problem[],
  params: CodeActionParams,
  commands: readonly string[],
  sources: Sources = () => undefined,
  folder?: MailFolder,
): CodeAction[] {
  const { only } = params.context;
  const { source } = opened.model;
  const wanted = { start: offsetAt(source, params.range.start), end: offsetAt(source, params.range.end) };
  const asked = (kind: string): boolean => !only || only.some((k) => k === '' || k === kind || kind.startsWith(`${k}.`));
  const rewritten = asked(CodeActionKind.RefactorRewrite) ? rewritings(opened, wanted, sources, folder) : [];
  if (!asked(CodeActionKind.QuickFix)) return rewritten;
  const touched = problems.filter((p) => overlaps(p, wanted));
  const repairs = unique([
    ...touched.flatMap((p) => fixes(opened, p, commands, sources)),
    ...touched.flatMap((p) => ignore(opened, p)),
  ]);
  return [...repairs, ...rewritten];
}

/** What can be written otherwise, without a problem. */
function rewritings(opened: Opened, at: Span, sources: Sources, folder: MailFolder | undefined): CodeAction[] {
  const own = opened.language.refactors?.(opened.model, at) ?? [];
  const across = folder ? refactorsInFolder(folder, opened.uri, at) : [];
  return [...own, ...across].map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.RefactorRewrite,
    edit: { changes: changesOf(opened, fix.edits, sources) },
  }));
}

/** A repair of the whole file is carried by each of its problems: it is offered once, for all of them. */
function unique(actions: readonly CodeAction[]): CodeAction[] {
  const found = new Map<string, CodeAction>();
  for (const action of actions) {
    const key = JSON.stringify([action.title, action.edit, action.command]);
    const first = found.get(key);
    if (first) first.diagnostics?.push(...(action.diagnostics ?? []));
    else found.set(key, action);
  }
  return [...found.values()];
}

function fixes(opened: Opened, problem: Problem, commands: readonly string[], sources: Sources): CodeAction[] {
  const { source } = opened.model;
  const possible = (problem.fixes ?? []).filter((fix) => fix.command === undefined || commands.includes(fix.command));
  return possible.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(opened.uri, source, problem, sources)],
    ...(fix.command === undefined
      ? { edit: { changes: changesOf(opened, fix.edits, sources) } }
      : { command: { title: fix.title, command: fix.command, arguments: [opened.uri] } }),
    ...(fix.preferred && { isPreferred: true }),
  }));
}

/** Edits by the file they are in; those of a file that is no longer known are left out. */
function changesOf(opened: Opened, edits: readonly Edit[], sources: Sources): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const edit of edits) {
    const uri = edit.uri ?? opened.uri;
    const source = uri === opened.uri ? opened.model.source : sources(uri);
    if (source) (changes[uri] ??= []).push(editOf(source, edit));
  }
  return changes;
}

/** How a comment line of its own begins, where a language has one. A transcript has none. */
const commentLines: Partial<Record<LanguageId, string>> = {
  'sendmail-mc': 'dnl ',
  'sendmail-cf': '# ',
  'sendmail-access': '# ',
  'mail-aliases': '# ',
  'sendmail-virtusertable': '# ',
  'sendmail-mailertable': '# ',
  'sendmail-domaintable': '# ',
  'sendmail-genericstable': '# ',
  'sendmail-domains': '# ',
  'tcp-rules': '# ',
};

function ignore(opened: Opened, problem: Problem): CodeAction[] {
  const { source } = opened.model;
  const comment = commentLines[opened.language.id];
  const line = lineAt(source, problem.start);
  // A line that begins with white space may continue the one above: nothing can be put between them.
  const free = opened.language.takesLineAbove?.(opened.model, line) ?? !/^\s/.test(lineText(source, line));
  if (comment === undefined || !free) return [];
  const start = source.lineStarts[line]!;
  return [
    {
      title: t('Ignore {0} here', problem.rule),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(opened.uri, source, problem)],
      edit: {
        changes: {
          [opened.uri]: [
            editOf(source, { start, end: start, text: `${comment}postmaster-ignore ${problem.rule}${lineEndOf(source)}` }),
          ],
        },
      },
    },
  ];
}
