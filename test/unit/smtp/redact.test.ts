import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import { everything, redact, type RedactOptions } from '../../../server/src/core/smtp/redact/redact';
import { compareLogs } from '../../support/compare';
import { compact, corpusLogs, corpusText } from '../../support/corpus';

function redacted(text: string, options?: RedactOptions): string {
  return redact(readTranscript(text), options).text;
}

/** What a log's sessions are, names aside. */
function shape(text: string): unknown {
  const { format, vantage, sessions } = compact(readTranscript(text));
  return { format, vantage, sessions: sessions.map(({ vantage, tls, dialogue }) => ({ vantage, tls, dialogue })) };
}

describe('redacting the captured logs', () => {
  for (const log of corpusLogs())
    it(log, () => {
      const text = corpusText(log);
      const plain = redacted(text);
      assert.deepEqual(compact(readTranscript(plain)), compact(readTranscript(text)));
      for (const secret of SECRETS) assert.ok(!plain.includes(secret), secret);
      const all = redacted(text, everything);
      assert.deepEqual(shape(all), shape(text));
      for (const secret of [...SECRETS, ...NAMES]) assert.ok(!all.includes(secret), `${secret}: ${lineOf(all, secret)}`);
    });

  const SECRETS = ['Passw0rd', 'UGFzc3cwcmQ', 'AGFsaWNl', 'YWxpY2VA', '61e7f3ed1780e588d18116b31e6bbe0c', 'yOWRkN2Y0'];
  const NAMES = ['alice@', 'bob@', 'mail.example.com', 'client.example.org', 'proxy.example.net', 'relay.example.net', '127.0.0.2'];

  function lineOf(text: string, word: string): string {
    return text.split('\n').find((l) => l.includes(word)) ?? '';
  }
});

describe('redacting both logs of a captured pair', () => {
  const root = path.resolve('test/fixtures/corpus/pairs');
  for (const name of readdirSync(root).sort())
    it(name, () => {
      const [client, server] = ['client', 'server'].map((side) => corpusText(`pairs/${name}/${side}.log`)) as [string, string];
      const verdict = (a: string, b: string): unknown => {
        const { verdict, product, pairs } = compareLogs(a, b);
        return { verdict, product, pairs: pairs.map((p) => `${p.verdict} ${p.clientSession} ${p.serverSession}`) };
      };
      const before = verdict(client, server);
      assert.deepEqual(verdict(redacted(client), redacted(server)), before);
      assert.deepEqual(verdict(redacted(client, everything), redacted(server, everything)), before);
    });
});
