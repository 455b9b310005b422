import type { Language } from '../language';
import { complete } from './complete';
import { links } from './documentLinks';
import { folds } from './folds';
import { hover } from './hover';
import { inlays } from './inlays';
import { lenses } from './lenses';
import { definition, highlights, references } from './links';
import type { Transcript } from './model';
import { openTranscript } from './open';
import { selections } from './selections';
import { semanticTokens, tokenLegend } from './semanticTokens';
import { symbols } from './symbols';
import { validate, validateInSteps } from './validate';

/** SMTP transcripts, whoever wrote them. */
export const transcript: Language<Transcript> = {
  id: 'smtp-transcript',
  parse: (text) => openTranscript(text),
  validate,
  validateInSteps,
  hover,
  complete,
  symbols,
  folds,
  definition,
  references,
  highlights,
  selections,
  inlays,
  tokenLegend,
  semanticTokens,
  lenses,
  links,
};
