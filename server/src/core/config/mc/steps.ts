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
const known = new WeakMap<McModel, readonly Step[]>();

/** All steps in order; what a macro file calls comes right behind the call of that file. */
export function stepsOf(model: McModel): readonly Step[] {
  let steps = known.get(model);
  if (!steps) known.set(model, (steps = findSteps(model)));
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

/** The calls of `name` that run, each place in the file once. */
export function runsOf(model: McModel, ...names: readonly string[]): McCall[] {
  const seen = new Set<number>();
  return model.run.filter((c) => names.includes(c.name) && !seen.has(c.span.start) && seen.add(c.span.start));
}

/** True if a feature is on, by the file or by a macro file it names. */
export function hasFeature(model: McModel, name: string): boolean {
  return stepsOf(model).some((s) => s.macro === 'FEATURE' && s.name === name);
}
