// Makes the package smaller: terser looks twice for what can be said in fewer words, and names what is left by how often which letters
// come, which packs better. Used for what is tested and published; it takes longer than all else of a build.
import { readFileSync, writeFileSync } from 'node:fs';
import { minify } from 'terser';

/** Rewrites built files with shorter names. */
export async function makeSmall(files) {
  for (const file of files) {
    const { code } = await minify(readFileSync(file, 'utf8'), {
      compress: { passes: 2 },
      mangle: true,
      format: { ascii_only: true },
    });
    writeFileSync(file, code);
  }
}
