import assert from 'node:assert/strict';
import { aliases } from '../../../../server/src/core/config/aliases/language';
import { fixed, problemsOf } from '../../../support/marked';

/** So that the two required names are there and each example shows its own problems alone. */
const rest = '\npostmaster: root\nmailer-daemon: root\n';

function of(text: string): string[] {
  return problemsOf(aliases, text + rest).map((p) => p.replace('aliases/', ''));
}

function fix(text: string, rule: string): string {
  return fixed(aliases, text + rest, `aliases/${rule}`).slice(0, -rest.length);
}

describe('aliases: lines', () => {
  it('join where the next begins with a blank or this one ends in a backslash', () => {
    assert.deepEqual(of('staff: alice,\n\tbob,\n  carol'), []);
    assert.deepEqual(of('staff: alice,\\\nbob'), []);
    assert.deepEqual(of('staff\n : alice'), []);
  });

  it('need a colon; a continuation that is not indented has none', () => {
    assert.deepEqual(of('webmaster root'), ['1:1 error missing-colon']);
    assert.equal(fix('webmaster root', 'missing-colon'), 'webmaster:\troot');
    assert.equal(fix('abuse; root', 'missing-colon'), 'abuse:\troot');
    assert.deepEqual(of('staff: alice,\nbob, carol'), ['1:13 hint stray-comma', '2:1 error missing-colon']);
    assert.equal(fix('staff: alice,\nbob, carol', 'missing-colon'), 'staff: alice,\n\tbob, carol');
  });

  it('of CR LF files must not be empty', () => {
    assert.deepEqual(of('a: root\r\n\r\nb: root\r'), ['2:1 error missing-colon']);
  });

  it('need a value', () => {
    assert.deepEqual(of('empty:\nblank: \t \ncommas: , ,'), [
      '1:1 error missing-value',
      '2:1 error missing-value',
      '3:1 error missing-value',
    ]);
  });

  it('that are indented must continue something; newaliases tells of the first', () => {
    assert.deepEqual(
      of('a: root\n\n  lost: root\n\n  more\n#\n\n\tx'),
      ['3:3 error orphan-continuation', '8:2 error orphan-continuation'].map((p) => p.replace(/:\d+ /, ':1 ')),
    );
    assert.equal(fix('a: root\n\n  b: root', 'orphan-continuation'), 'a: root\n\nb: root');
  });

  it('behind a comment belong to the comment', () => {
    assert.deepEqual(of('staff: alice,\n# since May\n\tbob'), ['1:13 hint stray-comma', '3:1 error continuation-after-comment']);
    assert.equal(fix('staff: alice,\n# since May\n\tbob', 'continuation-after-comment'), '# since May\nstaff: alice,\n\tbob');
    assert.deepEqual(of('staff: alice\n# since May\n\tbob, carol'), ['3:1 error continuation-after-comment']);
    assert.deepEqual(of('# a note\n  www: root'), ['2:1 warning continuation-after-comment']);
  });

  it('of a comment may be indented', () => {
    assert.deepEqual(of('# Who gets what:\n   see the wiki, page 12\n   and ask first\n  # more\n\n# x'), []);
    assert.deepEqual(of('a: root\n# about the next one:\n    it is for the shop.\nb: root'), []);
  });

  it('may have 8190 bytes, continuation lines included', () => {
    assert.deepEqual(
      of(`a: ${'x,'.repeat(4000)}root`).filter((p) => p.includes('error')),
      [],
    );
    assert.deepEqual(of('a: ' + 'member@lists.example.com,\n\t'.repeat(320) + 'x'), ['1:1 error line-too-long']);
    assert.deepEqual(of(`a: ${'ü'.repeat(4100)}`), ['1:1 error line-too-long']);
    assert.deepEqual(of('a: b\0c'), ['1:1 error line-too-long']);
  });
});

