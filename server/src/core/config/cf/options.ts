/** Finds the option a line of sendmail.cf sets, as sendmail 8.17.1 does: without regard to case, and shortened if only one fits. */
import { milterOptions, options, timeouts } from '../../knowledge/options';
import type { OptionRow } from '../../knowledge/options';
import type { CfLineOf } from './model';

/** What a name leads to; `short` is taken with a message, `timeout` and `milter` have a part behind the dot that is unknown. */
export type FoundOption =
  | { readonly kind: 'known' | 'short'; readonly row: OptionRow }
  | { readonly kind: 'timeout' | 'milter'; readonly row: OptionRow; readonly sub: string }
  | { readonly kind: 'ambiguous'; readonly names: readonly string[] }
  | { readonly kind: 'unknown' };

const timeout: OptionRow = { name: 'Timeout', type: 'time' };
const milter: OptionRow = { name: 'Milter', type: 'string' };
const families = [timeout, milter];
// The rows have the parts (Timeout.ident) one by one; a name is looked up without its part.
const plain = [...options.filter((o) => !o.name.includes('.')), ...families];

/** The option a line sets. */
export function findOption(line: CfLineOf<'option'>): FoundOption {
  if (line.letter) {
    const row = options.find((o) => o.letter === line.name.text);
    return row || /^[A-Za-z78]$/.test(line.name.text)
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
  if (row === timeout && parts.length > 0 && !timeouts.includes(sub)) return { kind: 'timeout', row, sub };
  if (row === milter && !milterOptions.some((m) => m.toLowerCase() === sub)) return { kind: 'milter', row, sub };
  return { kind: full ? 'known' : 'short', row };
}

/** The option's row, if it is known at all. */
export function optionOf(found: FoundOption): OptionRow | undefined {
  return 'row' in found ? found.row : undefined;
}
