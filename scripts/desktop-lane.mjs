// Runs the journeys in desktop VS Code: the one that VSCODE_PATH names, or one that @vscode/test-electron downloads.
import path from 'node:path';
import { removeFolder, run, temporaryFolder } from './process.mjs';
import { cache } from './vscode.mjs';
import { onPath } from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** How long (ms) the first byte of the download may take before this machine counts as one that cannot have it. */
const patience = 15_000;

export async function runOnDesktop() {
  const executable = process.env.VSCODE_PATH || (await download());
  if (!executable) return skipped('VS Code cannot be downloaded here (set VSCODE_PATH to one that is installed)');
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const virtual = screen ? undefined : onPath('xvfb-run');
  if (!screen && !virtual) return skipped('no display, and no xvfb-run to make one');

  const folder = temporaryFolder('desktop');
  const args = [
    path.join(root, 'samples'),
    `--extensionDevelopmentPath=${root}`,
    `--extensionTestsPath=${path.join(root, 'dist/test/editor/suite/index.js')}`,
    `--user-data-dir=${path.join(folder, 'data')}`,
    `--extensions-dir=${path.join(folder, 'extensions')}`,
    '--disable-workspace-trust',
    '--disable-updates',
    '--skip-welcome',
    '--skip-release-notes',
    '--no-sandbox',
    '--disable-gpu-sandbox',
  ];
  try {
    const [command, ...before] = virtual ? [virtual, '-a', executable] : [executable];
    const { code, output } = await run(command, [...before, ...args], { cwd: root, quiet: true, timeout: 300_000 });
    for (const line of output.split(/\r?\n/)) {
      const text = /\[mocha\] (.*)$/.exec(line)?.[1];
      if (text !== undefined) console.log(text);
    }
    const told = /\[counts\] (\{.*?\})/.exec(output)?.[1];
    if (!told) throw new Error(`VS Code ended with status ${code} and told no result\n${output.slice(-4000)}`);
    const { passed, failed, skipped: pending } = JSON.parse(told);
    return { passed, failed, pending };
  } finally {
    removeFolder(folder);
  }
}

/** Downloads desktop VS Code into the cache; undefined where that cannot be done. */
async function download() {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  let begun = false;
  const report = ({ stage }) => {
    begun ||= ['downloading', 'foundMatchingInstall', 'extractingSynchonrously', 'newInstallComplete'].includes(stage);
  };
  const downloaded = downloadAndUnzipVSCode({
    version: 'stable',
    cachePath: cache,
    timeout: patience,
    reporter: { report, error: () => {} },
  }).catch(() => undefined);
  const tooLong = new Promise((resolve) => {
    setTimeout(() => {
      if (!begun) resolve(undefined);
    }, patience).unref();
  });
  return Promise.race([downloaded, tooLong]);
}

function skipped(why) {
  return { passed: 0, failed: 0, skipped: why };
}
