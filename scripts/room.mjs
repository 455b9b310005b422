// What takes the room in the package: `node scripts/build.mjs --room` prints it.
import path from 'node:path';

/**
 * Prints for each output the folders and libraries it is made of, the largest first, in bytes after minifying. In the package they
 * are compressed to a third of that.
 * @param {readonly { output: string, metafiles: readonly import('esbuild').Metafile[] }[]} outputs
 */
export function printRoom(outputs) {
  for (const { output, metafiles } of outputs) {
    const parts = new Map();
    for (const [file, { bytesInOutput }] of metafiles.flatMap((m) =>
      Object.values(m.outputs).flatMap((o) => Object.entries(o.inputs)),
    )) {
      const part = partOf(file);
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
    }
    const rows = [...parts].filter(([, bytes]) => bytes > 0).sort(([, a], [, b]) => b - a);
    console.log(`\n${output}: ${rows.reduce((sum, [, bytes]) => sum + bytes, 0)} bytes`);
    for (const [part, bytes] of rows) console.log(`${String(bytes).padStart(9)}  ${part}`);
  }
}

/** A library by its name, a row of knowledge by its file, the rest of ours by its folder. */
function partOf(file) {
  const library = /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file);
  if (library) return library[1];
  return file.includes('/knowledge/') ? file : path.posix.dirname(file);
}
