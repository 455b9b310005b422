import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { compare } from '../../../server/src/core/compare/compare';
import { pageHtml } from '../../../server/src/core/compare/ladder/html';
import type { Ladder, Rung, Step } from '../../../server/src/core/compare/ladder/model';
import { pageOf, type Page } from '../../../server/src/core/compare/ladder/page';
import { duration, inWords } from '../../../server/src/core/compare/ladder/rows';
import { pageSvg } from '../../../server/src/core/compare/ladder/svg';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import { corpusText } from '../../support/corpus';
import { elementsOf } from '../../support/markup';

function pageOfLogs(client: string, server: string, names: [string, string] = ['client.log', 'server.log']): Page {
  const [first, second] = [readTranscript(client), readTranscript(server)];
  return pageOf(compare(first, second), first, second, names);
}

function pageOfPair(name: string): Page {
  return pageOfLogs(corpusText(`pairs/${name}/client.log`), corpusText(`pairs/${name}/server.log`));
}

function ladder(page: Page, pair = 0): Ladder {
  return page.hops[0]!.ladders.get(pair)!;
}

const range = (end: { line: number; endLine: number } | undefined): string =>
  !end ? '-' : end.endLine > end.line ? `${end.line + 1}-${end.endLine + 1}` : String(end.line + 1);

/** A rung as a reader sees it: mark, the lines of both logs, what is said. */
function told(rung: Rung): string {
  if (rung.kind === 'pause') return `pause ${range(undefined)}|${rung.server ?? '-'}`;
  const lines = `${range(rung.client)}|${range(rung.server)}`;
  if (rung.kind === 'fold') return `${rung.word ?? '='} ${lines} ${rung.title}: ${rung.words}`;
  const said = [rung.client?.text, rung.server?.text].filter((x) => x !== undefined);
  return `${rung.word ?? '='} ${lines} ${[...new Set(said)].join(' ≠ ')}${rung.answer === undefined ? '' : ` → ${rung.answer}`}${rung.why === undefined ? '' : ` (${rung.why})`}`;
}

const html = (page: Page): string => pageHtml(page, { nonce: 'n' });
const pairs = readdirSync('test/fixtures/corpus/pairs');

