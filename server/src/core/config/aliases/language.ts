/** The language of sendmail's alias file. */
import type { Language } from '../../language';
import type { AliasModel } from './model';
import { parseAliases } from './parser';
import { validateAliases } from './validate';

export const aliases: Language<AliasModel> = {
  id: 'mail-aliases',
  parse: parseAliases,
  validate: validateAliases,
};
