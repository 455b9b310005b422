import type { Language } from '../language';
import { folds } from './folds';
import { lenses } from './lenses';
import { definition, references } from './links';
import type { Transcript } from './model';
import { readTranscript } from './reader';
import { semanticTokens, tokenLegend } from './semanticTokens';
import { symbols } from './symbols';

/** SMTP transcripts, whoever wrote them. */
export const transcript: Language<Transcript> = {
  id: 'smtp-transcript',
  parse: readTranscript,
  symbols,
  folds,
  definition,
  references,
  tokenLegend,
  semanticTokens,
  lenses,
};
