// Compares every captured pair of test/fixtures/corpus/pairs and prints what came out beside what is true, with totals. Needs
// dist/cli.js (npm run build). Ends with 1 if a direct connection was suspected or a visible proxy was missed.
//   node scripts/corpus.mjs [FOLDER] [--markdown] [--kinds]
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  options: { markdown: { type: 'boolean' }, kinds: { type: 'boolean' } },
  allowPositionals: true,
});
const folder = path.resolve(positionals[0] ?? path.join(root, 'test/fixtures/corpus/pairs'));
const cli = path.join(root, 'dist/cli.js');
if (!existsSync(cli)) fail('dist/cli.js is not built: run npm run build first');
if (!existsSync(folder)) fail(`no such folder: ${folder}`);

const rows = readdirSync(folder)
  .filter((name) => existsSync(path.join(folder, name, 'pair.json')))
  .sort()
  .map(compare);
if (rows.length === 0) fail(`no pairs in ${folder}`);

const right = (list) => list.filter((r) => r.right).length;
const every = !values.kinds;
if (every)
  print(
    ['pair', 'truth', 'verdict', 'product', ''],
    rows.map((r) => [r.name, r.truth, r.verdict, r.product, r.right ? '' : 'WRONG']),
  );
if (every) console.log();
print(
  ['what stands between', 'pairs', 'as it is', 'verdicts', 'product', 'evidence'],
  kinds().map((k) => [k.kind, String(k.rows.length), String(right(k.rows)), k.verdicts, k.products, k.evidence]),
);
const of = (truth) => rows.filter((r) => r.truth === truth);
console.log(`
${right(of('proxy'))} of ${of('proxy').length} pairs with a proxy found, ${rows.filter((r) => r.truth === 'proxy' && r.product !== '').length} with the product's name
${right(of('direct'))} of ${of('direct').length} direct pairs without a sign
${of('proxy, no sign').length} pairs with a proxy that changed nothing these logs show`);
process.exitCode = rows.every((r) => r.right) ? 0 : 1;

/** The pairs by what stands between them, with the evidence found in most of them first. */
function kinds() {
  const groups = Map.groupBy
    ? Map.groupBy(rows, (r) => r.kind)
    : rows.reduce((m, r) => m.set(r.kind, [...(m.get(r.kind) ?? []), r]), new Map());
  const most = (lists) => {
    const counts = new Map();
    for (const list of lists) for (const word of new Set(list)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]);
  };
  return [...groups].map(([kind, group]) => ({
    kind,
    rows: group,
    verdicts: most(group.map((r) => [r.verdict.split(',')[0]]))
      .map(([v, n]) => `${n} ${v}`)
      .join(', '),
    products: most(group.map((r) => (r.product === '' ? [] : [r.product])))
      .map(([p]) => p)
      .join(', '),
    evidence: most(group.map((r) => r.evidence))
      .slice(0, 6)
      .map(([rule]) => rule.replace('compare/', ''))
      .join(', '),
  }));
}

/** One pair of logs. Several sessions in one pair are judged one by one. */
function compare(name) {
  const file = (base) => path.join(folder, name, base);
  const truth = JSON.parse(readFileSync(file('pair.json'), 'utf8'));
  const args = [cli, 'compare', file('client.log'), file('server.log'), '--format', 'json'];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0 && run.status !== 1) fail(`${name}: ${run.stderr.split('\n')[0]}`);
  const { verdict, product = '', pairs } = JSON.parse(run.stdout);
  const kind = name.split('--')[0];
  const evidence = pairs.flatMap((p) => p.evidence.filter((e) => e.weight !== 'neutral').map((e) => e.rule));
  const found = (v) => v === 'likely' || v === 'certain';
  if (truth.sessions) {
    const wanted = truth.sessions.filter((s) => s.inClientLog);
    const proxied = pairs.filter((p) => found(p.verdict)).length;
    const isRight = pairs.length === wanted.length && proxied === wanted.filter((s) => s.proxy).length;
    return {
      name,
      kind,
      evidence,
      truth: truth.proxy ? 'proxy' : 'direct',
      verdict: `${verdict}, ${proxied} of ${pairs.length}`,
      product,
      right: isRight,
    };
  }
  if (!truth.proxy) return { name, kind, evidence, truth: 'direct', verdict, product, right: verdict === 'none' };
  if (!truth.signsVisible) return { name, kind, evidence, truth: 'proxy, no sign', verdict, product, right: true };
  return { name, kind, evidence, truth: 'proxy', verdict, product, right: found(verdict) };
}

function print(head, body) {
  const widths = head.map((h, i) => Math.max(h.length, ...body.map((row) => row[i].length)));
  const line = (row) => row.map((cell, i) => cell.padEnd(widths[i])).join(values.markdown ? ' | ' : '  ');
  const lines = [line(head), widths.map((w) => '-'.repeat(w)).join(values.markdown ? ' | ' : '  '), ...body.map(line)];
  for (const text of lines) console.log(values.markdown ? `| ${text} |` : text.trimEnd());
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
