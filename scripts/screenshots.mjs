// `npm run screenshots`: takes the pictures of docs/images/ from the extension in a real VS Code; `-- mc` only that one. The tests take
// them too (`--built --into FOLDER`), to see that everything on them still comes up.
import './node-version.mjs';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { install } from './install.mjs';
import { withLock } from './lock.mjs';
import { removeFolder, run, runScript, temporaryFolder } from './process.mjs';
import { browserVSCode } from './vscode.mjs';
import {
  command,
  findChromium,
  ladderFrame,
  openAnother,
  openBrowser,
  startServer,
  useExtension,
  workbenchAddress,
} from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '..');
const editor = '.monaco-editor .view-lines';

/** A folder as an administrator has it: the samples, with faults that the pictures show. */
function makeFolder() {
  const folder = path.join(temporaryFolder('pictures'), 'example.com');
  cpSync(path.join(root, 'samples'), folder, { recursive: true });
  for (const [file, fault] of Object.entries(faults)) {
    const place = path.join(folder, file);
    writeFileSync(place, fault(existsSync(place) ? readFileSync(place, 'utf8') : ''));
  }
  for (const [name, log] of Object.entries({ 'laptop.smtp': 'client.log', 'mail.smtp': 'server.log' }))
    cpSync(path.join(root, 'test/fixtures/corpus/pairs/clamsmtp--swaks--sendmail', log), path.join(folder, 'sessions', name));
  return folder;
}

