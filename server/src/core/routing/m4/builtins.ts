/**
 * The macros m4 itself has. What needs the machine it runs on (`syscmd`, `include` …) gives nothing here and marks the run as
 * uncertain; who has the files puts his own `include` in its place.
 * Source: the GNU m4 manual 1.4.19.
 */
import { m4builtins } from '../../knowledge/m4builtins';
import { evaluate } from './eval';
import { argumentText, definitionOf, expand, pushBack, pushDefinition, skipLine } from './engine';
import type { PieceBuilder, Pieces } from './pieces';
import { append, appendAll, made } from './pieces';
import type { Builtin, Definition, M4, M4Argument, M4Call } from './state';

/** All of them by name, as `createM4` takes them. */
export function builtinMacros(): [string, Definition][] {
  const blind = new Set(m4builtins.filter((b) => b.needsParentheses).map((b) => b.name));
  const all: [string, Definition][] = Object.entries(programs).map(([name, builtin]) => [
    name,
    { builtin, blind: blind.has(name) },
  ]);
  return [...all, ['__unix__', { text: [] }], ['__gnu__', { text: [] }]];
}

/** Gives a name its definition, as `define` does. */
export function define(m4: M4, name: string, definition: Definition): void {
  const stack = m4.macros.get(name);
  if (stack && stack.length > 0) stack[stack.length - 1] = definition;
  else m4.macros.set(name, [definition]);
}

const nothing: Builtin = () => undefined;

const unknown: Builtin = (m4) => {
  m4.uncertain = true;
  return undefined;
};

/** What each of them does. */
export const programs: Readonly<Record<string, Builtin>> = {
  define: (m4, call) => {
    if (call.args.length > 0) define(m4, argumentText(call, 1), definitionFrom(call));
    return undefined;
  },
  pushdef: (m4, call) => {
    if (call.args.length === 0) return undefined;
    const name = argumentText(call, 1);
    const stack = m4.macros.get(name);
    if (stack) stack.push(definitionFrom(call));
    else m4.macros.set(name, [definitionFrom(call)]);
    return undefined;
  },
  undefine: (m4, call) => {
    call.args.forEach((_, n) => m4.macros.delete(argumentText(call, n + 1)));
    return undefined;
  },
  popdef: (m4, call) => {
    call.args.forEach((_, n) => {
      const name = argumentText(call, n + 1);
      const stack = m4.macros.get(name);
      stack?.pop();
      if (stack?.length === 0) m4.macros.delete(name);
    });
    return undefined;
  },
  defn: (m4, call) => {
    for (let n = call.args.length; n > 0; n--) {
      const definition = definitionOf(m4, argumentText(call, n));
      if (definition?.builtin) pushDefinition(m4, definition, call.nameStart);
      else if (definition?.text) pushBack(m4, quoted(m4, definition.text, call.nameStart));
    }
    return undefined;
  },
  ifdef: (m4, call) => pieces(call, definitionOf(m4, argumentText(call, 1)) ? 2 : 3),
  ifelse: (_, call) => {
    if (call.args.length <= 2) return undefined;
    for (let n = 1; ; n += 3) {
      const left = call.args.length - n + 1;
      if (left <= 2) return pieces(call, n);
      if (argumentText(call, n) === argumentText(call, n + 1)) return pieces(call, n + 2);
    }
  },
  shift: (m4, call) => {
    const out: PieceBuilder = [];
    call.args.slice(1).forEach((a, n) => {
      if (n > 0) append(out, ',', call.nameStart, false);
      appendAll(out, quoted(m4, a.pieces, call.nameStart));
    });
    return out;
  },
  dnl: (m4, call) => {
    skipLine(m4, call.exact ? call.nameStart : undefined);
    return undefined;
  },
  divert: (m4, call) => {
    m4.diversion = toInteger(argumentText(call, 1)) ?? m4.diversion;
    return undefined;
  },
  divnum: (m4, call) => made(String(m4.diversion), call.nameStart),
  undivert: (m4, call) => {
    const wanted =
      call.args.length > 0
        ? call.args.map((_, n) => toInteger(argumentText(call, n + 1)))
        : [...m4.diversions.keys()].sort((a, b) => a - b);
    const out: PieceBuilder = m4.diversion < 0 ? [] : (m4.diversions.get(m4.diversion) ?? []);
    for (const n of wanted) {
      if (n === undefined || n === m4.diversion || n <= 0) continue;
      appendAll(out, m4.diversions.get(n) ?? []);
      m4.diversions.delete(n);
    }
    if (m4.diversion >= 0) m4.diversions.set(m4.diversion, out);
    return undefined;
  },
  changequote: (m4, call) => {
    const [open, close] = [argumentText(call, 1), argumentText(call, 2)];
    m4.quotes = call.args.length === 0 ? ['`', "'"] : [open, close === '' ? "'" : close];
    return undefined;
  },
  changecom: (m4, call) => {
    const [start, end] = [argumentText(call, 1), argumentText(call, 2)];
    m4.comments = [start, end === '' ? '\n' : end];
    return undefined;
  },
  len: (_, call) => made(String(utf8Length(argumentText(call, 1))), call.nameStart),
  index: (_, call) => made(String(argumentText(call, 1).indexOf(argumentText(call, 2))), call.nameStart),
  substr: (_, call) => {
    const text = argumentText(call, 1);
    const start = toInteger(argumentText(call, 2));
    const length = call.args.length > 2 ? toInteger(argumentText(call, 3)) : text.length;
    return start === undefined || length === undefined || start < 0 || length <= 0
      ? undefined
      : made(text.slice(start, start + length), call.nameStart);
  },
  translit: (_, call) => {
    const from = ranges(argumentText(call, 2));
    const to = ranges(argumentText(call, 3));
    const map = new Map<string, string>();
    [...from].forEach((c, n) => map.has(c) || map.set(c, to[n] ?? ''));
    return made([...argumentText(call, 1)].map((c) => map.get(c) ?? c).join(''), call.nameStart);
  },
  eval: (_, call) => {
    const text = argumentText(call, 1);
    const value = text === '' ? 0 : evaluate(text);
    return value === undefined ? undefined : made(inRadix(value, call), call.nameStart);
  },
  incr: (_, call) => plus(call, 1),
  decr: (_, call) => plus(call, -1),
  m4wrap: (m4, call) => {
    m4.wrapped.unshift(call.args[0]?.pieces ?? []); // the last one is read first
    return undefined;
  },
  m4exit: (m4) => {
    m4.stopped = true;
    return undefined;
  },
  indir: (m4, call) => indirect(m4, call),
  builtin: (m4, call) => indirect(m4, { ...call, name: 'builtin' }),
  sysval: (_, call) => made('0', call.nameStart),
  __program__: (_, call) => made('m4', call.nameStart),
  __file__: unknown,
  __line__: unknown,
  include: unknown,
  sinclude: unknown,
  syscmd: unknown,
  esyscmd: unknown,
  maketemp: unknown,
  mkstemp: unknown,
  format: unknown,
  regexp: unknown,
  patsubst: unknown,
  errprint: nothing,
  dumpdef: nothing,
  traceon: nothing,
  traceoff: nothing,
  debugmode: nothing,
  debugfile: nothing,
};

