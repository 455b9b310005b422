// Packs the extension as it would be published and looks into the package.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { npm, removeFolder, temporaryFolder } from './process.mjs';
import { browserVSCode, unsupported } from './vscode.mjs';
import { installPackage } from './workbench.mjs';

const root = path.resolve(import.meta.dirname, '..');
const maxBytes = 600_000;
const outputs = ['extension.js', 'web.js', 'server.js', 'load.js', 'worker.js', 'ladder.js', 'l10n/bundle.l10n.de.json'];
const needed = outputs.map((name) => `extension/dist/${name}`);
const unwanted = /^extension\/(node_modules|test|scripts|client|server|dist\/test|docs\/images|\.)/;

export async function checkPackage() {
  const folder = temporaryFolder('package');
  const vsix = path.join(folder, 'postmaster.vsix');
  try {
    const { code, output } = await npm(['run', 'package', '--', '--out', vsix], { cwd: root, quiet: true, timeout: 300_000 });
    if (code !== 0) throw new Error(`npm run package failed:\n${output}`);
    const names = entries(readFileSync(vsix));
    const { size } = statSync(vsix);
    const faults = {
      'all outputs are in the package': needed.filter((name) => !names.includes(name)),
      'nothing else is': names.filter((name) => unwanted.test(name)),
      [`it is smaller than ${maxBytes} bytes`]: size < maxBytes ? [] : [`${size} bytes`],
    };
    if (!unsupported()) {
      const installed = await installPackage(await browserVSCode(), vsix);
      faults['VS Code installs it'] = installed.some((name) => name.startsWith('postmaster.postmaster@'))
        ? []
        : ['it is not in the list'];
    }
    console.log(`${names.length} files, ${size} bytes`);
    const bad = Object.entries(faults).filter(([, found]) => found.length > 0);
    for (const [what, found] of bad) console.log(`✖ ${what}, but: ${found.join(', ')}`);
    return { passed: Object.keys(faults).length - bad.length, failed: bad.length };
  } finally {
    removeFolder(folder);
  }
}

/** The names of a zip file's entries, from its central directory (PKWARE's APPNOTE, 4.3.12 and 4.3.16). */
function entries(zip) {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const names = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const length = zip.readUInt16LE(at + 28);
    names.push(zip.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}
