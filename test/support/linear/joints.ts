/** A pattern as joints: places that read a character, and empty ways between them. */
import type { AST } from '@eslint-community/regexpp';
import type { Alphabet, Mask, Reading } from './alphabet';

/** What stands before a place where the text begins. */
export const NOTHING = undefined;

/** An empty way, open to those characters (the end of the text among them) that may follow; `before` is the kind of the last one. */
interface Way {
  readonly to: Joint;
  readonly open?: (before: Mask | undefined) => Mask;
}

export interface Joint {
  readonly ways: Way[];
  reads?: { readonly part: Reading; readonly mask: Mask; readonly to: Joint };
}

export interface Joints {
  readonly start: Joint;
  readonly end: Joint;
  /** The places that read which one can come to without reading, and the characters that one may go on with at `end`. */
  reach(from: Joint, before: Mask | undefined, end: Joint): Reach;
}

export interface Reach {
  /** What may be read next, at which joint; `twice` is what more than one way leads to. */
  readonly next: ReadonlyMap<Joint, { readonly mask: Mask; readonly twice: Mask }>;
  readonly arrived: Mask;
}

/** More copies than these of what is repeated count as any number of them. */
const MOST_COPIES = 400;

export function jointsOf(pattern: AST.Pattern, flags: string, alphabet: Alphabet): Joints {
  const start = joint();
  return { start, end: alternatives(pattern.alternatives, start), reach };

  function alternatives(list: readonly AST.Alternative[], from: Joint): Joint {
    const to = joint();
    for (const { elements } of list)
      go(
        elements.reduce((at, element) => build(element, at), branch(from)),
        to,
      );
    return to;
  }

  function build(node: AST.Element, from: Joint): Joint {
    switch (node.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass': {
        const at = branch(from);
        const to = joint();
        at.reads = { part: node, mask: alphabet.read(node), to };
        return to;
      }
      case 'Group':
      case 'CapturingGroup':
        return alternatives(node.alternatives, from);
      case 'Backreference': {
        // More than the matcher takes: anything that the group could have been.
        const group = Array.isArray(node.resolved) ? node.resolved[0]! : node.resolved;
        return alternatives(group.alternatives, from);
      }
      case 'Quantifier':
        return repeated(node, from);
      case 'Assertion':
        return assertion(node, from);
    }
  }

  function repeated({ min, max, element }: AST.Quantifier, from: Joint): Joint {
    const copies = Math.min(min, MOST_COPIES);
    let at = from;
    if (max <= MOST_COPIES) {
      const out = joint();
      for (let i = 0; i < max; i++) {
        if (i >= copies) go(at, out);
        at = build(element, branch(at));
      }
      go(at, out);
      return out;
    }
    for (let i = 0; i < copies - 1; i++) at = build(element, at);
    const head = branch(at);
    const tail = build(element, head);
    go(tail, head);
    const out = joint();
    go(tail, out);
    if (min === 0) go(at, out);
    return out;
  }

  function assertion(node: AST.Assertion, from: Joint): Joint {
    const to = joint();
    switch (node.kind) {
      case 'start':
        go(from, to, (before) => (before === NOTHING || (flags.includes('m') && before & alphabet.lineEnd) ? alphabet.all : 0n));
        break;
      case 'end':
        go(from, to, () => alphabet.endOfText | (flags.includes('m') ? alphabet.lineEnd : 0n));
        break;
      case 'word':
        go(from, to, (before) => {
          const afterWord = before !== NOTHING && (before & alphabet.word) !== 0n;
          return afterWord === node.negate ? alphabet.word : alphabet.all & ~alphabet.word;
        });
        break;
      case 'lookahead': {
        // What it reads is read beside the pattern: a way that leads nowhere.
        const inside = branch(from);
        const end = alternatives(node.alternatives, inside);
        // What a backreference was is not known: that it fails rules nothing out.
        if (node.negate && /\\[1-9k]/.test(node.raw)) go(from, to);
        else go(from, to, (before) => ahead(inside, end, before, node.negate));
        break;
      }
      case 'lookbehind':
        go(from, to, (before) =>
          node.alternatives.some((a) => behind(a, before, node.negate)) === node.negate ? 0n : alphabet.all,
        );
        break;
    }
    return to;
  }

  /** The characters with which a lookahead may hold (where it is negated: may fail). */
  function ahead(inside: Joint, end: Joint, before: Mask | undefined, negate: boolean): Mask {
    const { next, arrived } = reach(inside, before, end);
    let mask = arrived;
    for (const [at, { mask: open }] of next) {
      // Negated, only those characters count that alone are all it wants.
      const whole = alphabet.kinds.every((kind) => reach(at.reads!.to, kind, end).arrived === alphabet.all);
      if (!negate || whole) mask |= open;
    }
    return negate ? alphabet.all & ~mask : mask;
  }

  /** Whether an alternative of a lookbehind may hold after `before`; where it is negated, whether it must. */
  function behind({ elements }: AST.Alternative, before: Mask | undefined, negate: boolean): boolean {
    const last = elements.at(-1);
    const alone = elements.length === 1;
    if (last && isReading(last)) return before !== NOTHING && (before & alphabet.read(last)) !== 0n && (alone || !negate);
    if (last?.type === 'Assertion' && last.kind === 'start' && alone) return before === NOTHING;
    if (last?.type === 'Quantifier' && last.max > MOST_COPIES) throw new Error('a lookbehind without end');
    if (last?.type === 'Quantifier' && last.min > 0 && isReading(last.element))
      return before !== NOTHING && (before & alphabet.read(last.element)) !== 0n && ((alone && last.min === 1) || !negate);
    return !negate;
  }

  function reach(from: Joint, before: Mask | undefined, end: Joint): Reach {
    const next = new Map<Joint, { mask: Mask; twice: Mask }>();
    const visits = new Map<string, number>();
    const numbers = new Map<Joint, number>();
    const on = new Set<Joint>();
    let arrived = 0n;
    visit(from, alphabet.all);
    return { next, arrived };

    function visit(at: Joint, open: Mask): void {
      if (open === 0n || on.has(at)) return; // an empty round of a loop ends it
      if (at === end) arrived |= open;
      if (at.reads) {
        const mask = open & at.reads.mask;
        const known = next.get(at);
        if (known) next.set(at, { mask: known.mask | mask, twice: known.twice | (known.mask & mask) });
        else if (mask !== 0n) next.set(at, { mask, twice: 0n });
      }
      if (!numbers.has(at)) numbers.set(at, numbers.size);
      const key = `${numbers.get(at)} ${open}`;
      const times = visits.get(key) ?? 0;
      if (times === 2) return; // two ways are as bad as many
      visits.set(key, times + 1);
      on.add(at);
      for (const way of at.ways) visit(way.to, way.open ? open & way.open(before) : open);
      on.delete(at);
    }
  }
}

function joint(): Joint {
  return { ways: [] };
}

function go(from: Joint, to: Joint, open?: Way['open']): void {
  from.ways.push(open ? { to, open } : { to });
}

/** A new joint behind `from`. */
function branch(from: Joint): Joint {
  const to = joint();
  go(from, to);
  return to;
}

function isReading(node: AST.Node): node is Reading {
  return /^(?:Character|CharacterSet|CharacterClass|ExpressionCharacterClass)$/.test(node.type);
}