describe('ladder: what it shows', () => {
  it('every exchange that differs, with the lines of both logs, and folds the rest', () => {
    assert.deepEqual(ladder(pageOfPair('clamsmtp--swaks--sendmail')).rungs.map(told), [
      'changed 3|1 220 smtp.passthru ≠ 220 mail.example.com ESMTP Sendmail 8.17.1.9/8.17.1.9; Sun, 22 Nov 2026 04:06:46 GMT',
      '= 4|2 EHLO client.example.org',
      'changed 5|3 250-smtp.passthru ≠ 250-mail.example.com Hello mail.example.com [127.0.0.1], pleased to meet you',
      'withheld -|5 250-PIPELINING (not passed on)',
      'withheld -|13 250-STARTTLS (not passed on)',
      '= 6-15|4-15 10 identical reply lines: ENHANCEDSTATUSCODES, EXPN, VERB, 8BITMIME, SIZE, DSN, ETRN, AUTH, …',
      '= 16-19|16-19 2 identical exchanges: MAIL, RCPT',
      '= 20|20 DATA',
      'changed 21|21 354 Start mail input; end with <CRLF>.<CRLF> ≠ 354 End data with <CR><LF>.<CR><LF>',
      '= 22-29|22-29 8 identical header lines: From … Content-Transfer-Encoding',
      'added -|30 X-Virus-Scanned: ClamAV using ClamSMTP (the client did not send this)',
      '= 30-44|31-45 15 identical message lines: message text',
      '= 46|47 250 2.0.0 6AM46kw6024416 Message accepted for delivery',
      '= 47-48|48-49 1 identical exchange: QUIT',
    ]);
  });

  it('a message that was held back on both sides, at its own time on each', () => {
    const rungs = ladder(pageOfPair('scripted-symantec--ssmtp-hops554--postfix')).rungs.map(told);
    assert.deepEqual(rungs.slice(1, 6), [
      'held back 8|- DATA (not passed on now)',
      'answered early 9|- 354 Please start mail input. (the server was not asked)',
      'held back 10-73|- message, 63 lines, its text in one log only (nothing passed on yet)',
      'added -|115-116 RSET → 250 2.0.0 Ok (the client sent no RSET)',
      'pause -|1',
    ]);
    assert.ok(rungs.includes('added -|124-133 MAIL FROM:<bob@example.org> → 250 2.1.0 Ok (sent in line 4)'));
    assert.ok(rungs.includes('let through -|207 DATA (waiting since line 8)'));
    assert.ok(rungs.includes('changed 74|219 250 Mail queued for delivery. ≠ 554 5.4.0 Error: too many hops'));
  });

  it('no mark between two logs of a direct connection', () => {
    for (const name of pairs.filter((p) => p.startsWith('direct--'))) {
      const page = pageOfPair(name);
      for (const { rungs, counts } of page.hops[0]!.ladders.values()) {
        assert.deepEqual(counts, { changed: 0, withheld: 0, added: 0, timing: 0 }, name);
        assert.ok(
          rungs.every((r) => r.kind === 'pause' || r.change === undefined),
          name,
        );
      }
    }
  });

  it('a mark wherever the verdict rests on what was said', () => {
    for (const name of pairs) {
      const page = pageOfPair(name);
      for (const [i, { rungs }] of page.hops[0]!.ladders) {
        const pair = page.hops[0]!.report.pairs[i]!;
        if (pair.verdict !== 'likely' && pair.verdict !== 'certain') continue;
        assert.ok(
          rungs.some((r) => r.kind !== 'pause' && r.change !== undefined),
          name,
        );
      }
    }
  });

  it('only lines that the logs have, and evidence that there is', () => {
    for (const name of pairs) {
      const page = pageOfPair(name);
      const lines = ['client.log', 'server.log'].map((log) => corpusText(`pairs/${name}/${log}`).split(/\r\n|\r|\n/).length);
      const { ladders, report } = page.hops[0]!;
      for (const [i, { rungs }] of ladders)
        for (const rung of rungs.flatMap((r): (Rung | Step)[] => (r.kind === 'fold' ? [r, ...r.steps] : [r]))) {
          if (rung.kind === 'pause') continue;
          for (const [side, at] of [
            ['client', report.swapped ? 1 : 0],
            ['server', report.swapped ? 0 : 1],
          ] as const) {
            const end = rung[side];
            if (end) assert.ok(end.line >= 0 && end.line <= end.endLine && end.endLine < lines[at]!, `${name} ${told(rung)}`);
          }
          for (const e of rung.evidence) assert.ok(report.pairs[i]!.evidence[e], name);
        }
    }
  });

  it('a habit once, with a count', () => {
    const dialogue = (noops: number): string =>
      [
        'S: 220 mail.example.com ESMTP',
        'C: EHLO a.example',
        'S: 250 mail.example.com',
        ...Array.from({ length: noops }, () => ['C: NOOP', 'S: 250 2.0.0 OK']).flat(),
        'C: MAIL FROM:<a@a.example>',
        'S: 250 2.1.0 Ok',
        'C: QUIT',
        'S: 221 2.0.0 Bye',
      ].join('\n');
    const { rungs } = ladder(pageOfLogs(dialogue(0), dialogue(214)));
    const fold = rungs.find((r) => r.kind === 'fold' && r.change);
    assert.equal(fold && told(fold), 'added -|4-431 214 × NOOP: each answered 250 2.0.0 OK');
  });

  it('a session of thirty thousand equal exchanges as a few rows', () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `C: RCPT TO:<u${i}@b.example>\nS: 250 2.1.5 Ok`).join('\n');
    const log = `S: 220 mail.example.com ESMTP\nC: EHLO a.example\nS: 250 mail.example.com\nC: MAIL FROM:<a@a.example>\nS: 250 Ok\n${many}\nC: QUIT\nS: 221 Bye`;
    const page = pageOfLogs(log, log.replace('221 Bye', '221 See you'));
    assert.ok(ladder(page).rungs.length < 10);
    assert.ok(html(page).length < 500_000);
    assert.ok(html(page).includes('identical exchanges'));
  });

  it('pauses that a clock shows, and which log has none', () => {
    const { rungs, clocks } = ladder(pageOfPair('clamsmtp--mutt-clock-8min-slow--postfix'));
    assert.deepEqual(clocks, { client: true, server: true });
    assert.ok(rungs.some((r) => r.clock !== undefined));
    assert.ok(html(pageOfPair('scripted-symantec--ssmtp-hops554--postfix')).includes('client.log has no clock.'));
  });

  it('durations as one says them', () => {
    assert.deepEqual([1, 59.4, 60, 125, 3600, 7380].map(duration), [
      '1 s',
      '59 s',
      '1 min 0 s',
      '2 min 5 s',
      '1 h 0 min',
      '2 h 3 min',
    ]);
  });

  it('steps in words, for who does not see the arrows', () => {
    const steps = ladder(pageOfPair('clamsmtp--swaks--sendmail')).rungs.filter((r) => r.kind === 'step');
    assert.equal(inWords(steps[1]!), "client sends EHLO client.example.org, line 4, line 2 of the server's log");
    assert.equal(inWords(steps[3]!), 'withheld: server sends 250-PIPELINING, line 5; not passed on');
    assert.match(
      inWords(steps[0]!),
      /^changed: server sends 220 mail\.example\.com .*, line 1; client gets 220 smtp\.passthru, line 3$/,
    );
  });
});

