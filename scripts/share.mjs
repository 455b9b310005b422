// Several of the outputs stand on the same modules: the language servers and the command line on `server/src/core`, both clients on
// the client library. So that the package holds them once, the one that must be a single file, for it runs in a browser, holds them
// and the Node programs beside it take them from there.
import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Builds an output whose file also gives modules to the Node programs beside it.
 * @param {{
 *   root: string,
 *   holder: object,
 *   programs: readonly object[],
 *   loader?: string,
 *   layers: Readonly<Record<string, (file: string, inHolder: boolean) => boolean>>,
 *   wrap: (shared: string, main: string) => string
 * }} options `holder` and `programs`: esbuild's options of each output, with one entry point.
 *   `loader`: the file beside them through which the programs load the holder, if not at once. `layers`: what is shared, each layer
 *   standing on those before it; whether a file, by its path from the root with forward slashes, belongs to it, `inHolder` if the
 *   holder itself stands on that file. The first layer runs when the file is loaded, the others when first asked for. `wrap`: the
 *   holder's text from that of the layers, which makes `shared`, and of its own main
 * @returns for each output, what esbuild says it is made of
 */
export async function buildSharing({ root, holder, programs, loader, layers, wrap }) {
  const alone = await build({ ...holder, write: false, metafile: true });
  const inHolder = new Set(Object.keys(alone.metafile.inputs).filter((file) => !holder.entryPoints.includes(file)));
  const layerOf = (file) => Object.keys(layers).find((name) => layers[name](file, inHolder.has(file)));
  const taken = new Map();
  const take = (from, own) => takeShared(root, (file) => (layerOf(file) === own ? undefined : layerOf(file)), taken, from);
  const [main, ...others] = await Promise.all([
    build({ ...holder, write: false, metafile: true, plugins: [take('')] }),
    ...programs.map((program) => {
      const plugins = [...(program.plugins ?? []), take(`require('./${loader ?? path.basename(holder.outfile)}').`)];
      return build({ ...program, metafile: true, plugins });
    }),
  ]);
  const texts = [];
  const metafiles = [main.metafile];
  // From the highest down: each may ask for more of those below.
  for (const layer of Object.keys(layers).reverse()) {
    const made = await build({
      ...holder,
      entryPoints: undefined,
      stdin: { contents: exportsOf(layer, taken), resolveDir: root },
      format: 'iife',
      globalName: layer,
      write: false,
      metafile: true,
      plugins: [...(holder.plugins ?? []), take('', layer)],
    });
    metafiles.unshift(made.metafile);
    texts.unshift(textOf(made));
  }
  const names = Object.keys(layers);
  const [first, ...later] = texts.map((text, i) =>
    i === 0
      ? `${text}const shared = { ${names[0]}: () => ${names[0]} };\n`
      : `shared.${names[i]} = once(() => {\n${text}return ${names[i]};\n});\n`,
  );
  const once = later.length > 0 ? 'const once = (make) => { let made; return () => (made ??= make()); };\n' : '';
  writeFileSync(path.join(root, holder.outfile), narrow(wrap([first, once, ...later].join(''), textOf(main))));
  return [
    { output: holder.outfile, metafiles },
    ...others.map(({ metafile }, i) => ({ output: programs[i].outfile, metafiles: [metafile] })),
  ];
}

/** The same program with no character above U+00FF: V8 then holds its text in half the room. */
function narrow(text) {
  return text.replace(/[^\0-\xff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function textOf(result) {
  return result.outputFiles[0].text;
}

/** A module that exports the modules taken of a layer, each under its id. */
function exportsOf(layer, taken) {
  return [...taken]
    .filter(([, from]) => from.layer === layer)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { file, lazy }], i) =>
      lazy
        ? `const m${i} = () => require(${JSON.stringify(file)}); export { m${i} as ${JSON.stringify(id)} };`
        : `export * as ${JSON.stringify(id)} from ${JSON.stringify(file)};`,
    )
    .join('\n');
}

/** An esbuild plugin that takes modules of a layer out of `shared`, which `from` leads to; libraries are loaded when first asked for. */
function takeShared(root, layerOf, taken, from) {
  return {
    name: 'take-shared',
    setup({ onLoad, onResolve, resolve }) {
      onResolve({ filter: /^[^/]/ }, async ({ path: wanted, importer, resolveDir, kind, namespace, pluginData }) => {
        if (namespace === 'shared') return { path: wanted, external: true };
        if (kind === 'entry-point' || pluginData === 'plain') return undefined;
        const found = await resolve(wanted, { importer, resolveDir, kind, pluginData: 'plain' });
        const file = path.relative(root, found.path).split(path.sep).join('/');
        const layer = found.external || found.errors.length > 0 ? undefined : layerOf(file);
        if (layer === undefined) return found;
        // A package may have one file for Node and one for the browser: all are to have the holder's.
        const id = wanted.startsWith('.') ? file : wanted;
        taken.set(id, { layer, file: wanted.startsWith('.') ? found.path : wanted, lazy: !file.endsWith('.ts') });
        return { path: id, namespace: 'shared' };
      });
      onLoad({ filter: /.*/, namespace: 'shared' }, ({ path: id }) => {
        const { layer, lazy } = taken.get(id);
        return { contents: `module.exports = ${from}shared.${layer}()[${JSON.stringify(id)}]${lazy ? '()' : ''};` };
      });
    },
  };
}
