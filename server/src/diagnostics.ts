/** Problems, computed once per version and settings, given when the client pulls and pushed to clients that cannot. */
import { t } from '@vscode/l10n';
import {
  LSPErrorCodes,
  ResponseError,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Problem, RuleOptions } from './core/problem';
import { lineCount } from './core/text';
import { mayBeAnswered } from './core/config/folder/corrections';
import { problemsInFolder, validateFolder } from './core/config/folder/validate';
import type { MailFolder } from './core/config/folder/model';
import { diagnosticOf, rangeOf, sourcesOf } from './convert';
import { MANY_LINES, type Documents, type Opened } from './documents';
import { isConfiguration, type Folders } from './folders';
import { guarded, oneLine, type Log } from './guard';
import type { Settings, SettingsSource } from './settings';

/** An editor slows down under more, and nobody reads them. */
export const MOST_PROBLEMS = 1000;

/** In a file of more lines its own problems are told before the files beside it are read. In lines. */
const LONG = 5_000;

/** How long a client must have been quiet before it is told what it did not ask for, in milliseconds. */
const QUIET = 120;

export interface Problems {
  /** All problems of a document under its settings, and the folder that some of them are about. */
  of(opened: Opened): Promise<{ readonly problems: readonly Problem[]; readonly folder: MailFolder | undefined }>;
}

interface Computed {
  readonly folder: MailFolder | undefined;
  /** Those that the file has by itself. */
  readonly own: readonly Problem[];
  readonly problems: readonly Problem[];
  /** Names this result, so that a client that has it already need not get it again. */
  readonly id: string;
}

