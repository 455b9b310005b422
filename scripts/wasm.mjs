// AssemblyScript: `import program from './x.wasm'` has x.ts compiled and gives the module as base64. What is compiled is kept as
// long as the sources beside it are the same.
import asc from 'assemblyscript/asc';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from './files.mjs';

/** esbuild's plugin. A complaint of the compiler ends the build with its text. */
export const wasm = {
  name: 'wasm',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /\.wasm$/ }, ({ path: wanted, resolveDir }) => ({ path: path.resolve(resolveDir, wanted) }));
    onLoad({ filter: /\.wasm$/ }, async ({ path: file }) => ({ contents: await compiled(file), loader: 'base64' }));
  },
};

const kept = new Map();

/** The module of which `file` is the name, with .wasm in place of .ts. */
function compiled(file) {
  if (!kept.has(file)) kept.set(file, compile(path.dirname(file), path.basename(file, '.wasm')));
  return kept.get(file);
}

async function compile(folder, name) {
  let made;
  const { error, stderr } = await asc.main(
    [
      `${name}.ts`,
      '--optimizeLevel',
      '3',
      '--shrinkLevel',
      '1',
      '--converge',
      '--noAssert',
      '--runtime',
      'stub',
      '--use',
      'abort=',
      '--outFile',
      name,
    ],
    {
      readFile: (file) => (globSync(folder, '.', /\.ts$/).includes(file) ? readFileSync(path.join(folder, file), 'utf8') : null),
      writeFile: (_, contents) => void (made = contents),
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${folder}: ${error.message}\n${stderr.toString()}`);
  return made;
}
