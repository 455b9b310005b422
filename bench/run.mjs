// Measures the language server beside VS Code's JSON server, and `postmaster compare`, on files made for it. See docs/bench.md.
//   npm run bench -- [--quick] [--huge] [--only REGEX] [--rounds N] [--keep FOLDER]
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { endAll, run, temporaryFolder } from '../scripts/process.mjs';
import { kinds, randomFrom } from './inputs.mjs';
import { makePair } from './pair.mjs';
import { jsonServer, peer } from './peer.mjs';
import { measureServer } from './server.mjs';

const root = path.resolve(import.meta.dirname, '..');
const own = (file) => path.join(root, 'dist', file);

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    rounds: { type: 'string' },
    keep: { type: 'string' },
    huge: { type: 'boolean', default: false },
  },
});
const only = new RegExp(options.only);
const rounds = Number(options.rounds ?? (options.quick ? 1 : 3));
const sizes = options.quick ? [1000, 10000] : [1000, 10000, 100000];
const megabytes = options.quick ? [5] : [5, 86, ...(options.huge ? [850] : [])]; // of the server's log; the client's is as large
const ALTERED = 12;

if (process.platform !== 'linux') throw new Error('the bench reads CPU times from /proc: it runs on Linux only');
if (!existsSync(own('server.js'))) throw new Error('dist/ is missing: run npm run build first');
if (!(rounds >= 1)) throw new Error('--rounds takes a number from 1');
const folder = options.keep ? path.resolve(options.keep) : temporaryFolder('bench');
mkdirSync(folder, { recursive: true });

try {
  const rows = [...(await serverRows()), ...(await compareRows())];
  if (rows.length === 0) throw new Error(`--only ${options.only} picks nothing; names are as "aliases 10000" or "compare 10 MB"`);
  print(rows);
  if (rows.some((row) => row.wrong)) process.exitCode = 1;
} finally {
  await endAll();
}

/** Each size with all kinds after each other, as often as there are rounds: what is compared was measured under the same load. */
async function serverRows() {
  const rows = [];
  for (const size of sizes) {
    const wanted = Object.keys(kinds).filter((kind) => kind !== 'json' && only.test(`${kind} ${size}`));
    if (wanted.length === 0) continue;
    const edits = size >= 100000 ? 6 : 20;
    const results = new Map();
    for (let round = 0; round < rounds; round++) {
      for (const kind of ['json', ...wanted]) {
        const { language, file, make } = kinds[kind];
        const text = make(size, randomFrom(1));
        const at = path.join(folder, `${size}.${file}`);
        writeFileSync(at, text, 'latin1');
        console.error(`${kind} ${size}, round ${round + 1} of ${rounds}`);
        const server = kind === 'json' ? await jsonServer() : own('server.js');
        const result = await measureServer([server, '--stdio'], language, text, edits);
        if (kind !== 'json') result.bare = await bare(language, at, edits);
        results.set(kind, [...(results.get(kind) ?? []), result]);
      }
    }
    const figure = (kind, name) => median(results.get(kind).map((result) => result[name]));
    for (const kind of wanted) {
      const row = (name, unit, goal) => ({
        name: `${kind} ${size}: ${name}, ${unit}`,
        own: figure(kind, name),
        other: name === 'bare' ? undefined : figure('json', name),
        ...goal,
      });
      rows.push(
        row('open', 'CPU ms', goalOf(kind, size)),
        { ...row('edit', 'CPU ms'), goal: '≤ 3 bare', met: figure(kind, 'edit') <= 3 * figure(kind, 'bare') },
        row('bare', 'CPU ms'),
        row('hover', 'CPU ms'),
        row('memory', 'MB'),
      );
    }
  }
  return rows;

  function goalOf(kind, size) {
    const most = kind === 'transcript' ? 100000 : 10000;
    return size === most ? { goal: '≤ 0.5 JSON', most: 0.5 } : {};
  }
}

async function bare(language, file, edits) {
  const script = path.join(import.meta.dirname, 'bare.mjs');
  const { code, output } = await run(process.execPath, [script, language, file, String(edits)], { quiet: true });
  if (code !== 0) throw new Error(output);
  return Number(output);
}

