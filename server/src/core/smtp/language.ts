import type { Language } from '../language';
import { createSource } from '../text';

export const transcript: Language = { id: 'smtp-transcript', parse: (text) => ({ source: createSource(text) }) };
