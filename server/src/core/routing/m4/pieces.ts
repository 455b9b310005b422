/**
 * Text on its way through m4. It remembers where it was written, so that whatever m4 makes of it can be shown to the user at
 * its place in the file.
 */

/** A piece of text. If `exact`, its character i stands at `from` + i of the file; otherwise all of it stands for the place `from`. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly exact: boolean;
}

/** A text, as the pieces it was put together from, in order. */
export type Pieces = readonly Piece[];

/** A text under construction. */
export type PieceBuilder = { text: string; from: number; exact: boolean }[];

/** Adds `text` to the end of a text, joining it to the last piece where both were written side by side. */
export function append(to: PieceBuilder, text: string, from: number, exact: boolean): void {
  if (text === '') return;
  const last = to.at(-1);
  if (last && last.exact === exact && last.from + (exact ? last.text.length : 0) === from) last.text += text;
  else to.push({ text, from, exact });
}

/** Adds all pieces of a text to the end of another. */
export function appendAll(to: PieceBuilder, pieces: Pieces): void {
  for (const p of pieces) append(to, p.text, p.from, p.exact);
}

/** The characters alone. */
export function plainText(pieces: Pieces): string {
  return pieces.length === 1 ? pieces[0]!.text : pieces.map((p) => p.text).join('');
}

/** A text that m4 made up (a number, a part of a name): all of it stands for the place `from`. */
export function made(text: string, from: number): Pieces {
  return text === '' ? [] : [{ text, from, exact: false }];
}
