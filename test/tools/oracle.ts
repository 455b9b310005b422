/**
 * Asks the real m4, sendmail, newaliases and makemap what they say of a file. Everything happens in a temporary folder; no name
 * server is asked and nothing on the machine is read but sendmail's macro files. The environment names the programs (npm test does
 * this): M4, SENDMAIL, MAKEMAP, SENDMAIL_CF, and SENDMAIL_PREFIX, a JSON list of the words before `sendmail` that give it a host
 * name with a dot; without one it waits a minute at each start.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A complaint. `line` counts from 1 and is undefined where the tool names none. */
export interface Complaint {
  readonly source: 'm4' | 'sendmail' | 'newaliases' | 'makemap';
  readonly line?: number;
  readonly text: string;
}

const tool = {
  m4: process.env.M4 ?? 'm4',
  sendmail: process.env.SENDMAIL ?? '/usr/sbin/sendmail',
  makemap: process.env.MAKEMAP ?? '/usr/sbin/makemap',
  macros: path.join(process.env.SENDMAIL_CF ?? '/usr/share/sendmail/cf', '/'),
  prefix: JSON.parse(process.env.SENDMAIL_PREFIX ?? '[]') as string[],
};

/** A temporary folder stands below a directory that everyone may write: sendmail must not mind that. */
const trusting =
  '-ODontBlameSendmail=TrustStickyBit,GroupWritableDirPathSafe,MapInUnsafeDirPath,ClassFileInUnsafeDirPath,GroupWritableAliasFile,' +
  'WorldWritableAliasFile,IncludeFileInUnsafeDirPathSafe,IncludeFileInGroupWritableDirPath,GroupReadableKeyFile';

/** What a program gave. Texts are read byte by byte (latin1), as the tools take them. */
interface Result {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

function call(
  command: string,
  args: readonly string[],
  options: { cwd?: string; input?: Buffer | string; timeout?: number } = {},
): Result {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    encoding: 'latin1',
    input: '',
    timeout: 50_000,
    maxBuffer: 1 << 26,
    ...options,
  });
  // A macro that holds itself keeps m4 busy for ever.
  if (error && options.timeout !== undefined && (error as NodeJS.ErrnoException).code === 'ETIMEDOUT')
    return { status: null, output: '', errors: `${stderr}\n*** does not end\n` };
  if (error) throw error;
  return { status, output: stdout, errors: stderr };
}

function inTemporaryFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'postmaster-tools-'));
  try {
    mkdirSync(path.join(folder, 'etc'));
    mkdirSync(path.join(folder, 'queue'), { mode: 0o700 });
    writeFileSync(path.join(folder, 'switch'), 'hosts\tfiles\naliases\tfiles\npasswd\tfiles\n');
    writeFileSync(path.join(folder, 'hosts'), '127.0.0.1 localhost\n192.0.2.254 mail.example.test\n');
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sendmail(folder: string, cf: string, args: readonly string[]): string[] {
  const file = path.join(folder, 'out.cf');
  writeFileSync(file, cf, 'latin1');
  const own = [
    `-OServiceSwitchFile=${folder}/switch`,
    `-OHostsFile=${folder}/hosts`,
    `-OQueueDirectory=${folder}/queue`,
    '-ODontProbeInterfaces=True',
  ];
  const [command, ...rest] = [...tool.prefix, tool.sendmail, ...own, ...args, '-C', file];
  const { output, errors } = call(command, rest);
  // A path where words are wanted comes back word by word: those of the temporary folder are not of the file.
  const words = new Set(folder.split(/\W+/));
  return `${output}\n${errors}`
    .split('\n')
    .filter((line) => {
      const word = /Op line: (\w+) unrecognized/.exec(line)?.[1];
      return word === undefined || !words.has(word);
    })
    .map((line) => line.replaceAll(`${folder}/etc`, '/etc/mail'));
}

/** Points a configuration to the temporary folder: its files there need not exist. */
function moved(cf: string, folder: string): string {
  const etc = cf.replaceAll('/etc/mail/', `${folder}/etc/`);
  for (const [, , file] of etc.matchAll(/^F\{?\w+\}?(-o )?\s*(\/\S+)/gm)) {
    if (file?.startsWith(folder)) writeFileSync(file, '', { flag: 'a' });
  }
  return etc;
}

const includesMacros = /^(?!\s*dnl\b)(.*?\bs?include\(\s*`?)([^'`)]*\bcf\.m4)('?\s*\).*)$/m;
const traced = ['FEATURE', 'OSTYPE', 'DOMAIN', 'MAILER', 'HACK', 'define', 'undefine', 'include', 'sinclude', 'DAEMON_OPTIONS'];
const traceLine = /^m4trace:(.*?):(\d+): -\d+- .*$/;

/** Expands a `.mc` file as its Makefile does; sendmail's macros are put in front if it does not include them itself. */
function expand(folder: string, text: string): { cf: string; complaints: Complaint[] } {
  const whole = includesMacros.test(text);
  const source = text.replace(includesMacros, `$1${tool.macros}m4/cf.m4$3`);
  writeFileSync(path.join(folder, 'in.mc'), source, 'latin1');
  // The trace tells which line of the file was being read when a macro complained.
  const args = ['-dfl', ...traced.map((name) => `-t${name}`), `-D_CF_DIR_=${tool.macros}`];
  const { output, errors } = call(tool.m4, [...args, ...(whole ? [] : [`${tool.macros}m4/cf.m4`]), 'in.mc'], {
    cwd: folder,
    timeout: 5_000,
  });
  return { cf: output, complaints: m4Complaints(errors) };
}

function m4Complaints(errors: string): Complaint[] {
  const found: { source: 'm4'; line?: number; text: string }[] = [];
  let reading: number | undefined;
  // A macro's message need not end with a line feed: the trace may follow it on the same line.
  for (const line of errors.replaceAll('m4trace:', '\nm4trace:').split('\n')) {
    const trace = traceLine.exec(line);
    if (trace) {
      if (trace[1] === 'in.mc') reading = Number(trace[2]);
      else if (trace[1]!.endsWith('proto.m4')) reading = undefined;
      continue;
    }
    if (line.trim() === '' || line.startsWith('m4trace:')) continue;
    const own = /^(?:\S*\/)?m4:(.*?):(\d+): (.*)$/.exec(line);
    if (own) found.push({ source: 'm4', line: own[1] === 'in.mc' ? Number(own[2]) : reading, text: own[3]! });
    else if (/^(\*\*\*|WARNING|ERROR|duplicate|You need)/.test(line))
      found.push({ source: 'm4', line: reading, text: line.trim() });
    else if (found.length > 0) found.at(-1)!.text += ` ${line.trim()}`;
    else found.push({ source: 'm4', line: reading, text: line.trim() });
  }
  return found.map((c) => ({ ...c, text: c.text.replaceAll(tool.macros, '') }));
}

/** The sendmail.cf that m4 makes of a `.mc` file, and what it says. */
export function expandMc(text: string): { readonly cf: string; readonly says: readonly string[] } {
  return inTemporaryFolder((folder) => {
    const { cf, complaints } = expand(folder, text);
    // When and where it was made stands in its head.
    return { cf: cf.replace(/^##### (built by|in) .*$/gm, ''), says: complaints.map((c) => c.text) };
  });
}

/** What m4 says of a `.mc` file, and sendmail of the sendmail.cf that comes of it (its lines are none of the file's). */
export function askAboutMc(text: string): Complaint[] {
  return inTemporaryFolder((folder) => {
    const { cf, complaints } = expand(folder, text);
    // proto.m4 ends with the mailers and rulesets; a file that m4 gave up on has no header that sendmail would read.
    if (!/^V\d+\/Berkeley/m.test(cf)) return complaints;
    const blames = /^O DontBlameSendmail/m.test(cf);
    return [...complaints, ...cfComplaints(sendmail(folder, moved(cf, folder), [...(blames ? [] : [trusting]), '-bt']), false)];
  });
}

/** What sendmail says of a sendmail.cf. */
export function askAboutCf(text: string): Complaint[] {
  return inTemporaryFolder((folder) => cfComplaints(sendmail(folder, moved(text, folder), [trusting, '-bt']), true));
}

/** Of the machine, not of the file: temporary folders, the users that sendmail's package makes, the host's name. */
const environment = /World writable directory|unknown user|not qualified|fileclass: cannot open '\/|ldap_init|map open failed/;

function cfComplaints(lines: readonly string[], withLines: boolean): Complaint[] {
  return lines.flatMap((line) => {
    const located = /^(?:.*\/)?out\.cf: line (\d+): (.*)$/.exec(line);
    if (environment.test(line) || (!located && !/^(Warning|WARNING|No local mailer|.*: unknown|554 |451 |503 )/.test(line)))
      return [];
    const text = located?.[2] ?? line;
    return [{ source: 'sendmail', text, ...(withLines && located ? { line: Number(located[1]) } : {}) } satisfies Complaint];
  });
}

const plainMc = "OSTYPE(`linux')dnl\nFEATURE(`nocanonify')dnl\nMAILER(`local')dnl\nMAILER(`smtp')dnl\n";

let plain: string | undefined;

/** A usual sendmail.cf, for programs that want one; made once. */
function plainCf(folder: string): string {
  plain ??= expand(folder, plainMc).cf;
  return plain;
}

/** What newaliases says of an aliases file; `check` has it look at the right-hand sides too (option CheckAliases). */
export function askAboutAliases(bytes: Buffer, check: boolean): Complaint[] {
  return inTemporaryFolder((folder) => {
    const file = path.join(folder, 'etc/aliases');
    writeFileSync(file, bytes, { mode: 0o644 });
    const cf = moved(plainCf(folder), folder).replace(/^O AliasFile=.*$/m, `O AliasFile=${file}`);
    return sendmail(folder, cf, [trusting, ...(check ? ['-OCheckAliases=True'] : []), '-bi']).flatMap((line) => {
      const located = /^(?:\S*\/)?aliases: line (\d+): (.*)$/.exec(line);
      return located ? [{ source: 'newaliases', line: Number(located[1]), text: located[2]! } satisfies Complaint] : [];
    });
  });
}

/** What makemap says of a table, and how many entries reach the map. */
export function askAboutMap(bytes: Buffer): { complaints: Complaint[]; entries: number } {
  return inTemporaryFolder((folder) => {
    const cf = path.join(folder, 'out.cf');
    writeFileSync(cf, moved(plainCf(folder), folder), 'latin1');
    const map = path.join(folder, 'etc/map');
    const { errors } = call(tool.makemap, ['-C', cf, 'hash', map], { input: bytes });
    const complaints = errors.split('\n').flatMap((line) => {
      if (line.trim() === '' || environment.test(line)) return [];
      const located = /line (\d+): (.*)$/.exec(line);
      const text = located?.[2] ?? line.replaceAll(folder, '').trim();
      return [{ source: 'makemap', text, ...(located ? { line: Number(located[1]) } : {}) } satisfies Complaint];
    });
    const { output } = call(tool.makemap, ['-C', cf, '-u', 'hash', map]);
    return { complaints, entries: output.split('\n').filter(Boolean).length };
  });
}

/** The text of a file as the tools read it: bytes, each one character. */
export function bytesOf(file: string): string {
  return readFileSync(file, 'latin1');
}
