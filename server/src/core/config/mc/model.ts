/** What an .mc file means: the macro calls m4 makes of it, the text it writes into sendmail.cf, and what is broken. */
import type { HasSource } from '../../problem';
import { contains, type Span } from '../../text';
import type { Pieces } from '../../routing/m4/pieces';

/**
 * Where a call stands. m4 runs the first three: `live`; `divert`: its text is thrown away, its effect is not; `hash`: in a line
 * that looks like a comment (cf.m4 switches m4's comments off). It does not run the others: `comment`: a # line before cf.m4 is
 * included; `dnl`: behind dnl; `quoted`: in a text that is kept for later or a branch not taken.
 */
export type McContext = 'live' | 'divert' | 'hash' | 'comment' | 'dnl' | 'quoted';

export interface McArgument {
  /** The value m4 hands over: macros in it expanded, one level of quotes taken off. */
  readonly text: string;
  /** The value in the file, without blanks and quotes around it. */
  readonly span: Span;
  /** All between the `(` or `,` and the `,` or `)`. */
  readonly rawSpan: Span;
  /** True if it is one text in quotes. */
  readonly quoted: boolean;
  /** The value with the places its parts come from. */
  readonly pieces: Pieces;
}

export interface McCall {
  readonly name: string;
  readonly nameSpan: Span;
  /** Name to closing parenthesis. */
  readonly span: Span;
  /** Offset of the `(`, if there is one right behind the name. */
  readonly open?: number;
  readonly args: readonly McArgument[];
  /** How many calls it is an argument of. */
  readonly depth: number;
  readonly context: McContext;
  /** True if m4 runs it. */
  readonly runs: boolean;
  /** Its place in `McModel.run`; -1 if it does not run. */
  readonly order: number;
  /** False if its parenthesis is never closed. */
  readonly closed: boolean;
  /** The diversion of m4 its text goes to; below 0 it is thrown away. */
  readonly diversion: number;
}

/** Text of the file that m4 copies into sendmail.cf as it is. */
export interface McText extends Span {
  readonly text: string;
  readonly diversion: number;
}

/** A part of the file whose lines are text of sendmail.cf: from behind LOCAL_CONFIG and its kin to the next of them, or `divert`. */
export interface McSection {
  readonly name: string;
  readonly call: McCall;
  readonly span: Span;
}

/**
 * What is broken in quotes and parentheses.
 * `open-quote`: a ` that nothing closes · `wrong-close`: a ` or another sign where ' belongs · `mangled`: @# where ' belongs ·
 * `open-call`: a call without its ).
 */
export interface McFault extends Span {
  readonly kind: 'open-quote' | 'wrong-close' | 'mangled' | 'open-call';
  readonly call?: McCall;
  /** Where the quoted text or the call was taken to end, so as to read on. */
  readonly endsAt: number;
}

export interface McComment extends Span {
  readonly kind: 'dnl' | 'hash';
}

export interface McModel extends HasSource {
  /** Every macro call met, in the order of the text. */
  readonly calls: readonly McCall[];
  /** The calls m4 runs, in the order it runs them: an argument's before the one it is in. */
  readonly run: readonly McCall[];
  readonly texts: readonly McText[];
  readonly comments: readonly McComment[];
  readonly sections: readonly McSection[];
  readonly faults: readonly McFault[];
  /** What reaches each diversion, what macros write there included. */
  readonly output: ReadonlyMap<number, Pieces>;
  /** True if m4 would give up on the file; the model is then what was most likely meant. */
  readonly damaged: boolean;
  /** Of a damaged file: whether m4 comes to the end within a quoted text or within a call. */
  readonly endsIn?: 'string' | 'call';
  /** Where the argument starts that m4 reads at the end, if a parenthesis within it is open: there m4 gives up, as it says. */
  readonly lastArgument?: number;
  /** True if other files may have changed what macros mean: `include`, `syscmd` … */
  readonly uncertain: boolean;
}

/** The innermost call that contains `offset`: its name, its arguments or its parentheses. */
export function callAt(model: McModel, offset: number): McCall | undefined {
  let found: McCall | undefined;
  for (const call of model.calls) {
    if (call.span.start > offset) break;
    const end = call.closed ? call.span.end : Math.max(call.span.end, call.args.at(-1)?.rawSpan.end ?? 0);
    if (offset < end || (offset === end && (!call.closed || call.open === undefined))) found = call;
  }
  return found;
}

/** The argument of the innermost call that `offset` is in (blanks around the value count), and its number from 0. */
export function argumentAt(model: McModel, offset: number): { call: McCall; index: number; argument: McArgument } | undefined {
  const call = callAt(model, offset);
  if (!call) return undefined;
  const index = call.args.findIndex((a) => contains(a.rawSpan, offset));
  const argument = call.args[index];
  return argument && { call, index, argument };
}

/** The value of argument `index` (from 0), empty if it is not there. */
export function valueOf(call: McCall, index: number): string {
  return call.args[index]?.text ?? '';
}

/** The value of argument `index` without a pair of quotes around all of it, which m4 takes off later, and how much stands before it. */
export function innerValue(call: McCall, index: number): { readonly text: string; readonly from: number } {
  const text = valueOf(call, index);
  return /^`[^`']*'$/.test(text) ? { text: text.slice(1, -1), from: 1 } : { text, from: 0 };
}

/** The outermost call whose arguments `offset` is in. Quick for many offsets of one model. */
export function outermostCallAt(model: McModel, offset: number): McCall | undefined {
  let calls = outermost.get(model);
  if (!calls) {
    let end = -1;
    calls = model.calls.filter((c) => c.runs && c.open !== undefined && c.span.start >= end && (end = c.span.end) >= 0);
    outermost.set(model, calls);
  }
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (calls[middle]!.open! < offset) low = middle + 1;
    else high = middle;
  }
  const call = calls[low - 1];
  return call && offset < call.span.end ? call : undefined;
}

const outermost = new WeakMap<McModel, readonly McCall[]>();
