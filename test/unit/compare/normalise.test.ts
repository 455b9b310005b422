import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  commandKey,
  compareTexts,
  envelopeOf,
  isRedacted,
  masked,
  messageLine,
  naturalParts,
  queueIdOf,
} from '../../../server/src/core/compare/normalise';

describe('what differs by nature', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a ESMTP Sendmail; Sun, 22 Nov 2026 04:06:46 GMT', 'a ESMTP Sendmail; ‹date›'],
    ['a ESMTP Sendmail Tue, 1 Nov 2005 10:40:03 -0600 (CST)', 'a ESMTP Sendmail ‹date›'],
    ['a Microsoft ESMTP MAIL Service ready at Mon Nov 23 06:00:00 2026', 'a Microsoft ESMTP MAIL Service ready at ‹date›'],
    ['ready 2026-11-22T04:06:46.123Z', 'ready ‹date›'],
    ['2.0.0 6AM46kw6024416 Message accepted for delivery', '2.0.0 ‹id› Message accepted for delivery'],
    ['2.0.0 jA1GVM5200898 Message accepted for delivery', '2.0.0 ‹id› Message accepted for delivery'],
    ['2.0.0 Ok: queued as DC2EF4080', '2.0.0 Ok: queued as ‹id›'],
    ['2.0.0 Ok: queued as 4XbCdF1yLmz9sRk', '2.0.0 Ok: queued as ‹id›'],
    ['OK id=1nVqXx-0004aB-7K', 'OK id=‹id›'],
    ['2.0.0 OK 1669090006 x4-20020a05si123 - gsmtp', '2.0.0 OK ‹id› ‹id› - gsmtp'],
    ['a Hello client.example.org [192.0.2.7], pleased to meet you', 'a Hello ‹peer›, pleased to meet you'],
    ['Lost input channel from mail.example.com [127.0.0.1]', 'Lost input channel from mail.example.com ‹address›'],
    ['End data with <CR><LF>.<CR><LF>', 'End data with <CR><LF>.<CR><LF>'],
    ['2.1.0 <bob@example.org>... Sender ok', '2.1.0 <bob@example.org>... Sender ok'],
    ['SIZE 10240000', 'SIZE 10240000'],
  ];
  for (const [text, wanted] of cases) it(text, () => assert.equal(masked(text), wanted));

  it('lies inside the text, in order', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        let end = 0;
        for (const part of naturalParts(text)) {
          assert.ok(part.start >= end && part.end > part.start && part.end <= text.length);
          end = part.end;
        }
      }),
    );
  });

  // Whoever takes more than linear time never ends here.
  it('takes long texts of one kind', () => {
    for (const bit of ['a', '0', '1.', 'Mon ', ' qp ', '00:', '[', 'aA0-', '. - gsmtp', 'Hello ']) {
      const long = bit.repeat(500_000 / bit.length);
      assert.equal(compareTexts(long, `${long} `).difference, 'same', bit);
      assert.ok(['natural', 'different'].includes(compareTexts(long, `${long}x`).difference), bit);
      let end = 0;
      for (const part of naturalParts(long)) {
        assert.ok(part.start >= end && part.end <= long.length, bit);
        end = part.end;
      }
    }
  }).timeout(300_000);
});

describe('comparing texts', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a  b', 'a b ', 'same'],
    ['naïve', 'naÃ¯ve', 'same'],
    ['2.0.0 Ok: queued as AAA1111111', '2.0.0 Ok: queued as BBB2222222', 'natural'],
    ['ok k7mXq2-1 done', 'ok z9pLw4-1 done', 'natural'],
    ['a'.repeat(300), 'a'.repeat(250), 'natural'],
    ['this line goes on and on', 'this line goes on and...', 'natural'],
    ['&lt;a@b&gt;... Sender ok', '<a@b>... Sender ok', 'same'],
    ['2.1.0 ... Sender ok', '2.1.0 <a@b>... Sender ok', 'natural'],
    ['mail.xxx.com ESMTP', 'mail.example.com ESMTP', 'natural'],
    ['250 Ok', '250 OK', 'different'],
    ['mail1.example.com ESMTP', 'mail2.example.com ESMTP', 'different'],
    ['2.0.0 Ok', '2.1.5 Ok', 'different'],
    ['Please start mail input.', 'End data with <CR><LF>.<CR><LF>', 'different'],
  ];
  for (const [a, b, wanted] of cases)
    it(`${a.slice(0, 30)} | ${b.slice(0, 30)}`, () => {
      assert.equal(compareTexts(a, b).difference, wanted);
      assert.equal(compareTexts(b, a).difference, wanted);
    });
});

describe('commands in one form', () => {
  it('has a key however the command is written', () => {
    assert.equal(commandKey('MAIL', 'MAIL FROM: <Bob@Example.org> SIZE=1'), commandKey('MAIL', 'mail from:<bob@example.org>'));
    assert.equal(commandKey('EHLO', 'EHLO a'), commandKey('EHLO', 'ehlo A'));
    assert.notEqual(commandKey('RCPT', 'RCPT TO:<a@b>'), commandKey('RCPT', 'RCPT TO:<c@b>'));
    assert.equal(commandKey('AUTH', 'AUTH PLAIN AGEAYg=='), commandKey('AUTH', 'AUTH PLAIN ****'));
  });

  it('reads envelopes however they are spaced or damaged', () => {
    assert.deepEqual(envelopeOf('MAIL FROM:<a@b> SIZE=1 BODY=8BITMIME'), {
      address: 'a@b',
      parameters: ['SIZE=1', 'BODY=8BITMIME'],
    });
    assert.deepEqual(envelopeOf('MAIL FROM: a@b'), { address: 'a@b', parameters: [] });
    assert.deepEqual(envelopeOf('MAIL FROM:<>'), { address: '', parameters: [] });
    assert.deepEqual(envelopeOf('MAIL From:'), { parameters: [] });
    assert.deepEqual(envelopeOf('MAIL From: SIZE=12'), { parameters: ['SIZE=12'] });
    assert.deepEqual(envelopeOf('MAIL'), { parameters: [] });
    assert.deepEqual(envelopeOf('RCPT TO:<***>'), { parameters: [] });
  });

  it('knows what was made unreadable on purpose', () => {
    for (const text of ['PASS ****', 'RCPT TO:<xxx@xxx.com>', '[redacted]', 'Logging suppressed'])
      assert.ok(isRedacted(text), text);
    for (const text of ['RCPT TO:<max@example.com>', 'NOOP']) assert.ok(!isRedacted(text), text);
  });
});

describe('lines of a message', () => {
  it('are compared without dot-stuffing, white space at the end and encoding', () => {
    assert.equal(messageLine('.. a'), messageLine('. a '));
    assert.equal(messageLine('café'), messageLine('cafÃ©'));
    assert.notEqual(messageLine('a'), messageLine('b'));
  });
});

it('finds the id in a final reply', () => {
  assert.equal(queueIdOf('2.0.0 6AM46kw6024416 Message accepted for delivery'), '6AM46kw6024416');
  assert.equal(queueIdOf('2.0.0 Ok: queued as DC2EF4080'), 'DC2EF4080');
  assert.equal(queueIdOf('OK id=1nVqXx-0004aB-7K'), '1nVqXx-0004aB-7K');
  assert.equal(queueIdOf('Mail queued for delivery.'), undefined);
});
