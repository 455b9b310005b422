/** Text outside of macros that reaches sendmail.cf and is no line of it, by what it probably was meant to be. */
import type { Span } from '../../text';
import { isWordPart, isWordStart } from '../../routing/m4/reader';
import { nearest } from '../../suggest';
import { embeddedCf } from './embedded';
import { outermostCallAt } from './model';
import type { McModel } from './model';
import { directiveNames, isKnownName, macroNames } from './names';

/**
 * `glued`: dnl with a word right behind it · `parenthesis`: one ) too many · `macro`: a name that looks like a macro but is none ·
 * `apart`: a macro's arguments with a blank before the parenthesis · `break`: what follows a line break in a value · `text`: else.
 */
export interface Stray extends Span {
  readonly kind: 'glued' | 'parenthesis' | 'macro' | 'apart' | 'break' | 'text';
  readonly text: string;
  /** The macro that was probably meant. */
  readonly near?: string;
  /** True if sendmail will not start because of it; else it is read as some other line in silence. */
  readonly fatal: boolean;
}

interface Found {
  readonly strays: readonly Stray[];
  readonly lines: ReadonlySet<number>;
}

const known = new WeakMap<McModel, Found>();

/** All stray text of a file, in the order of its lines in sendmail.cf. */
export function straysOf(model: McModel): readonly Stray[] {
  return find(model).strays;
}

/** The lines of the cf text that hold stray text, by their start; rules about lines leave them alone. */
export function strayLines(model: McModel): ReadonlySet<number> {
  return find(model).lines;
}

function find(model: McModel): Found {
  const before = known.get(model);
  if (before) return before;
  const strays: Stray[] = [];
  const lines = new Set<number>();
  for (const line of embeddedCf(model).cf.lines) {
    const stray = strayIn(model, line.start, line.end, line.kind === 'unknown');
    if (!stray) continue;
    strays.push(stray);
    lines.add(line.start);
  }
  const found = { strays, lines };
  known.set(model, found);
  return found;
}

function strayIn(model: McModel, start: number, end: number, unknown: boolean): Stray | undefined {
  const embedded = embeddedCf(model);
  const { text } = embedded.cf.source;
  if (text[start] === '#') return undefined;
  let at = start;
  while (at < end && /\s/.test(text[at]!)) at++;
  if (at === end) return undefined; // blanks alone have rules of their own
  const lineEnd = Math.min(...[text.indexOf('\n', at), end].filter((n) => n >= 0));
  if (!embedded.isOwn({ start: at, end: at + 1 }) && !unknown) return undefined;
  const place = embedded.placeOf({ start: at, end: lineEnd });
  const written = text.slice(at, lineEnd).trimEnd();
  const name = nameAt(text, at);
  const base = { ...place, text: written, fatal: unknown };
  if (unknown && outermostCallAt(model, place.start)) return { ...base, kind: 'break' };
  if (unknown && /^dnl[A-Za-z0-9_]/.test(written)) return { ...base, kind: 'glued' };
  if (unknown && /^\)+(\s|$)/.test(written)) return { ...base, kind: 'parenthesis' };
  if (/^dnl$/i.test(name) && name !== 'dnl')
    return { ...base, ...embedded.placeOf({ start: at, end: at + 3 }), kind: 'macro', near: 'dnl' };
  if (name !== '') {
    const exact = macroNames.has(name);
    const behind = text[at + name.length];
    if (exact && /^[ \t]+\(/.test(text.slice(at + name.length, at + name.length + 20))) return { ...base, kind: 'apart' };
    if (behind === '(' && isKnownName(name))
      return { ...base, ...embedded.placeOf({ start: at, end: at + name.length }), kind: 'macro' };
    const near = exact ? undefined : (nearest(name, directiveNames)[0] ?? nearest(name, macroNames)[0]);
    const looks =
      behind === '('
        ? name.length > 3 && (/^[A-Z][A-Z0-9_]+$/.test(name) || near !== undefined)
        : // A line such as Dwmail is one of sendmail.cf; what stands alone of sendmail's macros begins with LOCAL_ or the like.
          near !== undefined && name.length > 5 && written === name && (unknown || near.includes('_'));
    if (looks && (near !== undefined || unknown || behind === '(')) {
      return { ...base, ...embedded.placeOf({ start: at, end: at + name.length }), kind: 'macro', near };
    }
  }
  if (!unknown) return undefined;
  if (written.startsWith('(') && followsCall(model, place.start)) return { ...base, kind: 'apart' };
  return { ...base, kind: 'text' };
}

function nameAt(text: string, at: number): string {
  if (!isWordStart(text.charCodeAt(at))) return '';
  let end = at + 1;
  while (isWordPart(text.charCodeAt(end))) end++;
  return text.slice(at, end);
}

/** True if a macro's name stands before a place, with only blanks between. */
function followsCall(model: McModel, at: number): boolean {
  const { text } = model.source;
  let i = at;
  while (i > 0 && at - i < 100 && (text[i - 1] === ' ' || text[i - 1] === '\t')) i--;
  if (i === at) return false;
  let start = i;
  while (start > 0 && i - start < 40 && isWordPart(text.charCodeAt(start - 1))) start--;
  return macroNames.has(text.slice(start, i));
}
