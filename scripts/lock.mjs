import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while no other process holds the lock `file`. A lock whose owner is no longer alive is taken over.
 * @param {string} doing what the holder does, for who has to wait: "uses dist/"
 */
export async function withLock(file, doing, work) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let told = false; !take(file);) {
    const owner = ownerOf(file);
    if (owner !== undefined && !alive(owner)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told && owner !== undefined) {
      console.log(`Waiting for process ${owner}, which ${doing} (if it is none of this project, remove ${file}) …`);
      told = true;
    }
    await sleep(250);
  }
  const free = () => rmSync(file, { force: true });
  process.once('exit', free);
  try {
    return await work();
  } finally {
    process.off('exit', free);
    free();
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function ownerOf(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
