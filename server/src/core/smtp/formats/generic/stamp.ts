/** Times in lines of any form. */
import { monthNumber, two } from '../../time';

const ISO = /(\d{4})[-/.](\d\d)[-/.](\d\d)[T ,_-]+(\d\d:\d\d:\d\d)(?:([.,])(\d{1,9}))?(?: ?(Z|[+-]\d\d:?\d\d)\b)?/;
const NAMED =
  /\b(?:(\d{1,2})[ /-])?([A-Z][a-z]{2})[ /-]{1,2}(?:(\d{1,2})[ ,]+|)(?:(\d{4})[ :,]+)?(\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?/;
const CLOCK = /(?:^|[^\d:.])(\d{1,2}):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?: ?([AP])M\b)?/;

/** The first time in a line up to `end`, as in `Piece.time`; of dates that may be read in two ways only the clock. */
export function timeIn(line: string, end: number): string | undefined {
  const text = line.slice(0, Math.min(Math.max(end, 0), 200));
  const iso = ISO.exec(text);
  if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}T${iso[4]}${iso[6] ? '.' + iso[6] : ''}${iso[7] ?? ''}`;
  const named = NAMED.exec(text);
  const month = named && monthNumber(named[2]!);
  const day = named?.[1] ?? named?.[3];
  if (month && day) return `${named[4] ?? '-'}-${month}-${two(day)}T${named[5]}${named[6] ? '.' + named[6] : ''}`;
  const clock = CLOCK.exec(text);
  if (!clock) return undefined;
  const hours = clock[5] === undefined ? Number(clock[1]) : (Number(clock[1]) % 12) + (clock[5] === 'P' ? 12 : 0);
  return `${two(hours)}:${clock[2]}:${clock[3]}${clock[4] ? '.' + clock[4] : ''}`;
}
