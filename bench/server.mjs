// Drives a language server over stdio as an editor does, and measures what that costs it.
import { StreamMessageReader, StreamMessageWriter, createProtocolConnection } from 'vscode-languageserver/node';
import { setTimeout as sleep } from 'node:timers/promises';
import { start, stop } from '../scripts/process.mjs';
import { randomFrom } from './inputs.mjs';
import { cpuOf, peakOf } from './process.mjs';

const uri = 'file:///bench/input';
const capabilities = {
  workspace: { configuration: true, didChangeConfiguration: {} },
  textDocument: { synchronization: {}, diagnostic: {}, publishDiagnostics: {}, hover: { contentFormat: ['markdown'] } },
};

/**
 * Opens `text`, edits it `edits` times and hovers as often.
 * @param {string[]} args what Node is given to start the server
 * @returns {Promise<{ open: number, edit: number, hover: number, memory: number, problems: number }>} CPU time in milliseconds (for edit
 *   and hover the mean of one), the server's peak memory in MB and the number of problems it saw at first
 */
export async function measureServer(args, language, text, edits) {
  const child = start(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const ended = new Promise((_, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended (${code}): ${args.join(' ')}`)));
    child.once('error', reject);
  });
  ended.catch(() => {});
  const request = (method, params) => Promise.race([connection.sendRequest(method, params), ended]);
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  connection.onRequest(() => null);
  connection.listen();
  try {
    const initialize = { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities };
    const { capabilities: offered } = await request('initialize', initialize);
    if (!offered.diagnosticProvider) throw new Error('a server that cannot be asked for diagnostics cannot be measured here');
    await connection.sendNotification('initialized', {});
    await sleep(200);

    /** The CPU time from sending something to having its answer. What the server does in silence afterwards counts for the next. */
    const cost = async (work) => {
      const before = cpuOf(child.pid);
      await work();
      return cpuOf(child.pid) - before;
    };
    const problems = async () => {
      const report = await request('textDocument/diagnostic', { textDocument: { uri } });
      return report.items?.length ?? 0;
    };

    let found = 0;
    const open = await cost(async () => {
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: language, version: 1, text },
      });
      found = await problems();
    });
    const places = editPlaces(text, edits);
    let version = 1;
    const edit = await cost(async () => {
      for (const { line, character, inserted } of places) {
        const end = { line, character: character + (inserted ? 0 : 1) };
        const contentChanges = [{ range: { start: { line, character }, end }, text: inserted ?? '' }];
        await connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: ++version },
          contentChanges,
        });
        await problems();
      }
    });
    const hover = await cost(async () => {
      for (const { line, character } of places)
        await request('textDocument/hover', { textDocument: { uri }, position: { line, character } });
    });
    const memory = peakOf(child.pid);
    // What a server keeps for its next start it writes when it is told to end.
    await request('shutdown');
    await connection.sendNotification('exit');
    await Promise.race([ended.catch(() => {}), sleep(2000)]);
    return { open, edit: edit / edits, hover: hover / edits, memory, problems: found };
  } finally {
    connection.dispose();
    await stop(child);
  }
}

/** Where the edits are: a letter put in at some place, and at the next turn taken out again. Lines and characters from 0. */
export function editPlaces(text, edits) {
  const random = randomFrom(3);
  const lines = text.split(/\r?\n/);
  const places = [];
  while (places.length < edits) {
    const line = Math.floor(random() * lines.length);
    const character = Math.floor(random() * (lines[line].length + 1));
    places.push({ line, character, inserted: 'x' }, { line, character });
  }
  return places.slice(0, edits);
}
