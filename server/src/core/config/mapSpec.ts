/** Map specs: what a FEATURE takes as its table and a K line of sendmail.cf declares (Operations Guide 5.9). */
import type { Span } from '../text';

export interface MapWord extends Span {
  readonly text: string;
}

export interface MapSpec {
  /** `hash`, `ldap` … */
  readonly type: MapWord;
  /** Each with what is written right behind its letter: `-T<TMPF>`. */
  readonly flags: readonly MapWord[];
  /** The file, for the types that have one; without `.db`. */
  readonly file?: MapWord;
}

const databases = new Set(['hash', 'btree', 'dbm', 'cdb']);

/** Reads a map spec: its type, its flags and its file. Offsets count from the start of `text`; undefined if it is empty. */
export function parseMapSpec(text: string): MapSpec | undefined {
  const [type, ...rest] = wordsOf(text);
  if (!type) return undefined;
  const file = databases.has(type.text) || type.text === 'text' ? rest.find((w) => !w.text.startsWith('-')) : undefined;
  return { type, flags: rest.filter((w) => w.text.startsWith('-')), ...(file && { file }) };
}

/** The command that makes the map from its text file of the same name; undefined where there is nothing to make. */
export function makemapCommand(spec: MapSpec): string | undefined {
  if (!spec.file || !databases.has(spec.type.text)) return undefined;
  const keepsCase = spec.flags.some((f) => f.text === '-f') ? '-f ' : '';
  // Some name the map itself, as Red Hat does: mailertable.db.
  const file = spec.file.text.replace(/\.(db|dir|pag|cdb)$/, '');
  return `makemap ${keepsCase}${spec.type.text} ${file} < ${file}`;
}

function wordsOf(text: string): MapWord[] {
  const words: MapWord[] = [];
  for (let i = 0; i < text.length;) {
    if (/\s/.test(text[i]!)) {
      i++;
      continue;
    }
    const start = i;
    while (i < text.length && !/\s/.test(text[i]!)) i++;
    words.push({ start, end: i, text: text.slice(start, i) });
  }
  return words;
}
