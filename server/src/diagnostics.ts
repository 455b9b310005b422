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
import { diagnosticOf, rangeOf } from './convert';
import { MANY_LINES, type Documents, type Opened } from './documents';
import { guarded, oneLine, type Log } from './guard';
import type { Settings, SettingsSource } from './settings';

/** An editor slows down under more, and nobody reads them. */
export const MOST_PROBLEMS = 1000;

/** How long a client that has problems pushed to it must have been quiet, in milliseconds. */
const QUIET = 120;

export interface Problems {
  /** All problems of a document under its settings. */
  of(opened: Opened): Promise<readonly Problem[]>;
}

interface Computed {
  readonly problems: readonly Problem[];
  /** Names this result, so that a client that has it already need not get it again. */
  readonly id: string;
}

/** Serves diagnostics on `connection`: by pull if the client knows that, else by push. */
export function serveDiagnostics(
  connection: Connection,
  documents: Documents,
  settings: SettingsSource,
  pull: boolean,
  log: Log,
): Problems & { settingsChanged(): void } {
  const cache = new WeakMap<Opened, Promise<Computed>>();
  const settled = new WeakMap<Opened, Settings>();
  let count = 0;

  async function compute(opened: Opened): Promise<Computed> {
    const current = await settings.of(opened.uri);
    const known = settled.get(opened) === current ? cache.get(opened) : undefined;
    if (known) return known;
    const computed = find(opened, current).then((problems) => ({ problems, id: String(++count) }));
    settled.set(opened, current);
    cache.set(opened, computed);
    return computed;
  }

  async function find(opened: Opened, { rules }: Settings): Promise<readonly Problem[]> {
    const { language, model } = opened;
    const options: RuleOptions = {
      rules,
      onBrokenRule: (rule, error) => log(`rule ${rule} failed: ${oneLine(error)}`),
    };
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

  const problems: Problems = { of: async (opened) => (await compute(opened)).problems };

  if (pull) {
    const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };
    connection.languages.diagnostics.on(
      guarded(log, 'textDocument/diagnostic', nothing, async ({ textDocument, previousResultId }) => {
        const opened = documents.get(textDocument.uri);
        if (!opened) return nothing;
        const computed = await compute(opened);
        if (computed.id === previousResultId) return { kind: 'unchanged', resultId: computed.id };
        return { kind: 'full', items: toDiagnostics(opened, computed.problems), resultId: computed.id };
      }),
    );
    return { ...problems, settingsChanged: () => void connection.languages.diagnostics.refresh() };
  }

  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const push = async (uri: string): Promise<void> => {
    try {
      const opened = documents.get(uri);
      if (!opened) return;
      const { problems } = await compute(opened);
      if (documents.get(uri) !== opened) return;
      await connection.sendDiagnostics({ uri, version: opened.version, diagnostics: toDiagnostics(opened, problems) });
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
  documents.onClose((uri) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return { ...problems, settingsChanged: () => documents.all().forEach(schedule) };
}

/** At most `MOST_PROBLEMS`, the worst first if some must be left out, and then a last one that says so. */
function toDiagnostics(opened: Opened, problems: readonly Problem[]): Diagnostic[] {
  const { source } = opened.model;
  const shown = problems.length <= MOST_PROBLEMS ? problems : worst(problems, MOST_PROBLEMS);
  const diagnostics = shown.map((p) => diagnosticOf(opened.uri, source, p));
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
