// Starts the browser-based VS Code, and a Chromium that looks at it. Everything lives in one temporary folder and listens on 127.0.0.1.
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import path from 'node:path';
import { onEnd, removeFolder, run, start, stop, temporaryFolder } from './process.mjs';

/** Settings that keep the workbench quiet: no welcome, no calls outside, nothing that moves by itself. */
const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'window.commandCenter': false,
  'security.workspace.trust.enabled': false,
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'chat.disableAIFeatures': true,
};

/**
 * Starts a VS Code server on a port that the system chooses.
 * @param {{ node: string, entry: string }} vscode see `browserVSCode`
 * @param {{ settings?: object, proxy?: boolean, prepare?: (extensions: string) => void }} [options] user settings on top of the
 *   quiet ones; `proxy` lets the page reach other local ports below /proxy/PORT/; `prepare` may fill the folder of extensions
 * @returns {Promise<{ origin: string, uri: (file: string) => string, folder: string, ended: Promise<never>, stop: () => Promise<void> }>}
 */
export async function startServer(vscode, { settings = {}, proxy = false, prepare } = {}) {
  const folder = temporaryFolder('vscode');
  mkdirSync(path.join(folder, 'extensions'));
  prepare?.(path.join(folder, 'extensions'));
  mkdirSync(path.join(folder, 'data/User'), { recursive: true });
  writeFileSync(path.join(folder, 'data/User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  writeFileSync(path.join(folder, 'config.yaml'), '');

  const child = start(vscode.node, [...commandLine(vscode, folder), ...flags(proxy)], {
    env: environment(folder),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (log += text));
  const ended = new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`the VS Code server ended\n${log.slice(-4000)}`)));
  });
  ended.catch(() => {});

  const server = {
    origin: '',
    uri: (file) => `vscode-remote://${new URL(server.origin).host}${encodeURI(file)}`,
    folder,
    ended,
    async stop() {
      await stop(child);
      removeFolder(folder);
    },
  };
  try {
    server.origin = await within(60_000, 'the VS Code server did not answer', ended, async () => {
      const told = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(log)?.[1];
      return told && (await answers(`${told}/healthz`)) ? told : undefined;
    });
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function commandLine(vscode, folder) {
  return [
    vscode.entry,
    ...['--config', path.join(folder, 'config.yaml')],
    ...['--user-data-dir', path.join(folder, 'data')],
    ...['--extensions-dir', path.join(folder, 'extensions')],
  ];
}

function flags(proxy) {
  return [
    ...['--bind-addr', '127.0.0.1:0', '--auth', 'none'],
    // A built workbench takes an extension under development from the page's address only with this.
    ...['--vscode-option', 'enable-smoke-test-driver'],
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    '--disable-getting-started-override',
    ...(proxy ? [] : ['--disable-proxy']),
  ];
}

/** The user's environment, with a home of its own and without the marks of a VS Code that this may run in. */
function environment(folder) {
  const own = { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, EXTENSIONS_GALLERY: '{}' };
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|PORT$|PASSWORD$|HASHED_PASSWORD$)/.test(name),
  );
  return { ...Object.fromEntries(kept), ...own };
}

/** Installs a packaged extension into an empty VS Code and says what is installed then, see `installedExtensions`. */
export async function installPackage(vscode, vsix) {
  const folder = temporaryFolder('vsix');
  writeFileSync(path.join(folder, 'config.yaml'), '');
  try {
    await callServer(vscode, folder, ['--install-extension', vsix]);
    return await installedExtensions(vscode, folder);
  } finally {
    removeFolder(folder);
  }
}

/** The extensions that a VS Code in `folder` has, each as `publisher.name@version`. */
export async function installedExtensions(vscode, folder) {
  const output = await callServer(vscode, folder, ['--list-extensions', '--show-versions']);
  return output.split(/\r?\n/).filter((line) => /^[\w-]+\.[\w-]+@\S+$/.test(line));
}

