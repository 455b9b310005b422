import assert from 'node:assert/strict';
import { createClasses } from '../../../server/src/core/compare/large/classes';
import { CLIENT, SERVER } from '../../../server/src/core/compare/large/kinds';
import { randomFrom } from '../../support/glue';

describe('Kinds of lines', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  const random = randomFrom(7);
  const any = (length: number, from = letters): string =>
    Array.from({ length }, () => from[Math.floor(random() * from.length)]).join('');
  const host = (): string => `${any(8, letters.slice(26, 52))}.${any(9, letters.slice(26))}.example`;

  /** How many kinds 5000 lines have. */
  function kindsOf(who: number, line: () => string): number {
    const classes = createClasses();
    for (let i = 0; i < 5000; i++) {
      const bytes = Buffer.from(line() + '\r\n\0\0\0\0', 'latin1');
      classes.find(bytes, 0, bytes.length - 6, who, i, i);
    }
    return classes.byId.length;
  }

  const few: readonly (readonly [string, number, () => string])[] = [
    [
      'ids of capitals after a few that all have',
      SERVER,
      () => `250 2.0.0 jA1GV${any(4, letters.slice(0, 26))} Message accepted for delivery`,
    ],
    ['ids of sendmail', SERVER, () => `250 2.0.0 6AN${any(5)}${any(6, '0123456789')} Message accepted for delivery`],
    ['ids of Postfix', SERVER, () => `250 2.0.0 Ok: queued as ${any(10, '0123456789ABCDEF')}`],
    ['names that clients give', CLIENT, () => `EHLO ${host()}`],
    [
      'names in the answer to EHLO',
      SERVER,
      () => `250-mx.example.org Hello ${host()} [192.0.2.${Math.floor(random() * 256)}], pleased to meet you`,
    ],
    ['addresses', CLIENT, () => `MAIL FROM:<${any(8)}@${host()}> SIZE=${Math.floor(random() * 100000)}`],
  ];
  for (const [what, who, line] of few)
    it(`are few however many there are of ${what}`, () => {
      const kinds = kindsOf(who, line);
      assert.ok(kinds < 500, String(kinds));
    });

  it('are as many as there are words', () =>
    assert.ok(kindsOf(SERVER, () => `550 5.7.1 ${any(7, letters.slice(26, 52))}`) > 4000));
});
