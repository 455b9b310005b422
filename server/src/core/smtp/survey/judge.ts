/**
 * Judges a log by the shapes of its connections. One of each shape is read and judged by all rules. The others of that shape are
 * judged by the rules that spoke there, and by no other; where those look at single replies, only these replies are read. What is
 * odd is judged in full.
 */
import { runRulesInSteps, type Problem, type Rule, type RuleOptions } from '../../problem';
import { lineAt } from '../../text';
import type { Session, SessionEvent, Transcript } from '../model';
import type { Connection, Survey } from './survey';

/** What `judgeShapes` gives: the problems, as `runRules` does, and how many connections all rules looked at. */
export interface Judgement {
  readonly problems: Problem[];
  readonly inFull: number;
}

/** A connection of a shape that was judged in full, in which rules spoke. */
interface Sample {
  readonly session: Session;
  readonly problems: Problem[];
}

/** How many sessions are read between two steps. */
const STEP = 200;

/** Runs rules over a log that was surveyed, some connections or one rule a step. */
export function* judgeShapes(
  survey: Survey,
  rules: readonly Rule<Transcript>[],
  options: RuleOptions = {},
): Generator<void, Judgement> {
  const sampled = new Set<number>();
  const inFull: Connection[] = [];
  const others: Connection[] = [];
  for (const connection of survey.connections) {
    const { shape } = connection;
    (shape === undefined || !sampled.has(shape) ? inFull : others).push(connection);
    if (shape !== undefined) sampled.add(shape);
  }
  const sessions = yield* inSteps(inFull, (connection) => survey.read(connection));
  const problems = yield* judge(survey, sessions, rules, options);

  const samples = samplesOf(survey, sessions, problems);
  const works = new Map<string, { readonly rules: readonly Rule<Transcript>[]; readonly read: (() => Session)[] }>();
  for (const connection of others) {
    const sample = samples.get(connection.shape!);
    if (!sample) continue;
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
  return { problems, inFull: inFull.length };
}

function* inSteps<T>(list: readonly T[], read: (one: T) => readonly Session[]): Generator<void, Session[]> {
  const sessions: Session[] = [];
  for (const [i, one] of list.entries()) {
    if (i % STEP === STEP - 1) yield;
    sessions.push(...read(one));
  }
  return sessions.sort((a, b) => a.line - b.line || a.start - b.start);
}

function judge(
  { source }: Survey,
  sessions: readonly Session[],
  rules: readonly Rule<Transcript>[],
  options: RuleOptions,
): Generator<void, Problem[]> {
  return runRulesInSteps(rules, { source, format: 'sendmail-X', vantage: 'server', sessions }, options);
}

/** Those in which rules spoke, by their shapes. */
function samplesOf(survey: Survey, sessions: readonly Session[], problems: readonly Problem[]): Map<number, Sample> {
  const byConnection = new Map<Connection, Problem[]>();
  for (const problem of problems) {
    const connection = survey.at(lineAt(survey.source, problem.start));
    if (connection?.shape === undefined) continue;
    const own = byConnection.get(connection);
    if (own) own.push(problem);
    else byConnection.set(connection, [problem]);
  }
  const samples = new Map<number, Sample>();
  for (const session of sessions) {
    const connection = survey.at(session.line);
    const own = connection && byConnection.get(connection);
    if (own) samples.set(connection.shape!, { session, problems: own });
  }
  return samples;
}

/** What is to be read of a connection, and the rules for it, by what was found in the sample of its shape. */
function workOf(
  survey: Survey,
  connection: Connection,
  { session, problems }: Sample,
  rules: readonly Rule<Transcript>[],
): (readonly [() => Session, readonly Rule<Transcript>[]])[] {
  const work: (readonly [() => Session, readonly Rule<Transcript>[]])[] = [];
  const whole = new Set<string>();
  let lines: number[] | undefined;
  for (const { rule: id, start } of problems) {
    const rule = rules.find((one) => one.id === id)!;
    const places = rule.aboutReplies && excerptOf(session, start);
    if (!places) whole.add(id);
    else {
      lines ??= survey.linesBesidesText(connection);
      const own = places.map((place) => lines![place]!);
      work.push([() => survey.readLines(own), [rule]]);
    }
  }
  if (whole.size > 0) work.push([() => survey.read(connection)[0]!, rules.filter((rule) => whole.has(rule.id))]);
  return work;
}

/**
 * The greeting, the command and the refusal of it that begins at `start`: the numbers of their lines among those that are no
 * text. Undefined if the session is not so simple.
 */
function excerptOf({ events }: Session, start: number): number[] | undefined {
  const index = events.findIndex((e) => e.kind === 'reply' && e.start === start);
  const [greeting, reply] = [events[0], events[index]];
  if (greeting?.kind !== 'reply' || greeting.code !== 220 || reply?.kind !== 'reply' || reply.answers === undefined)
    return undefined;
  const asked = events[reply.answers];
  if (asked?.kind !== 'command' || reply.code < 400) return undefined;
  const places: number[] = [];
  let line = 0;
  for (const event of events) {
    const lines = linesBesidesText(event);
    if (event === greeting || event === asked || event === reply) for (let i = 0; i < lines; i++) places.push(line + i);
    line += lines;
  }
  return places;
}

function linesBesidesText(event: SessionEvent): number {
  if (event.kind === 'reply') return event.lines.length;
  return event.kind === 'data' ? Number(event.ended) : 1;
}
