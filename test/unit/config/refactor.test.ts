/** Rewritings of tables and alias files, by their titles: `|` is the cursor. */
import assert from 'node:assert/strict';
import { access } from '../../../server/src/core/config/access/language';
import { aliases } from '../../../server/src/core/config/aliases/language';
import type { Language } from '../../../server/src/core/language';
import type { HasSource } from '../../../server/src/core/problem';
import { cursor } from '../../support/marked';

function rewritten<M extends HasSource>(language: Language<M>, marked: string, title: RegExp): string | undefined {
  const { text, offset } = cursor(marked);
  const fix = language.refactors!(language.parse(text), { start: offset, end: offset }).find((f) => title.test(f.title));
  return fix && [...fix.edits].reverse().reduce((s, e) => s.slice(0, e.start) + e.text + s.slice(e.end), text);
}

describe('rewriting tables', () => {
  it('sorts the lines around the cursor, comments with the entry below them', () => {
    const text = '# head\n\nTo:b.example\tRELAY\n# the office\nConnect:10.1\tRELAY\nFrom:|a.example\tREJECT\n\nA\tOK\n';
    assert.equal(
      rewritten(access, text, /^Sort/),
      '# head\n\n# the office\nConnect:10.1\tRELAY\nFrom:a.example\tREJECT\nTo:b.example\tRELAY\n\nA\tOK\n',
    );
  });
  it('keeps the order of lines with one key: the first of them counts', () => {
    assert.equal(rewritten(access, '|b\tOK\nA\tREJECT\na\tOK\n', /^Sort/), 'A\tREJECT\na\tOK\nb\tOK\n');
  });
  it('offers nothing where all is sorted, or alone', () => {
    assert.equal(rewritten(access, '|a\tOK\nb\tOK\n', /^Sort/), undefined);
    assert.equal(rewritten(access, 'a\tOK\n|\nb\tOK\n', /./), undefined);
    assert.equal(rewritten(access, '|a\tOK\n', /./), undefined);
  });
  it('aligns values by tabs of eight columns', () => {
    assert.equal(
      rewritten(access, '|Connect:10.1 RELAY\nFrom:a\tOK\nConnect:192.168.100\tRELAY\n', /^Align/),
      'Connect:10.1\t\tRELAY\nFrom:a\t\t\tOK\nConnect:192.168.100\tRELAY\n',
    );
  });
  it('keeps CR LF', () => assert.equal(rewritten(access, '|b\tOK\r\na\tOK\r\n', /^Sort/), 'a\tOK\r\nb\tOK\r\n'));
});

describe('rewriting aliases', () => {
  it('puts one recipient on a line, and all on one', () => {
    const one = 'staff: a, b@example.com,\\c\n';
    const many = 'staff: a,\n\tb@example.com,\n\t\\c\n';
    assert.equal(rewritten(aliases, '|' + one, /^One/), many);
    assert.equal(rewritten(aliases, '|' + many, /^All/), 'staff: a, b@example.com, \\c\n');
    assert.equal(rewritten(aliases, '|' + many, /^One/), undefined);
  });
  it('leaves commas within quotes alone', () => {
    assert.equal(rewritten(aliases, '|x: "|/bin/p a, b", c\n'.replace('"|/', '"/'), /^One/), 'x: "/bin/p a, b",\n\tc\n');
  });
});
