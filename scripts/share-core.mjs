// The language server for Node, the one for the browser and the command line all stand on `server/src/core`, which is the greater part
// of each. So that the package holds it once, it goes into worker.js, for a worker must be a single file, and the other two take it
// from there.
import { build } from 'esbuild';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The core's name within worker.js. */
const global = 'PostmasterCore';

/**
 * Builds a worker whose file also gives the core to the Node programs beside it.
 * @param {{ root: string, worker: object, programs: readonly object[] }} options esbuild's options of each output, with one entry point
 */
export async function buildSharingCore({ root, worker, programs }) {
  const shared = new Map();
  const [main] = await Promise.all([
    build({ ...worker, format: 'iife', write: false, plugins: [takeCore(root, shared, (id) => `${global}[${id}]`)] }),
    ...programs.map((program) =>
      build({ ...program, plugins: [takeCore(root, shared, (id) => `require('./${path.basename(worker.outfile)}')[${id}]`)] }),
    ),
  ]);
  const names = [...shared].sort();
  const core = await build({
    ...worker,
    entryPoints: undefined,
    stdin: {
      contents: names.map(([id, file]) => `export * as ${JSON.stringify(id)} from ${JSON.stringify(file)};`).join('\n'),
      resolveDir: root,
    },
    format: 'iife',
    globalName: global,
    write: false,
  });
  const text = (result) => result.outputFiles[0].text;
  // Under Node the file is a module; in a worker there are no modules and its own main runs.
  writeFileSync(
    path.join(root, worker.outfile),
    `"use strict";\n${text(core)}\nif (typeof module === 'object') module.exports = ${global};\nelse {\n${text(main)}}\n`,
  );
}

/** An esbuild plugin that leaves the core, and the translations whose state the core shares, to `expression(id)`. */
function takeCore(root, shared, expression) {
  const source = path.join(root, 'server/src');
  const core = path.join(source, 'core') + path.sep;
  return {
    name: 'take-core',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^\.|^@vscode\/l10n$/ }, ({ path: wanted, importer, namespace }) => {
        if (namespace === 'core') return { path: wanted, external: true };
        if (!importer.startsWith(source + path.sep)) return undefined;
        if (!wanted.startsWith('.')) return take(wanted, wanted);
        const file = [
          `${path.resolve(path.dirname(importer), wanted)}.ts`,
          path.resolve(path.dirname(importer), wanted, 'index.ts'),
        ].find((candidate) => existsSync(candidate));
        return file?.startsWith(core) ? take(path.relative(source, file).split(path.sep).join('/'), file) : undefined;
      });
      onLoad({ filter: /.*/, namespace: 'core' }, ({ path: id }) => ({
        contents: `module.exports = ${expression(JSON.stringify(id))};`,
      }));
    },
  };

  function take(id, file) {
    shared.set(id, file);
    return { path: id, namespace: 'core' };
  }
}
