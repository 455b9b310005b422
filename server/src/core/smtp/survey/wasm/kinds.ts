/** Kinds of lines: lines of the wire that no rule can tell apart. */
import { neutralHash } from './neutral';
import { factsOf } from './outside';
import { offset } from './piece';
import { Table } from './table';

/** Facts of a line's text: what the verb is for (1 to 6), the code of a reply (from bit 3), then flags; as ../kinds.ts gives them. */
export const HELLO = 1;
export const UPGRADE = 2;
export const RCPT = 3;
export const DATA = 4;
export const QUIT = 5;
export const NOOP = 6;
const MORE = 1 << 13;
const ODD = 1 << 14;
export const COMMAND = 1 << 15;

/** Lines that differ only in what `neutralHash` leaves out. */
@unmanaged
export class Kind {
  /** From 1. */
  id: i32 = 0;
  client: bool = false;
  verb: i32 = 0;
  /** 0 if a reply has none. */
  code: i32 = 0;
  more: bool = false;
  odd: bool = false;
  /** The first line of the kind. */
  from: usize = 0;
  length: usize = 0;
  /** What followed such a line the last time. */
  next: Kind | null = null;
}

let kinds = changetype<Table>(0);
let count = 0;

/** Forgets all kinds. */
export function resetKinds(): void {
  kinds = new Table();
  count = 0;
}

/** The kind of a line. Mostly it is word for word what followed a line like the last one before. */
export function kindAt(last: Kind | null, said: usize, to: usize, client: bool, strange: bool): Kind {
  const length = to - said;
  const guess = last ? last.next : null;
  if (guess && guess.client == client && guess.length == length && !strange && same(guess.from, said, length)) return guess;
  let kind: Kind | null = null;
  // Bytes above 127 are all one here: such a line is like no other.
  const hash = strange ? 0 : neutralHash(said, to, client);
  if (!strange) kind = changetype<Kind | null>(kinds.get(hash));
  if (!kind) {
    kind = newKind(said, length, client);
    if (!strange) kinds.set(hash, changetype<usize>(kind));
  }
  if (last && !strange) last.next = kind;
  return kind;
}

/** Eight bytes at once; behind either text there are some to spare. */
function same(a: usize, b: usize, length: usize): bool {
  let i: usize = 0;
  for (; i + 8 <= length; i += 8) if (load<u64>(a + i) != load<u64>(b + i)) return false;
  const rest = (<u64>(8 - (length - i))) << 3;
  return rest == 64 || (load<u64>(a + i) ^ load<u64>(b + i)) << rest == 0;
}

function newKind(said: usize, length: usize, client: bool): Kind {
  const facts = factsOf(offset(said), offset(said + length), client);
  const kind = new Kind();
  kind.id = ++count;
  kind.client = client;
  kind.verb = facts & 7;
  kind.code = (facts >> 3) & 1023;
  kind.more = (facts & MORE) != 0;
  kind.odd = (facts & ODD) != 0;
  kind.from = heap.alloc(length + 8);
  memory.copy(kind.from, said, length);
  kind.length = length;
  return kind;
}
