/** The macros m4 itself has (GNU m4 1.4), as far as a sendmail configuration meets them. */

export interface M4BuiltinRow {
  readonly name: string;
  readonly argsMin: number;
  /** Absent if there may be any number. */
  readonly argsMax?: number;
  /** True if the bare word is plain text: it is called only with a parenthesis right after it. */
  readonly needsParentheses?: boolean;
  readonly text: string;
  readonly source: string;
}

// prettier-ignore
export const m4builtins: readonly M4BuiltinRow[] = [
  { name: 'define', argsMin: 1, argsMax: 2, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'undefine', argsMin: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'defn', argsMin: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'pushdef', argsMin: 1, argsMax: 2, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'popdef', argsMin: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'ifdef', argsMin: 2, argsMax: 3, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'ifelse', argsMin: 3, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'shift', argsMin: 0, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'include', argsMin: 1, argsMax: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'sinclude', argsMin: 1, argsMax: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'divert', argsMin: 0, argsMax: 1, text: '', source: 'GNU m4 manual' },
  { name: 'undivert', argsMin: 0, text: '', source: 'GNU m4 manual' },
  { name: 'divnum', argsMin: 0, argsMax: 0, text: '', source: 'GNU m4 manual' },
  { name: 'dnl', argsMin: 0, argsMax: 0, text: '', source: 'GNU m4 manual' },
  { name: 'changequote', argsMin: 0, argsMax: 2, text: '', source: 'GNU m4 manual' },
  { name: 'changecom', argsMin: 0, argsMax: 2, text: '', source: 'GNU m4 manual' },
  { name: 'm4wrap', argsMin: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'errprint', argsMin: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'dumpdef', argsMin: 0, text: '', source: 'GNU m4 manual' },
  { name: 'len', argsMin: 1, argsMax: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'index', argsMin: 2, argsMax: 2, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'substr', argsMin: 2, argsMax: 3, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'translit', argsMin: 2, argsMax: 3, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'eval', argsMin: 1, argsMax: 3, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'incr', argsMin: 1, argsMax: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'decr', argsMin: 1, argsMax: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'syscmd', argsMin: 1, argsMax: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'esyscmd', argsMin: 1, argsMax: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'sysval', argsMin: 0, argsMax: 0, text: '', source: 'GNU m4 manual' },
  { name: 'maketemp', argsMin: 1, argsMax: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'mkstemp', argsMin: 1, argsMax: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'm4exit', argsMin: 0, argsMax: 1, text: '', source: 'GNU m4 manual' },
  { name: 'traceon', argsMin: 0, text: '', source: 'GNU m4 manual' },
  { name: 'traceoff', argsMin: 0, text: '', source: 'GNU m4 manual' },
  { name: 'regexp', argsMin: 2, argsMax: 3, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'patsubst', argsMin: 2, argsMax: 3, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'format', argsMin: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'builtin', argsMin: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'indir', argsMin: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: 'debugmode', argsMin: 0, argsMax: 1, text: '', source: 'GNU m4 manual' },
  { name: 'debugfile', argsMin: 0, argsMax: 1, text: '', source: 'GNU m4 manual' },
  { name: 'changeword', argsMin: 1, argsMax: 1, needsParentheses: true, text: '', source: 'GNU m4 manual' },
  { name: '__file__', argsMin: 0, argsMax: 0, text: '', source: 'GNU m4 manual' },
  { name: '__line__', argsMin: 0, argsMax: 0, text: '', source: 'GNU m4 manual' },
  { name: '__program__', argsMin: 0, argsMax: 0, text: '', source: 'GNU m4 manual' },
];