describe('ladder: page and drawing', () => {
  it('are well formed for every pair of the corpus, and their references lead somewhere', () => {
    for (const name of pairs) {
      const page = pageOfPair(name);
      const elements = elementsOf(html(page), true);
      const ids = elements.flatMap((e) => e.attributes['id'] ?? []);
      assert.equal(new Set(ids).size, ids.length, `${name}: ids are unique`);
      for (const { attributes } of elements) {
        for (const id of (attributes['data-ref'] ?? '').split(' ').filter(Boolean)) assert.ok(ids.includes(id), `${name}: ${id}`);
        if (attributes['href']?.startsWith('#h')) assert.ok(ids.includes(attributes['href'].slice(1)), name);
      }
      const svg = pageSvg(page, '');
      if (page.hops[0]!.ladders.size > 0) assert.equal(elementsOf(svg)[0]!.name, 'svg', name);
    }
  });

  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onfocus='alert(1)' autofocus='",
    '</style></title></code></li><svg/onload=alert(1)>',
    ']]><!--',
    '&lt;b&gt; &#60; &amp;',
    'a\u202egpj.exe\u2066\u0000\u0007\u001b[31m\ud800\ufffe',
    'javascript:alert(1) {{x}} ${x} `x`',
  ];

  it('show hostile text of logs and names as text', () => {
    const log = (greeting: string, extra: string[]): string =>
      [
        `S: 220 ${greeting}`,
        `C: EHLO ${hostile[1]}`,
        `S: 250-${hostile[0]}`,
        ...hostile.map((h) => `S: 250-X${h.replace(/[\r\n]/g, '')}`),
        'S: 250 HELP',
        `C: MAIL FROM:<${hostile[2]}>`,
        `S: 250 ${hostile[3]}`,
        `C: RCPT TO:<a@b.example> ${hostile[4]}`,
        `S: 250 ${hostile[5]}`,
        'C: DATA',
        `S: 354 ${greeting}`,
        ...extra.map((e) => `C: ${e}`),
        'C: .',
        `S: 250 ${hostile[7]}`,
        'C: QUIT',
        'S: 221 Bye',
      ].join('\n');
    const page = pageOfLogs(
      log(`a ${hostile[0]}`, ['Subject: a', '', 'text']),
      log(`b ${hostile[3]}`, [`X-${hostile[0]}: 1`, 'Subject: a', `X-Evil: ${hostile[1]}`, '', 'text', ...hostile]),
      [`<b>"'.log`, 'se&rver</title>.log'],
    );
    assert.notEqual(page.verdict, 'none');
    for (const script of [undefined, 'https://x.example/ladder.js']) {
      const elements = elementsOf(pageHtml(page, { nonce: 'n', ...(script && { script, state: '[{"uri":"</main>"}]' }) }), true);
      const known =
        /^(!doctype|html|head|meta|title|style|body|main|header|p|span|i|b|h[1-4]|dl|div|dt|dd|section|ol|ul|li|code|small|details|summary|a|table|thead|tbody|tr|th|td)$/;
      for (const { name, attributes } of elements) {
        if (script && (name === 'script' || name === 'button')) continue;
        assert.match(name, known);
        for (const [key, value] of Object.entries(attributes)) {
          assert.ok(!/^on|^style$|^src/.test(key), key);
          if (key === 'href') assert.match(value, /^#/);
        }
      }
      assert.equal(elements.filter((e) => e.name === 'script').length, script ? 1 : 0);
    }
    elementsOf(pageSvg(page, ''));
    assert.ok(!/[\u202a-\u202e\u2066-\u2069\x00]/.test(html(page)));
  });

  it('name no login of a log', () => {
    let auth = 0;
    for (const name of pairs.filter((p) => /auth/.test(p))) {
      const page = pageOfPair(name);
      const text = html(page) + pageSvg(page, '') + JSON.stringify([...page.hops[0]!.ladders]);
      for (const secret of ['Passw0rd', 'UGFzc3cwcmQ', 'AGFsaWNl', 'FzZSBQYXNz'])
        assert.ok(!text.includes(secret), `${name}: ${secret}`);
      auth += text.includes('AUTH PLAIN') || text.includes('AUTH LOGIN') ? 1 : 0;
    }
    assert.ok(auth > 0);
  });

  it('let nothing load: the policy admits only what bears the nonce', () => {
    const policy = (text: string): string =>
      elementsOf(text, true).find((e) => e.attributes['http-equiv'])!.attributes['content']!;
    const page = pageOfPair('seed-ibm');
    assert.equal(
      policy(html(page)).replaceAll('&#39;', "'"),
      "default-src 'none'; style-src 'nonce-n'; base-uri 'none'; form-action 'none'",
    );
    assert.match(policy(pageHtml(page, { nonce: 'x', script: 'a.js' })), /script-src &#39;nonce-x&#39;|script-src 'nonce-x'/);
    assert.ok(!/url\(|@import|https?:/.test(html(page)));
  });

  it('of many sessions list all and show one, the differing first', () => {
    const page = pageOfPair('mixed--interleaved6-two-via-clamsmtp--sendmail');
    const text = html(page);
    const sessions = elementsOf(text, true).filter((e) => e.name === 'details' && e.attributes['name']);
    assert.equal(sessions.length, 6);
    assert.deepEqual(
      sessions.map((s) => 'open' in s.attributes),
      [true, false, false, false, false, false],
    );
    const verdicts = [...text.matchAll(/<summary><span class="scale"[^>]*>(?:<i[^>]*><\/i>)+<\/span><b>(\w+)/g)].map((m) => m[1]);
    assert.deepEqual(verdicts, ['certain', 'certain', 'none', 'none', 'none', 'none']);
  });

  it('tell of each row which one it is, of as many as the ladder has, drawn or not', () => {
    const page = pageOfPair('clamsmtp--swaks--sendmail');
    const nth = (text: string): string[] =>
      elementsOf(text, true)
        .filter((e) => e.name === 'li' && /^h0p0r/.test(e.attributes['id'] ?? ''))
        .map(({ attributes }) => `${attributes['aria-posinset']}/${attributes['aria-setsize']}`);
    assert.deepEqual(
      nth(html(page)),
      Array.from({ length: 14 }, (_, i) => `${i + 1}/14`),
    );

    const reply = (i: number): string => ['Ok', 'Accepted', 'Fine', 'Known'][i % 4]! + 'x'.repeat(i % 7);
    const log = (said: (i: number) => string): string =>
      [
        'S: 220 mail.example.com ESMTP',
        'C: EHLO a.example',
        'S: 250 mail.example.com',
        'C: MAIL FROM:<a@a.example>',
        'S: 250 Ok',
        ...Array.from({ length: 2000 }, (_, i) => [`C: RCPT TO:<u${i}@b.example>`, `S: 250 ${said(i)}`]).flat(),
        'C: QUIT',
        'S: 221 Bye',
      ].join('\n');
    const long = pageOfLogs(
      log((i) => `2.1.5 Ok${'y'.repeat(i % 5)}`),
      log(reply),
    );
    const { rungs, left } = ladder(long);
    assert.ok(left > 0);
    assert.equal(nth(html(long)).at(-1), `${rungs.length}/${rungs.length + left}`);
  });

  it('say of two logs that tell the same what was looked at, and what that does not prove', () => {
    const text = html(pageOfPair('direct--swaks--sendmail'));
    for (const said of ['Looked at', 'not in the logs', 'What this does not prove', 'To be surer', 'all identical'])
      assert.ok(text.includes(said), said);
    assert.ok(!text.includes('<button'), 'nothing to press where nothing answers');
  });
});
