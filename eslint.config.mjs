import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** core is pure: it runs in Node, in a browser's worker and in tests alike. */
const pure = {
  patterns: [
    {
      group: ['node:*', 'fs', 'path', 'os', 'child_process', 'net', 'tls', 'worker_threads'],
      message: 'core does no I/O: files come through a Host.',
    },
    {
      group: ['vscode', 'vscode-languageclient*', 'vscode-languageserver', 'vscode-languageserver/*'],
      message: 'core knows only the plain LSP types.',
    },
  ],
};

/** A value of the protocol's types brings all of them into the package. */
const kindsOnly = {
  patterns: [{ group: ['vscode-languageserver-types'], allowTypeImports: true, message: 'take the kinds from core/kinds.ts.' }],
};

export default tseslint.config(
  { ignores: ['dist/', '.vscode-test/', 'node_modules/', 'test/fixtures/', 'samples/', '**/wasm/'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked.map((c) => ({ ...c, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })] },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            {
              target: './server/src/core',
              from: './server/src',
              except: ['./core'],
              message: 'imports point down: core knows nothing of its users.',
            },
            { target: './server', from: './client' },
            { target: './client', from: './server/src/core', message: 'the client asks the server.' },
            { target: './server/src/core/smtp', from: './server/src/core/compare' },
            {
              target: './server/src/core/knowledge',
              from: './server/src/core',
              except: ['./knowledge'],
              message: 'knowledge is rows only.',
            },
          ],
        },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-control-regex': 'off',
    },
  },
  {
    files: ['server/src/core/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', kindsOnly],
      'no-restricted-imports': ['error', pure],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require'],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
        AbortSignal: 'readonly',
        MutationObserver: 'readonly',
        NodeFilter: 'readonly',
        innerWidth: 'readonly',
        window: 'readonly',
        document: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
      },
    },
  },
);
