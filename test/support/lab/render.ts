/** Writes a wire down as the log of a program. */
import type { Said, Wire } from './wire';

export interface Ink {
  /** Seconds that this end's clock is wrong by. */
  readonly skew: number;
  readonly pid: number;
  /** Name and address of the other end. */
  readonly peer: string;
  readonly address: string;
  readonly queueId?: string;
}

export interface Pen {
  readonly name: string;
  readonly write: (wire: Wire, ink: Ink) => string;
}

const START = Date.UTC(2026, 10, 22, 4, 2, 50);

function when(at: number, ink: Ink): Date {
  return new Date(START + (at + ink.skew) * 1000);
}

const iso = (said: Said, ink: Ink): string => when(said.at, ink).toISOString();
const day = (said: Said, ink: Ink): string => iso(said, ink).slice(0, 19).replace('T', ' ');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
function syslog(at: number, ink: Ink): string {
  const d = when(at, ink);
  return `${MONTHS[d.getUTCMonth()]} ${String(d.getUTCDate()).padStart(2)} ${d.toISOString().slice(11, 19)}`;
}

/** Each line by itself, the message with its dot. */
function lines(wire: Wire, line: (text: string, said: Said) => string | undefined, shows = true): string[] {
  return wire.flatMap((said) => {
    const all = said.what === 'message' ? (shows ? [...said.lines, '.'] : []) : said.lines;
    return all.flatMap((text) => line(text, said) ?? []);
  });
}

function pen(name: string, line: (text: string, said: Said, ink: Ink) => string | undefined, more: PenMore = {}): Pen {
  return {
    name,
    write: (wire, ink) =>
      [
        ...(more.head?.(wire, ink) ?? []),
        ...lines(more.of?.(wire) ?? wire, (t, s) => line(t, s, ink), more.shows ?? true),
        ...(more.foot?.(wire, ink) ?? []),
      ].join('\n') + '\n',
  };
}

interface PenMore {
  readonly head?: (wire: Wire, ink: Ink) => string[];
  readonly foot?: (wire: Wire, ink: Ink) => string[];
  readonly shows?: boolean;
  readonly of?: (wire: Wire) => Wire;
}

const arrow = (said: Said, client: string, server: string): string => (said.from === 'client' ? client : server);
const python = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}\\r\\n'`;

