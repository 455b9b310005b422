import type { Language } from '../language';
import { complete } from './complete';
import { folds } from './folds';
import { hover } from './hover';
import { lenses } from './lenses';
import { definition, references } from './links';
import type { Transcript } from './model';
import { readTranscript } from './reader';
import { semanticTokens, tokenLegend } from './semanticTokens';
import { symbols } from './symbols';
import { validate } from './validate';

/** SMTP transcripts, whoever wrote them. */
export const transcript: Language<Transcript> = {
  id: 'smtp-transcript',
  parse: readTranscript,
  validate,
  hover,
  complete,
  symbols,
  folds,
  definition,
  references,
  tokenLegend,
  semanticTokens,
  lenses,
};
