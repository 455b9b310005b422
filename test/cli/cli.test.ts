import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Log } from 'sarif';
import { json, postmaster } from './run';

const corpus = 'test/fixtures/corpus';
const ibm = { client: `${corpus}/pairs/seed-ibm/client.log`, server: `${corpus}/pairs/seed-ibm/server.log` };

interface Problem {
  rule: string;
  severity: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  message: string;
}
interface Checked {
  files: { file: string; language: string; problems: Problem[] }[];
}
interface Event {
  line: number;
  kind: string;
  verb?: string;
  code?: number;
  enhanced?: string;
  text: string;
}
interface Sessions {
  format: string;
  vantage: string;
  sessions: { line: number; endLine: number; client?: string; server?: string; tls: boolean; events: Event[] }[];
}
interface Compared {
  verdict: string;
  product?: string;
  pairs: {
    client: { line: number; endLine: number };
    server: { line: number; endLine: number };
    verdict: string;
    evidence: { rule: string; weight: string; message: string; client?: { line: number }; server?: { line: number } }[];
  }[];
  unpaired: { client: unknown[]; server: unknown[] };
}

let folder: string;
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'postmaster-cli-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string | Uint8Array): string {
  const made = path.join(folder, name);
  writeFileSync(made, text);
  return made;
}

/** One line on standard error, nothing on standard output, exit code 2. */
function refuses(args: string[], message: RegExp, input?: string): void {
  const { exit, out, err } = postmaster(args, input);
  assert.deepEqual({ exit, out }, { exit: 2, out: '' });
  assert.match(err, message);
  assert.equal(err.trimEnd().split('\n').length, 1, err);
  assert.doesNotMatch(err, /\n\s+at /, 'no stack trace');
}

describe('postmaster', () => {
  it('says how it is used', () => {
    assert.equal(postmaster(['--help']).exit, 0);
    refuses([], /check, sessions, compare, redact, record or explain/);
    refuses(['chek', 'x'], /chek is no command/);
    refuses(['check', '--colour'], /--colour/);
    refuses(['check', 'samples', '--format', 'xml'], /xml/);
  });
});

