/**
 * The grammars and the parsers agree on files as people write them (test/fixtures/real): what the one takes for a comment, a call,
 * a line of sendmail.cf or an entry is coloured as such by the other, and nothing valid is marked as a mistake.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseCf } from '../../server/src/core/config/cf/parser';
import type { McModel } from '../../server/src/core/config/mc/model';
import { parseMc } from '../../server/src/core/config/mc/parser';
import { lineAt, lineSpan } from '../../server/src/core/text';
import { loadGrammar, tokensOf } from '../support/grammar';
import { realFiles, reportsOf } from '../support/verdict';

const scopeNames: Readonly<Record<string, string>> = {
  mc: 'source.sendmail-mc',
  cf: 'source.sendmail-cf',
  access: 'source.sendmail-access',
  aliases: 'source.mail-aliases',
  domains: 'source.sendmail-domains',
  tcprules: 'source.tcp-rules',
};

/** The scopes at each character of a text, joined by blanks. */
type Scopes = (offset: number) => string;

async function scopesIn(type: string, text: string): Promise<Scopes> {
  const grammar = await loadGrammar(scopeNames[type] ?? 'source.sendmail-table');
  const found: string[] = [];
  let at = 0;
  for (const line of tokensOf(grammar, text)) {
    for (const token of line) {
      for (let i = 0; i < token.text.length; i++) found[at + i] = token.scopes.join(' ');
      at += token.text.length;
    }
    at++;
  }
  return (offset) => found[offset] ?? '';
}

describe('grammars on files as people write them', () => {
  for (const file of realFiles()) {
    const type = file.slice(0, file.indexOf('/'));
    it(file, async () => {
      const text = readFileSync(`test/fixtures/real/${file}`, 'utf8').replaceAll('\r\n', '\n');
      const scopes = await scopesIn(type, text);
      const lines = text.split('\n');
      const wrong: string[] = [];
      const expect = (offset: number, scope: RegExp): void => {
        if (!scope.test(scopes(offset)))
          wrong.push(`${text.slice(offset, text.indexOf('\n', offset))}: ${scopes(offset) || 'no scope'}, not ${scope}`);
      };
      if (!reportsOf(type, text).some((r) => r.severity === 'error'))
        for (let i = 0; i < text.length; i++)
          if (scopes(i).includes('invalid')) wrong.push(`invalid at ${i}: ${text.slice(i, i + 20)}`);
      if (type === 'mc') expectMc(text, expect);
      else if (type === 'cf') expectCf(text, expect);
      else {
        let at = 0;
        for (const line of lines) {
          if (line.startsWith('#')) expect(at, /comment\.line/);
          else if (/^\S/.test(line) && (type !== 'aliases' || line.includes(':'))) expect(at, /./);
          at += line.length + 1;
        }
      }
      assert.deepEqual(wrong, []);
    });
  }
});

type Expect = (offset: number, scope: RegExp) => void;

function expectMc(text: string, expect: Expect): void {
  const model = parseMc(text);
  if (model.damaged) return;
  for (const comment of model.comments)
    if (comment.end > comment.start + 1 && !insideText(model, comment.start))
      expect(comment.start + (comment.kind === 'dnl' ? 0 : 1), /comment\.line/);
  for (const call of model.run) {
    if (call.context !== 'live' || call.depth > 0 || call.open === undefined || call.name === 'dnl') continue;
    if (call.nameSpan.end > call.nameSpan.start && !insideText(model, call.nameSpan.start))
      expect(call.nameSpan.start, /entity\.name\.function|keyword\.control/);
  }
  for (const section of model.sections) {
    const first = lineAt(model.source, section.span.start) + 1;
    for (let line = first; line < lineAt(model.source, section.span.end); line++) {
      const { start, end } = lineSpan(model.source, line);
      const own = text.slice(start, end);
      // Lines of sendmail.cf, not calls and not what macros of the file stand for.
      if (!insideText(model, start) && /^[DCFHMORSKXQTE][^(]*$/.test(own) && !/^[A-Z_]{3,}$/.test(own))
        expect(start, /sendmail-cf/);
    }
  }
}

/** True within the quotes of a text that is kept for later, over several lines too: there a grammar sees a text. */
function insideText(model: McModel, at: number): boolean {
  return model.calls.some((c) => c.args.some((a) => a.quoted && a.span.start <= at && at < a.span.end));
}

function expectCf(text: string, expect: Expect): void {
  for (const line of parseCf(text).lines) {
    if (line.kind === 'comment') expect(line.start, /comment\.line/);
    else if (line.kind !== 'blank') expect(line.start, /keyword|storage|entity|support/);
  }
}
