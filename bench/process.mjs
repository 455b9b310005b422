// What a running program and its children have used so far, from Linux's /proc.
import { readdirSync, readFileSync } from 'node:fs';

/** CPU time of a process, its threads and its children that still run, in milliseconds. */
export function cpuOf(pid) {
  let nanoseconds = 0;
  for (const thread of family(pid).flatMap(threads)) nanoseconds += Number(read(`${thread}/schedstat`).split(' ')[0]);
  return nanoseconds / 1e6;
}

/** The most memory that a process and its children have held, in MB (10^6 bytes). */
export function peakOf(pid) {
  const kibibytes = family(pid).map((p) => Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${p}/status`))?.[1] ?? 0));
  return (kibibytes.reduce((a, b) => a + b, 0) * 1024) / 1e6;
}

function family(pid) {
  const children = threads(pid).flatMap((thread) => read(`${thread}/children`).split(' ').filter(Boolean).map(Number));
  return [pid, ...children.flatMap(family)];
}

function threads(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).map((id) => `/proc/${pid}/task/${id}`);
  } catch {
    return [];
  }
}

/** A thread may end between being listed and being read. */
function read(file) {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