describe('postmaster check', () => {
  it('finds nothing in the samples', () => {
    const { exit, files } = json<Checked>('check', 'samples');
    assert.equal(exit, 0);
    const warned = files.flatMap((f) =>
      f.problems.filter((p) => p.severity !== 'info' && p.severity !== 'hint').map((p) => p.rule),
    );
    // The client's half of the IBM pair tells of its proxy by itself: that is what it is there for.
    assert.deepEqual([...new Set(warned)], ['smtp/strange-voice']);
    assert.ok(files.length >= 10, 'every file of the samples is looked at');
  });

  it('finds the quotes that a web page mangled, in a copy of the samples', () => {
    const copy = path.join(folder, 'samples');
    cpSync('samples', copy, { recursive: true });
    const mc = path.join(copy, 'mail', 'sendmail.mc');
    writeFileSync(mc, readFileSync(mc, 'utf8').replaceAll("'", '@#'));
    const { exit, files } = json<Checked>('check', copy);
    assert.equal(exit, 1);
    const problems = files.find((f) => f.file === mc)!.problems;
    assert.ok(
      problems.some((p) => p.rule === 'mc/mangled-quote' && p.line === 7),
      JSON.stringify(problems.slice(0, 3)),
    );
  });

  (process.platform === 'win32' ? it.skip : it)(
    'passes over what is no file in a folder: links that lead nowhere or to themselves, pipes',
    () => {
      const mail = path.join(folder, 'links', 'mail');
      mkdirSync(mail, { recursive: true });
      writeFileSync(path.join(mail, 'access'), 'example.org\tREJECT\n');
      symlinkSync(path.join(mail, 'none'), path.join(mail, 'aliases'));
      symlinkSync('sendmail.mc', path.join(mail, 'sendmail.mc'));
      spawnSync('mkfifo', [path.join(mail, 'virtusertable')]);
      const { exit, files } = json<Checked>('check', mail);
      assert.deepEqual([exit, files.map((f) => path.basename(f.file))], [0, ['access']]);
    },
  );

  it('knows a file and those beside it by whatever path it is called', () => {
    const mail = path.join(folder, 'beside', 'mail');
    mkdirSync(mail, { recursive: true });
    writeFileSync(path.join(mail, 'sendmail.mc'), "OSTYPE(`linux')dnl\nFEATURE(`access_db')dnl\nMAILER(`smtp')dnl\n");
    writeFileSync(path.join(mail, 'access'), 'GreetPause:10.1\t0\n');
    for (const name of ['access', './access', '../mail/access', path.join(mail, 'access')]) {
      const { out, err } = postmaster(['check', name], '', mail);
      assert.equal(err, '');
      assert.match(out, /^\S*access:1:1: warning: GreetPause: .*\(folder\/tag-needs-feature\)\n1 file: 0 errors, 1 warnings/);
    }
  });

  it('gives lines and columns from 1, the end behind the last character', () => {
    const { files } = json<Checked>('check', file('a.access', 'Connect:10.1\tRELAY\n  Connect:10.2\tRELAY\n'));
    const [problem] = files[0]!.problems.filter((p) => p.severity === 'error');
    assert.ok(problem);
    assert.deepEqual([problem.line, problem.endLine], [2, 2]);
    assert.ok(problem.column >= 1 && problem.endColumn > problem.column);
  });

  it('prints a line a problem and the sums', () => {
    const path = file('b.access', 'Connect:10.1\n');
    const { exit, out } = postmaster(['check', path]);
    assert.equal(exit, 1);
    assert.ok(out.startsWith(`${path}:1:`), out);
    assert.match(out, /: error: .*\(\w+\/[\w-]+\)\n/);
    assert.match(out, /1 file: 1 errors, 0 warnings/);
  });

  it('writes SARIF 2.1.0', () => {
    const { out } = postmaster(['check', file('c d.access', 'Connect:10.1\n'), '--format', 'sarif']);
    const log = JSON.parse(out) as Log;
    assert.equal(log.version, '2.1.0');
    const [result] = log.runs[0]!.results!;
    assert.equal(result!.level, 'error');
    assert.equal(log.runs[0]!.tool.driver.rules![result!.ruleIndex!]!.id, result!.ruleId);
    assert.match(result!.locations![0]!.physicalLocation!.artifactLocation!.uri!, /c%20d\.access$/);
  });

  it('takes a language for a file whose name tells none, and knows a log by its content', () => {
    const odd = file('hosts.txt', 'Connect:10.1\n');
    refuses(['check', odd], /hosts\.txt: nothing tells which language/);
    assert.equal(json<Checked>('check', odd, '--language', 'sendmail-access').files[0]!.problems[0]!.severity, 'error');
    refuses(['check', odd, '--language', 'access'], /sendmail-access/);
    assert.equal(json<Checked>('check', ibm.server).files[0]!.language, 'smtp-transcript');
  });

  it('names a file that is not there', () => {
    refuses(['check', path.join(folder, 'none.mc')], /none\.mc: there is no such file/);
  });
});

