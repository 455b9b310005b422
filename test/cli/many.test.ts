/** Logs that are too many or too large for one machine: folders, sums, one line a session, parts of a log. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { glue, randomFrom, templatesOf } from '../support/glue';
import { json, postmaster } from './run';

const corpus = 'test/fixtures/corpus/pairs';
const proxied = ['seed-ibm', 'clamsmtp--swaks--sendmail'];
const direct = ['direct--swaks--sendmail', 'direct--curl-tls--postfix'];

interface Session {
  readonly file?: string;
  readonly complete: boolean;
  readonly ended: boolean;
  readonly line: number;
  readonly endLine: number;
  readonly client?: string;
  readonly events: readonly { readonly line: number; readonly kind: string; readonly text: string }[];
}
interface Place {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}
interface Pair {
  readonly unpaired?: string;
  readonly verdict: string;
  readonly client: Place;
  readonly server: Place;
  readonly evidence: readonly { readonly rule: string; readonly client?: Place; readonly server?: Place }[];
}

const lines = <T>(out: string): T[] =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as T);

let folder: string;
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'postmaster-many-'));
  for (const pair of [...proxied, ...direct]) {
    for (const side of ['client', 'server']) {
      mkdirSync(path.join(folder, side), { recursive: true });
      cpSync(`${corpus}/${pair}/${side}.log`, path.join(folder, side, `${pair}.log`));
    }
  }
  writeFileSync(path.join(folder, 'server', 'notes.txt'), 'Nothing of SMTP here.\n');
});
after(() => rmSync(folder, { recursive: true, force: true }));

describe('postmaster compare: folders', () => {
  it('pairs the sessions of all logs, whichever folder they are in, and names the files', () => {
    for (const args of [[`${folder}/client`, `${folder}/server`], [`${folder}/server`, `${folder}/client`], [folder]]) {
      const { exit, out, err } = postmaster(['compare', ...args, '--format', 'ndjson']);
      assert.equal(err, '');
      assert.equal(exit, 1);
      const pairs = lines<Pair>(out).filter((p) => p.unpaired === undefined);
      const told = pairs.map((p) => [path.basename(p.client.file, '.log'), path.basename(p.server.file, '.log'), p.verdict]);
      const expected = [...proxied.map((p) => [p, p, 'certain']), ...direct.map((p) => [p, p, 'none'])];
      assert.deepEqual(told.sort(), expected.sort());
      for (const p of pairs) assert.ok(p.client.file.includes(`${path.sep}client${path.sep}`), p.client.file);
    }
  });

  it('counts lines in each file, not in all of them together', () => {
    const { out } = postmaster(['compare', `${folder}/client`, `${folder}/server`, '--format', 'json']);
    const pairs = (JSON.parse(out) as { pairs: Pair[] }).pairs;
    const ibm = pairs.find((p) => p.client.file.includes('seed-ibm'))!;
    const alone = json<{ pairs: Pair[] }>('compare', `${corpus}/seed-ibm/client.log`, `${corpus}/seed-ibm/server.log`).pairs[0]!;
    const places = (p: Pair): unknown => p.evidence.map((e) => [e.rule, e.client?.line, e.server?.line]);
    assert.deepEqual(places(ibm), places(alone));
  });

  it('says so where one side is missing', () => {
    const { exit, err } = postmaster(['compare', `${folder}/client`]);
    assert.equal(exit, 2);
    assert.match(err, /no session that a server wrote/);
  });

  it('sums up', () => {
    const { exit, out } = postmaster(['compare', folder, '--summary']);
    assert.equal(exit, 1);
    assert.match(out, /^certain: /);
    assert.match(out, /^ {2}certain +2$/m);
    assert.match(out, /^ {2}none +2$/m);
    assert.match(out, /^ {2}decisive +2 {2}compare\/data-answered-elsewhere /m);
    assert.ok(!out.includes('neutral'));
    const sums = json<{ pairs: object; signs: { rule: string; pairs: number }[] }>('compare', folder, '--summary');
    assert.deepEqual(sums.pairs, { certain: 2, likely: 0, possible: 0, none: 2 });
    assert.equal(sums.signs.find((s) => s.rule === 'compare/data-answered-elsewhere')?.pairs, 2);
  });
});

describe('postmaster compare: three logs', () => {
  const logs = (): string[] => [
    `${corpus}/${proxied[0]}/client.log`,
    `${corpus}/${proxied[0]}/server.log`,
    `${corpus}/${direct[0]}/server.log`,
  ];

  it('sums up each stretch, and gives a pair a line with its files', () => {
    assert.match(postmaster(['compare', ...logs(), '--summary']).out, /^ {2}verdict +pairs$/m);
    const told = lines<{ file?: string; client?: { file: string } }>(
      postmaster(['compare', ...logs(), '--format', 'ndjson']).out,
    );
    assert.ok(told.length > 0);
    for (const { file, client } of told) assert.ok(logs().includes(file ?? client!.file));
  });

  it('has no page of a folder', () => {
    const { exit, err } = postmaster(['compare', `${folder}/client`, `${folder}/server`, '--html', path.join(folder, 'a.html')]);
    assert.equal(exit, 2);
    assert.match(err, /--html makes a page of two or more logs/);
  });
});

describe('--format ndjson', () => {
  it('gives a session a line, the same as JSON gives, and of a log without any nothing', () => {
    const log = `${corpus}/mixed--interleaved6-two-via-clamsmtp--sendmail/server.log`;
    const whole = json<{ sessions: Session[] }>('sessions', log).sessions;
    const { out, exit } = postmaster(['sessions', '-', '--format', 'ndjson'], readFileSync(log, 'latin1'));
    assert.equal(exit, 0);
    assert.deepEqual(
      lines<Session>(out).map(({ line, endLine, client }) => ({ line, endLine, client })),
      whole.map(({ line, endLine, client }) => ({ line, endLine, client })),
    );
    assert.deepEqual(postmaster(['sessions', '-', '--format', 'ndjson'], 'no SMTP\n'), { exit: 0, out: '', err: '' });
    assert.equal(new Set(lines<Session>(postmaster(['sessions', folder, '--format', 'ndjson']).out).map((s) => s.file)).size, 8);
  });

  it('finds nothing in a part without a session', () => {
    const client = `${corpus}/seed-ibm/client.log`;
    const { exit, out, err } = postmaster(['compare', client, '-', '--format', 'ndjson'], 'no SMTP\n');
    assert.equal(err, '');
    assert.equal(exit, 0);
    assert.deepEqual(
      lines<Pair>(out).map((p) => p.unpaired),
      ['client'],
    );
  });

  it('ends when the reader goes away, without a word', async () => {
    const args = ['dist/cli.js', 'sessions', ...Array<string>(200).fill(folder), '--format', 'ndjson'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (chunk) => (err += chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    const exit = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(err, '');
    assert.equal(exit, 0);
  });
});

/** Many sessions of many processes whose lines stand in each other's way, as a busy server's `-X` writes them. */
function interleaved(sessions: number): string {
  const dialogue = (n: number): string[] => {
    const [pid, host] = [String(10_000 + n), `client${n}.example.org`];
    const said = [
      '>>> 220 mail.example.com ESMTP Sendmail 8.17.1; Sun, 22 Nov 2026 03:50:56 GMT',
      `<<< EHLO ${host}`,
      `>>> 250-mail.example.com Hello ${host} [127.0.0.2], pleased to meet you`,
      '>>> 250 HELP',
      `<<< MAIL FROM:<a${n}@example.org>`,
      '>>> 250 2.1.0 <a@example.org>... Sender ok',
      '<<< RCPT TO:<b@example.com>',
      '>>> 250 2.1.5 <b@example.com>... Recipient ok',
      '<<< DATA',
      '>>> 354 End data with <CR><LF>.<CR><LF>',
      `<<< Subject: ${n}`,
      '<<< ',
      '<<< text',
      '<<< .',
      `>>> 250 2.0.0 6AM${n} Message accepted for delivery`,
      '<<< QUIT',
      '>>> 221 2.0.0 mail.example.com closing connection',
    ];
    return said.map((text) => `${pid} ${text}`);
  };
  const random = numbers(1);
  const open: string[][] = [];
  const log: string[] = [];
  for (let begun = 0; begun < sessions || open.length > 0;) {
    if (begun < sessions && open.length < 8) open.push(dialogue(begun++));
    const at = random(open.length);
    log.push(open[at]!.shift()!);
    if (open[at]!.length === 0) open.splice(at, 1);
  }
  return log.join('\n') + '\n';
}