/** Serves diagnostics on `connection`: by pull if the client knows that, else by push. */
export function serveDiagnostics(
  connection: Connection,
  documents: Documents,
  settings: SettingsSource,
  folders: Folders,
  pull: boolean,
  canRefresh: boolean,
  log: Log,
): Problems & { settingsChanged(): void } {
  const validated = new WeakMap<Opened, { readonly settings: Settings; readonly found: Promise<readonly Problem[]> }>();
  const cache = new WeakMap<Opened, Computed>();
  let count = 0;
  /** A change in one file may be a problem in another that is open: a client that pulls is told to ask again. */
  let tellOthers: ((folder: MailFolder, changed: Opened, current: Settings) => void) | undefined;

  async function compute(opened: Opened): Promise<Computed> {
    const current = await settings.of(opened.uri);
    const [found, folder] = await Promise.all([
      ownOf(opened, current),
      isConfiguration(opened) ? folders.of(opened.uri) : undefined,
    ]);
    const known = cache.get(opened);
    if (known?.own === found && known.folder === folder) return known;
    const problems = folder ? together(folder, opened, found, current) : found;
    const computed = { folder, own: found, problems, id: String(++count) };
    cache.set(opened, computed);
    if (folder) tellOthers?.(folder, opened, current);
    return computed;
  }

  function ownOf(opened: Opened, current: Settings): Promise<readonly Problem[]> {
    let own = validated.get(opened);
    if (own?.settings !== current) validated.set(opened, (own = { settings: current, found: find(opened, current) }));
    return own.found;
  }

  const optionsOf = ({ rules, audit }: Settings): RuleOptions => ({
    rules,
    audit,
    onBrokenRule: (rule, error) => log(`rule ${rule} failed: ${oneLine(error)}`),
  });

  async function find(opened: Opened, current: Settings): Promise<readonly Problem[]> {
    const { language, model } = opened;
    const options = optionsOf(current);
    if (!language.validateInSteps || lineCount(model.source) <= MANY_LINES) return language.validate?.(model, options) ?? [];
    const steps = language.validateInSteps(model, options);
    for (;;) {
      // Hovers are answered in between; and a text that is no longer there need not be judged.
      await new Promise((resolve) => setTimeout(resolve));
      if (!documents.isCurrent(opened))
        throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The text has changed.', { retriggerRequest: true });
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  const crossed = new WeakMap<MailFolder, { settings: Settings; found: ReturnType<typeof validateFolder> }>();
  function between(folder: MailFolder, current: Settings): ReturnType<typeof validateFolder> {
    let known = crossed.get(folder);
    if (known?.settings !== current)
      crossed.set(folder, (known = { settings: current, found: validateFolder(folder, optionsOf(current)) }));
    return known.found;
  }

  /** What goes wrong between the files must not cost what the file has by itself. */
  function together(folder: MailFolder, { uri }: Opened, own: readonly Problem[], current: Settings) {
    try {
      return problemsInFolder(folder, uri, own, between(folder, current));
    } catch (error) {
      log(`problems of the folder failed: ${oneLine(error)}`);
      return own;
    }
  }

  /** Those that need no other file. Once the folder is read the client is told to ask again, if there is more to say. */
  async function ownProblems(opened: Opened): Promise<readonly Problem[]> {
    const own = (await ownOf(opened, await settings.of(opened.uri))).filter((p) => !mayBeAnswered(p));
    setTimeout(() => void tellMore(opened, own), QUIET);
    return own;
  }

  async function tellMore(opened: Opened, own: readonly Problem[]): Promise<void> {
    try {
      const { problems: all } = await compute(opened);
      if (said(all) !== said(own)) void connection.languages.diagnostics.refresh();
    } catch (error) {
      if (!(error instanceof ResponseError)) log(`diagnostics failed: ${oneLine(error)}`);
    }
  }

  const problems: Problems = { of: compute };

  if (pull) {
    const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };
    connection.languages.diagnostics.on(
      guarded(log, 'textDocument/diagnostic', nothing, async ({ textDocument, previousResultId }) => {
        const opened = documents.get(textDocument.uri);
        if (!opened) return nothing;
        const early = canRefresh && isLong(opened) && !folders.isRead(opened.uri) ? await ownProblems(opened) : undefined;
        if (early) return { kind: 'full', items: toDiagnostics(opened, early, undefined) };
        const computed = await compute(opened);
        if (computed.id === previousResultId) return { kind: 'unchanged', resultId: computed.id };
        return { kind: 'full', items: toDiagnostics(opened, computed.problems, computed.folder), resultId: computed.id };
      }),
    );
    const refresh = (): void => void connection.languages.diagnostics.refresh();
    if (canRefresh) {
      // A file that a fix changes in the background is in no tab, and the client does not ask for its problems: others may be about it.
      const looks = new Map<string, ReturnType<typeof setTimeout>>();
      documents.onOpenOrChange((uri) => {
        clearTimeout(looks.get(uri));
        const look = async (): Promise<void> => {
          looks.delete(uri);
          const opened = documents.get(uri);
          if (!isConfiguration(opened) || isLong(opened)) return;
          const given = cache.get(opened);
          const { problems: now } = await compute(opened);
          if (given && said(given.problems) !== said(now)) refresh();
        };
        looks.set(
          uri,
          setTimeout(() => void look().catch(() => {}), QUIET),
        );
      });
      folders.onChange(refresh);
      tellOthers = (folder, changed, current) => {
        const others = folder.files.flatMap(({ uri }) => (uri === changed.uri ? [] : (documents.get(uri) ?? [])));
        const stale = others.some((other) => {
          const last = cache.get(other);
          return last && last.folder !== folder && said(last.problems) !== said(together(folder, other, last.own, current));
        });
        if (stale) refresh();
      };
    }
    return { ...problems, settingsChanged: refresh };
  }

  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const push = async (uri: string, others = true): Promise<void> => {
    try {
      const opened = documents.get(uri);
      if (!opened) return;
      const { problems, folder } = await compute(opened);
      if (documents.get(uri) !== opened) return;
      await connection.sendDiagnostics({ uri, version: opened.version, diagnostics: toDiagnostics(opened, problems, folder) });
      // A change in one file may be a problem in another.
      if (others) for (const { uri: other } of folder?.files ?? []) if (other !== uri) await push(other, false);
    } catch (error) {
      if (!(error instanceof ResponseError)) log(`diagnostics failed: ${oneLine(error)}`);
    }
  };
  const schedule = (uri: string): void => {
    clearTimeout(waiting.get(uri));
    waiting.set(
      uri,
      setTimeout(() => {
        waiting.delete(uri);
        void push(uri);
      }, QUIET),
    );
  };
  documents.onOpenOrChange(schedule);
  folders.onChange(() => documents.all().forEach(schedule));
  documents.onClose((uri) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return { ...problems, settingsChanged: () => documents.all().forEach(schedule) };
}

function isLong(opened: Opened): boolean {
  return isConfiguration(opened) && lineCount(opened.model.source) > LONG;
}

/** Problems as one text, to see whether they are the same. */
function said(problems: readonly Problem[]): string {
  return problems.map((p) => `${p.rule} ${p.severity} ${p.start} ${p.end} ${p.message}`).join('\n');
}

/** At most `MOST_PROBLEMS`, the worst first if some must be left out, and then a last one that says so. */
function toDiagnostics(opened: Opened, problems: readonly Problem[], folder: MailFolder | undefined): Diagnostic[] {
  const { source } = opened.model;
  const shown = problems.length <= MOST_PROBLEMS ? problems : worst(problems, MOST_PROBLEMS);
  const diagnostics = shown.map((p) => diagnosticOf(opened.uri, source, p, sourcesOf(folder)));
  if (shown.length < problems.length) {
    const message = t('{0} problems in this file; the {1} most severe are shown.', problems.length, shown.length);
    diagnostics.push({ range: rangeOf(source, { start: 0, end: 0 }), message, severity: 3, source: 'postmaster' });
  }
  return diagnostics;
}

function worst(problems: readonly Problem[], most: number): Problem[] {
  const order = { error: 0, warning: 1, info: 2, hint: 3 };
  return [...problems].sort((a, b) => order[a.severity] - order[b.severity]).slice(0, most);
}
