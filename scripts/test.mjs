// `npm test`: installs, builds, runs every lane of tests that can run on this machine; `npm test -- unit grammar` runs only those.
// With CI=true a lane that is skipped counts as failed, unless it is the desktop one.
import './node-version.mjs';
import path from 'node:path';
import { install } from './install.mjs';
import { lanes } from './lanes.mjs';
import { withLock } from './lock.mjs';
import { run, runScript } from './process.mjs';

const root = path.resolve(import.meta.dirname, '..');
const ci = /^(1|true)$/i.test(process.env.CI ?? '');

async function main() {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !lanes.some((lane) => lane.name === name));
  if (unknown.length > 0) {
    console.error(`No such lane: ${unknown.join(', ')}. The lanes are:`);
    for (const { name, about } of lanes) console.error(`  ${name.padEnd(9)} ${about}`);
    return 2;
  }
  await install();
  const built = await run(process.execPath, [path.join(root, 'scripts/build.mjs'), '--tests', '--small'], { cwd: root });
  if (built.code !== 0) throw new Error('the build failed');

  const rows = [];
  for (const lane of lanes) {
    if (asked.length > 0 && !asked.includes(lane.name)) continue;
    console.log(`\n── ${lane.name}: ${lane.about}`);
    const begun = Date.now();
    const outcome = await lane.run().catch((error) => {
      console.log(`✖ the lane could not run: ${error.message}`);
      return { passed: 0, failed: 1 };
    });
    if (outcome.skipped && ci && lane.name !== 'desktop') outcome.failed++;
    rows.push({ name: lane.name, seconds: (Date.now() - begun) / 1000, ...outcome });
    console.log(outcome.skipped ? `skipped: ${outcome.skipped}` : `${outcome.passed} passed, ${outcome.failed} failed`);
  }
  return summary(rows);
}

/** Prints the table and, as the last line, the sums. */
function summary(rows) {
  console.log(`\n${'lane'.padEnd(10)}${'passed'.padStart(7)}${'failed'.padStart(8)}${'time'.padStart(9)}`);
  for (const { name, passed, failed, pending, skipped, seconds } of rows) {
    const note = skipped ? `  skipped: ${skipped}` : pending ? `  ${pending} pending` : '';
    console.log(`${name.padEnd(10)}${cell(passed, 7)}${cell(failed, 8)}${cell(`${seconds.toFixed(1)} s`, 9)}${note}`);
  }
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 ? 1 : 0;
}

function cell(value, width) {
  return String(value).padStart(width);
}

await runScript(
  () => withLock(path.join(root, '.lock'), 'uses dist/', main),
  (message) => console.log(`${message}\n\n0 passed, 1 failed`),
);