/** Each size as it is, then, of the middle one, with every session altered and with other clients in the server's log. */
async function compareRows() {
  const rows = [];
  const wanted = megabytes.flatMap((mb) => (mb === 86 ? ['', ' all', ' part'] : ['']).map((kind) => [mb, kind]));
  const perMegabyte = new Map();
  for (const [size, kind] of wanted.filter(([mb, k]) => only.test(`compare ${mb} MB${k}`))) {
    const [client, server, usage] = ['client', 'server', 'usage'].map((name) => path.join(folder, `${size}.${name}.log`));
    const truth = makePair(client, server, size * 1e6, kind ? Infinity : ALTERED, kind === ' part');
    const megabytesOfBoth = (statSync(client).size + statSync(server).size) / 1e6;
    const results = [];
    const pipeline = [];
    for (let round = 0; round < rounds; round++) {
      console.error(`compare ${size} MB${kind}, round ${round + 1} of ${rounds}`);
      results.push(await compareOnce(client, server, usage));
      if (size > 5 && size < 500 && !kind) pipeline.push(await diffOnce(client, server));
    }
    const named = results[0].named;
    const right = named.length === truth.altered.length && named.every((line, i) => line === truth.altered[i]);
    const name = `compare ${size} MB${kind}`;
    const of = (what) => median(results.map((r) => r[what]));
    const rate = (megabytesOfBoth * 1000) / of('cpu');
    perMegabyte.set(`${size}${kind}`, of('cpu') / megabytesOfBoth);
    const plain = perMegabyte.get(String(size));
    const ratio = perMegabyte.get(`${size}${kind}`) / plain;
    rows.push(
      { name: `${name}: CPU ms`, own: of('cpu') },
      { name: `${name}: MB of both logs a CPU second`, own: rate, ...(size > 5 && !kind && { goal: '≥ 100', met: rate >= 100 }) },
      {
        name: `${name}: on the clock, ms`,
        own: of('wall'),
        ...(size === 5 && { goal: '≤ 300', met: of('wall') <= 300 }),
        ...(pipeline.length > 0 && { goal: '≤ 0.5 awk, sort, diff', met: of('wall') * 2 <= median(pipeline) }),
      },
      ...(pipeline.length > 0 ? [{ name: `${name}: awk, sort and diff, on the clock, ms`, own: median(pipeline) }] : []),
      ...(kind && plain ? [{ name: `${name}: CPU a MB, to the plain logs`, own: ratio, goal: '≤ 1.3', met: ratio <= 1.3 }] : []),
      { name: `${name}: memory, MB`, own: of('memory'), ...(size > 500 && { goal: '≤ 400', met: of('memory') <= 400 }) },
      {
        name: `${name}: altered sessions named, of ${truth.altered.length} in ${truth.sessions}`,
        own: named.length,
        goal: 'exactly those',
        met: right,
        wrong: !right,
      },
    );
  }
  return rows;
}

/** What a careful user does today: both logs brought to one form and held against each other. Gives milliseconds on the clock. */
async function diffOnce(client, server) {
  const awk = `awk -f '${path.join(import.meta.dirname, 'normalise.awk')}'`;
  const script =
    `${awk} -v side=server '${server}' | LC_ALL=C sort -s -n -k1,1 | cut -d' ' -f2- > '${server}.txt'; ` +
    `${awk} -v side=client '${client}' > '${client}.txt'; diff '${server}.txt' '${client}.txt' > '${client}.diff'`;
  const before = performance.now();
  await run('bash', ['-c', script], { quiet: true });
  return performance.now() - before;
}

/** The lines (from 1) of the client's log at which the sessions begin that `compare` found altered, and what it used. */
async function compareOnce(client, server, usage) {
  const args = [
    '--import',
    path.join(import.meta.dirname, 'usage.mjs'),
    own('cli.js'),
    'compare',
    '--format',
    'json',
    client,
    server,
  ];
  const before = performance.now();
  const { code, output } = await run(process.execPath, args, { quiet: true, env: { ...process.env, BENCH_USAGE: usage } });
  const wall = performance.now() - before;
  if (code !== 1) throw new Error(`compare ended with ${code}: ${output.slice(0, 500)}`);
  const named = JSON.parse(output)
    .pairs.filter((pair) => pair.verdict === 'likely' || pair.verdict === 'certain')
    .map((pair) => pair.client.line)
    .sort((a, b) => a - b);
  return { ...JSON.parse(readFileSync(usage, 'utf8')), wall, named };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function print(rows) {
  const number = (n) => (n === undefined ? '' : n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2));
  const lines = rows.map((row) => {
    const ratio = row.other === undefined ? undefined : row.own / row.other;
    const met = row.met ?? (row.most === undefined ? undefined : ratio <= row.most);
    const verdict = met === undefined ? '' : met ? 'yes' : 'no';
    return [row.name, number(row.own), number(row.other), number(ratio), row.goal ?? '', verdict];
  });
  const table = [['figure', 'Postmaster', 'JSON server', 'ratio', 'goal', 'met'], ...lines];
  const widths = table[0].map((_, column) => Math.max(...table.map((cells) => cells[column].length)));
  const show = (cells) =>
    `| ${cells.map((cell, i) => (i && i < 4 ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((w, i) => (i && i < 4 ? `${'-'.repeat(w - 1)}:` : '-'.repeat(w))).join(' | ')} |`;
  const [cpu] = os.cpus();
  const load = os.loadavg().map((l) => l.toFixed(1));
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${cpu?.model ?? 'unknown processor'}, ${os.cpus().length} cores, ` +
      `${(os.totalmem() / 1e9).toFixed(0)} GB, load ${load.join(' ')}; Node ${process.version}, ${peer.name} ${peer.version}; ` +
      `median of ${rounds} round${rounds === 1 ? '' : 's'}\n`,
  );
  console.log([show(table[0]), rule, ...lines.map(show)].join('\n'));
}
