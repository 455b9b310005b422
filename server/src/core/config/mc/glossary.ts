import type { Glossary } from '../../explain';

export const mcGlossary: Glossary = { entry: () => undefined, words: () => [] };
