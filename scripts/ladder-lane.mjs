// The ladder in the real editor, by keyboard alone, and axe-core on its panel and on the saved report: dark, light, high contrast.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { removeFolder, run, temporaryFolder } from './process.mjs';
import { browserVSCode } from './vscode.mjs';
import {
  command,
  findChromium,
  ladderFrame,
  openBrowser,
  openAnother,
  startServer,
  useExtension,
  workbenchAddress,
  within,
} from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '..');
const themes = [
  ['dark', 'Default Dark Modern'],
  ['light', 'Default Light Modern'],
  ['high-contrast', 'Default High Contrast'],
  ['high-contrast-light', 'Default High Contrast Light'],
];
const pairs = path.join(root, 'test/fixtures/corpus/pairs');

/** Runs the journey and the checks. @returns {Promise<{ passed: number, failed: number }>} */
export async function checkLadder() {
  const folder = temporaryFolder('ladder');
  const checks = checklist();
  try {
    for (const [kind, theme] of themes) await inEditor(folder, kind, theme, checks);
    await reports(folder, checks);
  } catch (error) {
    checks.fail('the journey', error);
  } finally {
    removeFolder(folder);
  }
  return checks.done();
}

/** Opens the ladder of a real proxy's pair in an editor of this theme. The first goes through it by keyboard. */
async function inEditor(folder, kind, theme, checks) {
  const logs = path.join(folder, kind);
  mkdirSync(logs);
  for (const [name, log] of Object.entries({ 'laptop.smtp': 'client.log', 'mail.smtp': 'server.log' }))
    cpSync(path.join(pairs, 'clamsmtp--swaks--sendmail', log), path.join(logs, name));
  const settings = { 'workbench.colorTheme': theme, 'breadcrumbs.enabled': false };
  const server = await startServer(await browserVSCode(), { prepare: useExtension, settings });
  const { page, close } = await openBrowser(findChromium(), { width: 1280, height: 900 });
  try {
    await page.goto(workbenchAddress(server, logs));
    await openAnother(page, 'laptop.smtp');
    await openAnother(page, 'mail.smtp');
    await command(page, 'Postmaster: Show Ladder');
    const shown = await (await ladderFrame(page)).evaluate(() => document.body.className);
    await checks.that(`the panel takes the theme: ${kind}`, () => {
      if (!shown.split(' ').includes(`vscode-${kind}`)) throw new Error(shown);
    });
    await checks.that(`axe-core finds nothing in the panel: ${kind}`, async () => axe(await ladderFrame(page)));
    if (kind === themes[0][0]) {
      await asHeard(page, checks);
      await byKeyboard(page, checks, logs);
    }
  } catch (error) {
    await page.screenshot({ path: path.join(root, 'dist/failed-ladder.png') }).catch(() => {});
    throw error;
  } finally {
    await close();
    await server.stop();
  }
}

/** What assistive technology is told of the panel: Chromium's own tree of roles and names. */
async function asHeard(page, checks) {
  const heard = await accessibilityTree(page);
  const all = (role) => heard.filter((node) => node.role === role);
  await checks.that('the heading is the verdict in a sentence, the buttons and lists have names', () => {
    const [heading] = all('heading');
    if (heading?.level !== 1 || !/^Something between this client and this server /.test(heading.name))
      throw new Error(told(heading));
    const buttons = all('button').map(({ name }) => name);
    if (buttons.join() !== 'Compare Again,Logs Lined Up,Save as HTML,Save as SVG') throw new Error(buttons.join());
    const lists = all('list').map(({ name }) => name);
    for (const name of ['7 exchanges, 3 identical', 'decisive', 'strong'])
      if (!lists.includes(name)) throw new Error(`no list ${name}: ${lists.join('; ')}`);
  });
  await checks.that('each row and each piece of evidence says what it is, in the order in which they are seen', () => {
    const rows = all('listitem').filter((node) => node.focusable);
    const wanted = [
      /^changed: server sends 220 mail.*line 1; client gets 220 smtp\.passthru, line 3$/,
      /^client sends EHLO client\.example\.org, line 4, line 2 of the server's log$/,
      /^changed: server sends 250-mail/,
      /^withheld: server sends 250-PIPELINING, line 5; not passed on$/,
      /^withheld: server sends 250-STARTTLS, line 13; not passed on$/,
      /^client sends DATA/,
      /^changed: server sends 354 .*; client gets 354 Start mail input/,
      /^added: the client did not send this; server gets X-Virus-Scanned/,
      /^server sends 250 2\.0\.0/,
      /^changed, the greeting is ClamSMTP or proxsmtp's own, client line 3, server line 1$/,
    ];
    wanted.forEach((pattern, i) => {
      if (!pattern.test(rows[i]?.name ?? '')) throw new Error(`${i}: ${told(rows[i])}`);
    });
    const unnamed = rows.filter(({ name }) => name === '');
    if (unnamed.length > 0) throw new Error(`${unnamed.length} can have the focus and say nothing`);
  });
  await checks.that('what folds says so, and that it is folded', () => {
    const folds = all('DisclosureTriangle');
    const said = folds.map(({ name, expanded }) => `${name.split(' ').slice(0, 3).join(' ')} ${expanded}`);
    if (said[0] !== '10 identical reply false' || said.some((s) => !s.endsWith(' false'))) throw new Error(said.join('; '));
  });
  await checks.that('the focus is on a row and nowhere else', () => {
    const focused = heard.filter((node) => node.focused && node.role !== 'RootWebArea');
    if (focused.length !== 1 || focused[0].role !== 'listitem') throw new Error(focused.map(told).join('; ') || 'nothing');
  });
}

