// Writes dist/l10n: the translations of l10n/ in the form that server/src/phrases.ts reads.
import { transformSync } from 'esbuild';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from './files.mjs';

/** Writes the bundles of all languages. `root` is the project's folder. */
export async function buildTranslations(root) {
  const { phraseKey } = await importTypeScript(path.join(root, 'server/src/phrases.ts'));
  const client = globSync(root, 'client/src', /\.ts$/)
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
  const saidByClient = (text) => [`'${text.replaceAll("'", "\\'")}'`, `"${text}"`].some((literal) => client.includes(literal));
  mkdirSync(path.join(root, 'dist/l10n'), { recursive: true });
  for (const name of readdirSync(path.join(root, 'l10n'))) {
    const bundle = JSON.parse(readFileSync(path.join(root, 'l10n', name), 'utf8'));
    const rows = Object.entries(bundle).map(([text, translation]) => [saidByClient(text) ? text : phraseKey(text), translation]);
    writeFileSync(path.join(root, 'dist/l10n', name), JSON.stringify(Object.fromEntries(rows)));
  }
}

/** A module that imports nothing. */
async function importTypeScript(file) {
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts' });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}