export const clientPens: readonly Pen[] = [
  pen(
    'swaks',
    (t, s) => {
      const bad = s.what === 'reply' && /^[45]/.test(t);
      return s.tls ? arrow(s, ` ~> ${t}`, bad ? `<~* ${t}` : `<~  ${t}`) : arrow(s, ` -> ${t}`, bad ? `<** ${t}` : `<-  ${t}`);
    },
    {
      head: (_, ink) => [`=== Trying ${ink.address}:25...`, `=== Connected to ${ink.address}.`],
      foot: () => ['=== Connection closed with remote host.'],
    },
  ),
  pen(
    'curl-v',
    (t, s) => (s.what === 'message' ? (t === '.' ? '} [532 bytes data]' : undefined) : arrow(s, `> ${t}\r`, `< ${t}\r`)),
    {
      head: (_, ink) => [`*   Trying ${ink.address}:25...`, `* Connected to ${ink.address} (${ink.address}) port 25 (#0)`],
      foot: (_, ink) => [`* Connection #0 to host ${ink.address} left intact`],
      of: (wire) => (wire.at(-2)?.lines[0] === 'QUIT' ? wire.slice(0, -2) : wire),
    },
  ),
  { name: 'smtplib', write: (wire) => smtplib(wire, () => '') },
  { name: 'smtplib2', write: (wire, ink) => smtplib(wire, (s) => `${iso(s, ink).slice(11, 23)}001 `) },
  pen('nodemailer', (t, s, ink) => {
    const head = `[${day(s, ink)}] DEBUG [LWrB6uB2h0] `;
    if (s.what === 'message')
      return t === '.'
        ? `${head}.\n[${day(s, ink)}] INFO  [LWrB6uB2h0] <314 bytes encoded mime message (source size 304 bytes)>`
        : head + t;
    return (
      head +
      arrow(s, 'C: ', 'S: ') +
      (s.secret ? (t.startsWith('AUTH PLAIN') ? 'AUTH PLAIN AGFsaWNlAC8qIHNlY3JldCAqLw==' : 'LyogU0VDUkVUICov') : t)
    );
  }),
  pen(
    'net-smtp',
    (t, s) =>
      `Net::SMTP=GLOB(0x564fb3ef5df0)${arrow(s, '>>>', '<<<')} ${s.what === 'message' && t !== '.' ? t.replace(/^\.\./, '.') : t}`,
  ),
  pen('telnet', (t) => t, {
    head: (_, ink) => [`Trying ${ink.address}...`, `Connected to ${ink.address}.`, "Escape character is '^]'."],
    foot: () => ['Connection closed by foreign host.'],
  }),
  pen(
    'msmtp',
    (t, s) =>
      s.what === 'message'
        ? undefined
        : arrow(s, `--> ${s.secret ? t.replace(/(AUTH PLAIN ).*/, '$1[...]') : t}\r`, `<-- ${t}\r`),
    { of: (w) => w },
  ),
  { name: 'postfix-smtp-v', write: postfixSmtp },
  { name: 'exim-v', write: eximV },
  pen('mutt', (t, s, ink) => `[${day(s, ink)}] 4${arrow(s, '>', '<')} ${t}${arrow(s, '\r', '')}`),
  pen(
    'neomutt',
    (t, s, ink) => `[${day(s, ink)}]<2> mutt_socket_${arrow(s, 'write_d() 4>', 'readln_d() 4<')} ${t}${arrow(s, '\r', '')}`,
  ),
  pen('s-nail', (t, s) => `s-nail: >>> ${arrow(s, '', 'SERVER: ')}${t}`),
  pen('outlook', (t, s, ink) =>
    s.what === 'message' && t !== '.' ? undefined : `SMTP: ${iso(s, ink).slice(11, 19)} [${arrow(s, 'tx', 'rx')}] ${t}`,
  ),
  pen(
    'sendmail-v',
    (t, s) => (s.what === 'message' && t !== '.' ? undefined : s.lines[0] && s.from === 'client' ? `>>> ${t}` : t),
    {
      head: (_, ink) => [`alice@example.com... Connecting to ${ink.peer}. port 25 via relay...`],
      foot: (_, ink) => ['alice@example.com... Sent', `Closing connection to ${ink.peer}.`],
    },
  ),
  pen('sendmail-X-client', (t, s, ink) => `${String(ink.pid).padStart(5, '0')} ${arrow(s, '>>> ' + t, '<<< ' + t + '\r')}`, {
    head: (_, ink) => [`${String(ink.pid).padStart(5, '0')} === CONNECT ${ink.peer}.`],
  }),
  pen('ssmtp', (t, s) => `[${arrow(s, '->', '<-')}] ${t}`),
  { name: 'thunderbird', write: thunderbird },
  pen(
    'javamail',
    (t, s) =>
      s.secret || /^(?:AUTH|334|235)\b/.test(t)
        ? t.startsWith('AUTH')
          ? 'DEBUG SMTP: AUTH LOGIN command trace suppressed'
          : undefined
        : t,
    {
      head: (_, ink) => [
        'DEBUG: setDebug: JavaMail version 1.4.7',
        `DEBUG SMTP: trying to connect to host "${ink.peer}", port 25, isSSL false`,
      ],
    },
  ),
  { name: 'phpmailer', write: phpmailer },
  pen('hmailserver-client', () => undefined, { head: (w, ink) => hmail('SMTPC', w, ink) }),
  { name: 'exchange-send', write: (wire, ink) => exchange(wire, ink, 'client') },
  pen('s-c', (t, s) => `${arrow(s, 'C', 'S')}: ${t}`),
];

