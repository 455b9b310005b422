import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { transcript } from '../../../server/src/core/smtp/language';
import { rules } from '../../../server/src/core/smtp/validate';

const folder = path.join(process.cwd(), 'docs/rules');
const severities = { error: 'Error', warning: 'Warning', info: 'Information', hint: 'Hint' } as const;

/** The fence under a heading of a page. */
function fence(page: string, heading: string): string {
  const text = new RegExp(`\\n## ${heading}\\n+\`\`\`smtp-transcript\\n([\\s\\S]*?)\\n\`\`\``).exec(page)?.[1];
  if (text === undefined) throw new Error(`no ${heading}`);
  return text;
}

/** Rule ids of the problems in a text. */
function found(text: string): Set<string> {
  const onBrokenRule = (rule: string, error: unknown): never => {
    throw new Error(rule, { cause: error });
  };
  return new Set(transcript.validate!(transcript.parse(text), { onBrokenRule }).map((p) => p.rule));
}

describe('pages of the rules for transcripts', () => {
  for (const rule of rules) {
    it(rule.id, () => {
      const file = path.join(folder, `${rule.id}.md`);
      assert.ok(existsSync(file), file);
      const page = readFileSync(file, 'utf8');
      assert.ok(page.startsWith(`# ${rule.id}\n\n${severities[rule.severity]}. `), 'title and severity');
      assert.deepEqual(
        [...page.matchAll(/^## (.*)$/gm)].map((m) => m[1]),
        ['Why', 'Bad', 'Good', 'Source'],
      );
      assert.ok(found(fence(page, 'Bad')).has(rule.id), 'the bad one has the fault');
      assert.ok(!found(fence(page, 'Good')).has(rule.id), 'the good one has not');
    });
  }

  it('are of rules that exist', () => {
    const pages = readdirSync(path.join(folder, 'smtp')).map((f) => `smtp/${f.replace(/\.md$/, '')}`);
    assert.deepEqual(pages.sort(), rules.map((r) => r.id).sort());
  });
});
