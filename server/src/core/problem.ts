/**
 * Problems, rules, severities and suppression: what every language's `validate` is made of.
 */
import type { Source, Span } from './text';
import { lineAt, lineCount, lineText } from './text';

/** How bad a problem is. Real tools decide: an error is what they refuse, or take in silence and surely do otherwise. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** What `postmaster.rules` may say of a rule. */
export type RuleSetting = Severity | 'off';

/** One replacement of text; `start` = `end` inserts. */
export interface Edit extends Span {
  readonly text: string;
  /** The file it is in, where that is not the file of the problem. */
  readonly uri?: string;
}

/** A repair the user may choose. Edits do not overlap. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Instead of edits: a command of the editor's client, which gets the file's URI. Offered where the client has it. */
  readonly command?: string;
  /** True if this is the one repair an editor should offer first. */
  readonly preferred?: boolean;
}

/** What a rule says of one place, before its severity is settled. */
export interface Finding extends Span {
  /** What is wrong and what to do, in the user's language. */
  readonly message: string;
  /** Where this place is worse or better than the rule's own severity. */
  readonly severity?: Severity;
  /** Other places that belong to it; `uri` where they are in another file. */
  readonly related?: readonly (Span & { readonly message: string; readonly uri?: string })[];
  readonly fixes?: readonly Fix[];
  readonly tag?: 'deprecated' | 'unnecessary';
  /** Where it is written, if it is in an RFC; the rule's own without it. */
  readonly source?: string;
}

/** A finding with the rule that made it and the severity that holds after the user's settings. */
export interface Problem extends Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** True if its rule is about security. */
  readonly audit?: true;
}

/** One thing that can be wrong with a file of model `M`. One small file a rule; its page is docs/rules/<id>.md. */
export interface Rule<M> {
  /** Stable and in kebab case, in the namespace of its language: `mc/unknown-feature`. */
  readonly id: string;
  readonly severity: Severity;
  /** True if it is about security: the audit names it, and one setting switches all of these off. */
  readonly audit?: true;
  /** The RFC's section where it is written, if it is: `RFC 5321 4.1.4`. */
  readonly source?: string;
  /**
   * True if each finding begins with a reply, and hangs on nothing but that, what it answers and what the connection began with:
   * where many replies are alike, no more need be read.
   */
  readonly aboutReplies?: true;
  /** Calls `report` for each finding. Must not throw; if it does, the other rules still run. */
  check(model: M, report: (finding: Finding) => void): void;
}

/** What `validate` is asked to respect. */
export interface RuleOptions {
  /** The user's `postmaster.rules`: rule id to severity or `off`. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** `postmaster.securityAudit`: false leaves out the rules about security. */
  readonly audit?: boolean;
  /** Told of a rule that threw, so that it can be logged; nothing else is lost. */
  readonly onBrokenRule?: (rule: string, error: unknown) => void;
}

/** What every model has: the text it was made of. */
export interface HasSource {
  readonly source: Source;
}

/**
 * Runs rules over a model and gives their problems in order of place.
 * Drops what the user switched off by setting or by a comment `postmaster-ignore rule-id` on the line or the line above.
 */
export function runRules<M extends HasSource>(rules: readonly Rule<M>[], model: M, options: RuleOptions = {}): Problem[] {
  const steps = runRulesInSteps(rules, model, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, one rule a step: whoever runs it may do something else in between, or stop. */
export function* runRulesInSteps<M extends HasSource>(
  rules: readonly Rule<M>[],
  model: M,
  options: RuleOptions = {},
): Generator<void, Problem[]> {
  const problems: Problem[] = [];
  const ignored = ignoredIn(model.source);
  for (const rule of rules) {
    const setting = options.rules?.[rule.id];
    if (setting === 'off' || (rule.audit && options.audit === false)) continue;
    try {
      rule.check(model, (finding) => {
        if (ignored.size > 0 && isIgnored(ignored, model.source, finding, rule.id)) return;
        problems.push({
          ...(rule.source !== undefined && { source: rule.source }),
          ...(rule.audit && { audit: true }),
          ...finding,
          rule: rule.id,
          severity: setting ?? finding.severity ?? rule.severity,
        });
      });
    } catch (error) {
      options.onBrokenRule?.(rule.id, error);
    }
    yield;
  }
  return problems.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What a finding of a rule is under the user's settings and the comments of its file; undefined if it is switched off. */
export function settle(
  rule: { readonly id: string; readonly severity: Severity; readonly audit?: true },
  finding: Finding,
  source: Source,
  options: RuleOptions,
): Problem | undefined {
  const setting = options.rules?.[rule.id];
  if (setting === 'off' || (rule.audit && options.audit === false)) return undefined;
  if (isIgnored(ignoredIn(source), source, finding, rule.id)) return undefined;
  return { ...finding, rule: rule.id, severity: setting ?? finding.severity ?? rule.severity };
}

/** True if some comment switches a rule off. */
export function hasIgnored(source: Source): boolean {
  return ignoredIn(source).size > 0;
}

const ignoredKnown = new WeakMap<Source, ReadonlyMap<number, ReadonlySet<string>>>();

function ignoredIn(source: Source): ReadonlyMap<number, ReadonlySet<string>> {
  let ignored = ignoredKnown.get(source);
  if (!ignored) ignoredKnown.set(source, (ignored = findIgnored(source)));
  return ignored;
}

/** Lines (from 0) that hold a `postmaster-ignore` comment, each with the rule ids it names. */
function findIgnored(source: Source): Map<number, ReadonlySet<string>> {
  const found = new Map<number, ReadonlySet<string>>();
  if (!source.text.includes(IGNORE)) return found;
  for (let line = 0; line < lineCount(source); line++) {
    const text = lineText(source, line);
    const at = text.indexOf(IGNORE);
    if (at >= 0)
      found.set(
        line,
        new Set(
          text
            .slice(at + IGNORE.length)
            .split(/[\s,]+/)
            .filter(Boolean),
        ),
      );
  }
  return found;
}

function isIgnored(ignored: ReadonlyMap<number, ReadonlySet<string>>, source: Source, span: Span, rule: string): boolean {
  const line = lineAt(source, span.start);
  return Boolean(ignored.get(line)?.has(rule) || ignored.get(line - 1)?.has(rule));
}

const IGNORE = 'postmaster-ignore';
