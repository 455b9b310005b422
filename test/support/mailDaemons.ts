/**
 * Real mail programs on the loopback interface: sendmail with its log of all traffic, and proxies from Debian before it. Everything
 * is in a temporary folder, nothing is delivered. `npm test` names the programs in the environment, as for test/tools/oracle.ts.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A program that listens on 127.0.0.1. */
export interface Daemon {
  readonly port: number;
  stop(): Promise<void>;
}

/** A sendmail whose sessions can be read. */
export interface Sendmail extends Daemon {
  /** The file of `-X`. */
  readonly log: string;
  /** Waits until `count` sessions came to their end in the log, and gives the file's name. */
  written(count: number): Promise<string>;
}

/** The programs that cannot be had here. */
export function missing(...programs: readonly string[]): string[] {
  const found = (program: string): boolean => spawnSync('which', [program]).status === 0;
  const sendmail = process.env.SENDMAIL_PREFIX === undefined ? ['sendmail'] : [];
  return [...sendmail, ...programs.filter((program) => !found(program))];
}

const configuration = (macros: string): string => `include(\`${macros}/m4/cf.m4')dnl
OSTYPE(\`linux')dnl
FEATURE(\`nocanonify')dnl
FEATURE(\`accept_unresolvable_domains')dnl
define(\`confTO_IDENT',\`0')dnl
MAILER(\`local')dnl
MAILER(\`smtp')dnl
`;

/** Starts a sendmail that takes mail from 127.0.0.1 for anybody, and keeps it in its queue. */
export async function startSendmail(): Promise<Sendmail> {
  const folder = mkdtempSync(path.join(tmpdir(), 'postmaster-sendmail-'));
  const file = (name: string): string => path.join(folder, name);
  const macros = process.env.SENDMAIL_CF ?? '/usr/share/sendmail/cf';
  mkdirSync(file('queue'), { mode: 0o700 });
  writeFileSync(file('switch'), 'hosts\tfiles\naliases\tfiles\npasswd\tfiles\n');
  writeFileSync(file('hosts'), '127.0.0.1 localhost\n');
  writeFileSync(file('aliases'), '');
  const { stdout } = spawnSync(process.env.M4 ?? 'm4', [], { input: configuration(macros), encoding: 'utf8' });
  writeFileSync(file('sendmail.cf'), stdout);
  const port = await freePort();
  const options = {
    DontBlameSendmail: 'TrustStickyBit,GroupWritableDirPathSafe,GroupWritableAliasFile,WorldWritableAliasFile',
    ServiceSwitchFile: file('switch'),
    HostsFile: file('hosts'),
    AliasFile: file('aliases'),
    QueueDirectory: file('queue'),
    PidFile: file('pid'),
    StatusFile: '',
    DeliveryMode: 'defer',
    LogLevel: '0',
    DaemonPortOptions: `Port=${port},Addr=127.0.0.1`,
  };
  const words = [
    ...(JSON.parse(process.env.SENDMAIL_PREFIX ?? '[]') as string[]),
    ...[process.env.SENDMAIL ?? '/usr/sbin/sendmail', '-bD', '-X', file('traffic.log'), '-C', file('sendmail.cf')],
    ...Object.entries(options).map(([name, value]) => `-O${name}=${value}`),
  ];
  const daemon = await launch(words, port, folder);
  const ended = (): number => readFileSync(file('traffic.log'), 'latin1').match(/>>> 221 /g)?.length ?? 0;
  return {
    ...daemon,
    log: file('traffic.log'),
    async written(count) {
      await until(`${count} sessions in sendmail's log`, () => ended() >= count);
      return file('traffic.log');
    },
  };
}

/** Starts a proxy between a port of its own and `target`. ClamSMTP asks a scanner that finds nothing; proxsmtp's filter is `cat`. */
export async function startProxy(program: 'clamsmtpd' | 'proxsmtpd', target: number): Promise<Daemon> {
  const folder = mkdtempSync(path.join(tmpdir(), 'postmaster-proxy-'));
  const port = await freePort();
  const scanner = path.join(folder, 'scanner');
  const own = program === 'clamsmtpd' ? [`ClamAddress: ${scanner}`] : ['FilterCommand: /bin/cat', 'FilterType: pipe'];
  const lines = [`OutAddress: 127.0.0.1:${target}`, `Listen: 127.0.0.1:${port}`, `TempDirectory: ${folder}`, ...own];
  writeFileSync(path.join(folder, 'proxy.conf'), lines.join('\n') + '\n');
  const scans = program === 'clamsmtpd' ? await startScanner(scanner) : undefined;
  const daemon = await launch([program, '-f', path.join(folder, 'proxy.conf'), '-d', '1'], port, folder);
  return {
    port,
    async stop() {
      await daemon.stop();
      await new Promise<void>((resolve) => (scans ? scans.close(() => resolve()) : resolve()));
    },
  };
}

/** What ClamSMTP needs of clamd: `PING` is answered, every file is clean (clamd(8)). */
async function startScanner(socket: string): Promise<net.Server> {
  const server = net.createServer((connection) => {
    connection.on('error', () => {});
    connection.on('data', (chunk) => {
      const [command, file] = chunk.toString('latin1').trim().split(' ', 2);
      connection.end(command === 'PING' ? 'PONG\n' : `${file ?? 'stream'}: OK\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return server;
}

async function launch([command, ...args]: string[], port: number, folder: string): Promise<Daemon> {
  const child: ChildProcess = spawn(command!, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  child.stdout!.on('data', (chunk) => (told += chunk));
  child.stderr!.on('data', (chunk) => (told += chunk));
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill();
    const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await gone;
    clearTimeout(late);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until(`${command} on port ${port}`, () => {
      if (child.exitCode !== null) throw new Error(`${command} ended: ${told}`);
      return listens(port);
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, stop };
}

/** Whether somebody listens on 127.0.0.1, without connecting, which would be a session: Linux tells (proc(5), state 0A). */
function listens(port: number): boolean {
  const place = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')} 00000000:0000 0A`;
  return readFileSync('/proc/net/tcp', 'latin1').includes(place);
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function until(what: string, probe: () => boolean): Promise<void> {
  const late = Date.now() + 30_000;
  while (!probe()) {
    if (Date.now() > late) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
