// The floor of an edit: only the core's parser and rules, without server and protocol, in a process of its own so that it starts cold
// like the server. Arguments: the language's id, the file, how many edits. Prints the mean CPU time of one in milliseconds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { editPlaces } from './server.mjs';

const [id, file, edits] = process.argv.slice(2);
const { shared } = createRequire(import.meta.url)(path.resolve(import.meta.dirname, '../dist/worker.js'));
const language = shared.core()['server/src/core/languages.ts'].languages.get(id);
let text = readFileSync(file, 'latin1');
const places = editPlaces(text, Number(edits));
const starts = [0];
for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
language.validate(language.parse(text));

const before = process.cpuUsage();
for (const { line, character, inserted } of places) {
  // The letter of one turn is gone at the next, so the lines start where they always did.
  const at = starts[line] + character;
  text = text.slice(0, at) + (inserted ?? '') + text.slice(at + (inserted ? 0 : 1));
  language.validate(language.parse(text));
}
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000 / places.length);
