/** How a test run inside VS Code tells its progress and its result to the terminal that started it. */

interface Runner {
  on(event: 'pass' | 'fail' | 'pending', listener: () => void): unknown;
}
interface Runnable {
  run(done: (failures: number) => void): Runner;
}

/**
 * Runs the tests and prints every line with a mark that the terminal knows, for the workbench logs much else. The last line holds
 * the counts. Rejects if a test failed, which is how VS Code learns of it.
 */
export async function runAndReport(mocha: Runnable): Promise<void> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', () => counts.passed++);
    runner.on('fail', () => counts.failed++);
    runner.on('pending', () => counts.skipped++);
  });
  console.log(`[counts] ${JSON.stringify(counts)}`);
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** Prints a text of Mocha's, each line with the mark. */
export function print(format = '', ...values: unknown[]): void {
  const text = fill(format, values);
  for (const line of text.split('\n')) console.log(`[mocha] ${line}`);
}

/** What console.log does with %s and %d: the page would see them unfilled. */
function fill(format: string, values: unknown[]): string {
  let next = 0;
  const text = format.replace(/%[sdo%]/g, (m) => (m === '%%' ? '%' : String(values[next++])));
  return [text, ...values.slice(next).map(String)].join(' ');
}
