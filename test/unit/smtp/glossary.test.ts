import assert from 'node:assert/strict';
import { explainWord } from '../../../server/src/core/explain';
import { toPlainText } from '../../../server/src/core/markdown';
import { smtpGlossary } from '../../../server/src/core/smtp/glossary';

function firstLine(word: string): string | undefined {
  const markdown = smtpGlossary.entry(word);
  return markdown === undefined ? undefined : toPlainText(markdown).split('\n')[0];
}

describe('explaining a word of SMTP', () => {
  const cases: [string, string | undefined][] = [
    ['354', '354 send the message'],
    ['451', '451 stopped, an error on the server'],
    ['451 4.7.1', '451 4.7.1 temporary refusal: not allowed'],
    ['4.7.1', '4.7.1 temporary refusal: not allowed'],
    ['5.7.1', '5.7.1 refusal for good: not allowed'],
    ['X.7.1', 'X.7.1 not allowed'],
    ['x.1.10', 'X.1.10 recipient’s domain takes no mail'],
    ['5.7.133', '5.7.133 refusal for good: about security or policy'],
    ['599', '599 refusal for good'],
    ['050', '050 progress line'],
    ['EHLO', 'EHLO greets the server and asks what it offers'],
    ['ehlo', 'EHLO greets the server and asks what it offers'],
    ['RSET', 'RSET drops the transaction'],
    ['8bitmime', '8BITMIME in an EHLO reply: takes 8-bit text'],
    ['NOTIFY', 'NOTIFY= parameter of RCPT: when to report'],
    ['cram-md5', 'CRAM-MD5 login mechanism: answer to a challenge'],
    ['Received', 'Received header field'],
    ['X-MailScanner-SpamCheck', 'X-MailScanner-SpamCheck header field'],
    ['TURN', 'TURN changes places (obsolete)'],
    ['199', undefined],
    ['6.1.1', undefined],
    ['5.9.1', undefined],
    ['frobnicate', undefined],
    ['', undefined],
  ];
  for (const [word, expected] of cases) it(word || 'nothing', () => assert.equal(firstLine(word), expected));

  it('tells every use of a word', () => {
    const text = toPlainText(smtpGlossary.entry('STARTTLS') ?? '');
    assert.match(text, /STARTTLS turns on TLS[^]*STARTTLS in an EHLO reply/);
  });

  it('knows every word it lists', () => {
    for (const word of smtpGlossary.words()) assert.ok(smtpGlossary.entry(word), word);
  });

  it('is short', () => {
    for (const word of ['354', '4.7.1', 'EHLO', '451'])
      assert.ok(toPlainText(smtpGlossary.entry(word)!).split('\n').length <= 6, word);
  });

  it('is found by its neighbours', () => {
    const found = explainWord('STARTTSL');
    assert.ok('suggestions' in found && found.suggestions.includes('STARTTLS'));
  });
});
