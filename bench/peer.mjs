// The JSON language server of VS Code: the yardstick. It is installed beside the other downloads, it is no dependency.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from '../scripts/lock.mjs';
import { npm } from '../scripts/process.mjs';
import { cache } from '../scripts/vscode.mjs';

/** The one place that names this version. */
export const peer = { name: 'vscode-langservers-extracted', version: '4.10.0' };

const folder = path.join(cache, `${peer.name}-${peer.version}`);
const script = path.join(folder, 'node_modules', peer.name, 'bin/vscode-json-language-server');

/** Installs the JSON language server unless it is there; gives its main script. */
export async function jsonServer() {
  if (existsSync(script)) return script;
  await withLock(`${folder}.lock`, 'installs the JSON language server', async () => {
    if (existsSync(script)) return;
    console.log(`Installing ${peer.name} ${peer.version} into ${cache} (once) …`);
    const fresh = `${folder}.new`;
    for (const old of [fresh, folder]) rmSync(old, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    writeFileSync(
      path.join(fresh, 'package.json'),
      JSON.stringify({ private: true, dependencies: { [peer.name]: peer.version } }),
    );
    const { code, output } = await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: fresh, quiet: true });
    if (code !== 0) throw new Error(`npm install failed in ${fresh}:\n${output}`);
    renameSync(fresh, folder);
  });
  return script;
}
