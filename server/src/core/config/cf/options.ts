/** Finds the option a line of sendmail.cf sets, as sendmail 8.17.1 does: without regard to case, and shortened if only one fits. */
import { conf } from '../../knowledge/conf';
import { moreOptions } from '../../knowledge/options';
import type { OptionRow } from '../../knowledge/options';
import type { CfLineOf } from './model';

const all: readonly OptionRow[] = [
  ...conf.flatMap(({ option: name, letter, type, values }) => (name === undefined ? [] : [{ name, letter, type, values }])),
  ...moreOptions,
];

/** What stands behind the dot of the options whose name starts with `family`. */
function parts(family: string): string[] {
  return all.filter((o) => o.name.startsWith(`${family}.`)).map((o) => o.name.slice(family.length + 1));
}

/** The options by their names; those of several parts (Timeout.ident) are in the lists below. */
export const options: readonly OptionRow[] = all.filter((o) => !o.name.includes('.'));

/** What `O Timeout.…` and `O Milter.…` may set. */
export const timeouts: readonly string[] = parts('Timeout');
export const milterOptions: readonly string[] = parts('Milter');

/** What a name leads to; `short` is taken with a message, `timeout` and `milter` have a part behind the dot that is unknown. */
export type FoundOption =
  | { readonly kind: 'known' | 'short'; readonly row: OptionRow }
  | { readonly kind: 'timeout' | 'milter'; readonly row: OptionRow; readonly sub: string }
  | { readonly kind: 'ambiguous'; readonly names: readonly string[] }
  | { readonly kind: 'unknown' };

const timeout: OptionRow = { name: 'Timeout', type: 'time' };
/** Without a part behind the dot: a time for all, or a list of part=time. */
const oldTimeout: OptionRow = { name: 'Timeout', letter: 'r', type: 'string' };
const milter: OptionRow = { name: 'Milter', type: 'string' };
const plain = [...options, timeout, milter];
const known = new Set(timeouts.map((p) => p.toLowerCase()));

/** The letters sendmail takes in the old form. */
const oldLetters = /^[a-zA-CE-MO-VX-Z78]$/;

/** The option whose name stands right behind the O, without the blank it needs: `OPrivacyOptions=…`. */
export function gluedName(line: CfLineOf<'option'>): string | undefined {
  const word = line.letter ? /^[A-Za-z0-9]{3,}(?=[.=\s]|$)/.exec(line.name.text + line.value.text)?.[0] : undefined;
  return word && plain.find((o) => o.name.toLowerCase() === word.toLowerCase())?.name;
}

/** The option a line sets. */
export function findOption(line: CfLineOf<'option'>): FoundOption {
  if (line.letter) {
    const row = [...options, oldTimeout].find((o) => o.letter === line.name.text);
    return row || oldLetters.test(line.name.text)
      ? { kind: 'known', row: row ?? { name: line.name.text, type: 'string' } }
      : { kind: 'unknown' };
  }
  const [name = '', ...parts] = line.name.text.split('.');
  const wanted = name.toLowerCase();
  const fits = wanted === '' ? [] : plain.filter((o) => o.name.toLowerCase().startsWith(wanted));
  const full = fits.find((o) => o.name.length === name.length);
  const row = full ?? (fits.length === 1 ? fits[0] : undefined);
  if (!row) return fits.length > 1 ? { kind: 'ambiguous', names: fits.map((o) => o.name) } : { kind: 'unknown' };
  const sub = parts.join('.').toLowerCase();
  if (row === timeout && parts.length === 0) return { kind: full ? 'known' : 'short', row: oldTimeout };
  if (row === timeout && !known.has(sub)) return { kind: 'timeout', row, sub };
  if (row === milter && !milterOptions.some((m) => m.toLowerCase() === sub)) return { kind: 'milter', row, sub };
  return { kind: full ? 'known' : 'short', row };
}

/** The option's row, if it is known at all. */
export function optionOf(found: FoundOption): OptionRow | undefined {
  return 'row' in found ? found.row : undefined;
}
