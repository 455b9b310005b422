/** Formatting an .mc file changes no byte of what m4 makes of it, and nothing of what it says. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { mc } from '../../server/src/core/config/mc/language';
import { expandMc } from './oracle';

describe('formatting leaves m4 the same', () => {
  for (const folder of ['test/fixtures/cases/mc', 'test/fixtures/real/mc']) {
    for (const name of readdirSync(folder).filter((n) => n.endsWith('.mc'))) {
      it(name, () => {
        // Blanks and tabs more and less than in the file, so that there is something to do.
        const text = readFileSync(`${folder}/${name}`, 'latin1');
        const loose = text.replaceAll("', `", "'  ,\t`").replaceAll("','", "', '").replaceAll('dnl\n', 'dnl \t\n');
        for (const source of [text, loose]) {
          let formatted = source;
          for (const edit of mc.format!(mc.parse(source)).toReversed())
            formatted = formatted.slice(0, edit.start) + edit.text + formatted.slice(edit.end);
          assert.deepEqual(expandMc(formatted), expandMc(source));
          assert.deepEqual(mc.format!(mc.parse(formatted)), [], 'formatting once is enough');
        }
      });
    }
  }
});
