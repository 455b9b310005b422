/** What is being typed in a line of a table, for completion. */
import { lineAt, lineSpan, type Source, type Span } from '../../text';
import { isBlank } from './scanner';

/** `part` says whether the cursor is in the key or behind the blanks; `span` is what a completion replaces, `typed` what stands there before the cursor. */
export interface MapCursor {
  readonly part: 'key' | 'value';
  readonly key: string;
  readonly span: Span;
  readonly typed: string;
}

/** Where the cursor is; undefined in comments and in lines that begin with a blank. */
export function mapCursor(source: Source, offset: number): MapCursor | undefined {
  const line = lineSpan(source, lineAt(source, offset));
  const text = source.text.slice(line.start, line.end);
  const at = Math.min(offset, line.end) - line.start;
  if (text.startsWith('#') || (text !== '' && isBlank(text.charCodeAt(0)))) return undefined;
  let keyEnd = 0;
  while (keyEnd < text.length && !isBlank(text.charCodeAt(keyEnd))) keyEnd++;
  if (at <= keyEnd)
    return {
      part: 'key',
      key: text.slice(0, keyEnd),
      span: { start: line.start, end: line.start + keyEnd },
      typed: text.slice(0, at),
    };
  let from = keyEnd;
  while (from < at && isBlank(text.charCodeAt(from))) from++;
  return {
    part: 'value',
    key: text.slice(0, keyEnd),
    span: { start: line.start + from, end: line.end },
    typed: text.slice(from, at),
  };
}
