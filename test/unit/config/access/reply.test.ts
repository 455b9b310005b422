/** What a client reads, as sendmail 8.17.1 answered MAIL for `From:` entries with these values. */
import assert from 'node:assert/strict';
import { parseAccess } from '../../../../server/src/core/config/access/parser';
import { replyOf } from '../../../../server/src/core/config/access/reply';

const measured: [value: string, reply: string | undefined][] = [
  ['OK', undefined],
  ['RELAY', undefined],
  ['DISCARD', undefined],
  ['QUARANTINE:x', undefined],
  ['REJECT', '550 5.7.1 Access denied'],
  ['SKIP', '553 5.3.0 SKIP'],
  ['QUARANTINE', '553 5.3.0 QUARANTINE'],
  ['t', '553 5.3.0 t'],
  ['ERROR:t', '553 5.3.0 t'],
  ['ERROR:550', '553 5.3.0 550'],
  ['ERROR:5.7.1:t', '553 5.3.0 t'],
  ['ERROR:4.7.1:t', '553 5.3.0 t'],
  ['ERROR:5.7.1:550 t', '550 5.7.1 t'],
  ['ERROR:4.7.1:550 t', '550 4.7.1 t'],
  ['ERROR:5.7.1:450 t', '450 5.7.1 t'],
  ['ERROR:550 5.7.1 t', '550 5.7.1 t'],
  ['ERROR:5.7.1 550 t', '553 5.3.0 5.7.1 550 t'],
  ['ERROR:250 t', '250 2.0.0 t'],
  ['ERROR:5.7.1:250 t', '250 5.7.1 t'],
  ['ERROR:nouser t', '553 5.3.0 nouser t'],
  ['ERROR:D.S.N:550 t', '550 5.0.0 t'],
  ['ERROR:6.7.1:550 t', '550 5.0.0 t'],
  ['ERROR:"550 We (like) you"', '550 5.0.0 We (like) you'],
  ['450 t', '450 4.0.0 t'],
  ['550-t', '553 5.3.0 550-t'],
  ['ERROR:5.7:550 t', '553 5.3.0 5.7:550 t'],
  ['ERROR:450 4.7.1 t', '450 4.7.1 t'],
  ['ERROR:5.7.1:"550 a, b: c"', '550 5.7.1 a, b: c'],
  ['550 see http://x.net/y?z=1&t', '550 5.0.0 see http://x.net/y?z=1&t'],
  ['RELAY # office', '553 5.3.0 RELAY # office'],
  ['550 5.1.1 t', '550 5.1.1 t'],
  ['ERROR:421 t', '421 4.0.0 t'],
];

describe('access: the reply to a client', () => {
  for (const [value, reply] of measured) {
    it(value, () => {
      const action = parseAccess(`From:a.example\t${value}`).entries[0]!.action!;
      const found = replyOf(action, 'From');
      assert.equal(found && `${found.code} ${found.status} ${found.text}`, reply);
    });
  }
});
