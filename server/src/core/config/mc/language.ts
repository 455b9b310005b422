import type { Language } from '../../language';
import { completeMc } from './complete';
import { foldsOfMc } from './folds';
import { formatMc } from './format';
import { hoverMc } from './hover';
import { takesLineAbove } from './lineAbove';
import { definitionInMc, referencesInMc } from './links';
import type { McModel } from './model';
import { parseMc } from './parser';
import { signatureInMc } from './signature';
import { symbolsOfMc } from './symbols';
import { validateMc } from './validate';

/** sendmail.mc, submit.mc: what m4 and cf.m4 turn into sendmail.cf. */
export const mc: Language<McModel> = {
  id: 'sendmail-mc',
  parse: parseMc,
  validate: validateMc,
  symbols: symbolsOfMc,
  folds: foldsOfMc,
  definition: definitionInMc,
  references: referencesInMc,
  hover: hoverMc,
  complete: completeMc,
  signature: signatureInMc,
  signatureCharacters: ['(', ',', '`', '='],
  format: formatMc,
  takesLineAbove,
  triggerCharacters: ['`', '(', ',', '='],
};
