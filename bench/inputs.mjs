// Makes what is measured: files of about N lines that look like those of a busy mail server, the same bytes at every run.

/** A generator of numbers in [0, 1) that gives the same row for the same seed (xorshift32). */
export function randomFrom(seed) {
  let x = seed * 2654435761 || 1;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) / 2 ** 32;
  };
}

const domains = ['example.com', 'example.org', 'mail.example.net', 'dept.example.edu'];
const words = 'invoice parcel meeting ledger harbour copper window garden basket letter signal bridge winter orchard'.split(' ');
const pick = (random, list) => list[Math.floor(random() * list.length)];

/** What each kind of input is called, the language it is opened as, and how it is made. */
export const kinds = {
  aliases: { language: 'mail-aliases', file: 'aliases', make: aliases },
  access: { language: 'sendmail-access', file: 'access', make: access },
  transcript: { language: 'smtp-transcript', file: 'sendmail-x.smtp', make: transcript },
  json: { language: 'json', file: 'yardstick.json', make: json },
};

/** Aliases with a fault every few hundred lines: a name twice, no colon, a loop. */
function aliases(lines, random) {
  const out = ['# Aliases of a large site', 'MAILER-DAEMON: postmaster', 'postmaster: root', 'nobody: /dev/null'];
  for (let n = 0; out.length < lines; n++) {
    const name = `${pick(random, words)}.${n}`;
    const user = (i) => `user${i}@${domains[i % domains.length]}`;
    if (n % 900 === 300) out.push('postmaster: somebody');
    else if (n % 900 === 600) out.push(`${name} no-colon`);
    else if (n % 900 === 899) out.push(`ring${n}a: ring${n}b`, `ring${n}b: ring${n}a`);
    else if (n % 25 === 0) out.push(`# department ${n}`);
    else if (n % 25 === 1) out.push(`list-${n}: :include:/etc/mail/lists/${name}`, `owner-list-${n}: postmaster`);
    else if (n % 25 === 2) out.push(`${name}: "|/usr/local/bin/ticket --queue ${n}"`);
    else if (n % 8 === 3) out.push(`${name}: ${user(n)}, ${user(n + 1)},`, `\t${user(n + 2)},`, `\tpostmaster`);
    else out.push(`${name}: ${user(n)}`);
  }
  return `${out.join('\n')}\n`;
}

/** An access table with a fault every few hundred lines: an unknown action, a tag misspelt, a network in bits, a key twice. */
function access(lines, random) {
  const out = ['# access', 'Connect:localhost\tRELAY', 'Connect:127.0.0.1\tRELAY'];
  for (let n = 0; out.length < lines; n++) {
    const address = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
    const host = `${pick(random, words)}${n}.${domains[n % domains.length]}`;
    if (n % 800 === 200) out.push(`From:spam@${host}\tREJCT`);
    else if (n % 800 === 400) out.push(`Conect:${host}\tREJECT`);
    else if (n % 800 === 600) out.push('Connect:172.16.0.0/12\tREJECT');
    else if (n % 800 === 799) out.push('Connect:localhost\tREJECT');
    else {
      const rows = [
        () => `Connect:${address}\tREJECT`,
        () => `From:sales@${host}\tERROR:5.7.1:550 Not welcome`,
        () => `To:user${n}@${domains[n % domains.length]}\tOK`,
        () => `Connect:IPv6:2001:db8:0:0:0:0:${(n >> 12).toString(16)}:${(n & 0xfff).toString(16)}\tDISCARD`,
        () => `GreetPause:${address}\t${1000 * Math.floor(random() * 6)}`,
        () => `ClientRate:${address}\t${Math.floor(random() * 30)}`,
        () => `${host}\tREJECT`,
        () => `# batch ${n}`,
      ];
      out.push(rows[n % rows.length]());
    }
  }
  return `${out.join('\n')}\n`;
}

/** A log of sendmail -X: eight sessions at a time, their lines mixed. */
function transcript(lines, random) {
  const out = [];
  const sessions = (function* () {
    for (let n = 0; ; n++) yield session(n, random, 6);
  })();
  interleave(sessions, random, (line) => {
    out.push(line);
    return out.length < lines;
  });
  return out.slice(0, lines).join('');
}

