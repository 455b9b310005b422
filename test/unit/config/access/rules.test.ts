import assert from 'node:assert/strict';
import { access } from '../../../../server/src/core/config/access/language';
import { fixed, problemsOf } from '../../../support/marked';

/** The problems of one line, without its place in the file. */
function ofLine(line: string): string[] {
  return problemsOf(access, line).map((p) => p.replace(/^1:/, ''));
}

describe('access: what makemap refuses', () => {
  it('refuses lines that begin with a blank, comments and blank lines among them', () => {
    assert.deepEqual(problemsOf(access, 'Connect:10.1\tRELAY\n  # c\n \tFrom:a@b.example\tOK\n \n'), [
      '2:1 error map/leading-space',
      '3:1 error map/leading-space',
      '4:1 error map/leading-space',
    ]);
  });

  it('takes CR LF files, but not their empty lines', () => {
    assert.deepEqual(problemsOf(access, '# c\r\nConnect:10.1\tRELAY\r\n\r\nTo:a.example\tRELAY\r\n'), [
      '3:1 error map/leading-space',
    ]);
  });

  it('refuses a key without a value', () => {
    assert.deepEqual(problemsOf(access, 'Connect:10.2\nFrom:x@example.net \t\n'), [
      '1:1 error map/missing-value',
      '2:1 error map/missing-value',
    ]);
    assert.equal(fixed(access, 'Connect:10.3=RELAY', 'map/missing-value'), 'Connect:10.3\tRELAY');
  });

  it('keeps the first of two entries; capitals and blanks do not count', () => {
    const text = 'Connect:10.1\tRELAY\nconnect:10.1 REJECT\nCONNECT:10.1\tRELAY\n';
    assert.deepEqual(problemsOf(access, text), ['2:1 error map/duplicate-key', '3:1 error map/duplicate-key']);
    assert.equal(fixed(access, text, 'map/duplicate-key'), 'Connect:10.1\tRELAY\nCONNECT:10.1\tRELAY\n');
    assert.deepEqual(problemsOf(access, 'a.example\na.example\tOK\n'), ['1:1 error map/missing-value']);
  });

  it('refuses lines of more than 1022 bytes, counted as UTF-8, and lines with a NUL', () => {
    const of = (value: string): string[] =>
      ofLine(`From:a@b.example\tERROR:5.7.1:550 ${value}`).filter((p) => p.includes('map/'));
    assert.deepEqual(of('x'.repeat(989)), []);
    assert.deepEqual(of('x'.repeat(990)), ['1 error map/line-too-long']);
    assert.deepEqual(of('ü'.repeat(500)), ['1 error map/line-too-long']);
    assert.deepEqual(of('\0'), ['1 error map/line-too-long']);
  });

  it('says once that lone carriage returns end no line', () => {
    assert.deepEqual(
      problemsOf(access, 'Connect:10.1\tRELAY\rConnect:10.2\tRELAY\rx').filter((p) => p.includes('lone')),
      ['1:19 error map/lone-cr'],
    );
  });
});