function told(node) {
  return node ? `${node.role} ${node.name}` : 'nothing';
}

/** The nodes of the ladder's document that assistive technology meets, in order. */
async function accessibilityTree(page) {
  // The page is written into a frame within another: whichever address it has by now, both carry the panel's id.
  const id = new URL((await ladderFrame(page)).url()).searchParams.get('id');
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const frames = (tree) => [tree.frame, ...(tree.childFrames ?? []).flatMap(frames)];
  const frame = frames(frameTree).findLast((f) => new URL(f.url).searchParams.get('id') === id);
  const { nodes } = await session.send('Accessibility.getFullAXTree', { frameId: frame.id });
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = (node) => [node, ...(node.childIds ?? []).flatMap((id) => (byId.has(id) ? inOrder(byId.get(id)) : []))];
  return inOrder(nodes[0])
    .filter((node) => !node.ignored)
    .map(({ role, name, properties = [] }) => ({
      role: role.value,
      name: name?.value ?? '',
      ...Object.fromEntries(properties.map((p) => [p.name, p.value.value])),
    }));
}

/** What a reader without a mouse does. */
async function byKeyboard(page, checks, logs) {
  // The panel's document is another one each time it is drawn.
  const inPanel = async (ask) => (await ladderFrame(page)).evaluate(ask).catch(() => '');
  const focused = () =>
    inPanel(() =>
      (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').slice(0, 100),
    );
  const at = (wanted) =>
    until(
      async () => wanted.test(await focused()),
      async () => `the focus is on: ${await focused()}`,
    );
  const line = (text) =>
    until(async () =>
      page.evaluate(
        (wanted) =>
          [...document.querySelectorAll('.monaco-editor.focused')].some((e) =>
            e.textContent.replaceAll('\u00a0', ' ').includes(wanted),
          ),
        text,
      ),
    );
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await checks.that('the ladder has the focus as it opens, on its first row', () => at(/^changed: server sends 220 mail/));
  await checks.that('n hops to the next difference, p back', async () => {
    await press('n');
    await at(/^changed: server sends 250-mail/);
    await press('n', 'n');
    await at(/^withheld: server sends 250-STARTTLS/);
    await press('p');
    await at(/^withheld: server sends 250-PIPELINING/);
  });
  await checks.that('arrows move by rows, open and close a fold', async () => {
    await press('ArrowDown', 'ArrowDown');
    await at(/^10 identical reply lines/);
    await press('ArrowRight', 'ArrowDown');
    await at(/^server sends 250-ENHANCEDSTATUSCODES/);
    await press('ArrowLeft');
    await at(/^10 identical reply lines/);
  });
  await checks.that('e leads to the evidence of a row, l back to it', async () => {
    await press('ArrowUp', 'e');
    await at(/STARTTLS was withheld/);
    await press('l');
    await at(/^withheld: server sends 250-STARTTLS/);
  });
  await checks.that('what belongs together is marked', async () => {
    const on = await inPanel(() =>
      [...document.querySelectorAll('.on')]
        .map((e) => e.className.split(' ')[0])
        .sort()
        .join(' '),
    );
    if (on !== 'ev row') throw new Error(`marked: ${on}`);
  });
  await checks.that('plus makes it larger, 0 as it was', async () => {
    const zoom = () => inPanel(() => document.querySelector('main').style.zoom);
    await press('+');
    if (!(Number(await zoom()) > 1)) throw new Error(await zoom());
    await press('0');
    if (Number(await zoom()) !== 1) throw new Error(await zoom());
  });
  await checks.that('s opens the line in the log of the server, Escape leads back to the row', async () => {
    await press('s');
    await line('250-STARTTLS');
    await press('Escape');
    await at(/^withheld: server sends 250-STARTTLS/);
  });
  await checks.that('Enter opens both logs, side by side', async () => {
    await press('p', 'p');
    await at(/^changed: server sends 250-mail/);
    await press('Enter');
    await until(async () => (await page.locator('.editor-group-container').count()) >= 3);
    await page.locator('.tab.active', { hasText: 'laptop.smtp' }).first().waitFor();
    await page.locator('.tab.active', { hasText: 'mail.smtp' }).first().waitFor();
    await press('Escape');
    await at(/^changed: server sends 250-mail/);
  });
  await checks.that('it is drawn again when a log changes, and the focus stays', async () => {
    const log = path.join(logs, 'mail.smtp');
    writeFileSync(log, readFileSync(log, 'latin1').replace('250-STARTTLS', '250-X-OTHER '), 'latin1');
    await until(async () => /X-OTHER/.test(await inPanel(() => document.body.textContent)));
    await at(/^changed: server sends 250-mail/);
  });
  await checks.that('it is there again when the window was loaded anew, as it was left', async () => {
    await press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await at(/^10 identical reply lines/);
    await press('ArrowRight');
    // What the page keeps of itself reaches the editor a moment later, and the disk another.
    await page.waitForTimeout(2000);
    await command(page, 'Developer: Reload Window');
    await until(async () =>
      inPanel(() => document.querySelector('.grp details')?.open === true && document.body.textContent.includes('X-OTHER')),
    );
    await page.locator('.tab', { hasText: 'Ladder: ' }).first().click();
    await at(/^10 identical reply lines/);
  });
}

/** The report that the command line saves, as a browser without any theme of an editor shows it. */
async function reports(folder, checks) {
  for (const name of [
    'clamsmtp--swaks--sendmail',
    'direct--swaks--sendmail',
    'scripted-symantec--ssmtp-hops554--postfix',
    'mixed--interleaved6-two-via-clamsmtp--sendmail',
  ]) {
    const file = path.join(folder, `${name}.html`);
    const logs = ['client.log', 'server.log'].map((log) => path.join(pairs, name, log));
    await run(process.execPath, [path.join(root, 'dist/cli.js'), 'compare', ...logs, '--html', file], { quiet: true });
    for (const colorScheme of ['light', 'dark']) {
      const { page, close } = await openBrowser(findChromium());
      const asked = [];
      page.on('request', (request) => asked.push(request.url()));
      try {
        await page.emulateMedia({ colorScheme });
        await page.goto(pathToFileURL(file).href);
        await checks.that(`axe-core finds nothing in the report of ${name}, ${colorScheme}`, () => axe(page.mainFrame()));
        await checks.that(`that report loads nothing else`, () => {
          if (asked.length !== 1) throw new Error(asked.join(' '));
        });
        await page.setViewportSize({ width: 480, height: 800 });
        await checks.that(`nor does it scroll sideways where it is narrow (${name})`, async () => {
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (over > 0) throw new Error(`${over} px too wide`);
        });
      } finally {
        await close();
      }
    }
  }
}

/** Runs axe-core in a frame; its violations, each with its first place, are the error. */
async function axe(frame) {
  // The policy of the page lets no script in; the debugger's evaluation is not held to it.
  // Imported here: this module is read before the packages are installed.
  const { default: axeCore } = await import('axe-core');
  await frame.evaluate(axeCore.source);
  const violations = await frame.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { resultTypes: ['violations'] });
    return found.map(
      (v) => `${v.id} (${v.nodes.length}): ${v.nodes[0].failureSummary.replace(/\s+/g, ' ')} ${v.nodes[0].html.slice(0, 160)}`,
    );
  });
  if (violations.length > 0) throw new Error(violations.join('\n'));
}

function until(probe, seen) {
  const never = new Promise(() => {});
  return within(20_000, 'it never came', never, async () => ((await probe()) ? true : undefined)).catch(async (error) => {
    throw new Error(`${error.message}${seen ? `; ${await seen()}` : ''}`, { cause: error });
  });
}

/** Counts checks and prints those that fail. */
function checklist() {
  const counts = { passed: 0, failed: 0 };
  const fail = (what, error) => {
    counts.failed++;
    console.log(`✖ ${what}\n    ${error.message}`);
  };
  return {
    async that(what, check) {
      try {
        await check();
        counts.passed++;
      } catch (error) {
        fail(what, error);
      }
    },
    fail,
    done: () => counts,
  };
}
