/**
 * Reads rules as tcprules of ucspi-tcp 0.88 does (each form tried on the real program): blanks at a line's end do not count, others
 * belong to what they stand in; `#` is a comment in the first column; a CR is no blank. Takes any string, in time linear in it.
 */
import { createSource, type Span } from '../../text';
import type { Token } from '../map/scanner';
import type { TcpRule, TcpRulesModel, TcpVariable } from './model';

/** The model of a file of rules. */
export function parseTcpRules(text: string): TcpRulesModel {
  const entries: TcpRule[] = [];
  const comments: Span[] = [];
  const noColon: Token[] = [];
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed;
    const end = withoutBlanks(text, start, next);
    if (text.startsWith('#', start)) comments.push({ start, end });
    else if (end > start) {
      const colon = text.slice(start, end).indexOf(':');
      if (colon < 0) noColon.push(token(text, start, end));
      else entries.push(readRule(text, start, start + colon, end));
    }
    start = next + 1;
  }
  return { source: createSource(text), entries, comments, noColon };
}

function withoutBlanks(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && (text[last - 1] === ' ' || text[last - 1] === '\t')) last--;
  return last;
}

function token(text: string, start: number, end: number): Token {
  return { start, end, text: text.slice(start, end) };
}

function readRule(text: string, start: number, colon: number, end: number): TcpRule {
  const instructions = token(text, colon + 1, end);
  const rule = { start, end, address: token(text, start, colon), instructions };
  const action = /^(allow|deny)(?=,|$)/.exec(instructions.text)?.[0] as TcpRule['action'];
  if (!action) return { ...rule, variables: [], broken: { start: colon + 1, end } };
  const variables: TcpVariable[] = [];
  let at = colon + 1 + action.length;
  while (at < end) {
    const variable = text[at] === ',' ? readVariable(text, at + 1, end) : undefined;
    if (!variable) return { ...rule, action, variables, broken: { start: at, end } };
    variables.push(variable);
    at = variable.end;
  }
  return { ...rule, action, variables };
}

/** `NAME=qVALUEq` with any sign for q; undefined if the sign does not come again. */
function readVariable(text: string, start: number, end: number): TcpVariable | undefined {
  let equals = start;
  while (equals < end && text[equals] !== '=') equals++;
  if (equals + 1 >= end) return undefined;
  const close = text.slice(equals + 2, end).indexOf(text[equals + 1]!);
  if (close < 0) return undefined;
  const valueEnd = equals + 2 + close;
  return { start, end: valueEnd + 1, name: token(text, start, equals), value: token(text, equals + 2, valueEnd) };
}
