/**
 * Holds what the cases in test/fixtures/cases say of the real tools against the real tools of this machine: `oracle` in a case's
 * .expected.json lists their complaints. The unit tests hold our rules against the same lists.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { askAboutAliases, askAboutCf, askAboutMap, askAboutMc, bytesOf, type Complaint } from './oracle';

interface Recorded {
  readonly source: Complaint['source'];
  readonly line: number | null;
  /** Long messages are cut. */
  readonly text: string;
  /** Said of the sendmail.cf; `line` is then the line of the .mc that is to blame, which no tool tells. */
  readonly cf_stage?: boolean;
  readonly only_with_CheckAliases?: boolean;
}
interface Expected {
  readonly file: string;
  readonly type: string;
  readonly oracle: readonly Recorded[];
  /** How many entries reach the map. */
  readonly entries?: number;
}

const cases = path.resolve('test/fixtures/cases');

function ask(expected: Expected, file: string): { complaints: Complaint[]; entries?: number } {
  switch (expected.type) {
    case 'mc':
      return { complaints: askAboutMc(bytesOf(file)) };
    case 'cf':
      return { complaints: askAboutCf(bytesOf(file)) };
    case 'aliases':
      return {
        complaints: askAboutAliases(
          readFileSync(file),
          expected.oracle.some((r) => r.only_with_CheckAliases),
        ),
      };
    default:
      return askAboutMap(readFileSync(file));
  }
}

/** One complaint in one line, cut as the recorded ones are. */
function told(line: number | undefined, source: string, text: string): string {
  return `${line ?? '-'} ${source}: ${text.slice(0, 120)}`;
}

/** The complaints of today, without the lines that are not recorded, so that both lists can be held against each other. */
function asRecorded(complaints: readonly Complaint[], recorded: readonly Recorded[]): string[] {
  return complaints.map((c) => {
    const text = Buffer.from(c.text, 'latin1').toString('utf8');
    const placeless = recorded.some((r) => (r.line === null || r.cf_stage) && text.startsWith(r.text));
    return told(placeless ? undefined : c.line, c.source, text);
  });
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

describe('the real tools say what the cases say they do', () => {
  it('there are cases', () => assert.ok(existsSync(cases)));
  for (const type of existsSync(cases) ? readdirSync(cases).sort() : []) {
    for (const name of readdirSync(path.join(cases, type)).sort()) {
      if (!name.endsWith('.expected.json')) continue;
      it(`${type}/${name.replace('.expected.json', '')}`, () => {
        const expected = JSON.parse(readFileSync(path.join(cases, type, name), 'utf8')) as Expected;
        const { complaints, entries } = ask(expected, path.join(cases, type, expected.file));
        const recorded = expected.oracle.map((r) => told(r.cf_stage ? undefined : (r.line ?? undefined), r.source, r.text));
        assert.deepEqual(unique(asRecorded(complaints, expected.oracle)), unique(recorded));
        if (expected.entries !== undefined) assert.equal(entries, expected.entries);
      });
    }
  }
});
