/** Entry of the tests in the browser's extension host: one file, nothing to read it from. */
import 'mocha/mocha.js';
import { print, runAndReport } from './report';

export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = print;
  mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, timeout: 60_000, slow: 20_000 });
  await import('../web/smoke.test');
  await import('../web/postfix.test');
  await import('../web/ladder.test');
  await runAndReport(mocha);
}
