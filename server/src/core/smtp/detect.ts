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
  if (plain && plain.score >= (guess?.score ?? 0)) return plain;
  const wrapped = inside(bare, ends, allowed);
  const known = wrapped && wrapped.score > (plain?.score ?? 0) ? wrapped : plain;
  return known && known.score >= (guess?.score ?? 0) ? known : guess;
}

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
    let found = best(inner, chain, (one) => allowed(one) && mayWrap(wrap, one.format));
    if (wrap.name === 'entities') found ??= genericIn(inner, chain, allowed);
    if (chain.length < DEEPEST + 1 && bare.length >= 0.6 * lines.length && !found) found = inside(bare, chain, allowed);
    if (found && found.score > (most?.score ?? 0)) most = found;
  }
  return most;
}

/** A program's own log with times is no article and no screen. */
function mayWrap(wrap: Wrap, format: Format): boolean {
  return !(NOTATION.has(format.name) && BY_PROGRAMS.has(wrap.name));
}

const NOTATION = new Set(['s-c-notation', 'terminal']);
const BY_PROGRAMS = new Set(['stamp', 'syslog', 'epoch', 'json', 'container', 'compose', 'pod']);

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
