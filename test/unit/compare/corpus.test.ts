import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CompareReport, Evidence } from '../../../server/src/core/compare/report';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import { compareLogs, evidenceOf, signs } from '../../support/compare';
import { corpusText } from '../../support/corpus';

const root = path.resolve('test/fixtures/corpus/pairs');

/** What is known of a captured pair. */
interface Truth {
  readonly path: string;
  readonly proxy: boolean;
  readonly signsVisible: boolean;
  readonly notable: readonly string[];
  readonly sessions?: readonly { readonly inClientLog: boolean; readonly proxy: boolean; readonly helo: string }[];
}

const pairs = readdirSync(root)
  .sort()
  .map((name) => ({
    name,
    truth: JSON.parse(readFileSync(path.join(root, name, 'pair.json'), 'utf8')) as Truth,
    client: corpusText(`pairs/${name}/client.log`),
    server: corpusText(`pairs/${name}/server.log`),
  }));

/** Which product a path's name must lead to. Postfix and stunnel as proxies have no words of their own. */
const products: readonly (readonly [RegExp, RegExp])[] = [
  [/^clamsmtp/, /ClamSMTP/],
  [/^proxsmtp/, /proxsmtp/],
  [/^scripted-cisco/, /Cisco/],
  [/^scripted-symantec|^seed-ibm/, /Norton|Symantec/],
  [/^spampd--(?:swaks|curl-gtube)/, /SpamAssassin/],
  [/^aioproxy/, /aiosmtpd/],
  [/^stunnel-server/, /stunnel/],
];

/** What each pair must show: of a proxy, signs; of a direct connection, none at all. */
describe('Compare Sessions on captured sessions', () => {
  for (const { name, truth, client, server } of pairs) {
    if (truth.sessions) continue;
    it(name, () => {
      const report = compareLogs(client, server);
      if (!truth.proxy) {
        assert.equal(report.verdict, 'none', signs(report).join('\n'));
        assert.equal(report.pairs.length > 0, true, 'the sessions belong together');
      } else if (truth.signsVisible) {
        assert.match(report.verdict, /^(?:likely|certain)$/, signs(report).join('\n'));
        const product = products.find(([path]) => path.test(name))?.[1];
        if (product) assert.match(report.product ?? '', product);
        else assert.ok(!/^(?:Norton|Cisco|ClamSMTP)/.test(report.product ?? ''), report.product);
        assert.deepEqual(
          truth.notable.filter((n) => !isShown(n, report, server)),
          [],
          'what the proxy changed is among the evidence',
        );
      } else assert.equal(report.verdict, 'none', 'nothing can be seen');
    });
  }

  for (const { name, truth, client, server } of pairs) {
    if (!truth.sessions) continue;
    it(`${name}: each session by itself`, () => {
      const report = compareLogs(client, server);
      const names = [client, server].map((log) => readTranscript(log).sessions.map((s) => s.client ?? ''));
      const found = report.pairs.map((p) => {
        assert.equal(names[0]![p.clientSession], names[1]![p.serverSession]);
        return `${names[0]![p.clientSession]} ${p.verdict === 'none' ? 'direct' : 'proxied'}`;
      });
      const wanted = truth.sessions!.filter((s) => s.inClientLog).map((s) => `${s.helo} ${s.proxy ? 'proxied' : 'direct'}`);
      assert.deepEqual(found.sort(), wanted.sort());
      assert.equal(report.unpaired.client.length, 0);
      assert.equal(report.unpaired.server.length, truth.sessions!.length - wanted.length);
      // Each is shown where its client says who it is, and no line is named for two of them.
      const lines = server.split('\n');
      for (const p of report.pairs) {
        const shown = lines.slice(p.server.line, p.server.endLine + 1).filter((l) => /\b(?:EHLO|HELO) /i.test(l));
        assert.deepEqual(
          shown.map((l) => l.includes(names[1]![p.serverSession]!)),
          [true],
        );
      }
    });
  }
});

/** True if the report shows a thing that the proxy is known to have changed, or if it is no thing of this kind. */
function isShown(notable: string, report: CompareReport, server: string): boolean {
  const evidence = evidenceOf(report).filter((e) => e.weight !== 'neutral');
  const texts = [...notable.matchAll(/`([^`]*)`/g)].map((m) => m[1]!);
  const some = (test: (e: Evidence) => boolean): boolean => evidence.some(test);
  if (/^reply to .*: client saw `/.test(notable) || /^EHLO reply first line: /.test(notable)) {
    const [told, said] = texts.slice(-2);
    if (some((e) => starts(e.client?.text, told!) && starts(e.server?.text, said!))) return true;
    // A command that the proxy answered itself has no partner in the server's log.
    return texts.length === 3 && some((e) => e.rule === 'compare/command-withheld' && starts(e.client?.text, texts[0]!));
  }
  if (notable.startsWith('command differs: ')) {
    const [sent, got] = texts;
    // Where the proxy refused a recipient itself, the next one stands in its place.
    return some((e) => starts(e.client?.text, sent!) && (starts(e.server?.text, got!) || e.rule === 'compare/command-withheld'));
  }
  const keywords = /^EHLO keywords (?:sent|seen) by the .*: (.*)$/.exec(notable)?.[1];
  if (keywords !== undefined) {
    const shown = evidence.map((e) => `${e.message} ${e.client?.text ?? ''}`).join(' ');
    return keywords.split(', ').every((k) => shown.includes(k.split(' ')[0]!));
  }
  if (notable.startsWith('message lines received by the server')) {
    const lines = server.split('\n');
    const shown = evidence.flatMap((e) => e.server?.lines ?? (e.server ? [e.server.line] : [])).map((l) => lines[l] ?? '');
    return texts.filter((t) => t.trim() !== '' && !t.startsWith('\t')).every((t) => shown.some((l) => l.includes(t)));
  }
  const alone = /^only in the (client|server) log: /.exec(notable)?.[1];
  if (alone && !/`(?:quit|QUIT|\[EOF\])` answered `(?:221|421)/.test(notable)) {
    const side = alone as 'client' | 'server';
    const [wanted, answer] = [texts[0]!, texts[1] ?? texts[0]!];
    // stunnel's own EHLO goes with the STARTTLS that is reported; between two attempts an RSET proves nothing.
    if (wanted === 'EHLO localhost' || report.pairs.every((p) => p.sameConnection === 'no')) return true;
    return some((e) => (e[side]?.text ?? '').includes(wanted) || starts(e[side]?.text, answer));
  }
  return true;
}

function starts(text: string | undefined, wanted: string): boolean {
  return text?.toLowerCase().replace(/ …$/, '').startsWith(wanted.toLowerCase()) ?? false;
}
