// Runs a bundle of Mocha tests inside the workbench of the browser-based VS Code, with the extension of this clone.
import { createReadStream, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { format } from 'node:util';
import { onEnd } from './process.mjs';
import { browserVSCode } from './vscode.mjs';
import { findChromium, openBrowser, startServer, within, workbenchAddress } from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '..');

/**
 * @param {object} options
 * @param {'workspace' | 'web'} options.host the extension host: a Node process beside the files, or a worker in the browser
 * @param {string} options.tests the bundle, a path from the root; it exports `run()`
 * @param {string} options.folder the folder that the workbench opens
 * @param {number} [options.limit] milliseconds for the whole run
 * @param {boolean} [options.verbose] prints what the workbench logs
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runInEditor({ host, tests, folder, limit = 600_000, verbose = Boolean(process.env.VERBOSE) }) {
  const web = host === 'web';
  const server = await startServer(await browserVSCode(), { proxy: web });
  const files = web ? await serveFiles() : undefined;
  const { page, close } = await openBrowser(findChromium()).catch(async (error) => {
    files?.close();
    await server.stop();
    throw error;
  });
  const errors = [];
  let counts;
  try {
    let code;
    const failure = new Promise((_, reject) => {
      page.on('crash', () => reject(new Error('the page crashed')));
      server.ended.catch(reject);
    });
    failure.catch(() => {});
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      const text = format(...args);
      if (text.startsWith('[mocha] ')) console.log(text.slice(8));
      else if (text.startsWith('[counts] ')) counts = JSON.parse(text.slice(9));
      else if (verbose) console.log(`[workbench ${type}] ${text}`);
      else if (type === 'error') errors.push(text);
    });
    await page.exposeFunction('codeAutomationExit', (value) => {
      code = value;
    });
    if (web) await nameExtension(page, server, files, tests);
    const payload = web
      ? {}
      : { extensionDevelopmentPath: server.uri(root), extensionTestsPath: server.uri(path.join(root, tests)) };
    await page.goto(workbenchAddress(server, folder, payload));
    await within(limit, `the tests did not end within ${limit / 1000} seconds`, failure, async () => code);
    if (!counts) throw new Error(`the test run ended with code ${code} and told no result`);
    if (counts.failed > 0 || code !== 0) tell(errors);
    return counts;
  } catch (error) {
    tell(errors);
    throw error;
  } finally {
    await close();
    files?.close();
    await server.stop();
  }
}

/** The server's two native modules (its log, its watchdog) are not compiled here and not missed; failed tests are told elsewhere. */
const noise = /bindings file|Release\/watchdog|^Error: \d+ failed/;

/** Prints what the workbench logged as errors: each once, without the long tail of its own stack. */
function tell(errors) {
  const short = errors.filter((text) => !noise.test(text)).map((text) => text.split('\n').slice(0, 6).join('\n'));
  if (short.length > 0) console.error(['Errors that the workbench logged:', ...new Set(short)].slice(0, 30).join('\n'));
}

/**
 * Serves the clone to the page. The extension host in the browser takes an extension only from the page's own origin, so it
 * reaches these files through the VS Code server's own /proxy/PORT/.
 */
async function serveFiles() {
  const types = { '.js': 'text/javascript', '.json': 'application/json' };
  const server = http.createServer((request, response) => {
    const file = path.join(root, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const served = file.startsWith(root + path.sep) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!served) {
      response.writeHead(404).end();
      return;
    }
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const close = () => {
    forget();
    server.closeAllConnections();
    server.close();
  };
  const forget = onEnd(async () => close());
  return { port: server.address().port, close };
}

/**
 * Names the extension in the page's own configuration, which the address cannot do for the browser's extension host. The element
 * is changed in the page: a document that the browser did not load from the loopback address itself may not connect to it.
 */
async function nameExtension(page, server, files, tests) {
  const at = (file) => ({ $mid: 1, scheme: 'http', authority: new URL(server.origin).host, path: `/proxy/${files.port}${file}` });
  await page.addInitScript(
    (development) => {
      new MutationObserver((_, observer) => {
        const element = document.getElementById('vscode-workbench-web-configuration');
        if (!element) return;
        observer.disconnect();
        const settings = JSON.parse(element.getAttribute('data-settings'));
        settings.developmentOptions = { ...settings.developmentOptions, ...development };
        element.setAttribute('data-settings', JSON.stringify(settings));
      }).observe(document, { childList: true, subtree: true });
    },
    { extensions: [at('')], extensionTestsPath: at(`/${tests}`) },
  );
}
