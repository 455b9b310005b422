import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignExchanges, alignKeys } from '../../../server/src/core/compare/align';
import { dialogueOf } from '../../../server/src/core/compare/dialogue';
import { readTranscript } from '../../../server/src/core/smtp/reader';

describe('lining keys up', () => {
  const show = (a: string, b: string): string =>
    alignKeys([...a], [...b])
      .map((m) => (m.client === undefined ? `+${b[m.server!]!}` : m.server === undefined ? `-${a[m.client]!}` : a[m.client]!))
      .join(' ');

  it('keeps what is equal and shows what one side has alone', () => {
    assert.equal(show('abc', 'abc'), 'a b c');
    assert.equal(show('abd', 'acbd'), 'a +c b d');
    assert.equal(show('abcd', 'ad'), 'a -b -c d');
    assert.equal(show('', 'ab'), '+a +b');
    assert.equal(show('ab', ''), '-a -b');
  });

  it('has every index of both sides once, in order, and equal keys in a row', () => {
    const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 60 });
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        const rows = alignKeys(a, b);
        assert.deepEqual(
          rows.flatMap((r) => r.client ?? []),
          a.map((_, i) => i),
        );
        assert.deepEqual(
          rows.flatMap((r) => r.server ?? []),
          b.map((_, i) => i),
        );
        for (const r of rows) if (r.client !== undefined && r.server !== undefined) assert.equal(a[r.client], b[r.server]);
      }),
    );
  });

  // In more than linear time this would never end.
  it('copes with long lists that have nothing in common, and with long equal ones', () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `a${i}`);
    assert.equal(
      alignKeys(
        many,
        many.map((k) => `b${k}`),
      ).length,
      60_000,
    );
    assert.equal(
      alignKeys(many, [...many].reverse()).filter((r) => r.client !== undefined && r.server !== undefined).length > 0,
      true,
    );
    const long = Array.from({ length: 300_000 }, (_, i) => String(i));
    assert.equal(alignKeys(long, ['x', ...long, 'y']).length, 300_002);
  }).timeout(300_000);
});

describe('lining dialogues up', () => {
  const rows = (client: string, server: string): string[] => {
    const dialogues = [client, server].map((log) => dialogueOf(readTranscript(log), 0));
    return alignExchanges(dialogues[0]!, dialogues[1]!).map((r) => `${r.client?.key ?? '-'} | ${r.server?.key ?? '-'}`);
  };
  const begin = 'S: 220 a ESMTP\nC: HELO b\nS: 250 a\n';
  const end = 'C: QUIT\nS: 221 bye\n';

  it('finds the same command however it is written', () => {
    assert.deepEqual(
      rows(begin + 'C: MAIL FROM:<a@b>\nS: 250 ok\n' + end, begin + 'C: mail from: <A@B> SIZE=3\nS: 250 ok\n' + end),
      ['greeting | greeting', 'HELO b | HELO b', 'MAIL a@b | MAIL a@b', 'QUIT | QUIT'],
    );
  });

  it('sees a command that became another', () => {
    assert.deepEqual(rows(begin + 'C: FOO x\nS: 500 no\n' + end, begin + 'C: XXXX\nS: 500 no\n' + end)[2], 'FOO X | XXXX');
  });

  it('leaves commands with different answers single', () => {
    assert.deepEqual(
      rows(begin + 'C: DATA\nS: 354 go\nC: .\nS: 250 ok\n' + end, begin + 'C: RSET\nS: 250 ok\n' + end).slice(2, 5),
      ['DATA | -', 'message | -', '- | RSET'],
    );
  });

  it('pairs replies with their commands whatever the order of the lines', () => {
    const pipelined = begin + 'C: MAIL FROM:<a@b>\nC: RCPT TO:<c@d>\nS: 250 ok\nS: 250 ok too\n' + end;
    const waited = begin + 'C: MAIL FROM:<a@b>\nS: 250 ok\nC: RCPT TO:<c@d>\nS: 250 ok too\n' + end;
    assert.ok(rows(pipelined, waited).every((r) => !r.includes('-')));
  });
});
