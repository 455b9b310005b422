import assert from 'node:assert/strict';
import { fingerprints } from '../../../server/src/core/knowledge/fingerprints';

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
