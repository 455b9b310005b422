/** Entry of the tests in an extension host on Node (desktop, or the browser-based VS Code): runs every journey. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { print, runAndReport } from './report';

export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  Mocha.reporters.Base.consoleLog = print;
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 60_000, slow: 20_000 });
  const journeys = path.join(__dirname, '../journeys');
  for (const file of readdirSync(journeys).sort()) if (file.endsWith('.test.js')) mocha.addFile(path.join(journeys, file));
  await runAndReport(mocha);
}
