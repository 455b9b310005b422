/** Logs in the body of a mail saved as it was sent: quoted-printable (RFC 2045 6.7). */
import { findEvidence } from './formats/generic/shapes';
import type { Line } from './lines';

/** Passes lines on, undone where a mail's head says so, or the first lines show it; `end` is called once. */
export interface Undoer {
  line(line: Line): void;
  end(): void;
}

/** Lines looked at where no head tells: who saved a body alone saved it from its beginning. */
const FIRST = 64;
const HEADER = /^Content-Transfer-Encoding:\s*quoted-printable\s*$/i;
/** What nobody else writes: an equals sign, a blank at a line's end, a character of UTF-8. */
const CODED = /=3D|=20$|=[C-E][\dA-F]=[89AB][\dA-F]/;
/** The codes that encoders use, so that `SIZE=2048` is none of them. */
const ALL = /^(?:[^=]|=(?:3D|2E|46|0[AD]|[89A-F][\dA-F]))*(?:=(?:20|09)?)?$/;

/** Begins to read a log. A mail in which SMTP stands before its header is a message of the log: it stays as it is. */
export function createUndoer(next: (line: Line) => void): Undoer {
  let first: Line[] | undefined = []; // until it is known
  let on = false;
  let header = false;
  let open: Line | undefined; // a line that goes on in the next

  function settle(coded: boolean): void {
    const lines = first ?? [];
    first = undefined;
    on = coded && !header;
    lines.forEach(take);
  }

  function line(one: Line): void {
    if (!first) return take(one);
    first.push(one);
    if (HEADER.test(one.text) && !first.some(({ text }) => findEvidence(text)?.at === 0)) header = true;
    if (header || first.length === FIRST) settle(!header && isCoded(first));
  }

  function take(one: Line): void {
    if (header && one.text === '') {
      header = false;
      on = true;
    }
    if (!on || (!open && !one.text.includes('='))) return next(one);
    const whole = open ? { ...one, number: open.number, start: open.start, text: open.text + one.text } : one;
    open = undefined;
    if (whole.text.endsWith('=') && whole.text.length < LONGEST) open = { ...whole, text: whole.text.slice(0, -1) };
    else next({ ...whole, text: decode(whole.text) });
  }

  function end(): void {
    if (first) settle(isCoded(first));
    if (open) next({ ...open, text: decode(open.text) });
  }

  return { line, end };
}

/** Lines broken in two are put together up to this length. */
const LONGEST = 10_000;

/** True if each `=` of the lines begins a code or breaks a line, and there are some that an encoder writes. */
function isCoded(lines: readonly Line[]): boolean {
  return lines.filter(({ text }) => CODED.test(text)).length > 1 && lines.every(({ text }) => ALL.test(text));
}

function decode(text: string): string {
  return text.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
