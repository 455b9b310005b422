/** Lines as they looked on the screen: without a terminal's control sequences, with what was rubbed out gone. */
import type { Line } from './lines';

/** Colours and cursor movements (ECMA-48 5.4, 8.3), and titles of windows. */
const CONTROL = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]{0,200}(?:\x07|\x1b\\)|[()][0-9A-B]|[=>78DEHM])/g;
const BYTE_ORDER_MARK = /^(?:\uFEFF|\u00EF\u00BB\u00BF)/;

/** A line without them; its place begins where the first of its own characters stands. */
export function clean(line: Line): Line {
  const first = line.number === 0 ? (BYTE_ORDER_MARK.exec(line.text)?.[0].length ?? 0) : 0;
  let text = line.text.slice(first);
  if (text.includes('\x1b')) text = text.replace(CONTROL, '');
  if (text.includes('\b')) text = rubOut(text);
  if (text.length === line.text.length) return line;
  const start = first > 0 || line.text.endsWith(text) ? line.start + (first || line.text.length - text.length) : line.start;
  return { ...line, start, text };
}

/** `script` records each key: a backspace takes back the character before it, with the blank that wiped it off the screen. */
function rubOut(text: string): string {
  const kept: string[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '\b') kept.push(text[i]!);
    else {
      kept.pop();
      if (text[i + 1] === ' ' && text[i + 2] === '\b') i += 2;
      else if (text[i + 1] === '\x1b') i++;
    }
  }
  return kept.join('');
}
