// Installs the packages of package-lock.json when they are not there yet. Needs Node and npm only.
import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { npm } from './process.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** True if every package that package-lock.json asks for is installed in the version it asks for. */
function installed() {
  // npm writes this list last, so an install that was broken off has none.
  const wanted = packages('package-lock.json');
  const present = packages('node_modules/.package-lock.json');
  return (
    present !== undefined &&
    Object.entries(wanted ?? {}).every(
      ([at, entry]) => at === '' || entry.optional || entry.devOptional || present[at]?.version === entry.version,
    )
  );
}

function packages(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function isLink(file) {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Brings node_modules up to date; throws with npm's own words if that fails. */
export async function install() {
  if (installed()) return;
  await withLock(path.join(root, '.install.lock'), 'installs packages', async () => {
    if (installed()) return;
    if (isLink(path.join(root, 'node_modules'))) {
      throw new Error('node_modules is a link to a folder that does not hold what package-lock.json asks for');
    }
    console.log('Installing packages (npm ci) …');
    const { code, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root, quiet: true });
    if (code !== 0) throw new Error(`npm ci failed:\n${output}`);
  });
}
