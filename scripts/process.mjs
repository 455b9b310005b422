// Child processes and temporary folders that never outlive this process, however it ends.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const windows = process.platform === 'win32';
const children = new Set();
const folders = new Set();
const endings = new Set();
let ending = false;

/** True once a signal has asked this process to end: what fails from then on is no fault. */
export function isEnding() {
  return ending;
}

/** A new folder below the system's temporary one; it is removed when this process ends, or by `removeFolder`. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(path.join(tmpdir(), `postmaster-${name}-`));
  folders.add(folder);
  return folder;
}

export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  folders.delete(folder);
}

/** Remembers an async function that must run when this process ends early; gives a function that forgets it. */
export function onEnd(undo) {
  endings.add(undo);
  return () => endings.delete(undo);
}

/** Starts a program in a process group of its own, so that its children end with it. */
export function start(command, args, options = {}) {
  if (ending) throw new Error('interrupted');
  const child = spawn(command, args, { detached: !windows, ...options });
  children.add(child);
  child.once('exit', () => children.delete(child));
  child.once('error', () => children.delete(child));
  return child;
}

function signal(child, name) {
  try {
    if (windows) child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // it is gone already
  }
}

/** Ends a program started by `start` and waits until it is gone: politely first, after five seconds by force. */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  await new Promise((resolve) => {
    const force = setTimeout(() => signal(child, 'SIGKILL'), 5000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    signal(child, 'SIGTERM');
  });
  signal(child, 'SIGKILL');
}

/**
 * Runs a program to its end.
 * @param {{ cwd?: string, env?: object, quiet?: boolean, timeout?: number }} [options] quiet keeps its output from the terminal; timeout in milliseconds
 * @returns {Promise<{ code: number, output: string }>} code 127 if it could not be started, 124 if it took too long
 */
export function run(command, args, { quiet = false, timeout, ...options } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    let late = false;
    const take = (stream) => (data) => {
      output += data;
      if (!quiet) stream.write(data);
    };
    child.stdout.setEncoding('utf8').on('data', take(process.stdout));
    child.stderr.setEncoding('utf8').on('data', take(process.stderr));
    const timer =
      timeout &&
      setTimeout(() => {
        late = true;
        void stop(child);
      }, timeout);
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: output + error.message });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code: late ? 124 : (code ?? 1), output });
    });
  });
}

/** npm, by the same Node that runs this: it may be a script that only a shell finds on PATH. */
export function npm(args, options = {}) {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script)) return run(options.node ?? process.execPath, [script, ...args], options);
  // The arguments are our own constants, never a user's text.
  return windows ? run('npm.cmd', args, { ...options, shell: true }) : run('npm', args, options);
}

/** Ends everything that is still under way. */
export async function endAll() {
  await Promise.allSettled([...endings].map((undo) => undo()));
  await Promise.allSettled([...children].map((child) => stop(child)));
  for (const folder of [...folders]) removeFolder(folder);
}

/** The body of a script: what it began ends with it. `work` may give the exit status; `tell` says why it failed. */
export async function runScript(work, tell = (message) => console.error(message)) {
  try {
    process.exitCode = (await work()) || process.exitCode;
  } catch (error) {
    if (!ending) tell(error.message);
    process.exitCode = 1;
  }
  if (ending) return;
  await endAll();
  process.exit();
}

for (const [name, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
]) {
  process.on(name, () => {
    if (ending) return;
    ending = true;
    void endAll().finally(() => process.exit(128 + number));
  });
}
process.on('exit', () => {
  for (const child of children) signal(child, 'SIGKILL');
  for (const folder of [...folders]) {
    try {
      removeFolder(folder);
    } catch {
      // nothing more can be done about it
    }
  }
});
