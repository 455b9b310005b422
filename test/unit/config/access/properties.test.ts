import assert from 'node:assert/strict';
import fc from 'fast-check';
import { access } from '../../../../server/src/core/config/access/language';
import { accessForm } from '../../../../server/src/core/config/access/parser';
import { createMapModel } from '../../../../server/src/core/config/map/model';
import { assertJudged, assertSound, HANG } from '../sound';

const word = fc.constantFrom(
  ...'Connect: From: To: TLS_Srv: IPv6: 10.1 10.1.0.0/16 1-2 :: . * @ [ ] # = \\ RELAY REJECT ERROR: 5.7.1: 550 QUARANTINE: ( ) < > " é'.split(
    ' ',
  ),
  ' ',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\ud800',
);

/** Keys and values of the plain forms and of forms that are nearly so. */
const key = fc
  .tuple(
    fc.constantFrom(
      '',
      'Connect:',
      'From:',
      'To:',
      'connect:',
      'GreetPause:',
      'ClientRate:',
      'ClientConn:',
      'Spam:',
      'IPv6:',
      'Xy:',
    ),
    fc.constantFrom(
      ...'10 10.1 10.1.2.3 10.1.2.3.4 10.256 10.01 10.1. com de example.com mail.example.com .example.com example.com. bob@example.com bob+x@example.com @example.com bob@ b*b@example.com IPv6:2001:db8:0:1 IPv6:2001:db8::1 2001:db8:1 a:b fe80.example.com x_y.example.com'.split(
        ' ',
      ),
      '',
    ),
  )
  .map(([tag, subject]) => tag + subject);
const value = fc.constantFrom(
  ...'OK|ok|RELAY|REJECT|Reject|DISCARD|SKIP|REJCT|5000|0|-1|QUARANTINE|ERROR:5.7.1:550 Not welcome|ERROR:5.7.1:450 Not welcome|ERROR:4.7.1:450 Later|ERROR:5.7.1:550 No (way)|550 no|451 later|250 yes|550 5.1.1 no|ERROR:5.7.1:550|550|RELAY # office|REJECT\\|FRIEND|hater|ERROR:5.7.1:"550 No"|ERROR:4.7.1:"550 No"|ERROR:5.7.1:"550 No|550 no # more|VERIFY|550 a, b. c!|550 é'.split(
    '|',
  ),
  '',
);
const line = fc.tuple(
  key,
  fc.constantFrom('\t', ' ', '', ' \t'),
  value,
  fc.constantFrom('', ' ', '\t', '\r', '\0'),
  fc.constantFrom('\n', '\r\n', '\r'),
);

describe('access: plain lines', () => {
  it('have the problems that all lines have', function () {
    this.timeout(HANG);
    const all = fc.array(
      line.map((parts) => parts.join('')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(all, (lines) => {
        const model = access.parse(lines.join(''));
        const looked = createMapModel(lines.join(''), { read: accessForm.read });
        assert.deepEqual(access.validate!(model), access.validate!(looked));
        const kept = model.entries.filter((e) => e.value && model.kept.get(e.folded) !== e).map((e) => e.start);
        assert.deepEqual(
          model.again.map((e) => e.start),
          kept,
        );
        for (const entry of model.entries) assert.deepEqual(model.at(entry.end), entry);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('access: any text', () => {
  it('is read without a throw, with all ranges inside', function () {
    this.timeout(HANG);
    fc.assert(fc.property(fc.array(word, { maxLength: 60 }), (words) => assertSound(access, words.join(''))));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assertSound(access, text)));
  });

  it('takes time linear in it', function () {
    this.timeout(HANG);
    const entry = (i: number): string => `From:user${i}@host${i % 1000}.example.net\tERROR:5.7.1:550 No mail from you\n`;
    const many = Array.from({ length: 100_000 }, (_, i) => entry(i)).join('');
    assertJudged(access, many);
    for (const long of [
      'x'.repeat(5_000_000),
      ' '.repeat(5_000_000),
      '\r'.repeat(500_000),
      'Connect:' + ':'.repeat(1_000_000),
      'a.'.repeat(6_000_000),
      '(('.repeat(500),
    ]) {
      assertJudged(access, long);
      assertJudged(access, `a\t${long}`);
    }
  });
});
