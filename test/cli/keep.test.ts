/** The compiled code that is kept between two runs: it may make a run faster and nothing else. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const others = process.platform === 'win32' ? it.skip : it;

let caches: string;
let own: string;
beforeEach(() => {
  caches = mkdtempSync(path.join(tmpdir(), 'postmaster-kept-'));
  own = path.join(caches, 'postmaster');
});
afterEach(() => rmSync(caches, { recursive: true, force: true }));

/** What `postmaster explain 451` says. */
function explain(env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'explain', '451'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '', XDG_CACHE_HOME: caches, ...env },
  });
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  return stdout;
}

function onlyFile(): string {
  const names = readdirSync(own);
  assert.equal(names.length, 1, names.join(' '));
  return path.join(own, names[0]!);
}

describe('the compiled code', () => {
  it('is kept once, for this user alone, and used from then on', () => {
    const said = explain();
    assert.match(said, /451/);
    const { ino, mode } = statSync(onlyFile());
    if (process.platform !== 'win32') assert.equal(mode & 0o777, 0o600);
    assert.equal(explain(), said);
    // What is made anew is put in the place of the old by a new file.
    assert.equal(statSync(onlyFile()).ino, ino);
  });

  it('is not used where it is damaged or cut off, and made anew', () => {
    const said = explain();
    const whole = readFileSync(onlyFile());
    const damaged = Buffer.from(whole);
    for (let i = 32; i < damaged.length; i += 97) damaged[i]! ^= 0xff;
    for (const bytes of [damaged, whole.subarray(0, 5000), Buffer.alloc(0)]) {
      writeFileSync(onlyFile(), bytes);
      assert.equal(explain(), said);
      assert.ok(statSync(onlyFile()).size > 100_000);
    }
  });

  others('is neither read nor written where others may write', () => {
    explain();
    const file = onlyFile();
    chmodSync(own, 0o777);
    rmSync(file);
    explain();
    assert.deepEqual(readdirSync(own), []);
    chmodSync(own, 0o700);
    explain();
    const { ino } = statSync(onlyFile());
    chmodSync(onlyFile(), 0o666);
    explain();
    const anew = statSync(onlyFile());
    assert.notEqual(anew.ino, ino);
    assert.equal(anew.mode & 0o777, 0o600);
  });

  it('takes the room of a few files: what is oldest goes', () => {
    explain();
    const file = onlyFile();
    for (let i = 0; i < 9; i++) {
      const older = path.join(own, `${i}.code`);
      writeFileSync(older, 'of an earlier version');
      utimesSync(older, i, i);
    }
    rmSync(file);
    explain();
    const left = ['4.code', '5.code', '6.code', '7.code', '8.code', path.basename(file)];
    assert.deepEqual(new Set(readdirSync(own)), new Set(left));
  });

  it('is not kept where the user wants none, and where it cannot be', () => {
    explain({ NODE_DISABLE_COMPILE_CACHE: '1' });
    assert.ok(!existsSync(own));
    writeFileSync(own, 'no folder');
    assert.match(explain(), /451/);
    assert.match(explain({ XDG_CACHE_HOME: 'no/absolute/path' }), /451/);
    assert.ok(!existsSync('no'));
  });
});