describe('aliases: names', () => {
  const names: [line: string, problems: string[]][] = [
    ['a.b-c_d+e: root', []],
    ['"a b": root', []],
    ['<a>: root', []],
    ['a (comment): root', []],
    ['a@localhost: root', []],
    [': root', ['1:1 error bad-name']],
    ['(a): root', ['1:1 error bad-name']],
    ['f"g: root', ['1:1 error bad-name']],
    ['a): root', ['1:1 error bad-name']],
    ['a>: root', ['1:1 error bad-name']],
    ['a, b: root', ['1:1 error bad-name']],
    ['user@example.com: root', ['1:1 error non-local-name']],
    ['@example.com: root', ['1:1 error non-local-name']],
    ['user@mail.example.com: root', ['1:1 warning non-local-name']],
    ['a%b: root', ['1:1 error non-local-name']],
    ['a!b: root', ['1:1 error non-local-name']],
    ['a@: root', ['1:1 error non-local-name']],
    ['|prog: root', ['1:1 error non-local-name']],
    ['/etc/x: root', ['1:1 error non-local-name']],
    ['post/master: root', []],
    ['a b: root', ['1:1 warning blank-in-name']],
    ['*: root', ['1:1 warning wildcard']],
    ['jürgen: root', ['1:1 warning non-ascii']],
    ['Łukasz: root', ['1:1 error non-ascii']],
  ];
  for (const [line, problems] of names) it(line, () => assert.deepEqual(of(line), problems));

  it('are the same without regard to case, quotes, comments and blanks made dots; the last entry stays', () => {
    assert.deepEqual(of('support: alice\nSupport: bob\n"support": carol\nsupport (new): dan'), [
      '2:1 warning duplicate-alias',
      '3:1 warning duplicate-alias',
      '4:1 warning duplicate-alias',
    ]);
    assert.deepEqual(of('a.b: alice\na b: bob'), ['2:1 warning blank-in-name', '2:1 warning duplicate-alias']);
    assert.equal(fix('support: alice\nsupport: bob', 'duplicate-alias'), 'support: bob');
  });

  it('offer to join entries of one name', () => {
    const model = aliases.parse('s: alice, bob\ns: carol\n');
    const join = aliases.validate!(model).find((p) => p.rule === 'aliases/duplicate-alias')!.fixes![1]!;
    const [cut, add] = join.edits;
    assert.deepEqual([cut!.start, cut!.end], [0, 14]);
    assert.equal(add!.text, 'alice, bob, ');
  });
});

describe('aliases: recipients', () => {
  const recipients: [value: string, problems: string[], fix?: string][] = [
    ['bob', []],
    ['\\bob', []],
    ['bob@example.com, <carol@example.org>, "Dan, D." <dan@example.net>', []],
    ['bob (a, b), carol', []],
    ['"|/usr/bin/prog a, b"', []],
    ['|"/usr/bin/prog a, b"', []],
    ['|/usr/bin/prog', []],
    ['"|IFS=\' \' && exec /usr/bin/procmail -f- || exit 75 #bob"', []],
    ['/var/mail/archive', []],
    ['/dev/null', []],
    ['list:a,b;', []],
    ['bob@[IPv6:2001:db8::1]', []],
    ['a b', ['7 warning missing-comma'], 'a, b'],
    ['alice bob@example.com', ['7 warning missing-comma'], 'alice, bob@example.com'],
    ['a@b.example c@d.example', ['7 error missing-comma'], 'a@b.example, c@d.example'],
    ['alice; bob', ['7 warning missing-comma'], 'alice, bob'],
    ['a@b.example;c@d.example', ['7 error missing-comma'], 'a@b.example, c@d.example'],
    ['alice, bob # office', ['18 error comment-in-value']],
    ['alice, # office', ['14 error comment-in-value']],
    ['|/usr/bin/prog arg', ['7 warning unquoted-program'], '"|/usr/bin/prog arg"'],
    ['|/usr/bin/prog a, b', ['7 error unquoted-program'], '"|/usr/bin/prog a, b"'],
    ["'|/usr/bin/prog a'", ['7 error unquoted-program'], '"|/usr/bin/prog a"'],
    ['|/usr/bin/prog, bob', []],
    ['"bob', ['7 error bad-recipient']],
    ['<bob', ['7 error bad-recipient']],
    ['bob)', ['7 error bad-recipient']],
    ['(bob', ['7 error bad-recipient']],
    ['bob>', ['7 error bad-recipient']],
    ['bob@', ['7 error bad-recipient']],
    ['bob@example..com', ['7 error bad-recipient']],
    ['bob@.example.com', ['7 error bad-recipient']],
    ['bob@example.com.', []],
    ['@example.com', ['7 error bad-recipient']],
    ['""', ['7 error bad-recipient']],
    ['(comment)', ['7 error bad-recipient']],
    ['josé@example.com', ['7 error non-ascii']],
    ['bob@exämple.com', ['7 error non-ascii']],
    ['"José" <jose@example.com>', []],
    ['error:nouser gone', ['7 warning error-in-alias']],
    ['mailto:bob@example.com', ['7 warning colon-in-target'], 'bob@example.com'],
    ['include:/etc/mail/list', ['7 error include-form'], ':include:/etc/mail/list'],
    ['bob@example.org.REDIRECT', ['7 info redirect']],
    ['alice,, bob', ['13 hint stray-comma'], 'alice, bob'],
    ['"|/usr/bin/uudecode"', ['7 warning dangerous-program']],
    ['"|/bin/sh"', ['7 warning dangerous-program']],
    ['"|/bin/sh /usr/local/bin/script"', []],
    ['/etc/passwd', ['7 warning dangerous-file']],
    ['/home/bob/.ssh/authorized_keys', ['7 warning dangerous-file']],
    ['/var/mail/../x', ['7 warning dangerous-file']],
    ['/var/mail/', ['7 warning dangerous-file']],
  ];
  for (const [value, problems, repaired] of recipients) {
    it(value, () => {
      assert.deepEqual(
        of(`name: ${value}`).filter((p) => p.startsWith('1:')),
        problems.map((p) => `1:${p}`),
      );
      if (repaired) assert.equal(fix(`name: ${value}`, problems[0]!.split(' ')[2]!), `name: ${repaired}`);
    });
  }

  it('on lines of their own lose their comment', () => {
    assert.equal(fix('name: alice, bob # office', 'comment-in-value'), '# office\nname: alice, bob');
    assert.equal(fix('name: alice,\n\t# off\n\tbob', 'comment-in-value'), '# off\nname: alice,\n\tbob');
  });

  it('that are lists have an owner and a whole path', () => {
    assert.deepEqual(of('list: :include:/etc/mail/list'), ['1:1 info missing-owner']);
    assert.deepEqual(of('list: :include:/etc/mail/list\nOwner-List: root'), []);
    assert.deepEqual(of('list: :include:list\nowner-list: root'), ['1:7 warning include-form']);
    assert.deepEqual(of('list: ":include:"\nowner-list: root'), ['1:7 error include-form']);
  });

  it('that decode files are dangerous, also through another alias', () => {
    assert.deepEqual(of('decode: "|/usr/bin/uudecode"\nuudecode: decode'), [
      '1:9 warning dangerous-program',
      '2:11 warning dangerous-program',
    ]);
    assert.deepEqual(of('decode: root'), []);
    assert.equal(fix('decode: "|/usr/bin/uudecode"', 'dangerous-program'), 'decode: root');
  });
});

