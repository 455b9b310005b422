/**
 * Loads what the programs share with code that V8 has kept from an earlier run. Compiling it anew at each start takes longer than all
 * that is done with a small file. The compiled code lies in the user's cache folder; where that is not the user's own, or not to be
 * had, the program is compiled as ever. `NODE_DISABLE_COMPILE_CACHE`, as for Node's own cache, turns it off.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { cachedDataVersionTag, getHeapCodeStatistics } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

/** In bytes: of SHA-256. V8 trusts what it is given: kept code that is damaged would end the program. */
const DIGEST = 32;
/** Kept again when a run had to compile so much: commands and languages differ in what they use. In bytes, with what Node itself compiled. */
const WORTH_KEEPING = 100_000;
/** So many files are left in the folder, the newest: each version of the extension and of V8 has its own. */
const MOST = 6;

module.exports = load(path.join(__dirname, 'worker.js'));

/** What a module exports. */
function load(file: string): unknown {
  const source = wrap(readFileSync(file, 'utf8'));
  const place = placeFor(file);
  const cachedData = place ? kept(place) : undefined;
  const script = new Script(source, { filename: file, cachedData });
  const module = { exports: {} };
  (script.runInThisContext() as (...args: unknown[]) => void)(
    module.exports,
    createRequire(file),
    module,
    file,
    path.dirname(file),
  );
  if (place && isMainThread) {
    const before = cachedData && !script.cachedDataRejected ? compiled() : -Infinity;
    process.on('exit', () => {
      if (compiled() - before > WORTH_KEEPING) keep(place, script.createCachedData());
    });
  }
  return module.exports;
}

/** Bytes of bytecode there are by now. */
function compiled(): number {
  return getHeapCodeStatistics().bytecode_and_metadata_size;
}

/** Where the compiled code of a file lies: another place for each state of the file, version of V8, and set of its flags. */
function placeFor(file: string): string | undefined {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const { env, platform } = process;
  const home =
    platform === 'win32' ? env.LOCALAPPDATA : path.join(homedir(), platform === 'darwin' ? 'Library/Caches' : '.cache');
  const caches = env.XDG_CACHE_HOME || home;
  if (!caches || !path.isAbsolute(caches)) return undefined;
  const { size, mtimeMs } = statSync(file);
  const name = createHash('sha256').update([file, size, mtimeMs, cachedDataVersionTag()].join('\n')).digest('hex');
  return path.join(caches, 'postmaster', `${name.slice(0, 20)}.code`);
}

function kept(place: string): Buffer | undefined {
  try {
    if (!isOwn(place) || !isOwn(path.dirname(place))) return undefined;
    const bytes = readFileSync(place);
    const code = bytes.subarray(DIGEST);
    return digestOf(code).equals(bytes.subarray(0, DIGEST)) ? code : undefined;
  } catch {
    return undefined;
  }
}

function keep(place: string, code: Buffer): void {
  const folder = path.dirname(place);
  const draft = `${place}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwn(folder)) return;
    writeFileSync(draft, Buffer.concat([digestOf(code), code]), { mode: 0o600, flag: 'wx' });
    renameSync(draft, place);
    const files = readdirSync(folder).map((name) => path.join(folder, name));
    const ages = new Map(files.map((file) => [file, statSync(file).mtimeMs]));
    for (const file of files.sort((a, b) => ages.get(b)! - ages.get(a)!).slice(MOST)) rmSync(file);
  } catch {
    // It would only have been faster.
  }
}

/** True if nobody else may write there: it is run as the program's own code. */
function isOwn(file: string): boolean {
  if (!process.getuid) return true;
  const { uid, mode } = statSync(file);
  return uid === process.getuid() && (mode & 0o022) === 0;
}

function digestOf(code: Buffer): Buffer {
  return createHash('sha256').update(code).digest();
}
