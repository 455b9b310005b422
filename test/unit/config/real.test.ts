/**
 * Files as people write them (test/fixtures/real), with what m4, sendmail, makemap and newaliases say of each (real.json): each
 * complaint is met at its line, and no error is reported that is not theirs, but for what they take in silence and do otherwise.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isRefusal, meets, realFiles, reportsOf, type Said } from '../../support/verdict';

const said = JSON.parse(readFileSync('test/fixtures/real.json', 'utf8')) as Record<string, Said[]>;

/** What the tools take in silence and then do otherwise than written: `line rule`. */
const silent: Record<string, string[]> = {
  // Each value is what a client is refused with, or a mailer that mail for the domain asks for in vain.
  'access/broken-comments.access': ['1 access/comment-in-value'],
  'aliases/broken.aliases': ['10 aliases/continuation-after-comment', '11 aliases/continuation-after-comment'],
  'domaintable/broken.domaintable': ['2 domaintable/value-form'],
  'mailertable/broken.mailertable': [
    '1 mailertable/mailer-missing',
    '2 mailertable/unknown-mailer',
    '6 mailertable/unknown-mailer',
  ],
  'mc/broken-web-quotes.mc': ['5 mc/curly-quote'],
  'virtusertable/broken.virtusertable': [
    '1 virtusertable/several-recipients',
    '5 virtusertable/delivery',
    '7 virtusertable/bad-recipient',
    '7 virtusertable/several-recipients',
  ],
};

describe('files as people write them', () => {
  for (const file of realFiles()) {
    it(file, () => {
      const type = file.slice(0, file.indexOf('/'));
      const reported = reportsOf(type, readFileSync(`test/fixtures/real/${file}`, 'utf8'));
      const says = said[file] ?? [];
      assert.deepEqual(
        says.filter((s) => !meets(type, reported, s)),
        [],
        'complaints of the tools that are not met',
      );
      const refusals = says.filter((s) => isRefusal(type, s));
      const own = reported
        .filter((r) => r.severity === 'error')
        .filter((r) => !refusals.some((s) => meets(type, [r], s)) && !says.some((s) => s[0] >= r.line && s[0] <= r.endLine))
        .map((r) => `${r.line} ${r.rule}`)
        .sort();
      assert.deepEqual(own, silent[file] ?? [], 'errors that no tool has');
    });
  }
});
