/**
 * Whether JavaScript's matcher, which tries one way after the other, takes time linear in the text for a regular expression.
 *
 * It does not where two loops of the pattern can share out the same text in many ways (the search for a beginning, which takes any
 * characters, is a loop, too): states p and q with a text that leads from p to p, from p to q and from q to q (Weber and Seidl, "On
 * the degree of ambiguity of finite automata", 1991). A loop in which the pattern has matched already does no harm: the matcher
 * that came there does not fail. This says "not linear" of some patterns that are, never the other way round.
 */
import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { alphabetOf, type Alphabet, type Mask } from './alphabet';
import { jointsOf, NOTHING, type Joint } from './joints';

/** Why a pattern is not linear: the text that two of its loops share out, repeated. */
export interface Superlinear {
  readonly pump: string;
  /** The parts of the pattern in question; the first is missing where it is the search for a beginning. */
  readonly parts: readonly string[];
}

interface State {
  readonly joint?: Joint;
  readonly part?: AST.Node;
  readonly edges: { readonly to: number; readonly mask: Mask; readonly twice: boolean }[];
  /** The characters (the end of the text among them) before which the pattern has matched here. */
  arrived: Mask;
}

/** Undefined where the pattern is linear. Throws where it is no pattern. The outcome depends on nothing but the arguments. */
export function superlinear(source: string, flags: string): Superlinear | undefined {
  const parser = new RegExpParser({ ecmaVersion: 2025 });
  const pattern = parser.parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  const alphabet = alphabetOf(pattern, flags);
  const states = statesOf(pattern, flags, alphabet);
  const before = predecessors(states);
  const groups = loopsOf(states, before);
  const sure = surelyMatched(states, before, alphabet.all);
  const usable = (s: number): boolean => groups[s] !== undefined && !(sure[s] && states[s]!.joint);
  const fault = (p: number, q: number, pump: string): Superlinear => ({
    pump,
    parts: [p, q].flatMap((s) => states[s]!.part?.raw ?? []),
  });

  for (const [p, { edges, joint }] of states.entries()) {
    if (!usable(p)) continue;
    const twice = edges.find((e) => joint && e.twice && groups[e.to] === groups[p] && usable(e.to));
    if (twice) return fault(p, twice.to, alphabet.sample(twice.mask));
    const found = shared(p);
    if (found) return fault(p, found.q, found.pump);
  }
  return undefined;

  /** A state q and a text that leads from p to p, from p to q and from q to q. */
  function shared(p: number): { q: number; pump: string } | undefined {
    for (const q of reachable(p, (s) => states[s]!.edges.map((e) => e.to))) {
      if (q === p || !usable(q)) continue;
      const pump = pumpOf(
        p,
        q,
        reachable(q, (s) => before[s]!),
      );
      if (pump !== undefined) return { q, pump };
    }
    return undefined;
  }

  function pumpOf(p: number, q: number, between: ReadonlySet<number>): string | undefined {
    const size = states.length;
    const inLoop = (s: number, of: number): boolean => groups[s] === groups[of] && usable(s);
    const seen = new Map<number, string>([[(p * size + p) * size + q, '']]);
    for (const [key, text] of seen) {
      const [a, b, c] = [Math.floor(key / size / size), Math.floor(key / size) % size, key % size];
      for (const ea of states[a]!.edges) {
        if (!inLoop(ea.to, p)) continue;
        for (const ec of states[c]!.edges) {
          const ac = ea.mask & ec.mask;
          if (ac === 0n || !inLoop(ec.to, q)) continue;
          for (const eb of states[b]!.edges) {
            const mask = ac & eb.mask;
            if (mask === 0n || !between.has(eb.to)) continue;
            const pump = text + alphabet.sample(mask);
            if (ea.to === p && eb.to === q && ec.to === q) return pump;
            const next = (ea.to * size + eb.to) * size + ec.to;
            if (!seen.has(next)) seen.set(next, pump);
          }
        }
      }
    }
    return undefined;
  }
}

