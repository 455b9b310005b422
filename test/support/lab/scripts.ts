/** What clients do in made conversations, and how one is had through whatever stands between. */
import type { Meddler } from './meddlers';
import type { Said, Script } from './wire';
import { play, recorded, serverOf } from './wire';

const TEXT = (id: string, more: string[] = []): string[] => [
  'From: Bob Example <bob@example.org>',
  'To: Alice Example <alice@example.com>',
  'Subject: Quarterly figures',
  'Date: Sun, 22 Nov 2026 04:00:00 +0000',
  `Message-ID: <${id}@client.example.org>`,
  'X-Mailer: The Bat! (v3.0)',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Hello Alice,',
  '',
  'see http://www.example.com/page for the figures.',
  '.. a line that starts with a dot',
  'na\xc3\xafve caf\xc3\xa9',
  ...more,
  '-- ',
  'Bob',
];

const mail = (id: string, to = ['alice@example.com'], more: string[] = []): Script['mails'][number] => ({
  from: 'bob@example.org',
  to,
  lines: TEXT(id, more),
});

export const scripts: Readonly<Record<string, Script>> = {
  plain: { name: 'client.example.org', mails: [mail('a.1')] },
  helo: { name: 'client.example.org', hello: 'HELO', mails: [mail('a.2')] },
  size: { name: '[192.168.7.3]', size: true, mails: [mail('a.3')] },
  auth: { name: 'client.example.org', auth: 'LOGIN', mails: [mail('a.4')] },
  authplain: { name: 'client.example.org', auth: 'PLAIN', starttls: true, mails: [mail('a.5')] },
  lower: { name: 'client.example.org', lower: true, size: true, mails: [mail('a.6')] },
  tls: { name: 'client.example.org', starttls: true, mails: [mail('a.7')] },
  two: { name: 'client.example.org', rset: true, mails: [mail('a.8'), mail('a.9', ['carol@example.com'])] },
  reject: { name: 'client.example.org', mails: [mail('b.1', ['nobody@example.com', 'alice@example.com'])] },
  rejectAll: { name: 'client.example.org', mails: [mail('b.2', ['nobody@example.com'])] },
  later: { name: 'client.example.org', mails: [mail('b.3', ['later@example.com'])] },
  virus: { name: 'client.example.org', mails: [mail('b.4', undefined, ['EICAR'])] },
  noquit: { name: 'client.example.org', quit: false, mails: [mail('b.5')] },
  extra: { name: 'client.example.org', extra: ['NOOP', 'HELP', 'WIZ'], mails: [mail('b.6')] },
  dsn: { name: 'client.example.org', mails: [{ ...mail('b.7'), parameters: ' RET=HDRS ENVID=x' }] },
};

/** One conversation as each end had it. */
export interface Made {
  readonly client: Said[];
  readonly server: Said[];
}

/** Has a conversation with a server of a kind; without a meddler both ends hear the same. `seed` makes ids and dates its own. */
export function converse(script: Script, kind: string, meddler: Meddler | undefined, seed: number): Made {
  const clock = { now: 0 };
  const client: Said[] = [];
  const server: Said[] = [];
  const real = recorded(serverOf(kind).endpoint({ seed, clientName: script.name, clientAddress: '127.0.0.2' }), clock, server);
  play(script, recorded(meddler ? meddler.before(real, clock) : real, clock, client));
  return { client, server: meddler ? server : client };
}
