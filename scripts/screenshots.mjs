// `npm run screenshots`: takes the pictures of docs/images/ from the extension in a real VS Code.
import './node-version.mjs';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { install } from './install.mjs';
import { withLock } from './lock.mjs';
import { endAll, isEnding, removeFolder, run, temporaryFolder } from './process.mjs';
import { browserVSCode } from './vscode.mjs';
import { findChromium, openBrowser, startServer, workbenchAddress } from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '..');
const images = path.join(root, 'docs/images');
const editor = '.monaco-editor .view-lines';

/** A folder as an administrator has it: the samples, with the faults that the pictures show. */
function makeFolder() {
  const folder = path.join(temporaryFolder('pictures'), 'example.com');
  cpSync(path.join(root, 'samples'), folder, { recursive: true });
  for (const [file, text] of Object.entries(faulty)) writeFileSync(path.join(folder, file), text);
  return folder;
}

const faulty = {
  'mail/sendmail.mc': `divert(0)dnl
VERSIONID(\`example.com mail server')dnl
OSTYPE(\`linux')dnl
define(\`confPRIVACY_FLAGS', \`authwarnings,novrfy,noexpn')dnl
define(\`confTO_CONECT', \`1m')dnl
FEATURE(\`use_cw_file')dnl
FEATURE(\`acces_db', \`hash -T<TMPF> -o /etc/mail/access')dnl
FEATURE(\`blacklist_recipients')dnl
FEATURE(\`virtusertable', \`hash -o /etc/mail/virtusertable')dnl
MAILER(\`local')dnl
MAILER(\`smtp')dnl
FEATURE(\`redirect')dnl
`,
  'mail/aliases': `# Who gets the mail of which name. After a change: newaliases
mailer-daemon:  postmaster
postmaster:     root
root:           alice@example.com

abuse:          postmaster
webmaster:      office
office:         alice, bob,
                carol@branch.example.org
staff:          :include:/etc/mail/lists/staff
tickets:        "|/usr/local/libexec/smrsh/open-ticket --queue office"
decode:         "|/usr/bin/uudecode"
sales:          orders
orders:         sales
Webmaster:      carol@branch.example.org
`,
  'sessions/greylisted.smtp': `S: 220 mail.example.com ESMTP ready
C: EHLO client.example.org
S: 250-mail.example.com
S: 250-PIPELINING
S: 250-SIZE 26214400
S: 250 STARTTLS
C: MAIL FROM:<alice@example.org> SIZE=1042
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.com>
S: 451 4.7.1 Greylisting in action, please come back later
C: RSET
S: 250 2.0.0 Ok
C: QUIT
S: 221 2.0.0 Bye
`,
};

/** Each picture: the files to open, the last of them on top, and what the hand does before it is taken. */
const scenes = {
  mc: {
    open: ['mail/sendmail.mc'],
    async prepare(page) {
      await page.waitForSelector('.squiggly-error');
      await hover(page, 'acces_db');
    },
  },
  aliases: {
    open: ['mail/aliases'],
    async prepare(page) {
      await page.waitForSelector('.squiggly-error, .squiggly-warning');
      await hover(page, 'abuse:');
    },
  },
  transcript: {
    open: ['sessions/greylisted.smtp'],
    async prepare(page) {
      await page.waitForSelector('.squiggly-info, .squiggly-warning');
      await hover(page, '451');
    },
  },
  compare: {
    open: ['sessions/client.smtp'],
    async prepare(page) {
      await openAnother(page, 'server.smtp');
      await command(page, 'View: Close Primary Side Bar');
      await command(page, 'Postmaster: Compare Sessions');
      await page.waitForSelector('.monaco-diff-editor.side-by-side');
      await page.locator('.view-line', { hasText: 'certain' }).first().waitFor();
    },
  },
};

/** Opens another file of the folder, by a double click in the explorer. */
async function openAnother(page, name) {
  await page.locator('.explorer-viewlet .monaco-list-row', { hasText: name }).first().dblclick();
  await page.locator('.tab.active', { hasText: name }).first().waitFor();
}

/** Runs a command from the palette. */
async function command(page, title) {
  await page.keyboard.press('F1');
  await page.waitForSelector('.quick-input-widget input');
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Holds the mouse over the first place in the editor that shows `text` until the hover is there. */
async function hover(page, text) {
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

async function main() {
  await install();
  const built = await run(process.execPath, [path.join(root, 'scripts/build.mjs')], { cwd: root });
  if (built.code !== 0) throw new Error('the build failed');
  mkdirSync(images, { recursive: true });
  const folder = makeFolder();
  const server = await startServer(await browserVSCode(), {
    prepare: (extensions) => symlinkSync(root, path.join(extensions, 'postmaster'), 'dir'),
    settings: {
      'workbench.colorTheme': 'Default Dark Modern',
      'window.title': '${activeEditorShort}${separator}${rootName}',
      'editor.occurrencesHighlight': 'off',
      'editor.selectionHighlight': false,
      'editor.minimap.enabled': false,
      'editor.fontSize': 12,
      'workbench.activityBar.location': 'hidden',
      'breadcrumbs.enabled': false,
    },
  });
  const asked = process.argv.slice(2);
  for (const [name, { open, prepare }] of Object.entries(scenes)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const { page, close } = await openBrowser(findChromium());
    try {
      for (const file of open) {
        const shown = workbenchAddress(server, folder, { openFile: server.uri(path.join(folder, file)) });
        await page.goto(shown);
        await page.waitForSelector(editor);
      }
      await prepare(page);
      await page.waitForTimeout(1000);
      await page.screenshot({ path: path.join(images, `${name}.png`) });
      console.log(`docs/images/${name}.png`);
    } catch (error) {
      await page.screenshot({ path: path.join(root, 'dist', `${name}-failed.png`) }).catch(() => {});
      throw error;
    } finally {
      await close();
    }
  }
  await server.stop();
  removeFolder(path.dirname(folder));
}

try {
  await withLock(path.join(root, '.lock'), main, (pid) => console.log(`Waiting for process ${pid}, which uses dist/ …`));
} catch (error) {
  if (!isEnding()) console.error(error.message);
  process.exitCode = 1;
}
if (!isEnding()) {
  await endAll();
  process.exit();
}