function definitionFrom(call: M4Call): Definition {
  const value: M4Argument | undefined = call.args[1];
  return value?.definition ?? { text: value?.pieces ?? [], definedBy: call };
}

/** Calls what the first argument names. `indir(`indir', `indir', …)` may go on for long, so this is a loop. */
function indirect(m4: M4, call: M4Call): Pieces | undefined {
  let skip = 0;
  let own = call.name === 'builtin';
  for (; skip < call.args.length; skip++) {
    const name = argumentText(call, skip + 1);
    if (name === 'indir' || name === 'builtin') {
      own = name === 'builtin';
      continue;
    }
    const builtin = programs[name];
    const definition = own ? builtin && { builtin } : definitionOf(m4, name);
    if (!definition) return undefined;
    const inner = { ...call, name, args: call.args.slice(skip + 1), definition };
    return definition.builtin ? definition.builtin(m4, inner) : expand(m4, definition.text ?? [], inner);
  }
  return undefined;
}

function pieces(call: M4Call, n: number): Pieces | undefined {
  return call.args[n - 1]?.pieces;
}

function quoted(m4: M4, text: Pieces, from: number): Pieces {
  const out: PieceBuilder = [];
  append(out, m4.quotes[0], from, false);
  appendAll(out, text);
  append(out, m4.quotes[1], from, false);
  return out;
}

/** A number as m4 takes it: nothing behind it; an empty text is 0. */
function toInteger(text: string): number | undefined {
  return /^\s*([-+]?\d+)?$/.test(text) ? Number(text) : undefined;
}

function plus(call: M4Call, by: number): Pieces | undefined {
  const value = toInteger(argumentText(call, 1));
  return value === undefined ? undefined : made(String((value + by) | 0), call.nameStart);
}

function inRadix(value: number, call: M4Call): string {
  const radix = call.args.length > 1 ? (toInteger(argumentText(call, 2)) ?? 10) : 10;
  return value.toString(radix >= 2 && radix <= 36 ? radix : 10);
}

/** m4 counts bytes. */
function utf8Length(text: string): number {
  let n = 0;
  for (const c of text) {
    const code = c.codePointAt(0)!;
    n += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return n;
}

/** `a-f` written out, as `translit` reads its lists. */
function ranges(list: string): string {
  let out = '';
  for (let i = 0; i < list.length; i++) {
    if (list[i] !== '-' || i === 0 || i === list.length - 1) {
      out += list[i];
      continue;
    }
    const from = list.charCodeAt(i - 1);
    const to = list.charCodeAt(i + 1);
    const step = from <= to ? 1 : -1;
    for (let c = from + step; c !== to && Math.abs(c - from) < 256; c += step) out += String.fromCharCode(c);
  }
  return out;
}
