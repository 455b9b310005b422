/** The calls of a file in the order m4 runs them, and with them the calls that the macro files make in turn. */
import { macroFiles } from '../../knowledge/macrofiles';
import type { McCall, McModel } from './model';
import { valueOf } from './model';

/** One FEATURE, MAILER, OSTYPE, DOMAIN or HACK that runs. */
export interface Step {
  readonly macro: string;
  readonly name: string;
  /** The call in the file. */
  readonly call: McCall;
  /** The place of `call` in `model.run`. */
  readonly at: number;
  /** True if a macro file makes this call, not the file itself. */
  readonly implied: boolean;
}

const kinds = new Set(['FEATURE', 'MAILER', 'OSTYPE', 'DOMAIN', 'HACK']);
const made = new Map(macroFiles.map((f) => [`${f.macro} ${f.name}`, f.calls ?? []]));
const stepsKnown = new WeakMap<McModel, readonly Step[]>();

/** All steps in order; what a macro file calls comes right behind the call of that file. */
export function stepsOf(model: McModel): readonly Step[] {
  let steps = stepsKnown.get(model);
  if (!steps) stepsKnown.set(model, (steps = findSteps(model)));
  return steps;
}

function findSteps(model: McModel): Step[] {
  const steps: Step[] = [];
  model.run.forEach((call, at) => {
    if (!kinds.has(call.name)) return;
    const name = valueOf(call, 0);
    steps.push({ macro: call.name, name, call, at, implied: false });
    for (const inner of made.get(`${call.name} ${name}`) ?? []) {
      const [macro = '', ...rest] = inner.split(' ');
      steps.push({ macro, name: rest.join(' '), call, at, implied: true });
    }
  });
  return steps;
}

const byName = new WeakMap<McModel, ReadonlyMap<string, readonly McCall[]>>();

/** The calls of some names that run, in their order, each place in the file once. */
export function runsOf(model: McModel, ...names: readonly string[]): readonly McCall[] {
  let calls = byName.get(model);
  if (!calls) byName.set(model, (calls = groupRuns(model)));
  if (names.length === 1) return calls.get(names[0]!) ?? [];
  return names.flatMap((name) => calls.get(name) ?? []).sort((a, b) => a.order - b.order);
}

function groupRuns(model: McModel): Map<string, McCall[]> {
  const calls = new Map<string, McCall[]>();
  const seen = new Set<number>();
  for (const call of model.run) {
    if (seen.has(call.span.start)) continue;
    seen.add(call.span.start);
    const list = calls.get(call.name);
    if (list) list.push(call);
    else calls.set(call.name, [call]);
  }
  return calls;
}

/** True if a feature is on, by the file or by a macro file it names. */
export function hasFeature(model: McModel, name: string): boolean {
  return stepsOf(model).some((s) => s.macro === 'FEATURE' && s.name === name);
}
