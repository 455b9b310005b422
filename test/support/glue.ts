/**
 * Large pairs of logs made of captured ones: many sessions, each with ids, dates and a process of its own, the server's mixed as a
 * busy server writes them, some of them altered.
 */

/** A captured pair of one session, as lines without line ends; the server's without process id. */
export interface Template {
  readonly name: string;
  readonly client: readonly string[];
  readonly server: readonly string[];
}

export interface Glued {
  readonly client: string;
  readonly server: string;
}

export interface GlueOptions {
  readonly sessions: number;
  /** Share of sessions of which a line is altered, on one side. */
  readonly alter: number;
  /** Share of sessions that the client's log has not. */
  readonly missing: number;
  /** True for a client's log that shows times and no message text. */
  readonly hides?: boolean;
  /** Gives numbers from 0 to 1. */
  readonly random: () => number;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Those of the logs (swaks, sendmail -X) that hold one session of one process. */
export function templatesOf(logs: readonly { name: string; client: string; server: string }[]): Template[] {
  return logs.flatMap(({ name, client, server }) => {
    const lines = server.split('\n').filter((l) => l !== '');
    const pids = new Set(lines.map((l) => l.split(' ', 1)[0]));
    if (pids.size !== 1 || /===/.test(server) || client.split('\n').filter((l) => l.includes('=== Trying')).length !== 1)
      return [];
    return [{ name, client: client.split('\n').filter((l) => l !== ''), server: lines.map((l) => l.slice(l.indexOf(' ') + 1)) }];
  });
}

/** Glues sessions together. The same options and numbers give the same logs. */
export function glue(templates: readonly Template[], options: GlueOptions): Glued {
  const { random } = options;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const client: string[] = [];
  const server: string[] = [];
  const live: { pid: number; lines: string[] }[] = [];
  let pid = 1000;
  const write = (): void => {
    const at = Math.floor(random() * live.length);
    const one = live[at]!;
    for (let burst = 1 + Math.floor(random() * 12); burst > 0 && one.lines.length > 0; burst--)
      server.push(`${String(one.pid).padStart(5, '0')} ${one.lines.shift()!}`);
    if (one.lines.length === 0) live.splice(at, 1);
  };
  for (let n = 0; n < options.sessions; n++) {
    const template = pick(templates);
    const rename = renaming(n, random);
    let mine = template.client.map(rename);
    let theirs = template.server.map(rename);
    if (random() < options.alter) {
      if (random() < 0.5) mine = altered(mine, pick, random);
      else theirs = altered(theirs, pick, random);
    }
    pid = pid > 32000 ? 300 : pid + 1 + Math.floor(random() * 8);
    live.push({ pid, lines: theirs });
    while (live.length > 6) write();
    if (random() >= options.missing) client.push(...(options.hides ? hidden(mine, n) : mine));
  }
  while (live.length > 0) write();
  return { client: client.join('\n') + '\n', server: server.join('\n') + '\n' };
}

/** Gives a session's lines ids, dates, names and numbers of its own, the same on both sides. */
function renaming(n: number, random: () => number): (line: string) => string {
  const letters = (count: number): string =>
    Array.from({ length: count }, () => 'abcdefghijkmnopqrstuvwxyzABCDEFGH'[Math.floor(random() * 33)]).join('');
  const id = `6AN${letters(2)}${n % 10}${letters(1)}${String(n).padStart(6, '0')}`;
  const when = new Date(Date.UTC(2026, 10, 1 + (n % 28), 6, 0, n)).toUTCString();
  const name = `pc${n % 37}.branch${n % 3}.example.org`;
  const who = n % 4 === 0 ? 'bob@example.org' : `bob${n % 50}.${letters(1)}smith@example.org`;
  return (line) =>
    line
      .replace(/\b6A[A-Z][0-9A-Za-z]{4,6}\d{5,7}\b/g, id)
      .replace(/[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT/g, when)
      .replaceAll('q3.1@client.example.org', `big.${n}@client.example.org`)
      .replaceAll('bob@example.org', who)
      .replaceAll('client.example.org', name);
}

/** One line taken out, doubled, or said otherwise: what proxies do, and what nobody does. */
function altered(lines: readonly string[], pick: <T>(list: readonly T[]) => T, random: () => number): string[] {
  const out = [...lines];
  const at = Math.floor(random() * out.length);
  const line = out[at]!;
  const change = pick(CHANGES);
  const changed = change(line, random);
  if (change === CUT) return [...out.slice(0, at), ...(line.startsWith('<<<') ? ['<<< [EOF]'] : [])];
  if (changed === undefined) out.splice(at, 1);
  else out.splice(at, 1, ...changed);
  return out;
}

/** The log, or the connection, ends here. */
const CUT = (line: string): string[] => [line];

const CHANGES: readonly ((line: string, random: () => number) => readonly string[] | undefined)[] = [
  () => undefined,
  // A reply after the end of a connection is another one's: nobody can say whose.
  (line) => (/ 221 /.test(line) ? [line] : [line, line]),
  (line) => [line.toLowerCase()],
  (line) => [line.toUpperCase()],
  (line) => [line.replace(/\d(?=\D*$)/, (d) => String((Number(d) + 1) % 10))],
  (line) => [line.replace(/\d{2,}/g, (d) => String(Number(d) + 1))],
  (line) => [line.replace(/[a-z]{4,}/i, (w) => 'X'.repeat(w.length))],
  (line) => [line.replace(/[a-z]{3,}(?=[^a-z]*$)/i, 'elsewhere')],
  (line) => [line.replace(/@[\w.]+/, '@other.example')],
  (line) => [line.replace(/\b250\b/, '451')],
  (line) => [line.replace(/([245])50/, '$154')],
  (line) => [line.slice(0, Math.max(10, Math.floor(line.length * 0.7)))],
  (line) => [`${line} and more`],
  (line) => [line.replace('>>> 354', '>>> 554').replace('<-  354', '<-  554')],
  (line) => [line, ...(line.startsWith('<<<') ? ['<<< NOOP'] : line.startsWith(' ->') ? [' -> NOOP'] : [])],
  (line) => [...(line.startsWith('<<<') ? ['<<< RSET'] : line.startsWith(' ->') ? [' -> RSET'] : []), line],
  (line) => [line.replace(/<([^<>]*)>/, '<$1x>')],
  (line, random) => [line, `stray text ${Math.floor(random() * 1000)}`],
  (line) => [line.startsWith('<<<') ? `${line}\r` : line],
  (line) => [`${line}^M`],
  CUT,
];

/** The log of a client that shows a time with each line and nothing of the message but its final dot. */
function hidden(lines: readonly string[], n: number): string[] {
  const time = new Date(Date.UTC(2026, 0, 1, 6, 0, n)).toISOString().slice(11, 19);
  const out: string[] = [];
  let message = false;
  for (const line of lines) {
    const sent = /^ [-~]> /.test(line);
    const text = line.slice(4);
    if (message && sent && text !== '.') continue;
    if (sent) message = false;
    if (sent || line.startsWith('<')) out.push(`SMTP: ${time} [${sent ? 'tx' : 'rx'}] ${text}`);
    if (/^<[-~] {2}354/.test(line)) message = true;
  }
  return out;
}
