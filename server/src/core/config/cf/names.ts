/** The macros, classes and rulesets that a line of sendmail.cf names: where they stand, what they are, and which may be named. */
import { t } from '@vscode/l10n';
import { cfClasses, cfMacros, cfRulesets, type CfNameRow } from '../../knowledge/cfNames';
import { code, prose } from '../../markdown';
import type { Span } from '../../text';

export type CfNameKind = 'macro' | 'class' | 'ruleset';

/** A name at a place of a text. */
export interface CfName extends Span {
  readonly kind: CfNameKind;
  /** Longer names of macros with their braces, of classes without. */
  readonly name: string;
}

/**
 * `$x`, `${name}`, `$&x`, `$?x`, `$=x`, `$~x`, `$>name`, `$>&{macro}`; a `$` that another one stands before is a dollar sign, and
 * digits and signs are operators of rules.
 */
const reference = /\$(?:\$|([=~]|>\s{0,9}|[&?!|]|)(\{[^{}\n$]{1,60}\}|[A-Za-z_]\w{0,60}))/g;

/** The names in one line of sendmail.cf; `text` is the line, and all offsets are in it. */
export function cfNamesIn(text: string): CfName[] {
  const found: CfName[] = [];
  const defined = /^([DCFS])[ \t]{0,9}(\{[^{}\n]{1,60}\}|[A-Za-z_][\w-]{0,60})/.exec(text);
  if (defined) {
    const kind = defined[1] === 'D' ? 'macro' : defined[1] === 'S' ? 'ruleset' : 'class';
    const whole = defined[2]!;
    const name = kind === 'ruleset' || whole.startsWith('{') ? whole : whole[0]!;
    const start = defined[0].length - whole.length;
    found.push({ kind, start, end: start + name.length, name: kind === 'class' ? bare(name) : name });
  }
  for (const match of text.matchAll(reference)) {
    const word = match[2];
    if (word === undefined) continue;
    const sign = match[1]!.trim();
    const kind = sign === '=' || sign === '~' ? 'class' : sign === '>' ? 'ruleset' : 'macro';
    const name = kind === 'ruleset' || word.startsWith('{') ? word : word[0]!;
    const end = match.index + match[0].length - word.length + name.length;
    found.push({ kind, start: match.index, end, name: kind === 'class' ? bare(name) : name });
  }
  return found;
}

function bare(name: string): string {
  return name.replace(/[{}]/g, '');
}

/** The rows of a kind. */
export function cfNameRows(kind: CfNameKind): readonly CfNameRow[] {
  return kind === 'macro' ? cfMacros : kind === 'class' ? cfClasses : cfRulesets;
}

const rows = new Map(
  (['macro', 'class', 'ruleset'] as const).map((kind) => [kind, new Map(cfNameRows(kind).map((row) => [row.name, row]))]),
);

/** Markdown for a name; undefined for names that are the file's own. */
export function cfNameEntry(kind: CfNameKind, name: string): string | undefined {
  const row = rows.get(kind)!.get(name) ?? (kind === 'macro' ? rows.get(kind)!.get(bare(name)) : undefined);
  if (!row) return undefined;
  const title =
    kind === 'macro' ? `$${row.name}` : kind === 'class' ? `$=${row.name.length > 1 ? `{${row.name}}` : row.name}` : row.name;
  const what = kind === 'macro' ? t('macro of sendmail.cf') : kind === 'class' ? t('class') : t('ruleset');
  return `**${code(title)}** ${what}\n\n${prose(t(row.text))}`;
}
