import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tcpRules } from '../../../../server/src/core/config/tcprules/language';
import { toPlainText } from '../../../../server/src/core/markdown';
import { cursor, fixed, problemsOf } from '../../../support/marked';
import { assertJudged, assertSound, HANG } from '../sound';

describe('tcp.smtp: rules', () => {
  const rows: [line: string, problems: string[], fix?: string][] = [
    ['127.0.0.1:allow,RELAYCLIENT=""', []],
    ['127.0.0.1:allow ', []],
    ["127.:allow,RELAYCLIENT='',DATABYTES=/0/", []],
    ['10.2-3.:allow', []],
    ['1.2.3.37-53:deny', []],
    ['=host.example.com:allow', []],
    ['=.example.com:allow,RELAYCLIENT=""', []],
    ['joe@127.0.0.1:allow', []],
    [':allow', []],
    [':deny', []],
    ['10.:allow,RELAYCLIENT=""', []],
    [':allow,MY_OWN="x"', []],
    ['127.0.0.1: allow', ['error unreadable'], '127.0.0.1:allow'],
    ['127.0.0.1:Allow,RELAYCLIENT=""', ['error unreadable'], '127.0.0.1:allow,RELAYCLIENT=""'],
    ['127.0.0.1:allow;RELAYCLIENT=""', ['error unreadable'], '127.0.0.1:allow,RELAYCLIENT=""'],
    ['127.0.0.1:allow RELAYCLIENT=""', ['error unreadable'], '127.0.0.1:allow,RELAYCLIENT=""'],
    ['127.0.0.1:permit', ['error unreadable']],
    ['127.0.0.1:allow,RELAYCLIENT', ['error unreadable'], '127.0.0.1:allow,RELAYCLIENT=""'],
    ['127.0.0.1:allow,RELAYCLIENT=', ['error unreadable'], '127.0.0.1:allow,RELAYCLIENT=""'],
    ['127.0.0.1:allow,RBLSMTPD="no', ['error unreadable'], '127.0.0.1:allow,RBLSMTPD="no"'],
    ['127.0.0.1:allow # office', ['error unreadable'], '# office\n127.0.0.1:allow'],
    ['127.0.0.1:allow,RELAYCLIENT="" # office', ['error unreadable'], '# office\n127.0.0.1:allow,RELAYCLIENT=""'],
    ['127.0.0.1:allow\r', ['error unreadable']],
    ['::1:allow', ['error unreadable']],
    ['127.0.0.1', ['error missing-colon']],
    ['127:allow', ['warning address-form'], '127.:allow'],
    ['127.0.0.1 :allow', ['warning address-form'], '127.0.0.1:allow'],
    [' 127.0.0.1:allow', ['warning address-form'], '127.0.0.1:allow'],
    ['10.0.0.0/8:deny', ['warning address-form'], '10.:deny'],
    ['10.1.*:deny', ['warning address-form'], '10.1.:deny'],
    ['1.2.3.53-37:deny', ['warning address-form']],
    ['127.0.0.1.:deny', ['warning address-form'], '127.0.0.1:deny'],
    ['300.1.1.1:deny', ['warning address-form']],
    ['host.example.com:deny', ['warning address-form'], '=host.example.com:deny'],
    ['127.:allow, RELAYCLIENT=""', ['error variable-name'], '127.:allow,RELAYCLIENT=""'],
    ['127.:allow,relayclient=""', ['error variable-name'], '127.:allow,RELAYCLIENT=""'],
    ['127.:allow,RELAYCLEINT=""', ['error variable-name'], '127.:allow,RELAYCLIENT=""'],
    [':allow,RELAYCLIENT=""', ['error open-relay']],
    ['=:allow,RELAYCLIENT=""', ['error open-relay']],
    ['=.com:allow,RELAYCLIENT=""', ['error open-relay']],
    ['64.:allow,RELAYCLIENT=""', ['warning open-relay']],
    [':deny,RELAYCLIENT=""', []],
  ];
  for (const [line, problems, fix] of rows) {
    it(JSON.stringify(line), () => {
      const text = `# rules\n\n${line}\n`;
      assert.deepEqual(
        problemsOf(tcpRules, text).map((p) => p.replace(/^\d+:\d+ /, '').replace('tcprules/', '')),
        problems,
      );
      if (!fix) return;
      const repaired = fixed(tcpRules, text, `tcprules/${problems[0]!.split(' ')[1]!}`);
      assert.equal(repaired, `# rules\n\n${fix}\n`);
      assert.deepEqual(problemsOf(tcpRules, repaired), []);
    });
  }

  it('follow the first of two for one address', () => {
    assert.deepEqual(problemsOf(tcpRules, '127.:deny\n:allow\n127.:allow\n'), ['3:1 warning tcprules/duplicate']);
  });
});

describe('tcp.smtp: features', () => {
  const hoverAt = (marked: string): string => {
    const { text, offset } = cursor(marked);
    return toPlainText(tcpRules.hover!(tcpRules.parse(text), offset)?.markdown ?? '');
  };
  const labelsAt = (marked: string): string[] => {
    const { text, offset } = cursor(marked);
    return tcpRules.complete!(tcpRules.parse(text), offset).map((c) => c.label);
  };

  it('says whom a rule is for and what it does', () => {
    assert.match(hoverAt('12|7.:allow'), /begins with 127\..*tcprules tcp\.smtp\.cdb/s);
    assert.match(hoverAt(':al|low'), /rcpthosts/);
    assert.match(hoverAt('1.2.3.4:allow,RELAY|CLIENT=""'), /may send to any address/);
    assert.match(hoverAt('1.2.3.4:de|ny'), /dropped/);
    assert.match(hoverAt('12|7:allow'), /ends in a dot/);
  });

  it('offers actions and variables', () => {
    assert.deepEqual(labelsAt('127.:|'), ['allow', 'allow,RELAYCLIENT=""', 'deny']);
    assert.deepEqual(labelsAt(':a|'), ['allow', 'allow,RELAYCLIENT=""', 'deny']);
    assert.ok(labelsAt('127.:allow,R|').includes('RELAYCLIENT'));
    assert.deepEqual(labelsAt('127|'), []);
    assert.deepEqual(labelsAt('# 127.:|'), []);
  });

  it('lists the rules', () => {
    assert.deepEqual(
      tcpRules.symbols!(tcpRules.parse('# c\n127.:allow\n:deny\n')).map((s) => `${s.name} ${s.detail}`),
      ['127.: allow', ': deny'],
    );
  });
});

describe('tcp.smtp: any text', () => {
  it('is read without a throw, with all ranges inside, in linear time', function () {
    this.timeout(HANG);
    const word = fc.constantFrom(
      '127.',
      '1-2',
      ':',
      'allow',
      'deny',
      ',',
      'A',
      '=',
      '"',
      'RELAYCLIENT',
      ' ',
      '#',
      '/8',
      '*',
      '@',
      '\n',
      '\r\n',
      '\0',
    );
    fc.assert(fc.property(fc.array(word, { maxLength: 40 }), (words) => assertSound(tcpRules, words.join(''))));
    for (const unit of ['x', ':', ',A=""', ' ', '=', '"']) {
      const text = `1.2.3.4:allow${unit.repeat(1_000_000 / unit.length)}\n`;
      assertJudged(tcpRules, text);
    }
    assertJudged(tcpRules, '127.:allow\n'.repeat(200_000));
  });
});
