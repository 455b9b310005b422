/** Runs a TextMate grammar as the editor does, for the grammar tests. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

const require = createRequire(__filename);

interface Manifest {
  readonly contributes: { readonly grammars: { readonly scopeName: string; readonly path: string }[] };
}

const onigLib = loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))).then(() => ({
  createOnigScanner: (patterns: string[]) => new OnigScanner(patterns),
  createOnigString: (text: string) => new OnigString(text),
}));

const { grammars } = (JSON.parse(readFileSync('package.json', 'utf8')) as Manifest).contributes;

const registry = new Registry({
  onigLib,
  loadGrammar: (scopeName) => {
    const found = grammars.find((g) => g.scopeName === scopeName);
    return Promise.resolve(found ? parseRawGrammar(readFileSync(found.path, 'utf8'), found.path) : null);
  },
});

/** The grammar of a scope, as package.json contributes it. */
export async function loadGrammar(scopeName: string): Promise<IGrammar> {
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`no grammar ${scopeName}`);
  return grammar;
}

/** The tokens of a text, line by line: what stands there and its scopes without the grammar's own root. */
export function tokensOf(grammar: IGrammar, text: string): { text: string; scopes: string[] }[][] {
  let stack = INITIAL;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    return result.tokens.map((t) => ({ text: line.slice(t.startIndex, t.endIndex), scopes: t.scopes.slice(1) }));
  });
}

/**
 * What a text looks like, one string a token: `text: scope`, with the innermost scope, cut before the language's name. White space, punctuation and text
 * without a scope are left out.
 */
export function scopesOf(grammar: IGrammar, text: string): string[] {
  return tokensOf(grammar, text)
    .flat()
    .filter((t) => t.text.trim() !== '' && t.scopes.length > 0)
    .filter((t) => !t.scopes.at(-1)!.startsWith('punctuation.'))
    .map(
      (t) =>
        `${t.text}: ${t.scopes.at(-1)!.replace(/\.(sendmail-[a-z]+|mail-aliases|tcp-rules|smtp-transcript|postmaster-report)$/, '')}`,
    );
}
