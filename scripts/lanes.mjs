// The lanes of `npm test`. Each runs one kind of test and tells how many passed and failed, or why it cannot run here.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runOnDesktop } from './desktop-lane.mjs';
import { runInEditor } from './editor-lane.mjs';
import { checkLadder } from './ladder-lane.mjs';
import { checkPackage } from './package-lane.mjs';
import { removeFolder, run, temporaryFolder } from './process.mjs';
import { unsupported } from './vscode.mjs';
import { findChromium, onPath } from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name) => path.join(root, 'node_modules', name);

/**
 * What came of a lane. `skipped` says why it did not run; `pending` counts tests that skipped themselves.
 * @typedef {{ passed: number, failed: number, pending?: number, skipped?: string }} Outcome
 */

/** @type {readonly { name: string, about: string, run: () => Promise<Outcome> }[]} */
export const lanes = [
  { name: 'code', about: 'types, lint, format, unused code', run: code },
  { name: 'unit', about: 'the core, without an editor', run: () => mocha('unit') },
  { name: 'grammar', about: 'the scopes of the TextMate grammars', run: () => mocha('grammar') },
  { name: 'server', about: 'the language server over a real connection', run: () => mocha('server') },
  { name: 'cli', about: 'the command line as a user runs it', run: () => mocha('cli') },
  { name: 'tools', about: 'our expectations against m4, sendmail, makemap', run: tools },
  { name: 'start', about: '`npm start` comes up and ends', run: startCheck },
  { name: 'editor', about: 'the journeys in VS Code, extension host on Node', run: () => editor('workspace', 'index.js') },
  { name: 'web', about: 'VS Code with its extension host in the browser', run: () => editor('web', 'web.js') },
  { name: 'ladder', about: 'the ladder by keyboard, and axe-core on it, in four themes', run: ladder },
  { name: 'pictures', about: "the README's pictures: squiggles, hovers, the report on the screen", run: pictures },
  { name: 'desktop', about: 'the journeys in desktop VS Code', run: runOnDesktop },
  // Last: packing builds dist/ anew, without the tests.
  { name: 'package', about: 'the VSIX: what is in it, and that it installs', run: checkPackage },
];

