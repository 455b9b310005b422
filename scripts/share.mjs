// Several of the outputs stand on the same modules: the language servers and the command line on `server/src/core`, both clients on
// the client library. So that the package holds them once, the one that must be a single file, for it runs in a browser, holds them
// and the Node programs beside it take them from there.
import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** The shared modules' name within the holder. */
const global = 'PostmasterShared';

/**
 * Builds an output whose file also gives modules to the Node programs beside it.
 * @param {{
 *   root: string,
 *   holder: object,
 *   programs: readonly object[],
 *   shared: (file: string, inHolder: boolean) => boolean,
 *   wrap: (shared: string, main: string, global: string) => string
 * }} options `holder` and `programs`: esbuild's options of each output, with one entry point. `shared`: whether a file, by its path
 *   from the root with forward slashes, is shared; `inHolder` if the holder itself stands on it. `wrap`: the holder's text from that
 *   of the shared modules and of its own main
 * @returns for each output, what esbuild says it is made of
 */
export async function buildSharing({ root, holder, programs, shared, wrap }) {
  const alone = await build({ ...holder, write: false, metafile: true });
  const inHolder = new Set(Object.keys(alone.metafile.inputs).filter((file) => !holder.entryPoints.includes(file)));
  const taken = new Map();
  const take = (expression) => [takeShared(root, (file) => shared(file, inHolder.has(file)), taken, expression)];
  const [main, ...others] = await Promise.all([
    build({ ...holder, write: false, metafile: true, plugins: take((id) => `${global}[${id}]`) }),
    ...programs.map((program) =>
      build({
        ...program,
        metafile: true,
        plugins: [...(program.plugins ?? []), ...take((id) => `require('./${path.basename(holder.outfile)}').shared[${id}]`)],
      }),
    ),
  ]);
  const modules = await build({
    ...holder,
    entryPoints: undefined,
    stdin: {
      contents: [...taken]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, { file, lazy }], i) =>
          lazy
            ? `const m${i} = () => require(${JSON.stringify(file)}); export { m${i} as ${JSON.stringify(id)} };`
            : `export * as ${JSON.stringify(id)} from ${JSON.stringify(file)};`,
        )
        .join('\n'),
      resolveDir: root,
    },
    format: 'iife',
    globalName: global,
    write: false,
    metafile: true,
  });
  const text = (result) => result.outputFiles[0].text;
  writeFileSync(path.join(root, holder.outfile), wrap(text(modules), text(main), global));
  return [
    { output: holder.outfile, metafiles: [modules.metafile, main.metafile] },
    ...others.map(({ metafile }, i) => ({ output: programs[i].outfile, metafiles: [metafile] })),
  ];
}

/** An esbuild plugin that leaves shared modules to `expression(id)`; libraries are loaded when first asked for. */
function takeShared(root, shared, taken, expression) {
  return {
    name: 'take-shared',
    setup({ onLoad, onResolve, resolve }) {
      onResolve({ filter: /^[^/]/ }, async ({ path: wanted, importer, resolveDir, kind, namespace, pluginData }) => {
        if (namespace === 'shared') return { path: wanted, external: true };
        if (kind === 'entry-point' || pluginData === 'plain') return undefined;
        const found = await resolve(wanted, { importer, resolveDir, kind, pluginData: 'plain' });
        const file = path.relative(root, found.path).split(path.sep).join('/');
        if (found.external || found.errors.length > 0 || !shared(file)) return found;
        // A package may have one file for Node and one for the browser: all are to have the holder's.
        const id = wanted.startsWith('.') ? file : wanted;
        taken.set(id, { file: wanted.startsWith('.') ? found.path : wanted, lazy: !file.endsWith('.ts') });
        return { path: id, namespace: 'shared' };
      });
      onLoad({ filter: /.*/, namespace: 'shared' }, ({ path: id }) => ({
        contents: `module.exports = ${expression(JSON.stringify(id))}${taken.get(id).lazy ? '()' : ''};`,
      }));
    },
  };
}
