/** Which log format a run of lines is of. */
import { formats } from './formats/index';
import { ENOUGH, type Format } from './formats/format';
import { generic } from './formats/generic/generic';
import type { Line } from './lines';
import { endsOf, unwrap, wrapsOf, type Wrap } from './wraps';

/** A format, and what each of its lines was wrapped in after it was written. */
export interface Found {
  readonly format: Format;
  readonly wraps: readonly Wrap[];
}

/** True if both are the same. */
export function isSame(a: Found, b: Found): boolean {
  return a.format === b.format && namesOf(a) === namesOf(b);
}

function namesOf({ wraps }: Found): string {
  return wraps.map((wrap) => wrap.name).join();
}

/** Lines with a wrapping that are needed before it is looked at, and how many wrappings may lie in each other. */
const FEW = 3;
const DEEPEST = 3;

type Scored = Found & { readonly score: number };

/**
 * The format these lines, which follow each other, are most surely of, if any, leaving out what `except` names. What is known
 * of a program goes before what its lines may be guessed to mean.
 */
export function detectFormat(lines: readonly Line[], except: (found: Found) => boolean): Found | undefined {
  const ends = endsOf(lines.map((line) => line.text));
  const bare = lines.map((line) => unwrap(line, ends).line);
  const texts = bare.map((line) => line.text);
  const allowed = (found: Found): boolean => !except(found);
  const guess = genericIn(texts, ends, allowed);
  const plain = best(texts, ends, allowed);
  if (plain && plain.score >= (guess?.score ?? 0) && readable(plain, texts) === texts.length) return plain;
  const wrapped = inside(bare, ends, allowed);
  const known = better(wrapped, plain, texts) ? wrapped : plain;
  return known && known.score >= (guess?.score ?? 0) ? known : guess;
}

/** Lines of JSON that are enough to look into them. */
const MOST = 0.9;

/** True if lines are more surely of `one`; where both are as sure, if it leaves fewer of them unread. */
function better(one: Scored | undefined, other: Scored | undefined, texts: readonly string[]): boolean {
  if (!one || !other || one.score !== other.score) return (one?.score ?? 0) > (other?.score ?? 0);
  return readable(one, texts) > readable(other, texts);
}

/** How many lines a new reader of the format knows. */
function readable({ format, wraps }: Found, texts: readonly string[]): number {
  const reader = format.open();
  reader.learn?.(texts);
  let known = 0;
  texts.forEach((text, number) => {
    const { line } = unwrap({ number, start: 0, text }, wraps);
    if (text === '' || reader.read(line)) known++;
  });
  return known;
}

/** Lines in a row that one of the formats described here wrote, among those of a program nobody described. */
export interface Run {
  readonly found: Found;
  /** Places in the lines: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** Finds such a run where what is before or behind it can be read without it; undefined if there is none. */
export function runIn(lines: readonly Line[], except: (found: Found) => boolean): Run | undefined {
  const found = detectFormat(lines, (one) => VAGUE.has(one.format.name) || except(one));
  if (!found) return undefined;
  const reader = found.format.open();
  const known = lines.map((line) => reader.read(unwrap(line, found.wraps).line) !== undefined);
  const [from, to] = [known.indexOf(true), known.lastIndexOf(true) + 1];
  const read = known.filter(Boolean).length;
  if (read < SHORTEST || read < DENSE * (to - from)) return undefined;
  const others = [lines.slice(0, from), lines.slice(to)].filter((part) => part.length >= SHORTEST);
  return others.some((part) => detectFormat(part, () => false)) ? { found, from, to } : undefined;
}

/** What anybody may have written. */
const VAGUE = new Set([generic.name, 's-c-notation', 'terminal', 'dump', 'javamail']);
const SHORTEST = 4;
const DENSE = 0.8;

/** The best of what is in one more wrapping than `wraps`. */
function inside(lines: readonly Line[], wraps: readonly Wrap[], allowed: (found: Found) => boolean): Scored | undefined {
  const texts = lines.map((line) => line.text);
  let most: Scored | undefined;
  for (const wrap of wrapsOf(texts)) {
    if (wraps.includes(wrap)) continue;
    const bare = lines.flatMap((line) => wrap.strip(line)?.line ?? []);
    if (bare.length < FEW && bare.length < lines.length) continue;
    const chain = [...wraps, wrap];
    const inner = bare.map((line) => line.text);
    let found = best(inner, chain, (one) => allowed(one) && chain.every((each) => mayWrap(each, one.format)));
    if (chain.length < DEEPEST + 1 && bare.length >= 0.6 * lines.length && !found) found = inside(bare, chain, allowed);
    if (TELLS_NOTHING.test(wrap.name) || inner.filter((text) => text.startsWith('{')).length > MOST * inner.length) {
      const guess = genericIn(inner, chain, allowed);
      if (guess && guess.score > (found?.score ?? 0)) found = guess;
    }
    if (found && found.score > (most?.score ?? 0)) most = found;
  }
  return most;
}

/** Wrappings that are the same on each line, so that what a program nobody knows wrote is as plain without them. */
const TELLS_NOTHING = /^(?:entities|quote|numbers|indent .*|tai|millis|logfmt|json alone)$/;

/** A program's own log with times is no article and no screen. */
function mayWrap(wrap: Wrap, format: Format): boolean {
  return !(NOTATION.has(format.name) && BY_PROGRAMS.has(wrap.name));
}

const NOTATION = new Set(['s-c-notation', 'terminal']);
const BY_PROGRAMS = new Set(
  'stamp|stamp and level|json alone|logger|syslog|epoch|boot|tai|millis|json|logfmt|container|compose|pod'.split('|'),
);

function best(texts: readonly string[], wraps: readonly Wrap[], allowed: (found: Found) => boolean): Scored | undefined {
  let found: Scored | undefined;
  for (const format of formats) {
    const one = { format, wraps };
    const score = allowed(one) ? format.detect(texts) : 0;
    if (score >= ENOUGH && score > (found?.score ?? 0)) found = { ...one, score };
  }
  return found;
}

function genericIn(texts: readonly string[], wraps: readonly Wrap[], allowed: (found: Found) => boolean): Scored | undefined {
  const one = { format: generic, wraps };
  const score = allowed(one) ? generic.detect(texts) : 0;
  return score >= ENOUGH ? { ...one, score } : undefined;
}
