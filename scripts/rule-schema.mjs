// Writes the rules into package.json's schema of `postmaster.rules`, so that the editor completes and explains them. What a rule is
// stands on its page in docs/rules/; run this after adding one: node scripts/rule-schema.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { globSync } from './files.mjs';

const root = path.resolve(import.meta.dirname, '..');

const settings = ['off', 'hint', 'info', 'warning', 'error'];

/**
 * The schema's `properties`: one for each rule that can be set. What a comparison finds is evidence, not a problem with a severity.
 * Throws if a page does not begin as all do: `# id`, then its severity and a sentence.
 */
export function ruleProperties() {
  const properties = {};
  for (const file of globSync(root, 'docs/rules', /^docs\/rules\/(?!compare\/).*\.md$/)) {
    const text = readFileSync(path.join(root, file), 'utf8');
    const page = /^# (\S+)\n+(Error|Warning|Info|Information|Hint)\. ([^\n]+(?:\n[^\n]+)*)/.exec(text);
    if (!page) throw new Error(`${file} does not begin with the rule's id, severity and a sentence`);
    const [, id, severity, sentence] = page;
    properties[id] = { enum: settings, markdownDescription: `${severity}. ${sentence.replaceAll('\n', ' ')}` };
  }
  return properties;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = path.join(root, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.contributes.configuration.properties['postmaster.rules'].properties = ruleProperties();
  writeFileSync(file, JSON.stringify(manifest, null, 2) + '\n');
}