export const serverPens: Readonly<Record<string, readonly Pen[]>> = {
  sendmail: [
    pen('sendmail-X', (t, s, ink) => `${String(ink.pid).padStart(5, '0')} ${arrow(s, '<<< ' + t + '\r', '>>> ' + t)}`),
    { name: 'sendmail-syslog', write: sendmailSyslog },
  ],
  postfix: [
    { name: 'postfix-smtpd-v', write: (w, ink) => postfixSmtpd(w, ink, (at) => syslog(at, ink)) },
    {
      name: 'postfix-smtpd-v-iso',
      write: (w, ink) => postfixSmtpd(w, ink, (at) => `${when(at, ink).toISOString().slice(0, -1)}456+00:00`),
    },
    { name: 'postfix-maillog', write: postfixMaillog },
    {
      name: 'postfix-transcript',
      write: (wire, ink) =>
        [
          'From: Mail Delivery System <MAILER-DAEMON@mail.example.com>',
          'To: Postmaster <postmaster@mail.example.com>',
          `Subject: Postfix SMTP server: errors from ${ink.peer}[${ink.address}]`,
          '',
          'Transcript of session follows.',
          '',
          ...lines(wire, (t, s) => ` ${arrow(s, 'In:  ', 'Out: ')}${t}`, false).flatMap(fold),
          '',
          'For other details, see the local mail logfile',
        ].join('\n') + '\n',
    },
  ],
  exim: [{ name: 'exim-debug', write: eximDebug }],
  exchange: [{ name: 'exchange', write: (wire, ink) => exchange(wire, ink, 'server') }],
  opensmtpd: [{ name: 'opensmtpd', write: opensmtpd }],
  hmailserver: [{ name: 'hmailserver', write: (w, ink) => hmail('SMTPD', w, ink).join('\n') + '\n' }],
  mdaemon: [
    pen(
      'mdaemon',
      (t, s, ink) =>
        s.what === 'message' ? undefined : `Sat ${day(s, ink)}: ${arrow(s, '02', '03')}: [514116] ${arrow(s, '<--', '-->')} ${t}`,
      {
        head: (w, ink) => [
          `Sat ${day(w[0]!, ink)}: 05: [514116] Session 514116; child 0001`,
          `Sat ${day(w[0]!, ink)}: 05: [514116] Accepting SMTP connection from [${ink.address}:63750] to [192.168.1.10:25]`,
        ],
        foot: (w, ink) => [
          `Sat ${day(w.at(-1)!, ink)}: 04: [514116] SMTP session successful (Bytes in/out: 400/300)`,
          `Sat ${day(w.at(-1)!, ink)}: ----------`,
        ],
      },
    ),
  ],
  aiosmtpd: [
    { name: 'aiosmtpd', write: (w, ink) => aiosmtpd(w, ink, true) },
    { name: 'aiosmtpd-info', write: (w, ink) => aiosmtpd(w, ink, false) },
  ],
  iis: [{ name: 'iis', write: iis }],
  qmail: [pen('s-c', (t, s) => `${arrow(s, 'C', 'S')}: ${t}`)],
  gmail: [pen('s-c', (t, s) => `${arrow(s, 'C', 'S')}: ${t}`)],
};

function fold(line: string): string[] {
  if (line.length <= 72) return [line];
  const cut = line.lastIndexOf(' ', 70);
  return cut < 10 ? [line] : [line.slice(0, cut), `     ${line.slice(cut + 1)}`];
}

function smtplib(wire: Wire, stamp: (said: Said) => string): string {
  return (
    wire
      .flatMap((s) => {
        const at = stamp(s);
        if (s.what === 'message')
          return [
            `${at}send: b'${[...s.lines, '.'].map((l) => l.replace(/\\/g, '\\\\').replace(/'/g, "\\'") + '\\r\\n').join('')}'`,
          ];
        if (s.what === 'command') return [`${at}send: ${python(s.lines[0]!)}`];
        return [
          ...s.lines.map((l) => `${at}reply: b${python(l)}`),
          `${at}reply: retcode (${s.lines[0]!.slice(0, 3)}); Msg: b'${s.lines.map((l) => l.slice(4).replace(/'/g, "\\'")).join('\\n')}'`,
        ];
      })
      .join('\n') + '\n'
  );
}

function postfixSmtp(wire: Wire, ink: Ink): string {
  const head = (at: number): string => `${syslog(at, ink)} client postfix/smtp[${ink.pid}]: `;
  const out = wire.at(-1)?.lines[0]?.startsWith('221') ? wire.slice(0, -1) : wire;
  return (
    [
      `${head(0)}smtp_connect_addr: trying: ${ink.peer}[${ink.address}] port 25...`,
      ...lines(out, (t, s) =>
        s.what === 'message' && t !== '.' ? undefined : `${head(s.at)}${arrow(s, '>', '<')} ${ink.peer}[${ink.address}]:25: ${t}`,
      ),
      `${head(wire.at(-1)?.at ?? 0)}name_mask: resource`,
    ].join('\n') + '\n'
  );
}