/** The yardstick: one array of small objects. */
function json(lines, random) {
  const objects = [];
  for (let n = 0; 6 * n + 2 < lines; n++) {
    objects.push(
      `  {\n    "number": ${n},\n    "subject": "${pick(random, words)} ${n}",\n` +
        `    "host": "${domains[n % domains.length]}",\n    "seen": ${random() < 0.5}\n  }`,
    );
  }
  return `[\n${objects.join(',\n')}\n]\n`;
}

/**
 * One session between a client and sendmail, as pairs of who spoke (C or S) and what was said.
 * @param {number} body how many lines the message's text has
 */
export function session(n, random, body) {
  const domain = domains[n % domains.length];
  const client = `client${n}.${domain}`;
  const from = `${pick(random, words)}.${n}@${domain}`;
  const queue = `6AN${(n % 46656).toString(36).padStart(3, '0')}x${String(n % 1000000).padStart(6, '0')}`;
  const said = [];
  const ask = (command, ...replies) => said.push(['C', command], ...replies.map((r) => ['S', r]));
  said.push(['S', `220 mx.example.com ESMTP Sendmail 8.17.1/8.17.1; ${date(n)}`]);
  ask(
    `EHLO ${client}`,
    `250-mx.example.com Hello ${client} [192.0.2.${(n % 250) + 1}], pleased to meet you`,
    '250-ENHANCEDSTATUSCODES',
    '250-PIPELINING',
    '250-8BITMIME',
    '250-SIZE',
    '250-DSN',
    '250-ETRN',
    '250-DELIVERBY',
    '250 HELP',
  );
  ask(`MAIL FROM:<${from}>`, `250 2.1.0 <${from}>... Sender ok`);
  for (let i = 0; i <= n % 3; i++) {
    const to = `${words[(n + i) % words.length]}@example.com`;
    ask(`RCPT TO:<${to}>`, n % 20 === 7 && i === 1 ? `550 5.1.1 <${to}>... User unknown` : `250 2.1.5 <${to}>... Recipient ok`);
  }
  ask('DATA', '354 Enter mail, end with "." on a line by itself');
  const headers = [
    `Message-ID: <bench.${n}@${domain}>`,
    `From: <${from}>`,
    `Subject: ${pick(random, words)} ${n}`,
    `Date: ${date(n)}`,
  ];
  for (const line of headers) said.push(['C', line]);
  said.push(['C', '']);
  for (let i = 0; i < body; i++) said.push(['C', `${pick(random, words)} ${pick(random, words)}, line ${i} of number ${n}`]);
  ask('.', `250 2.0.0 ${queue} Message accepted for delivery`);
  ask('QUIT', '221 2.0.0 mx.example.com closing connection');
  return said;
}

function date(n) {
  return new Date(Date.UTC(2026, 10, 23, 6) + n * 2000).toUTCString().replace('GMT', '+0000');
}

/**
 * Writes sessions as one sendmail -X log, eight at a time, until `write` says no or there are none left.
 * @param {(line: string, n: number) => boolean} write takes a line with its end and the number of its session
 */
export function interleave(sessions, random, write) {
  const open = [];
  let pid = 2000;
  let n = 0;
  for (;;) {
    while (open.length < 8) {
      const { value, done } = sessions.next();
      if (done) break;
      pid = pid > 30000 ? 500 : pid + 1 + Math.floor(random() * 5);
      open.push({ pid: String(pid).padStart(5, '0'), said: value, at: 0, n: n++ });
    }
    if (open.length === 0) return;
    const chosen = pick(random, open);
    for (let run = 1 + Math.floor(random() * 6); run > 0 && chosen.at < chosen.said.length; run--) {
      const [who, text] = chosen.said[chosen.at++];
      if (!write(who === 'C' ? `${chosen.pid} <<< ${text}\r\n` : `${chosen.pid} >>> ${text}\n`, chosen.n)) return;
    }
    if (chosen.at === chosen.said.length) open.splice(open.indexOf(chosen), 1);
  }
}
