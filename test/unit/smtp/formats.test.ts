import assert from 'node:assert/strict';
import { readTranscript } from '../../../server/src/core/smtp/reader';
import { compact, corpusExpectation, corpusLogs, corpusText, madeLogs } from '../../support/corpus';

describe('formats: the captured logs', () => {
  for (const log of corpusLogs()) {
    it(log, () => {
      assert.deepEqual(compact(readTranscript(corpusText(log))), corpusExpectation(log));
    });
  }
});

describe('formats: logs made after their documentation', () => {
  for (const log of madeLogs()) {
    it(log, () => {
      assert.deepEqual(compact(readTranscript(corpusText(log))), corpusExpectation(log));
    });
  }
});
