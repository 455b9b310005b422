/** Takes an :include: target apart. */
import type { Target } from './model';

/** The path of the list, as it is written. */
export function includePath({ text }: Target): string {
  return text.replace(/^"?\s*:include:\s*/i, '').replace(/"$/, '');
}
