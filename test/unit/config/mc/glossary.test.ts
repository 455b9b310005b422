import assert from 'node:assert/strict';
import { mcGlossary } from '../../../../server/src/core/config/mc/glossary';
import { explainWord } from '../../../../server/src/core/explain';
import { toPlainText } from '../../../../server/src/core/markdown';
import names from '../../../fixtures/names.json';

function explained(word: string): string {
  const found = mcGlossary.entry(word);
  return found === undefined ? 'nothing' : toPlainText(found);
}

describe('glossary of the configuration', () => {
  const cases: readonly (readonly [word: string, ...says: string[]])[] = [
    ['FEATURE', 'FEATURE macro of cf.m4', 'cf/feature'],
    ['feature', 'FEATURE macro of cf.m4'],
    ['confPRIVACY_FLAGS', 'confPRIVACY_FLAGS sets the option PrivacyOptions (p)', 'goaway', 'Default: authwarnings.'],
    ['PrivacyOptions', 'confPRIVACY_FLAGS'],
    ['privacyoptions', 'confPRIVACY_FLAGS'],
    ['goaway', 'goaway in PrivacyOptions'],
    ['access_db', "FEATURE(`access_db') feature"],
    ['smtp', "MAILER(`smtp') mailers"],
    ['SMART_HOST', 'SMART_HOST is looked at by the macro files'],
    ['DaemonPortOptions', 'DAEMON_OPTIONS'],
    ['Timeout.ident', 'confTO_IDENT'],
    ['GroupWritableAliasFile', 'in DontBlameSendmail'],
    ['debian', "OSTYPE(`debian')"],
    ['dnl', 'dnl macro of m4'],
    ['hash', 'hash map type'],
    ['DeliveryMode', 'confDELIVERY_MODE'],
    ['Verbose', 'Verbose option'],
  ];
  for (const [word, ...says] of cases) {
    it(word, () => {
      const text = explained(word);
      for (const part of says) assert.ok(text.includes(part), `${part}\nis not said in\n${text}`);
      assert.ok(text.split('\n').length <= 30, text);
    });
  }

  it('explains every name of sendmail 8.17.1, and offers it as a word', () => {
    const words = new Set(mcGlossary.words());
    const wanted = [
      ...names.features,
      ...names.conf,
      ...names.defines,
      ...names.directives,
      ...names.mailers,
      ...names.ostypes,
      ...names.domains,
      ...names.hacks,
      ...names.mapTypes,
      ...names.values.DontBlameSendmail,
      ...names.values.PrivacyOptions.filter((n) => n !== 'public'),
    ];
    assert.deepEqual(
      wanted.filter((n) => !words.has(n) || mcGlossary.entry(n) === undefined),
      [],
    );
    assert.deepEqual(
      names.options.filter((n) => mcGlossary.entry(n) === undefined),
      [],
    );
  });

  it('knows a text for every word it offers, and nothing of others', () => {
    for (const word of mcGlossary.words()) assert.notEqual(explained(word), 'nothing', word);
    for (const word of ['', ' ', 'confPRIVACY_FLAG', 'xyzzy', '`', 'true']) assert.equal(explained(word), 'nothing', word);
  });

  it('suggests the nearest word', () => {
    assert.deepEqual(explainWord('confPRIVACY_FLAG'), { suggestions: ['confPRIVACY_FLAGS'] });
  });
});