/** Type check, lint, format and unused code count as one test each. */
async function code() {
  const checks = [
    ['tsc', [bin('typescript/bin/tsc'), '-p', '.']],
    ['eslint', [bin('eslint/bin/eslint.js'), '.']],
    ['prettier', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
    ['knip', [bin('knip/bin/knip.js'), '--no-progress']],
  ];
  const results = await Promise.all(checks.map(([, args]) => run(process.execPath, args, { cwd: root, quiet: true })));
  let failed = 0;
  results.forEach(({ code: status, output }, at) => {
    if (status === 0) return;
    failed++;
    console.log(`${checks[at][0]} finds:\n${output.trimEnd()}`);
  });
  return { passed: checks.length - failed, failed };
}

/** Runs the tests below dist/test/`folder` and prints those that fail. */
async function mocha(folder, env = {}) {
  const temporary = temporaryFolder('mocha');
  const report = path.join(temporary, 'report.json');
  const args = ['--reporter', 'json', '--reporter-option', `output=${report}`, '--enable-source-maps', '--timeout', '60000'];
  try {
    const result = await run(process.execPath, [bin('mocha/bin/mocha.js'), ...args, `dist/test/${folder}/**/*.test.js`], {
      cwd: root,
      // What the programs keep from run to run is theirs alone.
      env: { ...process.env, XDG_CACHE_HOME: temporary, ...env },
      quiet: true,
    });
    if (!existsSync(report)) throw new Error(result.output.trim() || `mocha ended with status ${result.code}`);
    const { stats, failures } = JSON.parse(readFileSync(report, 'utf8'));
    for (const { fullTitle, err } of failures) console.log(`✖ ${fullTitle}\n${indent(err.stack ?? err.message)}\n`);
    return { passed: stats.passes, failed: failures.length, pending: stats.pending };
  } finally {
    removeFolder(temporary);
  }
}

function indent(text = '') {
  return text
    .split('\n')
    .filter((line) => !/^ +at .*(node:internal|node_modules)/.test(line))
    .map((line) => `    ${line}`)
    .join('\n');
}

/** Where the real tools are on this machine, as the tests want it in their environment, and the names of those that are missing. */
function mailTools() {
  const first = (...files) => files.find((file) => file && existsSync(file));
  const found = {
    M4: onPath('m4'),
    // Other mail servers bring a `sendmail` of their own; one beside sendmail's macro files and makemap is the real one.
    SENDMAIL: first('/usr/libexec/sendmail/sendmail', '/usr/sbin/sendmail', onPath('sendmail')),
    MAKEMAP: first('/usr/sbin/makemap', onPath('makemap')),
    SENDMAIL_CF: first('/usr/share/sendmail/cf', '/usr/share/sendmail-cf'),
  };
  const missing = Object.keys(found).filter((name) => !found[name]);
  return { found, missing };
}

/** The environment in which tests find the mail tools, or why they cannot be run. */
async function mailEnvironment() {
  const { found, missing } = mailTools();
  if (missing.length > 0)
    return { why: `not on this machine: ${missing.join(', ').toLowerCase()} (Debian: sendmail-bin sendmail-cf m4)` };
  const prefix = await hostNamePrefix();
  if (!prefix) return { why: 'the host name has no dot and unshare is not allowed: sendmail would wait a minute at each start' };
  return { env: { ...found, SENDMAIL_PREFIX: JSON.stringify(prefix) } };
}

async function tools() {
  const { why, env } = await mailEnvironment();
  return why ? skipped(why) : mocha('tools', env);
}

/**
 * The words before a command that give it a host name with a dot, in a name space of its own where that is allowed; undefined if
 * there is no way.
 */
async function hostNamePrefix() {
  const script = 'hostname mail.example.test && exec "$@"';
  for (const flags of [['--uts'], ['--user', '--map-root-user', '--uts']]) {
    const words = ['unshare', ...flags, 'sh', '-c', script, 'sh'];
    if ((await run(words[0], [...words.slice(1), 'true'], { quiet: true })).code === 0) return words;
  }
  const { output } = await run('hostname', ['--fqdn'], { quiet: true });
  return output.includes('.') ? [] : undefined;
}

async function startCheck() {
  const why = unsupported();
  if (why) return skipped(why);
  const args = [path.join(root, 'scripts/start.mjs'), '--check', '--built'];
  const { code: status, output } = await run(process.execPath, args, { cwd: root, quiet: true, timeout: 600_000 });
  if (status !== 0) console.log(output);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function noEditor() {
  return unsupported() ?? (findChromium() ? undefined : 'no Chromium or Chrome on PATH (or name one in CHROMIUM)');
}

async function ladder() {
  const why = noEditor();
  return why ? skipped(why) : checkLadder();
}

async function pictures() {
  const why = noEditor();
  if (why) return skipped(why);
  const args = ['scripts/screenshots.mjs', '--built', '--into', 'dist/pictures'];
  const { code: status, output } = await run(process.execPath, args, { cwd: root, timeout: 600_000 });
  const count = (mark) => output.split('\n').filter((line) => line.startsWith(mark)).length;
  return { passed: count('✔'), failed: count('✖') || (status === 0 ? 0 : 1) };
}

async function editor(host, bundle) {
  const why = noEditor();
  if (why) return skipped(why);
  // A journey records a session with a real sendmail; without one it skips itself.
  Object.assign(process.env, (await mailEnvironment()).env);
  const { skipped: pending, ...counts } = await runInEditor({
    host,
    tests: `dist/test/editor/suite/${bundle}`,
    folder: path.join(root, 'samples'),
  });
  return { ...counts, pending };
}

function skipped(why) {
  return { passed: 0, failed: 0, skipped: why };
}
