/** What sendmail 8.17.1 says of each line, which was given to the program below a small valid file. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cf } from '../../../../server/src/core/config/cf/language';
import { fixed, problemsOf } from '../../../support/marked';
import { assertJudged, assertSound, HANG } from '../sound';

const head = `V10/Berkeley
Cwlocalhost
O DeliveryMode=q
Mlocal, P=/bin/mail, F=lsDFMAw5:/|@qrmn9, S=0, R=0, T=DNS/RFC822/X-Unix, A=mail -d $u
Mprog, P=/bin/sh, F=lsDFMoqeu9, S=0, R=0, A=sh -c $u
S0
R$+	$#local $: $1
`;

/** Severity and rule of the problems of lines below the head. */
function of(lines: string): string[] {
  return problemsOf(cf, head + lines + '\n').map((p) => p.slice(p.indexOf(' ') + 1));
}

const taken = (...lines: string[]): void => {
  for (const line of lines) assert.deepEqual(of(line), [], line);
};
const refused = (rule: string, ...lines: string[]): void => {
  for (const line of lines) assert.deepEqual([...new Set(of(line))], [`error ${rule}`], line);
};

describe('sendmail.cf', () => {
  it('knows its lines by their first letter', () => {
    taken(
      '',
      '# comment',
      '#a\n\tb',
      '\tgoes on',
      'Then go',
      'D{foo}bar',
      'E',
      'EFOO=1',
      'Pfoo=1',
      'Troot',
      'H?D?Date: x',
      'Fw-o /no/such',
      'Fw/etc/x %[^\\#]',
    );
    refused('cf/unknown-line', 'hello world', 'LOCAL_CONFG', ')', ';', 'Ynothing', 'Lfoo 1', 'Pfoo', '(x)');
    refused('cf/blank-line', '\n  \nCwfoo');
    refused('cf/missing-name', 'D', 'D{foo', 'C', 'C{x', 'Fw', 'H', 'HFoo', 'Vx');
    refused(
      'cf/missing-name',
      'D{}x',
      'D{a b}x',
      'C{a.b}x',
      'D{abcdefghijklmnopqrstuvwxyz}x',
      'O MaxHopCount=${a-b}',
      'HX: $?{a b}',
    );
    taken('D{abcdefghijklmnopqrstuvwxy}x', 'Sx\nR$* $$${a-b}\t$1', 'HX: $&{a_b} # ${a-b}');
    refused('cf/class-file', 'Fwfoo', 'Fw foo');
  });

  it('finds options as sendmail does', () => {
    taken(
      'O privacyoptions=goaway',
      'O PrivacyOptions = goaway',
      'O Timeout.ident = 5s',
      'O timeout.IDENT=1',
      'O milter.loglevel=1',
      'Opgoaway',
      'O BadRcptShutdown=1',
      'O FallBackSmartHost=x',
    );
    refused(
      'cf/unknown-option',
      'O',
      'O Foo=1',
      'O  PrivacyOptions=goaway',
      'O\tPrivacyOptions=goaway',
      'O P=goaway',
      'O Max=1',
      'OD1',
      'O!1',
      'O DANE=true',
    );
    refused('cf/unknown-option', 'O Timeout.ide=1', 'O Timeout.queue=1', 'O Milter.foo=x');
    assert.deepEqual(of('O Privacy=goaway'), ['warning cf/abbreviated-option']);
    assert.equal(fixed(cf, 'O LogLevle=9\n', 'cf/unknown-option'), 'O LogLevel=9\n');
    assert.equal(fixed(cf, 'O Timeout.idant=5s\n', 'cf/unknown-option'), 'O Timeout.ident=5s\n');
    assert.equal(fixed(cf, 'O Privacy=goaway\n', 'cf/abbreviated-option'), 'O PrivacyOptions=goaway\n');
  });

  it('wants a blank behind the O of a long name', () => {
    refused('cf/option-without-blank', 'OPrivacyOptions=goaway', 'OSmtpGreetingMessage=$j', 'OTimeout.ident=0');
    assert.equal(fixed(cf, 'OPrivacyOptions=goaway\n', 'cf/option-without-blank'), 'O PrivacyOptions=goaway\n');
  });

  it('checks values', () => {
    taken(
      'O PrivacyOptions=noexpn;novrfy',
      'O PrivacyOptions=!goaway',
      'O QueueSortOrder=pri',
      'O AuthOptions=A,p,y',
      'O DaemonPortOptions=Port=smtp, M=Ea',
    );
    refused(
      'cf/bad-value',
      'O PrivacyOptions=foo',
      'O DontBlameSendmail=Safe,foo',
      'O DeliveryMode=foo',
      'O EightBitMode=z',
      'O QueueSortOrder=xyz',
      'O NoRecipientAction=ad',
    );
    refused(
      'cf/bad-value',
      'O Timeout.initial=1H',
      'O MinQueueAge=x',
      'O DaemonPortOptions=Port=nosuch',
      'O DaemonPortOptions=X=1',
      'Xf, S=locl:/x',
      'Xf',
      'Xf, S=local:/x, T=S4m',
    );
    assert.deepEqual(of('O CheckAliases=maybe'), ['warning cf/bad-value']);
    assert.deepEqual(of('O MaxHopCount=many'), ['warning cf/bad-value']);
  });

  it('reads rules', () => {
    taken(
      'R$* $| $*\t$: $2',
      'R$@\tx',
      'R$=w $={foo}\t$1 $2',
      'R$*\t$(host $1 $: $) $>mine $1',
      'R$* \t\t $1\t$3 a comment',
      'R$*\t$?w x $. y',
      'R$&{foo}\tx',
      'R$#\tx',
      'R$$1\tx',
    );
    refused('cf/rule-tab', 'R$*', 'R$* $1', 'Rfoo\tx'.replace('\t', '  '));
    refused(
      'cf/rule-syntax',
      'R\tfoo',
      'Rfoo\t$1',
      'R$* $+\t$3',
      'R$*\t$0',
      'R$: x\ty',
      'R$(foo x $)\ty',
      'R$1\tx',
      'R$*\tx $-',
      'R$*\t$(a $(b $) $)',
      'R$*\t$[a $1',
    );
    assert.deepEqual(problemsOf(cf, 'R$*\tx\n'), ['1:1 error cf/rule-without-ruleset']);
    assert.equal(fixed(cf, 'S0\nR$*   $#local $: $1\n', 'cf/rule-tab'), 'S0\nR$*\t$#local $: $1\n');
    taken('Sfoo', 'Sfoo=5', 'Sfoo bar', 'S5', 'Sa-b', 'S5=6');
    refused('cf/ruleset-name', 'S', 'S200', 'S-1', 'S-', 'Sfoo=', 'Sfoo=bar', 'Sfoo=1000');
    refused(
      'cf/ruleset-name',
      'HX: $>foo\nSfoo=20',
      'Mx, P=/bin/x, S=foo/bar, A=x\nSbar=20',
      'Mx, P=/bin/x, R=foo, A=x\nSfoo=20',
    );
    taken('Sfoo\nR$*\t$>bar $1\nSbar=20', 'Sfoo=20\nR$*\t$1\nSX\nR$*\t$>foo $1');
    assert.deepEqual(of('Sfoo=bar\nR$*\t$1\nSX\nR$*\t$1'), ['error cf/ruleset-name', 'error cf/rule-without-ruleset']);
  });

  it('reads the patterns of regex maps', () => {
    taken(
      'Kx regex -a@X ^([0-9]+<@(aol|msn)\\.com|.{20}[^<]+)\\.?>',
      'Kx regex a)b',
      'Kx regex []a-]',
      'Kx regex [[:alpha:]_]{2,}$$',
      'Kx regex (a$|b)',
      'Kx regex -b a\\(b',
      'Kx regex -f [Z-a]',
    );
    refused(
      'cf/bad-map',
      'Kx regex (a|b',
      'Kx regex -a@X [a-z',
      'Kx regex [z-a]',
      'Kx regex [Z-a]',
      'Kx regex [a-z-9]',
      'Kx regex [[:alfa:]]',
      'Kx regex a{1',
      'Kx regex a{x}',
      'Kx regex a{3,1}',
      'Kx regex *@example.com',
      'Kx regex (?:a)',
      'Kx regex a|+b',
      'Kx regex a\\',
    );
  });

  it('reads maps, mailers and queue groups', () => {
    refused('cf/bad-map', 'Kx hash - /etc/x', 'Kx hash -<TMPF> /etc/x', 'Kx ldap -1 -<TMPF> -k x', 'Kx ldap -vs mail -k x');
    taken('Kx ldap -s sub -v "a b" -k (uid=%0)', 'Kx ldap:-k (uid=%0) -v mail');
    refused('cf/bad-equate', 'Qx, P=/x, I=2h.', 'Mx, P=/bin/x, E=, A=x');
    taken('Qx,', 'Qx, P=/x, I=2h');
    taken(
      'Kfoo hash -o /x',
      'Kfoo HASH /x',
      'Kfoo hash.x /x',
      'Kfoo regex -a@ a.b',
      'Kfoo dns -R A',
      'Kfoo text -k 0 -v 1 /x',
      'Kfoo sequence host',
      'Kfoo null',
      'K foo hash /x',
      'Ka hash /x\nKb sequence a',
    );
    refused(
      'cf/bad-map',
      'K',
      'Kfoo',
      'Kfoo hash',
      'Kfoo hsh /x',
      'Kfoo hash -Q /x',
      'Kfoo dns',
      'Kfoo sequence nosuch',
      'Kfoo dbm /x',
    );
    taken(
      'Mfoo, P=/x, A=x y',
      'Mfoo P=/x, A=x',
      'Mfoo, Path=/x,\n\tArgv=x',
      'Mfoo, P=[IPC], A=TCP $h',
      'Qfoo, P=/x, F=f, R=2',
      'Qfoo',
    );
    refused(
      'cf/bad-equate',
      'M',
      'Mfoo',
      'Mfoo, P=/x',
      'Mfoo, A=x',
      'Mfoo, Z=1, P=/x, A=x',
      'Mfoo, P=/x, F, A=x',
      'Mfoo, P=[IPC], A=x',
      'Mfoo, P=[TCP], A=TCP $h',
      'M foo, P=/x, A=x',
      'Q',
      'Qfoo, Z=1',
      'X',
    );
  });

  it('takes any text, in linear time', function () {
    this.timeout(HANG);
    const word = fc.constantFrom(
      ...[
        'R',
        'S',
        'O ',
        'K',
        'M',
        'X',
        'Q',
        'D',
        'C{',
        'F',
        'H',
        '=',
        ', ',
        '$*',
        '$1',
        '$(',
        '\t',
        ' ',
        '\n',
        '\n ',
        '\r\n',
        '#',
        'x',
        'PrivacyOptions',
        'é',
        '\\',
        ':',
      ],
    );
    fc.assert(fc.property(fc.array(word, { maxLength: 40 }), (words) => assertSound(cf, words.join(''))));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assertSound(cf, text)));
    for (const text of [
      'R$*\t$1\n'.repeat(100_000),
      'O Foo=1\n'.repeat(50_000),
      ' \n'.repeat(500_000),
      'M' + ', a=b'.repeat(100_000),
      'S0\nR' + '$('.repeat(300_000) + '\tx',
    ])
      assertJudged(cf, text);
  });
});
