/** The language of sendmail's access table. */
import type { Language } from '../../language';
import { commentFolds } from '../map/folds';
import { refactorTable } from '../map/refactor';
import { completeAccess } from './complete';
import { hoverAccess } from './hover';
import type { AccessModel } from './model';
import { parseAccess } from './parser';
import { symbolsOfAccess } from './symbols';
import { validateAccess } from './validate';

export const access: Language<AccessModel> = {
  id: 'sendmail-access',
  parse: parseAccess,
  validate: validateAccess,
  hover: hoverAccess,
  complete: completeAccess,
  symbols: symbolsOfAccess,
  folds: (model) => commentFolds(model.source, model.comments),
  refactors: refactorTable,
  triggerCharacters: ['\t', ' '],
};