describe('postmaster sessions', () => {
  it("reads IBM's server log, whose process id changes, as one session", () => {
    const read = json<Sessions>('sessions', ibm.server);
    assert.deepEqual([read.format, read.vantage, read.sessions.length], ['sendmail-X', 'server', 1]);
    const [session] = read.sessions;
    assert.deepEqual([session!.line, session!.endLine, session!.tls], [1, 24, false]);
    const said = session!.events.filter((e) => e.kind !== 'note').map((e) => e.verb ?? e.code ?? e.kind);
    assert.deepEqual(said, [220, 'HELO', 250, 'MAIL', 250, 'RCPT', 250, 'DATA', 354, 'data', 250]);
    assert.equal(session!.events.find((e) => e.verb === 'MAIL')!.text, 'MAIL FROM: <liuqingc@marshak.austin.ibm.com>');
    assert.deepEqual(
      session!.events.filter((e) => e.enhanced).map((e) => e.enhanced),
      ['2.1.0', '2.1.5', '2.0.0'],
    );
  });

  it('reads standard input', () => {
    const { exit, out } = postmaster(['sessions', '-'], readFileSync(ibm.client, 'latin1'));
    assert.equal(exit, 0);
    assert.match(out, /outlook-rx-tx/);
  });

  it('says of a file without SMTP that it has none', () => {
    refuses(['sessions', 'LICENSE'], /LICENSE: no SMTP session was found/);
    refuses(['sessions', file('empty.log', '')], /empty\.log: the file is empty/);
    refuses(['compare', ibm.client, file('mail.log.gz', Uint8Array.of(31, 139, 8, 0))], /mail\.log\.gz: this is compressed/);
    refuses(['compare', file('a.pcap', Uint8Array.of(212, 195, 178, 161, 2, 0)), ibm.server], /a\.pcap: .*packets.*tshark/);
    refuses(['compare', ibm.client, file('a.bin', Uint8Array.of(127, 69, 76, 70, 0, 1))], /a\.bin: this is no text/);
    refuses(
      [
        'sessions',
        file(
          'random.log',
          Uint8Array.from({ length: 4096 }, (_, i) => (i * 167 + (i >> 3)) & 255),
        ),
      ],
      /random\.log: this is no text/,
    );
  });
});

describe('postmaster compare', () => {
  it('finds what stood between the two of the IBM article', () => {
    const report = json<Compared>('compare', ibm.client, ibm.server);
    assert.equal(report.exit, 1);
    assert.match(report.verdict, /^(likely|certain)$/);
    assert.match(report.product ?? '', /Norton|Symantec/);
    const at = (client: number, server: number) =>
      report.pairs[0]!.evidence.find((e) => e.client?.line === client && e.server?.line === server);
    assert.ok(at(11, 9), 'both 354 lines');
    assert.ok(at(13, 24), 'both last replies');
    assert.equal(at(1, 1)?.weight, 'neutral', "the banner's date");
  });

  it('finds the same with the arguments swapped', () => {
    const right = json<Compared>('compare', ibm.client, ibm.server);
    const swapped = json<Compared>('compare', ibm.server, ibm.client);
    assert.deepEqual(swapped, right);
  });

  for (const log of [ibm.client, ibm.server]) {
    it(`finds nothing between ${path.basename(log)} and itself`, () => {
      const report = json<Compared>('compare', log, log);
      assert.deepEqual([report.exit, report.verdict, report.pairs.flatMap((p) => p.evidence)], [0, 'none', []]);
    });
  }

  it('leads with the verdict and heads the columns with the names of the files', () => {
    const { exit, out } = postmaster(['compare', ibm.client, ibm.server]);
    assert.equal(exit, 1);
    assert.match(out, /^certain: something between this client and this server/);
    assert.match(out, /^ +client\.log +server\.log$/m);
    assert.match(out, /^ +11 {2}354 Please start mail input\. +≠ +9 {2}354 Enter mail/m);
  });

  it('refuses files that are no transcripts, and one file', () => {
    refuses(['compare', 'LICENSE', 'README.md'], /LICENSE: no SMTP session/);
    refuses(['compare', ibm.client], /compare takes two files/);
  });
});

