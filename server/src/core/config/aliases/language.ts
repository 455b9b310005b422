/** The language of sendmail's alias file. */
import type { Language } from '../../language';
import { completeAliases } from './complete';
import { hoverAliases } from './hover';
import type { AliasModel } from './model';
import { parseAliases } from './parser';
import { definitionOf, referencesTo } from './places';
import { foldsOfAliases, symbolsOfAliases } from './symbols';
import { refactorAlias } from './refactor';
import { validateAliases } from './validate';

export const aliases: Language<AliasModel> = {
  id: 'mail-aliases',
  parse: parseAliases,
  validate: validateAliases,
  hover: hoverAliases,
  complete: completeAliases,
  symbols: symbolsOfAliases,
  folds: foldsOfAliases,
  definition: definitionOf,
  references: referencesTo,
  refactors: refactorAlias,
  triggerCharacters: [':', ',', '\\'],
};
