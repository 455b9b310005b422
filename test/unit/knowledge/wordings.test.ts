import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { allWordings, knownWordings, readWords, wordsOf } from '../../../server/src/core/smtp/wording';

const { examples } = JSON.parse(readFileSync(path.join(process.cwd(), 'test/fixtures/registries/wordings.json'), 'utf8')) as {
  examples: Record<string, string>;
};

describe('known wordings', () => {
  it('are all there, each once', () => {
    assert.deepEqual(
      allWordings().map((w) => w.id),
      Object.keys(examples),
    );
  });

  for (const wording of allWordings()) {
    it(`${wording.id} matches its example`, () => {
      const example = /^(\d{3})[ -](.*)$/su.exec(examples[wording.id] ?? '');
      assert.ok(example, examples[wording.id]);
      const found = knownWordings(Number(example[1]), wordsOf([example[2]!]));
      assert.ok(
        found.some((w) => w.id === wording.id),
        `${examples[wording.id]} is read as ${found.map((w) => w.id).join()}`,
      );
    });
  }

  it('have codes, a meaning and a mover', () => {
    for (const w of allWordings()) {
      assert.ok(w.codes.length > 0 && w.codes.every((c) => c >= 200 && c < 600), w.id);
      assert.match(w.text, /\.$/, w.id);
      assert.match(w.who, /^(client|server|recipient|sender|dns|network|policy)$/, w.id);
      assert.ok(!w.todo || /\.$/.test(w.todo), w.id);
    }
  });
});

describe('reading a reply', () => {
  const read = (reply: string, program?: string): string | undefined => {
    const lines = reply.split('\n');
    const reading = readWords(Number(lines[0]!.slice(0, 3)), wordsOf(lines.map((l) => l.slice(4))), program);
    return reading?.wording?.id ?? reading?.theme;
  };

  it('knows wordings, whatever the enhanced code', () => {
    assert.equal(read('550 5.7.1 <bob@x.example>... Relaying denied'), 'sm-relay');
    assert.equal(read('454 4.7.1 <bob@x.example>: Relay access denied'), 'pf-relay');
    assert.equal(read('450 4.2.0 <a@b.example>: Recipient address rejected: Greylisted, see http://x.example/'), 'postgrey');
  });

  it('lets the program that greets decide between programs', () => {
    assert.equal(read('550 5.1.1 User unknown'), 'cy-user');
    assert.equal(read('250 OK', 'Exim'), undefined);
    assert.equal(read('503 5.5.1 Already Authenticated', 'sendmail'), 'sm-auth-already');
  });

  it('joins the lines of a reply', () => {
    assert.equal(
      read(
        "550-5.7.26 Unauthenticated email from x.example is not accepted due to domain's\n550-5.7.26 DMARC policy. Please contact the administrator of x.example domain\n550 5.7.26 gsmtp",
      ),
      'go-dmarc',
    );
  });

  it('falls back to what the text is about', () => {
    assert.equal(read('451 4.7.1 Greylisting in action,please come back in 00:05:00'), 'greylisting');
    assert.equal(read('550 We do not relay: relaying denied for you'), 'relaying denied');
    assert.equal(read('554 Your address is on our block list'), 'a block list');
    assert.equal(read('550 go away'), undefined);
    assert.equal(read('250 spam is fine'), undefined);
  });
});
