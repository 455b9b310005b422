/**
 * The text an .mc file writes into sendmail.cf, as lines of sendmail.cf, with the places in the .mc file they come from. What
 * macro files add in between is there only as far as it decides how the file's own text is read: comment lines and empty lines.
 */
import type { Finding } from '../../problem';
import type { Span } from '../../text';
import { isWordPart } from '../../routing/m4/reader';
import type { CfModel } from '../cf/model';
import { parseCf } from '../cf/parser';
import { OPTION_LINES } from './macros';
import type { McModel } from './model';

export interface Embedded {
  readonly cf: CfModel;
  /** Where a part of the cf text stands in the .mc file; a part that a macro wrote stands at that macro's call. */
  placeOf(span: Span): Span;
  /** True if some of it stands in the .mc file as it is. */
  isOwn(span: Span): boolean;
}

/**
 * In which order m4 puts the diversions into sendmail.cf, and how the text before each of them ends (m4/proto.m4 of 8.17.1): it
 * matters whether that is an empty line.
 */
const order: readonly (readonly [diversion: number, before: string])[] = [
  [0, '#\n'],
  [5, '#\n'],
  [6, '#\n\n'],
  [OPTION_LINES, '#\n'],
  [2, 'Scanonify\n#\n\n\n'],
  [4, 'Sparse\n#\n\n'],
  [1, 'Sparse\n#\n'],
  [3, 'Sparse\n#\n'],
  [8, 'Scheck_relay\n#\n\n\n'],
  [9, 'Scheck_relay\n#\n\n\n\n'],
  [7, 'Scheck_relay\n#\n'],
];

interface Segment {
  readonly at: number;
  readonly from: number;
  readonly exact: boolean;
}

const known = new WeakMap<McModel, Embedded>();

/** The cf text of a model; made once. */
export function embeddedCf(model: McModel): Embedded {
  let found = known.get(model);
  if (!found) known.set(model, (found = build(model)));
  return found;
}

function build(model: McModel): Embedded {
  const segments: Segment[] = [{ at: 0, from: 0, exact: false }];
  const parts: string[] = [];
  let length = 0;
  const add = (text: string, from: number, exact: boolean): void => {
    if (text === '') return;
    segments.push({ at: length, from, exact });
    parts.push(text);
    length += text.length;
  };
  let last = 0;
  for (const [diversion, before] of order) {
    const pieces = model.output.get(diversion);
    if (!pieces || pieces.length === 0) continue;
    add(before, last, false);
    for (const p of pieces) {
      add(p.text, p.from, p.exact);
      last = p.from;
    }
    add('\n', last, false);
  }
  const { text } = model.source;
  const indexAt = (offset: number): number => {
    let low = 0;
    let high = segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (segments[middle]!.at <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const pointOf = (offset: number): { at: number; exact: boolean } => {
    const s = segments[indexAt(offset)]!;
    return { at: Math.min(s.exact ? s.from + offset - s.at : s.from, text.length), exact: s.exact };
  };
  return {
    cf: parseCf(parts.join(''), true),
    placeOf(span) {
      const start = pointOf(span.start);
      const end = pointOf(Math.max(span.start, span.end - 1));
      if (start.exact && end.exact && end.at >= start.at)
        return { start: start.at, end: Math.min(end.at + (span.end > span.start ? 1 : 0), text.length) };
      let stop = start.at;
      while (stop < text.length && isWordPart(text.charCodeAt(stop))) stop++;
      return { start: start.at, end: stop };
    },
    isOwn(span) {
      for (let i = indexAt(span.start); i < segments.length && segments[i]!.at < span.end; i++)
        if (segments[i]!.exact) return true;
      return false;
    },
  };
}

/** A finding of a cf rule as one of the .mc file. Repairs are kept if the text they change stands in the .mc file as it is. */
export function findingIn(embedded: Embedded, finding: Finding): Finding {
  const fixes = finding.fixes
    ?.map((fix) => ({
      ...fix,
      edits: fix.edits.map((e) => ({ ...embedded.placeOf(e), text: e.text, own: embedded.isOwn(e) || e.start === e.end })),
    }))
    .filter((fix) => fix.edits.every((e) => e.own))
    .map((fix) => ({ ...fix, edits: fix.edits.map(({ start, end, text }) => ({ start, end, text })) }));
  return { ...finding, ...embedded.placeOf(finding), fixes };
}
