import type { Language } from '../../language';
import { createSource } from '../../text';

export const mc: Language = { id: 'sendmail-mc', parse: (text) => ({ source: createSource(text) }) };
