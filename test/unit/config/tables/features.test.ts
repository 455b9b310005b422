import assert from 'node:assert/strict';
import { languages } from '../../../../server/src/core/languages';
import type { Language } from '../../../../server/src/core/language';
import { toPlainText } from '../../../../server/src/core/markdown';
import { cursor } from '../../../support/marked';

const of = (name: string): Language => languages.get(`sendmail-${name}`) as Language;

function hoverAt(table: string, marked: string): string {
  const { text, offset } = cursor(marked);
  const hover = of(table).hover!(of(table).parse(text), offset);
  return hover ? `${text.slice(hover.span.start, hover.span.end)} ⇒ ${toPlainText(hover.markdown)}` : '';
}

function labelsAt(table: string, marked: string): string[] {
  const { text, offset } = cursor(marked);
  return of(table).complete!(of(table).parse(text), offset).map((c) => c.label);
}

describe('tables: hover', () => {
  it('says of a key what it matches and how a change becomes live', () => {
    assert.match(
      hoverAt('virtusertable', '@exa|mple.com\tbob'),
      /^@example\.com ⇒ .*All users at example\.com.*makemap hash virtusertable/s,
    );
    assert.match(hoverAt('virtusertable', 'a+*@exa|mple.com\tbob'), /any detail/);
    assert.match(hoverAt('mailertable', '.exa|mple.com\tsmtp:a'), /All names below example\.com/);
    assert.match(hoverAt('mailertable', '|.\tsmtp:a'), /All other domains/);
    assert.match(hoverAt('domaintable', 'old.exa|mple\tnew.example'), /recipients, senders and headers/);
    assert.match(hoverAt('genericstable', 'j|wu\tx@isp.example'), /GENERICS_DOMAIN/);
    assert.match(hoverAt('virtusertable', 'exa|mple.com\tbob'), /never matches/);
  });

  it('says of a value what it does', () => {
    assert.match(hoverAt('virtusertable', '@a.example\t%1@b.exa|mple\n@b.example\tbob'), /%1: the user.*line 2 comes next/s);
    assert.match(hoverAt('virtusertable', 'u@a.example\tb|ob'), /local name bob: an alias, or a user/);
    assert.match(
      hoverAt('mailertable', 'a.example\tsmtp:[h|ub]:mx.example'),
      /\[hub\] \(its address, no MX\), mx\.example \(its MX hosts\)/,
    );
    assert.match(hoverAt('mailertable', 'a.example\tloc|al:'), /Delivered here/);
    assert.match(hoverAt('domaintable', 'old.example\tnew.exa|mple'), /user@old\.example becomes user@new\.example/);
    assert.match(hoverAt('genericstable', 'jwu\tx@isp.exa|mple'), /Others see x@isp\.example.*FEATURE\(`masquerade_envelope'\)/s);
  });

  it('explains the codes of a refusal', () => {
    assert.match(hoverAt('virtusertable', 'u@a.example\terror:5.7.|0:550 x'), /^5\.7\.0 ⇒ /);
    assert.match(hoverAt('virtusertable', 'u@a.example\terror:nouser 55|0 x'), /^550 ⇒ /);
    assert.match(hoverAt('mailertable', 'a.example\terror:5.1.2:550 clo|sed'), /Refused/);
  });

  it('says nothing in comments', () => assert.equal(hoverAt('mailertable', '# a|.example smtp:b'), ''));
});

describe('tables: completion', () => {
  it('offers the forms of keys and values', () => {
    assert.deepEqual(labelsAt('virtusertable', '|'), ['user@domain', '@domain', 'user+*@domain']);
    assert.ok(labelsAt('virtusertable', 'a@b.example\t|').includes('error:nouser 550 text'));
    assert.deepEqual(labelsAt('mailertable', 'a.example\t|').slice(0, 2), ['esmtp:[host]', 'esmtp:domain']);
    assert.ok(labelsAt('mailertable', 'a.example\t|').includes('relay:'));
    assert.deepEqual(labelsAt('mailertable', '# |'), []);
  });
});

describe('tables: outline, definition, references', () => {
  const text = '# one\n# two\nA@b.example\tx@c.example\n@c.example\tbob\n';
  const language = of('virtusertable');
  const model = language.parse(text);
  it('lists the entries and folds comments', () => {
    assert.deepEqual(
      language.symbols!(model).map((s) => [s.name, s.detail]),
      [
        ['A@b.example', 'x@c.example'],
        ['@c.example', 'bob'],
      ],
    );
    assert.deepEqual(language.folds!(model), [{ startLine: 0, endLine: 1, kind: 'comment' }]);
  });

  it('lead from a result of virtusertable to the entry it meets', () => {
    const read = (spans: { start: number; end: number }[]): string[] => spans.map((s) => text.slice(s.start, s.end));
    assert.deepEqual(read(language.definition!(model, text.indexOf('x@c'))), ['@c.example']);
    assert.deepEqual(read(language.references!(model, text.indexOf('\n@c') + 1)), ['x@c.example', '@c.example']);
    assert.ok(!('definition' in of('mailertable')));
  });
});
