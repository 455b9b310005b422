import assert from 'node:assert/strict';
import type { Evidence, Weight } from '../../../server/src/core/compare/report';
import { pointsOf, productOf, verdictOf } from '../../../server/src/core/compare/verdict';
import { compareRules as pairRules } from '../../../server/src/core/compare/evidence';
import { cannedCapabilities } from '../../../server/src/core/compare/together';
import { meaningOf, nextOf, notProved, summaryOf } from '../../../server/src/core/compare/advice';

const compareRules = [...pairRules, cannedCapabilities];

function evidence(...items: readonly (readonly [rule: string, weight: Weight, product?: string])[]): Evidence[] {
  return items.map(([rule, weight, product]) => ({
    rule: `compare/${rule}`,
    weight,
    change: 'changed',
    message: '',
    ...(product && { product }),
  }));
}

describe('from evidence to a verdict', () => {
  const cases: readonly (readonly [string, Evidence[]])[] = [
    ['none', []],
    ['none', evidence(['a', 'neutral'], ['b', 'neutral'])],
    ['possible', evidence(['a', 'weak'])],
    ['possible', evidence(['a', 'weak'], ['b', 'weak'], ['c', 'weak'], ['d', 'weak'], ['e', 'weak'], ['f', 'weak'])],
    ['possible', evidence(['a', 'moderate'])],
    ['likely', evidence(['a', 'moderate'], ['b', 'moderate'])],
    ['likely', evidence(['a', 'strong'])],
    ['likely', evidence(['a', 'strong'], ['a', 'strong'], ['a', 'strong'])],
    ['certain', evidence(['a', 'strong'], ['b', 'strong'])],
    ['certain', evidence(['a', 'decisive'])],
  ];
  for (const [verdict, found] of cases)
    it(`${found.map((e) => `${e.weight} ${e.rule}`).join(', ') || 'nothing'}: ${verdict}`, () =>
      assert.equal(verdictOf(found), verdict));

  it('counts a rule once, at its heaviest', () => {
    assert.equal(pointsOf(evidence(['a', 'moderate'], ['a', 'strong'], ['a', 'weak'])), 6);
  });

  it('names the product that most evidence speaks for, and the definite one of two', () => {
    assert.equal(productOf(evidence(['a', 'strong', 'X'], ['b', 'decisive', 'Y'])), 'Y');
    assert.equal(productOf(evidence(['a', 'decisive', 'X or Y'], ['b', 'moderate', 'Y'])), 'Y');
    assert.equal(productOf(evidence(['a', 'decisive'])), undefined);
  });
});

describe('a verdict in words', () => {
  it('says what the thing in the middle did', () => {
    assert.equal(
      summaryOf('certain', evidence(['banner-differs', 'strong'], ['header-added', 'strong']), 'ClamSMTP'),
      'Something between this client and this server answers for the server and changes the mail. It behaves like ClamSMTP.',
    );
    assert.match(
      summaryOf('likely', evidence(['starttls-withheld', 'strong']), undefined),
      /probably withholds what the server offers\.$/,
    );
  });

  it('has words for every rule that counts', () => {
    for (const rule of compareRules)
      if (rule.weight !== 'neutral')
        assert.ok(
          !summaryOf('certain', evidence([rule.id.slice('compare/'.length), rule.weight]), undefined).includes('interferes'),
          rule.id,
        );
  });

  it('never says that there is no proxy, nor whose it is', () => {
    const texts = [
      summaryOf('none', [], undefined),
      ...notProved(),
      ...compareRules.flatMap((r) => {
        const e = evidence([r.id.slice('compare/'.length), r.weight]);
        return [...meaningOf(e), ...nextOf('certain', e, undefined), ...nextOf('possible', e, 'Cisco PIX/ASA SMTP inspection')];
      }),
    ].join('\n');
    assert.doesNotMatch(texts, /no proxy|your provider|!/i);
  });

  it('tells how to switch off what is known', () => {
    assert.ok(nextOf('certain', [], 'Cisco PIX/ASA SMTP inspection').some((n) => n.includes('no inspect esmtp')));
    assert.ok(nextOf('certain', [], 'Norton AntiVirus / Symantec email proxy').some((n) => n.includes('ccSvcHst.exe')));
  });
});
