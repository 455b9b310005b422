import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compare } from '../../server/src/core/compare/compare';
import { reportText } from '../../server/src/core/compare/text';
import { readTranscript } from '../../server/src/core/smtp/reader';
import { loadGrammar, scopesOf } from '../support/grammar';

const log = (name: string) => readTranscript(readFileSync(`test/fixtures/corpus/pairs/seed-ibm/${name}.log`, 'latin1'));

describe('grammar: the report', () => {
  it('colours verdict, lines, marks and weights of a report as it is written', async () => {
    const grammar = await loadGrammar('source.postmaster-report');
    const { text } = reportText(compare(log('client'), log('server')), ['client.log', 'server.log']);
    const found = scopesOf(grammar, text);
    assert.equal(found[0], 'certain: keyword.other.verdict');
    const evidence = text.split('\n').find((l) => l.includes('354 Please'))!;
    assert.deepEqual(
      scopesOf(grammar, evidence).map((s) => s.replace(/^ +| +(?=:)/g, '').replace(/ {2,}/g, ' ')),
      [
        '11: constant.numeric.line',
        '354 Please start mail input.: string.unquoted.client',
        '≠: keyword.operator.mark',
        '9: constant.numeric.line',
        '354 Enter mail, end with "." on a line by i…: string.unquoted.server',
        'decisive: storage.modifier.weight',
        'DATA was answered by someone else: markup.italic.message',
      ],
    );
    assert.ok(found.includes('What it means:: markup.heading'));
  });

  it('colours what was looked at where nothing was found', async () => {
    const grammar = await loadGrammar('source.postmaster-report');
    const { text } = reportText(compare(log('server'), log('server')), ['server.log', 'server.log']);
    const found = scopesOf(grammar, text);
    assert.equal(found[0], 'none: keyword.other.verdict');
    assert.ok(
      found.some((s) => s.startsWith('= equal: keyword.operator.mark')),
      text,
    );
  });
});
