import type { Language } from '../../language';

export const tables: readonly Language[] = [];
