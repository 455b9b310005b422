import assert from 'node:assert/strict';
import { aliases } from '../../../../server/src/core/config/aliases/language';
import { toPlainText } from '../../../../server/src/core/markdown';
import { cursor } from '../../../support/marked';

function hoverAt(marked: string): string | undefined {
  const { text, offset } = cursor(marked);
  const hover = aliases.hover!(aliases.parse(text), offset);
  return hover && `${text.slice(hover.span.start, hover.span.end)} ⇒ ${toPlainText(hover.markdown)}`;
}

function labelsAt(marked: string): string[] {
  const { text, offset } = cursor(marked);
  return aliases.complete!(aliases.parse(text), offset).map((c) => c.label);
}

function completed(marked: string, label: string): string {
  const { text, offset } = cursor(marked);
  const item = aliases.complete!(aliases.parse(text), offset).find((c) => c.label === label);
  assert.ok(item, `${label} is not offered`);
  return text.slice(0, item.span.start) + item.text + text.slice(item.span.end);
}

/** The places a feature gives, as `line:text`, lines from 1. */
function places(feature: 'definition' | 'references', marked: string): string[] {
  const { text, offset } = cursor(marked);
  return aliases[feature]!(aliases.parse(text), offset).map(
    (s) => `${text.slice(0, s.start).split('\n').length}:${text.slice(s.start, s.end)}`,
  );
}

const file =
  'mailer-daemon: postmaster\npostmaster: root\nroot: alice@example.com, bob,\n\t"|/usr/bin/log it"\nlist: :include:/etc/mail/list\n';

describe('aliases: hover', () => {
  it('says of a name who gets the mail in the end, with the lines it goes through', () => {
    const text = hoverAt('mail|' + file.slice(4))!;
    assert.match(text, /^mailer-daemon ⇒ mailer-daemon alias, line 1/);
    assert.match(text, /- postmaster \(line 2\) → root \(line 3\) → alice@example\.com/);
    assert.match(text, /→ the user bob/);
    assert.match(text, /→ the program \/usr\/bin\/log/);
    assert.match(text, /To make a change live: newaliases/);
  });

  it('says of a recipient that is an alias where it leads', () => {
    assert.match(hoverAt('a: b|c\nbc: x@example.org')!, /^bc ⇒ bc alias, line 2.*- x@example\.org/s);
  });

  it('says what the other recipients are', () => {
    assert.match(hoverAt('a: al|ice')!, /the user alice.*user of this host/s);
    assert.match(hoverAt('a: \\al|ice')!, /without aliases and without \.forward/);
    assert.match(hoverAt('a: /var/ma|il/x')!, /the file \/var\/mail\/x.*appended/s);
    assert.match(hoverAt('a: /dev/nu|ll')!, /thrown away/);
    assert.match(hoverAt('a: :include:/etc/l|')!, /everybody in \/etc\/l.*no newaliases/s);
    assert.match(hoverAt('a: b@example.org.RED|IRECT')!, /told the address b@example\.org/);
  });

  it('says of an entry that does not count which one does', () => {
    assert.match(hoverAt('a|: bob\na: carol')!, /line 2 has the same name/);
    assert.match(hoverAt('a@example.com|: bob')!, /refuses/);
  });

  it('tells of a circle and does not go round for ever', () => {
    assert.match(hoverAt('a|: b\nb: a')!, /leads back to itself/);
  });
});

describe('aliases: completion', () => {
  it('offers the aliases of the file and the special forms as recipients', () => {
    const labels = labelsAt('staff: |\nalice: x@example.org\nbob: y@example.org');
    assert.deepEqual(labels.slice(0, 2), ['alice', 'bob']);
    for (const form of [':include:', '"|program"', '/file', '/dev/null', '\\staff']) assert.ok(labels.includes(form), form);
  });

  it('replaces the word that is typed', () => {
    assert.equal(completed('staff: carol, al|\nalice: x', 'alice'), 'staff: carol, alice\nalice: x');
    assert.equal(completed('staff:al|\nalice: x', 'alice'), 'staff:alice\nalice: x');
    assert.equal(completed('staff: carol,\n\tal|\nalice: x', 'alice'), 'staff: carol,\n\talice\nalice: x');
    assert.equal(completed('staff: |', ':include:'), 'staff: :include:/${1:etc/mail/lists/name}');
  });

  it('offers names that are wanted and missing at the start of a line', () => {
    const labels = labelsAt('|\nabuse: root\nlist: :include:/x\n');
    assert.ok(labels.includes('postmaster') && labels.includes('MAILER-DAEMON') && labels.includes('owner-list'));
    assert.ok(!labels.includes('abuse'));
    assert.equal(completed('post|', 'postmaster'), 'postmaster:\t');
  });

  it('offers nothing in comments', () => assert.deepEqual(labelsAt('# |'), []));
});

describe('aliases: definition and references', () => {
  const text = 'a: Root, b@example.com\nroot: alice\nb: a,\n\troot+x\nroot: carol\n';
  it('lead to the entry that counts', () => {
    assert.deepEqual(places('definition', text.replace('Root', 'Ro|ot')), ['5:root']);
    assert.deepEqual(places('definition', text.replace('b: a', 'b: |a')), ['1:a']);
    assert.deepEqual(places('definition', text.replace('alice', 'ali|ce')), []);
  });

  it('find every place of a name', () => {
    assert.deepEqual(places('references', text.replace('\nroot: carol', '\nro|ot: carol')), [
      '1:Root',
      '2:root',
      '4:root+x',
      '5:root',
    ]);
    assert.deepEqual(places('references', 'x: bo|b\ny: bob, carol\n'), ['1:bob', '2:bob']);
  });
});

describe('aliases: outline and folds', () => {
  const model = aliases.parse('# one\n# two\na: x,\n\ty\na: z\nbroken\n');
  it('lists the entries, those without effect as out of use', () => {
    assert.deepEqual(
      aliases.symbols!(model).map((s) => [s.name, s.detail, s.deprecated ?? false]),
      [
        ['a', 'x, y', true],
        ['a', 'z', false],
      ],
    );
  });

  it('folds comments and entries of several lines', () => {
    assert.deepEqual(aliases.folds!(model), [
      { startLine: 0, endLine: 1, kind: 'comment' },
      { startLine: 2, endLine: 3, kind: 'region' },
    ]);
  });
});
