/** Forms that only aliases may have. */
import type { Token } from '../map/scanner';

/** What of aliases alone `value` is, or undefined. */
export function localForm(value: Token): 'program' | 'file' | 'include' | undefined {
  const bare = value.text.replace(/^"[ \t]*/, '');
  if (bare.startsWith('|')) return 'program';
  if (/^:include:/i.test(bare)) return 'include';
  return bare.startsWith('/') ? 'file' : undefined;
}
