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

  const plans = new Map<number, readonly Part[]>();
  for (const [shape, sample] of samples) if (sample.problems.length > 0) plans.set(shape, partsOf(sample, rules));
  const works = new Map<string, { readonly rules: readonly Rule<Transcript>[]; readonly read: (() => Session)[] }>();
  for (const connection of survey.connections)
    for (const { rules: some, places } of plans.get(connection.shape!) ?? []) {
      const key = some.map((rule) => rule.id).join(' ');
      let work = works.get(key);
      if (!work) works.set(key, (work = { rules: some, read: [] }));
      work.read.push(() => readPart(survey, connection, places));
    }
  for (const { rules: some, read } of works.values())
    for (const problem of yield* judge(survey, yield* inSteps(read, (one) => [one()]), some, options)) problems.push(problem);
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

/** What is to be read of each connection of a shape, and the rules for it. */
interface Part {
  readonly rules: readonly Rule<Transcript>[];
  /** Places in the outline; undefined if all lines are to be read. */
  readonly places: readonly number[] | undefined;
}

/** By what was found in the sample: for some rules the replies they spoke of, for the others the whole. */
function partsOf({ session, lines, problems }: Sample, rules: readonly Rule<Transcript>[]): Part[] {
  const parts: Part[] = [];
  const whole: Rule<Transcript>[] = [];
  for (const rule of rules) {
    const own = problems.filter((problem) => problem.rule === rule.id);
    const excerpts = own.map(({ start }) => (rule.aboutReplies ? excerptOf(session, start) : undefined));
    if (excerpts.includes(undefined)) whole.push(rule);
    else for (const excerpt of excerpts) parts.push({ rules: [rule], places: excerpt!.map((line) => lines.indexOf(line)) });
  }
  if (whole.length > 0) parts.push({ rules: whole, places: undefined });
  return parts;
}

function readPart(survey: Survey, connection: Connection, places: readonly number[] | undefined): Session {
  if (!places) return survey.read(connection)[0]!;
  const outline = survey.outline(connection, Math.max(...places) + 1);
  return survey.readLines(places.map((place) => outline[place]!));
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
