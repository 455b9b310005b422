import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const sources = ['client/src', 'server/src']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g))].sort();

describe('translations', () => {
  for (const name of readdirSync('l10n')) {
    it(`${name} translates texts that the program says, with the same placeholders`, () => {
      const bundle = JSON.parse(readFileSync(path.join('l10n', name), 'utf8')) as Record<string, string>;
      for (const [text, translation] of Object.entries(bundle)) {
        const literals = [`'${text.replaceAll("'", "\\'")}'`, `"${text}"`, `\`${text}\``];
        assert.ok(
          literals.some((l) => sources.includes(l)),
          `nobody says: ${text}`,
        );
        assert.deepEqual(placeholders(translation), placeholders(text), text);
      }
    });
  }
});
