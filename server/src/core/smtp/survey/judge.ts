/**
 * Judges a log by the shapes of its connections. Of each shape one session is judged by all rules, which has what is more of the
 * same only once. The connections are then judged by those rules that spoke of it, and by no other; where these look at single
 * replies, only the replies are read. What is odd is judged in full.
 */
import { runRules, runRulesInSteps, type Problem, type Rule, type RuleOptions } from '../../problem';
import { lineAt } from '../../text';
import type { Session, Transcript } from '../model';
import type { Connection, Survey } from './survey';

/** What `judgeShapes` gives: the problems, as `runRules` does, and how many sessions all rules looked at. */
export interface Judgement {
  readonly problems: Problem[];
  readonly inFull: number;
}

/** A session that stands for all of its shape, the lines it was read from, and what rules found in it. */
interface Sample {
  readonly lines: readonly number[];
  readonly session: Session;
  readonly problems: Problem[];
}

/** How many sessions are read between two steps, and judged in one. */
const STEP = 200;

/** Runs rules over a log that was surveyed, some connections or one rule a step. */
export function* judgeShapes(
  survey: Survey,
  rules: readonly Rule<Transcript>[],
  options: RuleOptions = {},
): Generator<void, Judgement> {
  const samples = new Map<number, Sample>();
  const odd: Connection[] = [];
  for (const connection of survey.connections) {
    const { shape } = connection;
    if (shape === undefined) odd.push(connection);
    else if (!samples.has(shape)) {
      const lines = survey.outline(connection);
      samples.set(shape, { lines, session: survey.readLines(lines), problems: [] });
    }
  }
  const sampled = [...samples.values()];
  yield;
  for (const problem of yield* judge(
    survey,
    sampled.map(({ session }) => session),
    rules,
    options,
  )) {
    const shape = survey.at(lineAt(survey.source, problem.start))?.shape;
    samples.get(shape!)?.problems.push(problem);
  }
  const problems = yield* judge(survey, yield* inSteps(odd, (connection) => survey.read(connection)), rules, options);

  const works = new Map<string, { readonly rules: readonly Rule<Transcript>[]; readonly read: (() => Session)[] }>();
  for (const connection of survey.connections) {
    const sample = samples.get(connection.shape!);
    if (!sample || sample.problems.length === 0) continue;
    for (const [read, some] of workOf(survey, connection, sample, rules)) {
      const key = some.map((rule) => rule.id).join(' ');
      const work = works.get(key);
      if (work) work.read.push(read);
      else works.set(key, { rules: some, read: [read] });
    }
  }
  for (const { rules: some, read } of works.values())
    problems.push(...(yield* judge(survey, yield* inSteps(read, (one) => [one()]), some, options)));
  const order = new Map(rules.map((rule, i) => [rule.id, i]));
  problems.sort((a, b) => a.start - b.start || a.end - b.end || order.get(a.rule)! - order.get(b.rule)!);
  return { problems, inFull: odd.length + sampled.length };
}

function* inSteps<T>(list: readonly T[], read: (one: T) => readonly Session[]): Generator<void, Session[]> {
  const sessions: Session[] = [];
  for (const [i, one] of list.entries()) {
    if (i % STEP === STEP - 1) yield;
    sessions.push(...read(one));
  }
  return sessions.sort((a, b) => a.line - b.line || a.start - b.start);
}

/** Judges sessions. Few are judged at once. */
function* judge(
  { source }: Survey,
  sessions: readonly Session[],
  rules: readonly Rule<Transcript>[],
  options: RuleOptions,
): Generator<void, Problem[]> {
  if (sessions.length === 0) return [];
  const log: Transcript = { source, format: 'sendmail-X', vantage: 'server', sessions };
  return sessions.length > STEP ? yield* runRulesInSteps(rules, log, options) : runRules(rules, log, options);
}

/** What is to be read of a connection, and the rules for it, by what was found in the sample of its shape. */
function workOf(
  survey: Survey,
  connection: Connection,
  { session, lines, problems }: Sample,
  rules: readonly Rule<Transcript>[],
): (readonly [() => Session, readonly Rule<Transcript>[]])[] {
  const work: (readonly [() => Session, readonly Rule<Transcript>[]])[] = [];
  const whole = new Set<string>();
  let own: number[] | undefined;
  for (const { rule: id, start } of problems) {
    const rule = rules.find((one) => one.id === id)!;
    const excerpt = rule.aboutReplies && excerptOf(session, start);
    if (!excerpt) whole.add(id);
    else {
      own ??= survey.outline(connection);
      const some = excerpt.map((line) => own![lines.indexOf(line)]!);
      work.push([() => survey.readLines(some), [rule]]);
    }
  }
  if (whole.size > 0) work.push([() => survey.read(connection)[0]!, rules.filter((rule) => whole.has(rule.id))]);
  return work;
}

/**
 * The lines of the greeting, of the refusal that begins at `start`, and of the command that it answers. Undefined if the session
 * is not so simple.
 */
function excerptOf({ events }: Session, start: number): number[] | undefined {
  const greeting = events[0];
  const reply = events.find((e) => e.kind === 'reply' && e.start === start);
  if (greeting?.kind !== 'reply' || greeting.code !== 220 || reply?.kind !== 'reply' || reply.answers === undefined)
    return undefined;
  const asked = events[reply.answers];
  if (asked?.kind !== 'command' || reply.code < 400) return undefined;
  return [...greeting.lineSpans.map((s) => s.line), asked.line, ...reply.lineSpans.map((s) => s.line)];
}
