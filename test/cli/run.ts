/** The command line as a user runs it: the built program, in a process of its own. */
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

export interface Run {
  readonly exit: number | null;
  readonly out: string;
  /** Standard error; empty if the command did what it was asked. */
  readonly err: string;
}

/** Runs `postmaster …args` in a folder, the project's as a rule. */
export function postmaster(args: readonly string[], input = '', cwd = '.'): Run {
  const result = spawnSync(process.execPath, [path.resolve('dist/cli.js'), ...args], {
    encoding: 'utf8',
    input,
    cwd,
    maxBuffer: 1 << 28,
  });
  return { exit: result.status, out: result.stdout, err: result.stderr };
}

/** Runs a command with `--format json` and gives what it printed. */
export function json<T>(...args: string[]): T & { exit: number | null } {
  const { exit, out, err } = postmaster([...args, '--format', 'json']);
  if (err !== '') throw new Error(err);
  return { ...(JSON.parse(out) as T), exit };
}

/** The same without holding up this process, for a program that talks to a server in it. `env` is added to the environment. */
export function postmasterAsync(args: readonly string[], input?: Uint8Array, env: Record<string, string> = {}): Promise<Run> {
  const child = spawn(process.execPath, [path.resolve('dist/cli.js'), ...args], {
    stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let [out, err] = ['', ''];
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  child.stdin?.end(input);
  return new Promise((resolve) => child.on('close', (exit) => resolve({ exit, out, err })));
}
