/**
 * Which servers offer their clients the same: of each list of capabilities a session with each program that greets so, to be read in
 * full when both logs are read (core/compare/together.ts). A program has a list of its own; who else gives it stands in between.
 */
import { wide } from './hash';
import { HELLO, NOTE, type LineClass } from './kinds';
import { stretchOf, type Live, type Stretch } from './live';

/** Lists that are looked at, and programs of each. */
const MOST_LISTS = 10_000;
const MOST_PROGRAMS = 8;

export interface Offers {
  /** Takes a session of the client's. */
  note(live: Live): void;
  /** The sessions of lists that several programs give, a few of each. */
  shared(): Stretch[];
}

/** `kinds` are all kinds of lines, by id. */
export function createOffers(kinds: readonly LineClass[]): Offers {
  /** By what stands for a list: by program, the first session. */
  const lists = new Map<number, Map<string, Stretch>>();

  function note(live: Live): void {
    let i = 0;
    while (i < live.count && kinds[live.kinds[i]!]!.from === NOTE) i++;
    const { program } = kinds[live.kinds[i] ?? 0]!;
    const list = program === '' ? undefined : listOf(live, i + 1);
    if (list === undefined) return;
    let programs = lists.get(list);
    if (!programs) {
      if (lists.size >= MOST_LISTS) return;
      programs = new Map<string, Stretch>();
      lists.set(list, programs);
    }
    if (programs.has(program) || programs.size >= MOST_PROGRAMS) return;
    programs.set(program, stretchOf(live));
  }

  /** Stands for the lines of the reply to the hello that begins at `from`, but for the first of them, which names the server. */
  function listOf(live: Live, from: number): number | undefined {
    if (from >= live.count || kinds[live.kinds[from]!]!.verb !== HELLO) return undefined;
    let a = 0;
    let b = 0;
    for (let i = from + 1; i < live.count; i++) {
      const { code, more } = kinds[live.kinds[i]!]!;
      if (code !== 250) return undefined;
      if (i > from + 1) {
        a = Math.imul(a ^ live.hashes[i]!, 0x01000193);
        b = (Math.imul(b, 31) + live.hashes[i]!) | 0;
      }
      if (!more) return wide(a, b);
    }
    return undefined;
  }

  return {
    note,
    shared: () => [...lists.values()].filter((programs) => programs.size > 1).flatMap((programs) => [...programs.values()]),
  };
}
