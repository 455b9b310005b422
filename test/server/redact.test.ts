import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { REDACT, type RedactParams, type RedactResult } from '../../server/src/protocol';
import { connect, type TestClient } from '../support/client';

const log = readFileSync('test/fixtures/corpus/pairs/direct--swaks-authplain--postfix/client.log', 'utf8');
const uri = 'file:///tmp/client.smtp';

describe('server: Redact Transcript', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const redact = (params: Partial<RedactParams> = {}) => client.connection.sendRequest<RedactResult>(REDACT, { uri, ...params });

  it('takes the logins out of the text that the editor shows', async () => {
    client = await connect();
    client.open(uri, 'smtp-transcript', log);
    const { text, places, secrets } = await redact();
    assert.deepEqual([places, secrets], [1, 1]);
    assert.equal(text, log.replace('AGFsaWNlQG1haWwuZXhhbXBsZS5jb20AUGFzc3cwcmQ=', 'AHJlZGFjdGVkAHJlZGFjdGVk'));
  });

  it('takes out what it is asked to', async () => {
    client = await connect();
    client.open(uri, 'smtp-transcript', log);
    const hosts = await redact({ options: { hosts: true } });
    assert.doesNotMatch(hosts.text, /example\.org/);
    assert.match(hosts.text, /<bob@/);
    const all = await redact({ options: { addresses: true, hosts: true, ips: true, messages: true } });
    assert.doesNotMatch(all.text, /bob@|127\.0\.0\./);
  });

  it('reads a text that comes with the request, or the file', async () => {
    client = await connect({
      host: { read: () => Promise.resolve(readFileSync('test/fixtures/corpus/pairs/seed-ibm/client.log', 'latin1')) },
    });
    assert.equal((await redact({ text: log })).secrets, 1);
    assert.equal((await redact()).secrets, 0);
  });

  it('says why there is nothing to show', async () => {
    client = await connect();
    client.open(uri, 'smtp-transcript', 'a letter');
    await assert.rejects(redact(), /No SMTP session was found/);
    await assert.rejects(redact({ uri: 'file:///none' }), /no files here/);
    assert.ok(client.log.every((line) => !line.includes('Passw0rd')));
  });
});
