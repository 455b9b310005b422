/** Times of log lines. */

/** Seconds since midnight of a time as in `Piece.time`; undefined without a time of day. The date is left out. */
export function secondsOf(time: string | undefined): number | undefined {
  const found = time === undefined ? null : /(?:^|T)(\d\d):(\d\d):(\d\d)(\.\d{1,9})?/.exec(time);
  if (!found) return undefined;
  return Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3]) + Number(found[4] ?? 0);
}
