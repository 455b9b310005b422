/** Takes the program of an alias apart. */
import type { Target } from './model';

export interface Command {
  /** The path of the program, and its last part. */
  readonly path: string;
  readonly name: string;
  readonly args: string;
}

/** The command of a program target: what stands behind the bar, without quotes. */
export function commandOf({ text }: Target): Command {
  const bare = text
    .replace(/^["\s]*\|["\s]*/, '')
    .replace(/(?<!["\s])["\s]+$/, '')
    .replace(/^exec\s+/, '');
  const end = bare.search(/\s/);
  const path = end < 0 ? bare : bare.slice(0, end);
  return { path, name: path.slice(path.lastIndexOf('/') + 1), args: end < 0 ? '' : bare.slice(end).trim() };
}