describe('access: keys', () => {
  const keys: [line: string, problem: string | undefined, fix?: string][] = [
    ['Connect:10.1\tOK', undefined],
    ['Connect:10.1.2.3\tOK', undefined],
    ['Connect:IPv6:2001:db8:1\tOK', undefined],
    ['connect:ipv6:2001:DB8:0:0:0:0:0:1\tOK', undefined],
    ['IPv6:2001:db8\tOK', undefined],
    ['Connect:IPv6\tOK', undefined],
    ['Connect:192.168.0.0/16\tOK', 'cidr', 'Connect:192.168\tOK'],
    ['Connect:10.1.2.3/8\tOK', 'cidr', 'Connect:10\tOK'],
    ['Connect:10.1.2.3/32\tOK', 'cidr', 'Connect:10.1.2.3\tOK'],
    ['Connect:10.1.2.0/23  OK', 'cidr', 'Connect:10.1.2  OK\nConnect:10.1.3  OK'],
    ['Connect:172.16.0.0/255.255.0.0\tOK', 'cidr', 'Connect:172.16\tOK'],
    ['Connect:10.1.2.0/99\tOK', 'cidr'],
    ['Connect:IPv6:2001:db8:4::/48\tOK', 'cidr', 'Connect:IPv6:2001:db8:4\tOK'],
    ['Connect:2001:db8::/32\tOK', 'cidr', 'Connect:IPv6:2001:db8\tOK'],
    ['Connect:10.5-10.6\tOK', 'range', 'Connect:10.5\tOK\nConnect:10.6\tOK'],
    ['Connect:10.1.2.8-9\tOK', 'range', 'Connect:10.1.2.8\tOK\nConnect:10.1.2.9\tOK'],
    ['Connect:10.1.2.\tOK', 'trailing-dot', 'Connect:10.1.2\tOK'],
    ['Connect:example.net.\tOK', 'trailing-dot', 'Connect:example.net\tOK'],
    ['Connect:IPv6:2001:db8:\tOK', 'trailing-dot', 'Connect:IPv6:2001:db8\tOK'],
    ['Connect:10.1.*\tOK', 'wildcard', 'Connect:10.1\tOK'],
    ['*.example.org\tOK', 'wildcard', 'example.org\tOK'],
    ['*@example.org\tOK', 'wildcard', 'example.org\tOK'],
    ['From:user@*.example.net\tOK', 'wildcard'],
    ['Connect:*\tREJECT', 'wildcard'],
    ['From:joe+*@example.net\tOK', undefined],
    ['From:joe+*@\tOK', undefined],
    ['Connect:2001:db8:2\tOK', 'ipv6-form', 'Connect:IPv6:2001:db8:2\tOK'],
    ['Connect:fe80::1\tOK', 'ipv6-form', 'Connect:IPv6:fe80:0:0:0:0:0:0:1\tOK'],
    ['fe80::1\tOK', 'ipv6-form', 'IPv6:fe80:0:0:0:0:0:0:1\tOK'],
    ['Connect:IPv6:2001:0db8:0:0:0:0:0:1\tOK', 'ipv6-form', 'Connect:IPv6:2001:db8:0:0:0:0:0:1\tOK'],
    ['Connect:[10.1.2.3]\tRELAY', 'bracketed-address', 'Connect:10.1.2.3\tRELAY'],
    ['Connect:[IPv6:2001:db8:3:0:0:0:0:1]\tRELAY', 'bracketed-address', 'Connect:IPv6:2001:db8:3:0:0:0:0:1\tRELAY'],
    ['From:[10.1.2.3]\tOK', undefined],
    ['Connect:10.1.256\tOK', 'bad-address'],
    ['Connect:1.2.3.4.5\tOK', 'bad-address'],
    ['Connect:010.1\tOK', 'bad-address', 'Connect:10.1\tOK'],
    ['Connect:10.1.2.3:25\tOK', 'bad-address'],
    ['Connect:IPv6:1:2:3:4:5:6:7:8:9\tOK', 'bad-address'],
    ['.example.com\tREJECT', 'leading-dot', 'example.com\tREJECT'],
    ['@example.edu\tREJECT', 'leading-at', 'example.edu\tREJECT'],
    ['From:@example.edu\tREJECT', 'leading-at', 'From:example.edu\tREJECT'],
    ['Connect:10.1,\tOK', 'key-punctuation', 'Connect:10.1\tOK'],
    ['From:<joe@example.net>\tOK', 'key-punctuation', 'From:joe@example.net\tOK'],
    ['From:"joe"@example.net\tOK', 'key-punctuation'],
    ['From:a.example,b.example\tOK', 'key-punctuation'],
    ['Connect:\tOK', 'empty-key'],
    ['GreetPause:\t5000', 'empty-key'],
    ['ClientRate:\t10', undefined],
    ['TLS_Clt:\tVERIFY', undefined],
    ['From:10.1.2.3\tREJECT', 'wrong-kind-of-key', 'Connect:10.1.2.3\tREJECT'],
    ['To:10.1.2.0/24\tREJECT', 'wrong-kind-of-key'],
    ['ClientRate:localhost\t0', 'wrong-kind-of-key'],
    ['Connect:joe@example.net\tREJECT', 'wrong-kind-of-key'],
    ['Compat:a@b.example<@>c@d.example\tDISCARD:x', undefined],
    ['CERTISSUER:/C=US/O=Example\tRELAY', undefined],
    ['Nonsense:*\tOK', undefined],
  ];
  for (const [line, problem, fix] of keys) {
    it(line.replace('\t', ' '), () => {
      const found = problemsOf(access, line).filter((p) => !/open-relay|unknown-tag/.test(p));
      assert.deepEqual(
        found.map((p) => p.replace(/^\S+ /, '')),
        problem ? [`warning access/${problem}`] : [],
      );
      if (fix) assert.equal(fixed(access, line, `access/${problem}`), fix);
    });
  }

  it('take brackets for clients without a name, as cf/README has them', () => {
    assert.deepEqual(ofLine('Connect:[127.0.0.3]\tOK'), ['9 info access/bracketed-address']);
  });

  it('knows a tag without regard to case, and one that a TLS requirement names', () => {
    assert.deepEqual(
      problemsOf(access, 'conNECT:10.1\tOK\ntls_srv:x.example\tVERIFY+CITag:MyCA\nMyCA:/C=US\tOK\nOther:/C=US\tOK\n'),
      ['4:1 warning access/unknown-tag'],
    );
    assert.equal(fixed(access, 'Conect:10.1\tOK', 'access/unknown-tag'), 'Connect:10.1\tOK');
  });

  it('takes the blank beside a colon for what was meant', () => {
    assert.equal(fixed(access, 'from :x@example.net\tREJECT', 'access/blank-in-key'), 'from:x@example.net\tREJECT');
    assert.equal(fixed(access, 'From: x@example.net\tREJECT', 'access/blank-in-key'), 'From:x@example.net\tREJECT');
    assert.equal(fixed(access, 'ClientRate: 10.1 5', 'access/blank-in-key'), 'ClientRate:10.1 5');
    assert.deepEqual(ofLine('ClientRate: 5'), []);
    assert.deepEqual(ofLine('TLS_Srv: VERIFY + CN'), []);
  });
});