describe('postmaster redact', () => {
  const pair = `${corpus}/pairs/direct--swaks-authplain--postfix`;
  const bytesOf = (...args: string[]): Buffer =>
    spawnSync(process.execPath, [path.resolve('dist/cli.js'), 'redact', ...args], { maxBuffer: 1 << 28 }).stdout;

  it('takes out the login and leaves every other byte', () => {
    const before = readFileSync(`${pair}/server.log`, 'latin1').split('\n');
    const after = bytesOf(`${pair}/server.log`).toString('latin1').split('\n');
    assert.equal(after.length, before.length);
    const changed = after.filter((line, i) => line !== before[i]);
    assert.deepEqual(
      changed.map((line) => /(?:AUTH PLAIN|init_response) (\S+)$/.exec(line)?.[1]),
      ['AHJlZGFjdGVkAHJlZGFjdGVk', 'AHJlZGFjdGVkAHJlZGFjdGVk'],
    );
    assert.doesNotMatch(after.join('\n'), /UGFzc3cwcmQ|Passw0rd/);
  });

  it('takes out names with --all, so that both logs still compare', () => {
    const logs = ['client', 'server'].map((side) => file(`${side}.all`, bytesOf(`${pair}/${side}.log`, '--all')));
    for (const log of logs) assert.doesNotMatch(readFileSync(log, 'latin1'), /alice|bob@|client\.example\.org|127\.0\.0\.2/);
    const { verdict, pairs } = json<Compared>('compare', ...logs);
    assert.deepEqual([verdict, pairs.length], ['none', 1]);
  });

  it('keeps line ends, a byte order mark, and the end of the file', () => {
    const text = '\ufeffS: 220 mail.example.com ESMTP\r\nC: EHLO client.example.org\r\nS: 250 mail.example.com\r\nC: QUIT';
    assert.deepEqual(bytesOf(file('mark.log', text)), Buffer.from(text));
    const wide = Buffer.from(text, 'utf16le');
    assert.deepEqual(bytesOf(file('wide.log', wide)), wide);
  });

  it('reads standard input', () => {
    const { exit, out } = postmaster(['redact', '-'], readFileSync(`${pair}/client.log`, 'latin1'));
    assert.equal(exit, 0);
    assert.match(out, /AUTH PLAIN AHJlZGFjdGVkAHJlZGFjdGVk/);
  });

  it('refuses what it cannot read as SMTP, and more than one file', () => {
    refuses(['redact', 'LICENSE'], /LICENSE: no SMTP session was found/);
    refuses(['redact'], /redact takes one file/);
    refuses(['redact', ibm.client, ibm.server], /redact takes one file/);
  });
});

describe('postmaster explain', () => {
  for (const [word, says] of [
    ['354', /message/],
    ['4.7.1', /policy|not allowed/i],
    ['ehlo', /greets/],
    ['FEATURE', /m4|sendmail/i],
    ['confPRIVACY_FLAGS', /PrivacyOptions/],
  ] as const) {
    it(word, () => {
      const { exit, out } = postmaster(['explain', word]);
      assert.equal(exit, 0);
      assert.match(out, says);
      assert.ok(out.trim().split('\n').length >= 2, 'a few lines');
      assert.doesNotMatch(out, /\*\*|\]\(/, 'no Markdown');
    });
  }

  it('suggests the nearest words for one it does not know', () => {
    refuses(['explain', 'EHLLO'], /Did you mean EHLO/);
    refuses(['explain', 'zzzzzzzz'], /Try a reply code/);
  });
});

describe('postmaster compare: as a page, and more than two logs', () => {
  it('writes the report as a page beside what it prints', () => {
    const file = path.join(folder, 'report.html');
    const { exit, out } = postmaster(['compare', ibm.client, ibm.server, '--html', file]);
    assert.equal(exit, 1);
    assert.match(out, /^(certain|likely): /);
    const page = readFileSync(file, 'utf8');
    assert.match(page, /^<!doctype html>/);
    assert.ok(page.includes('354 Please start mail input.') && !page.includes('<script'));
  });

  it('says in one line that a page cannot be written', () => {
    const { exit, err } = postmaster(['compare', ibm.client, ibm.server, '--html', path.join(folder, 'none', 'a.html')]);
    assert.equal(exit, 2);
    assert.match(err, /^postmaster: .*cannot be written.*\n$/);
  });

  it('compares three logs stretch by stretch', () => {
    const relay = `${corpus}/pairs/direct--swaks--sendmail/server.log`;
    const result = json<{ verdict: string; order: string[]; hops: { client: string; server: string; verdict: string }[] }>(
      'compare',
      ibm.client,
      relay,
      ibm.server,
    );
    assert.equal(result.order.length, 3);
    assert.ok(result.hops.length > 0);
    assert.match(postmaster(['compare', ibm.client, relay, ibm.server]).out, /^\w+: .*\nThe way: .* → .* → /);
  });
});