/** The states: after each place that reads, for each kind of character it may have read; before them the search for a beginning. */
function statesOf(pattern: AST.Pattern, flags: string, alphabet: Alphabet): State[] {
  const joints = jointsOf(pattern, flags, alphabet);
  const states: State[] = [];
  const numbers = new Map<Joint | undefined, Map<Mask | undefined, number>>(); // by joint and what was read
  const searching = !flags.includes('y');
  const queue: { number: number; before: Mask | undefined; at: Joint }[] = [];
  numberOf(undefined, NOTHING);
  for (const { number, before, at } of queue) {
    const state = states[number]!;
    const { next, arrived } = joints.reach(at, before, joints.end);
    state.arrived = arrived;
    for (const [joint, { mask, twice }] of next) link(state, joint, mask, twice);
    if (!state.joint && searching) link(state, undefined, alphabet.all & ~alphabet.endOfText, 0n);
  }
  return states;

  function link(from: State, joint: Joint | undefined, mask: Mask, twice: Mask): void {
    for (const kind of alphabet.kinds)
      if (mask & kind) from.edges.push({ to: numberOf(joint, kind), mask: mask & kind, twice: (twice & kind) !== 0n });
  }

  function numberOf(joint: Joint | undefined, before: Mask | undefined): number {
    const kinds = numbers.get(joint) ?? new Map<Mask | undefined, number>();
    numbers.set(joint, kinds);
    let number = kinds.get(before);
    if (number === undefined) {
      kinds.set(before, (number = states.length));
      states.push({ ...(joint ? { joint, part: joint.reads!.part } : {}), edges: [], arrived: 0n });
      queue.push({ number, before, at: joint ? joint.reads!.to : joints.start });
    }
    return number;
  }
}

/** Which states lead to a match whatever follows: all, but for those that may fail, and those that depend on one of them. */
function surelyMatched(states: readonly State[], before: readonly (readonly number[])[], all: Mask): boolean[] {
  const sure = states.map(() => true);
  const fails = (s: number): boolean =>
    sure[s]! && states[s]!.edges.reduce((mask, e) => (sure[e.to] ? mask | e.mask : mask), states[s]!.arrived) !== all;
  const queue = [...states.keys()];
  for (const s of queue) {
    if (!fails(s)) continue;
    sure[s] = false;
    queue.push(...before[s]!);
  }
  return sure;
}

/** For each state the loop it is in, by a number: states that lead to each other (Kosaraju). Undefined where none leads back. */
function loopsOf(states: readonly State[], from: readonly (readonly number[])[]): (number | undefined)[] {
  const order: number[] = [];
  const seen = states.map(() => false);
  for (const first of states.keys()) {
    if (seen[first]) continue;
    seen[first] = true;
    const path = [{ s: first, next: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const edge = states[top.s]!.edges[top.next++];
      if (!edge) order.push(path.pop()!.s);
      else if (!seen[edge.to]) {
        seen[edge.to] = true;
        path.push({ s: edge.to, next: 0 });
      }
    }
  }
  const loop: (number | undefined)[] = states.map(() => undefined);
  for (const first of order.reverse()) {
    if (loop[first] !== undefined) continue;
    loop[first] = first;
    const queue = [first];
    for (const s of queue)
      for (const before of from[s]!)
        if (loop[before] === undefined) {
          loop[before] = first;
          queue.push(before);
        }
  }
  const sizes = new Map<number, number>();
  for (const n of loop) sizes.set(n!, (sizes.get(n!) ?? 0) + 1);
  return loop.map((n, s) => (sizes.get(n!)! > 1 || states[s]!.edges.some((e) => e.to === s) ? n : undefined));
}

/** For each state those that lead to it in one step. */
function predecessors(states: readonly State[]): number[][] {
  const before: number[][] = states.map(() => []);
  for (const [s, { edges }] of states.entries()) for (const { to } of edges) before[to]!.push(s);
  return before;
}

/** The states that one can come to in one step or more. */
function reachable(from: number, steps: (s: number) => readonly number[]): Set<number> {
  const found = new Set<number>();
  for (const s of steps(from)) found.add(s);
  for (const s of found) for (const to of steps(s)) found.add(to);
  return found;
}
