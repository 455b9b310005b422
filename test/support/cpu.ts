/** Milliseconds of processor time that `run` takes. A clock would also count what else the machine does meanwhile. */
export function cpuMs(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
