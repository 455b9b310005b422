import type { Language } from '../../language';
import { createSource } from '../../text';

export const aliases: Language = { id: 'mail-aliases', parse: (text) => ({ source: createSource(text) }) };