describe('access: values', () => {
  const values: [line: string, problems: string[], fix?: string][] = [
    ['From:a.example\tok', []],
    ['From:a.example\tReject', []],
    ['From:a.example\tERROR:5.7.1:550 text', []],
    ['From:a.example\terror:550 text', []],
    ['From:a.example\tERROR:"550 text (more)"', []],
    ['From:a.example\t550 5.7.1 text', []],
    ['From:a.example\tERROR:4.7.1:450 later', []],
    ['From:a.example\tERROR:5.7.1:550 see <postmaster@a.example> or ticket #12', []],
    ['From:a.example\tQUARANTINE:looks odd', []],
    ['Connect:10.1\tRELAY # office', ['error comment-in-value'], '# office\nConnect:10.1\tRELAY'],
    ['Connect:10.1\tRELAY\t#office', ['error comment-in-value'], '# office\nConnect:10.1\tRELAY'],
    ['Connect:10.1\tREJECT # spam', ['warning comment-in-value'], '# spam\nConnect:10.1\tREJECT'],
    ['From:a.example\t550 gone # since May', ['warning comment-in-value'], '# since May\nFrom:a.example\t550 gone'],
    ['Try_TLS:a.example\tNO # broken', ['error comment-in-value']],
    ['ClientRate:10.1\t5 # five', ['warning comment-in-value']],
    ['AuthInfo:a.example\t"U:me" "P:a #b"', []],
    ['Connect:10.3 = RELAY', ['error stray-sign'], 'Connect:10.3 RELAY'],
    ['Connect:10.3 => REJECT', ['warning stray-sign'], 'Connect:10.3 REJECT'],
    ['Connect:10.1\tRELAYED', ['error unknown-value'], 'Connect:10.1\tRELAY'],
    ['Connect:10.1\tRELAYING', ['error unknown-value'], 'Connect:10.1\tRELAY'],
    ['Connect:10.1\tokay', ['error unknown-value'], 'Connect:10.1\tOK'],
    ['Connect:10.1\tREJCT', ['warning unknown-value'], 'Connect:10.1\tREJECT'],
    ['Connect:10.1\tALLOW', ['error unknown-value'], 'Connect:10.1\tOK'],
    ['Connect:10.1\tdeny', ['warning unknown-value'], 'Connect:10.1\tREJECT'],
    ['Connect:10.1\tDROP', ['error unknown-value'], 'Connect:10.1\tDISCARD'],
    ['Connect:10.1\t"RELAY"', ['error unknown-value'], 'Connect:10.1\tRELAY'],
    ['Connect:10.1\tRELAY.', ['error unknown-value'], 'Connect:10.1\tRELAY'],
    ['From:a.example\tOK really', ['error unknown-value'], 'From:a.example\tOK'],
    ['From:a.example\tREJECT go away', ['warning unknown-value'], 'From:a.example\tERROR:5.7.1:550 go away'],
    ['From:a.example\tREJECT:550 go away', ['warning unknown-value'], 'From:a.example\tERROR:550 go away'],
    ['From:a.example\tERROR 550 text', ['warning unknown-value'], 'From:a.example\tERROR:550 text'],
    ['From:a.example\tERROR', ['warning unknown-value']],
    ['From:a.example\tDISCARD:text', ['error unknown-value'], 'From:a.example\tDISCARD'],
    ['From:a.example\tQUARANTINE odd', ['error unknown-value'], 'From:a.example\tQUARANTINE:odd'],
    ['From:a.example\tQUARANTINE', ['error quarantine-without-reason']],
    ['To:c@a.example\tno such user', ['warning unknown-value'], 'To:c@a.example\tERROR:5.1.1:550 no such user'],
    ['From:a.example\tokay then', ['warning unknown-value'], 'From:a.example\tERROR:5.7.1:550 okay then'],
    ['From:a.example\t550 long \\', ['warning continuation'], 'From:a.example\t550 long'],
    ['From:a.example\tSKIP', ['warning skip-needs-argument']],
    ['From:a.example\tERROR:', ['error error-syntax']],
    ['From:a.example\tERROR:5.7.1 550 five', ['warning error-syntax'], 'From:a.example\tERROR:5.7.1:550 five'],
    ['From:a.example\tERROR:5.7:550 five', ['warning error-syntax']],
    ['From:a.example\tERROR:nouser:550 five', ['warning error-syntax']],
    ['From:a.example\tERROR:5.7.1:250 fine', ['warning error-syntax']],
    ['From:a.example\tERROR:6.7.1:550 text', ['warning error-syntax']],
    ['From:a.example\tERROR:5.7.1:text', ['warning error-syntax'], 'From:a.example\tERROR:5.7.1:550 text'],
    ['From:a.example\tERROR:4.7.1:later', ['error error-syntax'], 'From:a.example\tERROR:4.7.1:450 later'],
    ['From:a.example\tERROR:go away', ['warning error-syntax'], 'From:a.example\tERROR:5.7.1:550 go away'],
    ['From:a.example\t550', ['warning error-syntax']],
    ['From:a.example\tERROR:4.7.1:550 mixed', ['warning error-code-mismatch'], 'From:a.example\tERROR:5.7.1:550 mixed'],
    ['From:a.example\t450 5.7.1 mixed', ['warning error-code-mismatch'], 'From:a.example\t450 4.7.1 mixed'],
    ['From:a.example\tERROR:5.7.1:550 no (spam)', ['warning reply-text'], 'From:a.example\tERROR:5.7.1:"550 no (spam)"'],
    ['From:a.example\t550 a < b', ['warning reply-text'], 'From:a.example\tERROR:"550 a < b"'],
    ['From:a.example\t550 5.7.1 a ) b', ['warning reply-text'], 'From:a.example\tERROR:"550 5.7.1 a ) b"'],
    ['From:example.com\tRELAY', ['info relay-without-effect'], 'From:example.com\tOK'],
    ['Spam:a@\tFRIENDS', ['warning value-of-tag'], 'Spam:a@\tFRIEND'],
    ['GreetPause:10\t5s', ['warning value-of-tag']],
    ['ClientConn:10\tten', ['warning value-of-tag']],
    ['TLS_Srv:a.example\tPERM+VERIFY:128+CN', []],
    ['TLS_Srv:a.example\tTEMP + ENCR:112', []],
    ['TLS_Srv:a.example\tOK', []],
    ['TLS_Srv:a.example\tENCR', ['error value-of-tag']],
    ['TLS_Srv:a.example\tyes', ['warning value-of-tag']],
    ['Connect:10.1\t550 für Sie', ['warning map/non-ascii']],
    ['From:josé@example.net\tREJECT', ['warning map/non-ascii']],
  ];
  for (const [line, problems, fix] of values) {
    it(line.replace('\t', ' '), () => {
      assert.deepEqual(
        ofLine(line).map((p) => p.replace(/^\d+ /, '').replace('access/', '')),
        problems,
      );
      if (fix) assert.equal(fixed(access, line, `access/${problems[0]!.split(' ')[1]!}`), fix);
    });
  }

  it('leaves no problem behind a fix', () => {
    for (const [line, problems, fix] of values) {
      if (fix && problems.length === 1) assert.deepEqual(ofLine(fix), [], line);
    }
  });
});

