// The client library registers a feature for every part of the protocol. The package leaves out those that this server never
// offers: a class that does nothing stands in their place, so that the library finds what it registers.
const common = 'vscode-languageclient/lib/common';
const features = [
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

// The diagnostics listen to the notebooks' feature, which they find by its method.
const nothing = `
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

// Patterns of files stand in selectors only, and Postmaster's selectors name languages.
const noPattern = 'exports.matchGlobPattern = () => false;';

// VS Code itself asks for the version that `engines` of package.json names; the library would ask for the same again.
const anyVersion = 'module.exports = (version) => version && { prerelease: [] };';

/** An esbuild plugin for the clients. */
export const withoutUnused = {
  name: 'without-unused',
  setup({ onLoad }) {
    onLoad({ filter: new RegExp(`${common}/(${features.join('|')})\\.js$`) }, () => ({ contents: nothing }));
    onLoad({ filter: new RegExp(`${common}/utils/globPattern\\.js$`) }, () => ({ contents: noPattern }));
    onLoad({ filter: /\/semver\/functions\/(parse|satisfies)\.js$/ }, () => ({ contents: anyVersion }));
  },
};
