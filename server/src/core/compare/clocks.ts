/**
 * How far the clocks of two logs are apart: zone, a clock that is wrong, one that drifts. Sessions that are known to be the same
 * tell it; without them the shift that brings most sessions together, if there is one. Seconds everywhere.
 */

/** A time of a log as seconds; without a date, of the day. Years that a log leaves out are one year. Undefined without a time of day. */
export function secondsAt(time: string | undefined): number | undefined {
  const found = /^(?:(?:(\d{4})|-)-(\d\d)-(\d\d)T)?(\d\d):(\d\d)(?::(\d\d))?/.exec(time ?? '');
  if (!found) return undefined;
  const [, year, month, day, hours, minutes, seconds = '0'] = found;
  const clock = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return month === undefined ? clock : Date.UTC(Number(year ?? LEAP_YEAR), Number(month) - 1, Number(day)) / 1000 + clock;
}

/** The server's clock minus the client's. */
export interface Sample {
  /** The client's time. */
  readonly at: number;
  readonly offset: number;
}

/** What `b` shows while `a` shows its time: `b - a`, within half a day where a log has no dates. */
export function shift(a: number, b: number): number {
  if (a >= DAY && b >= DAY) return b - a;
  return apart(b, a);
}

/** Seconds of the day from `b` to `a`, within half a day: logs without dates have times of day only. */
export function apart(a: number, b: number): number {
  const seconds = (((a - b) % DAY) + DAY) % DAY;
  return seconds > DAY / 2 ? seconds - DAY : seconds;
}

/** Tells the shift at a time by the nearest sample. Undefined where too little is known. */
export function clocksOf(samples: readonly Sample[]): ((at: number) => number) | undefined {
  if (samples.length < LEAST) return undefined;
  const sorted = [...samples].sort((a, b) => a.at - b.at);
  return (at) => {
    let [low, high] = [0, sorted.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.at < at) low = middle + 1;
      else high = middle;
    }
    const [before, after] = [sorted[Math.max(0, low - 1)]!, sorted[low]!];
    return at - before.at < after.at - at ? before.offset : after.offset;
  };
}

/**
 * The shift that brings most of the client's times to one of the server's, if it brings nearly all and no other does as well.
 * Bounded: long lists are judged by their first times.
 */
export function likelyShift(client: readonly number[], server: readonly number[]): number | undefined {
  const mine = client.slice(0, MOST_CLIENT);
  if (mine.length < LEAST_VOTES) return undefined;
  const votes = new Map<number, number>();
  for (const a of mine) {
    const bins = new Set<number>();
    for (const b of server.slice(0, MOST_SERVER)) {
      const bin = Math.round(shift(a, b));
      bins
        .add(bin - 1)
        .add(bin)
        .add(bin + 1);
    }
    for (const bin of bins) votes.set(bin, (votes.get(bin) ?? 0) + 1);
  }
  let best = { bin: 0, votes: 0 };
  for (const [bin, n] of votes) if (n > best.votes) best = { bin, votes: n };
  for (const [bin, n] of votes) if (Math.abs(bin - best.bin) > JITTER && n * 4 > best.votes * 3) return undefined;
  return best.votes * 5 < mine.length * 4 ? undefined : best.bin;
}

const DAY = 86_400;
const LEAP_YEAR = 2000;
const LEAST = 2;
const LEAST_VOTES = 4;
const MOST_CLIENT = 64;
const MOST_SERVER = 4096;
/** Whole seconds on both sides, and a log written a little late. */
const JITTER = 3;
