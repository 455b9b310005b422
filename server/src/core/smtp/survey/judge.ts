/**
 * Judges a log by the shapes of its connections: one of each shape is read and judged by all rules, the others only by the
 * rules that spoke there. What is odd is judged in full.
 */
import { runRulesInSteps, type Problem, type Rule, type RuleOptions } from '../../problem';
import { lineAt } from '../../text';
import type { Session, Transcript } from '../model';
import type { Connection, Survey } from './survey';

/** What `judgeShapes` gives: the problems, as `runRules` does, and how many connections all rules looked at. */
export interface Judgement {
  readonly problems: Problem[];
  readonly inFull: number;
}

/** How many connections are read between two steps. */
const STEP = 200;

/** Runs rules over a log that was surveyed, a few connections or one rule a step. */
export function* judgeShapes(
  survey: Survey,
  rules: readonly Rule<Transcript>[],
  options: RuleOptions = {},
): Generator<void, Judgement> {
  const samples = new Set<number>();
  const inFull: Connection[] = [];
  const others: Connection[] = [];
  for (const connection of survey.connections) {
    const { shape } = connection;
    (shape === undefined || !samples.has(shape) ? inFull : others).push(connection);
    if (shape !== undefined) samples.add(shape);
  }
  const problems = yield* judge(survey, inFull, rules, options);

  const spoke = new Map<number, Set<string>>(); // by shape: the rules
  for (const { start, rule } of problems) {
    const shape = survey.at(lineAt(survey.source, start))?.shape;
    if (shape === undefined) continue;
    const known = spoke.get(shape);
    if (known) known.add(rule);
    else spoke.set(shape, new Set([rule]));
  }
  const groups = new Map<string, { ids: ReadonlySet<string>; connections: Connection[] }>();
  for (const connection of others) {
    const ids = spoke.get(connection.shape!);
    if (!ids) continue;
    const key = [...ids].join(' ');
    const group = groups.get(key);
    if (group) group.connections.push(connection);
    else groups.set(key, { ids, connections: [connection] });
  }
  for (const { ids, connections } of groups.values()) {
    const some = rules.filter((rule) => ids.has(rule.id));
    problems.push(...(yield* judge(survey, connections, some, options)));
  }
  return { problems: problems.sort((a, b) => a.start - b.start || a.end - b.end), inFull: inFull.length };
}

function* judge(
  survey: Survey,
  connections: readonly Connection[],
  rules: readonly Rule<Transcript>[],
  options: RuleOptions,
): Generator<void, Problem[]> {
  const sessions: Session[] = [];
  for (const [i, connection] of connections.entries()) {
    if (i % STEP === STEP - 1) yield;
    sessions.push(...survey.read(connection).sessions);
  }
  sessions.sort((a, b) => a.line - b.line || a.start - b.start);
  const log: Transcript = { source: survey.source, format: 'sendmail-X', vantage: 'server', sessions };
  return yield* runRulesInSteps(rules, log, options);
}
