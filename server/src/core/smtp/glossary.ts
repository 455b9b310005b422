import type { Glossary } from '../explain';

export const smtpGlossary: Glossary = { entry: () => undefined, words: () => [] };