async function callServer(vscode, folder, args) {
  const options = { env: environment(folder), quiet: true, timeout: 120_000 };
  const { code, output } = await run(vscode.node, [...commandLine(vscode, folder), ...args], options);
  if (code !== 0) throw new Error(`VS Code refuses ${args.join(' ')}:\n${output}`);
  return output;
}

/**
 * The address of the workbench that shows a folder.
 * @param {Record<string, string>} payload what the workbench shall do there: extensionDevelopmentPath, extensionTestsPath, openFile
 */
export function workbenchAddress(server, folder, payload = {}) {
  const all = Object.entries({ skipWelcome: 'true', ...payload });
  return `${server.origin}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(all))}`;
}

/** The Chromium or Chrome of this machine: the one that CHROMIUM names, or the first on PATH; undefined if there is none. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'].map(onPath).find(Boolean);
}

/** The file that a command's name stands for, or undefined. */
export function onPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .find((file) => existsSync(file));
}

/**
 * Opens a browser without a window.
 * @returns {Promise<{ page: import('playwright-core').Page, close: () => Promise<void> }>}
 */
export async function openBrowser(chromiumPath, viewport = { width: 1200, height: 750 }) {
  // Imported here: this module is read before the packages are installed.
  const { chromium } = await import('playwright-core');
  const folder = temporaryFolder('chromium');
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  const browser = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath,
    headless: true,
    viewport,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // Chromium's own sandbox cannot be had by root nor in most containers; the page shows nothing but our own server.
    args: ['--headless', '--no-sandbox', ...quiet, '--disable-component-update', '--disable-sync'],
  });
  let closed;
  // A signal and the end of the work may both ask for it: the folder can go only when the browser has gone.
  const close = () =>
    (closed ??= browser
      .close()
      .catch(() => {})
      .then(() => {
        forget();
        removeFolder(folder);
      }));
  const forget = onEnd(close);
  return { page: browser.pages()[0] ?? (await browser.newPage()), close };
}

/**
 * Asks `probe` again and again until it gives something, at most `limit` milliseconds; `failure` is a promise that ends the wait.
 */
export async function within(limit, message, failure, probe) {
  const until = Date.now() + limit;
  for (;;) {
    const value = await Promise.race([probe(), failure]);
    if (value !== undefined) return value;
    if (Date.now() > until) throw new Error(message);
    await Promise.race([new Promise((resolve) => setTimeout(resolve, 100)), failure]);
  }
}

/** True if an address answers with success. */
export async function answers(address) {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** For `prepare` of a server: the extension of this clone, as if it were installed. */
export function useExtension(extensions) {
  symlinkSync(path.resolve(import.meta.dirname, '..'), path.join(extensions, 'postmaster'), 'dir');
}

/** The document of the ladder's panel: a frame within the panel's frame. */
export async function ladderFrame(page) {
  for (let tries = 0; tries < 200; tries++) {
    for (const frame of page.frames()) if (await frame.$('.ladder').catch(() => null)) return frame;
    await page.waitForTimeout(100);
  }
  throw new Error('no ladder came up');
}

/** Opens another file of the folder, by a double click in the explorer. */
export async function openAnother(page, name) {
  await page.locator('.explorer-viewlet .monaco-list-row', { hasText: name }).first().dblclick();
  await page.locator('.tab.active', { hasText: name }).first().waitFor();
}

/** Runs a command from the palette, once it is there: the palette lists what can be run as it is opened. */
export async function command(page, title) {
  for (let tries = 0; ; tries++) {
    await page.keyboard.press('F1');
    await page.waitForSelector('.quick-input-widget input');
    await page.keyboard.type(title);
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    const listed = await row.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
    if (listed) return page.keyboard.press('Enter');
    if (tries === 5) throw new Error(`the palette has no ${title}`);
    await page.keyboard.press('Escape');
  }
}
