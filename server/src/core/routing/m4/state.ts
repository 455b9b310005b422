/** What a macro processor has in hand while it runs, and the plain types its users see. */
import type { PieceBuilder, Pieces } from './pieces';

/** What a macro does: gives the text that is read next in its place. */
export type Builtin = (m4: M4, call: M4Call) => Pieces | undefined;

/** A macro: a text with $1, $2 … for the arguments, or a program. */
export interface Definition {
  readonly text?: Pieces;
  readonly builtin?: Builtin;
  /** True if without a parenthesis behind it, it is just a word. */
  readonly blind?: boolean;
  /** The `define` it comes from. */
  readonly definedBy?: M4Call;
}

export interface M4Argument {
  readonly pieces: Pieces;
  /** From behind the `(` or `,` to the `,` or `)` after it, blanks included. */
  readonly rawStart: number;
  readonly rawEnd: number;
  /** Set instead of a text where `defn` gave a built-in macro. */
  readonly definition?: Definition;
}

/** A macro call. Places are offsets of the file; where the call came out of another macro, that macro's text or call. */
export interface M4Call {
  readonly name: string;
  readonly nameStart: number;
  /** Offset behind the name. */
  readonly nameEnd: number;
  /** True if the name stands in the file as it is, and is not put together by macros. */
  readonly exact: boolean;
  /** Offset of the `(`; undefined without one. */
  readonly open?: number;
  /** Offset behind the `)`, or where reading stopped. */
  readonly end: number;
  readonly args: readonly M4Argument[];
  readonly closed: boolean;
  /** How many calls it is an argument of. */
  readonly depth: number;
  /** The diversion that was being written to. */
  readonly diversion: number;
  readonly definition: Definition;
}

/** What keeps m4 from reading on: a quoted text or a call that does not end. */
export type M4Fault =
  | { readonly kind: 'string'; readonly start: number }
  /** `argument`: where the argument starts that is being read, if a parenthesis within it is open as well. */
  | { readonly kind: 'call'; readonly call: M4Call; readonly argument?: number };

/** What the user of the engine hears while it runs, and how a damaged file is read on. All are optional. */
export interface M4Hooks {
  /** Before a call runs. */
  call?(call: M4Call): void;
  /** Text that goes to a diversion; -1 and below are thrown away. */
  output?(text: string, from: number, exact: boolean, diversion: number): void;
  /** A comment, or what `dnl` threw away; `end` is before the line end. */
  comment?(start: number, end: number, kind: 'hash' | 'dnl'): void;
  /** Asked at each opening quote of the file itself: where its text ends and where to go on; undefined leaves it to m4. */
  stringEnd?(start: number): { readonly end: number; readonly resume: number } | undefined;
  /** Asked at each word of the file itself inside of calls: how many of those calls (the innermost first) end here, though nothing closed them. */
  endsCalls?(start: number, word: string, around: readonly Frame[]): number;
  /** A call that was ended so, or by the end of the file. */
  fault?(call: M4Call): void;
}

/** Text that waits to be read. */
export interface Block {
  readonly text: string;
  pos: number;
  readonly from: number;
  readonly exact: boolean;
  /** A built-in macro as `defn` gives it. */
  readonly definition?: Definition;
  /** True for the file itself. */
  readonly file?: boolean;
}

/** A call whose arguments are being read. */
export interface Frame {
  readonly name: string;
  readonly definition: Definition;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly exact: boolean;
  readonly open: number;
  readonly args: M4Argument[];
  current: PieceBuilder;
  currentDefinition?: Definition;
  rawStart: number;
  parens: number;
  atStart: boolean;
}

/** The state of a run. */
export interface M4 {
  readonly macros: Map<string, Definition[]>;
  readonly hooks: M4Hooks;
  /** The diversion output goes to; 0 at first. */
  diversion: number;
  /** What each diversion holds, by its number. */
  readonly diversions: Map<number, PieceBuilder>;
  quotes: readonly [open: string, close: string];
  /** The start and end of a comment; empty: there are no comments. */
  comments: readonly [start: string, end: string];
  /** True once `m4exit` was called, or the text grew beyond all measure. */
  stopped: boolean;
  /** True if something ran whose result only the real m4 on the real machine can know (`syscmd`, `include` …). */
  uncertain: boolean;
  readonly blocks: Block[];
  readonly frames: Frame[];
  /** What `m4wrap` keeps until the end of the file. */
  readonly wrapped: Pieces[];
  /** How many characters may still be read again. */
  budget: number;
}
