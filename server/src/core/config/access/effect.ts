/** What an entry does to the other side, for the severity of what is wrong with it. */
import { accessValues } from '../../knowledge/accessTags';
import type { AccessAction } from './model';

/** `allows`: lets through what would be refused; `refuses`: ends in a 4xx or 5xx reply; `other`: thrown away, held, skipped. */
export function effectOf(action: AccessAction): 'allows' | 'refuses' | 'other' {
  if (action.kind === 'word') return accessValues.find((v) => v.name === action.word)!.effect;
  return action.kind === 'quarantine' ? 'other' : 'refuses';
}