function eximV(wire: Wire): string {
  return (
    [
      'LOG: MAIN',
      '  <= bob@example.org U=bob P=local S=540',
      'Connecting to mail.example.com [127.0.0.1]:25 ... connected',
      ...wire.flatMap((s) => {
        if (s.what === 'message') return ['  SMTP>> writing message and terminating "."'];
        if (s.what === 'command') return [`  SMTP>> ${s.secret ? 'AUTH PLAIN ****************' : s.lines[0]}`];
        return s.lines.map((l, i) => (i === 0 ? `  SMTP<< ${l}` : `         ${l}`));
      }),
      '  SMTP(close)>>',
    ].join('\n') + '\n'
  );
}

function eximDebug(wire: Wire, ink: Ink): string {
  const pid = String(ink.pid).padStart(5);
  return (
    [
      `${pid} Process ${ink.pid} is handling incoming connection from [${ink.address}]`,
      ...wire.flatMap((s) => {
        if (s.what === 'message')
          return [`${pid} search_tidyup called`, '>>Headers received:', ...s.lines.slice(0, s.lines.indexOf('')), ''];
        if (s.what === 'command') return [`${pid} SMTP<< ${s.lines[0]}`];
        return s.lines.map((l, i) => `${pid} ${i === 0 ? 'SMTP>>' : '      '} ${l}`);
      }),
    ].join('\n') + '\n'
  );
}

function thunderbird(wire: Wire): string {
  return (
    ['mailnews.smtp: Connecting to smtp://mail.example.com:25', 'mailnews.smtp: Connected']
      .concat(
        wire.flatMap((s) => {
          if (s.what === 'message') return ['mailnews.smtp: Sending 401 bytes of payload'];
          if (s.what === 'command')
            return [`mailnews.smtp: C: ${s.secret ? 'Logging suppressed (it probably contained auth information)' : s.lines[0]}`];
          return s.lines.map((l, i) => (i === 0 ? `mailnews.smtp: S: ${l}\r` : `${l}\r`));
        }),
      )
      .join('\n') + '\n'
  );
}

function phpmailer(wire: Wire, ink: Ink): string {
  return (
    wire
      .flatMap((s) => {
        const at = day(s, ink);
        if (s.what === 'message') return [...s.lines, '.'].map((l) => `${at}\tCLIENT -> SERVER: ${l}`);
        if (s.what === 'command') return [`${at}\tCLIENT -> SERVER: ${s.secret ? '[credentials hidden]' : s.lines[0]}`];
        return s.lines.map((l, i) => (i === 0 ? `${at}\tSERVER -> CLIENT: ${l}` : `                   \t                  ${l}`));
      })
      .join('\n') + '\n'
  );
}

function hmail(what: 'SMTPC' | 'SMTPD', wire: Wire, ink: Ink): string[] {
  const mine = what === 'SMTPC' ? 'client' : 'server';
  return wire.flatMap((s) => {
    if (s.what === 'message') return [];
    const text = s.secret ? '***' : s.lines.join('[nl]');
    return [
      `"${what}"\t4512\t154\t"${iso(s, ink).slice(0, 23).replace('T', ' ')}"\t"${ink.address}"\t"${s.from === mine ? 'SENT' : 'RECEIVED'}: ${text}"`,
    ];
  });
}

