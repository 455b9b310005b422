import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Files below `root/folder` whose path matches `pattern`, relative to root, with forward slashes, in order. */
export function globSync(root, folder, pattern) {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) =>
      path
        .relative(root, path.join(e.parentPath ?? e.path, e.name))
        .split(path.sep)
        .join('/'),
    )
    .filter((f) => pattern.test(f))
    .sort();
}
