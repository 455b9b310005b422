/** Sessions with one fault each, as several programs log them: the rule that names it speaks, and no other at warning or above. */
import assert from 'node:assert/strict';
import { rules } from '../../../server/src/core/smtp/validate';
import { transcript } from '../../../server/src/core/smtp/language';
import { logOf, withStrangers } from '../../support/dialogue';
import { ALL } from '../../support/dialogue';
import { cases, logs } from '../../support/faults';
import { problemsOf } from '../../support/marked';

describe('sessions with one fault each', () => {
  it('have one of each rule', () => {
    const covered = new Set([...cases.map(([rule]) => `smtp/${rule}`), ...logs.map(([rule]) => `smtp/${rule}`)]);
    assert.deepEqual(
      rules.map((r) => r.id).filter((id) => !covered.has(id)),
      [],
    );
  });

  it('are many', () => assert.ok(cases.length >= 200, `${cases.length}`));

  for (const [rule, name, script, styles = ALL] of cases)
    for (const style of withStrangers(styles, script)) it(`${rule}: ${name}, ${style}`, () => check(rule, logOf(script, style)));

  for (const [rule, name, log] of logs) it(`${rule}: ${name}`, () => check(rule, log));
});

function check(rule: string, log: string): void {
  const found = problemsOf(transcript, log).map((p) => p.split(' '));
  assert.ok(
    found.some((p) => p[2] === `smtp/${rule}`),
    `only ${found.map((p) => p.slice(1).join(' ')).join(', ')}`,
  );
  const others = found.filter((p) => p[2] !== `smtp/${rule}` && /warning|error/.test(p[1]!));
  assert.deepEqual(others, []);
}
