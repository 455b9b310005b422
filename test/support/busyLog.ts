/** Logs of sendmail -X as a busy server writes them: many sessions at a time, each under a process id of its own or several. */

/** A session's lines as sendmail writes them, from the marker on, with their line ends: `<<< EHLO a\r\n`. */
export type Recorded = readonly string[];

export interface BusyOptions {
  readonly sessions: number;
  /** How many go on at a time. */
  readonly atOnce: number;
  /** Shares of sessions: those that go on under another id after MAIL, and those with a character put in, taken out or changed. */
  readonly forks: number;
  readonly damaged: number;
  /** Lines that are cut off at the beginning and at the end of the log. */
  readonly cut: number;
  /** True if ids come round again. */
  readonly idsComeAgain: boolean;
  /** Gives numbers from 0 to 1. */
  readonly random: () => number;
}

const NAMES = ['dora', 'emil', 'fritz', 'greta', 'hans.otto', 'ida', 'jo-ann', 'karl_1'];
const HOSTS = ['example.net', 'mail.example.org', 'a.example', 'x7.example.com'];

/** Mixes sessions picked from `recorded`. The same options and numbers give the same log. */
export function busyLog(recorded: readonly Recorded[], options: BusyOptions): string {
  const { random } = options;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const log: string[] = [];
  const live: { pid: number; lines: string[]; forks: boolean }[] = [];
  let pid = 1000;
  const nextId = (): number => (options.idsComeAgain ? 1000 + Math.floor(random() * options.atOnce * 3) : ++pid);
  for (let n = 0; n < options.sessions || live.length > 0;) {
    if (n < options.sessions && live.length < options.atOnce) {
      n++;
      const lines = renamed(pick(recorded), pick, random);
      let id = nextId();
      while (live.some((one) => one.pid === id)) id++;
      live.push({ pid: id, lines: random() < options.damaged ? damaged(lines, random) : lines, forks: random() < options.forks });
      continue;
    }
    const at = Math.floor(random() * live.length);
    const one = live[at]!;
    for (let burst = 1 + Math.floor(random() * 6); burst > 0 && one.lines.length > 0; burst--) {
      const line = one.lines.shift()!;
      log.push(/^(?:<<<|>>>|===)/.test(line) ? `${one.pid} ${line}` : line);
      if (!one.forks || !line.startsWith('<<< MAIL')) continue;
      one.forks = false;
      one.pid = nextId() + 5000;
    }
    if (one.lines.length === 0) live.splice(at, 1);
  }
  return log.slice(options.cut, log.length - options.cut).join('');
}

/** With other people, hosts and ids. */
function renamed(lines: Recorded, pick: <T>(list: readonly T[]) => T, random: () => number): string[] {
  const [name, host, id] = [pick(NAMES), pick(HOSTS), Math.floor(random() * 1e6)];
  return lines.map((line) =>
    line
      .replace(/\b(?:bob|alice)@/g, `${name}@`)
      .replace(/\bclient\.example\.org\b/g, `pc${id}.${host}`)
      .replace(/\b4ABC1234\b/g, `4ABC${id}x`),
  );
}

/** With one character changed somewhere, or a line taken out, put in or doubled. */
function damaged(lines: readonly string[], random: () => number): string[] {
  const at = Math.floor(random() * lines.length);
  const line = lines[at]!;
  const place = Math.floor(random() * line.length);
  const how = Math.floor(random() * 8);
  const char = 'a0X .<>*\xe9@-'[Math.floor(random() * 11)]!;
  const stead = [
    [line.slice(0, place) + char + line.slice(place)],
    [line.slice(0, place) + line.slice(place + 1)],
    [line.slice(0, place) + char + line.slice(place + 1)],
    [],
    [line, line],
    ['some words of somebody\n', line],
    [line.replace(/\r\n$/, '\n')],
    [line, '<<< [EOF]\n'],
  ][how]!;
  return [...lines.slice(0, at), ...stead, ...lines.slice(at + 1)];
}
