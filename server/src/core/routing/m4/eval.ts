/** The arithmetic of m4's `eval`: 32-bit integers and the operators of C. Source: the GNU m4 manual 1.4.19, "Evaluating integer expressions". */

/** The value of an expression; undefined if it is none (m4 prints a message and gives nothing), or nests too deep. */
export function evaluate(expression: string): number | undefined {
  const state = { text: expression, pos: 0, depth: 0 };
  const value = binary(state, 0);
  skipBlanks(state);
  return value === undefined || state.pos < expression.length ? undefined : value | 0;
}

interface State {
  readonly text: string;
  pos: number;
  depth: number;
}

const MAX_DEPTH = 100;

/** Operators by how tightly they bind, the loosest first; of two that start alike the longer stands first. */
const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['>=', '<=', '>', '<'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
  ['**'],
];

const number = /0[xX][0-9a-fA-F]+|0[bB][01]+|0[0-7]*|[1-9][0-9]*/y;

function skipBlanks(s: State): void {
  while (/\s/.test(s.text[s.pos] ?? '')) s.pos++;
}

function operatorAt(s: State, level: number): string | undefined {
  skipBlanks(s);
  const found = levels[level]!.find((o) => s.text.startsWith(o, s.pos));
  const next = found === undefined ? '' : (s.text[s.pos + found.length] ?? '');
  // `|` must not take half of `||`, nor `<` half of `<<`.
  if (found === '|' || found === '&' || found === '*') return next === found ? undefined : found;
  if ((found === '<' || found === '>') && next === found) return undefined;
  return found;
}

function binary(s: State, level: number): number | undefined {
  if (level === levels.length) return unary(s);
  let left = binary(s, level + 1);
  for (let o = operatorAt(s, level); left !== undefined && o !== undefined; o = operatorAt(s, level)) {
    s.pos += o.length;
    // `**` binds to the right.
    const right = binary(s, o === '**' ? level : level + 1);
    left = right === undefined ? undefined : apply(o, left, right);
  }
  return left;
}

function unary(s: State): number | undefined {
  skipBlanks(s);
  const c = s.text[s.pos];
  if (s.depth > MAX_DEPTH || c === undefined) return undefined;
  s.depth++;
  let value: number | undefined;
  if (c === '-' || c === '+' || c === '!' || c === '~') {
    s.pos++;
    const v = unary(s);
    if (v !== undefined) value = c === '-' ? -v : c === '+' ? v : c === '!' ? Number(v === 0) : ~v;
  } else if (c === '(') {
    s.pos++;
    value = binary(s, 0);
    skipBlanks(s);
    if (s.text[s.pos] === ')') s.pos++;
    else value = undefined;
  } else {
    number.lastIndex = s.pos;
    const digits = number.exec(s.text)?.[0];
    if (digits !== undefined) {
      s.pos += digits.length;
      value = /^0[0-7]+$/.test(digits) ? parseInt(digits, 8) : Number(digits);
    }
  }
  s.depth--;
  return value;
}

function apply(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case '||':
      return Number(a !== 0 || b !== 0);
    case '&&':
      return Number(a !== 0 && b !== 0);
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '&':
      return a & b;
    case '==':
      return Number(a === b);
    case '!=':
      return Number(a !== b);
    case '>=':
      return Number(a >= b);
    case '<=':
      return Number(a <= b);
    case '>':
      return Number(a > b);
    case '<':
      return Number(a < b);
    case '<<':
      return a << b;
    case '>>':
      return a >> b;
    case '+':
      return (a + b) | 0;
    case '-':
      return (a - b) | 0;
    case '*':
      return Math.imul(a, b);
    case '/':
      return b === 0 ? undefined : (a / b) | 0;
    case '%':
      return b === 0 ? undefined : (a % b) | 0;
    default:
      return b < 0 ? undefined : (a ** b) | 0;
  }
}
