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

/** Seconds since midnight of a time as in `Piece.time`; undefined without a time of day. The date is left out. */
export function secondsOf(time: string | undefined): number | undefined {
  const found = time === undefined ? null : /(?:^|T)(\d\d):(\d\d):(\d\d)(\.\d{1,9})?/.exec(time);
  if (!found) return undefined;
  return Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3]) + Number(found[4] ?? 0);
}

/** A time of a transcript taken apart: year (or a hyphen), month, day, hours, minutes, seconds, zone. */
const TIME = /^(?:(\d{4}|-)-(\d\d)-(\d\d)T)?(\d\d):(\d\d)(?::(\d\d(?:[.,]\d{1,9})?))?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * Seconds from one time of a log to a later one, as in `Piece.time`, midnight or the turn of the year between them or not. Where
 * the log tells no date at most half a day is believed, without years half a year; undefined where the times do not tell, or run
 * backwards.
 */
export function secondsBetween(from: string | undefined, to: string | undefined): number | undefined {
  const a = TIME.exec(from ?? '');
  const b = TIME.exec(to ?? '');
  if (!a || !b) return undefined;
  const dated = a[2] !== undefined && b[2] !== undefined;
  const years = dated && a[1] !== '-' && b[1] !== '-';
  const zoned = a[7] !== undefined && b[7] !== undefined;
  const seconds = (m: RegExpExecArray): number => {
    const day = dated ? Date.UTC(years ? Number(m[1]) : LEAP_YEAR, Number(m[2]) - 1, Number(m[3])) / 1000 : 0;
    const clock = Number(m[4]) * 3600 + Number(m[5]) * 60 + Number((m[6] ?? '0').replace(',', '.'));
    return day + clock - (zoned ? zoneSeconds(m[7]!) : 0);
  };
  const passed = seconds(b) - seconds(a);
  if (years) return passed >= 0 ? passed : undefined;
  const round = dated ? YEAR : DAY;
  const believed = passed < 0 ? passed + round : passed;
  return believed <= round / 2 ? believed : undefined;
}

const DAY = 86_400;
const LEAP_YEAR = 2000;
const YEAR = 366 * DAY;

/** Seconds that a zone is east of UTC. */
function zoneSeconds(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -60 : 60) * minutes;
}
