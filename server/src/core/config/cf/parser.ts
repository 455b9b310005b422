/** Reads sendmail.cf: one letter says what a line is (readcf of sendmail 8.17.1). Takes any text, in linear time. */
import type { Span } from '../../text';
import { createSource } from '../../text';
import type { CfEquate, CfLine, CfModel, CfPart } from './model';
import { scanLines } from './scanner';

/** The model of a sendmail.cf, or of a part of one. */
export function parseCf(text: string, partial = false): CfModel {
  const spans = scanLines(text);
  const words = withoutComments(text, spans);
  const lines = spans.map((span) => parseLine(words, { ...span, text: text.slice(span.start, span.end) }));
  return { source: createSource(text), lines, partial };
}

/**
 * The text with blanks in place of the comments behind something: any # that no $ makes an operator and no backslash makes a sign,
 * up to the end of its physical line, with the white space before it (readcf of sendmail 8.17.1, configuration level 3 and up).
 */
function withoutComments(text: string, lines: readonly Span[]): string {
  const parts: string[] = [];
  let taken = 0;
  let hash = text.indexOf('#');
  for (const { start, end } of lines) {
    if (hash < 0) break;
    if (hash < start) hash = text.indexOf('#', start);
    if (text[start] === '#') continue;
    for (let at = hash; at >= 0 && at < end; hash = at = text.indexOf('#', at)) {
      if (text[at - 1] === '\\' || isOperator(text, start, at)) {
        at++;
        continue;
      }
      let begin = at;
      while (begin > start + 1 && begin > taken && isBlank(text[begin - 1]) && text[begin - 1] !== '\n') begin--;
      const feed = text.indexOf('\n', at);
      const stop = feed < 0 || feed > end ? end : feed;
      parts.push(text.slice(taken, begin), ' '.repeat(stop - begin));
      taken = at = stop;
    }
  }
  parts.push(text.slice(taken));
  return parts.length === 1 ? text : parts.join('');
}

/** True if a $ before the place makes an operator of the character there; two $ are one dollar sign. */
function isOperator(text: string, start: number, at: number): boolean {
  let dollars = 0;
  while (at - 1 - dollars >= start && text[at - 1 - dollars] === '$') dollars++;
  return dollars % 2 === 1;
}

type Base = Span & { readonly text: string };

/** A line by its words; `base` has it as it is written. */
function parseLine(text: string, base: Base): CfLine {
  const { start, end } = base;
  if (text[start] === '#') return { ...base, kind: 'comment' };
  const rest = part(text, start + 1, end);
  switch (text[start]) {
    case undefined:
      return { ...base, kind: 'blank' };
    case 'V':
      return { ...base, kind: 'version', value: rest };
    case 'D':
      return { ...base, kind: 'macro', ...named(text, rest) };
    case 'C':
      return { ...base, kind: 'class', ...named(text, rest) };
    case 'F':
      return { ...base, kind: 'classFile', ...named(text, rest) };
    case 'T':
      return { ...base, kind: 'trusted' };
    case 'E':
      return { ...base, kind: 'environment' };
    case 'H':
      return { ...base, kind: 'header', value: rest };
    case 'S':
      return { ...base, kind: 'ruleset', name: trimmed(text, rest) };
    case 'R':
      return { ...base, kind: 'rule', ...sides(text, rest) };
    case 'O':
      return { ...base, kind: 'option', ...option(text, rest) };
    case 'K':
      return { ...base, kind: 'map', ...map(text, rest) };
    case 'M':
      return { ...base, kind: 'mailer', ...equates(text, rest) };
    case 'X':
      return { ...base, kind: 'filter', ...equates(text, rest) };
    case 'Q':
      return { ...base, kind: 'queue', ...equates(text, rest) };
    case 'P':
      return { ...base, kind: base.text.includes('=') ? 'precedence' : 'unknown' };
    default:
      return { ...base, kind: base.text === '' ? 'blank' : 'unknown' };
  }
}

function part(text: string, start: number, end: number): CfPart {
  const from = Math.min(start, end);
  return { start: from, end, text: text.slice(from, end) };
}

function trimmed(text: string, p: Span): CfPart {
  let { start, end } = p;
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return part(text, start, end);
}

