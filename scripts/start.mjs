// `npm start`: opens VS Code on samples/ with the extension of this clone. `--browser` takes the browser-based VS Code even if there is
// a desktop one; `--check` only sees whether that one comes up with the extension, and ends.
import './node-version.mjs';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { install } from './install.mjs';
import { withLock } from './lock.mjs';
import { run, runScript, start } from './process.mjs';
import { browserVSCode, unsupported } from './vscode.mjs';
import { answers, installedExtensions, onPath, startServer, within } from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '..');
const samples = path.join(root, 'samples');
const { values: options } = parseArgs({
  options: { check: { type: 'boolean' }, browser: { type: 'boolean' }, built: { type: 'boolean' } },
});

async function build() {
  await install();
  const { code } = await run(process.execPath, [path.join(root, 'scripts/build.mjs')], { cwd: root });
  if (code !== 0) throw new Error('the build failed');
}

async function openDesktop(code) {
  // On Windows `code` is a script that only a shell starts; the paths are quoted for it.
  const shell = process.platform === 'win32';
  const quote = (text) => (shell ? `"${text}"` : text);
  const child = start(quote(code), ['--new-window', `--extensionDevelopmentPath=${root}`, samples].map(quote), {
    shell,
    stdio: 'inherit',
  });
  const status = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (status !== 0) throw new Error(`${code} ended with status ${status}`);
  console.log('VS Code shows samples/ with the extension.');
}

async function openInBrowser() {
  const why = unsupported();
  if (why) {
    throw new Error(
      `There is no \`code\` on PATH, and ${why}. Install VS Code with its shell command \`code\`, then run this again.`,
    );
  }
  const vscode = await browserVSCode();
  const prepare = (folder) => symlinkSync(root, path.join(folder, 'postmaster'), 'dir');
  const server = await startServer(vscode, { prepare, settings: { 'workbench.colorTheme': 'Default Dark Modern' } });
  const address = `${server.origin}/?folder=${encodeURIComponent(samples)}`;
  if (options.check) {
    await within(30_000, `${address} does not answer`, server.ended, async () => (await answers(address)) || undefined);
    const extensions = await installedExtensions(vscode, server.folder);
    await server.stop();
    if (!extensions.some((name) => name.startsWith('postmaster.postmaster@')))
      throw new Error('VS Code is without the extension');
    console.log(`VS Code answers on 127.0.0.1, with ${extensions.join(', ')}.`);
    return;
  }
  console.log(`VS Code shows samples/ with the extension at\n\n  ${address}\n\nCtrl-C ends it.`);
  const opener = onPath('xdg-open');
  if (opener && (process.env.DISPLAY || process.env.WAYLAND_DISPLAY)) start(opener, [address], { stdio: 'ignore' }).unref();
  await server.ended;
}

await runScript(async () => {
  if (!options.built) await withLock(path.join(root, '.lock'), 'uses dist/', build);
  const code = options.browser || options.check ? undefined : onPath('code');
  await (code ? openDesktop(code) : openInBrowser());
});
