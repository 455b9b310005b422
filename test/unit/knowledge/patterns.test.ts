import assert from 'node:assert/strict';
import { fingerprints } from '../../../server/src/core/knowledge/fingerprints';
import { loginTraces } from '../../../server/src/core/knowledge/loginTraces';
import { voices } from '../../../server/src/core/knowledge/voices';
import { hostileTexts, worstTime } from '../../support/hostile';

describe('patterns of fingerprints, voices and traces of logins', () => {
  const sources = new Set([
    ...fingerprints.map((f) => f.pattern),
    ...loginTraces.map((row) => row.before),
    ...voices.flatMap((v) => [v.banner, ...Object.values(v.says)]).filter((s) => s !== undefined),
  ]);

  it('are there', () => assert.ok(sources.size > 100));

  it('take time linear in hostile input', () => {
    for (const source of sources) {
      const regexp = new RegExp(source, 'i');
      assert.ok(worstTime(regexp, hostileTexts(source)) < 500, source);
    }
  }).timeout(60_000);
});

describe('fingerprints', () => {
  it('name each sign once', () => {
    const seen = fingerprints.map((f) => `${f.product} ${f.where} ${f.pattern}`);
    assert.equal(new Set(seen).size, seen.length);
  });

  it('say where they are known from', () =>
    assert.deepEqual(
      fingerprints.filter((f) => !f.source),
      [],
    ));
});