describe('aliases: where they lead', () => {
  it('must not be in a circle', () => {
    assert.deepEqual(of('a: b\nb: a'), ['1:1 error loop', '2:1 error loop']);
    assert.deepEqual(of('a: b\nb: c\nc: B+x'), ['2:1 error loop', '3:1 error loop']);
    assert.deepEqual(of('a: b\nb: \\a'), []);
    assert.deepEqual(of('a: b, x@example.com\nb: a'), ['1:1 warning loop', '2:1 warning loop']);
    assert.deepEqual(of('root: nobody\nnobody: root'), ['1:1 warning loop', '2:1 warning loop']);
  });

  it('may be the name itself to keep a copy, not alone', () => {
    assert.deepEqual(of('a: a'), ['1:4 warning self']);
    assert.deepEqual(of('a: "A"'), ['1:4 warning self']);
    assert.deepEqual(of('a: a@localhost'), ['1:4 warning self']);
    assert.deepEqual(of('jwu: jwu@mail.example.com'), ['1:6 warning self']);
    for (const text of ['a: \\a', 'a: a, bob@example.com', 'jwu: jwu@example.com', 'bin: bin'])
      assert.deepEqual(of(text), [], text);
  });

  it('must be reached in ten steps', () => {
    const chain = (length: number): string => Array.from({ length }, (_, i) => `n${i}: n${i + 1}`).join('\n');
    assert.deepEqual(of(chain(10)), []);
    assert.deepEqual(of(chain(12)), ['1:1 error depth', '2:1 error depth']);
  });

  it('may be users; roles and misspelt aliases seldom are', () => {
    assert.deepEqual(of('team: alice, bob, www-data, john.smith'), []);
    assert.deepEqual(of('team: hostmaster'), ['1:7 hint undefined-target']);
    assert.deepEqual(of('team: postmster'), ['1:7 hint undefined-target']);
    assert.equal(fix('team: postmatser', 'undefined-target'), 'team: postmaster');
    assert.deepEqual(of('user1: root\nteam: user2\nteam2: user1'), []);
  });
});

describe('aliases: pseudo accounts', () => {
  it('have no mail', () => {
    assert.deepEqual(of('games: root\ntoor: /dev/null\nnews: root'), ['1:1 hint pseudo-account']);
    assert.equal(fix('games: root', 'pseudo-account'), '#games: root');
  });
});

describe('aliases: required names', () => {
  it('are postmaster and MAILER-DAEMON', () => {
    assert.deepEqual(problemsOf(aliases, '# c\nroot: admin@example.com\n'), [
      '2:1 warning aliases/missing-postmaster',
      '2:1 info aliases/missing-mailer-daemon',
    ]);
    assert.equal(fixed(aliases, 'root: alice', 'aliases/missing-postmaster'), 'root: alice\npostmaster:\troot\n');
    assert.equal(
      fixed(aliases, 'PostMaster: root\r\n', 'aliases/missing-mailer-daemon'),
      'PostMaster: root\r\nMAILER-DAEMON:\tpostmaster\r\n',
    );
  });

  it('are not asked of a file without aliases', () => {
    assert.deepEqual(problemsOf(aliases, ''), []);
    assert.deepEqual(problemsOf(aliases, '# nothing yet\n\n'), []);
  });
});
