import assert from 'node:assert/strict';
import fc from 'fast-check';
import { domains } from '../../../../server/src/core/config/domains/language';
import { toPlainText } from '../../../../server/src/core/markdown';
import { cursor, fixed, problemsOf } from '../../../support/marked';
import { assertJudged, assertSound, HANG } from '../sound';

describe('domains: rules', () => {
  const rows: [line: string, problem?: string, fix?: string][] = [
    ['example.com'],
    ['  example.com'],
    ['example.com # since May'],
    ['example.com\r'],
    ['.example.com'],
    ['localhost'],
    ['root'],
    ['10.1'],
    ['10.2.3.'],
    ['127'],
    ['[10.1.2.3]'],
    ['IPv6:2001:db8:'],
    ['192.168.0.0/16', 'warning name-form', '192.168'],
    ['10.1.2.0/23', 'warning name-form', '10.1.2\n10.1.3'],
    ['10.5-10.6', 'warning name-form', '10.5\n10.6'],
    ['IPv6:2001:db8::1', 'warning name-form', 'IPv6:2001:db8:0:0:0:0:0:1'],
    ['2001:db8:1', 'warning name-form', 'IPv6:2001:db8:1'],
    ['*.example.com', 'warning name-form'],
    ['10.1.*', 'warning name-form'],
    ['@example.com', 'warning name-form', 'example.com'],
    ['bob@example.com', 'warning name-form'],
    ['example.com.', 'warning name-form', 'example.com'],
    ['example.com,', 'warning name-form', 'example.com'],
    ['a.example,b.example', 'warning name-form'],
    ['example.com RELAY', 'warning several-words', 'example.com'],
    ['a.example b.example c.example', 'warning several-words', 'a.example\nb.example\nc.example'],
    ['com', 'error open-relay'],
    ['.net', 'error open-relay'],
    ['64', 'warning open-relay'],
    ['gmail.com', 'warning not-yours'],
    ['exämple.com', 'warning non-ascii'],
  ];
  for (const [line, problem, fix] of rows) {
    it(line.trim(), () => {
      assert.deepEqual(
        problemsOf(domains, `# list\n${line}`).map((p) => p.replace(/^\d+:\d+ /, '').replace('domains/', '')),
        problem ? [problem] : [],
      );
      if (fix) assert.equal(fixed(domains, line, `domains/${problem!.split(' ')[1]!}`), fix);
    });
  }

  it('take short names for domains only where domains are listed', () => {
    assert.deepEqual(problemsOf(domains, 'jo\nde\n'), []);
    assert.deepEqual(problemsOf(domains, 'example.com\nde\n'), ['2:1 error domains/open-relay']);
  });

  it('tell of names that stand twice', () => {
    assert.deepEqual(problemsOf(domains, 'a.example\nb.example\nA.example\n'), ['3:1 hint domains/duplicate']);
    assert.equal(fixed(domains, 'a.example\nA.example\n', 'domains/duplicate'), 'a.example\n');
  });
});

describe('domains: features', () => {
  const hoverAt = (marked: string): string => {
    const { text, offset } = cursor(marked);
    return toPlainText(domains.hover!(domains.parse(text), offset)?.markdown ?? '');
  };

  it('says what a name does in each list, and how a change becomes live', () => {
    assert.match(hoverAt('exam|ple.com'), /local-host-names: mail to this domain is local.*relay-domains.*HUP/s);
    assert.match(hoverAt('10.|1'), /clients whose address is this/);
    assert.match(hoverAt('*.exa|mple.com'), /matches nothing/);
    assert.equal(hoverAt('# com|ment'), '');
  });

  it('lists the names and folds comments', () => {
    const model = domains.parse('# a\n# b\nexample.com\nexample.net # x\n');
    assert.deepEqual(
      domains.symbols!(model).map((s) => s.name),
      ['example.com', 'example.net'],
    );
    assert.deepEqual(domains.folds!(model), [{ startLine: 0, endLine: 1, kind: 'comment' }]);
  });
});

describe('domains: any text', () => {
  it('is read without a throw, with all ranges inside, in linear time', function () {
    this.timeout(HANG);
    const word = fc.constantFrom(
      'a',
      'a.b',
      '10.1.0.0/16',
      '1-2',
      '*',
      '@',
      ',',
      '#',
      '::',
      '.',
      ' ',
      '\t',
      '\n',
      '\r\n',
      '\r',
      'é',
      '\0',
    );
    fc.assert(fc.property(fc.array(word, { maxLength: 40 }), (words) => assertSound(domains, words.join(''))));
    for (const text of ['x'.repeat(5_000_000), ' '.repeat(1_000_000), ','.repeat(1_000_000), 'a.example\n'.repeat(100_000)]) {
      assertJudged(domains, text);
    }
  });
});
