/** The beginning of a syslog line, in the traditional form (RFC 3164 4.1) and with ISO dates. */
import { monthNumber, two } from '../time';

export interface SyslogLine {
  readonly time: string;
  /** `postfix/smtpd`. */
  readonly program: string;
  readonly pid: string;
  /** The machine that wrote the line. */
  readonly host: string;
  /** Offset in the line at which the program's own text starts. */
  readonly from: number;
}

const LINE =
  /^(?:<\d{1,3}>)?(?:([A-Z][a-z]{2}) ([ \d]?\d) (\d\d:\d\d:\d\d)(?:\.\d+)?|(?:[A-Z][a-z]{2} )?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\d.,:+Z-]*)(?: ([A-Z]{3,5})(?= \S+ [^\s[\]:]+(?:\[\d+\])?:))?) (\S+) ([^\s[\]:]+)(?:\[(\d+)\])?: ?/;

/** Takes a syslog line apart; undefined if it is none. The traditional form tells no year. */
export function readSyslog(text: string): SyslogLine | undefined {
  const m = LINE.exec(text);
  if (!m) return undefined;
  const month = m[1] === undefined ? undefined : monthNumber(m[1]);
  const time = m[4] !== undefined ? isoTime(m[4], m[5]) : month && `--${month}-${two(m[2]!)}T${m[3]}`;
  if (time === undefined) return undefined;
  return { time, host: m[6]!, program: m[7]!, pid: m[8] ?? '', from: m[0].length };
}

function isoTime(text: string, zone?: string): string {
  return text.replace(' ', 'T') + (zone === 'UTC' || zone === 'GMT' ? 'Z' : '');
}
