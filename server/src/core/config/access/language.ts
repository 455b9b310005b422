import type { Language } from '../../language';
import { createSource } from '../../text';

export const access: Language = { id: 'sendmail-access', parse: (text) => ({ source: createSource(text) }) };
