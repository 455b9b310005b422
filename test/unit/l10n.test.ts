import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { packPhrases, phraseKey, phrasesOf } from '../../server/src/phrases';

type Bundle = Readonly<Record<string, string>>;

const read = (file: string): Bundle => JSON.parse(readFileSync(file, 'utf8')) as Bundle;
const bundles = readdirSync('l10n').map((name) => ({ name, bundle: read(path.join('l10n', name)) }));
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g))].sort();

interface Texts {
  /** Every string in the source, whatever it is for. */
  readonly strings: ReadonlySet<string>;
  /** The messages: what is given to `t`. */
  readonly messages: ReadonlySet<string>;
}

function textsOf(file: string): Texts {
  const strings = new Set<string>();
  const messages = new Set<string>();
  const say = (text: ts.Expression): void => {
    if (ts.isStringLiteralLike(text)) messages.add(text.text);
    else if (ts.isParenthesizedExpression(text)) say(text.expression);
    else if (ts.isConditionalExpression(text)) [text.whenTrue, text.whenFalse].forEach(say);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) strings.add(node.text);
    if (ts.isCallExpression(node) && /^(?:t|(?:vscode\.)?l10n\.t)$/.test(node.expression.getText())) {
      node.arguments.slice(0, 1).forEach(say);
    }
    // What to do about a product is said through its row.
    if (file.endsWith('knowledge/remedies.ts') && ts.isPropertyAssignment(node) && node.name.getText() === 'text')
      say(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return { strings, messages };
}

/** What a user of the editor reads most. The command line speaks English, and so do the texts about codes and names. */
const translated =
  /^(?:client\/src\/.*|server\/src\/(?!cli\.ts)\w+\.ts|server\/src\/core\/(?:compare\/.*|config\/folder\/.*|config\/\w+\/symbols\.ts|smtp\/(?:summary|lenses|inlays|symbols|describe)\.ts|knowledge\/remedies\.ts))$/;

describe('translations', () => {
  let sources: ReadonlyMap<string, Texts>;
  before(function () {
    this.timeout(60_000);
    sources = new Map(
      ['client/src', 'server/src']
        .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => [file.split(path.sep).join('/'), textsOf(file)]),
    );
  });

  for (const { name, bundle } of bundles) {
    it(`${name} translates texts that the program says, with the same placeholders`, () => {
      const strings = new Set([...sources.values()].flatMap((texts) => [...texts.strings]));
      for (const [text, translation] of Object.entries(bundle)) {
        assert.ok(strings.has(text), `nobody says: ${text}`);
        assert.deepEqual(placeholders(translation), placeholders(text), text);
        assert.notEqual(translation.trim(), '', text);
        assert.ok(!translation.includes('\n'), text);
      }
    });

    it(`${name} has all that is read most`, () => {
      const messages = [...sources].flatMap(([file, texts]) => (translated.test(file) ? [...texts.messages] : []));
      assert.ok(messages.length > 300, 'the sources lie elsewhere');
      assert.deepEqual(
        messages.filter((text) => bundle[text] === undefined),
        [],
      );
    });
  }

  it('are the same texts in every language', () => {
    const [first, ...others] = bundles.map(({ bundle }) => Object.keys(bundle).sort());
    for (const other of others) assert.deepEqual(other, first);
    const [english, ...more] = ['', '.de', '.zh-cn'].map((language) => Object.keys(read(`package.nls${language}.json`)).sort());
    for (const other of more) assert.deepEqual(other, english);
  });

  it('are found by keys that no two texts share', () => {
    const owners = new Map<string, string>();
    for (const texts of sources.values()) {
      for (const text of texts.strings) {
        const key = phraseKey(text);
        assert.equal(owners.get(key) ?? text, text, key);
        owners.set(key, text);
      }
    }
  });

  it('are found in the package by the English text', () => {
    const { bundle } = bundles[0]!;
    const text = Object.keys(bundle).find((key) => key.includes("'"))!;
    const other = Object.keys(bundle).find((key) => key !== text)!;
    const packed = packPhrases(bundle, (t) => t === other, [phraseKey(text)]);
    assert.deepEqual(packed, { [other]: bundle[other], '': bundle[text] });
    assert.equal(phrasesOf(packed, phraseKey(text))[text], bundle[text]);
    assert.equal(phrasesOf(packed, phraseKey(text))[other], bundle[other]);
    assert.equal(phrasesOf(bundle)[text], bundle[text]);
    assert.equal(phrasesOf(bundle)['nothing of ours'], undefined);
  });
});
