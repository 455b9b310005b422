import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeWords } from '../../../server/src/core/smtp/encodedWords';
import { transcript } from '../../../server/src/core/smtp/language';

describe('encoded words', () => {
  const cases: [string, string | undefined][] = [
    ['plain', undefined],
    ['=?UTF-8?B?R3LDvMOfZQ==?=', 'Grüße'],
    ['=?utf-8?q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
    ['=?iso-8859-1?Q?Keld_J=F8rn_Simonsen?= <keld@dkuug.dk>', 'Keld Jørn Simonsen <keld@dkuug.dk>'],
    ['=?ISO-8859-1?Q?a?= b', 'a b'],
    ['=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=', 'ab'],
    ['=?ISO-8859-1?Q?a?=  \t =?ISO-8859-2?Q?_b?=', 'a b'],
    ['(=?ISO-8859-1?Q?a_b?=)', '(a b)'],
    ['=?gb2312?B?1tDOxA==?=', '中文'],
    ['=?GBK?B?1tDOxA==?=', '中文'],
    ['=?big5?B?pKSk5Q==?=', '中文'],
    ['=?iso-2022-jp?B?GyRCRnxLXDhsGyhC?=', '日本語'],
    ['=?koi8-r?B?8NLJ18XU?=', 'Привет'],
    ['=?windows-1252?Q?=80_5?=', '€ 5'],
    ['=?us-ascii*en?Q?hi?=', 'hi'],
    // A character cut in two between words.
    ['=?UTF-8?B?w?= =?UTF-8?Q?=BC?=', '\ufffd'],
    ['=?UTF-8?Q?=C3?= =?UTF-8?Q?=BC?=', 'ü'],
    ['=?UTF-8?B?5Lg=?= =?UTF-8?B?rQ==?=', '中'],
    ['=?UTF-8?B?R3LDvMOfZQ?=', 'Grüße'],
    ['=?UTF-8?Q?a b?=', 'a b'],
    ['=?no-such-charset?Q?a?=', undefined],
    ['=?no-such-charset?Q?a?= =?utf-8?Q?b?=', '=?no-such-charset?Q?a?=b'],
    ['=?utf-8?X?a?=', undefined],
    ['=?utf-8?Q?a', undefined],
    ['=?utf-8?Q?=0Aa=1B?=', 'a'],
    ['=?utf-8?Q?=E2=80=AEabc?=', 'abc'],
  ];
  for (const [text, expected] of cases)
    it(text, () => {
      if (expected === '\ufffd') assert.ok(decodeWords(text)?.includes('\ufffd'));
      else assert.equal(decodeWords(text), expected);
    });

  it('take any text', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('=?utf-8?B?', '=?utf-8?Q?', '?=', '=C3', 'R3LD', ' '));
    fc.assert(fc.property(fc.array(piece), (parts) => void decodeWords(parts.join(''))));
    assert.ok(decodeWords('=?utf-8?Q?a?= '.repeat(100_000))?.startsWith('aaa'));
    assert.equal(decodeWords('=?utf-8?Q?'.repeat(100_000)), undefined);
  });

  it('are read in the hover over their field, folded or not known', () => {
    const begin = 'S: 354 go\nC: From: Bob <bob@example.org>\n';
    const over = (field: string): string => {
      const text = begin + field + '\nC:\nC: text\nC: .\nS: 250 Ok';
      return transcript.hover!(transcript.parse(text), begin.length + 6)?.markdown ?? '';
    };
    assert.match(over('C: Subject: =?utf-8?Q?Gr=C3=BC?=\nC:  =?utf-8?Q?=C3=9Fe?='), /Reads: `Grüße`/);
    assert.match(over('C: X-Foo: =?utf-8?Q?Gr=C3=BC=C3=9Fe?='), /X\\-Foo[^]*Reads: `Grüße`/);
    assert.doesNotMatch(over('C: Subject: plain'), /Reads/);
  });
});