const faults = {
  'mail/sendmail.mc': (text) =>
    text
      .replace('confTO_CONNECT', 'confTO_CONECT')
      .replace("`access_db'", "`acces_db'")
      .replace('blocklist_recipients', 'blacklist_recipients')
      .replace(/^FEATURE\(`redirect'\)dnl\n/m, '')
      .concat("FEATURE(`redirect')dnl\n"),
  'mail/aliases': (text) =>
    text.concat(`
decode:         "|/usr/bin/uudecode"
sales:          orders
orders:         sales
Tickets:        office
`),
  'sessions/greylisted.smtp': () => `S: 220 mail.example.com ESMTP ready
C: EHLO client.example.org
S: 250-mail.example.com
S: 250-PIPELINING
S: 250-SIZE 26214400
S: 250 STARTTLS
C: MAIL FROM:<alice@example.org> SIZE=1042
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.com>
S: 451 4.7.1 Greylisted, please come back later
C: RSET
S: 250 2.0.0 Ok
C: MAIL FROM:<alice@example.org> SIZE=1042
S: 250 2.1.0 Ok
C: RCPT TO:<carol@example.com>
S: 250 2.1.5 Ok
C: DATA
S: 354 End data with <CR><LF>.<CR><LF>
C: From: alice@example.org
C: To: carol@example.com
C: Subject: the minutes
C:
C: They are enclosed.
C: .
S: 250 2.0.0 Ok: queued as 4F3BC2A7
C: QUIT
S: 221 2.0.0 Bye
`,
};

/** Each picture: the file to open, settings of its own, and what the hand does before it is taken. */
const scenes = {
  mc: {
    open: 'mail/sendmail.mc',
    async prepare(page) {
      await page.waitForSelector('.squiggly-error');
      await hover(page, 'acces_db');
    },
  },
  aliases: {
    open: 'mail/aliases',
    async prepare(page) {
      await page.waitForSelector('.squiggly-error');
      await hover(page, 'webmaster:');
    },
  },
  transcript: {
    open: 'sessions/greylisted.smtp',
    async prepare(page) {
      await page.waitForSelector('.squiggly-info');
      await page.locator('.pane-header', { hasText: 'Outline' }).click();
      await page.locator('.outline-element').first().waitFor();
      await hover(page, '451');
    },
  },
  compare: {
    open: 'sessions/client.smtp',
    settings: { 'editor.fontSize': 12, 'workbench.activityBar.location': 'hidden' },
    async prepare(page) {
      await openAnother(page, 'server.smtp');
      await command(page, 'View: Close Primary Side Bar');
      await command(page, 'Postmaster: Compare Sessions');
      await page.waitForSelector('.monaco-diff-editor.side-by-side');
      await page.locator('.view-line', { hasText: 'certain' }).first().waitFor();
    },
  },
};

/** The ladder of what a real proxy did, in each kind of theme. */
for (const [name, theme] of Object.entries({
  ladder: 'Default Dark Modern',
  'ladder-light': 'Default Light Modern',
  'ladder-contrast': 'Default High Contrast',
})) {
  scenes[name] = {
    open: 'sessions/laptop.smtp',
    size: { width: 1280, height: 1040 },
    settings: { 'workbench.colorTheme': theme, 'workbench.activityBar.location': 'hidden', 'workbench.statusBar.visible': false },
    async prepare(page) {
      await openAnother(page, 'mail.smtp');
      await command(page, 'View: Close Primary Side Bar');
      await command(page, 'Postmaster: Show Ladder');
      const frame = await ladderFrame(page);
      await frame.waitForSelector('.row.diff');
    },
  };
}

/** Holds the mouse over the first place in the editor that shows `text` until the hover is there. */
async function hover(page, text) {
  // The line above the first one moves all others down when it comes.
  await page.waitForSelector('.codelens-decoration');
  const place = await page.evaluate(
    ([selector, wanted]) => {
      const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
      // A line is cut into one element a colour: the text is sought in whole lines.
      for (const line of document.querySelectorAll(`${selector} .view-line`)) {
        const at = line.textContent.replaceAll('\u00a0', ' ').indexOf(wanted);
        if (at < 0) continue;
        let left = at + 1;
        walker.currentNode = line;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (left > node.length) {
            left -= node.length;
            continue;
          }
          const range = document.createRange();
          range.setStart(node, left - 1);
          range.setEnd(node, left);
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
      }
      return undefined;
    },
    [editor, text],
  );
  if (!place) throw new Error(`the editor does not show ${text}`);
  await page.mouse.move(place.x + 40, place.y + 40);
  await page.mouse.move(place.x, place.y, { steps: 5 });
  await page.waitForSelector('.monaco-hover:not(.hidden) .hover-row');
}

/** Takes one picture, in a VS Code of its own. */
async function take(vscode, folder, { open, settings, size, prepare }, file) {
  const server = await startServer(vscode, {
    prepare: useExtension,
    settings: { ...look, ...settings },
  });
  const { page, close } = await openBrowser(findChromium(), size);
  try {
    await page.goto(workbenchAddress(server, folder, { openFile: server.uri(path.join(folder, open)) }));
    await page.waitForSelector(editor);
    await prepare(page);
    // Colours and squiggles come a moment after the text.
    await page.waitForTimeout(1000);
    await page.screenshot({ path: file });
  } catch (error) {
    await page.screenshot({ path: path.join(root, 'dist', `failed-${path.basename(file)}`) }).catch(() => {});
    throw error;
  } finally {
    await close();
    await server.stop();
  }
}

/** How the editor looks in every picture. */
const look = {
  'workbench.colorTheme': 'Default Dark Modern',
  'window.title': '${activeEditorShort}${separator}${rootName}',
  'editor.occurrencesHighlight': 'off',
  'editor.selectionHighlight': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
};

const { values: options, positionals: asked } = parseArgs({
  options: { built: { type: 'boolean' }, into: { type: 'string', default: path.join(root, 'docs/images') } },
  allowPositionals: true,
});

async function build() {
  await install();
  const built = await run(process.execPath, [path.join(root, 'scripts/build.mjs')], { cwd: root });
  if (built.code !== 0) throw new Error('the build failed');
}

async function main() {
  if (!options.built) await build();
  mkdirSync(options.into, { recursive: true });
  const folder = makeFolder();
  const vscode = await browserVSCode();
  for (const [name, scene] of Object.entries(scenes)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const file = path.join(options.into, `${name}.png`);
    try {
      await take(vscode, folder, scene, file);
      console.log(`✔ ${path.relative(root, file)}`);
    } catch (error) {
      console.log(`✖ ${name}: ${error.message}`);
      process.exitCode = 1;
    }
  }
  removeFolder(path.dirname(folder));
}

// The test run that calls this holds the lock itself.
await runScript(() => (options.built ? main() : withLock(path.join(root, '.lock'), 'uses dist/', main)));