function isBlank(c: string | undefined): boolean {
  return c === ' ' || c === '\t' || c === '\n' || c === '\r';
}

/** The name of a macro or class, of one letter or in braces (the braces belong to it), and what follows. */
function named(text: string, rest: CfPart): { name: CfPart; value: CfPart } {
  let end = Math.min(rest.start + 1, rest.end);
  if (text[rest.start] === '{') {
    const close = text.indexOf('}', rest.start);
    end = close < 0 || close >= rest.end ? rest.end : close + 1;
  }
  return { name: part(text, rest.start, end), value: part(text, end, rest.end) };
}

function sides(text: string, rest: CfPart): { left: CfPart; right?: CfPart } {
  const tab = rest.text.indexOf('\t');
  if (tab < 0) return { left: rest };
  let start = rest.start + tab;
  const left = part(text, rest.start, start);
  while (start < rest.end && text[start] === '\t') start++;
  if (text.slice(start, rest.end).trim() === '') return { left };
  const next = text.indexOf('\t', start);
  return { left, right: part(text, start, next < 0 || next > rest.end ? rest.end : next) };
}

function option(text: string, rest: CfPart): { letter: boolean; name: CfPart; value: CfPart } {
  if (text[rest.start] !== ' ' || rest.text === '') {
    const end = Math.min(rest.start + 1, rest.end);
    return { letter: true, name: part(text, rest.start, end), value: part(text, end, rest.end) };
  }
  const sign = rest.text.indexOf('=');
  const nameEnd = sign < 0 ? rest.end : rest.start + sign;
  let end = nameEnd;
  while (end > rest.start + 1 && text[end - 1] === ' ') end--;
  let start = sign < 0 ? rest.end : nameEnd + 1;
  while (start < rest.end && text[start] === ' ') start++;
  return { letter: false, name: part(text, rest.start + 1, end), value: part(text, start, rest.end) };
}

/** `Kname class rest`. A class ends at the first character that is no letter or digit. */
function map(text: string, rest: CfPart): { name: CfPart; className: CfPart; rest: CfPart } {
  const name = word(text, rest.start, rest.end, (c) => !/[A-Za-z0-9_.]/.test(c));
  const className = word(text, skipTo(text, name.end, rest.end, isAlphanumeric), rest.end, (c) => !isAlphanumeric(c));
  return { name, className, rest: trimmed(text, part(text, className.end, rest.end)) };
}

function isAlphanumeric(c: string): boolean {
  return /[A-Za-z0-9]/.test(c);
}

function skipTo(text: string, start: number, end: number, wanted: (c: string) => boolean): number {
  while (start < end && !wanted(text[start]!)) start++;
  return start;
}

function word(text: string, start: number, end: number, stops: (c: string) => boolean): CfPart {
  while (start < end && isBlank(text[start])) start++;
  let stop = start;
  while (stop < end && !stops(text[stop]!)) stop++;
  return part(text, start, stop);
}

/** `name, key=value, key=value …`: the value goes to the next comma; a backslash keeps a comma; of A= the value is all the rest. */
function equates(text: string, rest: CfPart): { name: CfPart; equates: CfEquate[] } {
  const name = word(text, rest.start, rest.end, (c) => c === ',' || isBlank(c));
  const found: CfEquate[] = [];
  let at = name.end;
  while (at < rest.end) {
    while (at < rest.end && (text[at] === ',' || isBlank(text[at]))) at++;
    if (at >= rest.end) break;
    let keyEnd = at;
    while (keyEnd < rest.end && text[keyEnd] !== '=' && text[keyEnd] !== ',') keyEnd++;
    const key = trimmed(text, part(text, at, keyEnd));
    let start = text[keyEnd] === '=' && keyEnd < rest.end ? keyEnd + 1 : keyEnd;
    while (start < rest.end && isBlank(text[start])) start++;
    let end = start;
    while (end < rest.end && text[end] !== ',') end += text[end] === '\\' ? 2 : 1;
    end = Math.min(end, rest.end);
    found.push({ key, value: trimmed(text, part(text, start, end)) });
    at = end;
  }
  return { name, equates: found };
}
