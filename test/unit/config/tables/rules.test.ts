import assert from 'node:assert/strict';
import { languages } from '../../../../server/src/core/languages';
import type { Language } from '../../../../server/src/core/language';
import { fixed, problemsOf } from '../../../support/marked';

/** A line of a table, the problems at it without their namespace, and the line after the first fix. */
type Row = [line: string, problems: string[], fix?: string];

function table(name: string, rows: readonly Row[]): void {
  const language = languages.get(`sendmail-${name}`) as Language;
  describe(`${name}: rules`, () => {
    for (const [line, problems, fix] of rows) {
      it(line.replaceAll('\t', ' ').replaceAll('\n', ' / '), () => {
        const found = problemsOf(language, line).map((p) =>
          p
            .replace(`${name}/`, '')
            .replace(/^1:\d+ /, '')
            .replace(/^(\d+):\d+ /, '$1 '),
        );
        assert.deepEqual(found, problems);
        if (fix === undefined) return;
        const rule = problems[0]!.split(' ').at(-1)!;
        assert.equal(fixed(language, line, rule.includes('/') ? rule : `${name}/${rule}`), fix);
        assert.deepEqual(problemsOf(language, fix), [], 'the fix leaves a problem');
      });
    }
  });
}

table('virtusertable', [
  ['info@example.com\talice', []],
  ['@example.net\t%1@example.org', []],
  ['@example.net\t%1%3@example.org', []],
  ['user+*@example.com\tuser+%2@example.org', []],
  ['a++@example.com\tb', []],
  ['a@example.com\tAlice <alice@example.org>', []],
  ['a@example.com\t"a b"@example.org', []],
  ['a@example.com\t\\alice', []],
  ['a@example.com\terror:nouser 550 No such user', []],
  ['a@example.com\terror:nouser No such user', []],
  ['a@example.com\terror:5.7.0:550 ticket #12', []],
  ['a@example.com\terror:tempfail 451 later', []],
  ['example.com\tbob', ['warning key-form'], '@example.com\tbob'],
  ['*@example.com\tbob', ['warning key-form'], '@example.com\tbob'],
  ['.example.com\tbob', ['warning key-form']],
  ['user@\tbob', ['warning key-form']],
  ['user\tbob', ['warning key-form']],
  ['u@*.example.com\tbob', ['warning key-form']],
  ['<u@example.com>\tbob', ['warning key-form'], 'u@example.com\tbob'],
  ['u@example.com,\tbob', ['warning key-form'], 'u@example.com\tbob'],
  ['u@example.com.\tbob', ['warning key-form'], 'u@example.com\tbob'],
  ['josé@example.com\tbob', ['warning map/non-ascii']],
  ['u@example.com\tbob # office', ['error map/comment-in-value'], '# office\nu@example.com\tbob'],
  ['u@example.com\terror:nouser 550 gone # May', ['warning map/comment-in-value'], '# May\nu@example.com\terror:nouser 550 gone'],
  ['u@example.com\talice, bob', ['error several-recipients']],
  ['u@example.com\talice bob', ['error several-recipients']],
  ['u@example.com\ta@b.example,c@d.example', ['error several-recipients']],
  ['u@example.com\t|/usr/bin/prog x, y', ['error delivery']],
  ['u@example.com\t"|/usr/bin/prog x"', ['error delivery']],
  ['u@example.com\t/dev/null', ['error delivery']],
  ['u@example.com\t:include:/etc/list', ['error delivery']],
  ['u@example.com\terror:nouser', ['warning error-form']],
  ['u@example.com\terror:', ['warning error-form']],
  ['u@example.com\terror', ['warning error-form'], 'u@example.com\terror:nouser 550 No such user here'],
  ['u@example.com\tREJECT', ['warning error-form']],
  ['u@example.com\terror:550 gone', ['warning error-form'], 'u@example.com\terror:nouser 550 gone'],
  ['u@example.com\terror:nouser:550 gone', ['warning error-form'], 'u@example.com\terror:nouser 550 gone'],
  ['u@example.com\terror:5.1.1 550 gone', ['warning error-form'], 'u@example.com\terror:5.1.1:550 gone'],
  ['u@example.com\terror:5.1.1:gone', ['warning error-form'], 'u@example.com\terror:5.1.1:550 gone'],
  ['u@example.com\terror:4.1.1:later', ['error error-form'], 'u@example.com\terror:4.1.1:450 later'],
  ['u@example.com\terror:tempfail later', ['error error-form'], 'u@example.com\terror:tempfail 451 later'],
  ['u@example.com\terror:TempFail later', ['error error-form'], 'u@example.com\terror:tempfail 451 later'],
  ['u@example.com\terror:nosuer 550 gone', ['warning error-form'], 'u@example.com\terror:nouser 550 gone'],
  ['u@example.com\tbob@', ['error bad-recipient']],
  ['u@example.com\tbob@example..org', ['error bad-recipient']],
  ['@example.com\t@example.org', ['error bad-recipient']],
  ['u@example.com\t<bob', ['error bad-recipient']],
  ['u@example.com\ta@b@c', ['error bad-recipient']],
  ['u@example.com\t%2@example.org', ['warning percent']],
  ['@example.com\t%4@example.org', ['error percent']],
  ['@example.com\t%1@example.com', ['error loop']],
  ['u@example.com\tU@Example.com', ['error loop']],
  ['u@example.com\t%0', ['error loop']],
  ['a@example.net\tb@example.net\nb@example.net\ta@example.net', ['error loop', '2 error loop']],
  ['@a.example\t%1@b.example\n@b.example\tx+y@a.example', ['error loop', '2 error loop']],
  ['@a.example\t%1@b.example\nx@b.example\tx@a.example\n@b.example\tbob', []],
]);

