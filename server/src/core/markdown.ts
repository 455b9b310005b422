/** The few builders every hover and completion text is made with, so that all read alike. */

/** What an explanation consists of; every text is Markdown already, in the user's language. */
export interface Explanation {
  /** The thing itself, as the file has it: `451 4.7.1`. */
  readonly title: string;
  /** What it is, in a few words. */
  readonly what?: string;
  /** What it means here. */
  readonly here?: string;
  /** What to do. */
  readonly todo?: string;
  /** Where it is written: `RFC 5321 4.2.2`. */
  readonly sources?: readonly string[];
}

/** Builds the Markdown of a hover: title and what, what it means here, what to do, where it is written. */
export function explain(e: Explanation, todoLabel: string): string {
  const lines = [e.what ? `**${e.title}** ${e.what}` : `**${e.title}**`];
  if (e.here) lines.push(e.here);
  if (e.todo) lines.push(`*${todoLabel}*: ${e.todo}`);
  if (e.sources?.length) lines.push(e.sources.map(linkSource).join(' · '));
  return lines.join('\n\n');
}

/** A reference as a link where it has a stable address: RFC numbers to the RFC Editor's text, with the section. */
export function linkSource(source: string): string {
  const address = addressOf(source);
  return address === undefined ? source : `[${source}](${address})`;
}

/** Where a source such as `RFC 5321 4.2.2` is to be read, if it has a stable address. */
export function addressOf(source: string): string | undefined {
  const m = /^RFC (\d+)(?: ([\d.]+))?$/.exec(source);
  return m ? `https://www.rfc-editor.org/rfc/rfc${m[1]}${m[2] ? `#section-${m[2]}` : ''}` : undefined;
}

/**
 * Text as inline code, whatever backticks it holds (they are everywhere in m4). On one line: behind an empty one it would be code no
 * more, and a picture that the file names would be fetched.
 */
export function code(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ');
  const longest = (line.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return fence + pad + line + pad + fence;
}

/** Calls of m4's FEATURE in a text as code: their backticks would begin code of their own. */
export function codeCalls(text: string): string {
  return text.replace(/FEATURE\([^()]*\)/g, code);
}

/** Text with Markdown's own characters made harmless. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!<>|~]/g, '\\$&');
}

/** A text of the knowledge rows as Markdown: what stands in backticks is code, all else is plain. */
export function prose(text: string): string {
  return text
    .split('`')
    .map((part, i) => (i % 2 === 1 ? code(part) : plain(part)))
    .join('');
}

/** Markdown as plain text for the command line: emphasis and code marks dropped, links as `text`. */
export function toPlainText(markdown: string): string {
  const text = markdown
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/(^|[\s(])\*([^*\s][^*]*)\*/g, '$1$2');
  return text
    .split('\n')
    .map(withoutCodeMarks)
    .join('\n')
    .replace(/\\([\\`*_{}[\]()#+\-!<>|~])/g, '$1')
    .replace(/\n{2,}/g, '\n');
}

/** A line without the marks of inline code: runs of backticks that have a next one of the same length, and the blanks inside them. */
function withoutCodeMarks(line: string): string {
  const parts = line.split(/(`+)/); // the odd ones are runs of backticks
  const ends = new Map<number, number>(); // of a run that begins code, the run that ends it
  const next = new Map<string, number>();
  for (let i = parts.length - 2; i > 0; i -= 2) {
    const end = next.get(parts[i]!);
    if (end !== undefined) ends.set(i, end);
    next.set(parts[i]!, i);
  }
  let text = '';
  for (let i = 0; i < parts.length; i++) {
    const end = ends.get(i);
    text +=
      end === undefined
        ? parts[i]!
        : parts
            .slice(i + 1, end)
            .join('')
            .replace(/^ | $/g, '');
    i = end ?? i;
  }
  return text;
}
