/** The pattern of a regex map: what regcomp refuses (POSIX extended syntax, glibc 2.36), and sendmail 8.17.1 will not start with. */
import { t } from '@vscode/l10n';

const classes = /^(alpha|digit|alnum|upper|lower|space|blank|punct|print|graph|cntrl|xdigit)$/;

/** What is wrong with the pattern of a regex map, as a message. `rest` is what stands behind the class: switches, then the pattern. */
export function patternFlaw(rest: string): string | undefined {
  const [, switches = '', pattern = ''] = /^\s*((?:-\S*\s+)*)([^]*)$/.exec(rest) ?? [];
  // With -b it is a basic expression; a $ within the line is sendmail's own, unless it is doubled.
  if (/(^|\s)-b/.test(switches) || /\$(?!\$|$)/.test(pattern.replaceAll('$$', ''))) return undefined;
  const plain = pattern.trimEnd().replaceAll('$$', '$');
  // Without -f case does not count, and ranges are those of capitals.
  const flaw = flawOf(plain, /(^|\s)-f/.test(switches) ? plain : plain.replace(/[a-z]/g, (c) => c.toUpperCase()));
  return flaw === undefined
    ? undefined
    : t('sendmail will not start with this pattern: {0} is not closed, or out of place.', flaw);
}

/** The part of it that is not right. */
function flawOf(pattern: string, order: string): string | undefined {
  let depth = 0;
  /** True where a * would have something to repeat. */
  let atom = false;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]!;
    if (c === '\\') {
      if (i + 1 === pattern.length) return c;
      i++;
      atom = true;
    } else if (c === '(') {
      depth++;
      atom = false;
    } else if (c === ')') {
      if (depth > 0) depth--;
      atom = true;
    } else if (c === '|' || c === '^') atom = false;
    else if (c === '[') {
      const end = bracket(pattern, i + 1, order);
      if (typeof end === 'string') return end;
      i = end;
      atom = true;
    } else if ('*+?{'.includes(c)) {
      if (!atom) return c;
      if (c !== '{') continue;
      const [all, content] = /\{([^}]*)\}/y.exec(pattern.slice(i, i + 20)) ?? [];
      if (all === undefined) return c;
      const [, from, to] = /^(\d*)(?:,(\d*))?$/.exec(content!) ?? [];
      if (content!.includes('\\')) atom = true;
      else if (from === undefined || content === '' || (to && Number(from) > Number(to))) return all;
      i += all.length - 1;
    } else atom = true;
  }
  return depth > 0 ? '(' : undefined;
}

/** The offset of the ] that closes the brackets whose content begins at `from`, or what is wrong with them. Of `order` ranges are judged. */
function bracket(pattern: string, from: number, order: string): number | string {
  let at = pattern[from] === '^' ? from + 1 : from;
  for (let first = true; at < pattern.length; first = false) {
    if (pattern[at] === ']' && !first) return at;
    const kind = pattern[at] === '[' ? pattern[at + 1] : undefined;
    if (kind !== undefined && ':.='.includes(kind)) {
      const end = pattern.indexOf(`${kind}]`, at + 2);
      if (end < 0) break;
      const name = pattern.slice(at + 2, end);
      if (kind === ':' && !classes.test(name)) return `[:${name}:]`;
      at = end + 2;
    } else if (pattern[at + 1] === '-' && pattern[at + 2] !== ']' && at + 2 < pattern.length) {
      if (order[at]! > order[at + 2]!) return pattern.slice(at, at + 3);
      at += 3;
      if (pattern[at] === '-' && pattern[at + 1] !== ']') return '-';
    } else at++;
  }
  return '[';
}
