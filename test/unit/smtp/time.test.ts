import assert from 'node:assert/strict';
import { duration } from '../../../server/src/core/smtp/describe';
import { secondsBetween } from '../../../server/src/core/smtp/time';

describe('time between two events', () => {
  const cases: [string, string, number | undefined][] = [
    ['2026-11-22T03:52:58', '2026-11-22T03:53:01', 3],
    ['2026-12-31T23:59:59', '2027-01-01T00:00:01', 2],
    ['04:20:48.356597', '04:20:48.606597', 0.25],
    ['23:59:58', '00:00:03', 5],
    ['--11-22T03:52:58', '--11-22T03:52:59', 1],
    ['--12-31T23:59:59', '--01-01T00:00:00', 1],
    ['--02-28T23:59:59', '--03-01T00:00:00', 86_401],
    ['2026-11-22T03:52:58Z', '2026-11-22T05:52:59+02:00', 1],
    ['2026-11-22T03:52:58', '2026-11-22T03:52:59Z', 1],
    ['2026-11-22T03:52:58', '03:52:59', 1],
    ['2026-11-22T03:52', '2026-11-22T03:53', 60],
    ['10:00:10', '10:00:09', undefined],
    ['2026-11-22T10:00:10', '2026-11-22T10:00:09', undefined],
    ['08:00:00', '21:00:00', undefined],
    ['soon', '10:00:09', undefined],
  ];
  for (const [earlier, later, seconds] of cases)
    it(`${earlier} → ${later}`, () => {
      const found = secondsBetween(earlier, later);
      assert.equal(found === undefined ? found : Math.round(found * 1e6) / 1e6, seconds);
    });

  it('is told in its two largest units', () => {
    const told = [0.0004, 0.25, 1.26, 12.4, 59.6, 60, 75, 3599.7, 3600, 7290].map(duration);
    assert.deepEqual(told, ['0 ms', '250 ms', '1.3 s', '12 s', '1 min', '1 min', '1 min 15 s', '1 h', '1 h', '2 h 1 min']);
  });
});