table('mailertable', [
  ['example.com\tsmtp:[mail.internal.example]', []],
  ['.example.com\tesmtp:mx1.example.org:[mx2.example.org]', []],
  ['.\tsmtp:smarthost.example.net', []],
  ['example.com\tSMTP :[192.168.11.1]', []],
  ['example.com\tsmtp:[IPv6:2001:db8::1]', []],
  ['example.com\tlocal:', []],
  ['example.com\tlocal:alice', []],
  ['192.0.2.1\tsmtp:[a.example]', []],
  ['example.com\terror:5.7.1:550 closed', []],
  ['example.com\terror:550 closed', []],
  ['*.example.com\tsmtp:[a.example]', ['warning key-form'], '.example.com\tsmtp:[a.example]'],
  ['*\tsmtp:[a.example]', ['warning key-form'], '.\tsmtp:[a.example]'],
  ['@example.net\tsmtp:[a.example]', ['warning key-form'], 'example.net\tsmtp:[a.example]'],
  ['u@example.net\tsmtp:[a.example]', ['warning key-form']],
  ['[192.0.2.1]\tsmtp:[a.example]', ['warning key-form']],
  ['example.net.\tsmtp:[a.example]', ['warning key-form'], 'example.net\tsmtp:[a.example]'],
  ['example.com\tmail.example.com', ['error mailer-missing'], 'example.com\tesmtp:mail.example.com'],
  ['example.com\t192.168.11.1', ['error mailer-missing'], 'example.com\tesmtp:[192.168.11.1]'],
  ['example.com\t[IPv6:2001:db8::1]', ['error mailer-missing'], 'example.com\tesmtp:[IPv6:2001:db8::1]'],
  ['example.com\tsmpt:[a.example]', ['error unknown-mailer'], 'example.com\tsmtp:[a.example]'],
  ['example.com\tuucp-dom:a', ['warning unknown-mailer']],
  ['example.com\tlmtp:a', ['warning unknown-mailer']],
  ['example.com\tdovecot:a', ['warning unknown-mailer']],
  ['example.com\tdiscard:', ['error unknown-mailer']],
  ['example.com\tsmtp:', ['error host-form']],
  ['example.com\tsmtp:192.168.11.1', ['warning host-form'], 'example.com\tsmtp:[192.168.11.1]'],
  ['example.com\tsmtp:[192.168.11.1', ['error host-form'], 'example.com\tsmtp:[192.168.11.1]'],
  ['example.com\tsmtp:[a.example]:2525', ['warning host-form']],
  ['example.com\tsmtp:[a.example] 2525', ['warning host-form']],
  ['example.com\tsmtp:a.example, b.example', ['error host-form'], 'example.com\tsmtp:a.example:b.example'],
  ['example.com\tsmtp:a.example # main', ['error map/comment-in-value'], '# main\nexample.com\tsmtp:a.example'],
  ['example.com\terror:nohost Domain closed', ['info error-form']],
  ['example.com\terror:', ['warning error-form']],
  ['example.com\terror:5.7.1 550 closed', ['warning error-form'], 'example.com\terror:5.7.1:550 closed'],
]);

table('domaintable', [
  ['old.example\tnew.example', []],
  ['@old.example\tnew.example', ['warning key-form'], 'old.example\tnew.example'],
  ['u@old.example\tnew.example', ['warning key-form']],
  ['.old.example\tnew.example', ['warning key-form']],
  ['*.old.example\tnew.example', ['warning key-form']],
  ['[192.0.2.1]\tnew.example', ['warning key-form']],
  ['old.example\t@new.example', ['error value-form'], 'old.example\tnew.example'],
  ['old.example\tnew.example x', ['error value-form']],
  ['old.example\tnew.example # x', ['error map/comment-in-value'], '# x\nold.example\tnew.example'],
  ['c.example\tC.example', ['info one-step']],
  ['a.example\tb.example\nb.example\tc.example', ['info one-step']],
  ['yahoo.com\tsh.abc.com', ['info one-step']],
]);

table('genericstable', [
  ['jwu\tjwu88@isp.example', []],
  ['tom@example.com\tTom <tom@isp.example>', []],
  ['@example.net\t%1@isp.example', []],
  ['bob+*\tbob@isp.example', []],
  ['kim\tkim', []],
  ['*\tx@isp.example', ['warning key-form']],
  ['jwu@\tx@isp.example', ['warning key-form'], 'jwu\tx@isp.example'],
  ['.example.com\tx@isp.example', ['warning key-form']],
  ['jwu\tjwu@', ['warning value-form']],
  ['tom\t@isp.example', ['warning value-form']],
  ['lee\tlee@isp.example, x@isp.example', ['error value-form']],
  ['lee\tlee@isp.example x@isp.example', ['error value-form']],
  ['lee\tlee x', ['warning value-form']],
  ['lee\terror:nouser gone', ['warning value-form']],
  ['lee\tlee@isp.example # new', ['error map/comment-in-value'], '# new\nlee\tlee@isp.example'],
]);
