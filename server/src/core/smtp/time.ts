/** Times as logs write them, brought to ISO 8601 as far as they go. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ZONES: Readonly<Record<string, string>> = { UT: 'Z', UTC: 'Z', GMT: 'Z' };

/** The number of a month by its English name or its first three letters, two digits; undefined if it is none. */
export function monthNumber(name: string): string | undefined {
  const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return at < 0 ? undefined : two(at + 1);
}

/** The first date in the form of mail headers (RFC 5322 3.3) in a text: `Sun, 22 Nov 2026 04:02:49 GMT`. */
export function isoDate(text: string): string | undefined {
  const m = /\b(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{1,2}):(\d\d)(?::(\d\d))?(?: ([+-]\d{4}|[A-Z]{1,4})\b)?/.exec(text);
  const month = m && monthNumber(m[2]!);
  if (!month) return undefined;
  const zone = m[7];
  const offset = zone === undefined ? '' : /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : (ZONES[zone] ?? '');
  return `${m[3]}-${month}-${two(m[1]!)}T${two(m[4]!)}:${m[5]}:${m[6] ?? '00'}${offset}`;
}

/** A number as two digits. */
export function two(n: number | string): string {
  return String(n).trim().padStart(2, '0');
}
