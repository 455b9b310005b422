import assert from 'node:assert/strict';
import { compareChain, orderOf } from '../../../server/src/core/compare/chain';
import { pageHtml } from '../../../server/src/core/compare/ladder/html';
import { chainPage } from '../../../server/src/core/compare/ladder/page';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import type { Transcript } from '../../../server/src/core/smtp/model';
import { elementsOf } from '../../support/markup';

interface Words {
  readonly host?: string;
  readonly data?: string;
  readonly id: string;
  readonly received: number;
}

/** A dialogue as sendmail's -X has it, seen by the server or by the client. */
function log(
  view: 'client' | 'server',
  { host = 'mail.example.com', data = 'Enter mail, end with "." on a line by itself', id, received }: Words,
): string {
  const [said, heard] = view === 'server' ? ['>>>', '<<<'] : ['<<<', '>>>'];
  const server = (text: string): string => `4711 ${said} ${text}`;
  const client = (text: string): string => `4711 ${heard} ${text}`;
  const swaks = (line: string): string => line.replace(/^4711 <<< /, '<-  ').replace(/^4711 >>> /, ' -> ');
  const lines = [
    server(`220 ${host} ESMTP`),
    client('EHLO client.example.org'),
    server(`250 ${host} Hello`),
    client('MAIL FROM:<a@example.org>'),
    server('250 2.1.0 Sender ok'),
    client('RCPT TO:<b@example.com>'),
    server('250 2.1.5 Recipient ok'),
    client('DATA'),
    server(`354 ${data}`),
    ...Array.from({ length: received }, (_, i) => client(`Received: from h${i}.example.org`)),
    client('Subject: minutes'),
    client('Message-ID: <1@client.example.org>'),
    client(''),
    client('Text'),
    client('.'),
    server(`250 2.0.0 ${id} Message accepted for delivery`),
    client('QUIT'),
    server('221 2.0.0 closing connection'),
  ];
  return (view === 'client' ? ['=== Trying 127.0.0.1:25...', '=== Connected to 127.0.0.1.', ...lines.map(swaks)] : lines).join(
    '\n',
  );
}

const first: Words = { id: '6AM46kw6024416', received: 0 };
const second: Words = { host: 'inner.example.net', id: '6AM46kw6099999', received: 1 };
const logs = {
  client: log('client', first),
  relayIn: log('server', first),
  relayOut: log('client', second),
  server: log('server', second),
};
const read = (...texts: string[]): Transcript[] => texts.map(readTranscript);

describe('compare: more than two logs', () => {
  it('reads the logs of this test as what they are', () => {
    assert.deepEqual(
      read(logs.client, logs.relayIn).map((t) => t.vantage),
      ['client', 'server'],
    );
  });

  it('puts them in the order of the way, by their Received fields, whatever the order given', () => {
    assert.deepEqual(orderOf(read(logs.client, logs.relayIn, logs.relayOut, logs.server)), [0, 1, 2, 3]);
    assert.deepEqual(orderOf(read(logs.server, logs.relayOut, logs.relayIn, logs.client)), [3, 2, 1, 0]);
    assert.deepEqual(orderOf(read(logs.relayOut, logs.client, logs.server, logs.relayIn)), [1, 3, 0, 2]);
  });

  it('compares each stretch; what a relay itself adds is none', () => {
    const names = ['client', 'in', 'out', 'server'];
    const chain = compareChain(read(logs.client, logs.relayIn, logs.relayOut, logs.server), names);
    assert.deepEqual(
      chain.hops.map((h) => `${names[h.client]} ${names[h.server]} ${h.report.verdict}`),
      ['client in none', 'out server none'],
    );
    assert.equal(chain.verdict, 'none');
    assert.match(chain.summary, /No sign .*2 hops/);
  });

  it('says on which stretch something was altered', () => {
    const masked = log('server', { ...second, data: 'Start mail input' });
    const names = ['client', 'in', 'out', 'server'];
    const chain = compareChain(read(logs.client, logs.relayIn, logs.relayOut, masked), names);
    assert.match(chain.verdict, /likely|certain/);
    assert.match(chain.summary, /^Between out and server: /);
    assert.deepEqual(
      chain.hops.map((h) => h.report.verdict !== 'none'),
      [false, true],
    );
    const page = chainPage(chain, names, []);
    elementsOf(pageHtml(page, { nonce: 'n' }), true);
    assert.match(pageHtml(page, { nonce: 'n' }), /<h2>out → server/);
  });

  it('takes one log of a relay that holds what came in and what went out', () => {
    const relay = readTranscript(logs.relayIn);
    const out = readTranscript(logs.relayOut);
    const both: Transcript = { ...relay, sessions: [...relay.sessions, ...out.sessions] };
    const chain = compareChain([...read(logs.server), both, ...read(logs.client)], ['s', 'relay', 'c']);
    assert.deepEqual(chain.order, [2, 1, 0]);
    assert.deepEqual(
      chain.hops.map((h) => h.report.pairs.length),
      [1, 1],
    );
    assert.equal(chain.verdict, 'none');
  });

  it('says so where no two are ends of one connection', () => {
    const chain = compareChain(read(logs.server, logs.server, logs.server), ['a', 'b', 'c']);
    assert.equal(chain.verdict, 'none');
    assert.equal(chain.hops.length, 0);
    assert.match(chain.summary, /No two of these logs/);
  });
});
