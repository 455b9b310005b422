/** Connections whose process id changed, put together as strands.ts does it, from what a survey keeps of them. */
import { wide } from '../../hash';

/** A sequence of symbols as two numbers of 32 bits that can be put behind each other: polynomials in `BASE_A` and `BASE_B`. */
export interface Sum {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Any two odd numbers: wasm/scan.ts multiplies by them for each symbol that it puts at the end. */
const BASE_A = 0x9e3779b1 | 0;
const BASE_B = 0x85ebca77 | 0;

/** What one process id wrote between two beginnings: a strand of strands.ts, as a scan tells of it, and the sum of its lines. */
export interface Strand extends Sum {
  /** From 1. */
  readonly number: number;
  /** Lines of the log, from 0: the first, the last, and the last that went over the wire (-1: none). */
  readonly first: number;
  readonly last: number;
  readonly spoken: number;
  /** True if it must be read to know what is in it. */
  odd: boolean;
  /** True if whatever its process wrote from its first line on belongs to it. */
  readonly whole: boolean;
  /** Where it begins with a reply that nobody under its id asked for: the commands that had no answer then. */
  readonly birth: Birth;
  /** What was joined to it. */
  guests: Guests;
  /** What it was joined to. */
  home: Strand | undefined;
  /** Of connections with equal numbers the rules say the same; undefined if it is like no other. */
  shape: number | undefined;
}

type Guests = readonly { readonly strand: Strand; readonly at: Sum }[];

/**
 * Lines of clients that had no answer when a strand began with one, the nearest first: the number of their strand, and what it was up to there.
 * `plain`: the line is a command, not text, and nothing was remarked behind it.
 */
export type Birth = readonly { readonly home: number; readonly line: number; readonly at: Sum; readonly plain: boolean }[];

/** A strand that nothing is joined to, that begins as others do. */
export const ALONE = { birth: [] as Birth, guests: [] as Guests };

/** Joins each strand that begins with a reply to the one whose command waits for it. `nextSpoken` gives the line that follows one within its strand, and whether the client said it. */
export function joinForks(
  strands: readonly Strand[],
  nextSpoken: (line: number) => { line: number; client: boolean } | undefined,
): void {
  const taken = new Set<number>();
  for (const strand of strands) {
    for (const { home: number, line, at, plain } of strand.birth) {
      const home = strands[number - 1]!;
      if (home.home || taken.has(line)) continue;
      const next = nextSpoken(line);
      if (next && !(next.line > strand.spoken && next.client)) continue;
      taken.add(line);
      strand.home = home;
      home.guests = [...home.guests, { strand, at }];
      home.odd ||= strand.odd || !plain;
      break;
    }
  }
}

/** The number of a strand's shape with those of its guests in their places. */
export function shapeOf(home: Strand): number {
  if (home.guests.length === 0) return wide(home.a, home.b);
  let whole: Sum = { a: 0, b: 0, length: 0 };
  let from: Sum = whole;
  for (const { strand, at } of home.guests) {
    whole = joined(joined(whole, between(from, at)), strand);
    from = at;
  }
  whole = joined(whole, between(from, home));
  return wide(whole.a, whole.b);
}

/** What the longer sum has behind the shorter one it begins with. */
function between(shorter: Sum, longer: Sum): Sum {
  const length = longer.length - shorter.length;
  const a = (longer.a - Math.imul(shorter.a, power(BASE_A, length))) | 0;
  const b = (longer.b - Math.imul(shorter.b, power(BASE_B, length))) | 0;
  return { a, b, length };
}

function joined(first: Sum, second: Sum): Sum {
  const a = (Math.imul(first.a, power(BASE_A, second.length)) + second.a) | 0;
  const b = (Math.imul(first.b, power(BASE_B, second.length)) + second.b) | 0;
  return { a, b, length: first.length + second.length };
}

function power(base: number, exponent: number): number {
  let [result, square] = [1, base];
  for (let left = exponent; left > 0; left >>>= 1) {
    if (left & 1) result = Math.imul(result, square);
    square = Math.imul(square, square);
  }
  return result;
}
