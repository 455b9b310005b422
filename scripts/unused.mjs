// The libraries have a part for everything that the protocol knows. The package leaves out those that neither our client nor our
// server ever asks for: something that does nothing stands in their place, so that the library finds what it registers.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from './files.mjs';

const client = [
  'colorProvider',
  'declaration',
  'fileOperations',
  'implementation',
  'inlineCompletion',
  'inlineValue',
  'linkedEditingRange',
  'notebook',
  'textDocumentContent',
  'typeDefinition',
  'typeHierarchy',
];
const server = [
  'fileOperations',
  'foldingRange',
  'inlineCompletion',
  'inlineValue',
  'linkedEditingRange',
  'moniker',
  'notebook',
  'showDocument',
  'textDocumentContent',
  'typeHierarchy',
];
const messages = [...client, 'moniker'];

// The diagnostics listen to the notebooks' feature, which they find by its method.
const noFeature = `
const silent = () => ({ dispose() {} });
class Nothing {
  static CellScheme = 'vscode-notebook-cell';
  registrationType = { method: 'notebookDocument/sync' };
  onOpenNotificationSent = silent;
  onChangeNotificationSent = silent;
  onSaveNotificationSent = silent;
  onCloseNotificationSent = silent;
  fillClientCapabilities() {}
  initialize() {}
  register() {}
  unregister() {}
  clear() {}
  handles() { return false; }
  getState() { return { kind: 'static' }; }
}
module.exports = new Proxy({}, { get: () => Nothing });
`;
// On the server a feature is a function from a class to one that can more.
const noAddition = 'module.exports = new Proxy({}, { get: () => (base) => base });';
const noMessage =
  "const none = { type: {}, method: 'notebookDocument/sync', is: () => false };\nmodule.exports = new Proxy({}, { get: () => none });";

// Patterns of files stand in selectors only, and Postmaster's selectors name languages.
const noPattern = 'exports.matchGlobPattern = () => false;';

// VS Code itself asks for the version that `engines` of package.json names; the library would ask for the same again.
const anyVersion = 'module.exports = (version) => version && { prerelease: [] };';

// Recording sends text that is at hand; nothing is fetched from elsewhere.
const noFetch = 'export default () => { throw new Error("nothing is fetched"); };';

/** esbuild's plugins for the programs that stand on the client library, and for those that stand on the server library. */
export const withoutUnused = {
  client: without('client', [
    [part('vscode-languageclient/lib/common', client), noFeature],
    [part('vscode-languageclient/lib/common', ['utils/globPattern']), noPattern],
    [/\/semver\/functions\/(parse|satisfies)\.js$/, anyVersion],
  ]),
  server: without('server', [
    [part('vscode-languageserver/lib/common', server), noAddition],
    [part('vscode-languageserver/lib/node', ['files']), 'module.exports = {};'],
  ]),
};

function part(folder, names) {
  return new RegExp(`/${folder}/(${names.join('|')})\\.js$`);
}

function without(side, parts) {
  return {
    name: 'without-unused',
    setup({ onLoad, initialOptions }) {
      const root = initialOptions.absWorkingDir;
      for (const [filter, contents] of [
        ...parts,
        [/\/nodemailer\/dist\/esm\/fetch\/index\.js$/, noFetch],
        [
          part(
            'vscode-languageserver-protocol/lib/common',
            messages.map((m) => `protocol.${m}`),
          ),
          noMessage,
        ],
      ])
        onLoad({ filter }, () => ({ contents }));
      onLoad({ filter: /\/vscode-languageserver-types\/lib\/esm\/main\.js$/ }, ({ path: file }) => ({
        contents: onlyTypes(readFileSync(file, 'utf8'), namesIn(root, side)),
      }));
    },
  };
}

/**
 * The library of the protocol's types with what `named` has, and what that needs: each type has a namespace with a check of values
 * and more, and most are never asked for anything. Written so that esbuild sees what stands alone.
 */
function onlyTypes(text, named) {
  const names = [...text.matchAll(/^export (?:var|class|const) (\w+)/gm)].map(([, name]) => name);
  return text
    .replace(/^(?:export )?var (\w+);\n\(function \(\1\) \{$/gm, 'const $1 = /* @__PURE__ */ (($1) => {')
    .replace(/^\}\)\((\w+) \|\| \(\1 = \{\}\)\);$/gm, 'return $1; })({});')
    .replace(/^export (?=class|const)/gm, '')
    .concat(`\nexport { ${names.filter((name) => named.has(name)).join(', ')} };\n`);
}

/** Every name that a member is asked of, in our sources and in the library's. */
function namesIn(root, side) {
  const libraries = [`vscode-language${side}/lib`, 'vscode-languageserver-protocol/lib'].flatMap((folder) =>
    globSync(root, `node_modules/${folder}`, /\.js$/),
  );
  const ours = globSync(root, side === 'client' ? 'client/src' : 'server/src', /\.ts$/);
  const texts = [...libraries, ...ours].map((file) => readFileSync(path.join(root, file), 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(/\b(\w+)\./g)].map(([, name]) => name)));
}
