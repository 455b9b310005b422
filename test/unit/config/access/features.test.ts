import assert from 'node:assert/strict';
import { access } from '../../../../server/src/core/config/access/language';
import { explainWord } from '../../../../server/src/core/explain';
import { toPlainText } from '../../../../server/src/core/markdown';
import { cursor } from '../../../support/marked';

function hoverAt(marked: string): string | undefined {
  const { text, offset } = cursor(marked);
  const hover = access.hover!(access.parse(text), offset);
  return hover && `${text.slice(hover.span.start, hover.span.end)} ⇒ ${toPlainText(hover.markdown)}`;
}

function labelsAt(marked: string): string[] {
  const { text, offset } = cursor(marked);
  return access.complete!(access.parse(text), offset).map((c) => c.label);
}

/** The text after taking the completion with `label`. */
function completed(marked: string, label: string): string {
  const { text, offset } = cursor(marked);
  const item = access.complete!(access.parse(text), offset).find((c) => c.label === label);
  assert.ok(item, `${label} is not offered`);
  return text.slice(0, item.span.start) + item.text + text.slice(item.span.end);
}

describe('access: hover', () => {
  it('says of a tag when it is looked up, what it needs and how a change becomes live', () => {
    const text = hoverAt('Gree|tPause:10\t0')!;
    assert.match(text, /^GreetPause ⇒ GreetPause: client name/);
    assert.match(text, /FEATURE\(`greet_pause'\)/);
    assert.match(text, /makemap hash access < access/);
  });

  it('says of a key what it matches', () => {
    assert.match(hoverAt('Connect:192.1|68\tRELAY')!, /^192\.168 ⇒ .*from 192\.168\.0\.0 to 192\.168\.255\.255/s);
    assert.match(hoverAt('Connect:exa|mple.net\tOK')!, /ends in \.example\.net/);
    assert.match(hoverAt('From:joe|@\tREJECT')!, /joe at any domain/);
    assert.match(hoverAt('To:joe|@\tREJECT')!, /at the domains that are local here/);
    assert.match(hoverAt('example.n|et\tREJECT')!, /clients, senders and recipients alike/);
    assert.match(hoverAt('ClientRat|e:\t10')!, /^ClientRate ⇒/);
  });

  it('says of a key that is never found why', () => {
    assert.match(hoverAt('Connect:10.1.0.0/1|6\tRELAY')!, /never matches.*Write 10\.1\./s);
  });

  it('says of an action what the other side gets to read', () => {
    assert.match(hoverAt('From:a.example\tREJ|ECT')!, /reads 550 5\.7\.1 … Access denied/);
    assert.match(hoverAt('To:a.example\tREJ|ECT')!, /reads 550 5\.2\.1 … Mailbox disabled/);
    assert.match(hoverAt('From:a.example\tERROR:5.7.1:550 go a|way')!, /reads 550 5\.7\.1 … go away/);
    assert.match(hoverAt('From:a.example\tgo a|way')!, /reads 553 5\.3\.0 … go away/);
    assert.match(hoverAt('Connect:10.1\tREL|AY')!, /may send to any address/);
    assert.match(hoverAt('To:a.example\tREL|AY')!, /Anybody may send to a\.example/);
    assert.match(hoverAt('TLS_Srv:a.example\tENCR:1|28')!, /128 bits or more/);
  });

  it('explains the codes of a refusal', () => {
    assert.match(hoverAt('From:a.example\tERROR:5.7.1:55|0 no')!, /^550 ⇒ 550/);
    assert.match(hoverAt('From:a.example\tERROR:5.|7.1:550 no')!, /^5\.7\.1 ⇒ /);
  });

  it('shows no password', () => {
    const line = 'AuthInfo:relay.example\t"U:me" "P:se|cret" "p=aGlk" "M:PLAIN"';
    assert.match(hoverAt(line)!, /"U:me" "P:…" "P=…" "M:PLAIN"/i);
    const { text } = cursor(line);
    const [group] = access.symbols!(access.parse(text));
    for (const shown of [hoverAt(line)!.split('⇒')[1]!, group!.children![0]!.detail!])
      assert.ok(!/secret|aGlk/.test(shown), shown);
  });

  it('says what is required of TLS, and what becomes of the mail otherwise', () => {
    assert.match(hoverAt('TLS_Srv:a.example\tPERM+VER|IFY:128')!, /must verify and the cipher have 128 bits.*refused for good/);
    assert.match(hoverAt('TLS_Srv:a.example\tENCR|:112')!, /cipher must have 112 bits or more\..*refused for now/);
  });

  it('says nothing in comments and between the words', () => {
    assert.equal(hoverAt('# Conn|ect:10.1 RELAY'), undefined);
    assert.equal(hoverAt('Connect:10.1\t | \tRELAY'), undefined);
    assert.equal(hoverAt('|'), undefined);
  });
});

describe('access: completion', () => {
  it('offers tags at the start of a line', () => {
    assert.ok(labelsAt('|').includes('Connect:'));
    assert.equal(completed('Conn|', 'Connect:'), 'Connect:');
    assert.equal(completed('Fro|m:10.1\tREJECT', 'Connect:'), 'Connect:10.1\tREJECT');
    assert.deepEqual(labelsAt('Connect:10|'), []);
  });

  it('offers the actions of the tag behind the blanks', () => {
    assert.ok(labelsAt('Connect:10.1\t|').includes('RELAY'));
    assert.equal(completed('Connect:10.1\tRE|', 'RELAY'), 'Connect:10.1\tRELAY');
    assert.equal(
      completed('To:a@b.example\t|', 'ERROR:5.1.1:550 text'),
      'To:a@b.example\tERROR:5.1.1:550 ${1:No such user here}',
    );
    assert.ok(!labelsAt('Connect:10.1\t|').includes('ERROR:5.1.1:550 text'));
    assert.deepEqual(labelsAt('Spam:a@\t|'), ['FRIEND', 'HATER']);
    assert.deepEqual(labelsAt('ClientRate:10\t|'), ['0']);
    assert.ok(labelsAt('TLS_Clt:\t|').includes('VERIFY'));
    assert.ok(labelsAt('example.net |').includes('REJECT'));
  });

  it('offers nothing in comments, under unknown tags and on lines that begin with a blank', () => {
    assert.deepEqual(labelsAt('# |'), []);
    assert.deepEqual(labelsAt('Nonsense:x\t|'), []);
    assert.deepEqual(labelsAt(' |'), []);
  });
});

describe('access: outline and folds', () => {
  const model = access.parse(
    '# one\n# two\nConnect:10.1\tRELAY\nFrom:a@b.example\tREJECT\nconnect:10.2\tOK\nc.example\tOK\n\n# alone\n',
  );

  it('groups the entries by tag', () => {
    assert.deepEqual(
      access.symbols!(model).map((s) => [s.name, ...s.children!.map((c) => `${c.name} ${c.detail}`)]),
      [
        ['Connect:', '10.1 RELAY', '10.2 OK'],
        ['From:', 'a@b.example REJECT'],
        ['without a tag', 'c.example OK'],
      ],
    );
  });

  it('folds blocks of comments', () => {
    assert.deepEqual(access.folds!(model), [{ startLine: 0, endLine: 1, kind: 'comment' }]);
  });
});

describe('access: explain', () => {
  it('knows tags and actions', () => {
    const of = (word: string): string => (explainWord(word) as { markdown: string }).markdown;
    assert.match(of('ClientRate'), /ratecontrol/);
    assert.match(of('Connect:'), /check_relay/);
    assert.match(of('quarantine'), /held in the queue/);
  });
});
