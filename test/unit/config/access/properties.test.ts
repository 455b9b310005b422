import fc from 'fast-check';
import { access } from '../../../../server/src/core/config/access/language';
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
      '(('.repeat(500),
    ]) {
      assertJudged(access, long);
      assertJudged(access, `a\t${long}`);
    }
  });
});
