import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { compareRules } from '../../../server/src/core/compare/evidence';
import { cannedCapabilities } from '../../../server/src/core/compare/together';
import { compareLogs, rulesFound } from '../../support/compare';

const folder = path.join(process.cwd(), 'docs/rules');
const weights = { decisive: 'Decisive', strong: 'Strong', moderate: 'Moderate', weak: 'Weak', neutral: 'Neutral' } as const;

const rules = [...compareRules, cannedCapabilities];

/** The two fences under a heading of a page. */
function fences(page: string, heading: string): { client: string; server: string } {
  const text = new RegExp(
    `\\n## ${heading}\\n+\`\`\`client\\n([\\s\\S]*?)\\n\`\`\`\\n+\`\`\`server\\n([\\s\\S]*?)\\n\`\`\``,
  ).exec(page);
  if (!text) throw new Error(`no ${heading}`);
  return { client: text[1]! + '\n', server: text[2]! + '\n' };
}

describe('pages of the rules of Compare Sessions', () => {
  for (const rule of rules) {
    it(rule.id, () => {
      const page = readFileSync(path.join(folder, `${rule.id}.md`), 'utf8');
      assert.ok(page.startsWith(`# ${rule.id}\n\n${weights[rule.weight]}. `), 'title and weight');
      assert.deepEqual(
        [...page.matchAll(/^## (.*)$/gm)].map((m) => m[1]),
        ['Why', 'Bad', 'Good', 'Source'],
      );
      const bad = fences(page, 'Bad');
      const good = fences(page, 'Good');
      assert.ok(
        rulesFound(bad.client, bad.server).includes(rule.id),
        `found in the bad one: ${rulesFound(bad.client, bad.server).join(' ')}`,
      );
      assert.ok(!rulesFound(good.client, good.server).includes(rule.id), 'not found in the good one');
      // The good one must be of sessions that belong together, or it shows nothing.
      const verdicts = compareLogs(good.client, good.server).pairs.map((p) => p.verdict);
      assert.ok(verdicts.length > 0 && verdicts.every((v) => v === 'none'), verdicts.join(' '));
    });
  }

  it('are of rules that exist', () => {
    const pages = readdirSync(path.join(folder, 'compare')).map((f) => `compare/${f.replace(/\.md$/, '')}`);
    assert.deepEqual(pages.sort(), rules.map((r) => r.id).sort());
  });
});
