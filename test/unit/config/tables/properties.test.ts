import fc from 'fast-check';
import { tables } from '../../../../server/src/core/config/tables/language';
import { assertJudged, assertSound, HANG } from '../sound';

const word = fc.constantFrom(
  ...'a a@b @b .b * error: nouser 550 5.1.1 : smtp: [ ] %1 %2 %9 <> < " , ; | / :include: + +* # é'.split(' '),
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\0',
  '\ud800',
);

for (const table of tables) {
  describe(`${table.id}: any text`, () => {
    it('is read without a throw, with all ranges inside', function () {
      this.timeout(HANG);
      fc.assert(fc.property(fc.array(word, { maxLength: 60 }), (words) => assertSound(table, words.join(''))));
    });

    it('takes time linear in it', function () {
      this.timeout(HANG);
      const make = (line: (i: number) => string): string => Array.from({ length: 60_000 }, (_, i) => line(i)).join('');
      const texts = [
        make((i) => `u${i}@a.example\tu${(i + 1) % 60_000}@a.example\n`),
        make((i) => `v${i}@a.example\tv${i + 1}@a.example\n`),
        make((i) => `d${i}.example\tsmtp:[h${i}.example]\n`),
        ...[':', '[', '<', '"', ' a', '%1', '(', 'a,'].map((unit) =>
          `k@a.example\t${unit.repeat(1000 / unit.length)}\n`.repeat(1000),
        ),
        'x'.repeat(5_000_000),
      ];
      for (const text of texts) assertJudged(table, text);
    });
  });
}
