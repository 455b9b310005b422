/** Edits that several fixes make. */
import type { Edit, HasSource } from '../../problem';
import { lineAt, type Source, type Span } from '../../text';

/** The line end the file uses: that of its first line. */
export function lineEndOf(source: Source): string {
  if (source.lineEnd !== undefined) return source.lineEnd;
  return source.text.startsWith('\r\n', (source.lineStarts[1] ?? 0) - 2) ? '\r\n' : '\n';
}

/** The lines of `span` with the line end, so that removing them leaves no empty line. */
export function wholeLines(source: Source, span: Span): Span {
  return {
    start: source.lineStarts[lineAt(source, span.start)]!,
    end: source.lineStarts[lineAt(source, span.end) + 1] ?? source.text.length,
  };
}

/** New last lines of a file. */
export function lastLines(
  { uri, model: { source } }: { readonly uri: string; readonly model: HasSource },
  lines: readonly string[],
): Edit {
  const { length } = source.text;
  const feed = lineEndOf(source);
  const before = length === 0 || source.text.endsWith('\n') ? '' : feed;
  return { uri, start: length, end: length, text: before + lines.map((line) => line + feed).join('') };
}

/** Takes `span` out of its line and puts `comment` on a line of its own above. */
export function commentAbove(source: Source, span: Span, comment: string): Edit[] {
  const start = source.lineStarts[lineAt(source, span.start)]!;
  return [
    { start, end: start, text: `# ${comment}${lineEndOf(source)}` },
    { ...span, text: '' },
  ];
}