function exchange(wire: Wire, ink: Ink, side: 'client' | 'server'): string {
  const log = side === 'server' ? 'Receive' : 'Send';
  const connector = side === 'server' ? 'MAIL\\Default Frontend MAIL' : 'Internet';
  let n = 0;
  const row = (s: Said, event: string, data: string, context = ''): string => {
    const quoted = /[",]/.test(data) ? `"${data.replace(/"/g, '""')}"` : data;
    return `${iso(s, ink)},${connector},08DAF3E1C62278F1,${n++},10.10.10.10:25,${ink.address}:56026,${event},${quoted},${context}`;
  };
  return (
    [
      '#Software: Microsoft Exchange Server',
      '#Version: 15.0.0.0',
      `#Log-type: SMTP ${log} Protocol Log`,
      `#Date: ${iso(wire[0]!, ink)}`,
      '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
      row(wire[0]!, '+', ''),
      ...wire.flatMap((s) => {
        if (s.what === 'message') return [];
        const event = s.from === side ? '>' : '<';
        if (s.what === 'command') return s.secret ? [] : [row(s, event, s.lines[0]!)];
        const code = s.lines[0]!.slice(0, 3);
        return [row(s, event, s.lines.length === 1 ? s.lines[0]! : `${code}  ${s.lines.map((l) => l.slice(4)).join(' ')}`)];
      }),
      row(wire.at(-1)!, '-', '', 'Local'),
    ].join('\n') + '\n'
  );
}

function sendmailSyslog(wire: Wire, ink: Ink): string {
  const head = (at: number): string => `${syslog(at, ink)} mail sm-mta[${ink.pid}]: 6AMGEISV0${ink.pid}: `;
  return (
    [
      `${syslog(0, ink)} mail sm-mta[${ink.pid}]: NOQUEUE: connect from ${ink.peer} [${ink.address}]`,
      ...lines(wire, (t, s) => `${head(s.at)}${arrow(s, '<-- ', '--- ')}${t}`, false),
    ].join('\n') + '\n'
  );
}

function postfixSmtpd(wire: Wire, ink: Ink, stamp: (at: number) => string): string {
  const who = `${ink.peer}[${ink.address}]`;
  const head = (at: number): string => `${stamp(at)} mail postfix/smtpd[${ink.pid}]: `;
  return (
    [
      `${head(0)}connect from ${who}`,
      ...lines(wire, (t, s) => `${head(s.at)}${arrow(s, '<', '>')} ${who}: ${t}`, false),
      `${head(wire.at(-1)!.at)}disconnect from ${who} ${counts(wire)}`,
    ].join('\n') + '\n'
  );
}

/** `ehlo=1 mail=1 rcpt=1/2 data=1 quit=1 commands=5/6` */
function counts(wire: Wire): string {
  const all = new Map<string, [number, number]>();
  wire.forEach((s, i) => {
    if (s.what !== 'command') return;
    const verb = /^[a-z]*/i.exec(s.lines[0]!)![0].toLowerCase();
    if (s.secret && verb !== 'auth') return;
    const pair = all.get(verb) ?? [0, 0];
    pair[1]++;
    const answer = wire[i + 1];
    const fate = verb === 'data' && answer?.lines[0]?.startsWith('354') ? wire[i + 3] : answer;
    if (/^[23]/.test(fate?.lines[0] ?? '')) pair[0]++;
    all.set(verb, pair);
  });
  const count = ([good, sum]: [number, number]): string => (good === sum ? `${sum}` : `${good}/${sum}`);
  const total = [...all.values()].reduce<[number, number]>((a, b) => [a[0] + b[0], a[1] + b[1]], [0, 0]);
  return [...[...all].map(([verb, pair]) => `${verb}=${count(pair)}`), `commands=${count(total)}`].join(' ');
}

function postfixMaillog(wire: Wire, ink: Ink): string {
  const who = `${ink.peer}[${ink.address}]`;
  const head = (at: number, what: string): string => `${syslog(at, ink)} mail postfix/${what}[${ink.pid}]: `;
  let from = '';
  let helo = '';
  const body = wire.flatMap((s, i) => {
    if (s.what === 'command') {
      const line = s.lines[0]!;
      if (/^(?:EHLO|HELO)/i.test(line)) helo = line.slice(5);
      if (/^MAIL/i.test(line)) from = /<([^>]*)>/.exec(line)?.[1] ?? '';
      const answer = wire[i + 1]?.lines[0] ?? '';
      if (/^RCPT/i.test(line) && /^[45]/.test(answer))
        return [
          `${head(s.at, 'smtpd')}NOQUEUE: reject: RCPT from ${who}: ${answer}; from=<${from}> to=<${/<([^>]*)>/.exec(line)?.[1]}> proto=ESMTP helo=<${helo}>`,
        ];
      return [];
    }
    const answer = wire[i + 1]?.lines[0] ?? '';
    const id = /queued as (\S+)/.exec(answer)?.[1];
    if (s.what !== 'message' || id === undefined) return [];
    const messageId = s.lines.map((l) => /^Message-ID: (<.*>)/i.exec(l)?.[1]).find((m) => m) ?? '';
    return [
      `${head(s.at, 'smtpd')}${id}: client=${who}`,
      `${head(s.at, 'cleanup')}${id}: message-id=${messageId}`,
      `${head(s.at, 'qmgr')}${id}: from=<${from}>, size=720, nrcpt=1 (queue active)`,
    ];
  });
  return (
    [
      `${head(0, 'smtpd')}connect from ${who}`,
      ...body,
      `${head(wire.at(-1)!.at, 'smtpd')}disconnect from ${who} ${counts(wire)}`,
    ].join('\n') + '\n'
  );
}

function opensmtpd(wire: Wire, ink: Ink): string {
  const at = `smtp: 0x55e29d18a240: `;
  return (
    [
      `${at}connected to listener 0x55e29d0c [hostname=mail.example.com, port=25]`,
      `b8c2fe01a1b2c3d4 smtp connected address=${ink.address} host=${ink.peer}`,
      ...wire.flatMap((s) =>
        s.what === 'message'
          ? [...s.lines.map((l) => `<<< [MSG] ${l}`), '<<< [MSG] .', '<<< [EOM]']
          : s.lines.map((l) => `${at}${arrow(s, '<<<', '>>>')} ${l}`),
      ),
      'b8c2fe01a1b2c3d4 smtp disconnected reason=quit',
    ].join('\n') + '\n'
  );
}

function aiosmtpd(wire: Wire, ink: Ink, debug: boolean): string {
  const peer = `('${ink.address}', 41677)`;
  return (
    [
      `INFO:mail.log:Peer: ${peer}`,
      `INFO:mail.log:${peer} handling connection`,
      ...wire.flatMap((s) => {
        if (s.what === 'message') return debug ? [...s.lines, '.'].map((l) => `DEBUG:mail.log:DATA readline: b${python(l)}`) : [];
        if (s.what === 'command')
          return [
            ...(debug ? [`DEBUG:mail.log:_handle_client readline: b${python(s.lines[0]!)}`] : []),
            `INFO:mail.log:${peer} >> b'${s.lines[0]}'`,
          ];
        return debug ? s.lines.map((l) => `DEBUG:mail.log:${peer} << b'${l.replace(/'/g, "\\'")}'`) : [];
      }),
      `INFO:mail.log:${peer} connection lost`,
    ].join('\n') + '\n'
  );
}

function iis(wire: Wire, ink: Ink): string {
  const name = /^\S+ (.*)/.exec(wire.find((s) => /^(?:EHLO|HELO)/i.test(s.lines[0]!))?.lines[0] ?? '')?.[1] ?? '-';
  return (
    [
      '#Software: Microsoft Internet Information Services 6.0',
      '#Version: 1.0',
      `#Date: ${day(wire[0]!, ink)}`,
      '#Fields: date time c-ip cs-username s-sitename s-computername s-ip s-port cs-method cs-uri-stem cs-uri-query sc-status sc-win32-status sc-bytes cs-bytes time-taken cs-version cs-host cs(User-Agent) cs(Cookie) cs(Referer)',
      ...wire.flatMap((s, i) => {
        if (s.what !== 'command') return [];
        const [verb = '', ...rest] = s.lines[0]!.split(' ');
        const data = wire[i + 2]?.what === 'message';
        const answer = (data ? wire[i + 3] : wire[i + 1])?.lines[0]?.slice(0, 3) ?? '0';
        const query = data
          ? `+<${/<(.*)>/.exec(wire[i + 2]!.lines.find((l) => /^message-id:/i.test(l)) ?? '')?.[1] ?? ''}>`
          : rest.length > 0
            ? `+${rest.join('+')}`
            : name;
        return [
          `${day(s, ink)} ${ink.address} ${name} SMTPSVC1 MAIL01 10.200.200.1 0 ${verb.toUpperCase()} - ${query} ${verb.toUpperCase() === 'QUIT' ? '240' : answer} 0 120 300 15 SMTP - - - -`,
        ];
      }),
    ].join('\n') + '\n'
  );
}
