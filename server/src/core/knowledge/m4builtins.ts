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
  { name: 'define', argsMin: 1, argsMax: 2, needsParentheses: true, text: 'Gives a name a value, both quoted so that neither is expanded while it is read. In the .mc file it sets options (conf…), mailers and relays, mostly before the FEATURE or MAILER that uses them. A missing comma, or a closing quote too few, loses the setting without a word.', source: 'GNU m4 manual' },
  { name: 'undefine', argsMin: 1, needsParentheses: true, text: 'Forgets a name, so that the default holds again.', source: 'GNU m4 manual' },
  { name: 'defn', argsMin: 1, needsParentheses: true, text: 'The value of a name, quoted, not expanded: for adding to what is already set.', source: 'GNU m4 manual' },
  { name: 'pushdef', argsMin: 1, argsMax: 2, needsParentheses: true, text: 'Gives a name a new value on top of the old one, which popdef brings back.', source: 'GNU m4 manual' },
  { name: 'popdef', argsMin: 1, needsParentheses: true, text: 'Brings back the value that pushdef hid.', source: 'GNU m4 manual' },
  { name: 'ifdef', argsMin: 2, argsMax: 3, needsParentheses: true, text: 'Its second argument if the name is defined, else the third.', source: 'GNU m4 manual' },
  { name: 'ifelse', argsMin: 3, needsParentheses: true, text: 'Its third argument if the first two are the same text, else the fourth, or more pairs to compare.', source: 'GNU m4 manual' },
  { name: 'shift', argsMin: 0, needsParentheses: true, text: 'All arguments but the first, quoted.', source: 'GNU m4 manual' },
  { name: 'include', argsMin: 1, argsMax: 1, needsParentheses: true, text: 'Reads another file in this place. cf.m4 is included once, before everything else; it is the file that knows the macros. A file that is missing is an error.', source: 'GNU m4 manual' },
  { name: 'sinclude', argsMin: 1, argsMax: 1, needsParentheses: true, text: 'As include, but a file that is missing is no error.', source: 'GNU m4 manual' },
  { name: 'divert', argsMin: 0, argsMax: 1, text: 'Sends the text that follows to a numbered store, to be written at the end; -1 throws it away, which is how comments at the top of an .mc file are hidden, 0 is the normal output. Macros in thrown away text are still expanded, and a quote left open there swallows the file.', source: 'GNU m4 manual' },
  { name: 'undivert', argsMin: 0, text: 'Brings back diverted text here; all of it without a number.', source: 'GNU m4 manual' },
  { name: 'divnum', argsMin: 0, argsMax: 0, text: 'The number text is diverted to just now.', source: 'GNU m4 manual' },
  { name: 'dnl', argsMin: 0, argsMax: 0, text: 'Drops the rest of the line, its end included. After a call it keeps blank lines out of sendmail.cf; at the beginning of a line it makes a comment, the only safe kind: m4 reads names and quotes in # lines.', source: 'GNU m4 manual' },
  { name: 'changequote', argsMin: 0, argsMax: 2, text: "Sets other quotes than the backquote and the apostrophe. Without arguments it brings those back. Needed only to put a single quote into a value; change back at once, sendmail's own files expect the usual ones.", source: 'GNU m4 manual' },
  { name: 'changecom', argsMin: 0, argsMax: 2, text: 'Sets what begins a comment. cf.m4 switches comments off, so from then on a macro in a # line is expanded.', source: 'GNU m4 manual' },
  { name: 'm4wrap', argsMin: 1, needsParentheses: true, text: "Text to be read when the input ends. sendmail's rules come from there (proto.m4), which is why options may be defined after MAILER.", source: 'GNU m4 manual' },
  { name: 'errprint', argsMin: 1, needsParentheses: true, text: 'Prints a message on standard error.', source: 'GNU m4 manual' },
  { name: 'dumpdef', argsMin: 0, text: 'Prints definitions on standard error, for debugging.', source: 'GNU m4 manual' },
  { name: 'len', argsMin: 1, argsMax: 1, needsParentheses: true, text: 'The length of a text.', source: 'GNU m4 manual' },
  { name: 'index', argsMin: 2, argsMax: 2, needsParentheses: true, text: 'Where one text begins in another, from 0, or -1.', source: 'GNU m4 manual' },
  { name: 'substr', argsMin: 2, argsMax: 3, needsParentheses: true, text: 'A part of a text: from a place counted from 0, and how long.', source: 'GNU m4 manual' },
  { name: 'translit', argsMin: 2, argsMax: 3, needsParentheses: true, text: 'Replaces letters of one list by those of another.', source: 'GNU m4 manual' },
  { name: 'eval', argsMin: 1, argsMax: 3, needsParentheses: true, text: 'Computes an expression of whole numbers.', source: 'GNU m4 manual' },
  { name: 'incr', argsMin: 1, argsMax: 1, needsParentheses: true, text: 'One more than a number.', source: 'GNU m4 manual' },
  { name: 'decr', argsMin: 1, argsMax: 1, needsParentheses: true, text: 'One less than a number.', source: 'GNU m4 manual' },
  { name: 'syscmd', argsMin: 1, argsMax: 1, needsParentheses: true, text: 'Runs a shell command while the file is read. In a configuration it is worth a second look: whoever runs m4 runs it.', source: 'GNU m4 manual' },
  { name: 'esyscmd', argsMin: 1, argsMax: 1, needsParentheses: true, text: 'Runs a shell command and reads what it prints. In a configuration it is worth a second look: whoever runs m4 runs it.', source: 'GNU m4 manual' },
  { name: 'sysval', argsMin: 0, argsMax: 0, text: 'The exit status of the last shell command.', source: 'GNU m4 manual' },
  { name: 'maketemp', argsMin: 1, argsMax: 1, needsParentheses: true, text: 'Makes a name for a temporary file; mkstemp is the safe one.', source: 'GNU m4 manual' },
  { name: 'mkstemp', argsMin: 1, argsMax: 1, needsParentheses: true, text: 'Makes a temporary file and gives its name.', source: 'GNU m4 manual' },
  { name: 'm4exit', argsMin: 0, argsMax: 1, text: 'Ends m4 at once, with a status: what should follow is missing from sendmail.cf.', source: 'GNU m4 manual' },
  { name: 'traceon', argsMin: 0, text: 'Shows calls of macros on standard error, for debugging.', source: 'GNU m4 manual' },
  { name: 'traceoff', argsMin: 0, text: 'Ends traceon.', source: 'GNU m4 manual' },
  { name: 'regexp', argsMin: 2, argsMax: 3, needsParentheses: true, text: 'Where a regular expression matches in a text, or what it matches.', source: 'GNU m4 manual' },
  { name: 'patsubst', argsMin: 2, argsMax: 3, needsParentheses: true, text: 'Replaces what a regular expression matches in a text.', source: 'GNU m4 manual' },
  { name: 'format', argsMin: 1, needsParentheses: true, text: 'Formats text as printf does. cf.m4 undefines it, so in an .mc file it is a plain word.', source: 'GNU m4 manual' },
  { name: 'builtin', argsMin: 1, needsParentheses: true, text: "Calls one of m4's own macros by name, even if it was redefined.", source: 'GNU m4 manual' },
  { name: 'indir', argsMin: 1, needsParentheses: true, text: 'Calls a macro by a name that need not look like one.', source: 'GNU m4 manual' },
  { name: 'debugmode', argsMin: 0, argsMax: 1, text: 'What tracing shows.', source: 'GNU m4 manual' },
  { name: 'debugfile', argsMin: 0, argsMax: 1, text: 'Where tracing goes.', source: 'GNU m4 manual' },
  { name: 'changeword', argsMin: 1, argsMax: 1, needsParentheses: true, text: 'Changes what counts as a name. Most builds of m4 do not have it.', source: 'GNU m4 manual' },
  { name: '__file__', argsMin: 0, argsMax: 0, text: 'The name of the file being read.', source: 'GNU m4 manual' },
  { name: '__line__', argsMin: 0, argsMax: 0, text: 'The number of the line being read.', source: 'GNU m4 manual' },
  { name: '__program__', argsMin: 0, argsMax: 0, text: 'The name m4 was called by.', source: 'GNU m4 manual' },
];