describe('access: blanks that are none', () => {
  it('are named as what they are, and repaired', () => {
    assert.deepEqual(ofLine('Connect:10.1\u00a0RELAY'), ['1 error map/missing-value', '13 warning map/non-ascii']);
    assert.equal(fixed(access, 'Connect:10.1\u3000RELAY', 'map/non-ascii'), 'Connect:10.1 RELAY');
    assert.equal(fixed(access, '\ufeffConnect:10.1\tRELAY', 'map/non-ascii'), 'Connect:10.1\tRELAY');
    assert.equal(fixed(access, 'Connect:10.1\tRELAY\u200b', 'map/non-ascii'), 'Connect:10.1\tRELAY');
  });
});

describe('access: open relays', () => {
  it('finds RELAY for top-level domains and whole first octets', () => {
    assert.deepEqual(ofLine('To:com\tRELAY'), ['1 error access/open-relay']);
    assert.deepEqual(ofLine('Connect:de\tRELAY'), ['1 error access/open-relay']);
    assert.deepEqual(ofLine('net\trelay'), ['1 error access/open-relay']);
    assert.deepEqual(ofLine('Connect:64\tRELAY'), ['1 warning access/open-relay']);
    assert.deepEqual(ofLine('10\tRELAY'), ['1 warning access/open-relay']);
  });

  it('leaves private networks and local names alone', () => {
    for (const line of [
      'Connect:10\tRELAY',
      'Connect:127\tRELAY',
      'Connect:lan\tRELAY',
      'To:internal\tRELAY',
      'To:com\tREJECT',
      'From:com\tOK',
    ]) {
      assert.deepEqual(ofLine(line), [], line);
    }
  });
});

describe('access: silence', () => {
  it('can be asked for in the comment above, as a line has none of its own', () => {
    assert.deepEqual(problemsOf(access, '# postmaster-ignore access/cidr\nConnect:10.1.0.0/16\tRELAY\n'), []);
    assert.deepEqual(problemsOf(access, 'Connect:10.1.0.0/16\tRELAY\n', { rules: { 'access/cidr': 'off' } }), []);
  });
});
