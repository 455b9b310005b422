// Builds dist/: extension.js (desktop main), web.js (browser main), server.js (language server for Node), worker.js (language
// server for the browser), cli.js (command line), load.js (loads what both of them share), l10n/ (translations). With --tests also dist/test/ for the lanes that run there;
// with --room it says what takes the room, with --small it takes less, as it is tested and published.
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { globSync } from './files.mjs';
import { buildTranslations } from './l10n.mjs';
import { printRoom } from './room.mjs';
import { buildSharing } from './share.mjs';
import { makeSmall } from './small.mjs';
import { withoutUnused } from './unused.mjs';
import { wasm } from './wasm.mjs';

const root = path.resolve(import.meta.dirname, '..');
const tests = process.argv.includes('--tests');
const production = !process.argv.includes('--dev');

rmSync(path.join(root, 'dist'), { recursive: true, force: true });
const keys = await buildTranslations(root);

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"', PHRASE_KEYS: JSON.stringify(keys) },
  // The language packages' ESM builds tree-shake; their UMD "main" files do not even bundle.
  mainFields: ['module', 'main'],
  plugins: [wasm],
};
const node = { ...common, platform: 'node', format: 'cjs', external: ['vscode'] };
const browser = {
  ...common,
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  mainFields: ['browser', 'module', 'main'],
};

// What the libraries of the language server protocol have in common for Node and the browser.
const library =
  /node_modules\/(vscode-(jsonrpc|languageclient|languageserver(-protocol)?)\/lib\/common|vscode-languageserver-types|minimatch)\//;
// For the debugger (--dev) each output stands alone, with its own source map.
const program = (entry, outfile, more) => ({ ...node, entryPoints: [entry], outfile, ...more });
const server = { plugins: [wasm, withoutUnused.server] };
const pairs = [
  {
    holder: { ...browser, plugins: [withoutUnused.client], entryPoints: ['client/src/web.ts'], outfile: 'dist/web.js' },
    programs: [program('client/src/extension.ts', 'dist/extension.js', { plugins: [withoutUnused.client] })],
    layers: {
      library: (file) => library.test(file),
      client: (file, inHolder) => inHolder && file.startsWith('client/src/'),
    },
    wrap: (shared, main) => `"use strict";\n${shared}${main}module.exports.shared = shared;\n`,
  },
  {
    holder: { ...browser, ...server, format: 'iife', entryPoints: ['server/src/worker.ts'], outfile: 'dist/worker.js' },
    programs: [
      program('server/src/node.ts', 'dist/server.js', server),
      program('server/src/cli.ts', 'dist/cli.js', { ...server, banner: { js: '#!/usr/bin/env node' } }),
    ],
    loader: 'load.js',
    // The translations go with the core, which shares their state. The command line has no use for the rest.
    layers: {
      core: (file) => file.startsWith('server/src/core/') || file.includes('/@vscode/l10n/') || library.test(file),
      server: (file, inHolder) => inHolder && file.startsWith('server/src/'),
    },
    // Under Node the file is a module; in a worker there are no modules and its own main runs.
    wrap: (shared, main) =>
      `"use strict";\n${shared}\nif (typeof module === 'object') module.exports = { shared };\nelse {\n${main}}\n`,
  },
];
const outputs = production
  ? [program('server/src/load.ts', 'dist/load.js')]
  : pairs.flatMap(({ holder, programs }) => [holder, ...programs]);
// The script of the ladder's page.
outputs.push({ ...browser, format: 'iife', entryPoints: ['client/src/ladder/page.ts'], outfile: 'dist/ladder.js' });
if (tests) {
  outputs.push({
    ...node,
    entryPoints: globSync(root, 'test', /\.test\.ts$/).filter((f) => !f.startsWith('test/editor/')),
    outdir: 'dist/test',
    outbase: 'test',
    minify: false,
    sourcemap: 'inline',
    packages: 'external',
  });
  // The tests that run inside VS Code: on Node one file a journey, in the browser a single file.
  outputs.push({
    ...node,
    entryPoints: ['test/editor/suite/index.ts', ...globSync(root, 'test/editor/journeys', /\.test\.ts$/)],
    outdir: 'dist/test',
    outbase: 'test',
    minify: false,
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
  });
  outputs.push({
    ...browser,
    entryPoints: ['test/editor/suite/web.ts'],
    outfile: 'dist/test/editor/suite/web.js',
    minify: false,
    // Mocha's build for the browser would otherwise put itself in the place of what this bundle exports.
    define: { ...common.define, module: 'undefined' },
  });
}

const [made] = await Promise.all([
  Promise.all(production ? pairs.map((pair) => buildSharing({ root, ...pair })) : []),
  ...outputs.map((o) => build(o)),
]);
if (process.argv.includes('--small')) await makeSmall(globSync(root, 'dist', /^dist\/\w+\.js$/));
if (process.argv.includes('--room')) printRoom(made.flat());
