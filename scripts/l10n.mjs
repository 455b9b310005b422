// Writes dist/l10n: the translations of l10n/ in the form that server/src/phrases.ts reads.
import { transformSync } from 'esbuild';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from './files.mjs';

/** Writes the bundles of all languages. `root` is the project's folder. @returns the keys that the server is to know, in one string */
export async function buildTranslations(root) {
  const { packPhrases, phraseKey } = await importTypeScript(path.join(root, 'server/src/phrases.ts'));
  const client = globSync(root, 'client/src', /\.ts$/)
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
  const saidByClient = (text) => [`'${text.replaceAll("'", "\\'")}'`, `"${text}"`].some((literal) => client.includes(literal));
  const bundles = readdirSync(path.join(root, 'l10n')).map((name) => ({
    name,
    bundle: JSON.parse(readFileSync(path.join(root, 'l10n', name), 'utf8')),
  }));
  const texts = new Set(bundles.flatMap(({ bundle }) => Object.keys(bundle)));
  // What both say is in the bundle once, where VS Code finds it.
  const keys = [...texts].filter((text) => !saidByClient(text)).map(phraseKey);
  mkdirSync(path.join(root, 'dist/l10n'), { recursive: true });
  for (const { name, bundle } of bundles)
    writeFileSync(path.join(root, 'dist/l10n', name), JSON.stringify(packPhrases(bundle, saidByClient, keys)));
  return keys.join('');
}

/** A module that imports nothing. */
async function importTypeScript(file) {
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts' });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}
