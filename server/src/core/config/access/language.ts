/** The language of sendmail's access table. */
import type { Language } from '../../language';
import type { AccessModel } from './model';
import { parseAccess } from './parser';
import { validateAccess } from './validate';

export const access: Language<AccessModel> = {
  id: 'sendmail-access',
  parse: parseAccess,
  validate: validateAccess,
};