/** Numbers below `limit`, the same in each run. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % limit;
  };
}

const texts = (s: Session): string => s.events.map((e) => e.text).join('\n');

describe('a log in parts', () => {
  const sessions = 400;
  const log = interleaved(sessions);
  const sessionsOf = (part: string): Session[] => lines(postmaster(['sessions', '-', '--format', 'ndjson'], part).out);

  it('loses no session that is whole in one part, wherever it is cut', () => {
    const rows = log.split('\n').slice(0, -1);
    const wanted = new Map(sessionsOf(log).map((s) => [s.client!, texts(s)]));
    assert.equal(wanted.size, sessions);
    const random = numbers(7);
    for (let round = 0; round < 3; round++) {
      const cuts = [0, ...Array.from({ length: 5 }, () => random(rows.length)), rows.length].sort((a, b) => a - b);
      let whole = 0;
      for (let i = 1; i < cuts.length; i++) {
        const part = rows.slice(cuts[i - 1], cuts[i]);
        const count = new Map<string, number>();
        for (const row of part) count.set(row.slice(0, 5), (count.get(row.slice(0, 5)) ?? 0) + 1);
        const here = [...count].filter(([, n]) => n === 17).map(([pid]) => `client${Number(pid) - 10_000}.example.org`);
        const found = new Map(sessionsOf(part.map((row) => row + '\n').join('')).map((s) => [s.client, s]));
        for (const client of here) {
          const session = found.get(client);
          assert.ok(session?.complete && session.ended, `${client} in lines ${cuts[i - 1]} to ${cuts[i]}`);
          assert.equal(texts(session), wanted.get(client));
        }
        whole += here.length;
      }
      assert.ok(whole > 300, String(whole));
    }
  });

  it('goes through GNU parallel as it would in one piece', function () {
    if (spawnSync('parallel', ['--version']).status !== 0) this.skip();
    const command = ['--will-cite', '--pipe', '--block', '30k', '--keep-order', process.execPath, path.resolve('dist/cli.js')];
    const { stdout, status, stderr } = spawnSync('parallel', [...command, 'sessions', '-', '--format', 'ndjson'], {
      input: log,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    assert.equal(status, 0, stderr);
    const wanted = new Map(sessionsOf(log).map((s) => [s.client!, texts(s)]));
    const found = lines<Session>(stdout).filter((s) => s.complete && s.ended);
    assert.ok(found.length > sessions / 2 && found.length <= sessions, String(found.length));
    // The border of two parts may fall behind the greeting, or before the last answer.
    for (const s of found) assert.ok(wanted.get(s.client!)!.includes(texts(s)), s.client);
    assert.ok(found.filter((s) => texts(s) === wanted.get(s.client!)).length > sessions / 2);
  });

  it('is compared part by part', function () {
    if (spawnSync('parallel', ['--version']).status !== 0) this.skip();
    const client = path.join(folder, 'clients.log');
    // The same sessions as a client's -X would have them; one was told another end.
    const rows = log
      .split('\n')
      .slice(0, -1)
      .filter((row) => Number(row.slice(0, 5)) < 10_020);
    const turned = rows.map((row) => row.replace(/ (<<<|>>>) /, (_, mark: string) => (mark === '<<<' ? ' C: ' : ' S: ')));
    const byPid = (n: number): string[] => turned.filter((row) => row.startsWith(String(10_000 + n))).map((row) => row.slice(6));
    const own = Array.from({ length: 20 }, (_, n) => byPid(n));
    own[7] = own[7]!.map((row) => (row.startsWith('S: 354') ? 'S: 354 Please start mail input.' : row));
    writeFileSync(client, own.map((s) => s.join('\n')).join('\n') + '\n');
    const args = [
      '--will-cite',
      '--pipe',
      '--block',
      '200k',
      process.execPath,
      path.resolve('dist/cli.js'),
      'compare',
      client,
      '-',
    ];
    const { stdout } = spawnSync('parallel', [...args, '--format', 'ndjson'], {
      input: log,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    const signs = lines<Pair>(stdout).filter((p) => p.verdict === 'certain' || p.verdict === 'likely');
    assert.equal(signs.length, 1, stdout.slice(0, 2000));
  });
});

describe('compare of large logs', () => {
  it('tells the same as lines, as JSON and in sums', () => {
    const read = (name: string, side: string): string => readFileSync(`${corpus}/${name}/${side}.log`, 'latin1');
    const names = ['clamsmtp--swaks--sendmail', 'direct--swaks--sendmail'];
    const templates = templatesOf(names.map((name) => ({ name, client: read(name, 'client'), server: read(name, 'server') })));
    const logs = glue(templates, { sessions: 900, alter: 0.2, missing: 0.1, random: randomFrom(3) });
    const paths = (['client', 'server'] as const).map((side) => {
      const file = path.join(folder, `large-${side}.log`);
      writeFileSync(file, logs[side], 'latin1');
      return file;
    });
    assert.ok(logs.client.length + logs.server.length > 1_000_000);
    type Report = { verdict: string; silent: object; pairs: Pair[]; unpaired: { client: Place[]; server: Place[] } };
    const whole = json<Report>('compare', ...paths);
    const { exit, out } = postmaster(['compare', ...paths, '--format', 'ndjson']);
    assert.equal(exit, 1);
    const told = lines<Pair & { silent?: object }>(out);
    const pairs = told.filter((line) => line.verdict !== undefined).sort((a, b) => a.client.line - b.client.line);
    assert.ok(pairs.length > 100 && pairs.length < 900, String(pairs.length));
    assert.deepEqual(pairs, whole.pairs);
    assert.deepEqual(told.find((line) => line.silent)?.silent, whole.silent);
    for (const side of ['client', 'server'] as const)
      assert.equal(told.filter((line) => line.unpaired === side).length, whole.unpaired[side].length);
    const sums = json<{ verdict: string; pairs: Record<string, number> }>('compare', ...paths, '--summary');
    const { certain, likely, possible } = sums.pairs;
    assert.equal(certain! + likely! + possible!, pairs.length);
    assert.equal(sums.verdict, whole.verdict);
  }).timeout(60_000);

  it('says so if they are of a kind that is read whole, and too large for that', () => {
    const log = path.join(folder, 'huge.log');
    writeFileSync(log, readFileSync(`${corpus}/direct--swaks-authplain--postfix/server.log`));
    truncateSync(log, 2 ** 30); // nothing but a hole behind it
    const client = `${corpus}/direct--swaks-authplain--postfix/client.log`;
    for (const format of ['json', 'ndjson', 'text']) {
      const { exit, out, err } = postmaster(['compare', client, log, '--format', format]);
      assert.deepEqual([exit, out], [2, '']);
      assert.match(err, /^postmaster: These logs are too large: 1074 MB\. .*Compare parts of them\.\n$/);
    }
  }).timeout(60_000);
});
