import assert from 'node:assert/strict';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import type { Side } from '../../../server/src/core/smtp/model';
import {
  hash,
  markers,
  mix,
  outline,
  outlinesRead,
  prefixes,
  scriptsOf,
  shown,
  writings,
  type Script,
  type Showing,
} from '../../support/render';

/** Sessions of which no two are alike. */
const sources = [
  'pairs/direct--swaks--sendmail/server.log',
  'pairs/direct--swaks-authplain--postfix/client.log',
  'pairs/direct--smtplib1-two-rset--sendmail/server.log',
  'pairs/direct--nodemailer--postfix/client.log',
];

interface Case {
  readonly name: string;
  readonly text: string;
  readonly by: Side;
  readonly tells: boolean;
  readonly expected: readonly (readonly string[])[];
}

/** Of 7000 ways to write a log every seventh is tried, always the same ones. */
const EVERY = 7;

function casesOf(scripts: readonly Script[]): Case[] {
  const cases: Case[] = [];
  let n = 0;
  for (const [prefixName, prefix] of Object.entries(prefixes))
    for (const [markerName, marker] of Object.entries(markers))
      for (const [writingName, writing] of Object.entries(writings)) {
        n++;
        if (hash(n + 41) % EVERY !== 0) continue;
        const by: Side = hash(n) % 2 ? 'server' : 'client';
        const showing = (['whole', 'counted', 'dot', 'nothing'] as Showing[])[hash(n + 500) % 4]!;
        const bare = markerName === 'bare';
        const interleaved = prefix.keyed && hash(n + 900) % 2 === 0;
        const few = scripts
          .slice(hash(n) % scripts.length)
          .concat(scripts)
          .slice(0, 1 + (hash(n + 3) % 4));
        const logged = few.map((script) => shown(script, bare && showing === 'counted' ? 'nothing' : showing));
        const mixed = mix(logged, interleaved);
        const order = [...new Set(mixed.map(({ session }) => session))]; // sessions stand by their first lines
        const lines = mixed.map(({ said, session }, tick) => {
          const pair = marker.of(by);
          const before = prefix.of({ from: said.from, by, text: said.text, session, tick });
          return before + pair[said.from === 'server' ? 0 : 1] + writing(said.text);
        });
        cases.push({
          name: `${prefixName} | ${markerName} | ${writingName} | ${showing}, ${few.length} sessions${interleaved ? ' interleaved' : ''}, by the ${by}`,
          text: lines.join('\n') + '\n',
          by,
          tells: marker.tells,
          expected: order.map((session) => outline(few[session]!, showing !== 'whole')),
        });
      }
  return cases;
}

describe('logs of programs nobody described', function () {
  this.timeout(120_000);
  const scripts = sources.flatMap(scriptsOf);

  it('reads sessions, order, sides and who wrote them', () => {
    const wrong: string[] = [];
    const cases = casesOf(scripts);
    for (const { name, text, by, tells, expected } of cases) {
      const transcript = readTranscript(text);
      const sides = transcript.sessions.every((s) => s.vantage === by || !tells);
      if (!sides || JSON.stringify(outlinesRead(transcript)) !== JSON.stringify(expected))
        wrong.push(`${name}: ${transcript.format}`);
    }
    assert.ok(wrong.length <= cases.length / 100, `${wrong.length} of ${cases.length} wrong:\n${wrong.join('\n')}`);
  });
});
