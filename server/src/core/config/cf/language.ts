import type { Language } from '../../language';
import { completeCf } from './complete';
import { hoverCf } from './hover';
import type { CfModel } from './model';
import { parseCf } from './parser';
import { foldsOfCf, symbolsOfCf } from './symbols';
import { validateCf } from './validate';

/** sendmail.cf and submit.cf: what sendmail reads. Mostly made by m4, but read and at times changed by hand. */
export const cf: Language<CfModel> = {
  id: 'sendmail-cf',
  parse: (text) => parseCf(text),
  validate: validateCf,
  symbols: symbolsOfCf,
  folds: foldsOfCf,
  hover: hoverCf,
  complete: completeCf,
  triggerCharacters: [' ', '=', ',', '$', '>', '&', '~', '{'],
};
